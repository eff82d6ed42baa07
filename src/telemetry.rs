//! Logging: to standard error, filtered by `RUST_LOG`; `MIGRATION_DEBUG=true` is short for
//! `RUST_LOG=driftless=debug`. In colour only on a terminal, and not where `NO_COLOR` is set
//! (<https://no-color.org>).

use std::io::IsTerminal;
use tracing_subscriber::EnvFilter;

/// How log lines look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// One JSON object per line.
    Json,
}

/// Starts logging. `default` is the filter where the environment says nothing. Called once, by
/// `main`; a second call changes nothing.
pub fn start(default: &str, format: LogFormat) {
    let debug = std::env::var("MIGRATION_DEBUG").is_ok_and(|value| value == "true");
    let filter = if debug {
        EnvFilter::new("driftless=debug")
    } else {
        EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(default))
    };
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(!plain && std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let started = match format {
        LogFormat::Text => builder.try_init(),
        LogFormat::Json => builder.json().try_init(),
    };
    drop(started);
}
