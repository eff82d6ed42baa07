//! How each part of a database's keeping is, as JSON.

use schemars::JsonSchema;
use serde::Serialize;

/// How everything is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HealthDocument {
    /// The worst of all parts.
    pub status: Health,
    /// The engine.
    pub engine: &'static str,
    /// The server's own version text; null while it cannot be reached.
    pub server_version: Option<String>,
    /// Which database, without credentials.
    pub target: String,
    /// Each part.
    pub parts: Vec<PartDocument>,
}

/// One part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PartDocument {
    /// `database`, `catalog`, `history`, `scratch` or `backups`.
    pub name: &'static str,
    /// How it is.
    pub status: Health,
    /// What is the matter and what to do; absent while all is well.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// How something is, from well to not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Health {
    /// All is well.
    Up,
    /// Something does not work, the rest does.
    Degraded,
    /// Nothing can be done.
    Down,
}

impl PartDocument {
    /// A part, and what is the matter with it.
    pub fn new(name: &'static str, problem: Option<String>, worst: Health) -> Self {
        Self {
            name,
            status: if problem.is_some() { worst } else { Health::Up },
            message: problem,
        }
    }
}
