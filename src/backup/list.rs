//! The backups below a folder.

use super::error::BackupError;
use super::manifest::Manifest;
use super::verify::read;
use std::fs;
use std::path::{Path, PathBuf};

/// A backup that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its folder.
    pub folder: PathBuf,
    /// Its manifest.
    pub manifest: Manifest,
}

/// The backups directly below `directory`, newest first: folders with a manifest this version
/// reads, all of whose files are there with their sizes. Checksums are [`super::verify`]'s
/// business. A directory that is not there has none.
///
/// # Errors
///
/// [`BackupError::Io`] when the directory cannot be read.
pub fn list(directory: &Path) -> Result<Vec<Listed>, BackupError> {
    let entries = match fs::read_dir(directory) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        other => other.map_err(BackupError::io(directory))?,
    };
    let mut found = Vec::new();
    for entry in entries {
        let folder = entry.map_err(BackupError::io(directory))?.path();
        if !folder.is_dir() {
            continue;
        }
        match read(&folder) {
            Ok(manifest) if is_complete(&folder, &manifest) => {
                found.push(Listed { folder, manifest });
            }
            Ok(_) => tracing::debug!(folder = %folder.display(), "a file of this backup is gone"),
            Err(error) => tracing::debug!(%error, "not listed"),
        }
    }
    found.sort_by(|a, b| {
        let newest = |listed: &Listed| listed.manifest.taken_at.parse::<jiff::Timestamp>().ok();
        newest(b).cmp(&newest(a)).then(b.folder.cmp(&a.folder))
    });
    Ok(found)
}

fn is_complete(folder: &Path, manifest: &Manifest) -> bool {
    manifest.files.iter().all(|copied| {
        fs::metadata(folder.join(&copied.file)).is_ok_and(|file| file.len() == copied.bytes)
    })
}
