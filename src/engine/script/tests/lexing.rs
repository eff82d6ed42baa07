//! Tokens and names.

use super::*;

fn shapes(flavor: Flavor, text: &str) -> Vec<(TokenKind, &str)> {
    tokens(flavor, text)
        .into_iter()
        .map(|t| (t.kind, &text[t.start..t.end]))
        .collect()
}

#[test]
fn tokens_follow_the_dialect() {
    use TokenKind::{Number, Quoted, String, Symbol, Word};
    let cases = [
        (
            Flavor::Postgres,
            "a$1 \"b\"\"c\" E'\\'' $1",
            vec![
                (Word, "a$1"),
                (Quoted, "\"b\"\"c\""),
                (String, "E'\\''"),
                (Symbol, "$1"),
            ],
        ),
        (
            Flavor::Postgres,
            "x::text--y",
            vec![(Word, "x"), (Symbol, ":"), (Symbol, ":"), (Word, "text")],
        ),
        (
            Flavor::Postgres,
            "1e-5 .5 1_000",
            vec![(Number, "1e-5"), (Number, ".5"), (Number, "1_000")],
        ),
        (
            Flavor::Mysql,
            "\"b\" `c``` N'x' @begin @@a.b",
            vec![
                (String, "\"b\""),
                (Quoted, "`c```"),
                (Word, "N"),
                (String, "'x'"),
                (Symbol, "@begin"),
                (Symbol, "@@a"),
                (Symbol, "."),
                (Word, "b"),
            ],
        ),
        (
            Flavor::Mysql,
            "1a 1e5 1.5e+3 0x1F 1--2",
            vec![
                (Word, "1a"),
                (Number, "1e5"),
                (Number, "1.5e+3"),
                (Number, "0x1F"),
                (Number, "1"),
                (Symbol, "-"),
                (Symbol, "-"),
                (Number, "2"),
            ],
        ),
        (
            Flavor::Sqlite,
            "[a b] 'it''s' x'00'",
            vec![
                (Quoted, "[a b]"),
                (String, "'it''s'"),
                (Word, "x"),
                (String, "'00'"),
            ],
        ),
    ];
    for (flavor, text, expected) in cases {
        assert_eq!(shapes(flavor, text), expected, "{flavor:?}: {text}");
    }
}

#[test]
fn names_are_folded_or_unescaped() {
    let cases = [
        (Flavor::Postgres, "Users", "users"),
        (Flavor::Postgres, "ÉA", "Éa"),
        (Flavor::Postgres, "\"Us\"\"ers\"", "Us\"ers"),
        (Flavor::Mysql, "Users", "Users"),
        (Flavor::Mysql, "`a``b`", "a`b"),
        (Flavor::Sqlite, "[a]", "a"),
        (Flavor::Sqlite, "\"a\"\"\"", "a\""),
        (Flavor::Sqlite, "`", ""),
    ];
    for (flavor, text, expected) in cases {
        assert_eq!(identifier(flavor, text), expected);
    }
}

#[test]
fn a_long_line_is_read_in_linear_time() {
    // 1 MiB on one line; anything quadratic would take minutes.
    let unit = "CREATE TABLE t (a int, b text DEFAULT 'x;y', c int CHECK (c > 0)); ";
    for flavor in ALL {
        let text = unit.repeat(1024 * 1024 / unit.len());
        let begun = std::time::Instant::now();
        let found = pieces(flavor, &text);
        assert_eq!(found.len(), text.len() / unit.len());
        assert!(
            begun.elapsed().as_secs() < 6,
            "{flavor:?}: {:?}",
            begun.elapsed()
        );
    }
}

#[test]
fn one_huge_statement_is_read_in_linear_time() {
    let column = "a.b int DEFAULT ('x' || ((1))), ";
    for flavor in ALL {
        let text = format!("CREATE VIEW v AS SELECT {} 1", column.repeat(20_000));
        let begun = std::time::Instant::now();
        assert_eq!(pieces(flavor, &text).len(), 1);
        assert!(
            begun.elapsed().as_secs() < 6,
            "{flavor:?}: {:?}",
            begun.elapsed()
        );
    }
}
