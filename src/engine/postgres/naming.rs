//! The names the server makes up, as its `ChooseRelationName`, `ChooseConstraintName` and
//! `makeObjectName` do (`src/backend/commands/indexcmds.c`; the patterns are visible in 5.4
//! "Constraints"): `{table}_{columns}_{label}`, cut to 63 bytes, with a number where it is taken.

/// `NAMEDATALEN - 1` (4.1.1 "Identifiers and Key Words").
const MAX_BYTES: usize = 63;

/// What the names of columns' `NOT NULL` end with (18, `CREATE TABLE`).
pub(super) const NOT_NULL: &str = "not_null";

/// Whether the server would have made up `name` for that part of a table.
pub(super) fn is_generated(name: &str, table: &str, columns: &[&str], label: &str) -> bool {
    let made = |label: &str| make(table, &join(columns), label);
    if name == made(label) {
        return true;
    }
    let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (1..=digits).any(|length| {
        let number = &name[name.len() - length..];
        !number.starts_with('0') && name == made(&format!("{label}{number}"))
    })
}

/// Column names with underscores between them, as long as they fit.
fn join(columns: &[&str]) -> String {
    let mut joined = String::new();
    for column in columns {
        if !joined.is_empty() {
            joined.push('_');
        }
        joined.push_str(clip(column, MAX_BYTES));
        if joined.len() > MAX_BYTES {
            break;
        }
    }
    joined
}

/// `makeObjectName`: the longer of the two names is shortened first.
pub(super) fn make(table: &str, columns: &str, label: &str) -> String {
    let overhead = label.len() + 1 + usize::from(!columns.is_empty());
    let room = MAX_BYTES.saturating_sub(overhead);
    let (mut first, mut second) = (table.len(), columns.len());
    while first + second > room {
        if first > second {
            first -= 1;
        } else {
            second -= 1;
        }
    }
    let (first, second) = (clip(table, first), clip(columns, second));
    if columns.is_empty() {
        format!("{first}_{label}")
    } else {
        format!("{first}_{second}_{label}")
    }
}

/// At most so many bytes, whole characters.
fn clip(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// PG19.
    #[test]
    fn patterns_of_the_server() {
        assert!(is_generated("t_pkey", "t", &[], "pkey"));
        assert!(is_generated("t_a_b_key", "t", &["a", "b"], "key"));
        assert!(is_generated("t_a_key1", "t", &["a"], "key"));
        assert!(is_generated("t_a_key12", "t", &["a"], "key"));
        assert!(!is_generated("t_a_key0", "t", &["a"], "key"));
        assert!(!is_generated("t_a_uq", "t", &["a"], "key"));
        assert!(!is_generated("u_pkey", "t", &[], "pkey"));
    }

    /// X03.
    #[test]
    fn long_names_are_cut() {
        let table = "a".repeat(60);
        let column = "b".repeat(20);
        let name = make(&table, &column, "fkey");
        assert_eq!(name.len(), MAX_BYTES);
        assert!(is_generated(&name, &table, &[&column], "fkey"));
        assert!(make(&"ä".repeat(40), "", "pkey").len() <= MAX_BYTES);
    }
}
