//! Starts the program as an operator for one namespace of its own, and waits for what it says.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use driftless::api::condition::{ConditionType, find_condition};
use driftless::api::{DatabaseSchema, DatabaseSchemaStatus, SchemaPlan};
use k8s_openapi::api::core::v1::Namespace;
use kube::api::{ListParams, ObjectMeta, Patch, PatchParams, PostParams};
use kube::config::{KubeConfigOptions, Kubeconfig};
use kube::{Api, Client, Config, ResourceExt};
use serde_json::{Value, json};
use tokio::process::Child;

/// How long anything may take. A state that has not come by then does not come.
const PATIENCE: Duration = Duration::from_mins(1);
const STEP: Duration = Duration::from_millis(100);

/// The value of a variable set by `hack/with-parts.sh`.
pub(super) fn part(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| {
        panic!("{name} is not set; run the tests through `make test` or hack/with-parts.sh")
    })
}

/// A namespace with an operator in it.
pub(super) struct Operator {
    pub(super) client: Client,
    pub(super) namespace: String,
    folder: std::sync::Arc<tempfile::TempDir>,
    child: Child,
    /// The logs of this one's processes, by number.
    logs: std::ops::Range<u32>,
}

/// Runs kubectl and answers what it prints.
pub(super) fn kubectl(arguments: &[&str]) -> String {
    let output = Command::new(part("DRIFTLESS_TEST_KUBECTL"))
        .args(["--kubeconfig", &part("DRIFTLESS_TEST_KUBECONFIG")])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "kubectl {arguments:?}: {error}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

async fn client() -> Client {
    let file = Kubeconfig::read_from(part("DRIFTLESS_TEST_KUBECONFIG")).unwrap();
    let config = Config::from_custom_kubeconfig(file, &KubeConfigOptions::default()).await;
    Client::try_from(config.unwrap()).unwrap()
}

impl Operator {
    /// Installs the definitions and starts an operator for a new namespace.
    pub(super) async fn start(name: &str) -> Self {
        kubectl(&["apply", "--server-side", "--force-conflicts", "-f", "crds"]);
        kubectl(&[
            "wait",
            "--for=condition=established",
            "--timeout=30s",
            "-f",
            "crds",
        ]);
        let client = client().await;
        let namespace = format!("e2e-{name}-{:08x}", rand::random::<u32>());
        let metadata = ObjectMeta {
            name: Some(namespace.clone()),
            ..ObjectMeta::default()
        };
        let namespaces: Api<Namespace> = Api::all(client.clone());
        let new = Namespace {
            metadata,
            ..Namespace::default()
        };
        namespaces
            .create(&PostParams::default(), &new)
            .await
            .unwrap();
        let folder = std::sync::Arc::new(tempfile::tempdir().unwrap());
        for below in ["sqlite", "backups"] {
            std::fs::create_dir(folder.path().join(below)).unwrap();
        }
        let child = spawn(&namespace, folder.path(), 0);
        Self {
            client,
            namespace,
            folder,
            child,
            logs: 0..1,
        }
    }

    /// Another operator of the same namespace, with the same folders.
    pub(super) fn second(&self) -> Self {
        let number = self.logs.end + 100;
        Self {
            client: self.client.clone(),
            namespace: self.namespace.clone(),
            folder: self.folder.clone(),
            child: spawn(&self.namespace, self.folder.path(), number),
            logs: number..number + 1,
        }
    }

    /// Waits until the log says something.
    pub(super) async fn wait_for_log(&self, text: &str) {
        let began = tokio::time::Instant::now();
        while !self.log().contains(text) {
            assert!(
                began.elapsed() < PATIENCE,
                "the log never says {text}: {}",
                self.log()
            );
            tokio::time::sleep(STEP).await;
        }
    }

    /// Ends the operator as a kubelet would, and starts another one.
    pub(super) async fn restart(&mut self) {
        self.stop().await;
        self.restart_after_stop();
    }

    /// Starts another operator where the first one was stopped.
    pub(super) fn restart_after_stop(&mut self) {
        self.child = spawn(&self.namespace, self.folder.path(), self.logs.end);
        self.logs.end += 1;
    }

    /// Ends the operator as a kubelet would.
    pub(super) async fn stop(&mut self) {
        let id = self.child.id().unwrap().to_string();
        assert!(
            Command::new("kill")
                .args(["-TERM", &id])
                .status()
                .unwrap()
                .success()
        );
        let ended = tokio::time::timeout(PATIENCE, self.child.wait()).await;
        let status = ended.expect("the operator does not stop").unwrap();
        assert!(
            status.success(),
            "the operator ended with {status}: {}",
            self.log()
        );
    }

    /// Everything the operators of this namespace logged.
    pub(super) fn log(&self) -> String {
        let texts = self.logs.clone().map(|start| {
            let path = self.folder.path().join(format!("log-{start}"));
            std::fs::read_to_string(path).unwrap_or_default()
        });
        texts.collect()
    }

    /// The file behind `database.path`.
    pub(super) fn sqlite(&self, name: &str) -> PathBuf {
        self.folder.path().join("sqlite").join(name)
    }

    pub(super) fn objects(&self) -> Api<DatabaseSchema> {
        Api::namespaced(self.client.clone(), &self.namespace)
    }

    pub(super) fn plans(&self) -> Api<SchemaPlan> {
        Api::namespaced(self.client.clone(), &self.namespace)
    }

    /// Creates a DatabaseSchema.
    pub(super) async fn create(&self, name: &str, spec: Value) {
        let object = json!({
            "apiVersion": "driftless.dev/v1alpha1",
            "kind": "DatabaseSchema",
            "metadata": { "name": name },
            "spec": spec,
        });
        let object: DatabaseSchema = serde_json::from_value(object).unwrap();
        self.objects()
            .create(&PostParams::default(), &object)
            .await
            .unwrap();
    }

    /// Changes a DatabaseSchema by a merge patch.
    pub(super) async fn patch(&self, name: &str, patch: Value) {
        let patch = Patch::Merge(patch);
        self.objects()
            .patch(name, &PatchParams::default(), &patch)
            .await
            .unwrap();
    }

    /// Sets an annotation of a DatabaseSchema.
    pub(super) async fn annotate(&self, name: &str, key: &str, value: &str) {
        self.patch(
            name,
            json!({ "metadata": { "annotations": { key: value } } }),
        )
        .await;
    }

    /// Waits until `Ready` of the newest generation has the reason.
    pub(super) async fn wait(&self, name: &str, reason: &str) -> DatabaseSchemaStatus {
        self.wait_until(name, reason, |status| ready(status).0 == reason)
            .await
    }

    /// Waits until the status of the newest generation is as it should be.
    pub(super) async fn wait_until(
        &self,
        name: &str,
        what: &str,
        holds: impl Fn(&DatabaseSchemaStatus) -> bool,
    ) -> DatabaseSchemaStatus {
        let began = tokio::time::Instant::now();
        loop {
            let object = self.objects().get(name).await.unwrap();
            let generation = object.metadata.generation;
            let status = object.status.unwrap_or_default();
            if status.observed_generation == generation && holds(&status) {
                return status;
            }
            assert!(
                began.elapsed() < PATIENCE,
                "{name} does not come to {what}: {:?}\n{}",
                ready(&status),
                self.log()
            );
            tokio::time::sleep(STEP).await;
        }
    }

    /// The plan's objects, newest first.
    pub(super) async fn all_plans(&self) -> Vec<SchemaPlan> {
        let mut plans = self
            .plans()
            .list(&ListParams::default())
            .await
            .unwrap()
            .items;
        plans.sort_by_key(|plan| std::cmp::Reverse(plan.creation_timestamp().map(|at| at.0)));
        plans
    }
}

/// Reason and message of `Ready`.
pub(super) fn ready(status: &DatabaseSchemaStatus) -> (&str, &str) {
    find_condition(&status.conditions, ConditionType::Ready).map_or(("", ""), |ready| {
        (ready.reason.as_str(), ready.message.as_str())
    })
}

/// Status and reason of a condition.
pub(super) fn condition(status: &DatabaseSchemaStatus, kind: ConditionType) -> (&str, &str) {
    find_condition(&status.conditions, kind).map_or(("", ""), |found| {
        (found.status.as_str(), found.reason.as_str())
    })
}

fn spawn(namespace: &str, folder: &Path, number: u32) -> Child {
    let log = std::fs::File::create(folder.join(format!("log-{number}"))).unwrap();
    tokio::process::Command::new(env!("CARGO_BIN_EXE_driftless"))
        .arg("operator")
        .args(["--namespace", namespace, "--lease-namespace", namespace])
        .args(["--health-address", "127.0.0.1:0"])
        .args(["--rest-address", "127.0.0.1:0"])
        .arg("--sqlite-dir")
        .arg(folder.join("sqlite"))
        .arg("--backup-dir")
        .arg(folder.join("backups"))
        .env("KUBECONFIG", part("DRIFTLESS_TEST_KUBECONFIG"))
        .env("RUST_LOG", "driftless=debug,info")
        .stdout(Stdio::null())
        .stderr(log)
        .kill_on_drop(true)
        .spawn()
        .unwrap()
}
