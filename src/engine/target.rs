//! Where a database is, and how much of it is looked at.

use super::kind::Engine;
use secrecy::SecretString;
use std::path::PathBuf;
use std::time::Duration;

/// The address of a database and the account to use.
#[derive(Clone, Debug)]
pub enum Target {
    /// A server.
    Server(ServerTarget),
    /// A `SQLite` file; `None` is a private database in memory.
    File(Option<PathBuf>),
}

impl Target {
    /// The engine that is expected there.
    pub fn engine(&self) -> Engine {
        match self {
            Self::Server(server) => server.engine,
            Self::File(_) => Engine::Sqlite,
        }
    }

    /// The same server, another database.
    #[must_use]
    pub fn with_database(&self, database: &str) -> Self {
        match self {
            Self::Server(server) => Self::Server(ServerTarget {
                database: database.to_owned(),
                ..server.clone()
            }),
            Self::File(path) => Self::File(path.clone()),
        }
    }

    /// What identifies the database, without credentials: `postgres://host:port/name`, or the path.
    pub fn identity(&self) -> String {
        match self {
            Self::Server(s) => format!("{}://{}:{}/{}", s.engine, s.host, s.port, s.database),
            Self::File(Some(path)) => format!("sqlite:{}", path.display()),
            Self::File(None) => "sqlite::memory:".to_owned(),
        }
    }
}

/// A database on a server. `Debug` shows no password.
#[derive(Clone, Debug)]
pub struct ServerTarget {
    /// `PostgreSQL`, `MySQL` or `MariaDB`.
    pub engine: Engine,
    /// Host name, address, or the folder of a Unix socket (starts with `/`).
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// Account.
    pub user: String,
    /// Its password.
    pub password: Option<SecretString>,
    /// The database (`MySQL`: the schema).
    pub database: String,
    /// TLS.
    pub tls: Tls,
}

/// How the connection is protected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Tls {
    /// Plain.
    Disable,
    /// TLS where the server offers it, unverified.
    #[default]
    Prefer,
    /// TLS or nothing, unverified.
    Require,
    /// TLS, certificate verified against this CA file or the system's roots.
    VerifyCa(Option<PathBuf>),
    /// As [`Tls::VerifyCa`], and the host name must match.
    VerifyFull(Option<PathBuf>),
}

/// Which part of a database is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// Namespaces (`PostgreSQL` schemas) looked at; empty means all but the system's and ours.
    pub namespaces: Vec<String>,
    /// Tables left out, as patterns in which `*` stands for any characters.
    pub exclude: Vec<String>,
    /// Whether grants are looked at.
    pub grants: Grants,
}

/// Whether it is looked at who may do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grants {
    /// Not at all: what is made anew gets those it had.
    #[default]
    Ignored,
    /// They are objects like others.
    Managed,
}

impl Scope {
    /// Whether a table is left out.
    pub fn excludes(&self, table: &str) -> bool {
        self.exclude.iter().any(|pattern| glob(pattern, table))
    }
}

/// Whether `text` fits `pattern`, in which `*` stands for any characters. Linear in both.
pub fn glob(pattern: &str, text: &str) -> bool {
    let mut pieces = pattern.split('*');
    let Some(first) = pieces.next() else {
        return text.is_empty();
    };
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else {
        return rest.is_empty();
    };
    for piece in pieces {
        let Some(at) = rest.find(piece) else {
            return false;
        };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(last)
}

/// Bounds for what statements may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Timeouts {
    /// To get a lock on a table.
    pub lock: Duration,
    /// For one statement.
    pub statement: Duration,
    /// To connect.
    pub connect: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            lock: Duration::from_secs(3),
            statement: Duration::from_mins(30),
            connect: Duration::from_secs(10),
        }
    }
}
