//! `driftless inspect`.

use super::args::DatabaseArgs;
use super::exit::{CliError, Outcome};
use super::output;
use crate::engine::{self, Catalog, Scope, Target, Timeouts};
use crate::pipeline::PipelineError;
use crate::report::{inspection_manifest, inspection_sql};
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct InspectArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A DatabaseSchema manifest.
    #[default]
    Manifest,
    /// SQL that the engine's own client loads into an empty database.
    Sql,
    /// The model, as JSON.
    Json,
}

pub(super) async fn run(args: InspectArgs) -> Result<Outcome, CliError> {
    let failed = |error: engine::EngineError| CliError::Pipeline {
        error: PipelineError::Engine(error),
        json: args.format == Format::Json,
    };
    let target = args.database.target()?;
    if let Target::File(Some(path)) = &target
        && !path.exists()
    {
        return Err(CliError::Usage(format!(
            "there is no database file {}",
            path.display()
        )));
    }
    let mut session = engine::connect(&target, &Timeouts::default())
        .await
        .map_err(failed)?;
    let scope = Scope {
        namespaces: args.database.schemas.clone(),
        exclude: Vec::new(),
    };
    let schema = session.read(&scope).await;
    let (dialect, server) = (session.dialect(), session.server().clone());
    session.close().await;
    let schema = schema.map_err(failed)?;
    let unwritten = |error: crate::report::InspectError| CliError::Usage(error.to_string());
    match args.format {
        Format::Json => output::json(&schema),
        Format::Sql => output::text(&inspection_sql(dialect, &server, &schema).map_err(unwritten)?),
        Format::Manifest => {
            let sql = inspection_sql(dialect, &server, &schema).map_err(unwritten)?;
            output::text(&inspection_manifest(&target, &sql).map_err(unwritten)?);
        }
    }
    Ok(Outcome::Done)
}
