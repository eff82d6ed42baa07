//! Bearer tokens in a file.

use super::guard::{Caller, Guard, GuardError, Verb};
use async_trait::async_trait;
use sha2::{Digest, Sha256};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;
use subtle::ConstantTimeEq;

/// The shortest token, in characters: 32 hexadecimal digits are 128 bits.
pub const SHORTEST_TOKEN: usize = 32;
/// The most tokens of one file.
const MOST_TOKENS: usize = 1000;
/// The largest file that is read, in bytes.
const LARGEST_FILE: u64 = 1024 * 1024;

/// Why a file of tokens is not taken.
#[derive(Debug, thiserror::Error)]
pub enum TokenFileError {
    /// It cannot be read.
    #[error("reading the tokens of {}: {error}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// Others than its owner and group may read or write it.
    #[error("the tokens of {} are open to every user of this machine: run chmod 600", .0.display())]
    Open(PathBuf),
    /// A line is too short to be a token.
    #[error("line {line} of {} is shorter than {SHORTEST_TOKEN} characters: make tokens with openssl rand -hex 32", .path.display())]
    Short {
        /// The file.
        path: PathBuf,
        /// From 1.
        line: usize,
    },
    /// There is none.
    #[error("{} holds no token: write one per line", .0.display())]
    Empty(PathBuf),
    /// There are too many, or the file is too large.
    #[error("{} is larger than {MOST_TOKENS} tokens or {LARGEST_FILE} bytes", .0.display())]
    Large(PathBuf),
}

/// Tokens of a file, one per line; empty lines and lines that begin with `#` are none. The file is
/// read again when it changes. Only digests are kept.
#[derive(Debug)]
pub struct TokenFile {
    path: PathBuf,
    read: Mutex<Tokens>,
}

#[derive(Debug)]
struct Tokens {
    stamp: Stamp,
    digests: Vec<[u8; 32]>,
}

/// What tells one state of a file from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    changed: Option<SystemTime>,
    length: u64,
}

impl TokenFile {
    /// Reads the file.
    ///
    /// # Errors
    /// [`TokenFileError`] says what is wrong with the file.
    pub fn open(path: &Path) -> Result<Self, TokenFileError> {
        Ok(Self {
            path: path.to_owned(),
            read: Mutex::new(read(path, stamp(path)?)?),
        })
    }

    /// The digests as the file stands now. A file that can no longer be read keeps nobody in.
    fn known(&self, digest: &[u8; 32]) -> Result<bool, TokenFileError> {
        let now = stamp(&self.path)?;
        let mut tokens = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if tokens.stamp != now {
            *tokens = read(&self.path, now)?;
            tracing::info!(target: "driftless::audit", tokens = tokens.digests.len(), "the file of tokens was read again");
        }
        // Every digest is compared, whichever fits.
        let found = tokens
            .digests
            .iter()
            .fold(0, |found, one| found | one.ct_eq(digest).unwrap_u8());
        Ok(found == 1)
    }
}

fn io(path: &Path, error: std::io::Error) -> TokenFileError {
    TokenFileError::Io {
        path: path.to_owned(),
        error,
    }
}

fn stamp(path: &Path) -> Result<Stamp, TokenFileError> {
    let meta = fs::metadata(path).map_err(|error| io(path, error))?;
    if meta.permissions().mode() & 0o007 != 0 {
        return Err(TokenFileError::Open(path.to_owned()));
    }
    if meta.len() > LARGEST_FILE {
        return Err(TokenFileError::Large(path.to_owned()));
    }
    Ok(Stamp {
        changed: meta.modified().ok(),
        length: meta.len(),
    })
}

fn read(path: &Path, stamp: Stamp) -> Result<Tokens, TokenFileError> {
    let text = fs::read_to_string(path).map_err(|error| io(path, error))?;
    let mut digests = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let token = line.trim();
        if token.is_empty() || token.starts_with('#') {
            continue;
        }
        if token.chars().count() < SHORTEST_TOKEN {
            return Err(TokenFileError::Short {
                path: path.to_owned(),
                line: number + 1,
            });
        }
        digests.push(Sha256::digest(token).into());
    }
    match digests.len() {
        0 => Err(TokenFileError::Empty(path.to_owned())),
        1..=MOST_TOKENS => Ok(Tokens { stamp, digests }),
        _ => Err(TokenFileError::Large(path.to_owned())),
    }
}

#[async_trait]
impl Guard for TokenFile {
    async fn identify(&self, token: Option<&str>) -> Result<Caller, GuardError> {
        let digest: [u8; 32] = Sha256::digest(token.ok_or(GuardError::Unknown)?).into();
        match self.known(&digest) {
            // Tells tokens apart in the audit log and gives nothing of them away.
            Ok(true) => Ok(Caller::named(format!(
                "token:{}",
                hex::encode(&digest[..4])
            ))),
            Ok(false) => Err(GuardError::Unknown),
            Err(error) => {
                tracing::error!(%error, "nobody is let in");
                Err(GuardError::Unavailable(
                    "the file of tokens cannot be used".to_owned(),
                ))
            }
        }
    }

    async fn allow(&self, _: &Caller, _: Verb, _: Option<&str>) -> Result<(), GuardError> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = "0123456789abcdef0123456789abcdef";
    const TWO: &str = "fedcba9876543210fedcba9876543210";

    fn file(folder: &Path, text: &str, mode: u32) -> PathBuf {
        let path = folder.join("tokens");
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        path
    }

    #[tokio::test]
    async fn a_changed_file_counts_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = file(folder.path(), &format!("# ours\n{ONE}\n"), 0o600);
        let guard = TokenFile::open(&path).unwrap();
        let first = guard.identify(Some(ONE)).await.unwrap();
        for wrong in [Some(TWO), Some(""), Some("# ours"), None] {
            assert_eq!(guard.identify(wrong).await, Err(GuardError::Unknown));
        }
        file(folder.path(), &format!("{TWO}\n\n# gone: {ONE}\n"), 0o600);
        assert_eq!(guard.identify(Some(ONE)).await, Err(GuardError::Unknown));
        let second = guard.identify(Some(TWO)).await.unwrap();
        assert_ne!(first.name, second.name);
        assert!(!second.name.contains(&TWO[..8]));
        fs::remove_file(&path).unwrap();
        let gone = guard.identify(Some(TWO)).await;
        assert!(matches!(gone, Err(GuardError::Unavailable(_))), "{gone:?}");
    }

    #[test]
    fn weak_files_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let open = |text: &str, mode| TokenFile::open(&file(folder.path(), text, mode));
        assert!(matches!(open(ONE, 0o644), Err(TokenFileError::Open(_))));
        assert!(matches!(
            open(&format!("{ONE}\nshort"), 0o600),
            Err(TokenFileError::Short { line: 2, .. })
        ));
        assert!(matches!(
            open("# none\n", 0o600),
            Err(TokenFileError::Empty(_))
        ));
        assert!(open(ONE, 0o640).is_ok());
        let missing = folder.path().join("missing");
        assert!(matches!(
            TokenFile::open(&missing),
            Err(TokenFileError::Io { .. })
        ));
    }
}
