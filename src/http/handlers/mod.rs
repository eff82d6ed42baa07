//! The endpoints.

mod events;
mod execute;
mod health;
mod history;
mod plan;
mod schema;

pub(super) use events::{__path_events, events};
pub(super) use execute::{__path_dry_run, __path_execute, AcceptedDocument, dry_run, execute};
pub(super) use health::{__path_health, health};
pub(super) use history::{__path_execution, __path_history, KnownExecution, execution, history};
pub(super) use plan::{__path_plan, __path_validate, plan, validate};
pub(super) use schema::{
    __path_create_statements, __path_row_counts, __path_schema, __path_size, __path_table,
    create_statements, row_counts, schema, size, table,
};

use serde::Deserialize;
use utoipa::IntoParams;

/// Where everything is.
pub(super) const BASE: &str = "/api/advanced-migrations";

/// Which database.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct TargetQuery {
    /// In a cluster, the DatabaseSchema as `namespace/name`. Not needed where one database is
    /// served.
    target: Option<String>,
}
