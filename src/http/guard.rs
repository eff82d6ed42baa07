//! Who asks, and what they may do.

use super::problem::{Problem, ProblemKind};
use async_trait::async_trait;
use std::collections::BTreeMap;

/// What a request does to a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verb {
    /// Looks at the database and its history.
    Read,
    /// Plans, validates and rehearses: reads, and works in scratch.
    Plan,
    /// Executes a plan.
    Execute,
    /// Says that a plan's critical risks are taken.
    Approve,
}

impl Verb {
    /// The word in the audit log and, but for [`Verb::Read`], the cluster's verb.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Read => "get",
            Self::Plan => "plan",
            Self::Execute => "execute",
            Self::Approve => "approve",
        }
    }
}

/// Somebody who was recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The name in the audit log and in history.
    pub name: String,
    /// Groups, where the guard knows some.
    pub groups: Vec<String>,
    /// The id that the guard knows the caller by.
    pub uid: String,
    /// What else the guard knows and needs for its own questions.
    pub extra: BTreeMap<String, Vec<String>>,
}

impl Caller {
    /// Somebody of whom nothing but a name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            groups: Vec::new(),
            uid: String::new(),
            extra: BTreeMap::new(),
        }
    }
}

/// Why somebody is turned away.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GuardError {
    /// No token, or none that is known. Which of the two is not said.
    #[error("the request carries no bearer token that is known here")]
    Unknown,
    /// Recognised, and not allowed.
    #[error("{caller} may not {verb} {target}")]
    Denied {
        /// Who.
        caller: String,
        /// What.
        verb: &'static str,
        /// Where.
        target: String,
    },
    /// It cannot be found out now.
    #[error("who the caller is could not be found out: {0}")]
    Unavailable(String),
}

/// Recognises callers and knows what they may do.
#[async_trait]
pub trait Guard: Send + Sync + 'static {
    /// Who carries this token; `None` where the request has none.
    async fn identify(&self, token: Option<&str>) -> Result<Caller, GuardError>;

    /// Whether the caller may do this to the target, which is `None` where there is only one.
    async fn allow(
        &self,
        caller: &Caller,
        verb: Verb,
        target: Option<&str>,
    ) -> Result<(), GuardError>;
}

/// Lets everybody in. For a loopback address alone: `serve` sees to that.
#[derive(Debug)]
pub struct NoToken;

#[async_trait]
impl Guard for NoToken {
    async fn identify(&self, _: Option<&str>) -> Result<Caller, GuardError> {
        Ok(Caller::named("anybody"))
    }

    async fn allow(&self, _: &Caller, _: Verb, _: Option<&str>) -> Result<(), GuardError> {
        Ok(())
    }
}

impl From<GuardError> for Problem {
    fn from(error: GuardError) -> Self {
        let (kind, remedy) = match &error {
            GuardError::Unknown => (
                ProblemKind::Unauthenticated,
                "send Authorization: Bearer TOKEN with a token that is valid here",
            ),
            GuardError::Denied { .. } => (
                ProblemKind::Forbidden,
                "ask who rules this target for the verb that is missing",
            ),
            GuardError::Unavailable(_) => (ProblemKind::GuardUnavailable, "try again later"),
        };
        Self::new(kind, error.to_string(), remedy)
    }
}
