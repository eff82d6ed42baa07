//! Execution.

use super::{Database, DatabaseError};
use crate::api::request::{ExecuteOptions, GivenPlan};
use crate::execute::{OnFailure, Progress, Rehearsal};
use crate::pipeline::{Applied, BackupWhen, Intent, Moment, apply, validate};
use crate::plan::{Approval, PlanId, Verdict};
use crate::report::OutcomeDocument;

/// One run of a plan, as seen by who asks for it.
#[derive(Clone, Debug)]
pub struct Run {
    /// Time and chance; [`Moment::execution_id`] is known before anything begins.
    pub moment: Moment,
    /// Who asks, for history.
    pub by: String,
    /// Who is told how it goes.
    pub progress: Progress,
}

impl Run {
    /// A run that begins now and that nobody listens to.
    pub fn now(by: impl Into<String>) -> Self {
        Self {
            moment: Moment::now(),
            by: by.into(),
            progress: Progress::default(),
        }
    }
}

impl Database {
    /// Executes a plan, if planning still gives the same one and the gate lets it through. A failed
    /// execution is an answer too: its `errors` say why, its `status` what is left.
    ///
    /// ```
    /// # use driftless::{Database, DatabaseError, ExecuteOptions, PlanRequest, Run};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let folder = tempfile::tempdir()?;
    /// # let url = format!("sqlite:{}/shop.db", folder.path().display());
    /// # let database = Database::at(&url, folder.path().join("backups"))?;
    /// # let sql = "CREATE TABLE users (id integer PRIMARY KEY, email text);";
    /// # let request: PlanRequest = serde_json::from_value(serde_json::json!({"desiredSchema": {"sql": sql}}))?;
    /// let plan = database.plan(&request).await?;
    ///
    /// let rehearsal = ExecuteOptions { dry_run: true, ..ExecuteOptions::default() };
    /// let outcome = database.execute(&plan.given(), &rehearsal, Run::now("me")).await?;
    /// assert_eq!(outcome.status, "DryRun");
    ///
    /// let options = ExecuteOptions { max_retries: 5, ..ExecuteOptions::default() };
    /// let outcome = database.execute(&plan.given(), &options, Run::now("me")).await?;
    /// assert_eq!((outcome.status, outcome.results.len()), ("Succeeded", plan.steps.len()));
    ///
    /// // The same plan once more is not what planning gives now.
    /// let again = database.execute(&plan.given(), &options, Run::now("me")).await;
    /// assert!(matches!(again, Err(DatabaseError::Stale { .. })));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`DatabaseError`] says why nothing ran.
    pub async fn execute(
        &self,
        given: &GivenPlan,
        options: &ExecuteOptions,
        run: Run,
    ) -> Result<OutcomeDocument, DatabaseError> {
        let id = PlanId(given.id.clone());
        let approval = approval(&id, options, &run.by)?;
        let mut intent = self.intent(&given.request)?;
        intent.expected = Some(id.clone());
        intent.progress = run.progress;
        intent.max_retries = options.max_retries;
        if options.skip_backup {
            intent.backup.when = BackupWhen::Never;
        }
        intent.on_failure = if options.rollback_on_error {
            OnFailure::RollBack
        } else {
            OnFailure::Stop
        };
        if options.validate_only {
            return self.only_validated(&intent, &id).await;
        }
        let rehearsal = if options.dry_run {
            Rehearsal::Yes
        } else {
            Rehearsal::No
        };
        let mut session = self.connect().await?;
        let applied = apply(&mut session, &intent, &approval, rehearsal, &run.moment).await;
        session.close().await;
        match applied? {
            Applied::NothingToDo(plan) => Ok(OutcomeDocument::nothing_to_do(&plan)),
            Applied::Executed { plan, execution } => {
                Ok(OutcomeDocument::executed(&plan, &execution))
            }
            Applied::Held { plan, verdict } => Err(match verdict {
                Verdict::Mismatch { given } => DatabaseError::Stale {
                    given,
                    live: plan.id,
                },
                Verdict::Forbidden(_) => DatabaseError::Forbidden(Box::new((&*plan).into())),
                Verdict::Pending | Verdict::Approved(_) => {
                    DatabaseError::ApprovalNeeded(Box::new((&*plan).into()))
                }
            }),
        }
    }

    async fn only_validated(
        &self,
        intent: &Intent,
        id: &PlanId,
    ) -> Result<OutcomeDocument, DatabaseError> {
        let moment = Moment::now();
        let validation = self
            .look(async |session| Ok(validate(session, intent, &moment).await?))
            .await?;
        match &validation.plan {
            Ok(plan) if plan.id == *id => Ok(OutcomeDocument::validated(plan, &validation)),
            Ok(plan) => Err(DatabaseError::Stale {
                given: id.clone(),
                live: plan.id.clone(),
            }),
            Err(refusal) => Err(refusal.clone().into()),
        }
    }
}

fn approval(id: &PlanId, options: &ExecuteOptions, by: &str) -> Result<Approval, DatabaseError> {
    match &options.approve {
        None => Ok(Approval::None),
        Some(approved) if *approved == id.0 => Ok(Approval::Plan {
            id: id.clone(),
            by: by.to_owned(),
        }),
        Some(approved) => Err(DatabaseError::ApprovalMismatch {
            approved: PlanId(approved.clone()),
            given: id.clone(),
        }),
    }
}
