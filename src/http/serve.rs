//! The port: plain or by TLS, and a graceful end.

use super::router::Api;
use axum_server::tls_rustls::RustlsConfig;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

/// How long the headers of a request may take to come.
const HEADER_TIME: Duration = Duration::from_secs(10);
/// How long open connections are waited for when the server stops. Executions are waited for
/// without a bound: their statements have one.
const GRACE: Duration = Duration::from_secs(15);

/// Why nothing is served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The address cannot be had.
    #[error("listening on {address}: {error}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        error: std::io::Error,
    },
    /// The certificate or its key cannot be used.
    #[error("reading the certificate {} and its key {}: {error}", .files.certificate.display(), .files.key.display())]
    Tls {
        /// The files.
        files: TlsFiles,
        /// Why.
        error: std::io::Error,
    },
    /// The port broke.
    #[error("serving: {0}")]
    Serve(std::io::Error),
}

/// A certificate chain and its key, as PEM.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TlsFiles {
    /// The certificate chain.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

/// A port that is open and not yet served.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    tls: Option<RustlsConfig>,
}

impl Server {
    /// Opens the port.
    ///
    /// # Errors
    /// [`ServeError`] names the address or the file.
    pub async fn open(address: SocketAddr, tls: Option<TlsFiles>) -> Result<Self, ServeError> {
        let tls = match tls {
            None => None,
            Some(files) => Some(read_tls(files).await?),
        };
        let listen = |error| ServeError::Listen { address, error };
        let listener = TcpListener::bind(address).map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        Ok(Self {
            listener,
            address,
            tls,
        })
    }

    /// Where it is, as clients name it.
    pub fn url(&self) -> String {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// Serves until told to stop, and then until every execution has ended.
    ///
    /// # Errors
    /// [`ServeError::Serve`] when the port breaks.
    pub async fn serve(self, api: Api, stop: CancellationToken) -> Result<(), ServeError> {
        let handle = axum_server::Handle::new();
        let ending = tokio::spawn({
            let (handle, stop, shared) = (handle.clone(), stop.clone(), api.shared.clone());
            async move {
                stop.cancelled().await;
                shared.running().close();
                handle.graceful_shutdown(Some(GRACE));
            }
        });
        let service = api.router.into_make_service();
        let served = match self.tls {
            None => {
                let server = axum_server::from_tcp(self.listener).map_err(ServeError::Serve)?;
                bounded(server).handle(handle).serve(service).await
            }
            Some(tls) => {
                let server = axum_server::from_tcp_rustls(self.listener, tls);
                let server = server.map_err(ServeError::Serve)?;
                bounded(server).handle(handle).serve(service).await
            }
        };
        ending.abort();
        api.shared.running().ended().await;
        served.map_err(ServeError::Serve)
    }
}

async fn read_tls(files: TlsFiles) -> Result<RustlsConfig, ServeError> {
    // Another part of the program may have said the same before.
    drop(rustls::crypto::ring::default_provider().install_default());
    RustlsConfig::from_pem_file(&files.certificate, &files.key)
        .await
        .map_err(|error| ServeError::Tls { files, error })
}

/// Slow clients are not waited for.
fn bounded<A: axum_server::Address, B>(
    mut server: axum_server::Server<A, B>,
) -> axum_server::Server<A, B> {
    server
        .http_builder()
        .http1()
        .header_read_timeout(HEADER_TIME);
    server.http1_only().first_request_timeout(HEADER_TIME)
}
