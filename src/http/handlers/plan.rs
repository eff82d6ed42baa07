//! `POST /plan` and `POST /validate`.

use super::TargetQuery;
use crate::api::request::{ExecuteRequest, PlanRequest};
use crate::http::guard::{Caller, Verb};
use crate::http::problem::{Problem, ProblemDocument};
use crate::http::read::{Asked, Given};
use crate::http::shared::Shared;
use crate::report::{PlanDocument, ValidationDocument};
use axum::extract::State;
use axum::{Extension, Json};

/// Plans, and proves the plan in scratch. Changes nothing.
///
/// To what `desiredSchema` says; back to before the execution that `rollbackOf` names; in a cluster,
/// with neither, to what the DatabaseSchema declares. What is answered can be given to `/dry-run`
/// and `/execute` as it stands.
#[utoipa::path(
    post,
    path = "/plan",
    tag = "Planning and execution",
    params(TargetQuery),
    request_body(content = PlanRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "The plan", body = PlanDocument, content_type = "application/json"),
        (status = 422, description = "What cannot be done, and what to do instead", body = ProblemDocument, content_type = "application/problem+json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn plan(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Asked(query): Asked<TargetQuery>,
    Given(request): Given<PlanRequest>,
) -> Result<Json<PlanDocument>, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Plan, target).await?;
    let plan = shared.work(async move { database.plan(&request).await });
    plan.await.map(Json)
}

/// Looks for everything that would stop a plan: what it refers to, rows in the way, missing
/// privileges, room, other sessions. Changes nothing.
#[utoipa::path(
    post,
    path = "/validate",
    tag = "Planning and execution",
    params(TargetQuery),
    request_body(content = ExecuteRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "What was found", body = ValidationDocument, content_type = "application/json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn validate(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Asked(query): Asked<TargetQuery>,
    Given(request): Given<ExecuteRequest>,
) -> Result<Json<ValidationDocument>, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Plan, target).await?;
    let validation = shared.work(async move { database.validate(&request.plan).await });
    validation.await.map(Json)
}
