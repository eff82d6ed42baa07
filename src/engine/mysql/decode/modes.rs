//! The modes under which the text of a routine, trigger or event has to be read.

use super::names::tokens_of;

/// Functions whose names are words of their own only without a space before the parenthesis
/// (`MySQL` 8.4 manual, 11.2.5 "Function Name Parsing and Resolution").
const SPACED: [&str; 30] = [
    "adddate",
    "bit_and",
    "bit_or",
    "bit_xor",
    "cast",
    "count",
    "curdate",
    "curtime",
    "date_add",
    "date_sub",
    "extract",
    "group_concat",
    "max",
    "mid",
    "min",
    "now",
    "position",
    "session_user",
    "std",
    "stddev",
    "stddev_pop",
    "stddev_samp",
    "subdate",
    "substr",
    "substring",
    "sum",
    "sysdate",
    "system_user",
    "trim",
    "variance",
];

/// The modes of an object (`MySQL` 8.4 manual, 7.1.11 "Server SQL Modes") by which its text reads
/// otherwise than in this session.
pub(super) fn reading(own: &str, session: &str, text: &str) -> Option<String> {
    let known = |mode: &&str| !session.split(',').any(|other| other == *mode);
    let modes: Vec<&str> = own
        .split(',')
        .filter(known)
        .filter(|mode| decides(mode, text))
        .collect();
    (!modes.is_empty()).then(|| modes.join(","))
}

fn decides(mode: &str, text: &str) -> bool {
    match mode {
        "ANSI_QUOTES" => text.contains('"'),
        "PIPES_AS_CONCAT" => text.contains("||"),
        "NO_BACKSLASH_ESCAPES" => text.contains('\\'),
        "HIGH_NOT_PRECEDENCE" => has_word(text, "not"),
        "REAL_AS_FLOAT" => has_word(text, "real"),
        "IGNORE_SPACE" => SPACED.iter().any(|name| is_spaced(text, name)),
        _ => false,
    }
}

fn has_word(text: &str, word: &str) -> bool {
    tokens_of(text).any(|(token, _)| token.eq_ignore_ascii_case(word))
}

/// Whether a name stands before a parenthesis with space between.
fn is_spaced(text: &str, name: &str) -> bool {
    tokens_of(text).any(|(token, rest)| {
        token.eq_ignore_ascii_case(name)
            && rest.starts_with(char::is_whitespace)
            && rest.trim_start().starts_with('(')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_modes_by_which_a_text_reads_otherwise_count() {
        let own = "ANSI_QUOTES,PIPES_AS_CONCAT,IGNORE_SPACE,STRICT_TRANS_TABLES";
        let read = |text: &str| reading(own, "STRICT_TRANS_TABLES", text);
        assert_eq!(read("SET NEW.a = coalesce(NEW.a, 0)"), None);
        assert_eq!(
            read("SELECT COUNT (*) FROM t").as_deref(),
            Some("IGNORE_SPACE")
        );
        assert_eq!(read("SELECT count(*) FROM t WHERE a IN (1)"), None);
        assert_eq!(
            read("SELECT a || \"b\"").as_deref(),
            Some("ANSI_QUOTES,PIPES_AS_CONCAT")
        );
        assert_eq!(reading(own, own, "SELECT a || \"b\""), None);
    }
}
