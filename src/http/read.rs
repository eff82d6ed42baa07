//! Requests, read strictly.

use super::problem::{Problem, ProblemItem, ProblemKind};
use super::shared::Shared;
use super::wire;
use crate::api::strict::{self, StrictError};
use axum::body::{Body, BodyDataStream, to_bytes};
use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Path, Query, Request};
use axum::http::{HeaderMap, header, request::Parts};
use futures::StreamExt;
use serde::de::DeserializeOwned;
use std::time::Duration;

/// How long a body may take to come.
const BODY_TIME: Duration = Duration::from_secs(20);
/// How much of a body that is too large is read, so that a client which sends all before it listens
/// hears why it was refused. In bytes.
const DRAINED: usize = 16 * 1024 * 1024;

/// The body of a request, of a form that [`wire`] knows.
pub(super) struct Given<T>(pub(super) T);

impl<T: DeserializeOwned + wire::Request> FromRequest<Shared> for Given<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, shared: &Shared) -> Result<Self, Problem> {
        let limit = shared.limits().body;
        check_type(request.headers())?;
        let announced = announced(request.headers());
        let bytes = tokio::time::timeout(BODY_TIME, async {
            if announced.is_some_and(|length| length > limit) {
                drain(request.into_body()).await;
                return Err(too_large(limit));
            }
            whole(request.into_body(), limit).await
        });
        let bytes = bytes.await.map_err(|_| {
            let text = format!("the body did not come within {} s", BODY_TIME.as_secs());
            Problem::new(
                ProblemKind::BodyTimeout,
                text,
                "send it faster, or less of it",
            )
        })??;
        strict::read_json(&bytes, T::schema())
            .map(Self)
            .map_err(Problem::from)
    }
}

fn check_type(headers: &HeaderMap) -> Result<(), Problem> {
    let given = headers.get(header::CONTENT_TYPE);
    let text = given.and_then(|value| value.to_str().ok()).unwrap_or("");
    let essence = text.split(';').next().unwrap_or("").trim();
    if essence.eq_ignore_ascii_case("application/json") {
        return Ok(());
    }
    Err(Problem::new(
        ProblemKind::UnsupportedMediaType,
        if given.is_some() {
            "the body is said to be something else than JSON"
        } else {
            "the body is not said to be anything"
        },
        "send Content-Type: application/json",
    ))
}

fn announced(headers: &HeaderMap) -> Option<usize> {
    let text = headers.get(header::CONTENT_LENGTH)?.to_str().ok()?;
    text.parse().ok()
}

async fn whole(body: Body, limit: usize) -> Result<Vec<u8>, Problem> {
    let mut read = Vec::new();
    let mut stream = body.into_data_stream();
    while let Some(part) = stream.next().await {
        let part = part.map_err(|_| {
            Problem::new(
                ProblemKind::MalformedJson,
                "the body broke off",
                "send it again",
            )
        })?;
        if read.len() + part.len() > limit {
            drain_stream(stream).await;
            return Err(too_large(limit));
        }
        read.extend_from_slice(&part);
    }
    Ok(read)
}

async fn drain(body: Body) {
    drop(to_bytes(body, DRAINED).await);
}

async fn drain_stream(mut stream: BodyDataStream) {
    let mut left = DRAINED;
    while let Some(Ok(part)) = stream.next().await {
        match left.checked_sub(part.len()) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

fn too_large(limit: usize) -> Problem {
    Problem::new(
        ProblemKind::BodyTooLarge,
        format!("the body is larger than {limit} bytes"),
        "send fewer tables at once, or have --max-body raised",
    )
}

impl From<StrictError> for Problem {
    fn from(error: StrictError) -> Self {
        let detail = error.to_string();
        match error {
            StrictError::TooLarge(_) | StrictError::Malformed { .. } => Self::new(
                ProblemKind::MalformedJson,
                detail,
                "correct the JSON at that place",
            ),
            StrictError::WrongValue { .. } | StrictError::OtherKind { .. } => Self::new(
                ProblemKind::InvalidRequest,
                detail,
                "correct the value at that place; /docs describes every field",
            ),
            StrictError::OutOfBounds(found) => {
                let items = found.into_iter().map(|(object, reason)| ProblemItem {
                    object,
                    reason,
                    instead: "correct the value; /docs describes every field".to_owned(),
                });
                Self {
                    items: items.collect(),
                    ..Self::new(
                        ProblemKind::InvalidRequest,
                        detail,
                        "correct the values that are out of bounds",
                    )
                }
            }
            StrictError::UnknownFields(fields) => {
                let items = fields.into_iter().map(|field| ProblemItem {
                    reason: format!(
                        "there is no such field (line {}, column {})",
                        field.line, field.column
                    ),
                    instead: match field.nearest {
                        Some(nearest) => format!("did you mean {nearest}?"),
                        None => "leave it out; /docs describes every field".to_owned(),
                    },
                    object: field.path,
                });
                Self {
                    items: items.collect(),
                    ..Self::new(
                        ProblemKind::InvalidRequest,
                        detail,
                        "correct or leave out the unknown fields",
                    )
                }
            }
        }
    }
}

/// The query of a request.
pub(super) struct Asked<T>(pub(super) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Asked<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let read = Query::<T>::from_request_parts(parts, state).await;
        let Query(query) = read.map_err(|error: QueryRejection| {
            Problem::new(
                ProblemKind::InvalidRequest,
                error.body_text(),
                "correct the query; /docs describes every parameter",
            )
        })?;
        Ok(Self(query))
    }
}

/// The name in the path of a request.
pub(super) struct Named(pub(super) String);

impl<S: Send + Sync> FromRequestParts<S> for Named {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let read = Path::<String>::from_request_parts(parts, state).await;
        let Path(name) = read.map_err(|error: PathRejection| {
            Problem::new(
                ProblemKind::InvalidRequest,
                error.body_text(),
                "percent-encode the name as UTF-8",
            )
        })?;
        Ok(Self(name))
    }
}
