//! What the database room says, as problems.

use super::problem::{Problem, ProblemKind};
use crate::database::DatabaseError;
use crate::engine::{EngineError, ErrorKind};
use crate::pipeline::{Refusal, RefusalClass};

impl From<DatabaseError> for Problem {
    fn from(error: DatabaseError) -> Self {
        let detail = error.to_string();
        match error {
            DatabaseError::Location(_) => Self::new(
                ProblemKind::DatabaseRefused,
                detail,
                "correct the address that Driftless was given",
            ),
            DatabaseError::Refused(refusal) => refused(&refusal),
            DatabaseError::Engine(error) => engine(&error),
            DatabaseError::Unknown { what, nearest, .. } => Self {
                nearest,
                ..Self::new(unknown(what), detail, "ask for a name that is there")
            },
            DatabaseError::Request(_) => Self::new(
                ProblemKind::ImpossibleRequest,
                detail,
                "say one thing that can be done",
            ),
            DatabaseError::Stale { live, .. } => Self {
                plan_id: Some(live.to_string()),
                ..Self::new(
                    ProblemKind::StalePlan,
                    detail,
                    "ask for a plan again, read it, and execute that one",
                )
            },
            DatabaseError::ApprovalMismatch { given, .. } => Self {
                plan_id: Some(given.to_string()),
                ..Self::new(
                    ProblemKind::ApprovalMismatch,
                    detail,
                    "read the plan, then set options.approve to its id",
                )
            },
            DatabaseError::ApprovalNeeded(plan) => Self {
                plan_id: Some(plan.id.clone()),
                ..Self::new(
                    ProblemKind::ApprovalRequired,
                    detail,
                    format!(
                        "read its risks, then execute with options.approve set to {}",
                        plan.id
                    ),
                )
            },
            DatabaseError::Forbidden(plan) => Self {
                plan_id: Some(plan.id.clone()),
                ..Self::new(
                    ProblemKind::PolicyForbids,
                    detail,
                    "change the declaration, or the policy that forbids it",
                )
            },
            DatabaseError::Busy { running } => busy(running),
        }
    }
}

/// Another execution of the same database runs.
pub(super) fn busy(running: Option<String>) -> Problem {
    let detail = match &running {
        Some(id) => format!("execution {id} of the same database is running"),
        None => "another execution of the same database is running".to_owned(),
    };
    Problem {
        execution_id: running,
        ..Problem::new(
            ProblemKind::Busy,
            detail,
            "wait until it has ended, plan again, and execute that plan",
        )
    }
}

fn unknown(what: &str) -> ProblemKind {
    match what {
        "execution" => ProblemKind::UnknownExecution,
        _ => ProblemKind::UnknownTable,
    }
}

fn refused(refusal: &Refusal) -> Problem {
    let kind = match refusal.class {
        RefusalClass::InvalidSchema => ProblemKind::InvalidSchema,
        RefusalClass::Unsupported => ProblemKind::Unsupported,
        RefusalClass::AmbiguousRename => ProblemKind::AmbiguousRename,
        RefusalClass::ScratchUnavailable => ProblemKind::ScratchUnavailable,
        RefusalClass::NonConvergent => ProblemKind::NonConvergent,
        RefusalClass::TargetOwnedByAnother => ProblemKind::OwnedByAnother,
        RefusalClass::BackupFailed => ProblemKind::BackupFailed,
        RefusalClass::BackupRequired => ProblemKind::BackupRequired,
        RefusalClass::UnknownExecution => ProblemKind::UnknownExecution,
        RefusalClass::NothingToRollBack => ProblemKind::NothingToRollBack,
        RefusalClass::NotRecorded => ProblemKind::NotRecorded,
        RefusalClass::Diverged => ProblemKind::Diverged,
    };
    let remedy = match refusal.items.as_slice() {
        [one] => one.instead.clone(),
        _ => "correct each of the items and ask again".to_owned(),
    };
    Problem {
        items: refusal.items.iter().cloned().map(Into::into).collect(),
        ..Problem::new(kind, refusal.to_string(), remedy)
    }
}

/// What a client's declaration brought about is told as that; the rest is the way to the database.
fn engine(error: &EngineError) -> Problem {
    let (kind, remedy) = match error.kind {
        ErrorKind::Data | ErrorKind::Statement | ErrorKind::Exists | ErrorKind::Unsupported => (
            ProblemKind::DatabaseRejected,
            "correct what was asked for, or what is in its way in the database",
        ),
        ErrorKind::Authentication | ErrorKind::Tls => (
            ProblemKind::DatabaseRefused,
            "correct the address, the account or the certificate that Driftless was given",
        ),
        ErrorKind::Permission => (
            ProblemKind::DatabaseRefused,
            "grant the account of Driftless the privilege that is missing",
        ),
        ErrorKind::Unreachable | ErrorKind::Resources | ErrorKind::Transient => (
            ProblemKind::DatabaseUnavailable,
            "try again; GET health says which part does not work",
        ),
        ErrorKind::Other => (
            ProblemKind::DatabaseRefused,
            "read the message of the server; GET health says which part does not work",
        ),
    };
    Problem::new(kind, error.to_string(), remedy)
}
