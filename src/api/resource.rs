//! `DatabaseSchema`: a database whose schema is kept as declared.

use kube::{CustomResource, KubeSchema};
use serde::{Deserialize, Serialize};

use super::connection::Connection;
use super::declaration::Declaration;
use super::policy::{Backup, Drift, Execution, Mode, OnDelete, Policy, Scope};
use super::status::DatabaseSchemaStatus;

/// What a database's schema should be, and how it may be brought there.
#[derive(CustomResource, Clone, Debug, PartialEq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
#[allow(
    clippy::duplicated_attributes,
    reason = "printer columns repeat their types"
)]
#[kube(
    group = "driftless.dev",
    version = "v1alpha1",
    kind = "DatabaseSchema",
    plural = "databaseschemas",
    shortname = "dbs",
    category = "driftless",
    namespaced,
    derive = "PartialEq",
    doc = "Keeps the schema of one database as declared.",
    status = "DatabaseSchemaStatus",
    printcolumn(name = "Engine", type_ = "string", json_path = ".spec.database.engine"),
    printcolumn(
        name = "Ready",
        type_ = "string",
        json_path = r#".status.conditions[?(@.type=="Ready")].status"#
    ),
    printcolumn(name = "Phase", type_ = "string", json_path = ".status.phase"),
    printcolumn(name = "Risk", type_ = "string", json_path = ".status.plan.risk"),
    printcolumn(
        name = "Pending",
        type_ = "integer",
        json_path = ".status.plan.statements"
    ),
    printcolumn(
        name = "Drift",
        type_ = "boolean",
        json_path = ".status.drift.detected"
    ),
    printcolumn(
        name = "Last Applied",
        type_ = "date",
        json_path = ".status.lastAppliedTime"
    ),
    printcolumn(
        name = "Age",
        type_ = "date",
        json_path = ".metadata.creationTimestamp"
    ),
    printcolumn(
        name = "Database",
        type_ = "string",
        json_path = ".status.server.database",
        priority = 1
    ),
    printcolumn(
        name = "Plan",
        type_ = "string",
        json_path = ".status.plan.ref",
        priority = 1
    ),
    printcolumn(
        name = "Approval",
        type_ = "string",
        json_path = ".status.plan.approval",
        priority = 1
    ),
    printcolumn(
        name = "Next Check",
        type_ = "string",
        json_path = ".status.drift.nextCheckTime",
        priority = 1
    ),
    printcolumn(
        name = "Message",
        type_ = "string",
        json_path = r#".status.conditions[?(@.type=="Ready")].message"#,
        priority = 1
    )
)]
pub struct DatabaseSchemaSpec {
    /// Where the database is.
    pub database: Connection,
    /// What its schema should be.
    pub schema: Declaration,
    /// Which part of the database is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// What is done about a difference.
    #[serde(default)]
    pub mode: Mode,
    /// Stops planning, execution and checks until it is false again.
    #[serde(default)]
    pub suspend: bool,
    /// Approval, judgement and time windows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
    /// Safety copies before a plan runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backup: Option<Backup>,
    /// How a plan runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub execution: Option<Execution>,
    /// How changes made by others are noticed, and what follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drift: Option<Drift>,
    /// What happens to the declared objects when this object is deleted.
    #[serde(default)]
    pub on_delete: OnDelete,
    /// How many executions `status.history` shows; 10 when absent. The database keeps all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 50))]
    pub history_limit: Option<u32>,
}

/// The number of executions shown when `historyLimit` is absent.
pub const DEFAULT_HISTORY_LIMIT: u32 = 10;
