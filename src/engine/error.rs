//! What a database said when it refused, by the kinds that decide what happens next.

use serde::{Deserialize, Serialize};

/// A failed exchange with a database.
///
/// The message is the server's own; statements and bound values are never part of it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{doing}: {message}{}", .code.as_ref().map(|c| format!(" ({c})")).unwrap_or_default())]
pub struct EngineError {
    /// The kind, from the server's code, never from its text.
    pub kind: ErrorKind,
    /// `SQLSTATE`, error number or result code.
    pub code: Option<String>,
    /// What was being done and to what.
    pub doing: String,
    /// The server's message.
    pub message: String,
}

impl EngineError {
    /// An error of ours rather than a server's.
    pub fn new(kind: ErrorKind, doing: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            kind,
            code: None,
            doing: doing.into(),
            message: message.into(),
        }
    }

    /// The same error, said of something more precise.
    #[must_use]
    pub fn while_doing(mut self, doing: impl Into<String>) -> Self {
        self.doing = doing.into();
        self
    }
}

/// Kinds of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ErrorKind {
    /// Nobody answers at the address, or the link broke.
    Unreachable,
    /// The credentials were refused.
    Authentication,
    /// The certificate was refused, or TLS was.
    Tls,
    /// The account lacks a privilege.
    Permission,
    /// A lock was not to be had in time, a deadlock, a serialisation failure: worth another try.
    Transient,
    /// Rows are in the way (duplicates, orphans, NULLs, values that do not fit).
    Data,
    /// The statement was not understood or names something that is not there.
    Statement,
    /// The object exists already.
    Exists,
    /// The engine, its version or this program cannot do it.
    Unsupported,
    /// No disk, no memory, no connection left.
    Resources,
    /// Anything else.
    Other,
}

/// A catalog row that is not as this program expects it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("reading {what} of the catalog: {problem}")]
pub struct DecodeError {
    /// Which rows.
    pub what: String,
    /// What is wrong with them.
    pub problem: String,
}

impl From<DecodeError> for EngineError {
    fn from(error: DecodeError) -> Self {
        Self::new(
            ErrorKind::Unsupported,
            format!("reading {} of the catalog", error.what),
            error.problem,
        )
    }
}
