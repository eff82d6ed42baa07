//! Declared types: their one print, their affinity, and what a change of them does to values.

use super::lex::{Kind, Token};
use super::text;
use crate::engine::TypeChange;

/// How SQLite stores values of a declared type (datatype3.html, section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Affinity {
    /// Whole numbers.
    Integer,
    /// Text.
    Text,
    /// As given.
    Blob,
    /// Floating point.
    Real,
    /// Whatever number it looks like.
    Numeric,
}

/// The affinity, by the five rules in their order.
pub(super) fn affinity(data_type: &str) -> Affinity {
    let upper = data_type.to_ascii_uppercase();
    let has = |words: &[&str]| words.iter().any(|word| upper.contains(word));
    if has(&["INT"]) {
        Affinity::Integer
    } else if has(&["CHAR", "CLOB", "TEXT"]) {
        Affinity::Text
    } else if upper.is_empty() || has(&["BLOB"]) || upper == "ANY" {
        Affinity::Blob
    } else if has(&["REAL", "FLOA", "DOUB"]) {
        Affinity::Real
    } else {
        Affinity::Numeric
    }
}

/// A declared type's one print: words upper case, no blanks around its numbers.
pub(super) fn print(tokens: &[Token]) -> String {
    let mut out = String::new();
    for token in tokens {
        let tight = out.is_empty()
            || out.ends_with('(')
            || out.ends_with(',')
            || out.ends_with(['-', '+'])
            || ["(", ")", ","].contains(&token.text);
        if !tight {
            out.push(' ');
        }
        out.push_str(&word(token));
    }
    out
}

fn word(token: &Token) -> String {
    if token.kind == Kind::Word {
        return token.text.to_ascii_uppercase();
    }
    let inside = token.inside();
    match token.kind {
        Kind::Quoted | Kind::Text if is_plain(&inside) => inside.to_ascii_uppercase(),
        Kind::Quoted | Kind::Text => text::quote(&inside),
        Kind::Word | Kind::Blob | Kind::Number | Kind::Symbol => token.text.to_owned(),
    }
}

fn is_plain(name: &str) -> bool {
    name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_') && !name.is_empty()
}

/// What a change of type does to values. SQLite stores every value in any column, whatever its
/// declared length, and only an affinity converts (datatype3.html, section 3).
pub(super) fn change(observed: &str, desired: &str) -> TypeChange {
    use Affinity::{Blob, Integer, Numeric, Real};
    match (affinity(observed), affinity(desired)) {
        (from, to) if from == to => TypeChange::Widening,
        (_, Blob) | (Integer | Real, Numeric) => TypeChange::Widening,
        // Whole numbers above 2^53 are not exact as floating point.
        (Integer | Numeric, Real) | (Numeric | Real, Integer) => TypeChange::Narrowing,
        _ => TypeChange::Recast,
    }
}

/// A condition: the column's value is of the storage class that a declared type asks for, or is
/// converted to it without loss. Where a text is compared with a number, it becomes one if it looks
/// like one from end to end (datatype3.html, sections 3 and 4.2).
pub(super) fn fits(column: &str, data_type: &str) -> String {
    let number = format!(
        "typeof({column}) IN ('integer', 'real', 'text') AND {column} = CAST({column} AS NUMERIC)"
    );
    let fits = match affinity(data_type) {
        Affinity::Integer => format!(
            "{number} AND CAST({column} AS NUMERIC) = CAST(CAST({column} AS NUMERIC) AS INTEGER)"
        ),
        Affinity::Real | Affinity::Numeric => number,
        Affinity::Text => format!("typeof({column}) <> 'blob'"),
        Affinity::Blob => format!("typeof({column}) = 'blob'"),
    };
    format!("{column} IS NULL OR {fits}")
}

#[cfg(test)]
mod tests {
    use super::super::lex::tokens;
    use super::*;

    #[test]
    fn the_rules_for_affinity_go_by_their_order() {
        for (data_type, expected) in [
            ("BIGINT", Affinity::Integer),
            ("CHARINT", Affinity::Integer),
            ("FLOATING POINT", Affinity::Integer),
            ("VARCHAR(10)", Affinity::Text),
            ("", Affinity::Blob),
            ("DOUBLE PRECISION", Affinity::Real),
            ("DECIMAL(10,5)", Affinity::Numeric),
            ("STRING", Affinity::Numeric),
        ] {
            assert_eq!(affinity(data_type), expected, "{data_type}");
        }
    }

    #[test]
    fn spellings_of_a_type_print_alike() {
        assert_eq!(print(&tokens("varchar ( 10 )")), "VARCHAR(10)");
        assert_eq!(print(&tokens("[Decimal](10 , 2)")), "DECIMAL(10,2)");
        assert_eq!(
            print(&tokens("unsigned  /* x */ big int")),
            "UNSIGNED BIG INT"
        );
        assert_eq!(print(&tokens("\"my type\"")), "\"my type\"");
    }

    #[test]
    fn only_an_affinity_changes_values() {
        assert_eq!(change("VARCHAR(20)", "VARCHAR(5)"), TypeChange::Widening);
        assert_eq!(change("INT", "BIGINT"), TypeChange::Widening);
        assert_eq!(change("TEXT", "INTEGER"), TypeChange::Recast);
        assert_eq!(change("BIGINT", "REAL"), TypeChange::Narrowing);
    }
}
