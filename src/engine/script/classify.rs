//! The allow-list: what one statement declares, or why it may not stand in a declaration.

use super::error::Refusal;
use super::words::Words;
use super::{Flavor, PieceKind, Reason, alter, create, grant, session};

/// Kinds of objects that a `COMMENT ON` may not be about: they are outside of the schema.
const FOREIGN_COMMENTS: &[&str] = &[
    "ACCESS",
    "DATABASE",
    "EVENT",
    "FOREIGN",
    "LANGUAGE",
    "LARGE",
    "PROCEDURAL",
    "PUBLICATION",
    "ROLE",
    "SERVER",
    "SUBSCRIPTION",
    "TABLESPACE",
];

/// Classifies the statement whose tokens these are.
pub(super) fn classify(words: &Words<'_>) -> Result<PieceKind, Refusal> {
    if words.is(0, "CREATE") {
        return create::check(words);
    }
    if words.is(0, "ALTER") && words.flavor != Flavor::Sqlite {
        return alter::check(words);
    }
    if words.is(0, "COMMENT") && words.is(1, "ON") && words.flavor == Flavor::Postgres {
        if words.any(2, FOREIGN_COMMENTS) {
            let verb = format!("COMMENT ON {}", words.shown(2));
            return Err(Refusal::at(0, Reason::NotAllowed(verb)));
        }
        return Ok(PieceKind::Comment);
    }
    if words.any(0, &["GRANT", "REVOKE"]) && words.flavor == Flavor::Postgres {
        return grant::check(words);
    }
    match session::line(words)? {
        Some(label) => Ok(PieceKind::Ignored(label)),
        None => Err(Refusal::at(0, Reason::NotAllowed(words.shown(0)))),
    }
}
