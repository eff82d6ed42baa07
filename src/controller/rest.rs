//! The REST API beside the loop. Every replica serves it: the lock in each database, not the lease,
//! is what keeps executions apart.

use std::sync::Arc;

use kube::Client;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::guard::ClusterGuard;
use super::places::Cluster;
use super::{OperatorError, Options, context};
use crate::http::{Api, Limits, Server};

/// Serves until `stop`, where that was asked for. The task ends when every execution has.
pub(super) async fn start(
    client: &Client,
    options: &Options,
    stop: &CancellationToken,
) -> Result<Option<JoinHandle<()>>, OperatorError> {
    let Some(rest) = &options.rest else {
        return Ok(None);
    };
    let places = Cluster {
        context: context(client, options),
        namespace: options.namespace.clone(),
    };
    let guard = ClusterGuard {
        client: client.clone(),
        audiences: rest.audiences.clone(),
    };
    let api = Api::new(Arc::new(places), Arc::new(guard), Limits::default());
    let api = api.map_err(|error| OperatorError::Rest(Box::new(error)))?;
    let server = Server::open(rest.address, rest.tls.clone()).await;
    let server = server.map_err(|error| OperatorError::Rest(Box::new(error)))?;
    if rest.tls.is_none() && !rest.address.ip().is_loopback() {
        tracing::warn!("the REST API is served without TLS: tokens can be read on the way");
    }
    tracing::info!(url = %server.url(), "serving the REST API");
    let stop = stop.clone();
    Ok(Some(tokio::spawn(async move {
        if let Err(error) = server.serve(api, stop).await {
            tracing::error!(%error, "the REST API ended");
        }
    })))
}
