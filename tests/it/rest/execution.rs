//! Plans and executions over HTTP, on every engine.

use super::desk::{Answer, Desk, NEW_FEATURE};
use super::on_every_engine;
use driftless::engine::Engine;
use reqwest::Method;
use serde_json::{Value, json};

on_every_engine!(
    the_requests_of_the_source_document,
    a_loss_needs_an_approval_that_names_the_plan,
    a_client_that_does_not_wait_is_told_where_to_ask,
    one_of_two_at_once_is_turned_away,
);

/// Its plan request, then its execute request around what the plan request answered.
async fn the_requests_of_the_source_document(engine: Engine) {
    let desk = Desk::new(engine).await;
    let plan = desk.post("/plan", NEW_FEATURE).await.expect(200);
    assert_eq!(plan["summary"]["tables"]["add"], 1);
    assert_eq!(plan["changes"], true);
    assert_eq!(plan["engine"], engine.as_str());
    assert!(plan["estimatedSeconds"].as_u64().is_some());
    assert_eq!(plan["rollback"]["sql"].as_array().unwrap().len(), 1);
    let notes = plan["notes"].to_string();
    assert!(notes.contains("becomes the primary key"), "{notes}");

    let body = format!(
        r#"{{
    "plan": {plan},
    "options": {{
      "dryRun": false,
      "skipBackup": false,
      "maxRetries": 3
    }}
  }}"#
    );
    let found = desk
        .post("/validate", format!(r#"{{"plan": {plan}}}"#))
        .await;
    let found = found.expect(200);
    assert_eq!(found["valid"], true, "{found}");
    assert_eq!(found["plan"]["id"], plan["id"]);
    let only = json!({"plan": plan, "options": {"validateOnly": true}});
    let valid = desk.post("/execute", only).await.expect(200);
    assert_eq!(
        (&valid["status"], &valid["executionId"]),
        (&json!("Valid"), &Value::Null)
    );
    let dry = desk
        .post("/dry-run", format!(r#"{{"plan": {plan}}}"#))
        .await;
    assert_eq!(dry.expect(200)["status"], "DryRun");
    let done = desk.post("/execute", &body).await.expect(200);
    assert_eq!(done["status"], "Succeeded", "{done}");
    assert_eq!(done["planId"], plan["id"]);
    assert_eq!(done["results"][0]["state"], "done");
    assert_eq!(done["errors"], json!([]));
    // The key counts itself up.
    desk.database
        .run("INSERT INTO new_feature (name) VALUES ('a'); INSERT INTO new_feature (name) VALUES ('b')")
        .await
        .unwrap();

    // The same plan once more is stale, and says what planning gives now.
    let found = desk
        .post("/validate", format!(r#"{{"plan": {plan}}}"#))
        .await;
    let found = found.expect(200);
    assert_eq!(
        (&found["valid"], &found["findings"][0]["id"]),
        (&json!(false), &json!("plan.stale"))
    );
    let stale = desk
        .post("/execute", &body)
        .await
        .problem(409, "stale-plan");
    let now = desk.post("/plan", NEW_FEATURE).await.expect(200);
    assert_eq!(now["changes"], false);
    assert_eq!(stale["planId"], now["id"]);
    let nothing = desk.post("/execute", json!({"plan": now})).await;
    assert_eq!(nothing.expect(200)["status"], "NothingToDo");
    desk.close().await;
}

fn execute(plan: &Value, options: &Value) -> Value {
    json!({"plan": {"id": plan["id"], "request": plan["request"]}, "options": options})
}

async fn a_loss_needs_an_approval_that_names_the_plan(engine: Engine) {
    let desk = Desk::new(engine).await;
    let create = "CREATE TABLE t (id INTEGER PRIMARY KEY, note VARCHAR(20)); INSERT INTO t VALUES (1, 'keep')";
    desk.database.run(create).await.unwrap();
    let body = json!({
        "desiredSchema": {"tables": [{"name": "t", "columns": [
            {"name": "id", "dataType": "int", "isNullable": "NO"}]}]},
        "insideTables": "Drop",
    });
    let plan = desk.post("/plan", body).await.expect(200);
    let dropped = plan["risks"].as_array().unwrap().iter();
    let mut dropped = dropped.filter(|risk| risk["rule"] == "column.drop");
    assert_eq!(dropped.next().unwrap()["severity"], "critical", "{plan}");

    let held = desk.post("/execute", execute(&plan, &json!({}))).await;
    let held = held.problem(403, "approval-required");
    assert_eq!(held["planId"], plan["id"]);
    let other = execute(&plan, &json!({"approve": "sha256:0"}));
    let other = desk.post("/execute", other).await;
    assert_eq!(
        other.problem(409, "approval-mismatch")["planId"],
        plan["id"]
    );
    let approved = execute(&plan, &json!({"approve": plan["id"]}));
    let done = desk.post("/execute", approved).await.expect(200);
    assert_eq!(done["status"], "Succeeded", "{done}");
    let backup = done["backupPath"].as_str().unwrap();
    assert!(desk.folder.path().join(backup).is_dir(), "{backup}");
    assert!(desk.database.run("SELECT note FROM t").await.is_err());
    desk.close().await;
}

async fn a_client_that_does_not_wait_is_told_where_to_ask(engine: Engine) {
    let desk = Desk::new(engine).await;
    let plan = desk.post("/plan", NEW_FEATURE).await.expect(200);
    let request = desk
        .ask(Method::POST, "/execute")
        .header("prefer", "respond-async")
        .json(&json!({"plan": plan}));
    let accepted = Answer::of(request).await;
    let document = accepted.expect(202);
    assert_eq!(document["status"], "Running");
    assert_eq!(document["planId"], plan["id"]);
    let location = accepted.headers["location"].to_str().unwrap();
    assert_eq!(document["location"], location);
    let id = document["executionId"].as_str().unwrap();
    assert!(location.ends_with(&format!("/history/{id}")));

    let events = desk.get(&format!("/history/{id}/events")).await;
    assert_eq!(events.headers["content-type"], "text/event-stream");
    let events = told(&events.text);
    let names: Vec<&str> = events.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["started", "step", "step", "ended"]);
    assert_eq!(events[0].1["executionId"], id);
    assert_eq!(events[1].1["state"], "started");
    assert_eq!(events[2].1["state"], "done");
    assert_eq!(events[3].1["status"], "Succeeded");

    desk.get("/history/none/events")
        .await
        .problem(404, "unknown-execution");
    desk.close().await;
}

/// The events of a stream: name and data.
fn told(text: &str) -> Vec<(String, Value)> {
    let blocks = text.split("\n\n").filter(|block| block.contains("event:"));
    let field = |block: &str, name: &str| {
        let mut lines = block.lines();
        lines
            .find_map(|line| line.strip_prefix(name))
            .unwrap()
            .trim()
            .to_owned()
    };
    blocks
        .map(|block| {
            let data = field(block, "data:");
            (field(block, "event:"), serde_json::from_str(&data).unwrap())
        })
        .collect()
}

/// Two executes of one plan: one runs, the other hears the id of the one that does, or comes after
/// it and finds its plan stale. With several attempts the first must be seen.
async fn one_of_two_at_once_is_turned_away(engine: Engine) {
    let desk = Desk::new(engine).await;
    let plan = desk.post("/plan", NEW_FEATURE).await.expect(200);
    let first = desk
        .ask(Method::POST, "/execute")
        .header("prefer", "respond-async")
        .json(&json!({"plan": plan}));
    let first = Answer::of(first).await.expect(202);
    let second = desk.post("/execute", json!({"plan": plan})).await;
    let problem = second.expect(409);
    let kind = problem["type"].as_str().unwrap();
    if kind.ends_with("/busy") {
        assert_eq!(problem["executionId"], first["executionId"]);
    } else {
        assert!(kind.ends_with("/stale-plan"), "{problem}");
    }
    let id = first["executionId"].as_str().unwrap();
    let events = desk.get(&format!("/history/{id}/events")).await;
    assert_eq!(told(&events.text).last().unwrap().1["status"], "Succeeded");
    desk.close().await;
}
