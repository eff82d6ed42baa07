//! What would stop a plan, looked for before it runs: what the declaration leans on, rows in the
//! way, missing privileges, room, and sessions that hold what the plan needs.
//!
//! Nothing is changed. Rows are counted once, by the plan; here its findings are named again.

mod finding;
mod needs;
mod references;
mod space;
mod surroundings;

pub use finding::ValidationFinding;

use super::intent::{Intent, Moment};
use super::preview::preview;
use super::refusal::{PipelineError, Refusal, RefusalClass};
use crate::engine::{Examiner, Ledger};
use crate::plan::{Plan, Severity};

/// What validation found.
#[derive(Clone, Debug)]
pub struct Validation {
    /// The plan that was looked at, or why there is none.
    pub plan: Result<Plan, Refusal>,
    /// What was found, worst first; empty when all is well.
    pub findings: Vec<ValidationFinding>,
}

impl Validation {
    /// Whether nothing found would stop the plan: it may run as it stands, without another word.
    pub fn ok(&self) -> bool {
        self.plan.is_ok() && !self.findings.iter().any(|finding| finding.blocks)
    }

    /// The highest severity found.
    pub fn severity(&self) -> Severity {
        let all = self.findings.iter().map(|finding| finding.severity);
        all.max().unwrap_or(Severity::Info)
    }

    fn new(plan: Result<Plan, Refusal>, mut findings: Vec<ValidationFinding>) -> Self {
        findings.sort_by(|a, b| {
            let rank = |f: &ValidationFinding| (!f.blocks, std::cmp::Reverse(f.severity));
            (rank(a), a.id, &a.object).cmp(&(rank(b), b.id, &b.object))
        });
        Self { plan, findings }
    }
}

/// Plans, and looks at everything the plan depends on.
///
/// # Errors
/// Those of the engine. A refusal of the declaration is part of the answer.
pub async fn validate<S: Examiner + Ledger + ?Sized>(
    session: &mut S,
    intent: &Intent,
    moment: &Moment,
) -> Result<Validation, PipelineError> {
    match looked(session, intent, moment).await {
        Ok(validation) => Ok(validation),
        Err(PipelineError::Refused(refusal)) => {
            let findings = ValidationFinding::of_refusal(&refusal);
            Ok(Validation::new(Err(refusal), findings))
        }
        Err(error @ (PipelineError::Engine(_) | PipelineError::Busy { .. })) => Err(error),
    }
}

async fn looked<S: Examiner + Ledger + ?Sized>(
    session: &mut S,
    intent: &Intent,
    moment: &Moment,
) -> Result<Validation, PipelineError> {
    let unknown = references::unknown(session, intent).await?;
    if !unknown.is_empty() {
        let refusal = Refusal {
            class: RefusalClass::InvalidSchema,
            items: unknown.iter().map(ValidationFinding::refused).collect(),
        };
        return Ok(Validation::new(Err(refusal), unknown));
    }
    let plan = preview(session, intent, moment).await?.plan;
    let mut findings = ValidationFinding::of_plan(&plan, &intent.policy);
    if !plan.is_empty() {
        findings.extend(surroundings::privileges(session, &plan).await?);
        findings.extend(surroundings::occupants(session, intent, &plan).await?);
        findings.extend(space::needed(session, intent, &plan).await?);
    }
    Ok(Validation::new(Ok(plan), findings))
}
