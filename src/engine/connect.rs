//! The one place that knows all engines.

use super::dialect::Dialect;
use super::error::{EngineError, ErrorKind};
use super::kind::Engine;
use super::link::Link;
use super::mysql::{self, MySql};
use super::postgres::{self, Postgres};
use super::session::Session;
use super::sqlite::{self, Sqlite};
use super::target::{Target, Timeouts};

/// The shelf of an engine.
pub fn dialect(engine: Engine) -> Result<&'static dyn Dialect, EngineError> {
    match engine {
        Engine::Sqlite => Ok(&Sqlite),
        Engine::Mysql => Ok(&MySql::MYSQL),
        Engine::Mariadb => Ok(&MySql::MARIADB),
        Engine::Postgres => Ok(&Postgres),
    }
}

/// Connects, pins the session's settings and asks the server what it is.
pub async fn connect(target: &Target, timeouts: &Timeouts) -> Result<Session, EngineError> {
    let dialect = dialect(target.engine())?;
    let link: Box<dyn Link> = match target {
        Target::File(path) => sqlite::connect(path.as_deref(), timeouts).await?,
        Target::Server(server) => match server.engine {
            Engine::Mysql | Engine::Mariadb => mysql::connect(server, timeouts).await?,
            Engine::Postgres => postgres::connect(server, timeouts).await?,
            Engine::Sqlite => return Err(no_server(server.engine)),
        },
    };
    Session::open(dialect, link, target.clone(), *timeouts).await
}

fn no_server(engine: Engine) -> EngineError {
    EngineError::new(
        ErrorKind::Unsupported,
        "connecting",
        format!("{engine} has no server; name a file"),
    )
}
