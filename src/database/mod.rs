//! One database, and everything that can be asked of it and done to it: what the REST API serves
//! and what a program that embeds this crate uses.
//!
//! Invariant: no connection outlives a call, and every plan and every execution goes through
//! `pipeline`. Nothing here knows HTTP or Kubernetes.
//!
//! May import: everything above it.

mod error;
mod execute;
mod health;
mod history;
mod introspect;
mod plan;

pub use error::DatabaseError;
pub use execute::Run;

use crate::engine::{self, Absent, Session};
use crate::intake::{self, Surroundings};
use crate::pipeline::Intent;
use std::path::PathBuf;

/// One database: where it is, and the rules to plan and to apply by.
///
/// ```
/// # use driftless::{Database, DatabaseError, ExecuteOptions, PlanRequest, Run};
/// # use driftless::engine::Counting;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let folder = tempfile::tempdir()?;
/// # let url = format!("sqlite:{}/shop.db", folder.path().display());
/// # let database = Database::at(&url, folder.path().join("backups"))?;
/// # let sql = "CREATE TABLE users (id integer PRIMARY KEY, email text); CREATE INDEX by_email ON users (email);";
/// # let request: PlanRequest = serde_json::from_value(serde_json::json!({"desiredSchema": {"sql": sql}}))?;
/// # let plan = database.plan(&request).await?;
/// # database.execute(&plan.given(), &ExecuteOptions::default(), Run::now("me")).await?;
/// let schema = database.schema().await?;
/// assert_eq!(schema.tables[0].name, "users");
/// assert_eq!(database.table("users").await?.columns.len(), 2);
/// assert!(database.table_exists("users").await?);
/// assert!(database.column_exists("users", "email").await?);
/// assert!(database.index_exists("users", "by_email").await?);
/// assert!(database.size().await?.database_bytes > 0);
/// assert_eq!(database.row_counts(Counting::Exact).await?.total_rows, 0);
/// let made = database.create_statements().await?;
/// assert!(made.statements[0].create_statement.contains("CREATE TABLE"));
///
/// // A name that is not there comes with the nearest ones that are.
/// let error = database.table("user").await.unwrap_err();
/// assert_eq!(error.to_string(), r#"there is no table "user"; the nearest names are users"#);
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Database {
    rules: Intent,
}

impl Database {
    /// The database at an address, by the default rules: critical risks need an approval, backups
    /// go to `backups`.
    ///
    /// # Errors
    /// [`DatabaseError::Location`] when the address is not understood. Nothing is connected to yet.
    pub fn at(url: &str, backups: impl Into<PathBuf>) -> Result<Self, DatabaseError> {
        let around = Surroundings {
            target: intake::target_from_url(url)?,
            sources: Vec::new(),
            owner: OWNER.to_owned(),
            backup_directory: backups.into(),
        };
        Ok(Self::new(intake::from_sql(around)))
    }

    /// The database of an intent, by its rules. What the intent declares is what a request that
    /// names nothing means.
    pub fn new(rules: Intent) -> Self {
        Self { rules }
    }

    /// Which database, without credentials.
    pub fn identity(&self) -> String {
        self.rules.target.identity()
    }

    async fn connect(&self) -> Result<Session, DatabaseError> {
        Ok(engine::connect(&self.rules.target, &self.rules.timeouts).await?)
    }

    /// Connects, asks, and leaves nothing behind.
    async fn look<T>(
        &self,
        ask: impl AsyncFnOnce(&mut Session) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        let absent = Absent::before(&self.rules.target);
        let mut session = self.connect().await?;
        let answer = ask(&mut session).await;
        session.close().await;
        absent.restore();
        answer
    }
}

/// The owner under which programs and the REST API apply; it never keeps another one out.
const OWNER: &str = "rest";
