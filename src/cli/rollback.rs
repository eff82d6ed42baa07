//! `driftless rollback`.

use super::args::{DatabaseArgs, OutputForm};
use super::exit::{CliError, Outcome};
use super::input;
use super::run::RunArgs;
use crate::intake::{self, Surroundings};
use crate::pipeline::Aim;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct RollbackArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The execution to take back, as `driftless history` names it.
    #[arg(value_name = "EXECUTION_ID")]
    execution: String,
    #[command(flatten)]
    run: RunArgs,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value_t)]
    output: OutputForm,
}

pub(super) async fn run(args: RollbackArgs) -> Result<Outcome, CliError> {
    let target = args.database.target()?;
    let directory = args.run.backup_directory(&target);
    let mut intent = intake::from_sql(Surroundings {
        target,
        sources: Vec::new(),
        owner: input::OWNER.to_owned(),
        backup_directory: directory,
    });
    intent.aim = Aim::Undo(args.execution);
    args.database.widen(&mut intent.scope);
    args.run.run(intent, args.output).await
}
