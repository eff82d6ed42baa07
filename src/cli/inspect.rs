//! `driftless inspect`.

use super::args::DatabaseArgs;
use super::exit::{CliError, Outcome};
use super::output;
use crate::engine::{self, Catalog, Grants, Scope, Target, Timeouts};
use crate::pipeline::PipelineError;
use crate::report::{
    InspectError, SchemaDocument, TableDocument, inspection_manifest, inspection_sql,
};
use clap::{Args, ValueEnum};

#[derive(Debug, Args)]
pub(super) struct InspectArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Only this table, with or without its PostgreSQL schema.
    #[arg(long, value_name = "NAME")]
    table: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A DatabaseSchema manifest.
    #[default]
    Manifest,
    /// SQL that the engine's own client loads into an empty database.
    Sql,
    /// Everything that is there, as JSON.
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
    let mut scope = Scope::default();
    args.database.widen(&mut scope);
    let schema = session.read(&scope).await;
    let (dialect, server) = (session.dialect(), session.server().clone());
    session.close().await;
    let schema = schema.map_err(failed)?;
    if let Some(name) = &args.table {
        let table = SchemaDocument::table(dialect, &server, &schema, name)
            .map_err(|nearest| unknown(name, &nearest))?;
        return one_table(args.format, &target, &table);
    }
    let unwritten = |error: InspectError| CliError::Usage(error.to_string());
    match args.format {
        Format::Json => output::json(&SchemaDocument::of(dialect, &server, &schema)),
        Format::Sql => output::text(&inspection_sql(dialect, &server, &schema).map_err(unwritten)?),
        Format::Manifest => {
            let sql = inspection_sql(dialect, &server, &schema).map_err(unwritten)?;
            output::text(&inspection_manifest(&target, &sql, scope.grants).map_err(unwritten)?);
        }
    }
    Ok(Outcome::Done)
}

fn one_table(format: Format, target: &Target, table: &TableDocument) -> Result<Outcome, CliError> {
    let sql = table.create_statement.as_deref();
    let sql = sql.ok_or_else(|| {
        let reason = table.not_modelled.as_deref();
        let reason = reason.unwrap_or("another tool keeps it");
        CliError::Usage(format!("table {} is not written: {reason}", table.name))
    });
    match format {
        Format::Json => output::json(table),
        Format::Sql => output::text(&format!("{}\n", sql?)),
        Format::Manifest => {
            let manifest = inspection_manifest(target, sql?, Grants::Ignored);
            output::text(&manifest.map_err(|error| CliError::Usage(error.to_string()))?);
        }
    }
    Ok(Outcome::Done)
}

fn unknown(name: &str, nearest: &[String]) -> CliError {
    let near = if nearest.is_empty() {
        String::new()
    } else {
        format!("; the nearest names are {}", nearest.join(", "))
    };
    CliError::Usage(format!("there is no table {name:?}{near}"))
}
