//! The connection, over sqlx.

use super::error::kind;
use crate::engine::error::{EngineError, ErrorKind};
use crate::engine::link::Link;
use crate::engine::statement::{Rows, Statement};
use crate::engine::target::{ServerTarget, Timeouts, Tls};
use async_trait::async_trait;
use futures::TryStreamExt;
use futures::future::BoxFuture;
use secrecy::ExposeSecret;
use sqlx::mysql::{
    MySqlArguments, MySqlConnectOptions, MySqlConnection, MySqlDatabaseError, MySqlRow,
    MySqlSslMode,
};
use sqlx::query::Query;
use sqlx::{AssertSqlSafe, Column, ConnectOptions, Connection, Executor, MySql, Row};
use std::time::Duration;

struct MySqlLink {
    connection: MySqlConnection,
    bounds: Bounds,
}

/// Connects. Settings of the session are the caller's business.
pub(in crate::engine) async fn connect(
    target: &ServerTarget,
    timeouts: &Timeouts,
) -> Result<Box<dyn Link>, EngineError> {
    let options = options(target);
    let doing = format!(
        "connecting to {}:{} as {}",
        target.host, target.port, target.user
    );
    let opened = tokio::time::timeout(timeouts.connect, options.connect());
    let mut connection = opened
        .await
        .map_err(|_| {
            let seconds = timeouts.connect.as_secs();
            EngineError::new(
                ErrorKind::Unreachable,
                doing.clone(),
                format!("no answer within {seconds} s"),
            )
        })?
        .map_err(|failed| from_sqlx(failed, &doing))?;
    let id = sqlx::query_scalar::<_, u64>("SELECT CAST(CONNECTION_ID() AS UNSIGNED)")
        .fetch_one(&mut connection)
        .await
        .map_err(|failed| from_sqlx(failed, &doing))?;
    Ok(Box::new(MySqlLink {
        connection,
        bounds: Bounds {
            options,
            id,
            limit: timeouts.statement,
        },
    }))
}

fn options(target: &ServerTarget) -> MySqlConnectOptions {
    let mut options = MySqlConnectOptions::new()
        .username(&target.user)
        .charset("utf8mb4")
        .pipes_as_concat(false)
        .no_engine_substitution(false)
        .statement_cache_capacity(0)
        .disable_statement_logging();
    if !target.database.is_empty() {
        options = options.database(&target.database);
    }
    if let Some(password) = &target.password {
        options = options.password(password.expose_secret());
    }
    options = if target.host.starts_with('/') {
        options.socket(&target.host)
    } else {
        options.host(&target.host).port(target.port)
    };
    let (mode, authority) = match &target.tls {
        Tls::Disable => (MySqlSslMode::Disabled, None),
        Tls::Prefer => (MySqlSslMode::Preferred, None),
        Tls::Require => (MySqlSslMode::Required, None),
        Tls::VerifyCa(authority) => (MySqlSslMode::VerifyCa, authority.as_ref()),
        Tls::VerifyFull(authority) => (MySqlSslMode::VerifyIdentity, authority.as_ref()),
    };
    let options = options.ssl_mode(mode);
    match authority {
        Some(file) => options.ssl_ca(file),
        None => options,
    }
}

/// What is being done, for messages: the statement's first words, never its values.
fn doing(statement: &Statement) -> String {
    let words: Vec<&str> = statement.sql().split_whitespace().take(3).collect();
    format!("running `{} …`", words.join(" "))
}

/// How long a statement may take, and how to end it.
#[derive(Clone)]
struct Bounds {
    options: MySqlConnectOptions,
    id: u64,
    limit: Duration,
}

impl Bounds {
    /// Waits for `work`, and when it takes longer than allowed has the server end it from a second
    /// connection, so that nothing goes on behind our back.
    async fn keep<T>(
        self,
        statement: &Statement,
        mut work: BoxFuture<'_, Result<T, sqlx::Error>>,
    ) -> Result<T, EngineError> {
        let doing = doing(statement);
        if let Ok(done) = tokio::time::timeout(self.limit, &mut work).await {
            return done.map_err(|failed| from_sqlx(failed, &doing));
        }
        let ending = |failed| from_sqlx(failed, "ending a statement that takes too long");
        let mut other = self.options.connect().await.map_err(ending)?;
        let kill = format!("KILL QUERY {}", self.id);
        other.execute(AssertSqlSafe(kill)).await.map_err(ending)?;
        match work.await {
            // It ended by itself just before it was to be ended.
            Ok(done) => Ok(done),
            Err(_) => Err(EngineError::new(
                ErrorKind::Transient,
                doing,
                format!(
                    "it took longer than {} s and was ended",
                    self.limit.as_secs()
                ),
            )),
        }
    }
}

fn prepared(statement: &Statement) -> Query<'static, MySql, MySqlArguments> {
    let query = sqlx::query(AssertSqlSafe(statement.sql().to_owned())).persistent(false);
    statement
        .binds()
        .iter()
        .fold(query, |query, value| query.bind(value.clone()))
}

async fn collect(
    connection: &mut MySqlConnection,
    statement: &Statement,
) -> Result<Vec<MySqlRow>, sqlx::Error> {
    if statement.binds().is_empty() {
        // Without values the text protocol is used, in which every value is text.
        sqlx::raw_sql(AssertSqlSafe(statement.sql().to_owned()))
            .fetch_all(connection)
            .await
    } else {
        prepared(statement).fetch_all(connection).await
    }
}

fn text(row: &MySqlRow, at: usize) -> Result<Option<String>, sqlx::Error> {
    let bytes: Option<Vec<u8>> = row.try_get_unchecked(at)?;
    bytes
        .map(|bytes| String::from_utf8(bytes).map_err(|bad| sqlx::Error::Decode(Box::new(bad))))
        .transpose()
}

fn rows(found: &[MySqlRow]) -> Result<Rows, sqlx::Error> {
    let columns = found.first().map_or_else(Vec::new, |row| {
        row.columns()
            .iter()
            .map(|column| column.name().to_owned())
            .collect()
    });
    let values = found
        .iter()
        .map(|row| (0..row.len()).map(|at| text(row, at)).collect())
        .collect::<Result<_, _>>()?;
    Ok(Rows { columns, values })
}

#[async_trait]
impl Link for MySqlLink {
    async fn fetch(&mut self, statement: &Statement) -> Result<Rows, EngineError> {
        let work = Box::pin(collect(&mut self.connection, statement));
        let found = self.bounds.clone().keep(statement, work).await?;
        rows(&found).map_err(|failed| from_sqlx(failed, &doing(statement)))
    }

    async fn run(&mut self, statement: &Statement) -> Result<u64, EngineError> {
        let connection = &mut self.connection;
        let work: BoxFuture<'_, _> = if statement.binds().is_empty() {
            Box::pin(sqlx::raw_sql(AssertSqlSafe(statement.sql().to_owned())).execute(connection))
        } else {
            Box::pin(prepared(statement).execute(connection))
        };
        let done = self.bounds.clone().keep(statement, work).await?;
        Ok(done.rows_affected())
    }

    async fn each(
        &mut self,
        statement: &Statement,
        sink: &mut (dyn for<'a> FnMut(&'a str) -> std::io::Result<()> + Send),
    ) -> Result<u64, EngineError> {
        let connection = &mut self.connection;
        let work = Box::pin(async move {
            let mut count = 0;
            let query = sqlx::raw_sql(AssertSqlSafe(statement.sql().to_owned()));
            let mut stream = query.fetch(connection);
            while let Some(row) = stream.try_next().await? {
                let value = text(&row, 0)?.unwrap_or_default();
                sink(&value).map_err(sqlx::Error::Io)?;
                count += 1;
            }
            Ok(count)
        });
        self.bounds.clone().keep(statement, work).await
    }

    async fn close(self: Box<Self>) {
        if let Err(failed) = self.connection.close().await {
            tracing::debug!(error = %failed, "a connection did not end politely");
        }
    }
}

/// An error of the client library as one of ours.
fn from_sqlx(error: sqlx::Error, doing: &str) -> EngineError {
    let (kind, message) = match error {
        sqlx::Error::Database(server) => {
            return match server.try_downcast_ref::<MySqlDatabaseError>() {
                Some(mysql) => EngineError {
                    kind: kind(mysql.number(), mysql.code().unwrap_or("")),
                    code: Some(mysql.number().to_string()),
                    doing: doing.to_owned(),
                    message: mysql.message().to_owned(),
                },
                None => EngineError::new(ErrorKind::Other, doing, server.message()),
            };
        }
        sqlx::Error::Io(io) => (ErrorKind::Unreachable, io.to_string()),
        sqlx::Error::Tls(tls) => (ErrorKind::Tls, tls.to_string()),
        sqlx::Error::Configuration(wrong) => (ErrorKind::Tls, wrong.to_string()),
        other => (ErrorKind::Other, other.to_string()),
    };
    EngineError::new(kind, doing, message)
}
