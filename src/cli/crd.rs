//! `driftless crd`.

use super::exit::{CliError, Outcome};
use super::output;
use crate::api::crds;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct CrdArgs {
    /// Writes one file per definition into this folder instead of printing them.
    #[arg(long, value_name = "DIR")]
    write: Option<PathBuf>,
}

pub(super) fn run(args: &CrdArgs) -> Result<Outcome, CliError> {
    let files = crds::files().map_err(|error| CliError::Usage(error.to_string()))?;
    for file in files {
        match &args.write {
            None => output::text(&file.text),
            Some(directory) => {
                let path = directory.join(&file.name);
                std::fs::write(&path, &file.text).map_err(|error| {
                    CliError::Usage(format!("writing {}: {error}", path.display()))
                })?;
            }
        }
    }
    Ok(Outcome::Done)
}
