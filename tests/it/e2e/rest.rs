//! The REST API in a cluster: who may do what, and that everybody sees the same execution.

use super::operator::{Operator, kubectl};
use super::{email, users};
use driftless::api::annotation;
use k8s_openapi::api::core::v1::ServiceAccount;
use k8s_openapi::api::rbac::v1::{Role, RoleBinding};
use kube::Api;
use kube::api::PostParams;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use std::process::Command;

/// A service account that may do these things to the DatabaseSchemas of its namespace, and its
/// token.
async fn account(operator: &Operator, name: &str, verbs: &[&str]) -> String {
    let (client, namespace) = (operator.client.clone(), operator.namespace.as_str());
    let create = PostParams::default();
    let account: ServiceAccount =
        serde_json::from_value(json!({ "metadata": { "name": name } })).unwrap();
    let accounts: Api<ServiceAccount> = Api::namespaced(client.clone(), namespace);
    accounts.create(&create, &account).await.unwrap();
    if !verbs.is_empty() {
        let role: Role = serde_json::from_value(json!({
            "metadata": { "name": name },
            "rules": [{ "apiGroups": ["driftless.dev"], "resources": ["databaseschemas"], "verbs": verbs }],
        }))
        .unwrap();
        let roles: Api<Role> = Api::namespaced(client.clone(), namespace);
        roles.create(&create, &role).await.unwrap();
        let binding: RoleBinding = serde_json::from_value(json!({
            "metadata": { "name": name },
            "roleRef": { "apiGroup": "rbac.authorization.k8s.io", "kind": "Role", "name": name },
            "subjects": [{ "kind": "ServiceAccount", "name": name, "namespace": namespace }],
        }))
        .unwrap();
        let bindings: Api<RoleBinding> = Api::namespaced(client, namespace);
        bindings.create(&create, &binding).await.unwrap();
    }
    kubectl(&["create", "token", name, "-n", namespace])
        .trim()
        .to_owned()
}

/// Somebody with a token.
struct Client {
    url: String,
    token: String,
    target: String,
}

impl Client {
    async fn of(operator: &Operator, token: &str, object: &str) -> Self {
        drop(rustls::crypto::ring::default_provider().install_default());
        operator.wait_for_log("serving the REST API").await;
        let log = operator.log();
        let line = log
            .lines()
            .find(|line| line.contains("serving the REST API"));
        let url = line.unwrap().split("url=").nth(1).unwrap().trim();
        Self {
            url: format!("{url}/api/advanced-migrations"),
            token: token.to_owned(),
            target: format!("{}/{object}", operator.namespace),
        }
    }

    async fn ask(&self, method: Method, path: &str, body: Option<&Value>) -> (StatusCode, Value) {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let request = client
            .request(method, format!("{}{path}", self.url))
            .query(&[("target", &self.target)])
            .bearer_auth(&self.token);
        let request = match body {
            Some(body) => request.json(body),
            None => request,
        };
        let response = request.send().await.unwrap();
        (response.status(), response.json().await.unwrap())
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        self.ask(Method::GET, path, None).await
    }

    async fn post(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        self.ask(Method::POST, path, Some(body)).await
    }
}

#[track_caller]
fn refused(answer: &(StatusCode, Value), status: u16, slug: &str) {
    assert_eq!(answer.0.as_u16(), status, "{}", answer.1);
    assert_eq!(
        answer.1["type"],
        format!("https://driftless.dev/problems/{slug}")
    );
}

#[tokio::test]
async fn each_verb_is_asked_of_the_cluster() {
    let operator = Operator::start("rest-verbs").await;
    let mut spec = users("a.db", &[email()]);
    spec["mode"] = json!("DryRun");
    operator.create("a", spec).await;
    operator.wait("a", "DryRunComplete").await;

    let stranger = Client::of(&operator, "not-a-token", "a").await;
    refused(&stranger.get("/schema").await, 401, "unauthenticated");
    let nobody = account(&operator, "nobody", &[]).await;
    let nobody = Client::of(&operator, &nobody, "a").await;
    refused(&nobody.get("/schema").await, 403, "forbidden");
    // What is there is told only to who may look.
    let elsewhere = Client {
        target: format!("{}/b", operator.namespace),
        ..nobody
    };
    refused(&elsewhere.get("/schema").await, 403, "forbidden");

    let viewer = account(&operator, "viewer", &["get"]).await;
    let viewer = Client::of(&operator, &viewer, "a").await;
    assert_eq!(viewer.get("/schema").await.0, 200);
    let refusal = viewer.post("/plan", &json!({})).await;
    refused(&refusal, 403, "forbidden");
    assert!(
        refusal.1["detail"]
            .as_str()
            .unwrap()
            .contains("may not plan"),
        "{}",
        refusal.1
    );

    let planner = account(&operator, "planner", &["get", "plan"]).await;
    let planner = Client::of(&operator, &planner, "a").await;
    let (status, plan) = planner.post("/plan", &json!({})).await;
    assert_eq!(status, 200, "{plan}");
    // Without a desired schema it is the object's own declaration that is planned.
    assert_eq!(plan["summary"]["tables"]["add"], 1);
    assert_eq!(
        planner.post("/dry-run", &json!({"plan": plan})).await.0,
        200
    );
    refused(
        &planner.post("/execute", &json!({"plan": plan})).await,
        403,
        "forbidden",
    );

    let executor = account(&operator, "executor", &["get", "plan", "execute"]).await;
    let executor = Client::of(&operator, &executor, "a").await;
    let approving = json!({"plan": plan, "options": {"approve": plan["id"]}});
    let refusal = executor.post("/execute", &approving).await;
    refused(&refusal, 403, "forbidden");
    assert!(
        refusal.1["detail"]
            .as_str()
            .unwrap()
            .contains("may not approve"),
        "{}",
        refusal.1
    );
    let (status, done) = executor.post("/execute", &json!({"plan": plan})).await;
    assert_eq!(
        (status.as_u16(), &done["status"]),
        (200, &json!("Succeeded")),
        "{done}"
    );

    // What it did is taken back by somebody who may say that it shall be.
    let back = json!({"rollbackOf": done["executionId"]});
    let (status, back) = planner.post("/plan", &back).await;
    assert_eq!(status, 200, "{back}");
    let verbs = ["get", "plan", "execute", "approve"];
    let approver = account(&operator, "approver", &verbs).await;
    let approver = Client::of(&operator, &approver, "a").await;
    let approving = json!({"plan": back, "options": {"approve": back["id"]}});
    refused(
        &executor.post("/execute", &approving).await,
        403,
        "forbidden",
    );
    let (status, done) = approver.post("/execute", &approving).await;
    assert_eq!(
        (status.as_u16(), &done["status"]),
        (200, &json!("Succeeded")),
        "{done}"
    );
    let row = format!("/history/{}", done["executionId"].as_str().unwrap());
    let (_, row) = approver.get(&row).await;
    let by = row["approvedBy"].as_str().unwrap();
    assert!(by.ends_with(":approver"), "{by}");

    let misspelt = Client {
        target: format!("{}/aa", operator.namespace),
        ..viewer
    };
    let answer = misspelt.get("/schema").await;
    refused(&answer, 404, "unknown-target");
    assert_eq!(
        answer.1["nearest"],
        json!([format!("{}/a", operator.namespace)])
    );
    let nameless = Client {
        target: String::new(),
        ..misspelt
    };
    refused(&nameless.get("/schema").await, 404, "unknown-target");
}

/// One execution, asked for over HTTP, in REST, on the command line and in the object's status.
#[tokio::test]
async fn the_same_execution_is_seen_everywhere() {
    let operator = Operator::start("rest-history").await;
    let mut spec = users("a.db", &[email()]);
    spec["mode"] = json!("ValidateOnly");
    operator.create("a", spec).await;
    operator.wait("a", "Validated").await;
    let token = account(&operator, "all", &["get", "plan", "execute"]).await;
    let client = Client::of(&operator, &token, "a").await;
    let (_, plan) = client.post("/plan", &json!({})).await;
    let (_, done) = client.post("/execute", &json!({"plan": plan})).await;
    let id = done["executionId"].as_str().unwrap().to_owned();

    let (status, row) = client.get(&format!("/history/{id}")).await;
    assert_eq!(status, 200, "{row}");
    assert_eq!(row["state"], "Succeeded");

    let output = Command::new(env!("CARGO_BIN_EXE_driftless"))
        .args(["history", "-o", "json"])
        .env(
            "DATABASE_URL",
            format!("sqlite:{}", operator.sqlite("a.db").display()),
        )
        .output()
        .unwrap();
    let page: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(page["executions"], json!([row]));

    operator.annotate("a", annotation::CHECK_AT, "now").await;
    let seen = |status: &driftless::api::DatabaseSchemaStatus| {
        status.last_handled_check_at.as_deref() == Some("now")
    };
    operator.wait_until("a", "look", seen).await;
    let shown = kubectl(&["get", "dbs", "a", "-n", &operator.namespace, "-o", "yaml"]);
    assert!(shown.contains(&id), "{shown}");
}
