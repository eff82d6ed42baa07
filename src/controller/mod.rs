//! The reconcile loop: DatabaseSchemas in, databases as declared and status out.
//!
//! Invariant: Kubernetes is read in `resolve` and `reconcile` and written in `publish` and
//! `leader`; a database is touched only through `pipeline`. Every turn ends in another one at a
//! named time, never at once and never not at all.
//!
//! May import: everything above; with `http` and `cli` the only room that talks to Kubernetes.

mod describe;
mod guard;
mod health;
mod leader;
mod look;
mod places;
mod publish;
mod reconcile;
mod resolve;
mod rest;
mod status;
mod trial;
mod view;
mod words;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use futures::{Stream, StreamExt};
use k8s_openapi::api::core::v1::{ConfigMap, Secret};
use kube::core::PartialObjectMeta;
use kube::runtime::events::{Recorder, Reporter};
use kube::runtime::reflector::{ObjectRef, Store};
use kube::runtime::{
    Controller, Predicate, PredicateConfig, WatchStreamExt, controller, predicates, reflector,
    watcher,
};
use kube::{Api, Client, Resource, ResourceExt};
use tokio_util::sync::CancellationToken;

use crate::api::{DatabaseSchema, SchemaPlan};
use crate::http::TlsFiles;
use health::Readiness;
use leader::Candidate;
use reconcile::{Context, after_error, reconcile};
use resolve::References;

/// How the operator is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// The one namespace to work in; all of them when `None`.
    pub namespace: Option<String>,
    /// The Lease to lead by; nobody is asked when `None`.
    pub lease: Option<LeaseName>,
    /// Where `/livez` and `/readyz` are answered.
    pub health_address: SocketAddr,
    /// The folder that holds safety copies.
    pub backup_dir: PathBuf,
    /// The folder that SQLite files are in; SQLite databases are refused when `None`.
    pub sqlite_dir: Option<PathBuf>,
    /// The REST API; not served when `None`.
    pub rest: Option<RestOptions>,
}

/// How the REST API is served in a cluster.
#[derive(Clone, Debug)]
pub struct RestOptions {
    /// Where.
    pub address: SocketAddr,
    /// By TLS, with these files.
    pub tls: Option<TlsFiles>,
    /// For whom a caller's token must be made; the API server's own audience when empty.
    pub audiences: Vec<String>,
}

/// A Lease and who asks for it.
#[derive(Clone, Debug)]
pub struct LeaseName {
    /// Namespace of the Lease.
    pub namespace: String,
    /// Name of the Lease.
    pub name: String,
    /// Who asks: unique among all operators, such as the pod's name.
    pub identity: String,
}

/// Why the operator ended.
#[derive(Debug, thiserror::Error)]
pub enum OperatorError {
    /// No way to the API server.
    #[error("finding the Kubernetes API server: check KUBECONFIG, or run inside a cluster")]
    Kubernetes(#[source] Box<kube::Error>),
    /// The definitions are missing, or may not be read.
    #[error(
        "listing DatabaseSchemas: install the definitions (kubectl apply -f crds) and the roles"
    )]
    Definitions(#[source] Box<kube::Error>),
    /// The port is taken.
    #[error("listening on {address} for health checks")]
    Health {
        /// Where.
        address: SocketAddr,
        /// Why not.
        #[source]
        source: std::io::Error,
    },
    /// Another operator leads now.
    #[error("the lease was lost; another operator may lead now")]
    LeaseLost,
    /// The REST API cannot be served.
    #[error("serving the REST API")]
    Rest(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// How many databases are looked at at a time.
const AT_A_TIME: u16 = 16;

/// Works until `stop` is cancelled; turns that run are finished first.
///
/// # Errors
/// [`OperatorError`] when it cannot begin, or must not go on.
pub async fn run(options: Options, stop: CancellationToken) -> Result<(), OperatorError> {
    let address = options.health_address;
    let listener = health::listen(address).await;
    let listener = listener.map_err(|source| OperatorError::Health { address, source })?;
    let ready = Readiness::default();
    tokio::spawn(health::serve(listener, ready.clone(), stop.clone()));
    let client = Client::try_default().await;
    let client = client.map_err(|error| OperatorError::Kubernetes(Box::new(error)))?;
    let objects: Api<DatabaseSchema> = api(&client, options.namespace.as_deref());
    let listed = objects
        .list(&kube::api::ListParams::default().limit(1))
        .await;
    listed.map_err(|error| OperatorError::Definitions(Box::new(error)))?;
    let rest = rest::start(&client, &options, &stop).await?;
    ready.set();
    let led = until_stopped(&client, &options, &stop).await;
    // Executions that were asked for end first.
    stop.cancel();
    if let Some(rest) = rest
        && let Err(error) = rest.await
    {
        tracing::error!(%error, "the REST API");
    }
    led
}

async fn until_stopped(
    client: &Client,
    options: &Options,
    stop: &CancellationToken,
) -> Result<(), OperatorError> {
    let lost = CancellationToken::new();
    match &options.lease {
        None => work(client, options, stop.clone()).await,
        Some(lease) => {
            let candidate = Candidate {
                client: client.clone(),
                namespace: lease.namespace.clone(),
                lease: lease.name.clone(),
                identity: lease.identity.clone(),
            };
            if !candidate.wait(stop).await {
                return Ok(());
            }
            tracing::info!(lease = %lease.name, identity = %lease.identity, "leading");
            lead(client, options, &candidate, stop, &lost).await;
        }
    }
    if lost.is_cancelled() {
        Err(OperatorError::LeaseLost)
    } else {
        Ok(())
    }
}

/// Works while the lease holds. The lease is given back only after the last turn has ended.
async fn lead(
    client: &Client,
    options: &Options,
    candidate: &Candidate,
    stop: &CancellationToken,
    lost: &CancellationToken,
) {
    let (halt, done) = (CancellationToken::new(), CancellationToken::new());
    let working = async {
        work(client, options, halt.clone()).await;
        done.cancel();
    };
    let halting = async {
        tokio::select! {
            () = stop.cancelled() => {}
            () = lost.cancelled() => {}
        }
        halt.cancel();
    };
    tokio::join!(working, halting, candidate.hold(&done, lost));
}

fn api<K>(client: &Client, namespace: Option<&str>) -> Api<K>
where
    K: Resource<Scope = kube::core::NamespaceResourceScope>,
    K::DynamicType: Default,
{
    match namespace {
        Some(namespace) => Api::namespaced(client.clone(), namespace),
        None => Api::all(client.clone()),
    }
}

/// What every turn, and every request, needs.
fn context(client: &Client, options: &Options) -> Arc<Context> {
    Arc::new(Context {
        client: client.clone(),
        recorder: Recorder::new(client.clone(), Reporter::from("driftless")),
        backup_dir: options.backup_dir.clone(),
        sqlite_dir: options.sqlite_dir.clone(),
    })
}

async fn work(client: &Client, options: &Options, stop: CancellationToken) {
    let namespace = options.namespace.as_deref();
    let (store, writer) = reflector::store();
    let objects = watcher(
        api::<DatabaseSchema>(client, namespace),
        watcher::Config::default(),
    );
    // Status is written here, so a change of it alone must not bring another turn.
    let objects = objects
        .default_backoff()
        .reflect(writer)
        .applied_objects()
        .predicate_filter(
            predicates::generation.combine(predicates::annotations),
            PredicateConfig::default(),
        );
    let plans = watcher(
        api::<SchemaPlan>(client, namespace),
        watcher::Config::default(),
    );
    let plans = plans
        .default_backoff()
        .applied_objects()
        .predicate_filter(predicates::annotations, PredicateConfig::default());
    let context = context(client, options);
    let secrets = store.clone();
    let config_maps = store.clone();
    Controller::for_stream(objects, store)
        .with_config(controller::Config::default().concurrency(AT_A_TIME))
        .owns_stream(plans)
        .watches_stream(names_of::<Secret>(client, namespace), move |secret| {
            referring(&secrets, &secret, |all, name| all.secrets.contains(name))
        })
        .watches_stream(
            names_of::<ConfigMap>(client, namespace),
            move |config_map| {
                referring(&config_maps, &config_map, |all, name| {
                    all.config_maps.contains(name)
                })
            },
        )
        .graceful_shutdown_on(async move { stop.cancelled().await })
        .run(reconcile, after_error, context)
        .for_each(|turn| async move {
            if let Err(error) = turn {
                tracing::debug!(%error, "the loop");
            }
        })
        .await;
}

/// Changes of objects of one kind, without their contents: secrets are not kept in memory.
fn names_of<K>(
    client: &Client,
    namespace: Option<&str>,
) -> impl Stream<Item = watcher::Result<PartialObjectMeta<K>>> + Send + 'static
where
    K: Resource<DynamicType = (), Scope = kube::core::NamespaceResourceScope>
        + Clone
        + std::fmt::Debug
        + Send
        + Sync
        + 'static,
{
    let api: Api<PartialObjectMeta<K>> = api(client, namespace);
    watcher(api, watcher::Config::default())
        .default_backoff()
        .touched_objects()
}

/// The DatabaseSchemas that refer to an object of their namespace.
fn referring<K>(
    store: &Store<DatabaseSchema>,
    object: &PartialObjectMeta<K>,
    refers: impl Fn(&References, &str) -> bool,
) -> Vec<ObjectRef<DatabaseSchema>> {
    let name = object.metadata.name.clone().unwrap_or_default();
    let of_namespace = store.state().into_iter().filter(|schema| {
        schema.namespace() == object.metadata.namespace
            && refers(&References::of(&schema.spec), &name)
    });
    of_namespace
        .map(|schema| ObjectRef::from_obj(&*schema))
        .collect()
}
