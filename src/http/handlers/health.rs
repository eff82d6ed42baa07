//! `GET /health`.

use super::TargetQuery;
use crate::http::guard::{Caller, Verb};
use crate::http::problem::{Problem, ProblemDocument};
use crate::http::read::Asked;
use crate::http::shared::Shared;
use crate::report::HealthDocument;
use axum::extract::State;
use axum::{Extension, Json};

/// How each part is: the database, its catalog, history, scratch, and the folder for backups.
///
/// Answers 200 also when something is down; `status` says so.
#[utoipa::path(
    get,
    path = "/health",
    tag = "History and monitoring",
    params(TargetQuery),
    responses(
        (status = 200, description = "How each part is", body = HealthDocument, content_type = "application/json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn health(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Asked(query): Asked<TargetQuery>,
) -> Result<Json<HealthDocument>, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Read, target).await?;
    let health = shared.work(async move { Ok(database.health().await) });
    health.await.map(Json)
}
