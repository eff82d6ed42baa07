//! Which engine, which server.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// A database engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// `PostgreSQL`.
    Postgres,
    /// `MySQL`.
    Mysql,
    /// `MariaDB`.
    Mariadb,
    /// `SQLite`.
    Sqlite,
}

impl Engine {
    /// The word used in documents, URLs and messages.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Postgres => "postgres",
            Self::Mysql => "mysql",
            Self::Mariadb => "mariadb",
            Self::Sqlite => "sqlite",
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a connected server said of itself. Read once per session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Server {
    /// The engine that answered.
    pub engine: Engine,
    /// Major, minor, patch.
    pub version: (u32, u32, u32),
    /// The version as the server prints it.
    pub version_text: String,
    /// Whatever else decides how statements are read or printed (`sql_mode`, collations, the
    /// database's name as `database`, …), by the server's own names.
    pub settings: BTreeMap<String, String>,
}

impl Server {
    /// A setting, or the empty text.
    pub fn setting(&self, name: &str) -> &str {
        self.settings.get(name).map_or("", String::as_str)
    }

    /// Whether the version is at least this one.
    pub fn at_least(&self, major: u32, minor: u32) -> bool {
        (self.version.0, self.version.1) >= (major, minor)
    }
}
