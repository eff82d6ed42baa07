//! The description of the API, from the handlers and the wire types.

use super::{router, wire};
use serde_json::{Value, json};

/// The description could not be written as JSON.
#[derive(Debug, thiserror::Error)]
#[error("writing the description of the API as JSON: {0}")]
pub struct OpenApiError(#[from] serde_json::Error);

/// OpenAPI 3.1, the same on every run.
///
/// # Errors
/// [`OpenApiError`] when what the handlers say of themselves is no JSON.
pub fn openapi() -> Result<Value, OpenApiError> {
    let mut document = serde_json::to_value(router::described())?;
    document["info"] = json!({
        "title": "Driftless",
        "version": env!("CARGO_PKG_VERSION"),
        "summary": "Keeps database schemas as declared",
        "description": "One database, or in a cluster those of its DatabaseSchemas. Every error is \
                        an application/problem+json document with a stable type.",
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
    });
    document["components"] = json!({
        "schemas": wire::schemas(),
        "securitySchemes": {
            "bearer": {
                "type": "http",
                "scheme": "bearer",
                "description": "A token of the file given with --token-file; in a cluster a token \
                                that its TokenReview accepts.",
            },
        },
    });
    document["security"] = json!([{"bearer": []}]);
    Ok(document)
}
