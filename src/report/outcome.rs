//! What came of asking for an execution, as the source document's executor answers it.

use super::plan::PlanDocument;
use crate::execute::{Execution, StepResult};
use crate::history::State;
use crate::pipeline::Validation;
use crate::plan::Plan;
use schemars::JsonSchema;
use serde::Serialize;

/// What came of an execution.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeDocument {
    /// The execution's id, as history knows it; absent where there was nothing to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution_id: Option<String>,
    /// `NothingToDo`; `Valid` or `Invalid` where it was only validated; or how the execution ended: `Succeeded`, `DryRun`, `RolledBack`,
    /// `PartiallyApplied`, `RollbackBlocked`.
    pub status: &'static str,
    /// The plan's id.
    pub plan_id: String,
    /// What came of each step.
    pub results: Vec<StepResult>,
    /// How long it took, in milliseconds.
    pub duration_ms: u64,
    /// Where the backup lies; null where none was needed.
    pub backup_path: Option<String>,
    /// How often it was tried again.
    pub retries: u32,
    /// What was noticed and did not fail it.
    pub warnings: Vec<String>,
    /// Why it failed.
    pub errors: Vec<String>,
    /// The plan.
    pub plan: PlanDocument,
}

impl OutcomeDocument {
    /// There was nothing to do.
    pub fn nothing_to_do(plan: &Plan) -> Self {
        Self {
            execution_id: None,
            status: "NothingToDo",
            plan_id: plan.id.to_string(),
            results: Vec::new(),
            duration_ms: 0,
            backup_path: None,
            retries: 0,
            warnings: Vec::new(),
            errors: Vec::new(),
            plan: plan.into(),
        }
    }

    /// The plan ran.
    pub fn executed(plan: &Plan, execution: &Execution) -> Self {
        Self {
            execution_id: Some(execution.execution_id.clone()),
            status: execution.state.as_str(),
            results: execution.results.clone(),
            duration_ms: execution.duration_ms,
            backup_path: execution.backup_path.clone(),
            retries: execution.retries,
            warnings: execution.warnings.clone(),
            errors: execution.error.iter().cloned().collect(),
            ..Self::nothing_to_do(plan)
        }
    }

    /// The plan was only looked at: what would stop it, and what else was found.
    pub fn validated(plan: &Plan, validation: &Validation) -> Self {
        let said = |blocks: bool| {
            let found = validation.findings.iter();
            let found = found.filter(move |finding| finding.blocks == blocks);
            found
                .map(|f| format!("{}: {}; {}", f.object, f.message, f.remedy))
                .collect()
        };
        Self {
            status: if validation.ok() { "Valid" } else { "Invalid" },
            warnings: said(false),
            errors: said(true),
            ..Self::nothing_to_do(plan)
        }
    }

    /// Whether it ended as it was meant to.
    pub fn is_success(&self) -> bool {
        [
            "NothingToDo",
            "Valid",
            State::Succeeded.as_str(),
            State::DryRun.as_str(),
        ]
        .contains(&self.status)
    }
}
