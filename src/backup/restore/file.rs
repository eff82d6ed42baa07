//! Restores of `SQLite` files.

use super::{Copy, Restored, confirm, history};
use crate::backup::error::BackupError;
use crate::backup::manifest::{Form, Holds};
use crate::backup::verify::sha256_of;
use crate::engine::{self, Restore as _, Session, Target, Timeouts};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Copies the file to a path where nothing is.
pub(super) async fn new(copy: &Copy<'_>, path: &Path) -> Result<Restored, BackupError> {
    unpack(copy, path)?;
    let target = Target::File(Some(path.to_owned()));
    let compared = match engine::connect(&target, &Timeouts::default()).await {
        Ok(mut session) => {
            let compared = copy.compare(&mut session, None, &target).await;
            session.close().await;
            compared
        }
        Err(error) => Err(error.into()),
    };
    if compared.is_err() {
        remove(path);
    }
    compared
}

/// Writes the database to a new file and compares what was written.
fn unpack(copy: &Copy<'_>, path: &Path) -> Result<(), BackupError> {
    let files = &copy.manifest.files;
    let whole = files
        .iter()
        .find(|copied| copied.holds == Holds::Everything);
    let (Form::File, Some(whole)) = (copy.form(), whole) else {
        return Err(BackupError::Refused(
            "the backup is no database file; name the address of a server".to_owned(),
        ));
    };
    let from = copy.folder.join(&whole.file);
    let mut options = OpenOptions::new();
    let mut to = match options.write(true).create_new(true).open(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(BackupError::Exists(format!("file {}", path.display())));
        }
        other => other.map_err(BackupError::io(path))?,
    };
    let copied = File::open(&from)
        .and_then(|mut from| io::copy(&mut from, &mut to))
        .and_then(|_| to.sync_all());
    let same = copied
        .map_err(BackupError::io(path))
        .and_then(|()| sha256_of(path));
    match same {
        Ok(sha256) if sha256 == whole.sha256 => Ok(()),
        Ok(_) => {
            remove(path);
            Err(BackupError::unverified(
                path,
                "it was not written as it was read",
            ))
        }
        Err(error) => {
            remove(path);
            Err(error)
        }
    }
}

fn remove(path: &Path) {
    if let Err(error) = fs::remove_file(path) {
        tracing::warn!(%error, path = %path.display(), "a half-restored file stays");
    }
}

/// Puts the copy in the place of a file that nobody else uses; what was there is copied first.
pub(super) async fn place(
    copy: &Copy<'_>,
    path: &Path,
    confirmed: &str,
) -> Result<Restored, BackupError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    confirm(&name, confirmed)?;
    let target = Target::File(Some(path.to_owned()));
    let mut session = engine::connect(&target, &Timeouts::default()).await?;
    let saved = swap(copy, &mut session, path, &target).await;
    session.close().await;
    let saved = saved?;
    let mut session = engine::connect(&target, &Timeouts::default()).await?;
    let compared = copy.compare(&mut session, Some(saved), &target).await;
    session.close().await;
    compared
}

async fn swap(
    copy: &Copy<'_>,
    session: &mut Session,
    path: &Path,
    target: &Target,
) -> Result<PathBuf, BackupError> {
    let kept = history::keep(session).await?;
    let saved = copy.save(session, target).await?.folder;
    session.keep_out_others().await?;
    let mut beside = path.as_os_str().to_owned();
    beside.push(".restoring");
    let beside = PathBuf::from(beside);
    unpack(copy, &beside)?;
    let ready = complete(&beside, &kept).await;
    let swapped = ready.and_then(|()| fs::rename(&beside, path).map_err(BackupError::io(path)));
    if swapped.is_err() {
        remove(&beside);
    }
    swapped.map(|()| saved)
}

/// Adds the history to the copy before it takes the place.
async fn complete(path: &Path, kept: &[crate::engine::ExecutionRecord]) -> Result<(), BackupError> {
    let target = Target::File(Some(path.to_owned()));
    let mut session = engine::connect(&target, &Timeouts::default()).await?;
    let done = history::put_back(&mut session, kept).await;
    session.close().await;
    done
}
