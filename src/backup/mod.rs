//! Safety copies: taken before a plan destroys rows, verified before it does.
//!
//! A copy is a folder: `database.sqlite` where the engine copies itself, otherwise one compressed
//! file of `INSERT`s per table beside `schema.sql`, and `manifest.json`, written last: a folder
//! without a manifest is no backup. Invariant: what [`take`] answers was read back and compared.
//!
//! May import: `schema`, `engine`.

mod manifest;
mod verify;
mod write;

pub use manifest::{Copied, Manifest};
pub use verify::verify;
pub use write::take;

use crate::engine::EngineError;
use std::path::PathBuf;

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The folder or a file in it.
    #[error("writing the backup to {}: {source}; make the folder writable and leave enough space", path.display())]
    Io {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// What was written is not what was read.
    #[error("verifying the backup {}: {problem}; nothing was changed, take it again", path.display())]
    Unverified {
        /// Which file.
        path: PathBuf,
        /// What differs.
        problem: String,
    },
    /// The structure of a table cannot be written down.
    #[error("copying the structure of the tables: {0}")]
    Structure(String),
}

impl BackupError {
    fn io(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        |source| Self::Io {
            path: path.to_owned(),
            source,
        }
    }
}
