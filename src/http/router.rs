//! All paths, and what every answer has in common.

use super::guard::{Caller, Guard};
use super::handlers::{self, BASE};
use super::openapi::{OpenApiError, openapi};
use super::places::Places;
use super::problem::{Problem, ProblemKind};
use super::shared::{Limits, Shared, bug};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use std::net::IpAddr;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use utoipa_swagger_ui::{Config, SwaggerUi};

/// Everything that is served.
#[derive(Clone)]
pub struct Api {
    pub(super) router: Router,
    pub(super) shared: Shared,
}

impl std::fmt::Debug for Api {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Api").finish_non_exhaustive()
    }
}

impl Api {
    /// The API over these places, guarded by this guard.
    ///
    /// # Errors
    /// [`OpenApiError`] when its own description cannot be written.
    pub fn new(
        places: Arc<dyn Places>,
        guard: Arc<dyn Guard>,
        limits: Limits,
    ) -> Result<Self, OpenApiError> {
        let shared = Shared::new(places, guard, limits);
        let endpoints: Router<Shared> = endpoints().into();
        // Asked before anything else is read of a request.
        let endpoints = endpoints.route_layer(from_fn_with_state(shared.clone(), identify));
        let config = Config::default().validator_url("none").use_base_layout();
        let docs = SwaggerUi::new("/docs")
            .config(config)
            .external_url_unchecked("/openapi.json", openapi()?);
        let router = Router::new()
            .nest(BASE, endpoints)
            .merge(docs)
            .fallback(nowhere)
            .method_not_allowed_fallback(other_method)
            .layer(CatchPanicLayer::custom(|_| bug().into_response()))
            .layer(from_fn(told))
            .with_state(shared.clone());
        Ok(Self { router, shared })
    }

    /// The same for who comes from this machine alone, by a name of this machine: a page in a
    /// browser that had its own name lead here is turned away.
    #[must_use]
    pub fn only_by_loopback_names(mut self) -> Self {
        self.router = self.router.layer(from_fn(by_loopback_name));
        self
    }
}

/// The endpoints, by the paths of the source document.
fn endpoints() -> OpenApiRouter<Shared> {
    OpenApiRouter::default()
        .routes(routes!(handlers::schema))
        .routes(routes!(handlers::table))
        .routes(routes!(handlers::size))
        .routes(routes!(handlers::row_counts))
        .routes(routes!(handlers::create_statements))
        .routes(routes!(handlers::plan))
        .routes(routes!(handlers::validate))
        .routes(routes!(handlers::dry_run))
        .routes(routes!(handlers::execute))
        .routes(routes!(handlers::history))
        .routes(routes!(handlers::execution))
        .routes(routes!(handlers::events))
        .routes(routes!(handlers::health))
}

/// What the handlers say of themselves.
pub(super) fn described() -> utoipa::openapi::OpenApi {
    OpenApiRouter::default()
        .nest(BASE, endpoints())
        .into_openapi()
}

async fn identify(
    State(shared): State<Shared>,
    mut request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let caller: Caller = shared.guard().identify(bearer(request.headers())).await?;
    request.extensions_mut().insert(caller);
    Ok(next.run(request).await)
}

/// The token of `Authorization: Bearer TOKEN` (RFC 6750, 2.1).
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let text = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = text.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}

async fn nowhere() -> Problem {
    Problem::new(
        ProblemKind::NotFound,
        "nothing is served at this path",
        "read /openapi.json or /docs",
    )
}

async fn other_method() -> Problem {
    Problem::new(
        ProblemKind::MethodNotAllowed,
        "this path is served, but not with this method",
        "use a method of the Allow header",
    )
}

/// The last word on every answer: errors name the path, and nothing is kept by caches.
async fn told(request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    if let Some(problem) = response.extensions_mut().remove::<Problem>() {
        let allow = response.headers_mut().remove(header::ALLOW);
        response = problem.answer(Some(path));
        let headers = response.headers_mut();
        headers.extend(allow.map(|allow| (header::ALLOW, allow)));
    }
    let headers = response.headers_mut();
    let never = HeaderValue::from_static("no-store");
    headers.entry(header::CACHE_CONTROL).or_insert(never);
    let sniff = HeaderValue::from_static("nosniff");
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, sniff);
    response
}

async fn by_loopback_name(request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST);
    let host = host.and_then(|host| host.to_str().ok()).unwrap_or("");
    if is_loopback(host) {
        return next.run(request).await;
    }
    let problem = Problem::new(
        ProblemKind::Forbidden,
        "without tokens only names of this machine itself are answered",
        "ask for 127.0.0.1 or localhost, or serve with --token-file",
    );
    problem.answer(Some(request.uri().path().to_owned()))
}

/// Whether a `Host` header names this machine itself.
fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.chars().all(|c| c.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name.eq_ignore_ascii_case("localhost")
        || bare
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_are_loopback() {
        for good in [
            "localhost",
            "localhost:3001",
            "127.0.0.1:1",
            "[::1]:3001",
            "[::1]",
        ] {
            assert!(is_loopback(good), "{good}");
        }
        for bad in [
            "",
            "evil.example",
            "localhost.evil.example:3001",
            "10.0.0.1",
            "127.0.0.1.evil",
        ] {
            assert!(!is_loopback(bad), "{bad}");
        }
    }
}
