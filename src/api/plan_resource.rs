//! `SchemaPlan`: one plan under review. Its name carries the plan's id, its spec never changes,
//! and the DatabaseSchema owns it.

use k8s_openapi::apimachinery::pkg::apis::meta::v1::{Condition, Time};
use kube::{CustomResource, KubeSchema};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::connection::EngineName;
use super::policy::Severity;
use super::status::{Estimate, RollbackClass, SeverityCounts};

/// The plan as it was made. Large plans are cut; the journal and the REST API hold the whole.
#[derive(CustomResource, Clone, Debug, PartialEq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
#[allow(
    clippy::duplicated_attributes,
    reason = "printer columns repeat their types"
)]
#[kube(
    group = "driftless.dev",
    version = "v1alpha1",
    kind = "SchemaPlan",
    plural = "schemaplans",
    shortname = "splan",
    category = "driftless",
    namespaced,
    derive = "PartialEq",
    doc = "One plan that brings a database's schema to its declaration; approve it by its planId.",
    status = "SchemaPlanStatus",
    validation = Rule::new("self.spec == oldSelf.spec").message("a plan's spec is immutable"),
    printcolumn(name = "Schema", type_ = "string", json_path = ".spec.databaseSchema"),
    printcolumn(name = "Phase", type_ = "string", json_path = ".status.phase"),
    printcolumn(name = "Risk", type_ = "string", json_path = ".spec.risk"),
    printcolumn(name = "Statements", type_ = "integer", json_path = ".spec.statementCount"),
    printcolumn(name = "Rollback", type_ = "string", json_path = ".spec.rollback.class"),
    printcolumn(name = "Age", type_ = "date", json_path = ".metadata.creationTimestamp"),
    printcolumn(name = "Plan", type_ = "string", json_path = ".spec.planId", priority = 1)
)]
pub struct SchemaPlanSpec {
    /// The plan's id: SHA-256 of everything that influences what runs. An approval names it.
    #[schemars(length(min = 1, max = 128))]
    pub plan_id: String,
    /// Name of the DatabaseSchema it belongs to.
    #[schemars(length(min = 1, max = 253))]
    pub database_schema: String,
    /// The product it was made for.
    pub engine: EngineName,
    /// The server's version it was made for.
    #[schemars(length(max = 128))]
    pub server_version: String,
    /// Fingerprint of the schema it starts from.
    #[schemars(length(max = 128))]
    pub source_fingerprint: String,
    /// Fingerprint of the schema it leads to.
    #[schemars(length(max = 128))]
    pub desired_fingerprint: String,
    /// The worst severity found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<Severity>,
    /// How many findings there are of each severity.
    #[serde(default)]
    pub findings: SeverityCounts,
    /// Its changes, one a line.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200), inner(length(max = 512)))]
    pub summary: Vec<String>,
    /// How many statements the whole plan has.
    pub statement_count: u32,
    /// Its statements, in order; the first ones of a large plan.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub statements: Vec<PlannedStatement>,
    /// What it may do to data and to users of the database.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200))]
    pub hazards: Vec<Hazard>,
    /// How long it is expected to run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
    /// How it can be undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollback: Option<Rollback>,
    /// What was done to make sure that it works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<Proof>,
    /// Whether statements, hazards or rollback were cut to fit.
    #[serde(default)]
    pub truncated: bool,
}

/// One statement of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlannedStatement {
    /// Its place, from 1.
    pub number: u32,
    /// The text that runs, byte for byte.
    #[schemars(length(max = 16_384))]
    pub sql: String,
    /// The object it changes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 512))]
    pub object: Option<String>,
    /// The lock it takes, in the engine's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    pub lock: Option<String>,
    /// How long it is expected to run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
    /// How far it can be undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollback: Option<RollbackClass>,
}

/// What a plan may do to data or to users of the database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Hazard {
    /// The rule that found it, such as `column.drop`.
    #[schemars(length(max = 128))]
    pub id: String,
    /// How serious it is.
    pub severity: Severity,
    /// The object it happens to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 512))]
    pub object: Option<String>,
    /// The statement it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement: Option<u32>,
    /// What happens.
    #[schemars(length(max = 2048))]
    pub message: String,
    /// What to do instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    pub instead: Option<String>,
}

/// How a plan can be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Rollback {
    /// How far, for the plan as a whole.
    pub class: RollbackClass,
    /// The statements that undo it, in the order in which they would run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 200), inner(length(max = 16_384)))]
    pub statements: Vec<String>,
    /// What does not come back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 100), inner(length(max = 512)))]
    pub losses: Vec<String>,
}

/// What was done to make sure that a plan works.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Proof {
    /// Whether a replay on a throw-away copy gave the declared schema.
    pub forward: bool,
    /// Whether the replayed rollback gave the first schema again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backward: Option<bool>,
    /// What could not be proved, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 1024))]
    pub note: Option<String>,
}

/// What became of a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
pub struct SchemaPlanStatus {
    /// What became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<SchemaPlanPhase>,
    /// Who decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    pub decided_by: Option<String>,
    /// When it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_at: Option<Time>,
    /// The execution that ran it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 128))]
    pub execution: Option<String>,
    /// What holds and what does not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 32))]
    #[x_kube(merge_strategy = ListMerge::Map(vec!["type".to_owned()]))]
    pub conditions: Vec<Condition>,
}

/// What became of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SchemaPlanPhase {
    /// It waits for a person or a time window.
    Pending,
    /// A person agreed.
    Approved,
    /// A person refused.
    Rejected,
    /// It ran to its end.
    Applied,
    /// It ran and failed.
    Failed,
    /// Another plan took its place.
    Superseded,
}
