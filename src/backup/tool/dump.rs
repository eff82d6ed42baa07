//! Copies by the engine's own program.

use super::call::{Call, Environment};
use super::count::Counter;
use super::mysql::Attempt;
use super::{Program, Tool, Tools, mysql, postgres};
use crate::backup::error::BackupError;
use crate::backup::manifest::{Copied, Counted, Form, Holds, Manifest};
use crate::backup::take::{BackupScope, Contents, Job, left_out};
use crate::backup::write::Writing;
use crate::engine::{Backup, Engine, Server, ServerTarget};
use crate::schema::Name;
use std::ffi::OsString;
use std::path::Path;

/// What is being done, for messages.
const DOING: &str = "copying the database";

/// The program, and the database it copies.
#[derive(Debug)]
pub(in crate::backup) struct Dump {
    tool: Tool,
    /// `pg_restore`, which reads back what was written.
    reader: Option<Tool>,
    target: ServerTarget,
}

impl Dump {
    /// The program for a server.
    pub(in crate::backup) async fn find(
        tools: &Tools,
        server: &Server,
        target: &ServerTarget,
    ) -> Result<Self, BackupError> {
        let what = "a backup of the whole database";
        let Some(program) = Program::dump_of(server.engine) else {
            return Err(BackupError::Refused(format!(
                "{} copies itself",
                server.engine
            )));
        };
        let reader = match program {
            Program::PgDump => Some(tools.find(Program::PgRestore, server, what).await?),
            _ => None,
        };
        let target = ServerTarget {
            // What answered, rather than what was asked for.
            engine: server.engine,
            ..target.clone()
        };
        Ok(Self {
            tool: tools.find(program, server, what).await?,
            reader,
            target,
        })
    }

    /// Copies what the job says.
    pub(in crate::backup) async fn copy<S: Backup + ?Sized>(
        &self,
        session: &mut S,
        job: &Job<'_>,
    ) -> Result<Contents, BackupError> {
        match self.target.engine {
            Engine::Postgres => {
                let view = session.begin_view().await?;
                let copied = self.archives(session, job, view.as_deref()).await;
                let ended = session.end_view().await;
                let copied = copied?;
                ended?;
                Ok(copied)
            }
            Engine::Mysql | Engine::Mariadb | Engine::Sqlite => self.script(job).await,
        }
    }

    /// Reads the tables of contents of archives.
    pub(in crate::backup) async fn check(
        &self,
        folder: &Path,
        manifest: &Manifest,
    ) -> Result<(), BackupError> {
        let Some(reader) = &self.reader else {
            return Ok(());
        };
        for copied in &manifest.files {
            let call = Call {
                tool: reader,
                doing: "reading the archive back",
                arguments: vec!["--list".into(), folder.join(&copied.file).into()],
                environment: Vec::new(),
                secret: None,
            };
            call.read(&mut |_| Ok(())).await?;
        }
        Ok(())
    }

    async fn archives<S: Backup + ?Sized>(
        &self,
        session: &mut S,
        job: &Job<'_>,
        view: Option<&str>,
    ) -> Result<Contents, BackupError> {
        let mut tables = Vec::with_capacity(job.tables.len());
        for table in &job.tables {
            tables.push(Counted {
                table: table.clone(),
                rows: session.count(table).await?,
            });
        }
        let dialect = session.dialect();
        let (files, left) = match job.scope {
            BackupScope::Database => {
                let arguments = postgres::dump_all(view);
                let file = "database.dump";
                let all = self
                    .archive(job, file, Holds::Everything, arguments)
                    .await?;
                (vec![all], Vec::new())
            }
            BackupScope::Affected => {
                let structure = postgres::dump_structure(view);
                let mut files = vec![
                    self.archive(job, "schema.dump", Holds::Structure, structure)
                        .await?,
                ];
                if !job.tables.is_empty() {
                    let rows = postgres::dump_rows(view, dialect, &job.tables);
                    files.push(self.archive(job, "rows.dump", Holds::Rows, rows).await?);
                }
                (files, left_out(&job.schema, &job.tables))
            }
        };
        Ok(Contents {
            form: Form::Archive,
            tool: Some(self.tool.used()),
            tables,
            left_out: left,
            files,
        })
    }

    async fn archive(
        &self,
        job: &Job<'_>,
        file: &str,
        holds: Holds,
        arguments: Vec<OsString>,
    ) -> Result<Copied, BackupError> {
        let (environment, _secret) = postgres::environment(&self.target)?;
        let mut file = Writing::begin(&job.folder, file, holds)?;
        let call = self.call(arguments, environment);
        call.read(&mut |bytes| file.add(bytes)).await?;
        file.end()
    }

    async fn script(&self, job: &Job<'_>) -> Result<Contents, BackupError> {
        let tables: &[Name] = match job.scope {
            BackupScope::Affected => &job.tables,
            BackupScope::Database => &[],
        };
        let mut written = Err(BackupError::Refused(DOING.to_owned()));
        for attempt in Attempt::all(&self.target) {
            written = self.script_once(job, tables, *attempt).await;
            match &written {
                Err(BackupError::ToolFailed { said, .. }) if says_no_tls(said) => {}
                _ => break,
            }
        }
        let (copied, counts) = written?;
        let counted = job.tables.iter().map(|table| Counted {
            table: table.clone(),
            rows: counts.get(&table.name).copied().unwrap_or(0),
        });
        Ok(Contents {
            form: Form::Script,
            tool: Some(self.tool.used()),
            tables: counted.collect(),
            left_out: Vec::new(),
            files: vec![copied],
        })
    }

    async fn script_once(
        &self,
        job: &Job<'_>,
        tables: &[Name],
        attempt: Attempt,
    ) -> Result<(Copied, std::collections::BTreeMap<String, u64>), BackupError> {
        let options = mysql::options(&self.target, attempt)?;
        let mut file = Writing::begin(&job.folder, "database.sql.gz", Holds::Everything)?;
        let mut counter = Counter::new();
        let arguments = mysql::dump(&self.target, &options, tables);
        let read = self
            .call(arguments, Vec::new())
            .read(&mut |bytes| {
                counter.see(bytes);
                file.add(bytes)
            })
            .await;
        match read {
            Ok(()) => Ok((file.end()?, counter.counts())),
            Err(error) => {
                file.discard()?;
                Err(error)
            }
        }
    }

    fn call(&self, arguments: Vec<OsString>, environment: Environment) -> Call<'_> {
        Call {
            tool: &self.tool,
            doing: DOING,
            arguments,
            environment,
            secret: self.target.password.as_ref(),
        }
    }
}

/// Whether a client of MariaDB says that the server has no TLS (error 2026 of the client library).
pub(super) fn says_no_tls(said: &str) -> bool {
    said.contains("2026") && (said.contains("SSL") || said.contains("TLS"))
}
