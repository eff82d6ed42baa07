//! `driftless serve`.

use super::args::{DatabaseArgs, TimeoutArgs};
use super::exit::{CliError, Outcome};
use super::{input, output, signals};
use crate::database::Database;
use crate::http::{Api, Guard, Limits, NoToken, One, Server, TlsFiles, TokenFile};
use crate::intake::{self, Surroundings};
use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// The owner under which the REST API applies where no object of a cluster does.
const OWNER: &str = "rest";

#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    #[command(flatten)]
    database: DatabaseArgs,
    /// Where to listen.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:3001")]
    listen: SocketAddr,
    /// A file with one bearer token per line, each of 32 characters or more; `#` begins a comment.
    /// It is read again when it changes, and must not be open to every user of the machine.
    #[arg(long, value_name = "FILE", env = "DRIFTLESS_TOKEN_FILE")]
    token_file: Option<PathBuf>,
    /// Lets in whoever can reach the address, which must then be a loopback one.
    #[arg(long, conflicts_with = "token_file")]
    no_token: bool,
    /// A certificate chain as PEM: serves by TLS.
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The private key of the certificate, as PEM.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
    /// Where backups go. Default: beside a SQLite file, else `driftless-backups` here.
    #[arg(long, value_name = "DIR")]
    backup_dir: Option<PathBuf>,
    /// The largest body of a request, in bytes.
    #[arg(long, value_name = "BYTES", default_value_t = Limits::default().body)]
    max_body: usize,
    /// How long an answer may take, in seconds.
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::default().request.as_secs())]
    request_timeout: u64,
    #[command(flatten)]
    timeouts: TimeoutArgs,
}

pub(super) async fn run(args: ServeArgs) -> Result<Outcome, CliError> {
    let usage = |error: &dyn std::fmt::Display| CliError::Usage(error.to_string());
    let guard = args.guard()?;
    let limits = Limits {
        body: args.max_body,
        request: Duration::from_secs(args.request_timeout),
        ..Limits::default()
    };
    let places = Arc::new(One(args.database()?));
    let mut api = Api::new(places, guard, limits).map_err(|error| usage(&error))?;
    if args.no_token {
        api = api.only_by_loopback_names();
    }
    let stop = CancellationToken::new();
    signals::stop_on_signals(&stop)?;
    let server = Server::open(args.listen, args.tls())
        .await
        .map_err(|error| usage(&error))?;
    output::text(&format!("listening on {}\n", server.url()));
    server
        .serve(api, stop)
        .await
        .map_err(|error| usage(&error))?;
    Ok(Outcome::Done)
}

impl ServeArgs {
    fn guard(&self) -> Result<Arc<dyn Guard>, CliError> {
        match &self.token_file {
            Some(path) => {
                let tokens = TokenFile::open(path);
                let tokens = tokens.map_err(|error| CliError::Usage(error.to_string()))?;
                Ok(Arc::new(tokens))
            }
            None if !self.listen.ip().is_loopback() => Err(CliError::Usage(format!(
                "{} can be reached from other machines, and would be served to whoever asks; give \
                 --token-file, or listen on 127.0.0.1",
                self.listen
            ))),
            None if self.no_token => Ok(Arc::new(NoToken)),
            None => Err(CliError::Usage(
                "no token was given; make one with `openssl rand -hex 32 > token && chmod 600 token` \
                 and give --token-file token, or say --no-token to let in every user of this machine"
                    .to_owned(),
            )),
        }
    }

    fn tls(&self) -> Option<TlsFiles> {
        Some(TlsFiles {
            certificate: self.tls_cert.clone()?,
            key: self.tls_key.clone()?,
        })
    }

    fn database(&self) -> Result<Database, CliError> {
        let target = self.database.target()?;
        let backup_directory = input::backup_directory(self.backup_dir.as_ref(), &target);
        let mut rules = intake::from_sql(Surroundings {
            target,
            sources: Vec::new(),
            owner: OWNER.to_owned(),
            backup_directory,
        });
        self.database.widen(&mut rules.scope);
        self.timeouts.set(&mut rules.timeouts);
        Ok(Database::new(rules))
    }
}
