//! Lock, plan under the lock, gate, copy away, execute, remember.

use super::intent::{Aim, BackupWhen, Extent, Intent, Moment};
use super::preview::{Preview, preview};
use super::refusal::{PipelineError, Refusal, RefusalClass};
use crate::backup::{self, BackupScope};
use crate::engine::ErrorKind;
use crate::execute::{Execution, Hands, Order, Rehearsal, forward, make_ledger};
use crate::history::{self, State};
use crate::plan::{
    Approval, ApprovedPlan, Fingerprint, Plan, Summary, Verdict, judge, judge_rehearsal,
};
use crate::schema::{Change, Name};
use std::time::Duration;

/// The wait before the first retry.
const BACKOFF: Duration = Duration::from_millis(500);

/// Owners that never keep another one out.
const PASSING: [&str; 2] = ["cli", "rest"];

/// What came of an apply.
#[derive(Clone, Debug)]
pub enum Applied {
    /// The database is as declared.
    NothingToDo(Box<Plan>),
    /// The gate did not open.
    Held {
        /// The plan.
        plan: Box<Plan>,
        /// Why.
        verdict: Verdict,
    },
    /// The plan ran; the execution says how it ended.
    Executed {
        /// The plan.
        plan: Box<Plan>,
        /// What came of it.
        execution: Execution,
    },
}

/// Brings the database to what the intent says, if the gate lets it.
pub async fn apply<S: Hands + ?Sized>(
    session: &mut S,
    intent: &Intent,
    approval: &Approval,
    rehearsal: Rehearsal,
    moment: &Moment,
) -> Result<Applied, PipelineError> {
    match session.lock(intent.lock_wait).await {
        Err(error) if error.kind == ErrorKind::Transient => {
            let running = history::running(session).await?;
            return Err(PipelineError::Busy { running, error });
        }
        got => got?,
    }
    tracing::debug!(database = %session.identity(), "the execution lock was taken");
    let applied = locked(session, intent, approval, rehearsal, moment).await;
    let unlocked = session.unlock().await;
    let applied = applied?;
    unlocked?;
    Ok(applied)
}

async fn locked<S: Hands + ?Sized>(
    session: &mut S,
    intent: &Intent,
    approval: &Approval,
    rehearsal: Rehearsal,
    moment: &Moment,
) -> Result<Applied, PipelineError> {
    for id in history::recover(session).await? {
        tracing::warn!(execution = %id, "an earlier execution had been interrupted");
    }
    let looked = preview(session, intent, moment).await?;
    claim(&looked, intent)?;
    if let Some(given) = &intent.expected
        && *given != looked.plan.id
    {
        let verdict = Verdict::Mismatch {
            given: given.clone(),
        };
        return Ok(Applied::Held {
            plan: Box::new(looked.plan),
            verdict,
        });
    }
    if looked.plan.is_empty() {
        if intent.extent == Extent::Whole && rehearsal == Rehearsal::No {
            settle(session, &looked, intent).await?;
        }
        return Ok(Applied::NothingToDo(Box::new(looked.plan)));
    }
    let verdict = match rehearsal {
        Rehearsal::No => judge(&looked.plan, &intent.policy, approval),
        Rehearsal::Yes => judge_rehearsal(&looked.plan, &intent.policy, approval),
    };
    let approved = match verdict {
        Verdict::Approved(approved) => {
            let by = approved.approved_by().unwrap_or("nobody had to");
            tracing::debug!(plan = %looked.plan.id, by, worth = ?approved.worth(), "the gate let the plan through");
            approved
        }
        verdict @ (Verdict::Pending | Verdict::Mismatch { .. } | Verdict::Forbidden(_)) => {
            return Ok(Applied::Held {
                plan: Box::new(looked.plan),
                verdict,
            });
        }
    };
    unsaved(approved.plan(), intent, approval, rehearsal)?;
    make_ledger(session, intent.max_retries, BACKOFF).await?;
    let execution = run(session, intent, &approved, &looked, rehearsal, moment).await?;
    let whole = intent.extent == Extent::Whole && intent.aim == Aim::Declared;
    if execution.state == State::Succeeded && whole {
        remember(session, &looked).await?;
    }
    Ok(Applied::Executed {
        plan: Box::new(looked.plan),
        execution,
    })
}

/// Two declarations for one database would undo each other for ever.
fn claim(looked: &Preview, intent: &Intent) -> Result<(), Refusal> {
    let owner = &looked.owner_before;
    if owner.is_empty() || PASSING.contains(&owner.as_str()) || *owner == intent.owner {
        return Ok(());
    }
    // A person who takes one execution back declares nothing: the owner is told of it as of drift.
    if matches!(intent.aim, Aim::Undo(_)) && PASSING.contains(&intent.owner.as_str()) {
        return Ok(());
    }
    Err(Refusal::one(
        RefusalClass::TargetOwnedByAnother,
        looked.plan.target.clone(),
        format!("it is kept by {owner}"),
        "change that declaration, or delete that object first",
    ))
}

async fn run<S: Hands + ?Sized>(
    session: &mut S,
    intent: &Intent,
    approved: &ApprovedPlan,
    looked: &Preview,
    rehearsal: Rehearsal,
    moment: &Moment,
) -> Result<Execution, PipelineError> {
    let plan = approved.plan();
    let execution_id = moment.execution_id();
    let backup_path = if rehearsal == Rehearsal::No {
        save(session, intent, plan, &execution_id, moment).await?
    } else {
        None
    };
    let order = Order {
        approved,
        execution_id,
        owner: intent.owner.clone(),
        scope: &looked.scope,
        max_retries: intent.max_retries,
        backoff: BACKOFF,
        on_failure: intent.on_failure,
        backup_path,
        now: moment.now,
        rehearsal,
        progress: &intent.progress,
    };
    let summary = serde_json::to_string(&Summary::of(&plan.delta)).unwrap_or_default();
    Ok(forward(session, &order, summary).await?)
}

/// Copies away what the plan could lose, where the policy says so. Answers where it lies.
async fn save<S: Hands + ?Sized>(
    session: &mut S,
    intent: &Intent,
    plan: &Plan,
    execution_id: &str,
    moment: &Moment,
) -> Result<Option<String>, PipelineError> {
    let lost = plan.backup.iter().map(|table| table.name.clone());
    let tables: Vec<Name> = match intent.backup.when {
        BackupWhen::BeforeDestructive => lost.collect(),
        BackupWhen::Always => lost.chain(touched(plan)).collect(),
        BackupWhen::Never => return Ok(None),
    };
    let whole = intent.backup.scope == BackupScope::Database;
    let nothing = match intent.backup.when {
        BackupWhen::Always => tables.is_empty() && !whole,
        BackupWhen::BeforeDestructive | BackupWhen::Never => tables.is_empty(),
    };
    if nothing {
        return Ok(None);
    }
    let request = backup::Request {
        target: &intent.target,
        scope: intent.backup.scope,
        preference: intent.backup.preference,
        tables: &tables,
        directory: &intent.backup.directory,
        name: execution_id,
        now: moment.now,
        tools: &intent.backup.tools,
    };
    // On the heap: it is large, and most plans destroy nothing.
    let taken = Box::pin(backup::take(session, &request)).await?;
    let folder = taken.folder.to_string_lossy().into_owned();
    tracing::info!(execution = %execution_id, folder, form = taken.manifest.form.as_str(), "a backup was taken");
    Ok(Some(folder))
}

/// The tables that a plan alters or drops.
fn touched(plan: &Plan) -> impl Iterator<Item = Name> {
    plan.delta.changes.iter().filter_map(|change| match change {
        Change::DropTable(table) => Some(table.name.clone()),
        Change::AlterTable(inside) => Some(inside.tables.observed.name.clone()),
        Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::CreateTable(_)
        | Change::Object(_)
        | Change::CreateOpaque(..)
        | Change::DropOpaque(..) => None,
    })
}

/// Nobody loses rows without a copy of them unless somebody named the very plan (I6).
fn unsaved(
    plan: &Plan,
    intent: &Intent,
    approval: &Approval,
    rehearsal: Rehearsal,
) -> Result<(), Refusal> {
    let named = matches!(approval, Approval::Plan { .. });
    let saved = intent.backup.when != BackupWhen::Never || plan.backup.is_empty();
    if named || saved || rehearsal == Rehearsal::Yes {
        return Ok(());
    }
    let tables: Vec<String> = plan.backup.iter().map(|t| t.name.to_string()).collect();
    Err(Refusal::one(
        RefusalClass::BackupRequired,
        format!("plan {}", plan.id),
        format!(
            "it destroys rows of {} and no backup is to be taken",
            tables.join(", ")
        ),
        "let a backup be taken, or approve exactly this plan by its id",
    ))
}

/// Nothing to do: remembered where there is a history already, or something is owned from now on.
async fn settle<S: Hands + ?Sized>(
    session: &mut S,
    looked: &Preview,
    intent: &Intent,
) -> Result<(), PipelineError> {
    let mut memory = looked.memory.clone();
    memory.settled = Some(looked.plan.observed.clone());
    intent.owner.clone_into(&mut memory.owner);
    if memory != looked.memory_before {
        session.ensure_ledger().await?;
        memory.keep(session).await?;
    }
    Ok(())
}

async fn remember<S: Hands + ?Sized>(
    session: &mut S,
    looked: &Preview,
) -> Result<(), PipelineError> {
    let mut memory = looked.memory.clone();
    let live = session.read(&looked.scope).await?;
    memory.settled = Some(Fingerprint::of(looked.plan.engine, &live));
    memory.keep(session).await?;
    Ok(())
}
