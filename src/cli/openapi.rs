//! `driftless openapi`.

use super::exit::{CliError, Outcome};
use super::output;
use crate::http::openapi;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct OpenApiArgs {
    /// Writes the document into this file instead of printing it.
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
}

pub(super) fn run(args: &OpenApiArgs) -> Result<Outcome, CliError> {
    let document = openapi().map_err(|error| CliError::Usage(error.to_string()))?;
    let Some(path) = &args.write else {
        output::json(&document);
        return Ok(Outcome::Done);
    };
    let text = format!("{document:#}\n");
    std::fs::write(path, text)
        .map_err(|error| CliError::Usage(format!("writing {}: {error}", path.display())))?;
    Ok(Outcome::Done)
}
