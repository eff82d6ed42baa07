//! Takes a backup: which form, enough room, the copy, the manifest.

use super::error::BackupError;
use super::manifest::{Copied, Counted, FILE, Form, LeftOut, Manifest, ToolUsed, VERSION};
use super::tool::{Dump, Tools};
use super::verify::verify;
use super::{file, rows, space};
use crate::engine::{Backup, Engine, Scope, Server, Target};
use crate::plan::Fingerprint;
use crate::schema::{Attribute, Name, Schema};
use serde::{Deserialize, Serialize};
use std::fs::{self, DirBuilder};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

/// How much is copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum BackupScope {
    /// The tables that were named; on `SQLite` always everything.
    #[default]
    Affected,
    /// The whole database.
    Database,
}

/// Which form is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preference {
    /// The engine's own program where it is to be had, otherwise rows if those are enough.
    #[default]
    Best,
    /// The engine's own program or nothing.
    Tool,
    /// Rows, written by Driftless.
    Rows,
}

/// What shall be copied, and where to.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The database; programs of the engine are given its address and account.
    pub target: &'a Target,
    /// How much of it.
    pub scope: BackupScope,
    /// Which form.
    pub preference: Preference,
    /// The tables, for [`BackupScope::Affected`]. A name without a namespace means the default one.
    pub tables: &'a [Name],
    /// The folder that holds one folder per backup; it is made if it is not there.
    pub directory: &'a Path,
    /// The name of the new folder in it: an execution's id. One that is there is an error.
    pub name: &'a str,
    /// Now.
    pub now: jiff::Timestamp,
    /// Where programs are looked for.
    pub tools: &'a Tools,
}

/// A backup that was taken and read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Its folder.
    pub folder: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
}

/// What one form of copying made.
pub(super) struct Contents {
    pub(super) form: Form,
    pub(super) tool: Option<ToolUsed>,
    pub(super) tables: Vec<Counted>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) files: Vec<Copied>,
}

/// Copies what was asked for into a new folder, reads it back, and only then writes the manifest.
/// Nothing is written to the database. When it fails the folder is removed again.
///
/// The caller holds the execution lock where no other execution shall change the database
/// meanwhile; a schema that changed all the same is noticed.
///
/// # Errors
///
/// [`BackupError::UnknownTable`], [`BackupError::NoSpace`] and [`BackupError::ToolMissing`] before
/// anything is written; [`BackupError::Unverified`] when what was written is not what was read, or
/// the schema changed meanwhile; otherwise what the database, the program or the disk said.
pub async fn take<S: Backup + ?Sized>(
    session: &mut S,
    request: &Request<'_>,
) -> Result<Taken, BackupError> {
    let schema = session.read(&Scope::default()).await?;
    let whole = request.scope == BackupScope::Database || session.server().engine == Engine::Sqlite;
    let job = Job {
        request: *request,
        scope: if whole {
            BackupScope::Database
        } else {
            BackupScope::Affected
        },
        tables: selected(session, &schema, request, whole)?,
        folder: request.directory.join(request.name),
        schema,
    };
    fs::create_dir_all(request.directory).map_err(BackupError::io(request.directory))?;
    space::check(session, job.scope, &job.tables, request.directory).await?;
    let manifest = job.run(session).await?;
    Ok(Taken {
        folder: job.folder,
        manifest,
    })
}

/// The tables that are copied, by their whole names.
fn selected<S: Backup + ?Sized>(
    session: &S,
    schema: &Schema,
    request: &Request<'_>,
    whole: bool,
) -> Result<Vec<Name>, BackupError> {
    let default = session.dialect().default_namespace();
    let mut found = Vec::new();
    for name in request.tables {
        let mut name = name.clone();
        if name.schema.is_empty() {
            default.clone_into(&mut name.schema);
        }
        if !schema.tables.contains_key(&name) {
            return Err(BackupError::UnknownTable(name.to_string()));
        }
        found.push(name);
    }
    if whole {
        return Ok(schema.tables.keys().cloned().collect());
    }
    // The rows of a partitioned table are in its partitions.
    let all = schema.with_partitions(&found.into_iter().collect());
    Ok(all.into_iter().collect())
}

/// The foreign keys that start in a copied table and end in one that is not.
pub(super) fn left_out(schema: &Schema, names: &[Name]) -> Vec<LeftOut> {
    let tables = names.iter().filter_map(|name| schema.tables.get(name));
    let keys = tables.flat_map(|table| table.foreign_keys.iter().map(move |key| (table, key)));
    keys.filter(|(_, key)| !names.contains(&key.references))
        .map(|(table, key)| LeftOut {
            table: table.name.clone(),
            name: key.label.text.clone(),
        })
        .collect()
}

/// One backup in the making.
pub(super) struct Job<'a> {
    pub(super) request: Request<'a>,
    pub(super) scope: BackupScope,
    pub(super) tables: Vec<Name>,
    pub(super) folder: PathBuf,
    pub(super) schema: Schema,
}

impl Job<'_> {
    async fn run<S: Backup + ?Sized>(&self, session: &mut S) -> Result<Manifest, BackupError> {
        let server = session.server().clone();
        let dump = self.program(&server).await?;
        self.make_folder()?;
        let written = match self.write(session, dump.as_ref()).await {
            Err(error @ BackupError::ToolFailed { .. })
                if self.request.preference == Preference::Best && self.rows_are_enough() =>
            {
                tracing::warn!(%error, "the tables are copied without the engine's own program");
                self.remove_folder();
                self.make_folder()?;
                self.write(session, None).await
            }
            other => other,
        };
        if written.is_err() {
            self.remove_folder();
        }
        written
    }

    /// The program that copies; `None` where Driftless does it itself.
    async fn program(&self, server: &Server) -> Result<Option<Dump>, BackupError> {
        let Target::Server(target) = self.request.target else {
            return Ok(None);
        };
        match self.request.preference {
            Preference::Rows if self.rows_are_enough() => Ok(None),
            Preference::Rows => Err(BackupError::Refused(
                "a copy of the whole database is not made of rows alone; leave the form to Driftless"
                    .to_owned(),
            )),
            Preference::Best | Preference::Tool => {
                match Dump::find(self.request.tools, server, target).await {
                    Err(error)
                        if self.request.preference == Preference::Best
                            && self.rows_are_enough() =>
                    {
                        tracing::info!(%error, "the tables are copied without it");
                        Ok(None)
                    }
                    found => found.map(Some),
                }
            }
        }
    }

    fn rows_are_enough(&self) -> bool {
        self.scope == BackupScope::Affected
    }

    /// For its owner alone: it holds everything the database does.
    fn make_folder(&self) -> Result<(), BackupError> {
        let made = DirBuilder::new().mode(0o700).create(&self.folder);
        made.map_err(BackupError::io(&self.folder))
    }

    fn remove_folder(&self) {
        if let Err(error) = fs::remove_dir_all(&self.folder) {
            tracing::warn!(%error, folder = %self.folder.display(), "a half-written backup stays");
        }
    }

    async fn write<S: Backup + ?Sized>(
        &self,
        session: &mut S,
        dump: Option<&Dump>,
    ) -> Result<Manifest, BackupError> {
        let contents = match dump {
            Some(dump) => dump.copy(session, self).await?,
            None => match file::copy(session, &self.tables, &self.folder).await? {
                Some(contents) => contents,
                None => rows::copy(session, &self.schema, &self.tables, &self.folder).await?,
            },
        };
        let fingerprint = Fingerprint::of(session.server().engine, &self.schema);
        let after = session.read(&Scope::default()).await?;
        if Fingerprint::of(session.server().engine, &after) != fingerprint {
            return Err(BackupError::unverified(
                &self.folder,
                "the schema was changed while it was copied; nothing else was done, take it again",
            ));
        }
        let manifest = self.manifest(session, contents, fingerprint);
        verify(&self.folder, &manifest).await?;
        if let Some(dump) = dump {
            dump.check(&self.folder, &manifest).await?;
        }
        self.write_manifest(&manifest)?;
        Ok(manifest)
    }

    fn manifest<S: Backup + ?Sized>(
        &self,
        session: &S,
        contents: Contents,
        fingerprint: Fingerprint,
    ) -> Manifest {
        Manifest {
            version: VERSION,
            execution_id: self.request.name.to_owned(),
            engine: session.server().engine,
            server_version: session.server().version_text.clone(),
            database: session.identity(),
            taken_at: self.request.now.to_string(),
            scope: self.scope,
            form: contents.form,
            tool: contents.tool,
            fingerprint,
            tables: contents.tables,
            not_in_one_state: self.without_transactions(),
            left_out: contents.left_out,
            bytes: contents.files.iter().map(|file| file.bytes).sum(),
            files: contents.files,
        }
    }

    fn without_transactions(&self) -> Vec<Name> {
        let tables = self.tables.iter().filter_map(|n| self.schema.tables.get(n));
        let without = tables.filter(|table| {
            let engine = table.attributes.get(&Attribute::StorageEngine);
            engine.is_some_and(|engine| !engine.eq_ignore_ascii_case("InnoDB"))
        });
        without.map(|table| table.name.clone()).collect()
    }

    /// Under another name first: a manifest is whole or not there.
    fn write_manifest(&self, manifest: &Manifest) -> Result<(), BackupError> {
        let path = self.folder.join(FILE);
        let part = self.folder.join(format!("{FILE}.part"));
        let text = serde_json::to_string_pretty(manifest)
            .map_err(|error| BackupError::Structure(error.to_string()))?;
        fs::write(&part, text).map_err(BackupError::io(&part))?;
        fs::rename(&part, &path).map_err(BackupError::io(&path))
    }
}
