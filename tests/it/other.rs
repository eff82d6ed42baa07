//! A second connection, which gets in the way.

use driftless::engine::Engine;
use sqlx::{AssertSqlSafe, Connection, Executor};

/// Another program that is connected to the same database.
pub(crate) enum Other {
    Sqlite(sqlx::SqliteConnection),
    Postgres(sqlx::PgConnection),
    Mysql(sqlx::MySqlConnection),
}

impl Other {
    pub(crate) async fn connect(engine: Engine, url: &str) -> Self {
        match engine {
            Engine::Sqlite => Self::Sqlite(sqlx::SqliteConnection::connect(url).await.unwrap()),
            Engine::Postgres => Self::Postgres(sqlx::PgConnection::connect(url).await.unwrap()),
            Engine::Mysql | Engine::Mariadb => {
                let url = url.replacen("mariadb://", "mysql://", 1);
                Self::Mysql(sqlx::MySqlConnection::connect(&url).await.unwrap())
            }
        }
    }

    pub(crate) async fn run(&mut self, sql: &str) -> Result<(), sqlx::Error> {
        let sql = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()));
        match self {
            Self::Sqlite(connection) => connection.execute(sql).await.map(|_| ()),
            Self::Postgres(connection) => connection.execute(sql).await.map(|_| ()),
            Self::Mysql(connection) => connection.execute(sql).await.map(|_| ()),
        }
    }

    /// Keeps everybody else from changing a table until [`Other::let_go`], on SQLite from writing
    /// to the file.
    pub(crate) async fn hold(&mut self, table: &str) {
        let (begin, look) = match self {
            Self::Sqlite(_) => ("BEGIN IMMEDIATE", String::new()),
            Self::Postgres(_) | Self::Mysql(_) => ("BEGIN", format!("SELECT * FROM {table}")),
        };
        self.run(begin).await.unwrap();
        if !look.is_empty() {
            self.run(&look).await.unwrap();
        }
    }

    pub(crate) async fn let_go(&mut self) {
        self.run("ROLLBACK").await.unwrap();
    }

    pub(crate) async fn close(self) {
        let closed = match self {
            Self::Sqlite(connection) => connection.close().await,
            Self::Postgres(connection) => connection.close().await,
            Self::Mysql(connection) => connection.close().await,
        };
        closed.unwrap();
    }
}
