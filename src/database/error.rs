//! Why something that was asked for is not answered or not done.

use crate::engine::EngineError;
use crate::intake::LocationError;
use crate::pipeline::{PipelineError, Refusal};
use crate::plan::PlanId;
use crate::report::PlanDocument;

/// Why not. Nothing was changed, whichever it is.
#[derive(Debug, thiserror::Error)]
pub enum DatabaseError {
    /// The address is not understood.
    #[error(transparent)]
    Location(#[from] LocationError),
    /// By rule.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database, or the way to it.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// Something of that name is not there.
    #[error("there is no {what} {name:?}{}", hint(.nearest))]
    Unknown {
        /// `table`, `execution`, …
        what: &'static str,
        /// The name that was asked for.
        name: String,
        /// Names like it that are there.
        nearest: Vec<String>,
    },
    /// The request cannot be meant.
    #[error("{0}")]
    Request(String),
    /// Planning gives another plan now.
    #[error("plan {given} is not what planning gives now, which is {live}; read that one")]
    Stale {
        /// The plan that was given.
        given: PlanId,
        /// What planning gives now.
        live: PlanId,
    },
    /// Another plan than the one to run was approved.
    #[error("plan {approved} was approved, but the plan to run is {given}; approve that one")]
    ApprovalMismatch {
        /// The plan that was approved.
        approved: PlanId,
        /// The plan that was given.
        given: PlanId,
    },
    /// Somebody has to approve the plan first.
    #[error("plan {} has critical risks; read them and approve exactly this plan", .0.id)]
    ApprovalNeeded(Box<PlanDocument>),
    /// No approval helps.
    #[error("plan {} is forbidden: {}", .0.id, forbidden(.0))]
    Forbidden(Box<PlanDocument>),
    /// Another execution of the same database runs.
    #[error("another execution of this database runs; wait until it ends")]
    Busy {
        /// Its id, where it is known.
        running: Option<String>,
    },
}

fn hint(names: &[String]) -> String {
    if names.is_empty() {
        String::new()
    } else {
        format!("; the nearest names are {}", names.join(", "))
    }
}

fn forbidden(plan: &PlanDocument) -> String {
    let list = plan.risks.iter().filter(|risk| risk.forbidden);
    let list = list.map(|risk| format!("{}: {}", risk.object, risk.message));
    list.collect::<Vec<_>>().join("; ")
}

impl From<PipelineError> for DatabaseError {
    fn from(error: PipelineError) -> Self {
        match error {
            PipelineError::Refused(refusal) => Self::Refused(refusal),
            PipelineError::Engine(error) => Self::Engine(error),
            PipelineError::Busy { running, .. } => Self::Busy { running },
        }
    }
}
