//! `driftless plan`.

use super::args::{DatabaseArgs, DeclarationArgs, OutputForm};
use super::exit::{CliError, Outcome};
use super::{input, output};
use crate::engine::{self, Absent};
use crate::pipeline::{Moment, PipelineError, preview};
use crate::report::{PlanDocument, plan_text};
use clap::Args;

#[derive(Debug, Args)]
pub(super) struct PlanArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    #[command(flatten)]
    declaration: DeclarationArgs,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value_t)]
    output: OutputForm,
    /// Exit with 2 when changes are pending.
    #[arg(long)]
    detailed_exitcode: bool,
}

pub(super) async fn run(args: PlanArgs) -> Result<Outcome, CliError> {
    let json = args.output == OutputForm::Json;
    let failed = |error: PipelineError| CliError::Pipeline { error, json };
    let target = args.database.target()?;
    let directory = input::backup_directory(None, &target);
    let intent = input::intent(&args.database, &args.declaration, &directory, args.output)?;
    let absent = Absent::before(&intent.target);
    let mut session = engine::connect(&intent.target, &intent.timeouts)
        .await
        .map_err(|e| failed(e.into()))?;
    let preview = preview(&mut session, &intent, &Moment::now()).await;
    session.close().await;
    absent.restore();
    let plan = preview.map_err(failed)?.plan;
    if json {
        output::json(&PlanDocument::from(&plan));
    } else {
        output::text(&plan_text(&plan));
    }
    Ok(if args.detailed_exitcode && !plan.is_empty() {
        Outcome::Pending
    } else {
        Outcome::Done
    })
}
