//! What a backup holds.

use crate::engine::Engine;
use serde::{Deserialize, Serialize};

/// The manifest of one backup, written when everything else is there and verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// The form of this document.
    pub version: u32,
    /// The execution it was taken for.
    pub execution_id: String,
    /// The engine.
    pub engine: Engine,
    /// The server's own version text.
    pub server_version: String,
    /// Which database, without credentials.
    pub database: String,
    /// When, RFC 3339 in UTC.
    pub taken_at: String,
    /// The files.
    pub files: Vec<Copied>,
}

/// One file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// Its name inside the folder.
    pub file: String,
    /// The table whose rows were counted; empty for the structure.
    pub table: String,
    /// How many rows.
    pub rows: u64,
    /// How many bytes, compressed.
    pub bytes: u64,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// SHA-256 of what it holds when unpacked, as the server sent it; the file's own otherwise.
    pub content_sha256: String,
}
