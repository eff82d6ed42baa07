//! A plan, or why there is none, as a JSON document.

use crate::engine::{Lock, Object, Work};
use crate::pipeline::{Refusal, RefusedItem};
use crate::plan::{
    Estimate, Finding, Kind, Plan, PlannedStep, Proof, Reversal, ReversalClass, Severity, Summary,
};
use serde::Serialize;

/// A plan.
#[derive(Clone, Debug, Serialize)]
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
    /// The highest severity of all findings.
    pub risk: Severity,
    /// What could go wrong, worst first.
    pub risks: Vec<RiskDocument>,
    /// The way back.
    pub rollback: RollbackDocument,
    /// How long all steps take.
    pub estimate: Estimate,
    /// Tables whose rows are copied away first.
    pub backup: Vec<String>,
    /// Whether it was replayed in scratch.
    pub proof: Proof,
    /// Objects that are seen but not modelled.
    pub opaque: Vec<OpaqueDocument>,
    /// Objects that exist, were never declared, and are left alone.
    pub unmanaged: Vec<String>,
    /// Changes that are refused; empty in a plan that is offered.
    pub unsupported: Vec<RefusedItem>,
    /// Drops and additions that look like renames.
    pub suggestions: Vec<String>,
    /// What was filled in while reading the declaration.
    pub notes: Vec<String>,
}

/// One step.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StepDocument {
    /// Its statements, in order.
    pub sql: Vec<String>,
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
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RiskDocument {
    /// What kind of harm.
    pub kind: Kind,
    /// The rule's id in the catalogue of risks.
    pub id: &'static str,
    /// Everything else.
    #[serde(flatten)]
    pub finding: Finding,
}

/// The way back.
#[derive(Clone, Debug, Serialize)]
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
#[derive(Clone, Debug, Serialize)]
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
        Self {
            id: plan.id.to_string(),
            engine: plan.engine.as_str(),
            server_version: plan.server_version.clone(),
            target: plan.target.clone(),
            changes: !plan.is_empty(),
            summary: Summary::of(&plan.delta),
            steps: plan
                .steps
                .iter()
                .map(|step| StepDocument::of(step, &plan.findings))
                .collect(),
            risk: plan.risk(),
            risks: plan.findings.iter().map(risk).collect(),
            rollback: RollbackDocument {
                class: plan.reversal_class(),
                sql: sql.map(|statement| statement.sql().to_owned()).collect(),
                irreversible: plan.irreversible.iter().map(ToString::to_string).collect(),
            },
            estimate: plan.estimate(),
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
            unsupported: Vec::new(),
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
        }
    }
}

fn risk(finding: &Finding) -> RiskDocument {
    RiskDocument {
        kind: finding.rule.kind(),
        id: finding.rule.id(),
        finding: finding.clone(),
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
    fn of(planned: &PlannedStep, findings: &[Finding]) -> Self {
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
