//! Reads a backup again and compares it with its manifest.

use super::error::BackupError;
use super::manifest::{Copied, FILE, Form, Manifest, VERSION};
use crate::engine::{self, Backup as _, Target, Timeouts};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Component, Path};

/// What the last lines of a script of `mysqldump` and `mariadb-dump` say (`--comments`, the
/// default; MySQL 8.4 manual, 6.5.4).
const END_OF_SCRIPT: &[u8] = b"-- Dump completed";

/// How much of the end of a script is looked at.
const TAIL: usize = 256;

/// Reads the manifest of a backup. Files are not looked at; [`verify`] does that.
pub fn read(folder: &Path) -> Result<Manifest, BackupError> {
    let no_backup = |problem: String| BackupError::NoBackup {
        path: folder.to_owned(),
        problem,
    };
    let text = match fs::read_to_string(folder.join(FILE)) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(no_backup(format!("there is no {FILE} in it")));
        }
        other => other.map_err(BackupError::io(folder))?,
    };
    let manifest: Manifest = serde_json::from_str(&text)
        .map_err(|error| no_backup(format!("its manifest is not understood ({error})")))?;
    if manifest.version != VERSION {
        let problem = format!(
            "its manifest has version {}, this program reads {VERSION}",
            manifest.version
        );
        return Err(no_backup(problem));
    }
    for copied in &manifest.files {
        let mut parts = Path::new(&copied.file).components();
        if !matches!(
            (parts.next(), parts.next()),
            (Some(Component::Normal(_)), None)
        ) {
            let problem = format!("its manifest names a file outside: {:?}", copied.file);
            return Err(no_backup(problem));
        }
    }
    Ok(manifest)
}

/// Checks every file: its checksum, that it unpacks to what the server sent, that a script has its
/// end; a database file is opened, looked through and its rows are counted.
///
/// # Errors
///
/// [`BackupError::Unverified`] names the file and what differs.
pub async fn verify(folder: &Path, manifest: &Manifest) -> Result<(), BackupError> {
    for copied in &manifest.files {
        let path = folder.join(&copied.file);
        let wrong = |problem: &str| BackupError::unverified(&path, problem);
        if !path.exists() {
            return Err(wrong("the file is not there"));
        }
        if sha256_of(&path)? != copied.sha256 {
            return Err(wrong("its checksum is not the one in the manifest"));
        }
        if path.extension().is_some_and(|e| e == "gz") {
            let (content, tail) = content_of(&path)?;
            if content != copied.content_sha256 {
                return Err(wrong("what it holds is not what the server sent"));
            }
            if manifest.form == Form::Script && !contains(&tail, END_OF_SCRIPT) {
                return Err(wrong("it ends before its end"));
            }
        } else if copied.content_sha256 != copied.sha256 {
            return Err(wrong("what it holds is not what the server sent"));
        }
        if manifest.form == Form::File {
            open_database(&path, copied, manifest).await?;
        }
    }
    Ok(())
}

fn contains(text: &[u8], wanted: &[u8]) -> bool {
    text.windows(wanted.len()).any(|window| window == wanted)
}

/// The copy is a database of its own: it must open, be sound, and hold as many rows as were
/// counted.
async fn open_database(
    path: &Path,
    copied: &Copied,
    manifest: &Manifest,
) -> Result<(), BackupError> {
    let target = Target::File(Some(path.to_owned()));
    let mut copy = engine::connect(&target, &Timeouts::default()).await?;
    let mut problems = copy.damages().await?;
    for counted in &manifest.tables {
        let found = copy.count(&counted.table).await?;
        if found != counted.rows {
            problems.push(format!(
                "table {} holds {found} rows, {} were counted",
                counted.table, counted.rows
            ));
        }
    }
    copy.close().await;
    match problems.first() {
        None => Ok(()),
        Some(problem) => Err(BackupError::unverified(
            path,
            format!("{}: {problem}", copied.file),
        )),
    }
}

/// SHA-256 of what a compressed file holds, and its last bytes.
fn content_of(path: &Path) -> Result<(String, Vec<u8>), BackupError> {
    let file = File::open(path).map_err(BackupError::io(path))?;
    let mut tail: Vec<u8> = Vec::new();
    let hash = hash(GzDecoder::new(file), |bytes| {
        tail.extend_from_slice(&bytes[bytes.len().saturating_sub(TAIL)..]);
        let surplus = tail.len().saturating_sub(TAIL);
        tail.drain(..surplus);
    });
    let hash = hash
        .map_err(|error| BackupError::unverified(path, format!("it does not unpack ({error})")))?;
    Ok((hash, tail))
}

/// SHA-256 of a file, hexadecimal.
pub(super) fn sha256_of(path: &Path) -> Result<String, BackupError> {
    let file = File::open(path).map_err(BackupError::io(path))?;
    hash(file, |_| ()).map_err(BackupError::io(path))
}

/// Reads in pieces, so that memory stays bounded.
fn hash(mut from: impl Read, mut see: impl FnMut(&[u8])) -> std::io::Result<String> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex::encode(hash.finalize()));
        }
        hash.update(&buffer[..read]);
        see(&buffer[..read]);
    }
}
