//! The executor's options as a DatabaseSchema says them; what they mean elsewhere is in
//! `tests/it/options.rs`. On every engine.

use super::operator::{Operator, condition, ready};
use crate::cases::database::execute;
use crate::desk::{Desk, ENGINES};
use crate::other::Other;
use driftless::api::condition::ConditionType;
use driftless::api::{DatabaseSchemaStatus, annotation};
use driftless::engine::Engine;
use k8s_openapi::api::core::v1::Secret;
use kube::Api;
use kube::api::PostParams;
use serde_json::{Value, json};
use std::process::Command;

/// One database and the object that keeps it. It stays: the operator may be looking at it to the
/// last, and the servers are thrown away.
struct Kept {
    /// Named after the engine.
    name: String,
    url: String,
    /// `spec.database`.
    database: Value,
}

impl Kept {
    async fn new(operator: &Operator, engine: Engine, script: &str) -> Self {
        let name = engine.to_string();
        let kept = if engine == Engine::Sqlite {
            let file = operator.sqlite("a.db");
            Self {
                name,
                url: format!("sqlite:{}", file.display()),
                database: json!({"engine": "sqlite", "path": "a.db"}),
            }
        } else {
            let desk = Desk::new(engine).await;
            let url = url::Url::parse(&desk.database.url).unwrap();
            let secret: Secret = serde_json::from_value(json!({
                "metadata": { "name": name },
                "stringData": { "user": url.username(), "password": url.password().unwrap() },
            }))
            .unwrap();
            let secrets: Api<Secret> =
                Api::namespaced(operator.client.clone(), &operator.namespace);
            secrets
                .create(&PostParams::default(), &secret)
                .await
                .unwrap();
            let key = |key: &str| json!({ "valueFrom": { "secretKeyRef": { "name": name, "key": key } } });
            let database = json!({
                "engine": engine.as_str(),
                "host": { "value": url.host_str().unwrap() },
                "port": { "value": url.port().unwrap().to_string() },
                "user": key("user"),
                "password": key("password"),
                "name": { "value": url.path().trim_start_matches('/') },
            });
            Self {
                url: desk.database.url.clone(),
                name,
                database,
            }
        };
        execute(engine, &kept.url, script).await.unwrap();
        kept
    }

    /// Creates the object; `more` is put over its spec.
    async fn declare(&self, operator: &Operator, sql: &str, more: &Value) {
        let mut spec = json!({
            "database": self.database,
            "schema": { "sql": sql },
            "scope": { "prune": { "default": "Exact" } },
        });
        for (field, value) in more.as_object().unwrap() {
            spec[field] = value.clone();
        }
        operator.create(&self.name, spec).await;
    }

    async fn redeclare(&self, operator: &Operator, sql: &str) {
        let patch = json!({ "spec": { "schema": { "sql": sql } } });
        operator.patch(&self.name, patch).await;
    }

    async fn look_again(&self, operator: &Operator) -> DatabaseSchemaStatus {
        operator
            .annotate(&self.name, annotation::CHECK_AT, "now")
            .await;
        let seen =
            |status: &DatabaseSchemaStatus| status.last_handled_check_at.as_deref() == Some("now");
        operator.wait_until(&self.name, "a look", seen).await
    }

    /// What the command line says of the same database.
    fn history(&self) -> Vec<Value> {
        let output = Command::new(env!("CARGO_BIN_EXE_driftless"))
            .args(["history", "-o", "json"])
            .env("DATABASE_URL", &self.url)
            .output()
            .unwrap();
        let page: Value = serde_json::from_slice(&output.stdout).unwrap();
        page["executions"].as_array().unwrap().clone()
    }
}

const BEFORE: &str = "CREATE TABLE t (id integer NOT NULL PRIMARY KEY, note varchar(20));
    INSERT INTO t VALUES (1, NULL)";
const WITHOUT_NOTE: &str = "CREATE TABLE t (id integer NOT NULL PRIMARY KEY);";

#[tokio::test]
async fn a_dry_run_is_one_rehearsal_and_no_change() {
    let operator = Operator::start("dry-run").await;
    for engine in ENGINES {
        let kept = Kept::new(&operator, engine, BEFORE).await;
        // A loss: what is not done needs no approval.
        kept.declare(&operator, WITHOUT_NOTE, &json!({"mode": "DryRun"}))
            .await;
        let status = operator.wait(&kept.name, "DryRunComplete").await;
        let message = ready(&status).1.to_owned();
        assert!(
            message.contains("was a rehearsal, nothing was changed"),
            "{engine}: {message}"
        );
        assert_eq!(
            condition(&status, ConditionType::Ready).0,
            "True",
            "{engine}"
        );
        assert_eq!(status.history[0].outcome, "DryRun", "{engine}");
        assert_eq!(status.schema_version, None, "{engine}");
        assert!(
            message.contains(&status.history[0].id),
            "{engine}: {message}"
        );
        let rows = kept.history();
        assert_eq!(rows.len(), 1, "{engine}: {rows:?}");
        assert_eq!(
            (&rows[0]["dryRun"], &rows[0]["backupPath"]),
            (&json!(true), &Value::Null)
        );
        execute(engine, &kept.url, "SELECT note FROM t")
            .await
            .unwrap();
        // The same plan is not rehearsed again and again.
        let status = kept.look_again(&operator).await;
        assert_eq!(
            ready(&status),
            ("DryRunComplete", message.as_str()),
            "{engine}"
        );
        assert_eq!(status.history.len(), 1, "{engine}");
    }
}

#[tokio::test]
async fn validation_alone_names_what_stops_the_plan() {
    let operator = Operator::start("validate").await;
    for engine in ENGINES {
        let kept = Kept::new(&operator, engine, BEFORE).await;
        let strict = "CREATE TABLE t (id integer NOT NULL PRIMARY KEY, note varchar(20) NOT NULL);";
        kept.declare(&operator, strict, &json!({"mode": "ValidateOnly"}))
            .await;
        let status = operator.wait(&kept.name, "ValidationFailed").await;
        let message = ready(&status).1;
        assert!(message.contains("1 rows with NULL"), "{engine}: {message}");
        assert_eq!(
            condition(&status, ConditionType::Ready).0,
            "False",
            "{engine}"
        );
        assert_eq!(
            condition(&status, ConditionType::Stalled).0,
            "True",
            "{engine}"
        );
        let more = "CREATE TABLE t (id integer NOT NULL PRIMARY KEY, note varchar(20), b integer);";
        kept.redeclare(&operator, more).await;
        let status = operator.wait(&kept.name, "Validated").await;
        assert!(
            ready(&status).1.contains("nothing found stops the plan"),
            "{engine}"
        );
        assert_eq!(
            condition(&status, ConditionType::Ready).0,
            "True",
            "{engine}"
        );
        assert_eq!(kept.history(), [Value::Null; 0], "{engine}");
    }
}

#[tokio::test]
async fn a_backup_is_skipped_only_for_a_plan_that_is_named() {
    let operator = Operator::start("skip-backup").await;
    for engine in ENGINES {
        let kept = Kept::new(&operator, engine, BEFORE).await;
        execute(engine, &kept.url, "UPDATE t SET note = 'x'")
            .await
            .unwrap();
        kept.declare(
            &operator,
            WITHOUT_NOTE,
            &json!({"backup": {"when": "Never"}}),
        )
        .await;
        let status = operator.wait(&kept.name, "AwaitingApproval").await;
        let plan = status.plan.unwrap().id;
        operator
            .annotate(&kept.name, annotation::APPROVE, &plan)
            .await;
        let status = operator.wait(&kept.name, "InSync").await;
        assert_eq!(status.last_backup, None, "{engine}");
        assert_eq!(kept.history()[0]["backupPath"], Value::Null, "{engine}");
    }
}

const HELD: &str = "CREATE TABLE held (id integer NOT NULL PRIMARY KEY)";
const TWO: &str = "CREATE TABLE a_first (id integer NOT NULL PRIMARY KEY);
    CREATE TABLE held (id integer NOT NULL PRIMARY KEY, a integer);";

#[tokio::test]
async fn failures_are_tried_again_taken_back_or_left_as_the_object_says() {
    let operator = Operator::start("on-failure").await;
    for engine in [Engine::Postgres, Engine::Mysql, Engine::Mariadb] {
        let kept = Kept::new(&operator, engine, HELD).await;
        let mut other = Other::connect(engine, &kept.url).await;
        other.hold("held").await;
        let execution = json!({"lockTimeout": "1s", "maxRetries": 1, "onFailure": "Stop"});
        kept.declare(&operator, TWO, &json!({"execution": execution}))
            .await;
        let expected = if engine == Engine::Postgres {
            "RolledBack"
        } else {
            "PartiallyApplied"
        };
        operator.wait(&kept.name, expected).await;
        // The first row: after a failure that left nothing the object tries again by itself.
        let row = kept.history().pop().unwrap();
        assert_eq!(row["state"], expected, "{engine}: {row}");
        let warnings = row["warnings"].to_string();
        assert_eq!(
            warnings.matches("tried again after").count(),
            1,
            "{engine}: {warnings}"
        );
        other.let_go().await;
        other.close().await;
    }
}
