//! The command line and the composition root; the only place that prints.
//!
//! Invariant: every command goes through `pipeline`; exit codes are 0 (nothing to do, or done),
//! 1 (error), 2 (changes pending, with `--detailed-exitcode`), 3 (refused, or approval missing).
//!
//! May import: everything above it.

mod apply;
mod args;
mod backup;
mod crd;
mod exit;
mod history;
mod input;
mod inspect;
mod openapi;
mod operator;
mod output;
mod plan;
mod restore;
mod rollback;
mod run;
mod validate;
mod serve;
mod signals;

use crate::telemetry::{self, LogFormat};
use clap::Parser;
use std::process::ExitCode;

/// Keeps database schemas as declared.
#[derive(Debug, Parser)]
#[command(name = "driftless", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Shows what would be done, proven in scratch. Changes nothing.
    Plan(plan::PlanArgs),
    /// Looks for everything that would stop a plan: rows, privileges, locks, room. Changes nothing.
    Validate(validate::ValidateArgs),
    /// Brings a database to what is declared.
    Apply(apply::ApplyArgs),
    /// Shows what was executed on a database, newest first.
    History(history::HistoryArgs),
    /// Takes one execution back: plans the way back from what is there now, and applies it.
    Rollback(rollback::RollbackArgs),
    /// Copies a database, or some of its tables, and reads the copy back.
    Backup(backup::BackupArgs),
    /// Puts a backup into a new database, or back into its place.
    Restore(restore::RestoreArgs),
    /// Writes a live schema as SQL or as a manifest.
    Inspect(inspect::InspectArgs),
    /// Serves the REST API for one database.
    Serve(serve::ServeArgs),
    /// Keeps the databases of a Kubernetes cluster as its DatabaseSchemas declare them.
    Operator(operator::OperatorArgs),
    /// Prints or writes the custom resource definitions.
    Crd(crd::CrdArgs),
    /// Prints or writes the description of the REST API.
    Openapi(openapi::OpenApiArgs),
}

/// Runs the command that the process was given.
pub async fn run() -> ExitCode {
    let command = Cli::parse().command;
    command.start_logging();
    let outcome = match command {
        Command::Plan(args) => plan::run(args).await,
        Command::Validate(args) => validate::run(args).await,
        Command::Apply(args) => apply::run(args).await,
        Command::History(args) => history::run(args).await,
        Command::Rollback(args) => rollback::run(args).await,
        Command::Backup(args) => backup::run(args).await,
        Command::Restore(args) => restore::run(args).await,
        Command::Inspect(args) => inspect::run(args).await,
        Command::Serve(args) => serve::run(args).await,
        Command::Operator(args) => operator::run(args).await,
        Command::Crd(args) => crd::run(&args),
        Command::Openapi(args) => openapi::run(&args),
    };
    exit::code(outcome)
}

impl Command {
    /// A command answers on standard output and logs trouble; the operator has only its log.
    fn start_logging(&self) {
        match self {
            Self::Serve(_) => telemetry::start("driftless=info,warn", LogFormat::Text),
            Self::Operator(args) => telemetry::start("driftless=info,warn", args.log_format()),
            Self::Plan(_)
            | Self::Validate(_)
            | Self::Apply(_)
            | Self::History(_)
            | Self::Rollback(_)
            | Self::Backup(_)
            | Self::Restore(_)
            | Self::Inspect(_)
            | Self::Crd(_)
            | Self::Openapi(_) => {
                telemetry::start("warn", LogFormat::Text);
            }
        }
    }
}
