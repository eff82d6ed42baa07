//! What the database holds.

use super::TargetQuery;
use crate::engine::Counting;
use crate::http::guard::{Caller, Verb};
use crate::http::problem::{Problem, ProblemDocument};
use crate::http::read::{Asked, Named};
use crate::http::shared::Shared;
use crate::report::{
    CreateStatementsDocument, RowCountsDocument, SchemaDocument, SizeDocument, TableDocument,
};
use axum::extract::State;
use axum::{Extension, Json};
use serde::Deserialize;
use utoipa::IntoParams;

/// The whole schema: tables with their columns, indexes, foreign keys and constraints, views,
/// routines, triggers, and everything else that is there.
#[utoipa::path(
    get,
    path = "/schema",
    tag = "Schema analysis",
    params(TargetQuery),
    responses(
        (status = 200, description = "The schema", body = SchemaDocument, content_type = "application/json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn schema(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Asked(query): Asked<TargetQuery>,
) -> Result<Json<SchemaDocument>, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Read, target).await?;
    let schema = shared.work(async move { database.schema().await });
    schema.await.map(Json)
}

/// One table, by its name with or without its namespace.
#[utoipa::path(
    get,
    path = "/schema/{tableName}",
    tag = "Schema analysis",
    params(("tableName" = String, Path, description = "The table, as `name` or `namespace.name`"), TargetQuery),
    responses(
        (status = 200, description = "The table", body = TableDocument, content_type = "application/json"),
        (status = 404, description = "There is none; `nearest` has names like it", body = ProblemDocument, content_type = "application/problem+json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn table(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Named(name): Named,
    Asked(query): Asked<TargetQuery>,
) -> Result<Json<TableDocument>, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Read, target).await?;
    let table = shared.work(async move { database.table(&name).await });
    table.await.map(Json)
}

/// Sizes of the database and of its tables on disk.
#[utoipa::path(
    get,
    path = "/size",
    tag = "Schema analysis",
    params(TargetQuery),
    responses(
        (status = 200, description = "Sizes in bytes", body = SizeDocument, content_type = "application/json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn size(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Asked(query): Asked<TargetQuery>,
) -> Result<Json<SizeDocument>, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Read, target).await?;
    let size = shared.work(async move { database.size().await });
    size.await.map(Json)
}

/// How rows are counted.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct RowCountsQuery {
    /// In a cluster, the DatabaseSchema as `namespace/name`. Not needed where one database is
    /// served.
    target: Option<String>,
    /// Counts every row, which reads every table. Without it the server's own estimates are
    /// answered where it has some.
    #[serde(default)]
    #[param(required = false)]
    exact: bool,
}

/// How many rows each table holds.
#[utoipa::path(
    get,
    path = "/row-counts",
    tag = "Schema analysis",
    params(RowCountsQuery),
    responses(
        (status = 200, description = "Numbers of rows", body = RowCountsDocument, content_type = "application/json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn row_counts(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Asked(query): Asked<RowCountsQuery>,
) -> Result<Json<RowCountsDocument>, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Read, target).await?;
    let counting = if query.exact {
        Counting::Exact
    } else {
        Counting::Estimated
    };
    let counts = shared.work(async move { database.row_counts(counting).await });
    counts.await.map(Json)
}

/// The statements that make everything again in an empty database.
#[utoipa::path(
    get,
    path = "/create-statements",
    tag = "Schema analysis",
    params(TargetQuery),
    responses(
        (status = 200, description = "Statements, in order", body = CreateStatementsDocument, content_type = "application/json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn create_statements(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Asked(query): Asked<TargetQuery>,
) -> Result<Json<CreateStatementsDocument>, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Read, target).await?;
    let statements = shared.work(async move { database.create_statements().await });
    statements.await.map(Json)
}
