//! What an execution's row in the database says, and what an unfinished one means.
//!
//! Invariant: append-only; a row that says "running" while nobody holds the lock is an execution
//! that was interrupted, and is closed as such before anything else happens.
//!
//! May import: `schema`, `engine`, `plan`.

mod footprint;

pub use footprint::{Kept, footprint, keep_footprint};

use crate::engine::{EngineError, ExecutionRecord, Ledger};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many past executions are looked at for unfinished ones.
const LOOK_BACK: u32 = 20;

/// Where an execution stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum State {
    /// Steps are running.
    Running,
    /// All steps ran, and planning again found nothing to do.
    Succeeded,
    /// A step failed and everything before it was taken back.
    RolledBack,
    /// A step failed, and what ran before it stays by policy.
    PartiallyApplied,
    /// A step failed, and what ran before it could not be taken back without losing data.
    RollbackBlocked,
    /// The process or the connection died; what happened is found out by planning again.
    Interrupted,
    /// Nothing was meant to change, and nothing did.
    DryRun,
}

impl State {
    /// All states.
    pub const ALL: [Self; 7] = [
        Self::Running,
        Self::Succeeded,
        Self::RolledBack,
        Self::PartiallyApplied,
        Self::RollbackBlocked,
        Self::Interrupted,
        Self::DryRun,
    ];

    /// The word in the database and in documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Running => "Running",
            Self::Succeeded => "Succeeded",
            Self::RolledBack => "RolledBack",
            Self::PartiallyApplied => "PartiallyApplied",
            Self::RollbackBlocked => "RollbackBlocked",
            Self::Interrupted => "Interrupted",
            Self::DryRun => "DryRun",
        }
    }

    /// Reads the word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether an execution that ended so may have left changes behind.
    pub const fn leaves_changes(self) -> bool {
        match self {
            Self::Succeeded
            | Self::PartiallyApplied
            | Self::RollbackBlocked
            | Self::Interrupted => true,
            Self::Running | Self::RolledBack | Self::DryRun => false,
        }
    }
}

/// The execution that runs now, if it is written down already.
pub async fn running<S: Ledger + ?Sized>(session: &mut S) -> Result<Option<String>, EngineError> {
    let recent = session.executions(LOOK_BACK, None).await?;
    let running = |record: &ExecutionRecord| record.state == State::Running.as_str();
    Ok(recent
        .into_iter()
        .find(running)
        .map(|record| record.execution_id))
}

/// Closes executions that were interrupted. Called under the lock, so no running one can be met.
/// Answers their ids.
pub async fn recover<S: Ledger + ?Sized>(session: &mut S) -> Result<Vec<String>, EngineError> {
    let mut closed = Vec::new();
    for record in session.executions(LOOK_BACK, None).await? {
        if record.state == State::Running.as_str() {
            let message = "the process or its connection ended before the execution did; \
                           the next plan starts from what is there";
            let record = ExecutionRecord {
                state: State::Interrupted.as_str().to_owned(),
                error_message: Some(message.to_owned()),
                ..record
            };
            // The table may be one that an older version made.
            session.ensure_ledger().await?;
            session.update_execution(&record).await?;
            closed.push(record.execution_id);
        }
    }
    Ok(closed)
}
