//! `GRANT` and `REVOKE` of `PostgreSQL`, as far as they are about objects of a schema.

use super::error::Refusal;
use super::words::Words;
use super::{PieceKind, Reason, qualify};

/// What privileges may be given on here. The word may be left out for tables.
const OBJECTS: &[&str] = &[
    "TABLE",
    "SEQUENCE",
    "FUNCTION",
    "PROCEDURE",
    "ROUTINE",
    "TYPE",
    "DOMAIN",
    "SCHEMA",
];

/// What they may not be given on: it is outside of the schema (`PostgreSQL` 18 manual, GRANT).
const FOREIGN: &[&str] = &[
    "DATABASE",
    "FOREIGN",
    "LANGUAGE",
    "LARGE",
    "PARAMETER",
    "TABLESPACE",
];

/// Checks a statement whose first word is `GRANT` or `REVOKE`.
pub(super) fn check(words: &Words<'_>) -> Result<PieceKind, Refusal> {
    let verb = words.shown(0);
    let refused =
        |at, what: &str| Err(Refusal::at(at, Reason::NotAllowed(format!("{verb}{what}"))));
    // Without ON it is about the members of a role.
    let Some(on) = (1..words.tokens.len()).find(|at| words.is(*at, "ON")) else {
        return refused(0, "");
    };
    let mut at = on + 1;
    if words.is(at, "ALL") {
        return Err(Refusal::at(at, Reason::GrantOnAll));
    }
    if words.any(at, FOREIGN) {
        return refused(0, &format!(" ON {}", words.shown(at)));
    }
    let is_schema = words.is(at, "SCHEMA");
    // A table may be called like one of these words.
    let is_word = words.any(at, OBJECTS) && words.part(at + 1).is_some();
    if is_word && !words.any(at + 1, &["TO", "FROM"]) {
        at += 1;
    }
    loop {
        let Some(name) = words.name(at) else {
            return refused(at, "");
        };
        match name.parts.first() {
            Some(schema) if is_schema => {
                if let Some(reason) = qualify::postgres_schema(schema) {
                    return Err(Refusal::at(at, reason));
                }
            }
            _ => qualify::object(words, at, &name)?,
        }
        at = words.behind_group(name.end);
        if !words.symbol(at, ",") {
            break;
        }
        at += 1;
    }
    if !words.any(at, &["TO", "FROM"]) {
        return refused(at, "");
    }
    let tail = (at..words.tokens.len()).find(|at| words.any(*at, &["GRANTED", "CASCADE"]));
    match tail {
        // Somebody else's word, and what others have been given in turn.
        Some(at) => refused(at, &format!(" … {}", words.shown(at))),
        None => Ok(PieceKind::Grant),
    }
}
