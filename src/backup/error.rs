//! Why a backup was not taken or not put back.

use crate::engine::EngineError;
use std::path::{Path, PathBuf};

/// Why there is no backup, or why it was not put back. No message holds a password or a row.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// The folder or a file in it.
    #[error("reading or writing the backup at {}: {source}; make the folder readable and writable and leave enough space", path.display())]
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
    #[error("verifying the backup {}: {problem}", path.display())]
    Unverified {
        /// Which file.
        path: PathBuf,
        /// What differs.
        problem: String,
    },
    /// There is no manifest, or one that this version does not read.
    #[error("{} is no backup: {problem}; name the folder that holds manifest.json", path.display())]
    NoBackup {
        /// The folder.
        path: PathBuf,
        /// What is wrong.
        problem: String,
    },
    /// The structure of a table cannot be written down.
    #[error("copying the structure of the tables: {0}")]
    Structure(String),
    /// A program of the engine is needed and not to be had.
    #[error(
        "{needed_for} needs {tool}: {why}; install {package}, or name its folder in DRIFTLESS_TOOLS_DIR"
    )]
    ToolMissing {
        /// The program.
        tool: String,
        /// What is to be done with it.
        needed_for: String,
        /// Not there, or too old.
        why: String,
        /// What to install.
        package: String,
    },
    /// A program of the engine failed.
    #[error("{doing}: {tool} failed: {said}")]
    ToolFailed {
        /// The program.
        tool: String,
        /// What was being done.
        doing: String,
        /// What it said, without secrets.
        said: String,
    },
    /// The destination is too small.
    #[error(
        "copying {database}: up to {needed} bytes are needed, {free} bytes are free in {}; make room, or name another folder with --backup-dir",
        path.display()
    )]
    NoSpace {
        /// Which database.
        database: String,
        /// The folder.
        path: PathBuf,
        /// 1.2 times the size of what is copied.
        needed: u64,
        /// What the file system has.
        free: u64,
    },
    /// A table was named that is not there.
    #[error(
        "there is no table {0} to copy; write its name as the database does, schema.table outside of the default schema"
    )]
    UnknownTable(String),
    /// The place to restore to holds something already.
    #[error(
        "{0} exists already; name a database that does not, or restore into place with its name as confirmation"
    )]
    Exists(String),
    /// By rule.
    #[error("{0}")]
    Refused(String),
    /// What was put back is not what was copied.
    #[error("what was restored into {place} is not what was copied: {problem}")]
    Differs {
        /// Where.
        place: String,
        /// What differs.
        problem: String,
    },
    /// Putting a copy back over a database failed half-way.
    #[error("{source}; {place} is half restored: what was there before is in {}, restore that", saved.display())]
    HalfWay {
        /// Where.
        place: String,
        /// The copy taken just before.
        saved: PathBuf,
        /// Why.
        source: Box<BackupError>,
    },
}

impl BackupError {
    /// Whether it is a "no" by rule, before anything was changed, rather than an accident.
    pub const fn is_refusal(&self) -> bool {
        match self {
            Self::Unverified { .. }
            | Self::NoBackup { .. }
            | Self::ToolMissing { .. }
            | Self::NoSpace { .. }
            | Self::UnknownTable(_)
            | Self::Exists(_)
            | Self::Refused(_) => true,
            Self::Io { .. }
            | Self::Engine(_)
            | Self::Structure(_)
            | Self::ToolFailed { .. }
            | Self::Differs { .. }
            | Self::HalfWay { .. } => false,
        }
    }

    pub(super) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        |source| Self::Io {
            path: path.to_owned(),
            source,
        }
    }

    pub(super) fn unverified(path: &Path, problem: impl std::convert::Into<String>) -> Self {
        Self::Unverified {
            path: path.to_owned(),
            problem: problem.into(),
        }
    }
}
