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
mod introspect;
mod plan;

pub use error::DatabaseError;
pub use execute::Run;

use crate::engine::{self, Absent, Session};
use crate::intake::{self, Surroundings};
use crate::pipeline::Intent;
use std::path::PathBuf;

/// One database: where it is, and the rules to plan and to apply by.
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
