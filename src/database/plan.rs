//! Planning.

use super::{Database, DatabaseError};
use crate::api::request::{GivenPlan, PlanRequest};
use crate::intake;
use crate::pipeline::{Intent, Moment, preview, validate};
use crate::report::{PlanDocument, ValidationDocument};

impl Database {
    /// Plans what was asked for and proves it in scratch. Changes nothing. The answer carries the
    /// request, and can be given to [`Database::execute`] as it stands.
    ///
    /// ```
    /// # use driftless::{Database, PlanRequest};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// # let url = format!("sqlite:{}/shop.db", folder.path().display());
    /// # let database = Database::at(&url, folder.path().join("backups"))?;
    /// let request: PlanRequest = serde_json::from_value(serde_json::json!({
    ///     "desiredSchema": {"tables": [{"name": "users", "columns": [
    ///         {"name": "id", "dataType": "int", "isNullable": "NO", "extra": "auto_increment"},
    ///     ]}]},
    /// }))?;
    /// let plan = database.plan(&request).await?;
    /// println!("{:?} in {} s", plan.summary, plan.estimated_seconds);
    /// for step in &plan.steps {
    ///     println!("{}; undone by {}", step.sql.join("; "), step.reversal.statements.join("; "));
    /// }
    /// assert!(plan.risks.iter().all(|risk| risk.severity < driftless::report::Level::Critical));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`DatabaseError::Refused`] names what cannot be done and what to do instead.
    pub async fn plan(&self, request: &PlanRequest) -> Result<PlanDocument, DatabaseError> {
        let intent = self.intent(request)?;
        let moment = Moment::now();
        let preview = self
            .look(async |session| Ok(preview(session, &intent, &moment).await?))
            .await?;
        Ok(PlanDocument::from(&preview.plan).asked(request))
    }

    /// Plans what was asked for, and looks for everything that would stop it: rows in the way,
    /// missing privileges, room, other sessions. Changes nothing. What is refused is part of the
    /// answer.
    ///
    /// ```
    /// # use driftless::{Database, ExecuteOptions, PlanRequest, Run};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// # let url = format!("sqlite:{}/shop.db", folder.path().display());
    /// # let database = Database::at(&url, folder.path().join("backups"))?;
    /// # let sql = |text: &str| serde_json::from_value::<PlanRequest>(
    /// #     serde_json::json!({"desiredSchema": {"sql": text}, "insideTables": "Drop"}),
    /// # );
    /// # let before = database.plan(&sql("CREATE TABLE users (id integer PRIMARY KEY, email text);")?).await?;
    /// # database.execute(&before.given(), &ExecuteOptions::default(), Run::now("me")).await?;
    /// let request = sql("CREATE TABLE users (id integer PRIMARY KEY, email text REFERENCES mail (id));")?;
    /// // There is no plan for what refers to nowhere; validation says where to look.
    /// assert!(database.plan(&request).await.is_err());
    /// let given = driftless::GivenPlan { id: before.id, request };
    /// let validation = database.validate(&given).await?;
    /// assert!(!validation.valid);
    /// assert_eq!(validation.findings[0].id, "reference.table");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`DatabaseError::Request`] for a request that asks for nothing, and those of the connection.
    pub async fn validate(&self, given: &GivenPlan) -> Result<ValidationDocument, DatabaseError> {
        let intent = self.intent(&given.request)?;
        let moment = Moment::now();
        let validation = self
            .look(async |session| Ok(validate(session, &intent, &moment).await?))
            .await?;
        Ok(ValidationDocument::from(&validation).given(given))
    }

    /// What a request means here.
    pub(super) fn intent(&self, request: &PlanRequest) -> Result<Intent, DatabaseError> {
        if request.desired_schema.is_some() && request.rollback_of.is_some() {
            let text = "desiredSchema and rollbackOf exclude each other; ask for one of them";
            return Err(DatabaseError::Request(text.to_owned()));
        }
        let declares = !self.rules.tables.is_empty() || !self.rules.sources.is_empty();
        if request.desired_schema.is_none() && request.rollback_of.is_none() && !declares {
            let text = "nothing was asked for; say desiredSchema or rollbackOf";
            return Err(DatabaseError::Request(text.to_owned()));
        }
        Ok(intake::from_request(request, &self.rules).map_err(intake::refusal)?)
    }
}
