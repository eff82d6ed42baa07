//! The first words of a `CREATE`: what it makes and where its name stands.

use super::error::Refusal;
use super::lexer::{Lexeme, Lexer, Token};
use super::words::Words;
use super::{Flavor, PieceKind, Reason};

/// How many tokens are read to find the name of an object; prefixes are far shorter.
const HEAD_TOKENS: usize = 64;

/// The head of a `CREATE` statement.
#[derive(Debug)]
pub(super) struct Head {
    /// What it makes.
    pub(super) kind: PieceKind,
    /// The words that said so, upper case.
    pub(super) words: &'static str,
    /// Index of the token where the name is expected.
    pub(super) name: usize,
    /// Index of a `DEFINER` clause that names an account.
    pub(super) definer: Option<usize>,
}

type Entry = (&'static str, fn() -> PieceKind);

const POSTGRES: &[Entry] = &[
    ("TABLE", || PieceKind::CreateTable),
    ("UNLOGGED TABLE", || PieceKind::CreateTable),
    ("INDEX", || PieceKind::CreateIndex),
    ("UNIQUE INDEX", || PieceKind::CreateIndex),
    ("VIEW", || PieceKind::CreateView),
    ("RECURSIVE VIEW", || PieceKind::CreateView),
    ("MATERIALIZED VIEW", || PieceKind::CreateView),
    ("TRIGGER", || PieceKind::CreateTrigger),
    ("CONSTRAINT TRIGGER", || PieceKind::CreateTrigger),
    ("FUNCTION", || PieceKind::CreateRoutine),
    ("PROCEDURE", || PieceKind::CreateRoutine),
    ("SEQUENCE", || PieceKind::CreateSequence),
    ("UNLOGGED SEQUENCE", || PieceKind::CreateSequence),
    ("SCHEMA", || PieceKind::CreateSchema),
    ("TYPE", || PieceKind::CreateType),
    ("DOMAIN", || PieceKind::CreateDomain),
    ("EXTENSION", || PieceKind::CreateExtension),
    ("POLICY", || PieceKind::CreatePolicy),
];

/// Objects of `PostgreSQL` that belong to a schema and are known by their words alone.
const POSTGRES_OTHER: &[&str] = &[
    "AGGREGATE",
    "CAST",
    "COLLATION",
    "CONVERSION",
    "OPERATOR CLASS",
    "OPERATOR FAMILY",
    "OPERATOR",
    "RULE",
    "STATISTICS",
    "TEXT SEARCH CONFIGURATION",
    "TEXT SEARCH DICTIONARY",
    "TEXT SEARCH PARSER",
    "TEXT SEARCH TEMPLATE",
    "TRANSFORM",
];

/// Those of them whose words are not followed by a plain name.
pub(super) const NAMELESS: &[&str] = &["CAST", "OPERATOR", "TRANSFORM"];

const MYSQL: &[Entry] = &[
    ("TABLE", || PieceKind::CreateTable),
    ("INDEX", || PieceKind::CreateIndex),
    ("UNIQUE INDEX", || PieceKind::CreateIndex),
    ("FULLTEXT INDEX", || PieceKind::CreateIndex),
    ("SPATIAL INDEX", || PieceKind::CreateIndex),
    ("VIEW", || PieceKind::CreateView),
    ("TRIGGER", || PieceKind::CreateTrigger),
    ("FUNCTION", || PieceKind::CreateRoutine),
    ("PROCEDURE", || PieceKind::CreateRoutine),
    ("EVENT", || PieceKind::CreateEvent),
];

const MARIADB: &[Entry] = &[
    ("SEQUENCE", || PieceKind::CreateSequence),
    ("VECTOR INDEX", || PieceKind::CreateIndex),
    ("AGGREGATE FUNCTION", || PieceKind::CreateRoutine),
];

const SQLITE: &[Entry] = &[
    ("TABLE", || PieceKind::CreateTable),
    ("INDEX", || PieceKind::CreateIndex),
    ("UNIQUE INDEX", || PieceKind::CreateIndex),
    ("VIEW", || PieceKind::CreateView),
    ("TRIGGER", || PieceKind::CreateTrigger),
    ("VIRTUAL TABLE", || PieceKind::CreateVirtualTable),
];

/// What may be replaced without losing data or dependants.
const REPLACEABLE: &[&str] = &[
    "VIEW",
    "RECURSIVE VIEW",
    "FUNCTION",
    "AGGREGATE FUNCTION",
    "PROCEDURE",
    "TRIGGER",
    "CONSTRAINT TRIGGER",
    "AGGREGATE",
    "EVENT",
    "RULE",
    "TRANSFORM",
];

/// Reads the head of a statement whose first word is `CREATE`.
pub(super) fn read(words: &Words<'_>) -> Result<Head, Refusal> {
    let mut at = 1;
    let replaces = words.sequence(at, "OR REPLACE");
    at += replaces.unwrap_or(0);
    if words.any(at, &["TEMP", "TEMPORARY", "GLOBAL", "LOCAL"]) {
        return Err(Refusal::at(at, Reason::Temporary));
    }
    let mut definer = None;
    if words.flavor.is_mysql_family() {
        (at, definer) = behind_prefixes(words, at);
    }
    let Some((keywords, kind)) = find(words, at) else {
        return Err(Refusal::at(at, Reason::NotSchema(words.shown(at))));
    };
    if replaces.is_some() && !REPLACEABLE.contains(&keywords) {
        return Err(Refusal::at(1, Reason::OrReplace(keywords.to_owned())));
    }
    at += keywords.split(' ').count();
    if words.is(at, "CONCURRENTLY") && kind == PieceKind::CreateIndex {
        return Err(Refusal::at(at, Reason::Concurrently));
    }
    at += words.sequence(at, "IF NOT EXISTS").unwrap_or(0);
    Ok(Head {
        kind,
        words: keywords,
        name: at,
        definer,
    })
}

fn find(words: &Words<'_>, at: usize) -> Option<(&'static str, PieceKind)> {
    let lists: &[&[Entry]] = match words.flavor {
        Flavor::Postgres => &[POSTGRES],
        Flavor::Mysql => &[MYSQL],
        Flavor::Mariadb => &[MYSQL, MARIADB],
        Flavor::Sqlite => &[SQLITE],
    };
    let entries = lists.iter().flat_map(|list| list.iter());
    for (keywords, kind) in entries {
        if words.sequence(at, keywords).is_some() {
            return Some((keywords, kind()));
        }
    }
    let others = if words.flavor == Flavor::Postgres {
        POSTGRES_OTHER
    } else {
        &[]
    };
    let found = others
        .iter()
        .find(|keywords| words.sequence(at, keywords).is_some())?;
    Some((found, PieceKind::CreateOther((*found).to_owned())))
}

/// Steps over `ALGORITHM = x`, `SQL SECURITY x` and `DEFINER = account`; also returns where an
/// account is named.
fn behind_prefixes(words: &Words<'_>, start: usize) -> (usize, Option<usize>) {
    let mut at = start;
    let mut definer = None;
    loop {
        let algorithm = words.is(at, "ALGORITHM") && words.symbol(at + 1, "=");
        if algorithm || words.sequence(at, "SQL SECURITY").is_some() {
            at += 3;
        } else if words.is(at, "DEFINER") && words.symbol(at + 1, "=") {
            if !words.is(at + 2, "CURRENT_USER") || words.raw(at + 3).starts_with('@') {
                definer = Some(at);
            }
            at = behind_account(words, at + 2);
        } else {
            return (at, definer);
        }
    }
}

/// Steps over `user`, `user@host` (the host quoted or not) or `CURRENT_USER()`.
fn behind_account(words: &Words<'_>, user: usize) -> usize {
    match words.raw(user + 1) {
        "@" => user + 3,
        host if host.starts_with('@') => user + 2,
        _ => words.behind_group(user + 1),
    }
}

/// The name of the object that the text of a piece creates.
pub(super) fn created_name(flavor: Flavor, text: &str) -> Option<(Option<String>, String)> {
    let tokens = head_tokens(flavor, text);
    let words = Words {
        flavor,
        text,
        tokens: &tokens,
    };
    if !words.is(0, "CREATE") {
        return None;
    }
    let head = read(&words).ok()?;
    if !named(&words, &head) {
        return None;
    }
    let mut parts = words.name(head.name)?.parts;
    let name = parts.pop()?;
    Some((parts.pop(), name))
}

fn head_tokens(flavor: Flavor, text: &str) -> Vec<Token> {
    let lexemes = Lexer::new(flavor, text).map_while(Result::ok);
    lexemes
        .filter_map(Lexeme::token)
        .take(HEAD_TOKENS)
        .collect()
}

/// Whether the object has a name of its own.
pub(super) fn named(words: &Words<'_>, head: &Head) -> bool {
    let omitted = match head.kind {
        PieceKind::CreateIndex => words.is(head.name, "ON"),
        PieceKind::CreateSchema => words.is(head.name, "AUTHORIZATION"),
        PieceKind::CreateOther(_) => {
            NAMELESS.contains(&head.words)
                || (head.words == "STATISTICS" && words.is(head.name, "ON"))
        }
        _ => false,
    };
    !omitted
}
