//! A look at a database leaves nothing behind, not even an empty file.

use super::target::Target;
use std::path::PathBuf;

/// A `SQLite` file that is not there yet. Connecting makes an empty one, so whoever only looks
/// takes that away again.
#[derive(Debug)]
pub struct Absent(Option<PathBuf>);

impl Absent {
    /// To be called before connecting.
    pub fn before(target: &Target) -> Self {
        match target {
            Target::File(Some(path)) if !path.exists() => Self(Some(path.clone())),
            Target::File(_) | Target::Server(_) => Self(None),
        }
    }

    /// To be called when the connection is closed. A file that somebody filled meanwhile stays.
    pub fn restore(&self) {
        let Some(path) = &self.0 else { return };
        if std::fs::metadata(path).is_ok_and(|file| file.len() == 0)
            && let Err(error) = std::fs::remove_file(path)
        {
            tracing::warn!(%error, "an empty database file stays");
        }
    }
}
