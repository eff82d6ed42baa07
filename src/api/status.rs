//! What Driftless found out: the status of a DatabaseSchema. It is bounded whatever the size of
//! the schema; the journal in the database holds the whole.

use k8s_openapi::apimachinery::pkg::apis::meta::v1::{Condition, Time};
use kube::KubeSchema;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::policy::Severity;

/// The observed state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
pub struct DatabaseSchemaStatus {
    /// The generation this status speaks about; -1 before the first look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed_generation: Option<i64>,
    /// One word for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 64))]
    pub phase: Option<String>,
    /// SHA-256 of the declared schema as the server prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 128))]
    pub desired_fingerprint: Option<String>,
    /// SHA-256 of the live schema as the server prints it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 128))]
    pub live_fingerprint: Option<String>,
    /// The server that answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server: Option<ServerStatus>,
    /// The plan that waits or runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<PlanStatus>,
    /// Live objects that nobody declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unmanaged: Option<Objects>,
    /// Live objects of kinds that are not modelled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opaque: Option<Objects>,
    /// Changes made by others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drift: Option<DriftStatus>,
    /// The execution that runs or is being tried again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub execution: Option<ExecutionStatus>,
    /// The newest safety copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_backup: Option<BackupStatus>,
    /// When a plan last ran to its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_applied_time: Option<Time>,
    /// How many plans were applied to this database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema_version: Option<i64>,
    /// The last value of `driftless.dev/check-at` that was obeyed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    pub last_handled_check_at: Option<String>,
    /// The newest executions, newest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50))]
    #[x_kube(merge_strategy = ListMerge::Map(vec!["id".to_owned()]))]
    pub history: Vec<HistoryEntry>,
    /// What holds and what does not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 32))]
    #[x_kube(merge_strategy = ListMerge::Map(vec!["type".to_owned()]))]
    pub conditions: Vec<Condition>,
}

/// The server that answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ServerStatus {
    /// The product.
    #[schemars(length(max = 64))]
    pub flavour: String,
    /// Its version.
    #[schemars(length(max = 128))]
    pub version: String,
    /// The database looked at.
    #[schemars(length(max = 1024))]
    pub database: String,
}

/// The plan that waits or runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlanStatus {
    /// The plan's id: what an approval names.
    #[schemars(length(max = 128))]
    pub id: String,
    /// Name of the SchemaPlan that holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 253))]
    pub r#ref: Option<String>,
    /// The worst severity found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub risk: Option<Severity>,
    /// How many statements it has.
    pub statements: u32,
    /// How many findings there are of each severity.
    #[serde(default)]
    pub findings: SeverityCounts,
    /// Its changes in at most ten lines.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 10), inner(length(max = 512)))]
    pub summary: Vec<String>,
    /// How long it is expected to run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimate: Option<Estimate>,
    /// How far it can be undone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rollback: Option<RollbackClass>,
    /// Whether it may run: `NotRequired`, `Pending`, `Approved`, `Rejected`, `Expired`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 64))]
    pub approval: Option<String>,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", default)]
pub struct SeverityCounts {
    /// Worth knowing.
    pub info: u32,
    /// Cheap and safe.
    pub low: u32,
    /// May be felt.
    pub medium: u32,
    /// Blocks others or is hard to undo.
    pub high: u32,
    /// Loses data or cannot be undone.
    pub critical: u32,
    /// Not executed at all.
    pub forbidden: u32,
}

impl SeverityCounts {
    /// Counts one more finding.
    pub fn add(&mut self, severity: Severity) {
        let count = match severity {
            Severity::Info => &mut self.info,
            Severity::Low => &mut self.low,
            Severity::Medium => &mut self.medium,
            Severity::High => &mut self.high,
            Severity::Critical => &mut self.critical,
            Severity::Forbidden => &mut self.forbidden,
        };
        *count = count.saturating_add(1);
    }
}

/// An interval in milliseconds: half of the runs are expected to be shorter than `p50Millis`,
/// nineteen of twenty shorter than `p95Millis`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    /// Median, in milliseconds.
    pub p50_millis: u64,
    /// 95th percentile, in milliseconds.
    pub p95_millis: u64,
}

/// How far a plan or step can be undone.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum RollbackClass {
    /// Structure and data return.
    Reversible,
    /// They return unless data written since stands in the way.
    Conditional,
    /// The structure returns, the data only from the safety copy.
    StructureOnly,
    /// Not at all.
    Impossible,
}

/// A bounded list of object names with the true count.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Objects {
    /// How many there are.
    pub count: u32,
    /// The first of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 50), inner(length(max = 512)))]
    pub names: Vec<String>,
}

/// Changes made by others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DriftStatus {
    /// Whether there are any; absent when the comparison could not be made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detected: Option<bool>,
    /// The objects that differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objects: Option<Objects>,
    /// How many statements would put them right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statements: Option<u32>,
    /// When the last comparison was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_check_time: Option<Time>,
    /// When the next one is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_check_time: Option<Time>,
}

/// The execution that runs or is being tried again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExecutionStatus {
    /// The execution's id in the journal; absent while no execution has begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 128))]
    pub id: Option<String>,
    /// The step that runs, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<u32>,
    /// How many steps there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u32>,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Time>,
    /// How many tries failed in a row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attempt: Option<u32>,
    /// When the next try is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_attempt_at: Option<Time>,
}

/// The newest safety copy.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BackupStatus {
    /// Where it is.
    #[schemars(length(max = 1024))]
    pub path: String,
    /// When it was taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taken_at: Option<Time>,
    /// Its size in bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// Whether it was read back whole.
    #[serde(default)]
    pub verified: bool,
}

/// One execution, as the journal in the database has it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// The execution's id.
    #[schemars(length(max = 128))]
    pub id: String,
    /// The plan it ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 128))]
    pub plan: Option<String>,
    /// How it ended: `Succeeded`, `RolledBack`, `PartiallyApplied`, …
    #[schemars(length(max = 64))]
    pub outcome: String,
    /// When it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<Time>,
    /// How long it took, in milliseconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_millis: Option<u64>,
    /// How many statements ran.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statements: Option<u32>,
    /// Who approved the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 256))]
    pub approved_by: Option<String>,
    /// The safety copy taken before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 1024))]
    pub backup_path: Option<String>,
    /// What went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(max = 2048))]
    pub error: Option<String>,
}
