//! What was done.

use super::{Database, DatabaseError};
use crate::pipeline;
use crate::report::{HistoryDocument, HistoryEntryDocument};

impl Database {
    /// Executions, newest first, at most `limit`; with `before`, those older than the execution of
    /// that id.
    ///
    /// ```
    /// # use driftless::{Database, ExecuteOptions, PlanRequest, Run};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// # let url = format!("sqlite:{}/shop.db", folder.path().display());
    /// # let database = Database::at(&url, folder.path().join("backups"))?;
    /// # let sql = "CREATE TABLE users (id integer PRIMARY KEY);";
    /// # let request: PlanRequest = serde_json::from_value(serde_json::json!({"desiredSchema": {"sql": sql}}))?;
    /// # let plan = database.plan(&request).await?;
    /// # database.execute(&plan.given(), &ExecuteOptions::default(), Run::now("me")).await?;
    /// let last = &database.history(10, None).await?.executions[0];
    /// assert_eq!(last.state, "Succeeded");
    ///
    /// // Taken back, planned anew against what is there now.
    /// let back = PlanRequest { rollback_of: Some(last.execution_id.clone()), ..PlanRequest::default() };
    /// let plan = database.plan(&back).await?;
    /// assert_eq!(plan.steps[0].sql, [r#"DROP TABLE "users""#]);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`DatabaseError::Refused`] when there is no execution `before`.
    pub async fn history(
        &self,
        limit: u32,
        before: Option<&str>,
    ) -> Result<HistoryDocument, DatabaseError> {
        let records = self
            .look(async |session| Ok(pipeline::executions(session, limit, before).await?))
            .await?;
        Ok(HistoryDocument::of(&records, limit))
    }

    /// One execution.
    ///
    /// # Errors
    /// [`DatabaseError::Refused`] with ids like it when there is none of that id.
    pub async fn execution(&self, id: &str) -> Result<HistoryEntryDocument, DatabaseError> {
        let record = self
            .look(async |session| Ok(pipeline::execution(session, id).await?))
            .await?;
        Ok(HistoryEntryDocument::from(&record))
    }
}
