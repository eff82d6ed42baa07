//! One look at one database through the pipeline: what there is to say, and what was done.

use std::time::Duration;

use super::describe;
use super::publish::Fate;
use super::trial::{rehearsal, rehearsed, validated};
use super::view::{Drift, History, PlanShown, View};
use super::words::{Stale, Words};
use crate::api::condition::{ConditionStatus, ConditionType, Reason};
use crate::api::plan_resource::SchemaPlanPhase;
use crate::engine::{Catalog, ExecutionRecord, Ledger, Session};
use crate::execute::{Execution, Rehearsal};
use crate::history::State;
use crate::pipeline::{
    Aim, Applied, BackupWhen, Intent, Moment, PipelineError, Preview, apply, preview, validate,
};
use crate::plan::{Approval, Finding, Plan, PlanId, Severity, Verdict};

/// What the look is for. All of it was read before the database was.
#[derive(Clone, Copy, Debug)]
pub(super) struct Task<'a> {
    /// Name of the DatabaseSchema.
    pub(super) name: &'a str,
    pub(super) purpose: Purpose,
    pub(super) on_drift: OnDrift,
    pub(super) words: &'a Words,
    /// The plan that status shows.
    pub(super) live_plan: Option<&'a str>,
    pub(super) approval_ttl: Duration,
    pub(super) history_limit: u32,
}

/// How far a look goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Everything that would stop the plan is looked for.
    Validate,
    /// A plan is made, proven and rehearsed.
    DryRun,
    /// The schema was as declared: only somebody else can have changed it.
    Watch(OnDrift),
    /// A difference is put right, if it may be.
    Apply,
    /// The last execution left something behind: only with a word from a person.
    ApplyIfApproved,
}

/// What a look does about changes made by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OnDrift {
    /// It says so.
    Tell,
    /// It puts them right.
    Correct,
}

/// How many executions are searched for one that used an approval.
const HISTORY_SEARCHED: u32 = 100;

/// Looks, and acts where that is allowed.
pub(super) async fn look(
    session: &mut Session,
    intent: Intent,
    task: &Task<'_>,
    moment: &Moment,
) -> View {
    let history = match session
        .executions(HISTORY_SEARCHED.max(task.history_limit), None)
        .await
    {
        Ok(history) => history,
        Err(error) => return View::failed(&error),
    };
    let looked = match task.words.takes_back(&history) {
        Some(id) => take_back(session, intent, id, task, &history, moment).await,
        None => decide(session, intent, &after(task, &history), &history, moment).await,
    };
    let mut view = looked.unwrap_or_else(|error| View::stopped(&error));
    // Read again: an execution may have been added, and interrupted ones closed.
    if let Ok(records) = session.executions(task.history_limit, None).await {
        view.history = Some(History(records));
    }
    view
}

/// The task after what history says: a schema that a person has taken back an execution of is
/// watched, whatever was said of it before, so that the declaration is not applied again by itself.
fn after<'a>(task: &Task<'a>, history: &[ExecutionRecord]) -> Task<'a> {
    let stays =
        |record: &&ExecutionRecord| State::parse(&record.state).is_some_and(State::leaves_changes);
    let last = history.iter().find(stays);
    let taken_back = last.is_some_and(|record| record.rollback_of.is_some());
    let purpose = match task.purpose {
        Purpose::Apply if taken_back => Purpose::Watch(task.on_drift),
        purpose => purpose,
    };
    Task { purpose, ..*task }
}

/// One execution is to be taken back: a plan that always needs an approval of its own. When it ran,
/// the declaration is looked at again, and tells what it has drifted from.
async fn take_back(
    session: &mut Session,
    intent: Intent,
    id: &str,
    task: &Task<'_>,
    history: &[ExecutionRecord],
    moment: &Moment,
) -> Result<View, PipelineError> {
    let mut back = intent.clone();
    back.aim = Aim::Undo(id.to_owned());
    back.policy.approval_at = Severity::Info;
    let purpose = match task.purpose {
        Purpose::Watch(_) | Purpose::ApplyIfApproved => Purpose::Apply,
        purpose @ (Purpose::Validate | Purpose::DryRun | Purpose::Apply) => purpose,
    };
    let view = decide(session, back, &Task { purpose, ..*task }, history, moment).await?;
    let done = |execution: &Execution| execution.state == State::Succeeded;
    if !view.execution.as_ref().is_some_and(done) {
        return Ok(view);
    }
    let history = session.executions(HISTORY_SEARCHED, None).await?;
    let mut told = decide(session, intent, &after(task, &history), &history, moment).await?;
    told.execution = view.execution;
    Ok(told)
}

async fn decide(
    session: &mut Session,
    mut intent: Intent,
    task: &Task<'_>,
    history: &[ExecutionRecord],
    moment: &Moment,
) -> Result<View, PipelineError> {
    if task.purpose == Purpose::Validate {
        let validation = validate(session, &intent, moment).await?;
        return validated(validation, session, task);
    }
    let (approval, stale) =
        task.words
            .approval(task.live_plan, history, task.approval_ttl, moment.now);
    if task.purpose != Purpose::Apply || task.words.rejects_something() {
        let looked = preview(session, &intent, moment).await?;
        if let Some(view) = from_preview(&looked, session, task, &approval, history) {
            return Ok(view);
        }
    }
    if task.purpose == Purpose::DryRun {
        // What is not done needs no word; one that was given is kept for the day it is.
        let none = Approval::None;
        let applied = apply(session, &intent, &none, Rehearsal::Yes, moment).await?;
        return Ok(from_applied(applied, session, task, &none, None));
    }
    if task.purpose == Purpose::ApplyIfApproved {
        intent.policy.approval_at = Severity::Info;
    }
    if let Approval::Plan { id, .. } = &approval
        && task.words.skips_backup(id)
    {
        intent.backup.when = BackupWhen::Never;
    }
    let applied = apply(session, &intent, &approval, Rehearsal::No, moment).await?;
    Ok(from_applied(applied, session, task, &approval, stale))
}

/// What a preview alone can say; `None` where it is to be acted on.
fn from_preview(
    looked: &Preview,
    session: &Session,
    task: &Task<'_>,
    approval: &Approval,
    history: &[ExecutionRecord],
) -> Option<View> {
    let plan = &looked.plan;
    if task.words.rejects(&plan.id) {
        let message = format!("plan {} was refused; change the declaration", plan.id);
        let view = View::new(Reason::PlanRejected, message.clone());
        let view = view.with(
            ConditionType::Approved,
            ConditionStatus::False,
            Reason::Rejected,
            message,
        );
        return Some(shown(view, plan, session, task, SchemaPlanPhase::Rejected));
    }
    let waiting = SchemaPlanPhase::Pending;
    match task.purpose {
        // One rehearsal of a plan is enough: what it leans on is part of its id.
        Purpose::DryRun => rehearsed(plan, history).map(|message| {
            shown(
                View::new(Reason::DryRunComplete, message),
                plan,
                session,
                task,
                waiting,
            )
        }),
        Purpose::Watch(_) if plan.is_empty() => {
            let mut view = in_sync(plan, session, "the schema is as declared".to_owned());
            view.set_drift(Drift::default());
            Some(view)
        }
        Purpose::Watch(OnDrift::Tell) if looked.drifted && *approval == Approval::None => {
            let message = format!(
                "the schema was changed since it was applied; {}: approve plan {} to put it right",
                difference(plan),
                plan.id
            );
            let view = View::new(Reason::DriftDetected, message);
            let mut view = shown(view, plan, session, task, waiting);
            view.set_drift(describe::drift(plan));
            Some(view)
        }
        Purpose::Watch(OnDrift::Tell | OnDrift::Correct)
        | Purpose::Validate
        | Purpose::Apply
        | Purpose::ApplyIfApproved => None,
    }
}

fn from_applied(
    applied: Applied,
    session: &Session,
    task: &Task<'_>,
    approval: &Approval,
    stale: Option<Stale>,
) -> View {
    match applied {
        Applied::NothingToDo(plan) if task.purpose == Purpose::DryRun => {
            let view = View::new(Reason::DryRunComplete, difference(&plan));
            shown(view, &plan, session, task, SchemaPlanPhase::Pending)
        }
        Applied::NothingToDo(plan) => {
            let mut view = in_sync(&plan, session, "the schema is as declared".to_owned());
            view.set_drift(Drift::default());
            approved(
                view,
                Reason::NotRequired,
                "there is nothing to approve".to_owned(),
            )
        }
        Applied::Held { plan, verdict } => held(&plan, &verdict, session, task, stale),
        Applied::Executed { plan, execution } if execution.state == State::DryRun => {
            let message = rehearsal(&execution.execution_id, &plan);
            let mut view = View::executed(execution);
            view.message = message;
            shown(view, &plan, session, task, SchemaPlanPhase::Pending)
        }
        Applied::Executed { plan, execution } => {
            let succeeded = execution.state == State::Succeeded;
            let phase = if succeeded {
                SchemaPlanPhase::Applied
            } else {
                SchemaPlanPhase::Failed
            };
            let id = execution.execution_id.clone();
            let backup = execution.backup_path.clone();
            let mut view = shown(View::executed(execution), &plan, session, task, phase);
            if let Some(fate) = &mut view.fate {
                fate.execution = Some(id);
            }
            if succeeded {
                view.settle(&plan);
            }
            if let Some(path) = backup {
                let message = format!("the copy at {path} was read back");
                let ready = ConditionType::BackupReady;
                view = view.with(ready, ConditionStatus::True, Reason::Verified, message);
            }
            by_whom(view, approval)
        }
    }
}

fn by_whom(mut view: View, approval: &Approval) -> View {
    match approval {
        Approval::Plan { id, by } => {
            if let Some(fate) = &mut view.fate {
                fate.decided_by = Some(by.clone());
            }
            approved(view, Reason::Approved, format!("{by} approved plan {id}"))
        }
        Approval::None | Approval::All => approved(
            view,
            Reason::NotRequired,
            "the policy asks nobody".to_owned(),
        ),
    }
}

fn approved(view: View, reason: Reason, message: String) -> View {
    view.with(
        ConditionType::Approved,
        ConditionStatus::True,
        reason,
        message,
    )
}

fn held(
    plan: &Plan,
    verdict: &Verdict,
    session: &Session,
    task: &Task<'_>,
    stale: Option<Stale>,
) -> View {
    let (ready, reason, message) = match verdict {
        Verdict::Forbidden(findings) => {
            (Reason::PolicyDenied, Reason::Pending, forbidden(findings))
        }
        Verdict::Mismatch { given } => (
            Reason::AwaitingApproval,
            Reason::HashMismatch,
            format!(
                "plan {given} was approved, but the plan is now {}: review that one",
                plan.id
            ),
        ),
        Verdict::Pending | Verdict::Approved(_) => {
            let why = stale
                .map(|stale| format!("{}; ", stale.message()))
                .unwrap_or_default();
            let reason = stale.map_or(Reason::Pending, Stale::reason);
            (Reason::AwaitingApproval, reason, why + &ask(plan))
        }
    };
    let view = View::new(ready, message.clone()).with(
        ConditionType::Approved,
        ConditionStatus::False,
        reason,
        message,
    );
    shown(view, plan, session, task, SchemaPlanPhase::Pending)
}

fn ask(plan: &Plan) -> String {
    let id: &PlanId = &plan.id;
    format!(
        "{}, the worst finding is {}: annotate the object or its plan with \
         driftless.dev/approve={id} to let it run",
        difference(plan),
        plan.risk().as_str()
    )
}

fn forbidden(findings: &[Finding]) -> String {
    let list: Vec<String> = findings
        .iter()
        .map(|finding| {
            format!(
                "{} ({}): {}",
                finding.object,
                finding.rule.name(),
                finding.remedy
            )
        })
        .collect();
    format!("the policy forbids what the plan does: {}", list.join("; "))
}

pub(super) fn difference(plan: &Plan) -> String {
    match plan.steps.len() {
        0 => "there is nothing to change".to_owned(),
        1 => "one step is needed".to_owned(),
        steps => format!("{steps} steps are needed"),
    }
}

fn in_sync(plan: &Plan, session: &Session, message: String) -> View {
    let mut view = View::new(Reason::InSync, message);
    view.seen = Some(describe::seen(plan, session.server()));
    view
}

/// The view with the plan beside it; an empty plan is none.
pub(super) fn shown(
    mut view: View,
    plan: &Plan,
    session: &Session,
    task: &Task<'_>,
    phase: SchemaPlanPhase,
) -> View {
    view.seen = Some(describe::seen(plan, session.server()));
    if !plan.is_empty() {
        let PlanShown { mut status, spec } = describe::shown(plan, task.name);
        status.approval = Some(format!("{phase:?}"));
        view.plan = Some(PlanShown { status, spec });
        view.fate = Some(Fate {
            phase,
            decided_by: None,
            execution: None,
        });
    }
    view
}
