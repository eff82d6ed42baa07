//! Printed expressions that are not a fixed point of printing and reading again.
//!
//! `CHECK (a IN ('x', 'y'))` on a `varchar` column is printed with `(ARRAY[…])::text[]`; read
//! again, the cast is pushed into the elements (4.2.12 "Array Constructors": a cast of the
//! constructor is applied to each element) and from then on printed there. Both spellings mean the
//! same, so the second one is kept for both.

/// The spelling that stays when it is printed and read again.
pub(super) fn settled(sql: &str) -> String {
    let Some(open) = find_array(sql) else {
        return sql.to_owned();
    };
    let Some((head, body, cast, tail)) = split(sql, open) else {
        // Not a cast of a whole constructor: keep it and go on behind it.
        let next = open + "(ARRAY[".len();
        return format!("{}{}", &sql[..next], settled(&sql[next..]));
    };
    let elements: Vec<String> = elements(body)
        .into_iter()
        .map(|element| format!("({element})::{cast}"))
        .collect();
    format!("{head}ARRAY[{}]{}", elements.join(", "), settled(tail))
}

/// The first `(ARRAY[` outside quotes.
fn find_array(sql: &str) -> Option<usize> {
    Outside::new(sql)
        .map(|(at, _)| at)
        .find(|at| sql[*at..].starts_with("(ARRAY["))
}

/// Splits `head (ARRAY[ body ])::cast[] tail`.
fn split(sql: &str, open: usize) -> Option<(&str, &str, &str, &str)> {
    let start = open + "(ARRAY[".len();
    let mut depth = 1_usize;
    let end = Outside::new(&sql[start..]).find_map(|(at, c)| {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(start + at)
    })?;
    let rest = sql[end..].strip_prefix("])::")?;
    let brackets = rest.find("[]")?;
    let cast = &rest[..brackets];
    // A type's name: words, blanks, quotes, a qualification, a length.
    let plain = cast
        .chars()
        .all(|c| c.is_alphanumeric() || "_ .\",()".contains(c));
    let balanced = cast.matches('(').count() == cast.matches(')').count();
    (plain && balanced).then(|| (&sql[..open], &sql[start..end], cast, &rest[brackets + 2..]))
}

/// The elements of an array constructor.
fn elements(body: &str) -> Vec<&str> {
    let (mut depth, mut from, mut found) = (0_i32, 0, Vec::new());
    for (at, c) in Outside::new(body) {
        match c {
            '[' | '(' => depth += 1,
            ']' | ')' => depth -= 1,
            ',' if depth == 0 => {
                found.push(body[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    if !body[from..].trim().is_empty() {
        found.push(body[from..].trim());
    }
    found
}

/// The characters outside string literals and quoted identifiers, with their places.
struct Outside<'a> {
    sql: &'a str,
    at: usize,
}

impl<'a> Outside<'a> {
    fn new(sql: &'a str) -> Self {
        Self { sql, at: 0 }
    }
}

impl Iterator for Outside<'_> {
    type Item = (usize, char);

    fn next(&mut self) -> Option<(usize, char)> {
        loop {
            let c = self.sql[self.at..].chars().next()?;
            let here = self.at;
            self.at += c.len_utf8();
            if c != '\'' && c != '"' {
                return Some((here, c));
            }
            // A doubled quote closes and opens again, which comes to the same.
            let close = self.sql[self.at..].find(c)?;
            self.at += close + 1;
        }
    }
}

/// Whether an identifier stands in an expression as a whole word, bare or quoted.
pub(super) fn mentions(sql: &str, identifier: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    sql.match_indices(identifier).any(|(at, text)| {
        let before = sql[..at].chars().next_back();
        let after = sql[at + text.len()..].chars().next();
        !before.is_some_and(is_word) && !after.is_some_and(is_word)
    })
}

/// A default that is the constant NULL is no default at all.
pub(super) fn is_null(sql: &str) -> bool {
    let Some(rest) = sql.strip_prefix("NULL") else {
        return false;
    };
    rest.is_empty()
        || rest.strip_prefix("::").is_some_and(|cast| {
            cast.chars()
                .all(|c| c.is_alphanumeric() || "_ .\",()[]".contains(c))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// PG08.
    #[test]
    fn array_casts_move_to_the_elements() {
        for (printed, expected) in [
            (
                "((a)::text = ANY ((ARRAY['x'::character varying, 'y,]'::character varying])::text[]))",
                "((a)::text = ANY (ARRAY[('x'::character varying)::text, ('y,]'::character varying)::text]))",
            ),
            ("(a > 0)", "(a > 0)"),
            (
                "(a = '(ARRAY[1])::text[]'::text)",
                "(a = '(ARRAY[1])::text[]'::text)",
            ),
            ("(a = ANY (ARRAY[1, 2]))", "(a = ANY (ARRAY[1, 2]))"),
            (
                "((ARRAY[f(1, 2), 3])::bigint[] = b)",
                "(ARRAY[(f(1, 2))::bigint, (3)::bigint] = b)",
            ),
        ] {
            assert_eq!(settled(printed), expected);
            assert_eq!(settled(expected), expected);
        }
    }

    /// PG06.
    #[test]
    fn null_constants() {
        for (sql, expected) in [
            ("NULL", true),
            ("NULL::character varying", true),
            ("NULL::numeric(5,2)", true),
            ("'NULL'::text", false),
            ("NULLIF(1, 2)", false),
            ("1", false),
        ] {
            assert_eq!(is_null(sql), expected, "{sql}");
        }
    }

    #[test]
    fn words_not_parts_of_words() {
        assert!(mentions("(price > 0)", "price"));
        assert!(mentions("(\"Price\" > 0)", "Price"));
        assert!(!mentions("(unit_price > 0)", "price"));
    }
}
