//! `POST /execute` and `POST /dry-run`.

use super::{BASE, TargetQuery};
use crate::api::request::ExecuteRequest;
use crate::database::Run;
use crate::execute::Progress;
use crate::http::guard::{Caller, Verb};
use crate::http::problem::{Problem, ProblemDocument};
use crate::http::read::{Asked, Given};
use crate::http::running::{End, Entry};
use crate::http::shared::{Shared, bug};
use crate::pipeline::Moment;
use crate::report::OutcomeDocument;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use schemars::JsonSchema;
use serde::Serialize;
use std::sync::Arc;
use std::time::Duration;

/// An execution that goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(in crate::http) struct AcceptedDocument {
    /// Its id.
    pub(in crate::http) execution_id: String,
    /// `Running`.
    pub(in crate::http) status: &'static str,
    /// The plan's id.
    pub(in crate::http) plan_id: String,
    /// Where to ask how it goes.
    pub(in crate::http) location: String,
    /// Where it is told as it goes, as `text/event-stream`.
    pub(in crate::http) events: String,
}

impl AcceptedDocument {
    pub(in crate::http) fn new(entry: &Entry, target: Option<&str>) -> Self {
        let query = target.map_or_else(String::new, |target| {
            format!("?target={}", utf8_percent_encode(target, NON_ALPHANUMERIC))
        });
        let path = format!("{BASE}/history/{}", entry.id);
        Self {
            execution_id: entry.id.clone(),
            status: "Running",
            plan_id: entry.plan_id.clone(),
            location: format!("{path}{query}"),
            events: format!("{path}/events{query}"),
        }
    }

    /// 202, and where to ask again.
    pub(in crate::http) fn answer(self) -> Response {
        let location = HeaderValue::from_str(&self.location).ok();
        let mut response = (StatusCode::ACCEPTED, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.extend(location.map(|location| (header::LOCATION, location)));
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
        response
    }
}

/// Executes a plan, if planning gives the same one now and the gate lets it through.
///
/// Answers 200 with what came of it, a failed execution included, or 202 with where to ask when it
/// takes longer than ten seconds, or at once with `Prefer: respond-async` (RFC 7240). The execution
/// goes on whether or not the client waits.
#[utoipa::path(
    post,
    path = "/execute",
    tag = "Planning and execution",
    params(TargetQuery, ("Prefer" = Option<String>, Header, description = "`respond-async`, or `wait=SECONDS`")),
    request_body(content = ExecuteRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "It has ended", body = OutcomeDocument, content_type = "application/json"),
        (status = 202, description = "It goes on", body = AcceptedDocument, content_type = "application/json",
            headers(("Location" = String, description = "Where to ask how it goes"))),
        (status = 403, description = "An approval is missing", body = ProblemDocument, content_type = "application/problem+json"),
        (status = 409, description = "The plan is stale, or another execution runs", body = ProblemDocument, content_type = "application/problem+json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn execute(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    Asked(query): Asked<TargetQuery>,
    Given(request): Given<ExecuteRequest>,
) -> Result<Response, Problem> {
    let patience = patience(&headers, shared.limits().wait);
    begin(&shared, caller, query, request, patience).await
}

/// Everything but the change: in a transaction that is rolled back where the engine has one for all
/// steps, in scratch otherwise. The same as `/execute` with `dryRun`.
#[utoipa::path(
    post,
    path = "/dry-run",
    tag = "Planning and execution",
    params(TargetQuery, ("Prefer" = Option<String>, Header, description = "`respond-async`, or `wait=SECONDS`")),
    request_body(content = ExecuteRequest, content_type = "application/json"),
    responses(
        (status = 200, description = "What would come of it", body = OutcomeDocument, content_type = "application/json"),
        (status = 202, description = "It goes on", body = AcceptedDocument, content_type = "application/json",
            headers(("Location" = String, description = "Where to ask how it goes"))),
        (status = 409, description = "The plan is stale, or another execution runs", body = ProblemDocument, content_type = "application/problem+json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn dry_run(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    headers: HeaderMap,
    Asked(query): Asked<TargetQuery>,
    Given(mut request): Given<ExecuteRequest>,
) -> Result<Response, Problem> {
    request.options.dry_run = true;
    let patience = patience(&headers, shared.limits().wait);
    begin(&shared, caller, query, request, patience).await
}

/// How long the client wants to wait, at most `limit`.
fn patience(headers: &HeaderMap, limit: Duration) -> Duration {
    let values = headers.get_all("prefer").iter();
    let wishes = values.filter_map(|value| value.to_str().ok());
    let wishes = wishes.flat_map(|value| value.split([',', ';']));
    wishes.map(str::trim).fold(limit, |patience, wish| {
        let seconds = wish.strip_prefix("wait=").and_then(|n| n.parse().ok());
        match seconds.map(Duration::from_secs) {
            Some(wait) => wait.min(patience),
            None if wish.eq_ignore_ascii_case("respond-async") => Duration::ZERO,
            None => patience,
        }
    })
}

async fn begin(
    shared: &Shared,
    caller: Caller,
    query: TargetQuery,
    request: ExecuteRequest,
    patience: Duration,
) -> Result<Response, Problem> {
    let target = query.target.as_deref();
    let verb = if request.options.dry_run || request.options.validate_only {
        Verb::Plan
    } else {
        Verb::Execute
    };
    let database = shared.enter(&caller, verb, target).await?;
    if request.options.approve.is_some() {
        shared.guard().allow(&caller, Verb::Approve, target).await?;
    }
    let moment = Moment::now();
    let id = moment.execution_id();
    let plan_id = request.plan.id.clone();
    let identity = database.identity();
    let entry = shared.running().begin(&identity, id, plan_id)?;
    let listener = Arc::clone(&entry);
    let run = Run {
        moment,
        by: caller.name.clone(),
        progress: Progress::to(move |event| listener.tell(event)),
    };
    audit(&caller, verb, target, &entry, &request, "begun");
    let (ending, target_name) = (Arc::clone(&entry), query.target.clone());
    let running = shared.running().spawn(async move {
        let work = tokio::spawn({
            let request = request.clone();
            async move { database.execute(&request.plan, &request.options, run).await }
        });
        let end: End = match work.await {
            Ok(done) => done.map_err(Problem::from),
            Err(_) => Err(bug()),
        };
        let outcome = match &end {
            Ok(done) => done.status,
            Err(problem) => problem.kind.slug(),
        };
        audit(
            &caller,
            verb,
            target_name.as_deref(),
            &ending,
            &request,
            outcome,
        );
        ending.finish(end);
    });
    drop(running);
    match entry.wait(patience).await {
        Some(Ok(outcome)) => Ok(Json(outcome).into_response()),
        Some(Err(problem)) => Err(problem.clone()),
        None => Ok(AcceptedDocument::new(&entry, target).answer()),
    }
}

/// Who did what to what. Texts that a client sent are written escaped.
fn audit(
    caller: &Caller,
    verb: Verb,
    target: Option<&str>,
    entry: &Entry,
    request: &ExecuteRequest,
    outcome: &str,
) {
    tracing::info!(
        target: "driftless::audit",
        who = ?caller.name,
        verb = verb.as_str(),
        target = ?target.unwrap_or("-"),
        plan = ?entry.plan_id,
        execution = %entry.id,
        approve = ?request.options.approve.as_deref().unwrap_or("-"),
        outcome,
    );
}
