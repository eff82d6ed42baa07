//! Executions that people take back from a database that an operator keeps.

use super::operator::{Operator, ready};
use super::{email, sql, users, without_email};
use driftless::api::annotation;
use serde_json::{Value, json};
use std::path::Path;

const COLUMNS: &str = "SELECT name FROM pragma_table_info('users')";

/// A database in which the column `email` was added by an execution of its own; its id.
async fn with_email_added(operator: &Operator) -> String {
    operator.create("a", users("a.db", &[])).await;
    operator.wait("a", "InSync").await;
    let schema = &users("a.db", &[email()])["schema"];
    operator
        .patch("a", json!({ "spec": { "schema": schema } }))
        .await;
    let status = operator.wait("a", "InSync").await;
    assert_eq!(
        sql(&operator.sqlite("a.db"), COLUMNS).await,
        ["id", "email"]
    );
    status.history[0].id.clone()
}

async fn without(operator: &Operator, key: &str) {
    let none = json!({ "metadata": { "annotations": { key: Value::Null } } });
    operator.patch("a", none).await;
}

fn rolled_back_by_hand(file: &Path, execution: &str) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_driftless"))
        .args(["rollback", execution])
        .env("DATABASE_URL", format!("sqlite:{}", file.display()))
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
}

#[tokio::test]
async fn an_annotation_asks_for_a_plan_that_waits_for_its_own_approval() {
    let mut operator = Operator::start("rollback").await;
    let file = operator.sqlite("a.db");
    let added = with_email_added(&operator).await;
    operator.annotate("a", annotation::ROLLBACK, &added).await;
    let waiting = operator.wait("a", "AwaitingApproval").await;
    assert_eq!(sql(&file, COLUMNS).await, ["id", "email"]);
    let plan = waiting.plan.unwrap();
    operator.annotate("a", annotation::APPROVE, &plan.id).await;
    let drifted = operator.wait("a", "DriftDetected").await;
    assert_eq!(sql(&file, COLUMNS).await, ["id"]);
    assert_eq!(drifted.history.len(), 3);
    assert_eq!(drifted.history[0].outcome, "Succeeded");
    assert_eq!(drifted.drift.unwrap().detected, Some(true));

    // Not applied again by itself, and not taken back twice.
    operator.restart().await;
    operator.annotate("a", annotation::CHECK_AT, "now").await;
    let looked = |status: &driftless::api::DatabaseSchemaStatus| {
        status.last_handled_check_at.as_deref() == Some("now")
    };
    let later = operator.wait_until("a", "another look", looked).await;
    assert_eq!(ready(&later).0, "DriftDetected");
    assert_eq!(later.history.len(), 3);
    assert_eq!(sql(&file, COLUMNS).await, ["id"]);

    operator.patch("a", without_email()).await;
    operator.wait("a", "InSync").await;
}

#[tokio::test]
async fn one_that_cannot_be_taken_back_is_refused_by_name() {
    let operator = Operator::start("unrollable").await;
    let added = with_email_added(&operator).await;
    operator.annotate("a", annotation::ROLLBACK, "nobody").await;
    let refused = operator.wait("a", "Diverged").await;
    let (_, message) = ready(&refused);
    assert!(
        message.contains("UnknownExecution") && message.contains(&added),
        "{message}"
    );
    without(&operator, annotation::ROLLBACK).await;
    operator.wait("a", "InSync").await;
}

/// By the command line, past the operator: it reports, and leaves the database alone.
#[tokio::test]
async fn what_is_taken_back_by_hand_is_drift() {
    let operator = Operator::start("by-hand").await;
    let file = operator.sqlite("a.db");
    let added = with_email_added(&operator).await;
    rolled_back_by_hand(&file, &added);
    operator.annotate("a", annotation::CHECK_AT, "now").await;
    operator.wait("a", "DriftDetected").await;
    assert_eq!(sql(&file, COLUMNS).await, ["id"]);
}
