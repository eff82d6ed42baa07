//! `driftless operator`.

use super::exit::{CliError, Outcome};
use super::signals::stop_on_signals;
use crate::controller::{self, LeaseName, OperatorError, Options, RestOptions};
use crate::http::TlsFiles;
use crate::telemetry::LogFormat;
use clap::{ArgAction, Args, ValueEnum};
use std::error::Error;
use std::net::SocketAddr;
use std::path::PathBuf;
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
    /// Where the REST API is served, to who may by TokenReview and SubjectAccessReview. Not served
    /// when absent.
    #[arg(long, value_name = "ADDRESS")]
    rest_address: Option<SocketAddr>,
    /// A certificate chain as PEM: serves the REST API by TLS.
    #[arg(
        long,
        value_name = "FILE",
        requires = "rest_tls_key",
        requires = "rest_address"
    )]
    rest_tls_cert: Option<PathBuf>,
    /// The private key of the certificate, as PEM.
    #[arg(long, value_name = "FILE", requires = "rest_tls_cert")]
    rest_tls_key: Option<PathBuf>,
    /// For whom callers' tokens must be made; the API server's own audience when absent (repeatable).
    #[arg(long, value_name = "AUDIENCE", requires = "rest_address")]
    rest_audience: Vec<String>,
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
        let tls = self.rest_tls_cert.zip(self.rest_tls_key);
        let tls = tls.map(|(certificate, key)| TlsFiles { certificate, key });
        let rest = self.rest_address.map(|address| RestOptions {
            address,
            tls,
            audiences: self.rest_audience,
        });
        Options {
            namespace: self.namespace,
            lease: self.leader_elect.then_some(lease),
            health_address: self.health_address,
            backup_dir: self.backup_dir,
            sqlite_dir: self.sqlite_dir,
            rest,
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
