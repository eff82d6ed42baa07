//! What `apply` and `rollback` have in common: a plan that may run, runs.

use super::args::{OutputForm, TimeoutArgs};
use super::exit::{CliError, Outcome};
use super::{input, output, validate};
use crate::engine::{self, Target};
use crate::execute::{OnFailure, Rehearsal};
use crate::history::State;
use crate::pipeline::{Applied, BackupWhen, Intent, Moment, PipelineError, apply};
use crate::plan::{Approval, PlanId, Verdict};
use crate::report::{ExecutionDocument, execution_text, plan_text};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// As the REST API and the manifest bound it.
const MOST_RETRIES: i64 = 100;

/// How a plan runs.
#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct RunArgs {
    /// Approves exactly the plan of this id.
    #[arg(long, value_name = "PLAN_ID", conflicts_with = "approve_all")]
    approve: Option<String>,
    /// Approves whatever is planned, except what is forbidden.
    #[arg(long)]
    approve_all: bool,
    /// Everything but the change: in a transaction that is rolled back where the engine has one.
    #[arg(long)]
    dry_run: bool,
    /// Only looks for what would stop the plan, as `driftless validate` does.
    #[arg(long, conflicts_with = "dry_run")]
    validate_only: bool,
    /// Takes no backup.
    #[arg(long)]
    skip_backup: bool,
    /// Where backups go. Default: beside a SQLite file, else `driftless-backups` here.
    #[arg(long, value_name = "DIR")]
    backup_dir: Option<PathBuf>,
    /// How often a transient failure is tried again, at most 100.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(..=MOST_RETRIES))]
    max_retries: Option<u32>,
    /// What happens after a failure, where the engine commits each statement by itself.
    #[arg(long, value_enum)]
    on_failure: Option<FailureArg>,
    #[command(flatten)]
    timeouts: TimeoutArgs,
}

/// [`OnFailure`], spelled on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum FailureArg {
    /// What ran is taken back (the default).
    Rollback,
    /// What ran stays.
    Stop,
}

impl RunArgs {
    /// Where backups go.
    pub(super) fn backup_directory(&self, target: &Target) -> PathBuf {
        input::backup_directory(self.backup_dir.as_ref(), target)
    }

    fn approval(&self) -> Approval {
        match (&self.approve, self.approve_all) {
            (Some(id), _) => Approval::Plan {
                id: PlanId(id.clone()),
                by: input::OWNER.to_owned(),
            },
            (None, true) => Approval::All,
            (None, false) => Approval::None,
        }
    }

    /// Plans, runs what may run, and prints what came of it.
    pub(super) async fn run(
        &self,
        mut intent: Intent,
        form: OutputForm,
    ) -> Result<Outcome, CliError> {
        let json = form == OutputForm::Json;
        let failed = |error: PipelineError| CliError::Pipeline { error, json };
        self.timeouts.set(&mut intent.timeouts);
        if let Some(retries) = self.max_retries {
            intent.max_retries = retries;
        }
        if self.skip_backup {
            intent.backup.when = BackupWhen::Never;
        }
        if let Some(word) = self.on_failure {
            intent.on_failure = match word {
                FailureArg::Rollback => OnFailure::RollBack,
                FailureArg::Stop => OnFailure::Stop,
            };
        }
        if self.validate_only {
            return validate::answer(&intent, form).await;
        }
        let rehearsal = if self.dry_run {
            Rehearsal::Yes
        } else {
            Rehearsal::No
        };
        let approval = self.approval();
        let mut session = engine::connect(&intent.target, &intent.timeouts)
            .await
            .map_err(|e| failed(e.into()))?;
        let applied = apply(&mut session, &intent, &approval, rehearsal, &Moment::now()).await;
        session.close().await;
        let applied = applied.map_err(failed)?;
        if json {
            output::json(&ExecutionDocument::from(&applied));
        } else {
            say(&applied);
        }
        Ok(match &applied {
            Applied::NothingToDo(_) => Outcome::Done,
            Applied::Held { .. } => Outcome::Held,
            Applied::Executed { execution, .. } => match execution.state {
                State::Succeeded | State::DryRun => Outcome::Done,
                State::Running
                | State::RolledBack
                | State::PartiallyApplied
                | State::RollbackBlocked
                | State::Interrupted => Outcome::Failed,
            },
        })
    }
}

fn say(applied: &Applied) {
    match applied {
        Applied::NothingToDo(plan) => output::text(&plan_text(plan)),
        Applied::Executed { plan, execution } => {
            output::text(&plan_text(plan));
            output::text("\n");
            output::text(&execution_text(execution));
        }
        Applied::Held { plan, verdict } => {
            output::text(&plan_text(plan));
            let why = match verdict {
                Verdict::Mismatch { given } => {
                    format!(
                        "not applied: {given} was approved, but this plan is {}",
                        plan.id
                    )
                }
                Verdict::Forbidden(findings) => {
                    let list: Vec<String> = findings
                        .iter()
                        .map(|f| format!("{} ({}): {}", f.object, f.rule.name(), f.remedy))
                        .collect();
                    format!("not applied, and no approval helps: {}", list.join("; "))
                }
                Verdict::Pending | Verdict::Approved(_) => {
                    format!(
                        "not applied: it needs an approval; read it, then add --approve {}",
                        plan.id
                    )
                }
            };
            output::note(&why);
        }
    }
}
