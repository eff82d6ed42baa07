//! A connection to a SQLite file or to a private database in memory, over sqlx.

use super::error;
use crate::engine::{EngineError, ErrorKind, Link, Rows, Statement, Timeouts};
use async_trait::async_trait;
use futures::TryStreamExt;
use sqlx::sqlite::{SqliteConnectOptions, SqliteRow};
use sqlx::{AssertSqlSafe, Column, ConnectOptions, Connection, Row, Sqlite, SqliteConnection};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Virtual machine instructions between two looks at the clock.
const PROGRESS: i32 = 10_000;

/// What is done first.
const OPENING: &str = "opening the database";

/// When the statement that runs now must be done.
type Deadline = Arc<Mutex<Option<Instant>>>;

/// Opens a file, making it if it is not there, or a private database in memory.
///
/// Foreign keys are not enforced on it: a rebuild would otherwise run the children's `ON DELETE`
/// actions (`lang_altertable.html`, section 7).
pub(in crate::engine) async fn connect(
    path: Option<&Path>,
    timeouts: &Timeouts,
) -> Result<Box<dyn Link>, EngineError> {
    let options = SqliteConnectOptions::new()
        .foreign_keys(false)
        .busy_timeout(timeouts.lock)
        .statement_cache_capacity(0)
        .disable_statement_logging();
    let options = match path {
        Some(path) => options.filename(path).create_if_missing(true),
        None => options.in_memory(true),
    };
    let opened = tokio::time::timeout(timeouts.connect, options.connect()).await;
    let Ok(opened) = opened else {
        let message = "it took longer than the connection timeout";
        return Err(EngineError::new(ErrorKind::Unreachable, OPENING, message));
    };
    let mut connection = opened.map_err(|e| convert(&e, OPENING))?;
    let deadline = Deadline::default();
    let watched = Arc::clone(&deadline);
    let mut handle = connection
        .lock_handle()
        .await
        .map_err(|e| convert(&e, OPENING))?;
    handle.set_progress_handler(PROGRESS, move || in_time(&watched));
    drop(handle);
    Ok(Box::new(SqliteLink {
        connection,
        deadline,
        limit: timeouts.statement,
    }))
}

fn in_time(deadline: &Deadline) -> bool {
    let deadline = deadline.lock().unwrap_or_else(PoisonError::into_inner);
    deadline.is_none_or(|deadline| Instant::now() < deadline)
}

struct SqliteLink {
    connection: SqliteConnection,
    deadline: Deadline,
    limit: Duration,
}

impl SqliteLink {
    fn arm(&self) {
        let mut deadline = self.deadline.lock().unwrap_or_else(PoisonError::into_inner);
        *deadline = Instant::now().checked_add(self.limit);
    }
}

#[async_trait]
impl Link for SqliteLink {
    async fn fetch(&mut self, statement: &Statement) -> Result<Rows, EngineError> {
        self.arm();
        let failed = |e: sqlx::Error| convert(&e, "reading");
        let mut found = Rows::default();
        let mut stream = query(statement).fetch(&mut self.connection);
        while let Some(row) = stream.try_next().await.map_err(failed)? {
            if found.columns.is_empty() {
                found.columns = row.columns().iter().map(|c| c.name().to_owned()).collect();
            }
            let values = (0..row.len()).map(|at| value(&row, at));
            found.values.push(values.collect::<Result<_, _>>()?);
        }
        Ok(found)
    }

    async fn run(&mut self, statement: &Statement) -> Result<u64, EngineError> {
        self.arm();
        let failed = |e: sqlx::Error| convert(&e, "running a statement");
        let done = query(statement).execute(&mut self.connection).await;
        Ok(done.map_err(failed)?.rows_affected())
    }

    async fn each(
        &mut self,
        statement: &Statement,
        sink: &mut (dyn for<'a> FnMut(&'a str) -> std::io::Result<()> + Send),
    ) -> Result<u64, EngineError> {
        self.arm();
        let failed = |e: sqlx::Error| convert(&e, "reading");
        let mut count = 0;
        let mut stream = query(statement).fetch(&mut self.connection);
        while let Some(row) = stream.try_next().await.map_err(failed)? {
            let text = value(&row, 0)?.unwrap_or_default();
            sink(&text).map_err(|error| {
                EngineError::new(ErrorKind::Other, "writing what was read", error.to_string())
            })?;
            count += 1;
        }
        Ok(count)
    }

    async fn close(self: Box<Self>) {
        // Nothing is lost when this fails: every transaction is over by now.
        let _ = self.connection.close().await;
    }
}

fn query(statement: &Statement) -> sqlx::query::Query<'_, Sqlite, sqlx::sqlite::SqliteArguments> {
    let text = AssertSqlSafe(statement.sql().to_owned());
    let query = sqlx::query(text).persistent(false);
    statement
        .binds()
        .iter()
        .fold(query, |query, value| query.bind(value.clone()))
}

/// A value as SQLite itself prints it.
fn value(row: &SqliteRow, at: usize) -> Result<Option<String>, EngineError> {
    row.try_get_unchecked::<Option<String>, _>(at)
        .map_err(|e| convert(&e, "reading a value as text"))
}

fn convert(error: &sqlx::Error, doing: &str) -> EngineError {
    match error {
        sqlx::Error::Database(inner) => {
            error::from_code(inner.code().as_deref(), inner.message(), doing)
        }
        sqlx::Error::Io(inner) => {
            EngineError::new(ErrorKind::Unreachable, doing, inner.to_string())
        }
        other => EngineError::new(ErrorKind::Other, doing, other.to_string()),
    }
}
