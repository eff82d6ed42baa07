//! Views. `MySQL` keeps two things out of its information schema that its own print says: how a view is
//! computed, and what its columns are called where a list says so.

use super::names::without_database;
use super::objects::Made;
use super::rows;
use crate::engine::error::DecodeError;
use crate::engine::mysql::render::quote;
use crate::engine::script::{Flavor, Token, TokenKind, tokens};
use crate::engine::statement::{Catalogs, Row};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// What a view's own print adds to the catalogs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Print<'a> {
    algorithm: &'a str,
    /// The list of columns, in its brackets.
    columns: Option<&'a str>,
}

/// What `SHOW CREATE VIEW` says, by the view's name (`MySQL` 9.7 manual, 15.7.7.14).
pub(super) fn prints(catalogs: &Catalogs) -> BTreeMap<&str, Print<'_>> {
    let found = rows(catalogs, "prints").filter_map(|row| {
        let name = row.opt("View")?;
        Some((name, print(name, row.opt("Create View")?)?))
    });
    found.collect()
}

fn print<'a>(name: &str, sql: &'a str) -> Option<Print<'a>> {
    let algorithm = sql.strip_prefix("CREATE ALGORITHM=")?.split(' ').next()?;
    // The account in front of it may be called anything.
    let securities = ["DEFINER", "INVOKER"];
    let mut heads = securities
        .map(|it| format!(" SQL SECURITY {it} VIEW {} ", quote(name)))
        .into_iter();
    let rest = heads
        .find_map(|head| sql.split_once(head.as_str()))
        .map(|(_, rest)| rest)?;
    Some(Print {
        algorithm,
        columns: listed(rest),
    })
}

/// The list with which a text begins, up to the bracket that stands in no name.
fn listed(text: &str) -> Option<&str> {
    if !text.starts_with('(') {
        return None;
    }
    let mut inside = false;
    let end = text.char_indices().find_map(|(at, c)| {
        inside ^= c == '`';
        (c == ')' && !inside).then_some(at)
    })?;
    text.get(..=end)
}

pub(super) fn read(
    database: &str,
    row: Row<'_>,
    print: Option<&Print<'_>>,
) -> Result<Made, DecodeError> {
    let body = without_database(database, row.opt("body").unwrap_or(""));
    let algorithm = row.opt("algorithm").or(print.map(|print| print.algorithm));
    let mut head = "CREATE".to_owned();
    match algorithm {
        None | Some("UNDEFINED") => {}
        Some(algorithm) => {
            let _ = write!(head, " ALGORITHM={algorithm}");
        }
    }
    if row.opt("security") == Some("INVOKER") {
        head.push_str(" SQL SECURITY INVOKER");
    }
    let _ = write!(head, " VIEW {}", quote(row.text("name")?));
    let tail = match row.opt("check_option") {
        Some(option @ ("CASCADED" | "LOCAL")) => format!(" WITH {option} CHECK OPTION"),
        _ => String::new(),
    };
    let columns = print.and_then(|print| print.columns);
    let definition = match columns {
        Some(columns) => format!("{head} {columns} AS {body}{tail}"),
        None => format!("{head} AS {body}{tail}"),
    };
    let called = columns.and_then(|columns| called(&body, columns));
    Ok(Made {
        hashed: called.map_or_else(
            || definition.clone(),
            |called| format!("{head} AS {called}{tail}"),
        ),
        // A view whose text an account may not see is printed without one.
        definition: (!body.is_empty()).then_some(definition),
        body,
        home: None,
    })
}

/// A query that calls its columns as a list does. Beside a list the names in the query mean nothing, and
/// are how an expression was spelt by whoever made the view. `None` where it is no plain query.
fn called(query: &str, columns: &str) -> Option<String> {
    let text = |token: &Token| query.get(token.start..token.end);
    let names = tokens(Flavor::Mysql, columns);
    let mut names = names.iter().filter(|token| token.kind == TokenKind::Quoted);
    let all = tokens(Flavor::Mysql, query);
    let is = |token: &Token, word: &str| {
        token.kind == TokenKind::Word && text(token).is_some_and(|it| it.eq_ignore_ascii_case(word))
    };
    let mut depth = 0_u32;
    let mut flat = Vec::new();
    for token in &all {
        match text(token)? {
            "(" => depth += 1,
            ")" => depth = depth.checked_sub(1)?,
            _ if depth == 0 => flat.push(token),
            _ => {}
        }
    }
    let mut flat = flat.into_iter().skip_while(|token| !is(token, "select"));
    let (mut out, mut copied) = (String::new(), 0);
    let mut last: [Option<&Token>; 2] = [None, None];
    loop {
        let token = flat.next();
        let more = token.is_some_and(|token| text(token) == Some(","));
        let ends = [
            "from",
            "union",
            "except",
            "intersect",
            "where",
            "order",
            "limit",
        ];
        if more || token.is_none_or(|token| ends.iter().any(|word| is(token, word))) {
            let [Some(word), Some(alias)] = last else {
                return None;
            };
            let name = names.next().filter(|_| is(word, "as"))?;
            out.push_str(query.get(copied..alias.start)?);
            out.push_str(columns.get(name.start..name.end)?);
            copied = alias.end;
            if !more {
                break;
            }
        }
        last = [last[1], token];
    }
    out.push_str(query.get(copied..)?);
    names.next().is_none().then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_the_list_says() {
        let head = "CREATE ALGORITHM=MERGE DEFINER=` VIEW `@`%` SQL SECURITY INVOKER VIEW `v`";
        let columns = |list: &str| {
            let sql = format!("{head} {list}AS select 1 AS `(`");
            print("v", &sql).map(|print| print.columns.map(str::to_owned))
        };
        assert_eq!(columns(""), Some(None));
        assert_eq!(columns("(`a`,`b`) "), Some(Some("(`a`,`b`)".to_owned())));
        assert_eq!(
            columns("(`a)`,```(`) "),
            Some(Some("(`a)`,```(`)".to_owned()))
        );
        assert_eq!(print("w", head), None);
    }

    #[test]
    fn names_beside_a_list_mean_nothing() {
        let columns = "(`a`,`b`)";
        for (query, expected) in [
            (
                "select `t`.`x` AS `x`,(`t`.`x` + 1) AS `x + 1` from `t`",
                Some("select `t`.`x` AS `a`,(`t`.`x` + 1) AS `b` from `t`"),
            ),
            (
                "with `c` as (select 1 AS `from`) select `c`.`from` AS `from`,trim('x' from 'y') AS `,` from `c`",
                Some(
                    "with `c` as (select 1 AS `from`) select `c`.`from` AS `a`,trim('x' from 'y') AS `b` from `c`",
                ),
            ),
            (
                "select 1 AS `1`,2 AS `2` union select 3 AS `3`,4 AS `4`",
                Some("select 1 AS `a`,2 AS `b` union select 3 AS `3`,4 AS `4`"),
            ),
            ("select 1 AS `1`,2 AS `2`", Some("select 1 AS `a`,2 AS `b`")),
            ("select 1 AS `1`", None),
            ("select 1 AS `1`,2 AS `2`,3 AS `3`", None),
            ("(select 1 AS `1`,2 AS `2`) union (select 3,4)", None),
        ] {
            assert_eq!(called(query, columns).as_deref(), expected, "{query}");
        }
    }
}
