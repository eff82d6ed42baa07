//! The command line and the composition root; the only place that prints.
//!
//! Invariant: every command goes through `pipeline`; exit codes are 0 (nothing to do, or done),
//! 1 (error), 2 (changes pending, with `--detailed-exitcode`), 3 (refused, or approval missing).
//!
//! May import: everything above it.

mod apply;
mod args;
mod crd;
mod exit;
mod input;
mod inspect;
mod output;
mod plan;

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
    /// Brings a database to what is declared.
    Apply(apply::ApplyArgs),
    /// Writes a live schema as SQL or as a manifest.
    Inspect(inspect::InspectArgs),
    /// Prints or writes the custom resource definitions.
    Crd(crd::CrdArgs),
}

/// Runs the command that the process was given.
pub async fn run() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Plan(args) => plan::run(args).await,
        Command::Apply(args) => apply::run(args).await,
        Command::Inspect(args) => inspect::run(args).await,
        Command::Crd(args) => crd::run(&args),
    };
    exit::code(outcome)
}
