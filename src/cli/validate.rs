//! `driftless validate`.

use super::args::{DatabaseArgs, DeclarationArgs, OutputForm, TimeoutArgs};
use super::exit::{CliError, Outcome};
use super::{input, output};
use crate::engine::{self, Absent};
use crate::pipeline::{Intent, Moment, PipelineError, Validation, validate};
use crate::report::{ValidationDocument, validation_text};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct ValidateArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(flatten)]
    declaration: DeclarationArgs,
    #[command(flatten)]
    timeouts: TimeoutArgs,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value_t)]
    output: OutputForm,
}

pub(super) async fn run(args: ValidateArgs) -> Result<Outcome, CliError> {
    let target = args.database.target()?;
    let directory = input::backup_directory(None, &target);
    let mut intent = input::intent(&args.database, &args.declaration, &directory, args.output)?;
    args.timeouts.set(&mut intent.timeouts);
    answer(&intent, args.output).await
}

/// Validates and prints what was found.
pub(super) async fn answer(intent: &Intent, form: OutputForm) -> Result<Outcome, CliError> {
    let validation = look(intent).await.map_err(|error| CliError::Pipeline {
        error,
        json: form == OutputForm::Json,
    })?;
    match form {
        OutputForm::Json => output::json(&ValidationDocument::from(&validation)),
        OutputForm::Text => output::text(&validation_text(&validation)),
    }
    Ok(if validation.ok() {
        Outcome::Done
    } else {
        Outcome::Held
    })
}

async fn look(intent: &Intent) -> Result<Validation, PipelineError> {
    let absent = Absent::before(&intent.target);
    let mut session = engine::connect(&intent.target, &intent.timeouts).await?;
    let validation = validate(&mut session, intent, &Moment::now()).await;
    session.close().await;
    absent.restore();
    validation
}
