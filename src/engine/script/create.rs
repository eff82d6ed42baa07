//! What a `CREATE` may and may not hold.

use super::error::Refusal;
use super::head::{self, Head};
use super::words::Words;
use super::{PieceKind, Reason, qualify};

/// Storage engines that reach other servers or databases, read files or keep nothing.
const FORBIDDEN_ENGINES: &[&str] = &[
    "BLACKHOLE",
    "CONNECT",
    "FEDERATED",
    "FEDERATEDX",
    "MERGE",
    "MRG_MYISAM",
    "SPIDER",
];

/// Checks a statement whose first word is `CREATE`.
pub(super) fn check(words: &Words<'_>) -> Result<PieceKind, Refusal> {
    let head = head::read(words)?;
    if let Some(at) = head.definer {
        return Err(Refusal::at(at, Reason::Definer));
    }
    let mut behind = head.name;
    if head::named(words, &head) {
        let Some(name) = words.name(head.name) else {
            return Err(Refusal::at(
                head.name,
                Reason::NoName(head.words.to_owned()),
            ));
        };
        qualify::object(words, head.name, &name)?;
        behind = name.end;
    }
    match head.kind {
        PieceKind::CreateTable => table(words, behind)?,
        PieceKind::CreateSchema => schema(words, &head, behind)?,
        PieceKind::CreateRoutine if words.flavor.is_mysql_family() => loadable(words, behind)?,
        _ => {}
    }
    qualify::references(words, &head.kind)?;
    Ok(head.kind)
}

/// `CREATE SCHEMA` with nothing but a name and an owner.
fn schema(words: &Words<'_>, head: &Head, behind: usize) -> Result<(), Refusal> {
    let named = head::named(words, head);
    let reserved = words.part(head.name).filter(|_| named);
    if let Some(reason) = reserved.and_then(|name| qualify::postgres_schema(&name)) {
        return Err(Refusal::at(head.name, reason));
    }
    let owner = if words.is(behind, "AUTHORIZATION") {
        2
    } else {
        0
    };
    if words.ended(behind + owner) {
        return Ok(());
    }
    Err(Refusal::at(behind + owner, Reason::SchemaElements))
}

/// `CREATE FUNCTION ... SONAME 'file'` (`MySQL` 8.4 manual 15.7.4.1). `SONAME` stands within the
/// few words behind the name, before any body.
fn loadable(words: &Words<'_>, behind: usize) -> Result<(), Refusal> {
    let found = (behind..words.tokens.len().min(behind + 3)).find(|at| words.is(*at, "SONAME"));
    found.map_or(Ok(()), |at| Err(Refusal::at(at, Reason::LoadableFunction)))
}

/// Refuses tables made from queries, and options that reach outside the database.
///
/// No dialect allows a query in a column, key or check, so any `SELECT` makes it one; so does
/// an `AS` outside of parentheses, whatever follows it.
fn table(words: &Words<'_>, behind: usize) -> Result<(), Refusal> {
    let mysql = words.flavor.is_mysql_family();
    let mut depth = 0_usize;
    for at in behind..words.tokens.len() {
        if words.symbol(at.wrapping_sub(1), ".") {
            continue;
        }
        if words.symbol(at, "(") {
            depth += 1;
        } else if words.symbol(at, ")") {
            depth = depth.saturating_sub(1);
        }
        let stated = mysql && words.any(at, &["TABLE", "VALUES"]);
        let query = words.is(at, "SELECT")
            || (depth == 0 && words.is(at, "AS"))
            || (stated && (depth == 0 || words.symbol(at.wrapping_sub(1), "(")));
        if query {
            return Err(Refusal::at(at, Reason::TableFromQuery));
        }
        if mysql {
            option(words, at, depth)?;
        }
    }
    Ok(())
}

fn option(words: &Words<'_>, at: usize, depth: usize) -> Result<(), Refusal> {
    let directory = words.any(at, &["DATA", "INDEX"]) && words.is(at + 1, "DIRECTORY");
    let value = at + if words.symbol(at + 1, "=") { 2 } else { 1 };
    let engine = words.is(at, "ENGINE")
        && FORBIDDEN_ENGINES.iter().any(|name| {
            words
                .raw(value)
                .trim_matches(['\'', '"', '`'])
                .eq_ignore_ascii_case(name)
        });
    let connection = depth == 0 && words.is(at, "CONNECTION");
    let option = if directory {
        format!("{} DIRECTORY", words.shown(at))
    } else if engine {
        "ENGINE".to_owned()
    } else if connection {
        "CONNECTION".to_owned()
    } else {
        return Ok(());
    };
    Err(Refusal::at(at, Reason::Option(option)))
}
