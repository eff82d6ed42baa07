//! The operator against a real API server, as somebody at a terminal would meet it.

mod credentials;
mod leader;
mod operator;
mod options;
mod rest;
mod rollback;

use std::path::Path;

use driftless::api::annotation;
use driftless::api::condition::ConditionType;
use driftless::api::plan_resource::SchemaPlanPhase;
use k8s_openapi::api::core::v1::ConfigMap;
use kube::api::{DeleteParams, ListParams, Patch, PatchParams, PostParams};
use kube::{Api, ResourceExt};
use operator::{Operator, condition, ready};
use serde_json::{Value, json};
use sqlx::{Connection, Row, SqliteConnection};

/// Runs SQL on a file as somebody who knows nothing of the operator.
async fn sql(path: &Path, text: &'static str) -> Vec<String> {
    let url = format!("sqlite:{}", path.display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    let rows = sqlx::query(text).fetch_all(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    rows.iter().map(|row| row.get::<String, _>(0)).collect()
}

const TABLES: &str = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

async fn has_table(path: &Path, table: &str) -> bool {
    sql(path, TABLES).await.iter().any(|name| name == table)
}

/// A document for a file, with the table `users` and these further columns.
fn users(file: &str, further: &[Value]) -> Value {
    let mut columns = vec![json!({ "name": "id", "dataType": "integer", "isNullable": "NO" })];
    columns.extend_from_slice(further);
    json!({
        "database": { "engine": "sqlite", "path": file },
        "schema": { "tables": [{
            "name": "users",
            "columns": columns,
            "primaryKey": { "columns": ["id"] },
        }] },
    })
}

fn email() -> Value {
    json!({ "name": "email", "dataType": "text" })
}

/// What `users` needs to be declared without `email`.
fn without_email() -> Value {
    json!({ "spec": { "schema": users("a.db", &[])["schema"] } })
}

#[tokio::test]
async fn a_declaration_is_applied_and_said_to_be() {
    let operator = Operator::start("apply").await;
    operator.create("a", users("a.db", &[email()])).await;
    let status = operator.wait("a", "InSync").await;
    assert!(has_table(&operator.sqlite("a.db"), "users").await);
    assert_eq!(condition(&status, ConditionType::Ready).0, "True");
    assert_eq!(condition(&status, ConditionType::Reconciling).0, "False");
    assert_eq!(
        condition(&status, ConditionType::Connected),
        ("True", "Connected")
    );
    assert_eq!(condition(&status, ConditionType::Approved).0, "True");
    assert_eq!((status.schema_version, status.history.len()), (Some(1), 1));
    assert_eq!(status.live_fingerprint, status.desired_fingerprint);
    assert!(status.plan.is_none() && status.drift.unwrap().next_check_time.is_some());
    let plans = operator.all_plans().await;
    assert_eq!(
        plans[0].status.as_ref().unwrap().phase,
        Some(SchemaPlanPhase::Applied)
    );
    assert!(plans[0].spec.statements[0].sql.contains("CREATE TABLE"));
}

#[tokio::test]
async fn a_loss_waits_for_a_word_that_names_the_plan() {
    let operator = Operator::start("approve").await;
    let file = operator.sqlite("a.db");
    operator.create("a", users("a.db", &[email()])).await;
    operator.wait("a", "InSync").await;
    sql(
        &file,
        "INSERT INTO users (id, email) VALUES (1, 'ann@example.org') RETURNING 'x'",
    )
    .await;
    operator.patch("a", without_email()).await;
    let waiting = operator.wait("a", "AwaitingApproval").await;
    for kind in [
        ConditionType::Ready,
        ConditionType::Reconciling,
        ConditionType::Stalled,
    ] {
        assert_eq!(condition(&waiting, kind).0, "False", "{kind:?}");
    }
    let plan = waiting.plan.unwrap();
    assert!(ready_message_names(&operator, &plan.id).await);
    assert_eq!(
        sql(&file, "SELECT email FROM users").await,
        ["ann@example.org"]
    );

    operator
        .annotate("a", annotation::APPROVE, "sha256:0000")
        .await;
    let approved = |status: &_| condition(status, ConditionType::Approved).1 == "HashMismatch";
    operator.wait_until("a", "HashMismatch", approved).await;
    assert_eq!(
        sql(&file, "SELECT email FROM users").await,
        ["ann@example.org"]
    );
    operator
        .patch(
            "a",
            json!({ "metadata": { "annotations": { annotation::APPROVE: null } } }),
        )
        .await;

    // A reviewer needs no right to change the schema: the word may stand on the plan.
    let name = plan.r#ref.unwrap();
    let word = json!({ "metadata": { "annotations": {
        annotation::APPROVE: plan.id, annotation::APPROVED_BY: "ann",
    } } });
    let word = Patch::Merge(word);
    operator
        .plans()
        .patch(&name, &PatchParams::default(), &word)
        .await
        .unwrap();
    let done = operator.wait("a", "InSync").await;
    let columns = sql(&file, "SELECT name FROM pragma_table_info('users')").await;
    assert_eq!(columns, ["id"]);
    assert_eq!(done.history[0].approved_by.as_deref(), Some("ann"));
    let copy = done
        .last_backup
        .expect("rows were lost without a copy")
        .path;
    assert!(Path::new(&copy).exists(), "{copy}");
    let plan = operator.plans().get(&name).await.unwrap().status.unwrap();
    assert_eq!(
        (plan.phase, plan.decided_by.as_deref()),
        (Some(SchemaPlanPhase::Applied), Some("ann"))
    );
}

async fn ready_message_names(operator: &Operator, plan: &str) -> bool {
    let object = operator.objects().get("a").await.unwrap();
    ready(&object.status.unwrap()).1.contains(plan)
}

#[tokio::test]
async fn a_refused_plan_never_runs() {
    let operator = Operator::start("reject").await;
    let file = operator.sqlite("a.db");
    operator.create("a", users("a.db", &[email()])).await;
    operator.wait("a", "InSync").await;
    sql(
        &file,
        "INSERT INTO users (id, email) VALUES (1, 'x') RETURNING 'x'",
    )
    .await;
    operator.patch("a", without_email()).await;
    let plan = operator.wait("a", "AwaitingApproval").await.plan.unwrap();
    operator.annotate("a", annotation::REJECT, &plan.id).await;
    operator.wait("a", "PlanRejected").await;
    operator.annotate("a", annotation::APPROVE, &plan.id).await;
    operator.annotate("a", annotation::CHECK_AT, "now").await;
    let handled = |status: &driftless::api::DatabaseSchemaStatus| {
        status.last_handled_check_at.as_deref() == Some("now")
    };
    let status = operator.wait_until("a", "look", handled).await;
    assert_eq!(ready(&status).0, "PlanRejected");
    assert_eq!(condition(&status, ConditionType::Stalled).0, "True");
    assert_eq!(sql(&file, "SELECT email FROM users").await, ["x"]);
}

#[tokio::test]
async fn what_others_change_is_reported_and_left_alone_also_after_a_restart() {
    let mut operator = Operator::start("drift").await;
    let file = operator.sqlite("a.db");
    operator.create("a", users("a.db", &[email()])).await;
    operator.wait("a", "InSync").await;
    operator.stop().await;
    sql(&file, "ALTER TABLE users DROP COLUMN email").await;
    operator.restart_after_stop();
    let status = operator.wait("a", "DriftDetected").await;
    assert_eq!(
        condition(&status, ConditionType::Ready).0,
        "True",
        "reported, not failed"
    );
    assert_eq!(
        condition(&status, ConditionType::Drifted),
        ("True", "DriftDetected")
    );
    let columns = sql(&file, "SELECT name FROM pragma_table_info('users')").await;
    assert_eq!(columns, ["id"], "a report puts nothing right");

    operator
        .patch("a", json!({ "spec": { "drift": { "action": "Correct" } } }))
        .await;
    let status = operator.wait("a", "InSync").await;
    assert_eq!(
        condition(&status, ConditionType::Drifted),
        ("False", "NoDrift")
    );
    let columns = sql(&file, "SELECT name FROM pragma_table_info('users')").await;
    assert_eq!(columns, ["id", "email"]);
}

#[tokio::test]
async fn a_second_owner_is_turned_away() {
    let operator = Operator::start("owner").await;
    operator.create("a", users("a.db", &[email()])).await;
    operator.wait("a", "InSync").await;
    operator.create("b", users("a.db", &[])).await;
    let status = operator.wait("b", "TargetOwnedByAnother").await;
    assert_eq!(condition(&status, ConditionType::Stalled).0, "True");
    let columns = sql(
        &operator.sqlite("a.db"),
        "SELECT name FROM pragma_table_info('users')",
    )
    .await;
    assert_eq!(columns, ["id", "email"]);
}

#[tokio::test]
async fn ddl_from_a_config_map_is_followed() {
    let operator = Operator::start("configmap").await;
    let spec = json!({
        "database": { "engine": "sqlite", "path": "a.db" },
        "schema": { "from": [{ "configMapRef": { "name": "ddl" } }] },
    });
    operator.create("a", spec).await;
    let status = operator.wait("a", "InvalidSchema").await;
    assert_eq!(
        condition(&status, ConditionType::SchemaValid),
        ("False", "UnknownReference")
    );
    let maps: Api<ConfigMap> = Api::namespaced(operator.client.clone(), &operator.namespace);
    let map = |text: &str| -> ConfigMap {
        serde_json::from_value(json!({ "metadata": { "name": "ddl" }, "data": { "a.sql": text } }))
            .unwrap()
    };
    let first = map("CREATE TABLE t (a integer);");
    maps.create(&PostParams::default(), &first).await.unwrap();
    operator.wait("a", "InSync").await;
    let second = map("CREATE TABLE t (a integer, b text);");
    maps.patch("ddl", &PatchParams::default(), &Patch::Merge(&second))
        .await
        .unwrap();
    let twice = |status: &driftless::api::DatabaseSchemaStatus| status.schema_version == Some(2);
    operator.wait_until("a", "a second version", twice).await;
    let columns = sql(
        &operator.sqlite("a.db"),
        "SELECT name FROM pragma_table_info('t')",
    )
    .await;
    assert_eq!(columns, ["a", "b"]);
}

#[tokio::test]
async fn nothing_happens_while_suspended_or_rehearsing() {
    let operator = Operator::start("suspend").await;
    let mut spec = users("a.db", &[]);
    spec["suspend"] = json!(true);
    operator.create("a", spec).await;
    operator.wait("a", "Suspended").await;
    assert!(!operator.sqlite("a.db").exists());
    operator
        .patch(
            "a",
            json!({ "spec": { "suspend": false, "mode": "DryRun" } }),
        )
        .await;
    let status = operator.wait("a", "DryRunComplete").await;
    assert_eq!(status.plan.unwrap().statements, 1);
    operator
        .patch("a", json!({ "spec": { "mode": "Apply" } }))
        .await;
    operator.wait("a", "InSync").await;
    assert!(has_table(&operator.sqlite("a.db"), "users").await);
}

#[tokio::test]
async fn mistakes_are_named_and_mended() {
    let operator = Operator::start("invalid").await;
    let mut spec = users("a.db", &[]);
    spec["schema"] = json!({ "sql": "CREATE TABLE t (a integer);\nDROP TABLE x;" });
    operator.create("a", spec).await;
    let status = operator.wait("a", "InvalidSchema").await;
    let message = ready(&status).1;
    assert!(
        message.contains("spec.schema.sql") && message.contains("line 2"),
        "{message}"
    );
    operator
        .patch(
            "a",
            json!({ "spec": { "schema": { "sql": "CREATE TABLE t (a integer);" } } }),
        )
        .await;
    operator.wait("a", "InSync").await;
    operator
        .patch(
            "a",
            json!({ "spec": { "database": { "path": "../../x.db" } } }),
        )
        .await;
    let status = operator.wait("a", "InvalidSchema").await;
    assert!(
        ready(&status).1.contains("spec.database.path"),
        "{}",
        ready(&status).1
    );
}

#[tokio::test]
async fn deletion_is_never_held_up_and_keeps_the_tables() {
    let operator = Operator::start("delete").await;
    operator.create("a", users("a.db", &[])).await;
    operator.wait("a", "InSync").await;
    assert!(
        operator
            .objects()
            .get("a")
            .await
            .unwrap()
            .finalizers()
            .is_empty()
    );
    operator
        .objects()
        .delete("a", &DeleteParams::default())
        .await
        .unwrap();
    assert!(operator.objects().get_opt("a").await.unwrap().is_none());
    assert!(has_table(&operator.sqlite("a.db"), "users").await);
}

#[tokio::test]
async fn transitions_are_told_and_looks_are_not() {
    let mut operator = Operator::start("events").await;
    operator.create("a", users("a.db", &[])).await;
    operator.wait("a", "InSync").await;
    operator.restart().await;
    operator.annotate("a", annotation::CHECK_AT, "again").await;
    let again = |status: &driftless::api::DatabaseSchemaStatus| {
        status.last_handled_check_at.as_deref() == Some("again")
    };
    let status = operator.wait_until("a", "look", again).await;
    assert_eq!(status.history.len(), 1, "a restart is no reason to execute");
    let events: Api<k8s_openapi::api::events::v1::Event> =
        Api::namespaced(operator.client.clone(), &operator.namespace);
    let events = events.list(&ListParams::default()).await.unwrap().items;
    let reasons: Vec<_> = events
        .iter()
        .filter_map(|event| event.reason.as_deref())
        .collect();
    assert_eq!(reasons, ["InSync"]);
}
