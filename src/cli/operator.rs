//! `driftless operator`.

use super::exit::{CliError, Outcome};
use crate::controller::{self, LeaseName, OperatorError, Options};
use crate::telemetry::LogFormat;
use clap::{ArgAction, Args, ValueEnum};
use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

#[derive(Debug, Args)]
pub(super) struct OperatorArgs {
    /// The one namespace to work in; every namespace when absent.
    #[arg(long, value_name = "NAMESPACE")]
    namespace: Option<String>,
    /// Lets only one operator work at a time, by a Lease.
    #[arg(long, value_name = "BOOL", default_value_t = true, action = ArgAction::Set)]
    leader_elect: bool,
    /// Name of the Lease.
    #[arg(long, value_name = "NAME", default_value = "driftless")]
    lease_name: String,
    /// Namespace of the Lease: the operator's own.
    #[arg(
        long,
        value_name = "NAMESPACE",
        env = "POD_NAMESPACE",
        default_value = "default"
    )]
    lease_namespace: String,
    /// Who leads: unique among all operators. Made up when absent.
    #[arg(long, value_name = "NAME", env = "POD_NAME")]
    identity: Option<String>,
    /// Where /livez and /readyz are answered.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8081")]
    health_address: SocketAddr,
    /// The folder that holds safety copies.
    #[arg(long, value_name = "DIR", default_value = "driftless-backups")]
    backup_dir: PathBuf,
    /// The folder that SQLite files are in. Without it SQLite databases are refused.
    #[arg(long, value_name = "DIR")]
    sqlite_dir: Option<PathBuf>,
    /// How log lines look.
    #[arg(long, value_enum, default_value_t)]
    log_format: LogForm,
}

/// How log lines look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum LogForm {
    /// For people.
    #[default]
    Text,
    /// One JSON object per line.
    Json,
}

impl OperatorArgs {
    /// How this command logs.
    pub(super) const fn log_format(&self) -> LogFormat {
        match self.log_format {
            LogForm::Text => LogFormat::Text,
            LogForm::Json => LogFormat::Json,
        }
    }

    fn options(self) -> Options {
        let identity = self
            .identity
            .unwrap_or_else(|| format!("driftless-{:016x}", rand::random::<u64>()));
        let lease = LeaseName {
            namespace: self.lease_namespace,
            name: self.lease_name,
            identity,
        };
        Options {
            namespace: self.namespace,
            lease: self.leader_elect.then_some(lease),
            health_address: self.health_address,
            backup_dir: self.backup_dir,
            sqlite_dir: self.sqlite_dir,
        }
    }
}

pub(super) async fn run(args: OperatorArgs) -> Result<Outcome, CliError> {
    let stop = CancellationToken::new();
    stop_on_signals(&stop)?;
    match controller::run(args.options(), stop).await {
        Ok(()) => Ok(Outcome::Done),
        Err(error) => Err(CliError::Usage(chain(&error))),
    }
}

/// The first SIGTERM or SIGINT lets running statements end; a second SIGINT ends the process.
fn stop_on_signals(stop: &CancellationToken) -> Result<(), CliError> {
    let listen = |kind| {
        signal(kind).map_err(|error| CliError::Usage(format!("listening for signals: {error}")))
    };
    let (mut terminate, mut interrupt) = (
        listen(SignalKind::terminate())?,
        listen(SignalKind::interrupt())?,
    );
    let stop = stop.clone();
    tokio::spawn(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        tracing::info!("stopping; running statements are let end");
        stop.cancel();
        interrupt.recv().await;
        std::process::exit(130);
    });
    Ok(())
}

/// An error and what caused it, in one line.
fn chain(error: &OperatorError) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        text.push_str(": ");
        text.push_str(&error.to_string());
        source = error.source();
    }
    text
}
