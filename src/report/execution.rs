//! What came of an apply, as a JSON document.

use super::plan::{PlanDocument, RiskDocument, risk};
use crate::execute::Execution;
use crate::pipeline::Applied;
use crate::plan::Verdict;
use serde::Serialize;

/// What came of an apply.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ExecutionDocument {
    /// `NothingToDo`, `AwaitingApproval`, `HashMismatch`, `Forbidden`, or how the execution ended.
    pub outcome: String,
    /// The plan.
    pub plan: PlanDocument,
    /// What came of it, when it ran.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution: Option<Execution>,
    /// Findings that no approval helps against.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forbidden: Vec<RiskDocument>,
}

impl From<&Applied> for ExecutionDocument {
    fn from(applied: &Applied) -> Self {
        let document = |outcome: &str, plan| Self {
            outcome: outcome.to_owned(),
            plan,
            execution: None,
            forbidden: Vec::new(),
        };
        match applied {
            Applied::NothingToDo(plan) => document("NothingToDo", plan.as_ref().into()),
            Applied::Executed { plan, execution } => Self {
                execution: Some(execution.clone()),
                ..document(execution.state.as_str(), plan.as_ref().into())
            },
            Applied::Held { plan, verdict } => match verdict {
                Verdict::Mismatch { .. } => document("HashMismatch", plan.as_ref().into()),
                Verdict::Forbidden(findings) => Self {
                    forbidden: findings.iter().map(risk).collect(),
                    ..document("Forbidden", plan.as_ref().into())
                },
                Verdict::Pending | Verdict::Approved(_) => {
                    document("AwaitingApproval", plan.as_ref().into())
                }
            },
        }
    }
}
