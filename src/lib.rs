//! Driftless keeps database schemas as declared: it looks at the live database, plans the
//! difference, proves the plan in scratch, judges it, and runs it when it may.
//!
//! The program serves Kubernetes, a REST API and a command line. The same can be done from a
//! program of one's own, with [`Database`]:
//!
//! ```
//! use driftless::{Database, ExecuteOptions, PlanRequest, Run};
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let url = format!("sqlite:{}/shop.db", folder.path().display());
//! # let backups = folder.path().join("backups");
//! let database = Database::at(&url, backups)?;
//!
//! let request: PlanRequest = serde_json::from_str(
//!     r#"{"desiredSchema": {"sql": "CREATE TABLE users (id integer PRIMARY KEY, email text NOT NULL);"}}"#,
//! )?;
//! let plan = database.plan(&request).await?;
//! assert_eq!(plan.summary.tables.add, 1);
//! assert!(plan.steps[0].sql[0].starts_with("CREATE TABLE"));
//!
//! let outcome = database
//!     .execute(&plan.given(), &ExecuteOptions::default(), Run::now("me"))
//!     .await?;
//! assert_eq!(outcome.status, "Succeeded");
//!
//! // Planning again finds nothing to do.
//! assert!(!database.plan(&request).await?.changes);
//! # Ok(())
//! # }
//! ```
//!
//! The order of the modules below is the import rule: a module imports only from modules above it.
//! `tests/it/architecture.rs` fails naming file and line where that is broken.

pub mod telemetry;
pub mod schema;
pub mod api;
pub mod engine;
pub mod plan;
pub mod backup;
pub mod history;
pub mod execute;
pub mod pipeline;
pub mod intake;
pub mod report;
pub mod database;
pub mod http;
pub mod controller;
pub mod cli;

pub use api::request::{ExecuteOptions, GivenPlan, PlanRequest};
pub use database::{Database, DatabaseError, Run};
