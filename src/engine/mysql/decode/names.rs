//! The names in a statement.

use crate::engine::mysql::render::quote;
use crate::engine::script::{Flavor, TokenKind, identifier, tokens};
use crate::schema::{Dependency, Name};
use std::collections::{BTreeMap, BTreeSet};

/// The bare words of a statement, each with what follows it; strings and comments are skipped.
pub(super) fn tokens_of(sql: &str) -> impl Iterator<Item = (&str, &str)> {
    tokens(Flavor::Mysql, sql)
        .into_iter()
        .filter(|token| token.kind == TokenKind::Word)
        .filter_map(|token| Some((sql.get(token.start..token.end)?, sql.get(token.end..)?)))
}

/// The identifiers in a statement, in lower case; strings and comments are skipped.
pub(in crate::engine::mysql) fn words(sql: &str) -> BTreeSet<String> {
    of_kinds(sql, &[TokenKind::Word, TokenKind::Quoted])
}

/// Those that stand in quotes. In a view's text that the server printed this is every one of them, and
/// the other words are the language's.
pub(super) fn quoted_words(sql: &str) -> BTreeSet<String> {
    of_kinds(sql, &[TokenKind::Quoted])
}

fn of_kinds(sql: &str, kinds: &[TokenKind]) -> BTreeSet<String> {
    tokens(Flavor::Mysql, sql)
        .iter()
        .filter(|token| kinds.contains(&token.kind))
        .filter_map(|token| sql.get(token.start..token.end))
        .map(|text| identifier(Flavor::Mysql, text).to_lowercase())
        .collect()
}

/// The tables that the object `own`, whose text has these words, names, and of those the columns it
/// names. The servers list the tables of a view only (`MySQL`), and columns never, so names decide: a
/// dependency too many is a refusal that says why; one too few would break the object.
pub(super) fn depends_on(
    columns: &BTreeMap<String, Vec<String>>,
    own: &str,
    words: &BTreeSet<String>,
    home: Option<&str>,
) -> Vec<Dependency> {
    let mut found = Vec::new();
    for (table, columns) in columns {
        let at_home = home == Some(table.as_str());
        if table == own {
            continue;
        }
        if !at_home && !words.contains(&table.to_lowercase()) {
            continue;
        }
        let mut named: Vec<Dependency> = columns
            .iter()
            .filter(|column| words.contains(&column.to_lowercase()))
            .map(|column| Dependency {
                table: Name::bare(table),
                column: Some(column.clone()),
            })
            .collect();
        if named.is_empty() {
            named.push(Dependency {
                table: Name::bare(table),
                column: None,
            });
        }
        found.append(&mut named);
    }
    found
}

/// The server writes the database's own name before every table; two databases could never be
/// compared with it.
pub(super) fn without_database(database: &str, sql: &str) -> String {
    if database.is_empty() {
        return sql.to_owned();
    }
    let prefix = format!("{}.", quote(database));
    let mut out = String::with_capacity(sql.len());
    let mut copied = 0;
    for token in tokens(Flavor::Mysql, sql) {
        if token.kind == TokenKind::Quoted && sql[token.start..].starts_with(&prefix) {
            out.push_str(&sql[copied..token.start]);
            copied = token.start + prefix.len();
        }
    }
    out.push_str(&sql[copied..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_names_outside_strings_and_comments() {
        let found = words("select `a b`.x, 'no', \"neither\" from T /* not */ -- nor\n where y=1");
        let expected = ["a b", "x", "select", "from", "t", "where", "y"];
        assert_eq!(found, expected.iter().map(ToString::to_string).collect());
    }

    #[test]
    fn a_word_of_the_language_is_no_column() {
        let found = quoted_words("select `t`.`a` AS `key` from `t`");
        let expected = ["t", "a", "key"];
        assert_eq!(found, expected.iter().map(ToString::to_string).collect());
    }

    #[test]
    fn views_lose_the_name_of_their_database() {
        let sql = "select `shop`.`t`.`a` AS `shop`,'`shop`.x' AS `b` from `shop`.`t`";
        let plain = "select `t`.`a` AS `shop`,'`shop`.x' AS `b` from `t`";
        assert_eq!(without_database("shop", sql), plain);
    }

    #[test]
    fn dependencies_name_columns_where_the_text_does() {
        let columns = BTreeMap::from([
            ("t".to_owned(), vec!["a".to_owned(), "b".to_owned()]),
            ("u".to_owned(), vec!["a".to_owned()]),
        ]);
        let found = depends_on(&columns, "v", &words("select `a` from `t`"), None);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].column.as_deref(), Some("a"));
        let found = depends_on(&columns, "v", &words("set @x = 1"), Some("u"));
        assert_eq!(found[0].column, None);
    }
}
