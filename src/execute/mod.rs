//! Runs an [`ApprovedPlan`] and nothing else.
//!
//! Invariant: an execution is answered for success and for failure, since both go into history.
//! `Err` means that not even that could be recorded.
//!
//! May import: `schema`, `engine`, `plan`, `history`.

mod checks;
mod forward;
mod groups;
mod patience;
mod progress;
mod undo;

pub use forward::forward;
pub use patience::make_ledger;
pub use progress::{Progress, ProgressEvent};

use crate::engine::{Backup, Executor, Ledger, Scope};
use crate::history::State;
use crate::plan::ApprovedPlan;
use schemars::JsonSchema;
use serde::Serialize;
use std::time::Duration;

/// Everything an execution needs of a session.
pub trait Hands: Executor + Ledger + Backup {}

impl<T: Executor + Ledger + Backup + ?Sized> Hands for T {}

/// What is run, and how.
#[derive(Debug)]
pub struct Order<'a> {
    /// The plan.
    pub approved: &'a ApprovedPlan,
    /// The id of this execution.
    pub execution_id: String,
    /// Which object or command asks for it.
    pub owner: String,
    /// What is compared afterwards.
    pub scope: &'a Scope,
    /// How often a step (or the whole transaction) is tried again after a transient error.
    pub max_retries: u32,
    /// The wait before the first retry; doubled each time, with jitter.
    pub backoff: Duration,
    /// What happens after a failure.
    pub on_failure: OnFailure,
    /// Where the backup lies, when one was taken.
    pub backup_path: Option<String>,
    /// When it begins.
    pub now: jiff::Timestamp,
    /// Whether anything is meant to stay.
    pub rehearsal: Rehearsal,
    /// Who is told how it goes.
    pub progress: &'a Progress,
}

/// What happens after a failure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnFailure {
    /// What ran is taken back.
    #[default]
    RollBack,
    /// What ran stays, where the engine committed it.
    Stop,
}

/// Whether an execution is meant to stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rehearsal {
    /// It stays.
    #[default]
    No,
    /// Everything but the commit, where the engine has one transaction for all.
    Yes,
}

/// What came of an execution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Execution {
    /// Its id.
    pub execution_id: String,
    /// The plan's id.
    pub plan_id: String,
    /// How it ended.
    pub state: State,
    /// What came of each step.
    pub results: Vec<StepResult>,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
    /// Where the backup lies.
    pub backup_path: Option<String>,
    /// How often it was tried again.
    pub retries: u32,
    /// Why it failed.
    pub error: Option<String>,
    /// What was noticed and did not fail it.
    pub warnings: Vec<String>,
    /// The execution that it takes back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rollback_of: Option<String>,
}

/// What came of one step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepResult {
    /// From 0.
    pub position: usize,
    /// What it changes.
    pub object: String,
    /// `done`, `failed` or `undone`.
    pub state: &'static str,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}
