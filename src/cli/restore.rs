//! `driftless restore`.

use super::args::{DatabaseArgs, OutputForm};
use super::exit::{CliError, Outcome};
use super::output;
use crate::backup::{BackupError, Into, Tools, restore};
use crate::engine::Target;
use crate::report::{RestoreDocument, restore_text};
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct RestoreArgs {
    /// The folder of the backup: the one that holds `manifest.json`.
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
    #[command(flatten)]
    database: DatabaseArgs,
    /// The name of the new database (a SQLite file: its path). Default: the database's name,
    /// `restored` and the time.
    #[arg(long = "database", value_name = "NEW", conflicts_with = "into_place")]
    new: Option<String>,
    /// Replaces what the database of the URL holds; its name (a SQLite file: the file's name) again
    /// as confirmation. What is there is copied first.
    #[arg(long, value_name = "NAME")]
    into_place: Option<String>,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value_t)]
    output: OutputForm,
}

pub(super) async fn run(args: RestoreArgs) -> Result<Outcome, CliError> {
    let json = args.output == OutputForm::Json;
    let failed = |error: BackupError| CliError::Backup { error, json };
    let target = args.database.target()?;
    if !args.database.is_whole() {
        let text = "a backup is restored as a whole; leave --schema and --grants out";
        return Err(CliError::Usage(text.to_owned()));
    }
    let now = jiff::Timestamp::now();
    let into = match (args.into_place, args.new) {
        (Some(confirmed), _) => Into::Place { confirmed },
        (None, Some(name)) => Into::New(name),
        (None, None) => Into::New(derived(&target, now)),
    };
    let tools = Tools::from_environment();
    let restored = restore(&args.folder, &target, &into, &tools, now)
        .await
        .map_err(failed)?;
    if json {
        output::json(&RestoreDocument::from(&restored));
    } else {
        output::text(&restore_text(&restored));
    }
    Ok(Outcome::Done)
}

/// How many bytes of a database's name are kept, so that it stays a name with the time behind it
/// (`PostgreSQL` takes 63 bytes, `MySQL` 64 characters).
const KEPT: usize = 36;

fn derived(target: &Target, now: jiff::Timestamp) -> String {
    let time = now.strftime("%Y%m%d_%H%M%S");
    match target {
        Target::Server(server) => {
            let mut kept = KEPT.min(server.database.len());
            while !server.database.is_char_boundary(kept) {
                kept -= 1;
            }
            format!("{}_restored_{time}", &server.database[..kept])
        }
        Target::File(path) => {
            let path = path.clone().unwrap_or_default();
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let mut name = format!("{stem}_restored_{time}");
            if let Some(extension) = path.extension() {
                name.push('.');
                name.push_str(&extension.to_string_lossy());
            }
            path.with_file_name(name).to_string_lossy().into_owned()
        }
    }
}
