//! What the database holds and what was done to it, over HTTP, on every engine.

use super::desk::{Answer, Desk, NEW_FEATURE};
use super::on_every_engine;
use driftless::engine::Engine;
use reqwest::Method;
use serde_json::json;

on_every_engine!(
    the_schema_is_told,
    what_was_done_is_told,
    what_was_done_is_taken_back
);

async fn the_schema_is_told(engine: Engine) {
    let desk = Desk::new(engine).await;
    let script = "CREATE TABLE users (id INTEGER PRIMARY KEY, email VARCHAR(50) NOT NULL);
        CREATE INDEX by_email ON users (email);
        CREATE TABLE orders (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, FOREIGN KEY (user_id) REFERENCES users (id));
        INSERT INTO users VALUES (1, 'a'), (2, 'b')";
    desk.database.run(script).await.unwrap();

    let schema = desk.get("/schema").await.expect(200);
    assert_eq!(schema["engine"], engine.as_str());
    let tables = schema["tables"].as_array().unwrap().iter();
    let names: Vec<_> = tables
        .map(|table| table["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["orders", "users"]);
    let table = desk.get("/schema/users").await.expect(200);
    assert_eq!(table["columns"][1]["name"], "email");
    assert_eq!(table["columns"][1]["isNullable"], "NO");
    assert_eq!(schema["tables"][1], table);
    let problem = desk
        .get("/schema/usres")
        .await
        .problem(404, "unknown-table");
    assert_eq!(problem["nearest"], json!(["users"]));
    for hostile in [
        "%00",
        "a%22b",
        "..%2f..%2fetc",
        &"x".repeat(200),
        "%F0%9F%98%80",
    ] {
        let answer = desk.get(&format!("/schema/{hostile}")).await;
        answer.problem(404, "unknown-table");
    }

    let size = desk.get("/size").await.expect(200);
    assert!(size["databaseBytes"].as_u64().unwrap() > 0, "{size}");
    assert_eq!(size["tables"].as_array().unwrap().len(), 2);
    let counted = desk.get("/row-counts?exact=true").await.expect(200);
    assert_eq!(
        (&counted["exact"], &counted["totalRows"]),
        (&json!(true), &json!(2))
    );
    let estimated = desk.get("/row-counts").await.expect(200);
    assert_eq!(estimated["exact"], false);
    desk.get("/row-counts?exact=maybe")
        .await
        .problem(400, "invalid-request");

    // The statements make the same schema elsewhere.
    let made = desk.get("/create-statements").await.expect(200);
    let made = made["statements"].as_array().unwrap();
    let kinds: Vec<_> = made
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["users", "orders"]);
    let elsewhere = Desk::new(engine).await;
    for one in made {
        let sql = one["createStatement"].as_str().unwrap();
        elsewhere.database.run(sql).await.unwrap();
    }
    let copy = elsewhere.get("/schema").await.expect(200);
    assert_eq!(copy["tables"], schema["tables"]);
    let statements = elsewhere.get("/create-statements").await.expect(200);
    assert_eq!(statements["statements"].as_array().unwrap(), made);
    elsewhere.close().await;
    let health = desk.get("/health").await.expect(200);
    assert_eq!(
        (&health["status"], &health["engine"]),
        (&json!("up"), &json!(engine.as_str()))
    );
    desk.close().await;
}

async fn what_was_done_is_told(engine: Engine) {
    let desk = Desk::new(engine).await;
    assert_eq!(
        desk.get("/history").await.expect(200)["executions"],
        json!([])
    );
    let mut ids = Vec::new();
    for number in 0..3 {
        let sql = format!("CREATE TABLE t{number} (id INTEGER PRIMARY KEY)");
        let plan = desk.plan_sql(&sql).await;
        let done = desk
            .post("/execute", json!({"plan": plan}))
            .await
            .expect(200);
        ids.insert(0, done["executionId"].clone());
    }
    let all = desk.get("/history?limit=10").await.expect(200);
    let shown = all["executions"].as_array().unwrap().iter();
    let shown: Vec<_> = shown.map(|entry| entry["executionId"].clone()).collect();
    assert_eq!(shown, ids);
    let page = desk.get("/history?limit=2").await.expect(200);
    assert_eq!(page["next"], ids[1]);
    let older = format!("/history?limit=2&before={}", ids[1].as_str().unwrap());
    let next = desk.get(&older).await.expect(200);
    assert_eq!(next["executions"].as_array().unwrap().len(), 1);
    assert_eq!(next["executions"][0]["executionId"], ids[2]);
    let one = format!("/history/{}", ids[0].as_str().unwrap());
    let one = desk.get(&one).await.expect(200);
    assert_eq!(one, all["executions"][0]);
    assert_eq!(one["state"], "Succeeded");
    assert_eq!(one["dryRun"], false);
    desk.get("/history/nothing")
        .await
        .problem(404, "unknown-execution");
    for wrong in ["limit=0", "limit=1001", "limit=-1", "limit=x", "limt=1"] {
        let answer = desk.get(&format!("/history?{wrong}")).await;
        answer.problem(400, "invalid-request");
    }

    // The end of one that was refused is told for a while.
    let request = desk
        .ask(Method::POST, "/execute")
        .header("prefer", "respond-async")
        .json(&json!({"plan": {"id": "sha256:0", "request": {"desiredSchema": {"sql": "CREATE TABLE x (id INTEGER)"}}}}));
    let accepted = Answer::of(request).await.expect(202);
    let id = accepted["executionId"].as_str().unwrap();
    desk.get(&format!("/history/{id}/events")).await;
    desk.get(&format!("/history/{id}"))
        .await
        .problem(409, "stale-plan");
    desk.close().await;
}

async fn what_was_done_is_taken_back(engine: Engine) {
    let desk = Desk::new(engine).await;
    let plan = desk.post("/plan", NEW_FEATURE).await.expect(200);
    let done = desk
        .post("/execute", json!({"plan": plan}))
        .await
        .expect(200);
    let back = json!({"rollbackOf": done["executionId"]});
    let plan = desk.post("/plan", back).await.expect(200);
    assert_eq!(plan["summary"]["tables"]["drop"], 1, "{plan}");
    let options = json!({"approve": plan["id"]});
    let undone = desk
        .post("/execute", json!({"plan": plan, "options": options}))
        .await;
    assert_eq!(undone.expect(200)["status"], "Succeeded");
    desk.get("/schema/new_feature")
        .await
        .problem(404, "unknown-table");
    let unknown = desk.post("/plan", json!({"rollbackOf": "nothing"})).await;
    unknown.problem(404, "unknown-execution");
    desk.close().await;
}
