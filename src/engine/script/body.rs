//! Where a statement with a body ends.
//!
//! Semicolons inside a body do not end the statement. A body is recognised only where the
//! server's grammar has one, so a table named `begin` opens nothing.

use super::compound::{self, Compound};
use super::error::Refusal;
use super::head;
use super::words::Words;
use super::{Flavor, PieceKind, Reason};

/// The body of the statement being read.
#[derive(Debug)]
pub(super) enum Body {
    /// No body: the first semicolon ends the statement.
    None,
    /// A list of statements that ends with the `END` behind a semicolon.
    Listed(Listed),
    /// A compound statement of the `MySQL` family.
    Compound(Compound),
}

/// The state of a statement list.
///
/// `PostgreSQL`: `BEGIN ATOMIC { statement ; } END` (`gram.y`, `routine_body_stmt_list`).
/// `SQLite`: `BEGIN { statement ; } END` (`parse.y`, `trigger_cmd_list`). In both an `END` that
/// follows a semicolon ends the list, and no other does.
#[derive(Debug)]
pub(super) struct Listed {
    starts: bool,
    closed: bool,
}

/// What may begin a statement in a trigger of `SQLite`.
const TRIGGER_VERBS: &[&str] = &[
    "INSERT", "UPDATE", "DELETE", "REPLACE", "SELECT", "WITH", "VALUES",
];

impl Body {
    /// Finds the body of a statement, given its tokens up to the first semicolon.
    pub(super) fn find(words: &Words<'_>) -> Result<Self, Refusal> {
        if !words.is(0, "CREATE") {
            return Ok(Self::None);
        }
        let Ok(head) = head::read(words) else {
            // Refused later; until then its first semicolon ends it.
            return Ok(Self::None);
        };
        let listed = match (words.flavor, head.kind) {
            (Flavor::Postgres, PieceKind::CreateRoutine) => top_level(words, head.name, |at| {
                words.sequence(at, "BEGIN ATOMIC").is_some()
            })
            .map(|at| at + 2),
            (Flavor::Sqlite, PieceKind::CreateTrigger) => {
                top_level(words, head.name + 1, |at| words.is(at, "BEGIN")).map(|at| at + 1)
            }
            (Flavor::Mysql | Flavor::Mariadb, kind) => {
                return Ok(match compound::start(words, &kind, head.name) {
                    Some(at) => {
                        let mut body = Self::Compound(Compound::default());
                        body.feed_all(words, at)?;
                        body
                    }
                    None => Self::None,
                });
            }
            (Flavor::Postgres | Flavor::Sqlite, _) => None,
        };
        let Some(at) = listed else {
            return Ok(Self::None);
        };
        let mut body = Self::Listed(Listed {
            starts: true,
            closed: false,
        });
        body.feed_all(words, at)?;
        Ok(body)
    }

    fn feed_all(&mut self, words: &Words<'_>, from: usize) -> Result<(), Refusal> {
        (from..words.tokens.len()).try_for_each(|at| self.feed(words, at))
    }

    /// Takes in token `at`.
    pub(super) fn feed(&mut self, words: &Words<'_>, at: usize) -> Result<(), Refusal> {
        match self {
            Self::None => Ok(()),
            Self::Listed(listed) => listed.feed(words, at),
            Self::Compound(compound) => compound.feed(words, at),
        }
    }

    /// Whether a semicolon now belongs to the body instead of ending the statement.
    pub(super) fn is_open(&self) -> bool {
        match self {
            Self::None => false,
            Self::Listed(listed) => !listed.closed,
            Self::Compound(compound) => compound.is_open(),
        }
    }
}

impl Listed {
    fn feed(&mut self, words: &Words<'_>, at: usize) -> Result<(), Refusal> {
        if self.closed {
            return Err(Refusal::at(at, Reason::AfterEnd));
        }
        let starts = std::mem::replace(&mut self.starts, words.symbol(at, ";"));
        if !starts {
            return Ok(());
        }
        self.closed = words.is(at, "END");
        let foreign = words.flavor == Flavor::Sqlite && !words.any(at, TRIGGER_VERBS);
        if foreign && !self.closed {
            return Err(Refusal::at(at, Reason::BlockMismatch(words.shown(at))));
        }
        Ok(())
    }
}

/// The first token from `from` on, outside of parentheses, for which `found` holds.
fn top_level(words: &Words<'_>, from: usize, found: impl Fn(usize) -> bool) -> Option<usize> {
    let mut at = from;
    while !words.ended(at) {
        if words.symbol(at, "(") {
            at = words.behind_group(at);
        } else if found(at) {
            return Some(at);
        } else {
            at += 1;
        }
    }
    None
}
