//! `driftless apply`.

use super::args::{DatabaseArgs, DeclarationArgs, OutputForm};
use super::exit::{CliError, Outcome};
use super::input;
use super::run::RunArgs;
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ApplyArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(flatten)]
    declaration: DeclarationArgs,
    #[command(flatten)]
    run: RunArgs,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value_t)]
    output: OutputForm,
}

pub(super) async fn run(args: ApplyArgs) -> Result<Outcome, CliError> {
    let target = args.database.target()?;
    let directory = args.run.backup_directory(&target);
    let intent = input::intent(&args.database, &args.declaration, &directory, args.output)?;
    args.run.run(intent, args.output).await
}
