//! `driftless history`.

use super::args::{AddressArgs, OutputForm};
use super::exit::{CliError, Outcome};
use super::output;
use crate::engine::{self, Absent, Timeouts};
use crate::pipeline::{PipelineError, execution, executions};
use crate::report::{HistoryDocument, HistoryEntryDocument, history_entry_text, history_text};
use clap::Args;

/// How many executions are shown unless another number is given, and at most.
const SHOWN: u32 = 20;
const MOST_SHOWN: i64 = 1000;

#[derive(Debug, Args)]
pub(super) struct HistoryArgs {
    #[command(flatten)]
    address: AddressArgs,
    /// One execution, with what came of each step.
    #[arg(value_name = "EXECUTION_ID")]
    id: Option<String>,
    /// At most so many, newest first.
    #[arg(long, value_name = "N", default_value_t = SHOWN, conflicts_with = "id",
          value_parser = clap::value_parser!(u32).range(1..=MOST_SHOWN))]
    limit: u32,
    /// Only those older than this one.
    #[arg(long, value_name = "EXECUTION_ID", conflicts_with = "id")]
    before: Option<String>,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value_t)]
    output: OutputForm,
}

pub(super) async fn run(args: HistoryArgs) -> Result<Outcome, CliError> {
    let json = args.output == OutputForm::Json;
    let failed = |error: PipelineError| CliError::Pipeline { error, json };
    let target = args.address.target()?;
    let absent = Absent::before(&target);
    let mut session = engine::connect(&target, &Timeouts::default())
        .await
        .map_err(|e| failed(e.into()))?;
    let found = match &args.id {
        Some(id) => execution(&mut session, id).await.map(|record| vec![record]),
        None => executions(&mut session, args.limit, args.before.as_deref()).await,
    };
    session.close().await;
    absent.restore();
    let records = found.map_err(failed)?;
    if args.id.is_some() {
        for entry in records.iter().map(HistoryEntryDocument::from) {
            if json {
                output::json(&entry);
            } else {
                output::text(&history_entry_text(&entry));
            }
        }
    } else {
        let page = HistoryDocument::of(&records, args.limit);
        if json {
            output::json(&page);
        } else {
            output::text(&history_text(&page));
        }
    }
    Ok(Outcome::Done)
}
