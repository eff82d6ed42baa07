//! A file only its owner can read, gone when it is dropped: how a password reaches a program.

use crate::backup::error::BackupError;
use rand::Rng;
use rand::distr::Alphanumeric;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Such a file.
#[derive(Debug)]
pub(super) struct SecretFile(PathBuf);

impl SecretFile {
    /// Makes one in the system's folder for temporary files (`TMPDIR`).
    pub(super) fn new(text: &str) -> Result<Self, BackupError> {
        let name: String = rand::rng()
            .sample_iter(Alphanumeric)
            .take(16)
            .map(char::from)
            .collect();
        let path = std::env::temp_dir().join(format!("driftless-{name}"));
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        let mut file = options.open(&path).map_err(BackupError::io(&path))?;
        let made = Self(path);
        file.write_all(text.as_bytes())
            .map_err(BackupError::io(&made.0))?;
        Ok(made)
    }

    /// Where it is.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for SecretFile {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_file(&self.0) {
            tracing::warn!(%error, "a file with a password could not be removed");
        }
    }
}
