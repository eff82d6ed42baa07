//! What is said where nothing is to be changed: a rehearsal, and what validation found.

use super::look::{Task, difference, shown};
use super::view::View;
use crate::api::condition::Reason;
use crate::api::plan_resource::SchemaPlanPhase;
use crate::engine::{ExecutionRecord, Session};
use crate::history::State;
use crate::pipeline::{PipelineError, Validation};
use crate::plan::Plan;

/// What is said of a plan that has nothing to rehearse, or was rehearsed already.
pub(super) fn rehearsed(plan: &Plan, history: &[ExecutionRecord]) -> Option<String> {
    if plan.is_empty() {
        return Some(difference(plan));
    }
    let same = |record: &&ExecutionRecord| {
        record.dry_run && record.plan_id == plan.id.0 && record.state == State::DryRun.as_str()
    };
    let record = history.iter().find(same)?;
    Some(rehearsal(&record.execution_id, plan))
}

/// What is said of a rehearsal.
pub(super) fn rehearsal(execution: &str, plan: &Plan) -> String {
    format!(
        "execution {execution} was a rehearsal, nothing was changed; {}",
        difference(plan)
    )
}

/// What validation found: everything that stops the plan, or that nothing does.
pub(super) fn validated(
    validation: Validation,
    session: &Session,
    task: &Task<'_>,
) -> Result<View, PipelineError> {
    let ok = validation.ok();
    let found: Vec<String> = validation
        .findings
        .iter()
        .filter(|finding| ok || finding.blocks)
        .map(|finding| {
            format!(
                "{}: {}; {}",
                finding.object, finding.message, finding.remedy
            )
        })
        .collect();
    let plan = validation.plan?;
    let (reason, mut message) = if ok {
        let text = format!("nothing found stops the plan; {}", difference(&plan));
        (Reason::Validated, text)
    } else {
        let text = format!("the plan cannot run as it stands; {}", difference(&plan));
        (Reason::ValidationFailed, text)
    };
    for finding in found {
        message.push_str("; ");
        message.push_str(&finding);
    }
    let view = View::new(reason, message);
    Ok(shown(view, &plan, session, task, SchemaPlanPhase::Pending))
}
