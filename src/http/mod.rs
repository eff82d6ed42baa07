//! The REST API: the paths of the source document, by axum, over [`crate::Database`].
//!
//! Invariant: a handler reads a request, asks the guard, calls the database room and answers; it
//! decides nothing about schemas. Every error is a problem document, none is a 500 for what a client
//! sent, and an execution ends whether or not somebody waits for it. What is served is described
//! once: by the handlers and by the wire types' own schemas.
//!
//! May import: everything above it.
#![allow(
    clippy::result_large_err,
    reason = "an error is a whole document, made once for a request that ends with it"
)]

mod handlers;
mod guard;
mod openapi;
mod places;
mod problem;
mod read;
mod refused;
mod router;
mod running;
mod serve;
mod shared;
mod token;
mod wire;

pub use guard::{Caller, Guard, GuardError, NoToken, Verb};
pub use openapi::{OpenApiError, openapi};
pub use places::{One, PlaceError, Places};
pub use problem::{ProblemDocument, ProblemItem, ProblemKind, TYPES};
pub use router::Api;
pub use serve::{ServeError, Server, TlsFiles};
pub use shared::Limits;
pub use token::{SHORTEST_TOKEN, TokenFile, TokenFileError};
