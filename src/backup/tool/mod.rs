//! Programs of the engines: where they are, which version they have.

mod call;
mod count;
mod dump;
mod load;
mod mysql;
mod postgres;
mod secret;

pub(super) use dump::Dump;
pub(super) use load::{Load, Over};

use super::error::BackupError;
use super::manifest::ToolUsed;
use crate::engine::{Engine, Server};
use std::path::{Path, PathBuf};

/// The variable that names the folder of the programs.
const FOLDER: &str = "DRIFTLESS_TOOLS_DIR";

/// Where the engines' programs are looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tools {
    folder: Option<PathBuf>,
}

impl Tools {
    /// In the folder that `DRIFTLESS_TOOLS_DIR` names and nowhere else; on `PATH` when it is not set.
    pub fn from_environment() -> Self {
        let folder = std::env::var_os(FOLDER).filter(|folder| !folder.is_empty());
        Self {
            folder: folder.map(PathBuf::from),
        }
    }

    /// In this folder and nowhere else.
    pub fn in_folder(folder: impl std::convert::Into<PathBuf>) -> Self {
        Self {
            folder: Some(folder.into()),
        }
    }

    fn folders(&self) -> Vec<PathBuf> {
        match &self.folder {
            Some(folder) => vec![folder.clone()],
            None => std::env::var_os("PATH")
                .map(|path| std::env::split_paths(&path).collect())
                .unwrap_or_default(),
        }
    }

    /// The first program of that kind that fits the server. When there is none, why: what was
    /// found and does not fit, or that nothing was found.
    async fn find(
        &self,
        program: Program,
        server: &Server,
        needed_for: &str,
    ) -> Result<Tool, BackupError> {
        let mut why = match &self.folder {
            Some(folder) => format!("it is not in {}", folder.display()),
            None => "it is not on PATH".to_owned(),
        };
        for folder in self.folders() {
            for name in program.names() {
                let path = folder.join(name);
                if !path.is_file() {
                    continue;
                }
                match Tool::look_at(&path, name, program, server).await {
                    Ok(tool) => return Ok(tool),
                    Err(problem) => why = format!("{} {problem}", path.display()),
                }
            }
        }
        Err(BackupError::ToolMissing {
            tool: program.names()[0].to_owned(),
            needed_for: needed_for.to_owned(),
            why,
            package: program.package().to_owned(),
        })
    }
}

/// A program of an engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Program {
    PgDump,
    PgRestore,
    MysqlDump,
    MysqlClient,
    MariadbDump,
    MariadbClient,
}

impl Program {
    /// Its names, the usual one first (MariaDB renamed its programs in 10.5).
    const fn names(self) -> &'static [&'static str] {
        match self {
            Self::PgDump => &["pg_dump"],
            Self::PgRestore => &["pg_restore"],
            Self::MysqlDump => &["mysqldump"],
            Self::MysqlClient => &["mysql"],
            Self::MariadbDump => &["mariadb-dump", "mysqldump"],
            Self::MariadbClient => &["mariadb", "mysql"],
        }
    }

    const fn package(self) -> &'static str {
        match self {
            Self::PgDump | Self::PgRestore => "postgresql-client of the server's major version",
            Self::MysqlDump | Self::MysqlClient => {
                "mysql-client of the server's version or a newer one"
            }
            Self::MariadbDump | Self::MariadbClient => {
                "mariadb-client of the server's version or a newer one"
            }
        }
    }

    const fn dump_of(engine: Engine) -> Option<Self> {
        match engine {
            Engine::Postgres => Some(Self::PgDump),
            Engine::Mysql => Some(Self::MysqlDump),
            Engine::Mariadb => Some(Self::MariadbDump),
            Engine::Sqlite => None,
        }
    }

    const fn load_of(engine: Engine) -> Option<Self> {
        match engine {
            Engine::Postgres => Some(Self::PgRestore),
            Engine::Mysql => Some(Self::MysqlClient),
            Engine::Mariadb => Some(Self::MariadbClient),
            Engine::Sqlite => None,
        }
    }
}

/// A program that was found and fits.
#[derive(Clone, Debug)]
struct Tool {
    path: PathBuf,
    name: String,
    version: String,
}

impl Tool {
    /// Asks a program for its version; why it does not fit otherwise.
    async fn look_at(
        path: &Path,
        name: &str,
        program: Program,
        server: &Server,
    ) -> Result<Self, String> {
        let version = call::version(path).await?;
        fits(program, &version, server)?;
        Ok(Self {
            path: path.to_owned(),
            name: name.to_owned(),
            version,
        })
    }

    fn used(&self) -> ToolUsed {
        ToolUsed {
            name: self.name.clone(),
            version: self.version.clone(),
        }
    }
}

/// The first version whose `pg_restore` sets `transaction_timeout` before anything else, which older servers
/// do not know, and whose `pg_dump` writes what older programs do not read (PostgreSQL 17, "Release Notes").
const SETS_MORE: u32 = 17;

/// A program older than its server may not know what is there: `pg_dump` refuses such a server
/// (PostgreSQL 18 manual, `pg_dump`, "Notes"), the others write what they know. A copy that could not be
/// put back is none.
fn fits(program: Program, version: &str, server: &Server) -> Result<(), String> {
    let is_mariadb = version.contains("MariaDB");
    let (major_of_server, minor_of_server, _) = server.version;
    // The second number of a PostgreSQL version is a patch.
    let needed = match program {
        Program::PgDump | Program::PgRestore => (major_of_server, 0),
        Program::MysqlDump | Program::MysqlClient if is_mariadb => {
            return Err("is MariaDB's, the server is MySQL".to_owned());
        }
        Program::MariadbDump | Program::MariadbClient if !is_mariadb => {
            return Err("is MySQL's, the server is MariaDB".to_owned());
        }
        Program::MysqlDump
        | Program::MysqlClient
        | Program::MariadbDump
        | Program::MariadbClient => (major_of_server, minor_of_server),
    };
    let is_postgres = matches!(program, Program::PgDump | Program::PgRestore);
    match number(version) {
        None => Err(format!("says {version:?}, which is no version")),
        Some((major, _)) if is_postgres && major >= SETS_MORE && major_of_server < SETS_MORE => {
            Err(format!(
                "has version {major}, which cannot put anything back into a server before {SETS_MORE}; \
                 the server has {}",
                server.version_text
            ))
        }
        Some(found) if found < needed => Err(format!(
            "has version {}.{}, the server {}",
            found.0, found.1, server.version_text
        )),
        Some(_) => Ok(()),
    }
}

/// The product's version in what `--version` prints: `pg_dump (PostgreSQL) 15.14`,
/// `mysqldump  Ver 8.4.0 for …`, `mariadb-dump  Ver 10.19 Distrib 10.11.6-MariaDB, for …`,
/// `mariadb-dump from 11.4.2-MariaDB, client 10.19 for …`.
fn number(version: &str) -> Option<(u32, u32)> {
    let words: Vec<&str> = version.split_whitespace().collect();
    let after = ["Distrib", "from", "(PostgreSQL)", "Ver"];
    let word = after.iter().find_map(|mark| {
        let at = words.iter().position(|word| word == mark)?;
        words.get(at + 1)
    })?;
    let mut parts = word.split(|c: char| !c.is_ascii_digit());
    let major = parts.next()?.parse().ok()?;
    let minor = parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    Some((major, minor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_each_product_prints_them() {
        for (text, expected) in [
            (
                "pg_dump (PostgreSQL) 15.14 (Debian 15.14-0)",
                Some((15, 14)),
            ),
            ("pg_dump (PostgreSQL) 18beta1", Some((18, 0))),
            ("mysqldump  Ver 9.6.0 for Linux on x86_64", Some((9, 6))),
            (
                "mariadb-dump  Ver 10.19 Distrib 10.11.6-MariaDB, for x",
                Some((10, 11)),
            ),
            (
                "mariadb-dump from 11.4.2-MariaDB, client 10.19 for x",
                Some((11, 4)),
            ),
            ("busybox", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_older_or_of_another_product_does_not_fit() {
        let server = |engine, version| Server {
            engine,
            version,
            version_text: String::new(),
            settings: std::collections::BTreeMap::new(),
        };
        let postgres = server(Engine::Postgres, (16, 2, 0));
        assert!(fits(Program::PgDump, "pg_dump (PostgreSQL) 15.14", &postgres).is_err());
        assert!(fits(Program::PgDump, "pg_dump (PostgreSQL) 16.0", &postgres).is_ok());
        assert!(fits(Program::PgDump, "pg_dump (PostgreSQL) 18.0", &postgres).is_err());
        let newer = server(Engine::Postgres, (17, 2, 0));
        assert!(fits(Program::PgDump, "pg_dump (PostgreSQL) 18.0", &newer).is_ok());
        let mysql = server(Engine::Mysql, (8, 4, 0));
        assert!(
            fits(
                Program::MysqlDump,
                "mysqldump  Ver 8.0.40 for Linux",
                &mysql
            )
            .is_err()
        );
        assert!(fits(Program::MysqlDump, "mysqldump  Ver 9.0.0 for Linux", &mysql).is_ok());
        let other = "mysqldump  Ver 10.19 Distrib 10.11.6-MariaDB, for x";
        assert!(fits(Program::MysqlDump, other, &mysql).is_err());
    }
}
