//! Every error as a document (RFC 9457): a stable type, the reason, and what to do.

use crate::pipeline::RefusedItem;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use schemars::JsonSchema;
use serde::Serialize;

/// What every `type` begins with.
pub const TYPES: &str = "https://driftless.dev/problems/";

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $slug:literal, $status:ident, $title:literal;)*) => {
        /// What went wrong. The word is API: clients match on it, and `docs/rest.md` lists it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ProblemKind {
            $($(#[$doc])* $name,)*
        }

        impl ProblemKind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The last part of the `type`.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug,)* }
            }

            /// The status it is answered with.
            pub const fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)* }
            }

            /// The same words for every occurrence.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }
        }
    };
}

kinds! {
    /// The body is not JSON, or nested too deeply.
    MalformedJson = "malformed-json", BAD_REQUEST, "The body is not JSON that can be read";
    /// Unknown fields, wrong types, missing fields, queries that make no sense.
    InvalidRequest = "invalid-request", BAD_REQUEST, "The request has not the form it must have";
    /// No token, or none that is known.
    Unauthenticated = "unauthenticated", UNAUTHORIZED, "A valid bearer token is needed";
    /// The caller may not do this here.
    Forbidden = "forbidden", FORBIDDEN, "The caller may not do this";
    /// The plan has risks that somebody has to approve by its id.
    ApprovalRequired = "approval-required", FORBIDDEN, "The plan needs an approval";
    /// The policy forbids what the plan does; no approval helps.
    PolicyForbids = "policy-forbids", FORBIDDEN, "The policy forbids this plan";
    /// There is nothing at this path.
    NotFound = "not-found", NOT_FOUND, "There is nothing at this path";
    /// No such table.
    UnknownTable = "unknown-table", NOT_FOUND, "There is no such table";
    /// No such execution.
    UnknownExecution = "unknown-execution", NOT_FOUND, "There is no such execution";
    /// No such database here.
    UnknownTarget = "unknown-target", NOT_FOUND, "There is no such target";
    /// The path has other methods.
    MethodNotAllowed = "method-not-allowed", METHOD_NOT_ALLOWED, "The path has not this method";
    /// The body did not come in time.
    BodyTimeout = "body-timeout", REQUEST_TIMEOUT, "The body did not come in time";
    /// The database is not what it was when the plan was made.
    StalePlan = "stale-plan", CONFLICT, "The plan is not what planning gives now";
    /// Another plan than the one given was approved.
    ApprovalMismatch = "approval-mismatch", CONFLICT, "Another plan was approved";
    /// An execution is running on the same database.
    Busy = "busy", CONFLICT, "Another execution is running";
    /// Another declaration keeps this database.
    OwnedByAnother = "target-owned-by-another", CONFLICT, "Another declaration keeps this database";
    /// The body is too large.
    BodyTooLarge = "body-too-large", PAYLOAD_TOO_LARGE, "The body is too large";
    /// The body is not said to be JSON.
    UnsupportedMediaType = "unsupported-media-type", UNSUPPORTED_MEDIA_TYPE, "The body must be application/json";
    /// The declaration is not allowed or not accepted.
    InvalidSchema = "invalid-schema", UNPROCESSABLE_ENTITY, "The declaration cannot be taken";
    /// The change is not supported.
    Unsupported = "unsupported", UNPROCESSABLE_ENTITY, "The change is not supported";
    /// A rename cannot be meant.
    AmbiguousRename = "ambiguous-rename", UNPROCESSABLE_ENTITY, "A declared rename cannot be meant";
    /// No scratch database is to be had.
    ScratchUnavailable = "scratch-unavailable", UNPROCESSABLE_ENTITY, "No scratch database is to be had";
    /// The replay in scratch did not give what the plan promises.
    NonConvergent = "non-convergent", UNPROCESSABLE_ENTITY, "The plan does not lead where it should";
    /// A backup was needed and not to be had.
    BackupFailed = "backup-failed", UNPROCESSABLE_ENTITY, "A backup was needed and could not be taken";
    /// A plan that destroys rows may not run without a backup unless it is approved by its id.
    BackupRequired = "backup-required", UNPROCESSABLE_ENTITY, "The plan destroys rows and needs a backup";
    /// The execution changed nothing, or what it changed is back already.
    NothingToRollBack = "nothing-to-roll-back", UNPROCESSABLE_ENTITY, "There is nothing to take back";
    /// What the execution touched was not written down.
    NotRecorded = "not-recorded", UNPROCESSABLE_ENTITY, "What the execution touched is not known";
    /// What the execution changed was changed again since.
    Diverged = "diverged", UNPROCESSABLE_ENTITY, "What was changed was changed again since";
    /// The request is well formed and says nothing, or two things that exclude each other.
    ImpossibleRequest = "impossible-request", UNPROCESSABLE_ENTITY, "The request cannot be meant";
    /// The database refuses what it was told because of its rows or objects.
    DatabaseRejected = "database-rejected", UNPROCESSABLE_ENTITY, "The database does not accept this";
    /// A bug.
    Internal = "internal", INTERNAL_SERVER_ERROR, "This is a bug of Driftless";
    /// The database refuses this program: account, certificate, privilege.
    DatabaseRefused = "database-refused", BAD_GATEWAY, "The database refuses Driftless";
    /// Nobody answers, or it has no room.
    DatabaseUnavailable = "database-unavailable", SERVICE_UNAVAILABLE, "The database does not answer";
    /// As many requests as are worked on at once.
    Overloaded = "overloaded", SERVICE_UNAVAILABLE, "Too much at once";
    /// The server is being stopped.
    Stopping = "stopping", SERVICE_UNAVAILABLE, "The server is stopping";
    /// Who the caller is cannot be found out now.
    GuardUnavailable = "guard-unavailable", SERVICE_UNAVAILABLE, "Nobody can say who the caller is";
    /// The database took too long.
    Timeout = "timeout", GATEWAY_TIMEOUT, "The answer took too long";
}

/// An error as it is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(rename = "Problem")]
pub struct ProblemDocument {
    /// What kind of problem it is; stable.
    #[serde(rename = "type")]
    pub kind: String,
    /// The same in words.
    pub title: String,
    /// The status of the answer.
    pub status: u16,
    /// What happened this time.
    pub detail: String,
    /// What to do.
    pub remedy: String,
    /// The path that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// Everything that is refused, all at once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ProblemItem>,
    /// Names that exist and look like the one that does not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub nearest: Vec<String>,
    /// The plan that this is about; for a stale plan, the one that planning gives now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_id: Option<String>,
    /// The execution that this is about; for a busy database, the one that is running.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execution_id: Option<String>,
}

/// One thing that is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ProblemItem {
    /// The object, or the place in the document.
    pub object: String,
    /// Why.
    pub reason: String,
    /// What to do instead.
    pub instead: String,
}

impl From<RefusedItem> for ProblemItem {
    fn from(item: RefusedItem) -> Self {
        Self {
            object: item.object,
            reason: item.reason,
            instead: item.instead,
        }
    }
}

/// An error on its way out.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) kind: ProblemKind,
    pub(super) detail: String,
    pub(super) remedy: String,
    pub(super) items: Vec<ProblemItem>,
    pub(super) nearest: Vec<String>,
    pub(super) plan_id: Option<String>,
    pub(super) execution_id: Option<String>,
}

impl Problem {
    pub(super) fn new(
        kind: ProblemKind,
        detail: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            kind,
            detail: detail.into(),
            remedy: remedy.into(),
            items: Vec::new(),
            nearest: Vec::new(),
            plan_id: None,
            execution_id: None,
        }
    }

    /// As it is answered to who asked for `instance`.
    pub(super) fn document(&self, instance: Option<String>) -> ProblemDocument {
        ProblemDocument {
            kind: format!("{TYPES}{}", self.kind.slug()),
            title: self.kind.title().to_owned(),
            status: self.kind.status().as_u16(),
            detail: self.detail.clone(),
            remedy: self.remedy.clone(),
            instance,
            items: self.items.clone(),
            nearest: self.nearest.clone(),
            plan_id: self.plan_id.clone(),
            execution_id: self.execution_id.clone(),
        }
    }

    /// The answer. The path is known to the outermost layer only, which asks for it there.
    pub(super) fn answer(&self, instance: Option<String>) -> Response {
        let document = self.document(instance);
        let body = serde_json::to_vec(&document).unwrap_or_default();
        let mut response = (self.kind.status(), body).into_response();
        let headers = response.headers_mut();
        let json = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, json);
        match self.kind.status() {
            StatusCode::UNAUTHORIZED => {
                let scheme = HeaderValue::from_static("Bearer");
                headers.insert(header::WWW_AUTHENTICATE, scheme);
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
            }
            _ => {}
        }
        response
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.answer(None);
        response.extensions_mut().insert(self);
        response
    }
}
