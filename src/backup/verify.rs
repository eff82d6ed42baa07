//! Reads a backup again and compares it with its manifest.

use super::BackupError;
use super::manifest::{Copied, Manifest};
use crate::engine::{self, Catalog as _, Question, Target, Timeouts};
use crate::schema::Name;
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Checks every file: its checksum, that it unpacks to what the server sent; a database file is
/// opened and its rows are counted.
pub async fn verify(folder: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    for copied in &manifest.files {
        let path = folder.join(&copied.file);
        let wrong = |problem: String| BackupError::Unverified {
            path: path.clone(),
            problem,
        };
        if sha256_of(&path)? != copied.sha256 {
            return Err(wrong(
                "its checksum is not the one in the manifest".to_owned(),
            ));
        }
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("gz") if content_of(&path)? != copied.content_sha256 => {
                return Err(wrong(
                    "what it holds is not what the server sent".to_owned(),
                ));
            }
            Some("sqlite") if !copied.table.is_empty() => open_database(&path, copied).await?,
            _ => {}
        }
    }
    Ok(())
}

/// The copy is a database of its own: it must open, and hold as many rows as were counted.
async fn open_database(path: &Path, copied: &Copied) -> Result<(), BackupError> {
    let target = Target::File(Some(path.to_owned()));
    let mut copy = engine::connect(&target, &Timeouts::default()).await?;
    let question = Question::Rows(Name::bare(copied.table.clone()));
    let answers = copy.ask(&[question]).await;
    copy.close().await;
    let found = answers?.pop().flatten();
    if found == Some(copied.rows) {
        return Ok(());
    }
    Err(BackupError::Unverified {
        path: path.to_owned(),
        problem: format!(
            "table {} holds {found:?} rows, {} were counted",
            copied.table, copied.rows
        ),
    })
}

/// SHA-256 of what a compressed file holds.
fn content_of(path: &Path) -> Result<String, BackupError> {
    let file = File::open(path).map_err(BackupError::io(path))?;
    hash(GzDecoder::new(file)).map_err(BackupError::io(path))
}

/// SHA-256 of a file, hexadecimal.
pub(super) fn sha256_of(path: &Path) -> Result<String, BackupError> {
    let file = File::open(path).map_err(BackupError::io(path))?;
    hash(file).map_err(BackupError::io(path))
}

/// Reads in pieces, so that memory stays bounded.
fn hash(mut from: impl Read) -> std::io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex::encode(hash.finalize()));
        }
        hash.update(&buffer[..read]);
    }
}
