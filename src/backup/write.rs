//! Files that are hashed while they are written.

use super::error::BackupError;
use super::manifest::{Copied, Holds};
use super::verify::sha256_of;
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// A file of a backup that is being written.
pub(super) struct Writing {
    path: PathBuf,
    file: String,
    holds: Holds,
    to: To,
    hash: Sha256,
}

enum To {
    Packed(GzEncoder<File>),
    Plain(File),
}

impl Writing {
    /// Begins a file in a folder; it is compressed when its name ends in `.gz`.
    pub(super) fn begin(folder: &Path, file: &str, holds: Holds) -> Result<Self, BackupError> {
        let path = folder.join(file);
        let output = File::create_new(&path).map_err(BackupError::io(&path))?;
        let packed = path
            .extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("gz"));
        let to = if packed {
            To::Packed(GzEncoder::new(output, Compression::fast()))
        } else {
            To::Plain(output)
        };
        Ok(Self {
            path,
            file: file.to_owned(),
            holds,
            to,
            hash: Sha256::new(),
        })
    }

    /// Adds bytes as they came.
    pub(super) fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        match &mut self.to {
            To::Packed(to) => to.write_all(bytes),
            To::Plain(to) => to.write_all(bytes),
        }
    }

    /// Removes what was written of it.
    pub(super) fn discard(self) -> Result<(), BackupError> {
        fs::remove_file(&self.path).map_err(BackupError::io(&self.path))
    }

    /// Ends it on the disk and answers its entry in the manifest.
    pub(super) fn end(self) -> Result<Copied, BackupError> {
        let failed = BackupError::io(&self.path);
        let output = match self.to {
            To::Packed(to) => to.finish(),
            To::Plain(to) => Ok(to),
        };
        output.and_then(|file| file.sync_all()).map_err(failed)?;
        entry(
            &self.path,
            &self.file,
            self.holds,
            hex::encode(self.hash.finalize()),
        )
    }
}

/// The entry of a file that something else wrote.
pub(super) fn whole(folder: &Path, file: &str, holds: Holds) -> Result<Copied, BackupError> {
    let path = folder.join(file);
    entry(&path, file, holds, sha256_of(&path)?)
}

fn entry(path: &Path, file: &str, holds: Holds, content: String) -> Result<Copied, BackupError> {
    Ok(Copied {
        file: file.to_owned(),
        holds,
        bytes: fs::metadata(path).map_err(BackupError::io(path))?.len(),
        sha256: sha256_of(path)?,
        content_sha256: content,
    })
}
