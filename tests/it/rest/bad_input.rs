//! What a client should not send.

use super::desk::{Answer, Desk};
use super::on_every_engine;
use driftless::engine::Engine;
use reqwest::Method;
use serde_json::{Value, json};

on_every_engine!(hostile_names_are_data);

/// Quotes, keywords and other alphabets are names like any other; what no engine can hold is
/// refused with the place and the reason.
async fn hostile_names_are_data(engine: Engine) {
    let desk = Desk::new(engine).await;
    let table = |name: &str| {
        json!({"desiredSchema": {"tables": [{"name": name, "columns": [
            {"name": name, "dataType": "int", "isNullable": "NO"}]}]}})
    };
    let possible = [
        "a\"b",
        "a'b",
        "a`b",
        "a\\b",
        "a;b",
        "a--b",
        "a/*b",
        "select",
        "Größe",
        "表",
        "😀",
        "a b",
        "x'); DROP TABLE t; --",
        "%s{}",
    ];
    for name in possible {
        let answer = desk.post("/plan", table(name)).await;
        // Characters beyond the Basic Multilingual Plane are no names in MySQL (manual, 9.2).
        if answer.status == 422 {
            let problem = answer.expect(422);
            assert!(!problem["detail"].as_str().unwrap().is_empty(), "{name}");
            continue;
        }
        let plan = answer.expect(200);
        let done = desk
            .post("/execute", json!({"plan": plan}))
            .await
            .expect(200);
        assert_eq!(done["status"], "Succeeded", "{name}: {done}");
        let again = desk.post("/plan", table(name)).await.expect(200);
        assert_eq!(again["changes"], false, "{name}: {again}");
    }
    // What no engine can hold is refused with the place and the reason, and nothing is there of it.
    let before = desk.get("/schema").await.expect(200);
    for (name, status, slug) in [
        ("a\u{0}b", 422, "invalid-schema"),
        ("", 400, "invalid-request"),
        (&"n".repeat(200), 400, "invalid-request"),
    ] {
        let answer = desk.post("/plan", table(name)).await;
        let problem = answer.problem(status, slug);
        let item = &problem["items"][0];
        let place = item["object"].as_str().unwrap();
        assert!(place.contains("tables"), "{name:?}: {problem}");
        assert!(!item["reason"].as_str().unwrap().is_empty(), "{problem}");
    }
    assert_eq!(desk.get("/schema").await.expect(200), before);
    // Control characters are characters; nothing that is said carries them raw.
    let answer = desk.post("/plan", table("a\u{1b}[31m\r\nb")).await;
    assert!(
        [200, 422].contains(&answer.status.as_u16()),
        "{}",
        answer.text
    );
    assert!(!answer.text.contains('\u{1b}') && !answer.text.contains('\r'));
    assert!(!desk.log().contains('\u{1b}'), "{}", desk.log());
    desk.close().await;
}

async fn refused(desk: &Desk, path: &str, body: &str, status: u16, slug: &str) -> Value {
    desk.post(path, body).await.problem(status, slug)
}

#[tokio::test]
async fn what_is_no_request_is_refused_with_its_place() {
    let desk = Desk::new(Engine::Sqlite).await;
    let desk = &desk;
    for body in [
        "",
        "{",
        "[1,",
        r#"{"desiredSchema": nope}"#,
        r#"{"a": 1} x"#,
        "a: b",
    ] {
        refused(desk, "/plan", body, 400, "malformed-json").await;
    }
    let deep = format!(r#"{{"plan": {}{}}}"#, "[".repeat(5000), "]".repeat(5000));
    let problem = refused(desk, "/execute", &deep, 400, "malformed-json").await;
    assert!(
        problem["detail"]
            .as_str()
            .unwrap()
            .contains("inside one another")
    );

    for (body, place) in [
        ("[]", "line 1"),
        (r#"{"desiredSchema": {"tables": {}}}"#, "line 1, column 29"),
        (
            r#"{"desiredSchema": {"tables": [{"columns": []}]}}"#,
            "missing field",
        ),
        (
            r#"{"desiredSchema": {"tables": [{"name": 7, "columns": []}]}}"#,
            "invalid type",
        ),
        (
            r#"{"desiredSchema": {"sql": "a", "sql": "b"}}"#,
            "duplicate field",
        ),
        (r#"{"insideTables": "Burn"}"#, "unknown variant"),
    ] {
        let problem = refused(desk, "/plan", body, 400, "invalid-request").await;
        assert!(
            problem["detail"].as_str().unwrap().contains(place),
            "{problem}"
        );
    }
    for options in [
        r#"{"maxRetries": 101}"#,
        r#"{"maxRetries": -1}"#,
        r#"{"maxRetries": 1e400}"#,
        r#"{"dryRun": "yes"}"#,
    ] {
        let body = format!(r#"{{"plan": {{"id": "x"}}, "options": {options}}}"#);
        let answer = desk.post("/execute", body).await;
        assert_eq!(answer.status, 400, "{}", answer.text);
    }
    let misspelt =
        "{\"desiredSchema\": {\"tables\": [\n {\"name\": \"t\", \"colums\": []}]}, \"x\": 1}";
    let problem = refused(desk, "/plan", misspelt, 400, "invalid-request").await;
    let items = problem["items"].as_array().unwrap();
    assert_eq!(items[0]["object"], "desiredSchema.tables[0].colums");
    assert_eq!(items[0]["instead"], "did you mean columns?");
    let reason = items[0]["reason"].as_str().unwrap();
    assert!(reason.contains("line 2, column 16"), "{reason}");
    assert_eq!(items[1]["object"], "x");

    refused(desk, "/plan", "{}", 422, "impossible-request").await;
    let only = r#"{"plan": {"id": "x"}, "options": {"validateOnly": true}}"#;
    refused(desk, "/execute", only, 422, "impossible-request").await;
    let both = r#"{"desiredSchema": {"sql": "CREATE TABLE t (a int)"}, "rollbackOf": "x"}"#;
    refused(desk, "/plan", both, 422, "impossible-request").await;
    let broken = r#"{"desiredSchema": {"sql": "DROP TABLE users"}}"#;
    let problem = refused(desk, "/plan", broken, 422, "invalid-schema").await;
    assert!(!problem["items"][0]["instead"].as_str().unwrap().is_empty());
}

#[tokio::test]
async fn bytes_that_are_no_text_are_refused() {
    let desk = Desk::new(Engine::Sqlite).await;
    let body = b"{\"desiredSchema\": {\"sql\": \"\xff\"}}".to_vec();
    let request = desk.ask(Method::POST, "/plan");
    let request = request
        .header("content-type", "application/json")
        .body(body);
    Answer::of(request).await.problem(400, "malformed-json");
    let lone = r#"{"desiredSchema": {"sql": "\ud800"}}"#;
    desk.post("/plan", lone)
        .await
        .problem(400, "malformed-json");
    let path = Answer::of(desk.ask(Method::GET, "/history/%ff/events")).await;
    path.problem(400, "invalid-request");
}

#[tokio::test]
async fn bodies_have_a_size_and_a_type() {
    let desk = Desk::new(Engine::Sqlite).await;
    let large = format!(
        r#"{{"desiredSchema": {{"sql": "{}"}}}}"#,
        " ".repeat(10_000_000)
    );
    desk.post("/plan", &large)
        .await
        .problem(413, "body-too-large");
    // Also where the client does not say beforehand how much it will send.
    let parts = large.into_bytes();
    let parts: Vec<Result<Vec<u8>, std::io::Error>> = parts
        .chunks(100_000)
        .map(|part| Ok(part.to_vec()))
        .collect();
    let request = desk.ask(Method::POST, "/plan");
    let request = request.header("content-type", "application/json");
    let body = reqwest::Body::wrap_stream(futures::stream::iter(parts));
    Answer::of(request.body(body))
        .await
        .problem(413, "body-too-large");

    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/yaml",
    ] {
        let request = desk.ask(Method::POST, "/plan").header("content-type", kind);
        let answer = Answer::of(request.body("{}")).await;
        answer.problem(415, "unsupported-media-type");
    }
    Answer::of(desk.ask(Method::POST, "/plan").body("{}"))
        .await
        .problem(415, "unsupported-media-type");
    let request = desk.ask(Method::POST, "/plan");
    let request = request.header("content-type", "application/json; charset=utf-8");
    Answer::of(request.body("{}"))
        .await
        .problem(422, "impossible-request");
}
