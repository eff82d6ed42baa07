//! The `driftless` program.

use driftless::{cli, telemetry};
use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    telemetry::start("warn", telemetry::LogFormat::Text);
    cli::run().await
}
