//! What validation found, as a JSON document and as text.

use super::plan::{Level, PlanDocument};
use crate::api::request::GivenPlan;
use crate::pipeline::{Refusal, Validation, ValidationFinding};
use schemars::JsonSchema;
use serde::Serialize;
use std::fmt::Write;

/// What validation found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ValidationDocument {
    /// Whether the plan may run as it stands.
    pub valid: bool,
    /// The highest severity of the findings.
    pub severity: Level,
    /// What was found: what stops the plan first, then worst first.
    pub findings: Vec<FindingDocument>,
    /// The plan that was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanDocument>,
    /// Why there is no plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Refusal>,
}

/// One thing that validation found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FindingDocument {
    /// What kind of thing, by a stable name such as `fk.orphans`.
    pub id: &'static str,
    /// How bad it is.
    pub severity: Level,
    /// Whether the plan cannot run, or may not, while it is so.
    pub blocks: bool,
    /// To which object.
    pub object: String,
    /// What is so, and how much of it.
    pub message: String,
    /// What to do: where a statement helps, that statement.
    pub remedy: String,
}

impl From<&ValidationFinding> for FindingDocument {
    fn from(finding: &ValidationFinding) -> Self {
        Self {
            id: finding.id,
            severity: finding.severity.into(),
            blocks: finding.blocks,
            object: finding.object.clone(),
            message: finding.message.clone(),
            remedy: finding.remedy.clone(),
        }
    }
}

impl From<&Validation> for ValidationDocument {
    fn from(validation: &Validation) -> Self {
        Self {
            valid: validation.ok(),
            severity: validation.severity().into(),
            findings: validation
                .findings
                .iter()
                .map(FindingDocument::from)
                .collect(),
            plan: validation.plan.as_ref().ok().map(PlanDocument::from),
            refused: validation.plan.as_ref().err().cloned(),
        }
    }
}

impl ValidationDocument {
    /// The same as said of a plan that somebody has: one that planning would not give now is stopped
    /// by that alone.
    #[must_use]
    pub fn given(mut self, given: &GivenPlan) -> Self {
        if let Some(plan) = &mut self.plan {
            plan.request = Some(given.request.clone());
            if plan.id != given.id {
                let stale = FindingDocument {
                    id: "plan.stale",
                    severity: Level::High,
                    blocks: true,
                    object: format!("plan {}", given.id),
                    message: format!("it is not what planning gives now, which is {}", plan.id),
                    remedy: "read that plan, and execute that one".to_owned(),
                };
                self.findings.insert(0, stale);
                self.valid = false;
                self.severity = self.severity.max(Level::High);
            }
        }
        self
    }
}

/// What validation found, as a terminal shows it.
pub fn validation_text(validation: &Validation) -> String {
    let mut out = String::new();
    for finding in &validation.findings {
        let mark = if finding.blocks { "stops" } else { "" };
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "{:<9} {mark:<5} {} ({}): {}\n                instead: {}",
            finding.severity.as_str(),
            finding.object,
            finding.id,
            finding.message,
            finding.remedy
        );
    }
    let verdict = match &validation.plan {
        Err(_) => "not valid: there is no plan".to_owned(),
        Ok(plan) if plan.is_empty() => format!("valid: {} is as declared", plan.target),
        Ok(plan) => {
            let word = if validation.ok() {
                "valid"
            } else {
                "not valid as it stands"
            };
            format!("{word}: plan {} of {} steps", plan.id, plan.steps.len())
        }
    };
    let _ = writeln!(out, "{verdict}");
    out
}
