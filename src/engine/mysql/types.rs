//! Column types as the servers print them, and what a change of type does to values.

use crate::engine::dialect::TypeChange;

/// A printed type, taken apart: `decimal(10,2) unsigned` is base, arguments and flags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Type {
    /// The first word or words, lower case.
    pub(super) base: String,
    /// What stands in the parentheses: numbers, or the quoted members of an `enum` or `set`.
    pub(super) arguments: Vec<String>,
    /// `unsigned`.
    pub(super) unsigned: bool,
    /// `zerofill`.
    pub(super) zerofill: bool,
}

/// Takes a printed type apart.
pub(super) fn parse(text: &str) -> Type {
    let text = text.split(" COMPRESSED").next().unwrap_or(text).trim();
    let (base, rest) = match text.find('(') {
        Some(open) => (&text[..open], &text[open + 1..]),
        None => (text, ""),
    };
    let (arguments, tail) = arguments(rest);
    let mut words: Vec<String> = base
        .split_whitespace()
        .map(str::to_ascii_lowercase)
        .collect();
    let tail = tail.to_ascii_lowercase();
    let mut flag = |name: &str| {
        let before = words.len();
        words.retain(|word| word != name);
        before != words.len() || tail.split_whitespace().any(|word| word == name)
    };
    let (unsigned, zerofill) = (flag("unsigned"), flag("zerofill"));
    Type {
        base: words.join(" "),
        arguments,
        unsigned,
        zerofill,
    }
}

/// Splits at commas outside quotes up to the closing parenthesis; answers what follows it, too.
fn arguments(text: &str) -> (Vec<String>, &str) {
    let mut found = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, c) in text.char_indices() {
        match c {
            '\'' => quoted = !quoted,
            ',' | ')' if !quoted => {
                found.push(text[start..at].trim().to_owned());
                start = at + 1;
                if c == ')' {
                    return (found, &text[start..]);
                }
            }
            _ => {}
        }
    }
    (found, "")
}

impl Type {
    fn number(&self, at: usize) -> Option<u64> {
        self.arguments.get(at)?.parse().ok()
    }

    /// Whether a literal of this type is written without quotes.
    pub(super) fn is_numeric(&self) -> bool {
        self.integer().is_some()
            || matches!(
                self.base.as_str(),
                "decimal" | "float" | "double" | "bit" | "year" | "bool" | "boolean"
            )
    }

    /// Whether values are bytes without a character set.
    pub(super) fn is_binary(&self) -> bool {
        matches!(self.base.as_str(), "binary" | "varbinary") || self.base.ends_with("blob")
    }

    /// Whether it has a character set and a collation.
    pub(super) fn is_text(&self) -> bool {
        matches!(self.base.as_str(), "char" | "varchar" | "enum" | "set")
            || self.base.ends_with("text")
    }

    /// Width of an integer in bytes.
    fn integer(&self) -> Option<u32> {
        match self.base.as_str() {
            "tinyint" => Some(1),
            "smallint" => Some(2),
            "mediumint" => Some(3),
            "int" | "integer" => Some(4),
            "bigint" => Some(8),
            _ => None,
        }
    }

    /// The longest value: in characters for `char` and `varchar`, else in bytes (`MySQL` 8.4
    /// manual, 13.7 "Data Type Storage Requirements").
    fn longest(&self) -> Option<u64> {
        match self.base.as_str() {
            "char" | "binary" => Some(self.number(0).unwrap_or(1)),
            "varchar" | "varbinary" => self.number(0),
            "tinytext" | "tinyblob" => Some(0xFF),
            "text" | "blob" => Some(0xFFFF),
            "mediumtext" | "mediumblob" => Some(0x00FF_FFFF),
            "longtext" | "longblob" => Some(0xFFFF_FFFF),
            _ => None,
        }
    }
}

fn order(fits: bool) -> TypeChange {
    if fits {
        TypeChange::Widening
    } else {
        TypeChange::Narrowing
    }
}

/// What a change of type does to values.
pub(super) fn change(observed: &str, desired: &str) -> TypeChange {
    let (from, to) = (parse(observed), parse(desired));
    if let (Some(old), Some(new)) = (from.integer(), to.integer()) {
        let fits = match (from.unsigned, to.unsigned) {
            (true, true) | (false, false) => new >= old,
            (true, false) => new > old,
            (false, true) => false,
        };
        return order(fits);
    }
    match (from.base.as_str(), to.base.as_str()) {
        ("enum", "enum") | ("set", "set") => order(to.arguments.starts_with(&from.arguments)),
        ("float", "double") => order(from.unsigned || !to.unsigned),
        ("double", "float") | ("datetime", "date") => TypeChange::Narrowing,
        ("date", "datetime") => TypeChange::Widening,
        (a, b) if a == b && matches!(a, "datetime" | "timestamp" | "time" | "bit") => {
            let least = u64::from(a == "bit");
            order(to.number(0).unwrap_or(least) >= from.number(0).unwrap_or(least))
        }
        ("decimal", "decimal") => decimals(&from, &to),
        (_, "decimal") if from.integer().is_some() => {
            let whole = to
                .number(0)
                .unwrap_or(10)
                .saturating_sub(to.number(1).unwrap_or(0));
            let digits = [0, 3, 5, 8, 10, 0, 0, 0, 20];
            let needs = from.integer().and_then(|bytes| digits.get(bytes as usize));
            order(needs.is_some_and(|needs| whole >= *needs) && (from.unsigned || !to.unsigned))
        }
        (a, b) if a == b && from.arguments == to.arguments => order(from.unsigned || !to.unsigned),
        _ if from.is_text() == to.is_text() && from.is_binary() == to.is_binary() => {
            match (from.longest(), to.longest()) {
                (Some(old), Some(new)) => order(
                    new >= old && to.base != "char" && to.base != "binary"
                        || from.base == to.base && new >= old,
                ),
                _ => TypeChange::Recast,
            }
        }
        _ => TypeChange::Recast,
    }
}

fn decimals(from: &Type, to: &Type) -> TypeChange {
    let parts = |t: &Type| {
        let (precision, scale) = (t.number(0).unwrap_or(10), t.number(1).unwrap_or(0));
        (precision.saturating_sub(scale), scale)
    };
    let ((old_whole, old_scale), (new_whole, new_scale)) = (parts(from), parts(to));
    let sign = from.unsigned || !to.unsigned;
    order(sign && new_whole >= old_whole && new_scale >= old_scale)
}

/// Whether `InnoDB` makes the change in the catalog alone (`MySQL` 8.4 manual, 17.12.1, "Extending
/// VARCHAR column size" and "Modifying the definition of an ENUM or SET column"). `bytes` is the
/// widest character of the column's character set.
pub(super) fn in_catalog_alone(observed: &str, desired: &str, bytes: u64) -> bool {
    let (from, to) = (parse(observed), parse(desired));
    if from.base != to.base {
        return false;
    }
    match from.base.as_str() {
        "varchar" | "varbinary" => {
            let bytes = if from.base == "varbinary" { 1 } else { bytes };
            let class = |t: &Type| t.longest().is_some_and(|n| n.saturating_mul(bytes) > 255);
            to.longest() >= from.longest() && class(&from) == class(&to)
        }
        "enum" => {
            let class = |t: &Type| t.arguments.len() > 255;
            to.arguments.starts_with(&from.arguments) && class(&from) == class(&to)
        }
        "set" => {
            // 1, 2, 3, 4 or 8 bytes, one bit for each member.
            let class = |t: &Type| match t.arguments.len().div_ceil(8) {
                n @ 0..=4 => n,
                _ => 8,
            };
            to.arguments.starts_with(&from.arguments) && class(&from) == class(&to)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use TypeChange::{Narrowing, Recast, Widening};

    #[test]
    fn takes_types_apart() {
        let members = parse("enum('a','b,)''c')");
        assert_eq!(members.arguments, ["'a'", "'b,)''c'"]);
        let number = parse("decimal(10,2) unsigned zerofill");
        assert_eq!(number.base, "decimal");
        assert_eq!(number.arguments, ["10", "2"]);
        assert!(number.unsigned && number.zerofill);
        assert!(parse("bigint unsigned").unsigned);
        assert_eq!(parse("text COMPRESSED").base, "text");
    }

    #[test]
    fn says_what_happens_to_values() {
        let cases = [
            ("int", "bigint", Widening),
            ("int(11)", "int(5)", Widening),
            ("bigint", "int", Narrowing),
            ("int", "int unsigned", Narrowing),
            ("int unsigned", "int", Narrowing),
            ("int unsigned", "bigint", Widening),
            ("varchar(10)", "varchar(20)", Widening),
            ("varchar(20)", "varchar(10)", Narrowing),
            ("varchar(20)", "text", Widening),
            ("text", "varchar(20)", Narrowing),
            ("text", "mediumtext", Widening),
            ("varchar(20)", "int", Recast),
            ("varbinary(20)", "varchar(20)", Recast),
            ("decimal(10,2)", "decimal(12,2)", Widening),
            ("decimal(10,2)", "decimal(10,4)", Narrowing),
            ("int", "decimal(10,0)", Widening),
            ("int", "decimal(10,2)", Narrowing),
            ("enum('a')", "enum('a','b')", Widening),
            ("enum('a','b')", "enum('b','a')", Narrowing),
            ("datetime", "datetime(3)", Widening),
            ("timestamp(6)", "timestamp", Narrowing),
            ("datetime", "timestamp", Recast),
            ("json", "text", Recast),
            ("float", "double", Widening),
        ];
        for (from, to, expected) in cases {
            assert_eq!(change(from, to), expected, "{from} -> {to}");
        }
    }

    #[test]
    fn knows_changes_that_touch_no_row() {
        assert!(in_catalog_alone("varchar(10)", "varchar(63)", 4));
        assert!(!in_catalog_alone("varchar(10)", "varchar(64)", 4));
        assert!(in_catalog_alone("varchar(64)", "varchar(100)", 4));
        assert!(!in_catalog_alone("varchar(64)", "varchar(32)", 1));
        assert!(in_catalog_alone("enum('a')", "enum('a','b')", 4));
        assert!(!in_catalog_alone("enum('a')", "enum('b','a')", 4));
    }
}
