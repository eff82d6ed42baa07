//! A plan, or why there is none, as a JSON document.

use super::schema::OtherToolDocument;
use crate::api::request::{GivenPlan, PlanRequest};
use crate::engine::{Lock, Mode, Object, Work};
use crate::pipeline::{Refusal, RefusedItem};
use crate::plan::{
    Estimate, Finding, Kind, Plan, PlannedStep, Proof, Reversal, ReversalClass, Severity, Summary,
};
use schemars::JsonSchema;
use serde::Serialize;

/// A plan.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanDocument {
    /// The hash of what would run; what an approval names.
    pub id: String,
    /// The engine.
    pub engine: &'static str,
    /// The server's own version text.
    pub server_version: String,
    /// Which database, without credentials.
    pub target: String,
    /// Whether there is anything to do.
    pub changes: bool,
    /// In numbers.
    pub summary: Summary,
    /// What runs, in order.
    pub steps: Vec<StepDocument>,
    /// The highest severity of all findings; `low` where there is none.
    pub risk: Level,
    /// What could go wrong, worst first.
    pub risks: Vec<RiskDocument>,
    /// What could be declared better. It raises no risk and stops nothing.
    pub advice: Vec<AdviceDocument>,
    /// The way back.
    pub rollback: RollbackDocument,
    /// How long all steps take.
    pub estimate: Estimate,
    /// The same in seconds, rounded up: nineteen runs of twenty take less.
    pub estimated_seconds: u64,
    /// Tables whose rows are copied away first.
    pub backup: Vec<String>,
    /// Whether it was replayed in scratch.
    pub proof: Proof,
    /// Objects that are seen but not modelled.
    pub opaque: Vec<OpaqueDocument>,
    /// Objects that exist, were never declared, and are left alone.
    pub unmanaged: Vec<String>,
    /// Tables that other migration tools keep in the same database; they are never changed.
    pub other_tools: Vec<OtherToolDocument>,
    /// Changes that are refused; empty in a plan that is offered.
    pub unsupported: Vec<RefusedItem>,
    /// Drops and additions that look like renames.
    pub suggestions: Vec<String>,
    /// What was filled in while reading the declaration, and what does not come back when an
    /// execution is taken back.
    pub notes: Vec<String>,
    /// The execution it takes back; absent in a plan of what is declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rollback_of: Option<String>,
    /// What was asked for, so that the plan can be made again before it runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<PlanRequest>,
}

impl PlanDocument {
    /// The same, with what was asked for.
    #[must_use]
    pub fn asked(mut self, request: &PlanRequest) -> Self {
        self.request = Some(request.clone());
        self
    }

    /// What an execution of this plan has to name.
    pub fn given(&self) -> GivenPlan {
        GivenPlan {
            id: self.id.clone(),
            request: self.request.clone().unwrap_or_default(),
        }
    }
}

/// One step.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepDocument {
    /// Its statements, in order.
    pub sql: Vec<String>,
    /// Which steps it runs with, from 0: what is in one group shares a transaction, unless it stands
    /// alone.
    pub group: usize,
    /// Whether it shares a transaction.
    pub mode: Mode,
    /// What it changes.
    pub object: Object,
    /// Names of the rules that found something about it.
    pub hazards: Vec<&'static str>,
    /// The strongest lock it takes.
    pub lock: Lock,
    /// How much work it is.
    pub work: Work,
    /// How long it takes.
    pub estimate: Estimate,
    /// How it is undone.
    pub reversal: Reversal,
}

/// One finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RiskDocument {
    /// The rule's stable name.
    pub rule: &'static str,
    /// The rule's id in the catalogue of risks.
    pub id: &'static str,
    /// What kind of harm.
    pub kind: Kind,
    /// How bad it is.
    pub severity: Level,
    /// No approval helps against it: the policy or the declaration has to change.
    pub forbidden: bool,
    /// To which object.
    pub object: Object,
    /// What happens.
    pub message: String,
    /// What to do instead.
    pub remedy: String,
    /// How many rows are concerned, where that was counted.
    pub rows: Option<u64>,
    /// How many bytes.
    pub bytes: Option<u64>,
    /// Why the policy counts it otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overridden: Option<String>,
}

/// Advice on how something is declared.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AdviceDocument {
    /// The rule's stable name.
    pub rule: &'static str,
    /// The rule's id in the catalogue of risks.
    pub id: &'static str,
    /// On which object.
    pub object: Object,
    /// What is so.
    pub message: String,
    /// What would be better.
    pub remedy: String,
}

/// How bad something is, in four words. What is forbidden is critical, what is only worth knowing
/// is low.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Hardly ever matters.
    Low,
    /// May be noticed.
    Medium,
    /// Will be noticed.
    High,
    /// Cannot be taken back, or stops users.
    Critical,
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Info | Severity::Low => Self::Low,
            Severity::Medium => Self::Medium,
            Severity::High => Self::High,
            Severity::Critical | Severity::Forbidden => Self::Critical,
        }
    }
}

/// The way back.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RollbackDocument {
    /// The worst class of all steps.
    pub class: ReversalClass,
    /// The statements, in order.
    pub sql: Vec<String>,
    /// Why there is none, if so.
    pub irreversible: Vec<String>,
}

/// An object that is seen but not modelled.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OpaqueDocument {
    /// What the engine calls it.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Why it is not modelled.
    pub reason: String,
}

impl From<&Plan> for PlanDocument {
    fn from(plan: &Plan) -> Self {
        let sql = plan.rollback.iter().flat_map(|step| &step.statements);
        let groups = plan.groups().into_iter().enumerate();
        let steps = groups.flat_map(|(group, positions)| {
            let inside = plan.steps[positions].iter();
            inside.map(move |step| StepDocument::of(step, group, &plan.findings))
        });
        Self {
            id: plan.id.to_string(),
            engine: plan.engine.as_str(),
            server_version: plan.server_version.clone(),
            target: plan.target.clone(),
            changes: !plan.is_empty(),
            summary: Summary::of(&plan.delta),
            steps: steps.collect(),
            risk: plan.risk().into(),
            risks: plan.findings.iter().map(risk).collect(),
            advice: plan.advice.iter().map(advice).collect(),
            rollback: RollbackDocument {
                class: plan.reversal_class(),
                sql: sql.map(|statement| statement.sql().to_owned()).collect(),
                irreversible: plan.irreversible.iter().map(ToString::to_string).collect(),
            },
            estimate: plan.estimate(),
            estimated_seconds: plan.estimate().p95_ms.div_ceil(1000),
            backup: plan
                .backup
                .iter()
                .map(|table| table.name.to_string())
                .collect(),
            proof: plan.proof.clone(),
            opaque: plan.opaque.iter().map(opaque).collect(),
            unmanaged: plan
                .unmanaged
                .iter()
                .map(|u| Object::part(&u.kind, &u.table, &u.part).to_string())
                .collect(),
            other_tools: plan
                .delta
                .schemas
                .observed
                .other_tools
                .values()
                .map(OtherToolDocument::from)
                .collect(),
            unsupported: Vec::new(),
            rollback_of: plan.rollback_of.clone(),
            suggestions: plan
                .suggestions
                .iter()
                .map(|s| {
                    format!(
                        "{}: {} goes and {} comes; declare renamedFrom if it is a rename",
                        s.table, s.from, s.to
                    )
                })
                .collect(),
            notes: plan.notes.clone(),
            request: None,
        }
    }
}

pub(super) fn risk(finding: &Finding) -> RiskDocument {
    RiskDocument {
        rule: finding.rule.name(),
        id: finding.rule.id(),
        kind: finding.rule.kind(),
        severity: finding.severity.into(),
        forbidden: finding.severity == Severity::Forbidden,
        object: finding.object.clone(),
        message: finding.message.clone(),
        remedy: finding.remedy.clone(),
        rows: finding.rows,
        bytes: finding.bytes,
        overridden: finding.overridden.clone(),
    }
}

fn advice(finding: &Finding) -> AdviceDocument {
    AdviceDocument {
        rule: finding.rule.name(),
        id: finding.rule.id(),
        object: finding.object.clone(),
        message: finding.message.clone(),
        remedy: finding.remedy.clone(),
    }
}

fn opaque((kind, name, reason): &(String, crate::schema::Name, String)) -> OpaqueDocument {
    OpaqueDocument {
        kind: kind.clone(),
        name: name.to_string(),
        reason: reason.clone(),
    }
}

impl StepDocument {
    fn of(planned: &PlannedStep, group: usize, findings: &[Finding]) -> Self {
        let step = &planned.step;
        let hazards = planned.hazards.iter().filter_map(|at| findings.get(*at));
        let mut hazards: Vec<&'static str> = hazards.map(|finding| finding.rule.name()).collect();
        hazards.dedup();
        Self {
            sql: step
                .statements
                .iter()
                .map(|statement| statement.sql().to_owned())
                .collect(),
            group,
            mode: step.mode,
            object: step.object.clone(),
            hazards,
            lock: step.lock,
            work: step.work,
            estimate: planned.estimate,
            reversal: planned.reversal.clone(),
        }
    }
}

/// A refusal.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RefusalDocument {
    /// The class, and everything that is refused.
    pub refused: Refusal,
    /// The same list under the name it has in a plan, where the class is `Unsupported`.
    pub unsupported: Vec<RefusedItem>,
}

impl From<&Refusal> for RefusalDocument {
    fn from(refusal: &Refusal) -> Self {
        let unsupported = match refusal.class {
            crate::pipeline::RefusalClass::Unsupported => refusal.items.clone(),
            _ => Vec::new(),
        };
        Self {
            refused: refusal.clone(),
            unsupported,
        }
    }
}
