//! A plain connection to a database, as any client has one: nothing of the program's own session is
//! in it, so what it sees and does is the server's word alone.

use driftless::engine::Engine;
use sqlx::{
    AssertSqlSafe, Connection, Executor, MySqlConnection, PgConnection, Row, SqliteConnection,
};

/// The rows of an answer; every value as text.
pub(super) type Answer = Vec<Vec<Option<String>>>;

/// A connection.
pub(super) enum Hand {
    Postgres(PgConnection),
    Mysql(MySqlConnection),
    Sqlite(SqliteConnection),
}

impl Hand {
    /// Connects.
    pub(super) async fn at(engine: Engine, url: &str) -> Result<Self, String> {
        Self::open(engine, url)
            .await
            .map_err(|error| error.to_string())
    }

    async fn open(engine: Engine, url: &str) -> Result<Self, sqlx::Error> {
        Ok(match engine {
            Engine::Postgres => Self::Postgres(PgConnection::connect(url).await?),
            Engine::Mysql | Engine::Mariadb => {
                let options: sqlx::mysql::MySqlConnectOptions =
                    url.replacen("mariadb://", "mysql://", 1).parse()?;
                // The driver's own wishes for the SQL mode are not the server's defaults.
                let options = options.pipes_as_concat(false).no_engine_substitution(false);
                Self::Mysql(MySqlConnection::connect_with(&options).await?)
            }
            Engine::Sqlite => {
                let options: sqlx::sqlite::SqliteConnectOptions = url.parse()?;
                let options = options.create_if_missing(true).foreign_keys(false);
                Self::Sqlite(SqliteConnection::connect_with(&options).await?)
            }
        })
    }

    /// Runs a script.
    pub(super) async fn run(&mut self, script: &str) -> Result<(), String> {
        if script.trim().is_empty() {
            return Ok(());
        }
        let script = sqlx::raw_sql(AssertSqlSafe(script.to_owned()));
        let done = match self {
            Self::Postgres(connection) => connection.execute(script).await.map(|_| ()),
            Self::Mysql(connection) => connection.execute(script).await.map(|_| ()),
            Self::Sqlite(connection) => connection.execute(script).await.map(|_| ()),
        };
        done.map_err(|error| error.to_string())
    }

    /// Asks; the columns are texts, or cast to them.
    pub(super) async fn ask(&mut self, sql: &str) -> Result<Answer, String> {
        macro_rules! texts {
            ($connection:expr) => {{
                let script = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
                let rows = script
                    .fetch_all($connection)
                    .await
                    .map_err(|error| format!("{error}: {sql}"))?;
                let mut answer = Answer::with_capacity(rows.len());
                for row in &rows {
                    let values = (0..row.len()).map(|at| row.try_get_unchecked(at));
                    let values: Result<Vec<_>, sqlx::Error> = values.collect();
                    answer.push(values.map_err(|error| format!("{error}: {sql}"))?);
                }
                Ok(answer)
            }};
        }
        match self {
            Self::Postgres(connection) => texts!(connection),
            Self::Mysql(connection) => texts!(connection),
            Self::Sqlite(connection) => texts!(connection),
        }
    }

    /// The first column of an answer, without what is NULL.
    pub(super) async fn list(&mut self, sql: &str) -> Result<Vec<String>, String> {
        let rows = self.ask(sql).await?;
        Ok(rows
            .into_iter()
            .filter_map(|row| row.into_iter().next().flatten())
            .collect())
    }

    /// Says goodbye.
    pub(super) async fn close(self) {
        // The server notices either way.
        let _ = match self {
            Self::Postgres(connection) => connection.close().await,
            Self::Mysql(connection) => connection.close().await,
            Self::Sqlite(connection) => connection.close().await,
        };
    }
}
