//! Puts a backup back: into a database that is made for it, or over the one it was taken of.

mod file;
mod history;
mod rows;
mod server;

use super::error::BackupError;
use super::manifest::{Counted, Form, Manifest};
use super::take::{BackupScope, Preference, Request, Taken, take};
use super::tool::Tools;
use super::verify::{read, verify};
use crate::engine::{Backup, Catalog, Scope, Session, Target};
use crate::plan::Fingerprint;
use std::path::{Path, PathBuf};

/// Where a backup goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Into {
    /// A new database on the server that was named (`SQLite`: a new file at this path).
    New(String),
    /// The database that was named itself. What is there is copied first; objects that are not in
    /// the backup stay (on `SQLite` nothing stays).
    Place {
        /// The database's name (`SQLite`: the file's name), said again.
        confirmed: String,
    },
}

/// Whether the structure is what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Structure {
    /// The fingerprint is the manifest's.
    Same,
    /// It is another one: another version of the server prints it differently, or (restored into
    /// place) there were other objects.
    Other,
    /// Only some tables were copied, so it was not compared.
    Partial,
}

impl Structure {
    /// The word in documents.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "Same",
            Self::Other => "Other",
            Self::Partial => "Partial",
        }
    }
}

/// What was restored.
#[derive(Clone, Debug)]
pub struct Restored {
    /// Where it is now.
    pub target: Target,
    /// The tables whose rows were counted there; all counts are the manifest's.
    pub tables: Vec<Counted>,
    /// Whether the structure is what it was.
    pub structure: Structure,
    /// The copy of what was there before, when it was restored into place.
    pub saved: Option<PathBuf>,
}

/// Puts the backup in `folder` back, after comparing every file with the manifest, and counts the
/// rows afterwards. `target` names the server and an account (and, for [`Into::Place`], the
/// database).
///
/// The history of executions that is in the target stays, whatever the backup holds of it.
///
/// # Errors
///
/// Before anything is changed: [`BackupError::NoBackup`], [`BackupError::Unverified`],
/// [`BackupError::Exists`], [`BackupError::Refused`], [`BackupError::ToolMissing`]. A new database
/// that could not be filled is dropped again. [`BackupError::HalfWay`] when filling an existing one
/// failed after it began; it names the copy taken before. [`BackupError::Differs`] when the rows
/// are not as many as were copied.
pub async fn restore(
    folder: &Path,
    target: &Target,
    into: &Into,
    tools: &Tools,
    now: jiff::Timestamp,
) -> Result<Restored, BackupError> {
    let manifest = read(folder)?;
    if manifest.engine != target.engine() {
        return Err(BackupError::Refused(format!(
            "the backup is one of {}, {} is {}; name a server of the same engine",
            manifest.engine,
            target.identity(),
            target.engine()
        )));
    }
    if let Into::Place { .. } = into
        && manifest.scope == BackupScope::Affected
    {
        return Err(BackupError::Refused(
            "the backup holds some tables only and cannot replace a database; restore it into a \
             new one and take the rows from there"
                .to_owned(),
        ));
    }
    verify(folder, &manifest).await?;
    let copy = Copy {
        folder,
        manifest: &manifest,
        tools,
        now,
    };
    match (target, into) {
        (Target::File(None), _) => Err(BackupError::Refused(
            "a database in memory cannot be restored into; name a file".to_owned(),
        )),
        (Target::File(Some(_)), Into::New(path)) => file::new(&copy, Path::new(path)).await,
        (Target::File(Some(path)), Into::Place { confirmed }) => {
            file::place(&copy, path, confirmed).await
        }
        (Target::Server(server), Into::New(name)) => server::new(&copy, server, name).await,
        (Target::Server(server), Into::Place { confirmed }) => {
            server::place(&copy, server, confirmed).await
        }
    }
}

/// A verified backup and what is needed to put it back.
struct Copy<'a> {
    folder: &'a Path,
    manifest: &'a Manifest,
    tools: &'a Tools,
    now: jiff::Timestamp,
}

impl Copy<'_> {
    /// Counts what was restored and compares it with the manifest.
    async fn compare(
        &self,
        session: &mut Session,
        saved: Option<PathBuf>,
        target: &Target,
    ) -> Result<Restored, BackupError> {
        for counted in &self.manifest.tables {
            let found = session.count(&counted.table).await?;
            if found != counted.rows {
                return Err(BackupError::Differs {
                    place: target.identity(),
                    problem: format!(
                        "table {} has {found} rows, {} were copied",
                        counted.table, counted.rows
                    ),
                });
            }
        }
        let structure = match self.manifest.scope {
            BackupScope::Affected => Structure::Partial,
            BackupScope::Database => {
                let schema = session.read(&Scope::default()).await?;
                if Fingerprint::of(session.server().engine, &schema) == self.manifest.fingerprint {
                    Structure::Same
                } else {
                    Structure::Other
                }
            }
        };
        Ok(Restored {
            target: target.clone(),
            tables: self.manifest.tables.clone(),
            structure,
            saved,
        })
    }

    /// Copies what is about to be replaced, beside the backup.
    async fn save(&self, session: &mut Session, target: &Target) -> Result<Taken, BackupError> {
        let directory = self
            .folder
            .parent()
            .filter(|path| !path.as_os_str().is_empty());
        let name = format!("{}-before-restore", self.now.strftime("%Y%m%dT%H%M%SZ"));
        let request = Request {
            target,
            scope: BackupScope::Database,
            preference: Preference::Best,
            tables: &[],
            directory: directory.unwrap_or(Path::new(".")),
            name: &name,
            now: self.now,
            tools: self.tools,
        };
        take(session, &request).await
    }

    fn form(&self) -> Form {
        self.manifest.form
    }
}

/// Refuses unless the name was said again.
fn confirm(name: &str, confirmed: &str) -> Result<(), BackupError> {
    if name == confirmed {
        return Ok(());
    }
    Err(BackupError::Refused(format!(
        "restoring over {name:?} replaces what it holds, and {confirmed:?} was confirmed; \
         confirm with exactly that name, or restore into a new database"
    )))
}
