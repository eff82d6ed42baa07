//! `GET /history` and `GET /history/{executionId}`.

use super::{AcceptedDocument, TargetQuery};
use crate::database::DatabaseError;
use crate::http::guard::{Caller, Verb};
use crate::http::problem::{Problem, ProblemDocument, ProblemKind};
use crate::http::read::{Asked, Named};
use crate::http::shared::Shared;
use crate::report::{HistoryDocument, HistoryEntryDocument, OutcomeDocument};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

/// How many executions are answered unless another number is asked for.
const SHOWN: u32 = 20;
/// The most that are answered at once.
const MOST_SHOWN: u32 = 1000;

/// A page of history.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct HistoryQuery {
    /// In a cluster, the DatabaseSchema as `namespace/name`. Not needed where one database is
    /// served.
    target: Option<String>,
    /// At most so many; 20 when absent.
    #[param(minimum = 1, maximum = 1000)]
    limit: Option<u32>,
    /// Only those older than this execution: `next` of the page before.
    #[param(min_length = 1, max_length = 100)]
    before: Option<String>,
}

/// What is known of an execution.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub(in crate::http) enum KnownExecution {
    /// Its row in history.
    Row(Box<HistoryEntryDocument>),
    /// It found nothing to do and has no row.
    Ended(Box<OutcomeDocument>),
}

/// Executions, newest first.
#[utoipa::path(
    get,
    path = "/history",
    tag = "History and monitoring",
    params(HistoryQuery),
    responses(
        (status = 200, description = "A page of executions", body = HistoryDocument, content_type = "application/json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn history(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Asked(query): Asked<HistoryQuery>,
) -> Result<Json<HistoryDocument>, Problem> {
    let limit = query.limit.unwrap_or(SHOWN);
    if !(1..=MOST_SHOWN).contains(&limit) {
        return Err(Problem::new(
            ProblemKind::InvalidRequest,
            format!("limit is {limit} and must be from 1 to {MOST_SHOWN}"),
            "ask for fewer at once, and for the next ones with before",
        ));
    }
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Read, target).await?;
    let page = shared.work(async move { database.history(limit, query.before.as_deref()).await });
    page.await.map(Json)
}

/// One execution, as its row in history says.
///
/// 202 while it runs and has no row yet. One that was refused, or that found nothing to do, has no
/// row: for ten minutes its end is answered as `/execute` would have.
#[utoipa::path(
    get,
    path = "/history/{executionId}",
    tag = "History and monitoring",
    params(("executionId" = String, Path, description = "The execution's id"), TargetQuery),
    responses(
        (status = 200, description = "The execution", body = KnownExecution, content_type = "application/json"),
        (status = 202, description = "It runs and has no row yet", body = AcceptedDocument, content_type = "application/json"),
        (status = 404, description = "There is none", body = ProblemDocument, content_type = "application/problem+json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn execution(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Named(id): Named,
    Asked(query): Asked<TargetQuery>,
) -> Result<Response, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Read, target).await?;
    let entry = shared.running().find(&database.identity(), &id);
    // Looked at before history is: what ends in between has its row by then.
    let end = entry.as_ref().and_then(|entry| entry.end().cloned());
    let row = shared.work(async move {
        match database.execution(&id).await {
            Ok(row) => Ok(Ok(row)),
            Err(DatabaseError::Refused(refusal)) => Ok(Err(refusal)),
            Err(error) => Err(error),
        }
    });
    match (row.await?, entry, end) {
        (Ok(row), _, _) => Ok(Json(KnownExecution::Row(Box::new(row))).into_response()),
        (Err(_), Some(entry), None) => Ok(AcceptedDocument::new(&entry, target).answer()),
        (Err(_), Some(_), Some(Ok(outcome))) => {
            Ok(Json(KnownExecution::Ended(Box::new(outcome))).into_response())
        }
        (Err(_), Some(_), Some(Err(problem))) => Err(problem),
        (Err(unknown), None, _) => Err(DatabaseError::Refused(unknown).into()),
    }
}
