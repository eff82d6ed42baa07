//! Puts back what the engine's own program copied.

use super::call::{Call, Environment};
use super::dump::says_no_tls;
use super::mysql::Attempt;
use super::secret::SecretFile;
use super::{Program, Tool, Tools, mysql, postgres};
use crate::backup::error::BackupError;
use crate::backup::manifest::{Holds, LeftOut, Manifest};
use crate::engine::{Engine, Server, ServerTarget};
use flate2::read::GzDecoder;
use std::ffi::OsString;
use std::fs::File;
use std::io;
use std::path::Path;

/// What is being done, for messages.
const DOING: &str = "restoring the database";

/// What is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::backup) enum Over {
    /// Nothing: the database was just made.
    Nothing,
    /// Objects, which are replaced by those of the same name.
    Objects,
}

/// The program, and the database it fills.
#[derive(Debug)]
pub(in crate::backup) struct Load {
    tool: Tool,
    target: ServerTarget,
}

impl Load {
    /// The program for a server.
    pub(in crate::backup) async fn find(
        tools: &Tools,
        server: &Server,
        target: &ServerTarget,
    ) -> Result<Self, BackupError> {
        let Some(program) = Program::load_of(server.engine) else {
            return Err(BackupError::Refused(format!(
                "{} is restored as a file",
                server.engine
            )));
        };
        Ok(Self {
            tool: tools.find(program, server, "this restore").await?,
            target: ServerTarget {
                engine: server.engine,
                ..target.clone()
            },
        })
    }

    /// Reads the tables of contents of archives, before anything is done.
    pub(in crate::backup) async fn check(
        &self,
        folder: &Path,
        manifest: &Manifest,
    ) -> Result<(), BackupError> {
        if self.target.engine == Engine::Postgres {
            for copied in &manifest.files {
                self.contents(&folder.join(&copied.file)).await?;
            }
        }
        Ok(())
    }

    /// Fills the database of that name.
    pub(in crate::backup) async fn put_back(
        &self,
        folder: &Path,
        manifest: &Manifest,
        database: &str,
        over: Over,
    ) -> Result<(), BackupError> {
        let target = ServerTarget {
            database: database.to_owned(),
            ..self.target.clone()
        };
        match target.engine {
            Engine::Postgres => self.archives(folder, manifest, &target, over).await,
            Engine::Mysql | Engine::Mariadb | Engine::Sqlite => {
                for copied in &manifest.files {
                    self.script(&folder.join(&copied.file), &target).await?;
                }
                Ok(())
            }
        }
    }

    async fn archives(
        &self,
        folder: &Path,
        manifest: &Manifest,
        target: &ServerTarget,
        over: Over,
    ) -> Result<(), BackupError> {
        let file = |holds: &Holds| {
            let found = manifest.files.iter().find(|copied| copied.holds == *holds);
            found.map(|copied| folder.join(&copied.file))
        };
        if let Some(all) = file(&Holds::Everything) {
            let more: &[&str] = match over {
                // All or nothing: the objects that go and those that come are one transaction.
                Over::Objects => &["--clean", "--if-exists", "--single-transaction"],
                Over::Nothing => &["--no-owner", "--no-privileges"],
            };
            return self.archive(&all, target, more, None).await;
        }
        let new = ["--no-owner", "--no-privileges"];
        if let Some(structure) = file(&Holds::Structure) {
            let before = ["--section=pre-data", new[0], new[1]];
            self.archive(&structure, target, &before, None).await?;
            if let Some(rows) = file(&Holds::Rows) {
                self.archive(&rows, target, &new, None).await?;
            }
            let after = ["--section=post-data", new[0], new[1]];
            let wanted = without(&self.contents(&structure).await?, &manifest.left_out);
            let wanted = SecretFile::new(&wanted)?;
            self.archive(&structure, target, &after, Some(&wanted))
                .await?;
        }
        Ok(())
    }

    async fn archive(
        &self,
        path: &Path,
        target: &ServerTarget,
        more: &[&str],
        wanted: Option<&SecretFile>,
    ) -> Result<(), BackupError> {
        let (mut environment, _secret) = postgres::environment(target)?;
        environment.push(("PGOPTIONS", postgres::LOAD_OPTIONS.into()));
        let mut arguments = postgres::restore(&target.database);
        arguments.extend(more.iter().map(OsString::from));
        arguments.extend(wanted.map(|list| {
            let mut argument = OsString::from("--use-list=");
            argument.push(list.path());
            argument
        }));
        arguments.push(path.into());
        self.call(arguments, environment)
            .feed(&mut io::empty())
            .await
    }

    /// The table of contents of an archive.
    async fn contents(&self, path: &Path) -> Result<String, BackupError> {
        let mut text = Vec::new();
        let call = self.call(vec!["--list".into(), path.into()], Vec::new());
        call.read(&mut |bytes| {
            text.extend_from_slice(bytes);
            Ok(())
        })
        .await?;
        Ok(String::from_utf8_lossy(&text).into_owned())
    }

    async fn script(&self, path: &Path, target: &ServerTarget) -> Result<(), BackupError> {
        let mut done = Ok(());
        for attempt in Attempt::all(target) {
            let options = mysql::options(target, *attempt)?;
            let file = File::open(path).map_err(BackupError::io(path))?;
            let call = self.call(mysql::load(target, &options), Vec::new());
            done = call.feed(&mut GzDecoder::new(file)).await;
            match &done {
                Err(BackupError::ToolFailed { said, .. }) if says_no_tls(said) => {}
                _ => break,
            }
        }
        done
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

/// A table of contents without foreign keys whose parents have no rows. A line is
/// `id; catalog oid FK CONSTRAINT schema table name owner`.
fn without(contents: &str, left_out: &[LeftOut]) -> String {
    let is_out = |line: &str| {
        left_out.iter().any(|key| {
            let entry = format!(
                " FK CONSTRAINT {} {} {} ",
                key.table.schema, key.table.name, key.name
            );
            line.contains(&entry.replace(['\n', '\r'], " "))
        })
    };
    let lines = contents.lines().filter(|line| !is_out(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}
