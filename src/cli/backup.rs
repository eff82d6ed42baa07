//! `driftless backup`.

use super::args::{DatabaseArgs, OutputForm};
use super::exit::{CliError, Outcome};
use super::{input, output};
use crate::backup::{BackupError, BackupScope, Preference};
use crate::engine::{self, Target, Timeouts};
use crate::pipeline::{BackupPolicy, Moment, back_up};
use crate::report::{BackupDocument, backup_text};
use crate::schema::Name;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(super) struct BackupArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// The folder that holds one folder per backup. Default: beside a SQLite file, else
    /// `driftless-backups` here.
    #[arg(long, value_name = "DIR")]
    backup_dir: Option<PathBuf>,
    /// Copies only this table (`table`, or `schema.table`); repeatable. Default: the whole database.
    #[arg(long = "table", value_name = "NAME")]
    tables: Vec<String>,
    /// How it is written.
    #[arg(long, value_enum, default_value_t)]
    form: FormArg,
    /// The form of the answer.
    #[arg(short, long, value_enum, default_value_t)]
    output: OutputForm,
}

/// [`Preference`], spelled on the command line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum FormArg {
    /// By the engine's own program; tables without it when it is not to be had.
    #[default]
    Best,
    /// By the engine's own program or not at all.
    Tool,
    /// Tables as INSERTs, without a program of the engine.
    Rows,
}

pub(super) async fn run(args: BackupArgs) -> Result<Outcome, CliError> {
    let json = args.output == OutputForm::Json;
    let failed = |error: BackupError| CliError::Backup { error, json };
    let target = args.database.target()?;
    if !args.database.is_whole() {
        let text = "a backup is of tables or of the whole database; name tables with --table";
        return Err(CliError::Usage(text.to_owned()));
    }
    if let Target::File(Some(path)) = &target
        && !path.exists()
    {
        let text = format!("there is no database file {}", path.display());
        return Err(CliError::Usage(text));
    }
    let directory = input::backup_directory(args.backup_dir.as_ref(), &target);
    let policy = BackupPolicy {
        scope: if args.tables.is_empty() {
            BackupScope::Database
        } else {
            BackupScope::Affected
        },
        preference: match args.form {
            FormArg::Best => Preference::Best,
            FormArg::Tool => Preference::Tool,
            FormArg::Rows => Preference::Rows,
        },
        ..BackupPolicy::in_directory(directory)
    };
    let tables: Vec<Name> = args.tables.iter().map(|text| named(text)).collect();
    let mut session = engine::connect(&target, &Timeouts::default())
        .await
        .map_err(|error| failed(error.into()))?;
    let taken = back_up(&mut session, &target, &policy, &tables, &Moment::now()).await;
    session.close().await;
    let taken = taken.map_err(failed)?;
    if json {
        output::json(&BackupDocument::from(&taken));
    } else {
        output::text(&backup_text(&taken));
    }
    Ok(Outcome::Done)
}

fn named(text: &str) -> Name {
    match text.split_once('.') {
        Some((schema, name)) => Name::new(schema, name),
        None => Name::bare(text),
    }
}
