//! Why nothing is offered, in words a program and a person can act on.

use crate::backup::BackupError;
use crate::engine::{EngineError, Unsupported};
use schemars::JsonSchema;
use serde::Serialize;

/// A typed "no".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error, JsonSchema)]
#[error("{}: {}", .class.as_str(), .items.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
pub struct Refusal {
    /// Which kind of "no".
    pub class: RefusalClass,
    /// What exactly, all at once.
    pub items: Vec<RefusedItem>,
}

/// Kinds of refusals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub enum RefusalClass {
    /// The declaration does not parse, is not allowed, or the server does not accept it.
    InvalidSchema,
    /// The change, or an object in its way, is not supported.
    Unsupported,
    /// A declared rename cannot be meant.
    AmbiguousRename,
    /// No scratch database is to be had.
    ScratchUnavailable,
    /// The replay in scratch did not give what the plan promises.
    NonConvergent,
    /// Another owner's declaration rules this database.
    TargetOwnedByAnother,
    /// A backup was needed and could not be taken.
    BackupFailed,
    /// Rows would be destroyed without a backup, and nobody named the plan.
    BackupRequired,
    /// History holds no execution of that id.
    UnknownExecution,
    /// The execution changed nothing, or what it changed is back already.
    NothingToRollBack,
    /// What the execution touched was not written down.
    NotRecorded,
    /// What the execution changed was changed again since.
    Diverged,
}

impl RefusalClass {
    /// All classes.
    pub const ALL: [Self; 12] = [
        Self::InvalidSchema,
        Self::Unsupported,
        Self::AmbiguousRename,
        Self::ScratchUnavailable,
        Self::NonConvergent,
        Self::TargetOwnedByAnother,
        Self::BackupFailed,
        Self::BackupRequired,
        Self::UnknownExecution,
        Self::NothingToRollBack,
        Self::NotRecorded,
        Self::Diverged,
    ];

    /// The word in documents, conditions and messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidSchema => "InvalidSchema",
            Self::Unsupported => "Unsupported",
            Self::AmbiguousRename => "AmbiguousRename",
            Self::ScratchUnavailable => "ScratchUnavailable",
            Self::NonConvergent => "NonConvergent",
            Self::TargetOwnedByAnother => "TargetOwnedByAnother",
            Self::BackupFailed => "BackupFailed",
            Self::BackupRequired => "BackupRequired",
            Self::UnknownExecution => "UnknownExecution",
            Self::NothingToRollBack => "NothingToRollBack",
            Self::NotRecorded => "NotRecorded",
            Self::Diverged => "Diverged",
        }
    }
}

/// One thing that is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error, JsonSchema)]
#[error("{object}: {reason}; {instead}")]
pub struct RefusedItem {
    /// The object, or the place in the declaration.
    pub object: String,
    /// Why.
    pub reason: String,
    /// What to do.
    pub instead: String,
}

impl Refusal {
    /// A refusal of one thing.
    pub fn one(
        class: RefusalClass,
        object: impl Into<String>,
        reason: impl Into<String>,
        instead: impl Into<String>,
    ) -> Self {
        let item = RefusedItem {
            object: object.into(),
            reason: reason.into(),
            instead: instead.into(),
        };
        Self {
            class,
            items: vec![item],
        }
    }
}

impl From<Vec<Unsupported>> for Refusal {
    fn from(list: Vec<Unsupported>) -> Self {
        let items = list.into_iter().map(
            |Unsupported {
                 object,
                 reason,
                 instead,
             }| RefusedItem {
                object: object.to_string(),
                reason,
                instead,
            },
        );
        Self {
            class: RefusalClass::Unsupported,
            items: items.collect(),
        }
    }
}

/// Why the pipeline stopped.
#[derive(Debug, thiserror::Error)]
pub enum PipelineError {
    /// By rule.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// By accident.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// Another execution of the same database runs.
    #[error("{error}{}; wait until it ends", .running.as_ref().map(|id| format!(" ({id})")).unwrap_or_default())]
    Busy {
        /// Its id, where it is written down already.
        running: Option<String>,
        /// What waiting for the lock ended in.
        error: EngineError,
    },
}

impl From<BackupError> for PipelineError {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::Engine(error) => Self::Engine(error),
            other => Self::Refused(Refusal::one(
                RefusalClass::BackupFailed,
                "backup",
                other.to_string(),
                "nothing was changed; mend that, or see docs/backups.md",
            )),
        }
    }
}
