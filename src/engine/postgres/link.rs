//! The wire: the only file of this shelf that knows sqlx.
//!
//! Statements without values go through the simple query protocol, so the server prints every
//! value as text; those with values go through the extended one, unprepared by name.

use super::error::kind;
use crate::engine::{EngineError, ErrorKind, Link, Rows, ServerTarget, Statement, Timeouts, Tls};
use async_trait::async_trait;
use futures::TryStreamExt;
use secrecy::ExposeSecret;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgRow, PgSslMode, PgValueFormat};
use sqlx::{AssertSqlSafe, Column, ConnectOptions, Connection, Executor, Row, TypeInfo, ValueRef};

struct PgLink {
    connection: PgConnection,
}

/// Connects to a database. The settings are run by the caller.
pub(in crate::engine) async fn connect(
    target: &ServerTarget,
    timeouts: &Timeouts,
) -> Result<Box<dyn Link>, EngineError> {
    let doing = format!(
        "connecting to postgres://{}:{}/{}",
        target.host, target.port, target.database
    );
    let options = options(target);
    match tokio::time::timeout(timeouts.connect, options.connect()).await {
        Ok(Ok(connection)) => Ok(Box::new(PgLink { connection })),
        Ok(Err(error)) => Err(translate(&error, &doing)),
        Err(_) => Err(EngineError::new(
            ErrorKind::Unreachable,
            doing,
            format!("no answer within {} s", timeouts.connect.as_secs()),
        )),
    }
}

fn options(target: &ServerTarget) -> PgConnectOptions {
    let mut options = PgConnectOptions::new_without_pgpass()
        .port(target.port)
        .username(&target.user)
        .database(&target.database)
        .application_name("driftless")
        .statement_cache_capacity(0)
        .ssl_mode(match &target.tls {
            Tls::Disable => PgSslMode::Disable,
            Tls::Prefer => PgSslMode::Prefer,
            Tls::Require => PgSslMode::Require,
            Tls::VerifyCa(_) => PgSslMode::VerifyCa,
            Tls::VerifyFull(_) => PgSslMode::VerifyFull,
        });
    options = if target.host.starts_with('/') {
        options.socket(&target.host)
    } else {
        options.host(&target.host)
    };
    if let Tls::VerifyCa(Some(file)) | Tls::VerifyFull(Some(file)) = &target.tls {
        options = options.ssl_root_cert(file);
    }
    if let Some(password) = &target.password {
        options = options.password(password.expose_secret());
    }
    // Statements may carry values of rows; they are never logged.
    options.disable_statement_logging()
}

fn translate(error: &sqlx::Error, doing: &str) -> EngineError {
    match error {
        sqlx::Error::Database(database) => {
            let code = database.code().map(std::borrow::Cow::into_owned);
            EngineError {
                kind: kind(code.as_deref().unwrap_or_default()),
                code,
                doing: doing.to_owned(),
                message: database.message().to_owned(),
            }
        }
        sqlx::Error::Tls(tls) => EngineError::new(ErrorKind::Tls, doing, tls.to_string()),
        sqlx::Error::Io(io) => EngineError::new(ErrorKind::Unreachable, doing, io.to_string()),
        sqlx::Error::Protocol(_) | sqlx::Error::PoolClosed | sqlx::Error::WorkerCrashed => {
            EngineError::new(ErrorKind::Unreachable, doing, error.to_string())
        }
        other => EngineError::new(ErrorKind::Other, doing, other.to_string()),
    }
}

fn bound(
    statement: &Statement,
) -> sqlx::query::Query<'static, sqlx::Postgres, sqlx::postgres::PgArguments> {
    let sql = AssertSqlSafe(statement.sql().to_owned());
    statement
        .binds()
        .iter()
        .fold(sqlx::query(sql).persistent(false), |query, value| {
            query.bind(value.clone())
        })
}

fn simple(statement: &Statement) -> sqlx::RawSql {
    sqlx::raw_sql(AssertSqlSafe(statement.sql().to_owned()))
}

/// One value as text. In the binary format only those types are taken whose bytes are their text,
/// and the few that counting and asking for locks answer.
fn value(row: &PgRow, at: usize) -> Result<Option<String>, sqlx::Error> {
    let raw = row.try_get_raw(at)?;
    if raw.is_null() {
        return Ok(None);
    }
    if raw.format() == PgValueFormat::Text {
        let text = raw.as_str().map_err(sqlx::Error::Decode)?;
        return Ok(Some(text.to_owned()));
    }
    let info = raw.type_info();
    Ok(Some(match info.name() {
        "BOOL" => row.try_get::<bool, _>(at)?.to_string(),
        "INT2" => row.try_get::<i16, _>(at)?.to_string(),
        "INT4" => row.try_get::<i32, _>(at)?.to_string(),
        "INT8" => row.try_get::<i64, _>(at)?.to_string(),
        _ => row.try_get::<String, _>(at)?,
    }))
}

fn values(row: &PgRow) -> Result<Vec<Option<String>>, sqlx::Error> {
    (0..row.len()).map(|at| value(row, at)).collect()
}

const FETCHING: &str = "running a query";
const RUNNING: &str = "running a statement";

#[async_trait]
impl Link for PgLink {
    async fn fetch(&mut self, statement: &Statement) -> Result<Rows, EngineError> {
        let rows = if statement.binds().is_empty() {
            self.connection.fetch_all(simple(statement)).await
        } else {
            self.connection.fetch_all(bound(statement)).await
        }
        .map_err(|error| translate(&error, FETCHING))?;
        let columns = rows.first().map_or_else(Vec::new, |row| {
            row.columns().iter().map(|c| c.name().to_owned()).collect()
        });
        let values: Result<Vec<_>, sqlx::Error> = rows.iter().map(values).collect();
        let values = values.map_err(|error| translate(&error, FETCHING))?;
        Ok(Rows { columns, values })
    }

    async fn run(&mut self, statement: &Statement) -> Result<u64, EngineError> {
        let done = if statement.binds().is_empty() {
            self.connection.execute(simple(statement)).await
        } else {
            self.connection.execute(bound(statement)).await
        };
        done.map(|result| result.rows_affected())
            .map_err(|error| translate(&error, RUNNING))
    }

    async fn each(
        &mut self,
        statement: &Statement,
        sink: &mut (dyn for<'a> FnMut(&'a str) -> std::io::Result<()> + Send),
    ) -> Result<u64, EngineError> {
        let mut rows = if statement.binds().is_empty() {
            self.connection.fetch(simple(statement))
        } else {
            self.connection.fetch(bound(statement))
        };
        let mut count = 0;
        while let Some(row) = rows
            .try_next()
            .await
            .map_err(|error| translate(&error, FETCHING))?
        {
            let text = value(&row, 0).map_err(|error| translate(&error, FETCHING))?;
            sink(text.as_deref().unwrap_or_default()).map_err(|error| {
                EngineError::new(ErrorKind::Resources, "writing rows", error.to_string())
            })?;
            count += 1;
        }
        Ok(count)
    }

    async fn close(self: Box<Self>) {
        // The server notices either way; a refusal to say goodbye changes nothing.
        if let Err(error) = self.connection.close().await {
            tracing::trace!(%error, "the connection was gone before it was closed");
        }
    }
}
