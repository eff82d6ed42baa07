//! A database of its own for each case.

use driftless::engine::{Engine, Target};
use driftless::intake::target_from_url;
use sqlx::{AssertSqlSafe, Connection, Executor, Row};
use tempfile::TempDir;

/// Where databases are made.
pub(crate) enum Place {
    Folder(TempDir),
    Server(Server),
}

/// A server that was started for the tests.
pub(crate) struct Server {
    url: url::Url,
    engine: Engine,
}

impl Server {
    pub(crate) fn of(variable: &str, engine: Engine) -> Self {
        let text = std::env::var(variable)
            .unwrap_or_else(|_| panic!("{variable} is not set; run the tests through `make test`"));
        Self::at(&text, engine)
    }

    /// One at an address.
    pub(crate) fn at(url: &str, engine: Engine) -> Self {
        Self {
            url: url::Url::parse(url).unwrap(),
            engine,
        }
    }

    fn with(&self, database: &str) -> String {
        let mut url = self.url.clone();
        url.set_path(&format!("/{database}"));
        url.to_string()
    }

    fn home(&self) -> String {
        match self.engine {
            Engine::Postgres => self.with("postgres"),
            Engine::Mysql | Engine::Mariadb | Engine::Sqlite => self.with("mysql"),
        }
    }
}

/// One database.
pub(crate) struct Database {
    pub(crate) url: String,
    engine: Engine,
    drop: Option<(String, String)>,
}

impl Database {
    /// Makes an empty one.
    pub(crate) async fn make(place: &Place, engine: Engine, number: usize) -> Self {
        let name = format!("case_{number}");
        match place {
            Place::Folder(folder) => {
                let path = folder.path().join(format!("{name}.db"));
                Self {
                    url: format!("sqlite:{}", path.display()),
                    engine,
                    drop: None,
                }
            }
            Place::Server(server) => {
                let home = server.home();
                let quoted = if engine == Engine::Postgres {
                    format!("\"{name}\"")
                } else {
                    format!("`{name}`")
                };
                execute(engine, &home, &format!("DROP DATABASE IF EXISTS {quoted}"))
                    .await
                    .unwrap();
                execute(engine, &home, &format!("CREATE DATABASE {quoted}"))
                    .await
                    .unwrap();
                let drop = Some((home, format!("DROP DATABASE {quoted}")));
                let mut url = server.with(&name);
                if engine == Engine::Mariadb {
                    url = url.replacen("mysql://", "mariadb://", 1);
                }
                Self { url, engine, drop }
            }
        }
    }

    pub(crate) fn target(&self) -> Target {
        target_from_url(&self.url).unwrap()
    }

    /// Runs a script as the engine's own client would.
    pub(crate) async fn run(&self, script: &str) -> Result<(), String> {
        if script.trim().is_empty() {
            return Ok(());
        }
        execute(self.engine, &self.url, script)
            .await
            .map_err(|error| error.to_string())
    }

    /// The rows of a query whose columns are all texts.
    pub(crate) async fn rows(&self, query: &str) -> Vec<Vec<Option<String>>> {
        let query = AssertSqlSafe(query.to_owned());
        macro_rules! texts {
            ($connection:expr) => {{
                let mut connection = $connection;
                let rows = sqlx::query(query).fetch_all(&mut connection).await.unwrap();
                connection.close().await.unwrap();
                rows.iter()
                    .map(|row| (0..row.len()).map(|at| row.get(at)).collect())
                    .collect()
            }};
        }
        match self.engine {
            Engine::Sqlite => {
                texts!(sqlx::SqliteConnection::connect(&self.url).await.unwrap())
            }
            Engine::Postgres => texts!(sqlx::PgConnection::connect(&self.url).await.unwrap()),
            Engine::Mysql | Engine::Mariadb => {
                let url = self.url.replacen("mariadb://", "mysql://", 1);
                texts!(sqlx::MySqlConnection::connect(&url).await.unwrap())
            }
        }
    }

    pub(crate) async fn drop(self) {
        if let Some((home, statement)) = &self.drop {
            execute(self.engine, home, statement).await.unwrap();
        }
    }
}

pub(crate) async fn execute(engine: Engine, url: &str, script: &str) -> Result<(), sqlx::Error> {
    let script = AssertSqlSafe(script.to_owned());
    match engine {
        Engine::Sqlite => {
            let options: sqlx::sqlite::SqliteConnectOptions = url.parse()?;
            let options = options.create_if_missing(true).foreign_keys(false);
            let mut connection = sqlx::SqliteConnection::connect_with(&options).await?;
            connection.execute(sqlx::raw_sql(script)).await?;
            connection.close().await
        }
        Engine::Postgres => {
            let mut connection = sqlx::PgConnection::connect(url).await?;
            connection.execute(sqlx::raw_sql(script)).await?;
            connection.close().await
        }
        Engine::Mysql | Engine::Mariadb => {
            let options: sqlx::mysql::MySqlConnectOptions =
                url.replacen("mariadb://", "mysql://", 1).parse()?;
            let options = options.pipes_as_concat(false).no_engine_substitution(false);
            let mut connection = sqlx::MySqlConnection::connect_with(&options).await?;
            connection.execute(sqlx::raw_sql(script)).await?;
            connection.close().await
        }
    }
}
