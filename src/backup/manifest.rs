//! What a backup holds.

use super::take::BackupScope;
use crate::engine::Engine;
use crate::plan::Fingerprint;
use crate::schema::Name;
use serde::{Deserialize, Serialize};

/// The version of the manifest that is written and read.
pub(super) const VERSION: u32 = 2;

/// The file's name.
pub(super) const FILE: &str = "manifest.json";

/// The manifest of one backup, written when everything else is there and verified. It holds no
/// credentials and no values of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// The version of this document.
    pub version: u32,
    /// The execution it was taken for, or its own name; also the folder's.
    pub execution_id: String,
    /// The engine.
    pub engine: Engine,
    /// The server's own version text.
    pub server_version: String,
    /// Which database, without credentials.
    pub database: String,
    /// When, RFC 3339 in UTC.
    pub taken_at: String,
    /// How much of it.
    pub scope: BackupScope,
    /// How it is written.
    pub form: Form,
    /// The program that wrote it; absent when Driftless did.
    pub tool: Option<ToolUsed>,
    /// The fingerprint of the whole schema, before and after.
    pub fingerprint: Fingerprint,
    /// The tables whose rows are in it.
    pub tables: Vec<Counted>,
    /// Tables of engines without transactions: their rows are as they were when they were read,
    /// not as they were when the copy began.
    pub not_in_one_state: Vec<Name>,
    /// Foreign keys that a restore leaves out, since their parents are not copied.
    pub left_out: Vec<LeftOut>,
    /// The files.
    pub files: Vec<Copied>,
    /// Bytes of all files.
    pub bytes: u64,
}

/// How a copy is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// The custom format of `pg_dump`.
    Archive,
    /// A compressed script of `mysqldump` or `mariadb-dump`.
    Script,
    /// Compressed `INSERT`s, one file per table, written by Driftless.
    Rows,
    /// A database file of its own (`SQLite`).
    File,
}

impl Form {
    /// The word in documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Archive => "Archive",
            Self::Script => "Script",
            Self::Rows => "Rows",
            Self::File => "File",
        }
    }
}

/// The program that wrote a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToolUsed {
    /// Its name.
    pub name: String,
    /// Its own version text.
    pub version: String,
}

/// A table and how many of its rows are in the copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// The table.
    pub table: Name,
    /// How many rows.
    pub rows: u64,
}

/// A foreign key that is not restored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The table it starts from.
    pub table: Name,
    /// Its name.
    pub name: String,
}

/// What a file is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Holds {
    /// Everything that was copied.
    Everything,
    /// Structure that rows need.
    Structure,
    /// Structure that comes after the rows.
    Finish,
    /// Rows of all copied tables.
    Rows,
    /// Rows of one table.
    RowsOf(Name),
}

/// One file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// Its name inside the folder.
    pub file: String,
    /// What it is for.
    pub holds: Holds,
    /// How many bytes, compressed.
    pub bytes: u64,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// SHA-256 of what it holds when unpacked, taken while it came from the server; the file's own
    /// where it is not compressed by Driftless.
    pub content_sha256: String,
}
