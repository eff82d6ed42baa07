//! The session lines that dumps write around their statements.
//!
//! They are recognised so that a dump can be declared, and never executed: what they would set
//! is pinned by the engines, or has no meaning for a structure.

use super::error::Refusal;
use super::lexer::inside;
use super::words::Words;
use super::{Flavor, Reason, TokenKind};

/// Settings that `pg_dump` writes, and the one value each may have if it changes what the
/// statements mean.
const POSTGRES_SETTINGS: &[(&str, Option<&str>)] = &[
    ("statement_timeout", None),
    ("lock_timeout", None),
    ("idle_in_transaction_session_timeout", None),
    ("transaction_timeout", None),
    ("client_encoding", None),
    ("standard_conforming_strings", Some("on")),
    ("check_function_bodies", None),
    ("xmloption", None),
    ("client_min_messages", None),
    ("row_security", None),
    ("search_path", Some("''")),
    ("default_tablespace", Some("''")),
    ("default_table_access_method", Some("heap")),
    ("default_with_oids", Some("false")),
];

/// Variables that `mysqldump`, `mariadb-dump` and `phpMyAdmin` write.
const MYSQL_SETTINGS: &[&str] = &[
    "autocommit",
    "character_set_client",
    "character_set_connection",
    "character_set_results",
    "collation_connection",
    "foreign_key_checks",
    "note_verbosity",
    "sql_log_bin",
    "sql_mode",
    "sql_notes",
    "time_zone",
    "unique_checks",
];

/// Parts of an `sql_mode` under which the text would be read differently.
const READING_MODES: &[&str] = &["ANSI", "NO_BACKSLASH", "ORACLE", "DB2", "MAXDB", "MSSQL"];

/// The first lines of `mariadb-dump` files, an instruction to the client alone.
const SANDBOX_MARKS: [&str; 2] = [
    "/*M!999999\\- enable the sandbox mode */",
    "/*!999999\\- enable the sandbox mode */",
];

/// Whether this executable comment is the sandbox mark of `mariadb-dump`.
pub(super) fn is_sandbox_mark(comment: &str) -> bool {
    SANDBOX_MARKS.contains(&comment)
}

/// A label for the statement if it is a session line of a dump; `None` if it is none.
pub(super) fn line(words: &Words<'_>) -> Result<Option<String>, Refusal> {
    if words.raw(0).starts_with("/*") {
        return executable(words)
            .map(Some)
            .ok_or(Refusal::at(0, Reason::ExecutableComment));
    }
    if words.is(0, "SET") {
        let label = match words.flavor {
            Flavor::Postgres => postgres_set(words),
            Flavor::Mysql | Flavor::Mariadb => mysql_set(words),
            Flavor::Sqlite => return Ok(None),
        };
        return label.map(Some).ok_or_else(|| {
            let first = 1 + words.sequence(1, "SESSION").unwrap_or(0);
            Refusal::at(0, Reason::Setting(words.shown(first)))
        });
    }
    Ok(transaction(words).or_else(|| other(words)))
}

/// A line that opens or closes the dump's transaction, and no variant of it.
fn transaction(words: &Words<'_>) -> Option<String> {
    let mysql = words.flavor.is_mysql_family();
    let lines: &[&str] = if mysql {
        &[
            "BEGIN",
            "BEGIN WORK",
            "START TRANSACTION",
            "COMMIT",
            "COMMIT WORK",
        ]
    } else {
        &[
            "BEGIN",
            "BEGIN TRANSACTION",
            "START TRANSACTION",
            "COMMIT",
            "COMMIT TRANSACTION",
        ]
    };
    let is_line = |text: &&&str| words.sequence(0, text) == Some(words.tokens.len());
    lines.iter().find(is_line).map(|text| (*text).to_owned())
}

fn other(words: &Words<'_>) -> Option<String> {
    match words.flavor {
        Flavor::Postgres => set_config(words),
        Flavor::Sqlite => {
            let value =
                words.any(3, &["ON", "OFF", "TRUE", "FALSE"]) || matches!(words.raw(3), "0" | "1");
            let pragma = words.sequence(0, "PRAGMA foreign_keys").is_some()
                && words.symbol(2, "=")
                && value
                && words.ended(4);
            pragma.then(|| "PRAGMA foreign_keys".to_owned())
        }
        Flavor::Mysql | Flavor::Mariadb => table_locks(words),
    }
}

/// The one `SELECT` that `pg_dump` writes, exactly.
fn set_config(words: &Words<'_>) -> Option<String> {
    const FORM: [&str; 11] = [
        "SELECT",
        "pg_catalog",
        ".",
        "set_config",
        "(",
        "'search_path'",
        ",",
        "''",
        ",",
        "false",
        ")",
    ];
    let same = words.tokens.len() == FORM.len()
        && FORM
            .iter()
            .enumerate()
            .all(|(at, text)| words.raw(at) == *text);
    same.then(|| "SELECT pg_catalog.set_config".to_owned())
}

fn table_locks(words: &Words<'_>) -> Option<String> {
    if words.sequence(0, "UNLOCK TABLES") == Some(words.tokens.len()) {
        return Some("UNLOCK TABLES".to_owned());
    }
    words.sequence(0, "LOCK TABLES")?;
    let last = words.tokens.len().checked_sub(1)?;
    let plain = |at: usize| words.part(at).is_some() || words.symbol(at, ",");
    let locks = last > 2 && (2..=last).all(plain) && words.any(last, &["READ", "WRITE", "LOCAL"]);
    locks.then(|| "LOCK TABLES".to_owned())
}

/// `SET name {= | TO} value` with one plain value.
fn postgres_set(words: &Words<'_>) -> Option<String> {
    let at = 1 + words.sequence(1, "SESSION").unwrap_or(0);
    let (name, only) = POSTGRES_SETTINGS
        .iter()
        .find(|(name, _)| words.is(at, name))?;
    let assigned = words.symbol(at + 1, "=") || words.is(at + 1, "TO");
    let value = words.raw(at + 2);
    let plain = words.kind(at + 2)? != TokenKind::Symbol && words.ended(at + 3);
    let right = only.is_none_or(|only| value.eq_ignore_ascii_case(only));
    (assigned && plain && right).then(|| format!("SET {name}"))
}

/// `SET` with a list of assignments, each of one plain value.
fn mysql_set(words: &Words<'_>) -> Option<String> {
    if words.is(1, "NAMES") {
        let collated = words.is(3, "COLLATE") && words.ended(5);
        let named = plain_value(words, 2) == Some(3) && (words.ended(3) || collated);
        return named.then(|| "SET NAMES".to_owned());
    }
    let mut at = 1;
    loop {
        at = assignment(words, at)?;
        if words.ended(at) {
            return Some(format!("SET {}", words.shown(1)));
        }
        if !words.symbol(at, ",") {
            return None;
        }
        at += 1;
    }
}

/// The index behind one assignment to a user variable or to one of [`MYSQL_SETTINGS`].
fn assignment(words: &Words<'_>, start: usize) -> Option<usize> {
    let mut at = start;
    let target = words.raw(at);
    let user = target.len() > 1 && target.starts_with('@') && !target.starts_with("@@");
    let session = target.eq_ignore_ascii_case("@@SESSION") && words.symbol(at + 1, ".");
    if session {
        at += 2;
    } else {
        at += words.sequence(at, "SESSION").unwrap_or(0);
    }
    let name = words.raw(at).strip_prefix("@@").unwrap_or(words.raw(at));
    let known = MYSQL_SETTINGS
        .iter()
        .any(|setting| name.eq_ignore_ascii_case(setting));
    if !(user || known) || !words.symbol(at + 1, "=") {
        return None;
    }
    let value = words.raw(at + 2).to_ascii_uppercase();
    let mode = name.eq_ignore_ascii_case("sql_mode");
    if mode && READING_MODES.iter().any(|part| value.contains(part)) {
        return None;
    }
    plain_value(words, at + 2)
}

/// The index behind a literal, a word, `@variable` or `@@[scope.]variable`.
fn plain_value(words: &Words<'_>, at: usize) -> Option<usize> {
    match words.kind(at)? {
        TokenKind::Word | TokenKind::String | TokenKind::Number => Some(at + 1),
        TokenKind::Symbol if words.raw(at).starts_with('@') && words.raw(at).len() > 1 => {
            let scoped = words.raw(at).starts_with("@@") && words.symbol(at + 1, ".");
            Some(if scoped { at + 3 } else { at + 1 })
        }
        TokenKind::Symbol | TokenKind::Quoted => None,
    }
}

/// `/*!40101 SET ... */` as a whole statement.
fn executable(words: &Words<'_>) -> Option<String> {
    let [comment] = words.tokens else { return None };
    let tokens = inside(words.flavor, words.text, *comment)?;
    let inner = Words {
        tokens: &tokens,
        ..*words
    };
    if inner.is(0, "SET") {
        mysql_set(&inner)
    } else {
        None
    }
}
