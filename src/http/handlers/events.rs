//! `GET /history/{executionId}/events`.

use super::TargetQuery;
use crate::database::Database;
use crate::execute::ProgressEvent;
use crate::http::guard::{Caller, Verb};
use crate::http::problem::{Problem, ProblemDocument, ProblemKind};
use crate::http::read::{Asked, Named};
use crate::http::running::Entry;
use crate::http::shared::Shared;
use axum::Extension;
use axum::extract::State;
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use futures::{Stream, stream};
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often a silent stream says that it is still there.
const KEEP_ALIVE: Duration = Duration::from_secs(15);

/// How an execution of this process goes, from its beginning: `started`, a `step` for each step that
/// begins, ends or fails, and at last `ended` with what `/execute` would have answered.
#[utoipa::path(
    get,
    path = "/history/{executionId}/events",
    tag = "History and monitoring",
    params(("executionId" = String, Path, description = "The execution's id"), TargetQuery),
    responses(
        (status = 200, description = "What happens, as it happens", body = String, content_type = "text/event-stream"),
        (status = 404, description = "This process knows no such execution; history may", body = ProblemDocument, content_type = "application/problem+json"),
        (status = "default", description = "Why not", body = ProblemDocument, content_type = "application/problem+json"),
    )
)]
pub(in crate::http) async fn events(
    State(shared): State<Shared>,
    Extension(caller): Extension<Caller>,
    Named(id): Named,
    Asked(query): Asked<TargetQuery>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, Problem> {
    let target = query.target.as_deref();
    let database = shared.enter(&caller, Verb::Read, target).await?;
    let entry = known(&shared, &database, &id)?;
    let stream = stream::unfold(Some(Told::of(entry)), |told| async {
        let (event, rest) = told?.next().await;
        Some((Ok(event), rest))
    });
    Ok(Sse::new(stream).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)))
}

fn known(shared: &Shared, database: &Database, id: &str) -> Result<Arc<Entry>, Problem> {
    let entry = shared.running().find(&database.identity(), id);
    entry.ok_or_else(|| {
        Problem::new(
            ProblemKind::UnknownExecution,
            format!("this process runs no execution {id:?}, and ran none of that id a while ago"),
            "ask for it without /events: history may know it",
        )
    })
}

/// An execution and how much of it was told.
struct Told {
    entry: Arc<Entry>,
    changes: watch::Receiver<()>,
    position: usize,
}

impl Told {
    fn of(entry: Arc<Entry>) -> Self {
        Self {
            changes: entry.watch(),
            entry,
            position: 0,
        }
    }

    /// The next event, and what comes after it; nothing after the last one.
    async fn next(mut self) -> (Event, Option<Self>) {
        loop {
            // Taken before looking: what is told in between wakes the wait below.
            self.changes.mark_unchanged();
            if let Some(event) = self.entry.event(self.position) {
                self.position += 1;
                return (progress(&event), Some(self));
            }
            if let Some(end) = self.entry.end() {
                let event = match end {
                    Ok(outcome) => json("ended", outcome),
                    Err(problem) => json("ended", &problem.document(None)),
                };
                return (event, None);
            }
            if self.changes.changed().await.is_err() {
                return (Event::default().event("ended"), None);
            }
        }
    }
}

fn progress(event: &ProgressEvent) -> Event {
    let name = match event {
        ProgressEvent::Started { .. } => "started",
        ProgressEvent::Step { .. } => "step",
    };
    json(name, event)
}

fn json(name: &str, body: &impl serde::Serialize) -> Event {
    let event = Event::default().event(name);
    event
        .json_data(body)
        .unwrap_or_else(|_| Event::default().event(name))
}
