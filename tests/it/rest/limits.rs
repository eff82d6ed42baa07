//! Bounds, and what happens when several want the same.

use super::desk::{Answer, BASE, Desk, TOKEN, client};
use super::on_every_engine;
use driftless::engine::Engine;
use reqwest::Method;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::time::{Duration, Instant};

on_every_engine!(
    while_one_runs_the_others_hear_its_id,
    what_may_pass_is_tried_again_and_nothing_else_is,
);

const BEFORE: &str = "CREATE TABLE held (id INTEGER PRIMARY KEY)";
const AFTER: &str = "CREATE TABLE held (id INTEGER PRIMARY KEY, note INTEGER);";

/// An execution waits for somebody else's lock; meanwhile every other one is turned away.
async fn while_one_runs_the_others_hear_its_id(engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.database.run(BEFORE).await.unwrap();
    let plan = desk.plan_sql(AFTER).await;
    let mut other = desk.other().await;
    other.hold("held").await;
    let id = desk.begin(&plan, &json!({"maxRetries": 9})).await;
    for options in [
        json!({}),
        json!({"dryRun": true}),
        json!({"validateOnly": true}),
    ] {
        let second = desk
            .post("/execute", json!({"plan": plan, "options": options}))
            .await
            .problem(409, "busy");
        assert_eq!(second["executionId"], id.as_str(), "{second}");
    }
    let rehearsal = desk.post("/dry-run", json!({"plan": plan})).await;
    assert_eq!(rehearsal.problem(409, "busy")["executionId"], id.as_str());
    // Looking goes on.
    desk.get("/schema").await.expect(200);
    let row = desk.get(&format!("/history/{id}")).await;
    assert!([200, 202].contains(&row.status.as_u16()), "{}", row.text);
    other.let_go().await;
    assert_eq!(desk.ended(&id).await["status"], "Succeeded");
    let row = desk.get(&format!("/history/{id}")).await.expect(200);
    assert_eq!(row["state"], "Succeeded");
    other.close().await;
    desk.close().await;
}

/// A lock that is let go is worth waiting for as often as was said; what no waiting cures is not.
async fn what_may_pass_is_tried_again_and_nothing_else_is(engine: Engine) {
    let desk = Desk::new(engine).await;
    desk.database.run(BEFORE).await.unwrap();
    let plan = desk.plan_sql(AFTER).await;
    let mut other = desk.other().await;
    other.hold("held").await;

    let id = desk.begin(&plan, &json!({"maxRetries": 0})).await;
    let once = desk.ended(&id).await;
    // On SQLite not even the failure can be written down while somebody else writes.
    if engine == Engine::Sqlite {
        assert_eq!(
            once["type"],
            "https://driftless.dev/problems/database-unavailable"
        );
    } else {
        assert_eq!(
            (&once["status"], &once["retries"]),
            (&json!("RolledBack"), &json!(0))
        );
        assert!(
            once["errors"][0].as_str().unwrap().contains("held"),
            "{once}"
        );
    }
    assert!(!desk.log().contains("trying again"), "{}", desk.log());
    let id = desk.begin(&plan, &json!({"maxRetries": 9})).await;
    while !desk.log().contains("trying again") {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    other.let_go().await;
    let again = desk.ended(&id).await;
    assert_eq!(again["status"], "Succeeded", "{again}");
    if engine != Engine::Sqlite {
        assert!(again["retries"].as_u64().unwrap() >= 1, "{again}");
        let warning = again["warnings"][0].as_str().unwrap();
        assert!(warning.starts_with("tried again after: "), "{again}");
    }
    other.close().await;
    desk.close().await;
}

/// Without `Prefer` an execution is waited for, but not for ever.
#[tokio::test]
async fn a_long_execution_is_answered_before_it_ends() {
    let desk = Desk::new(Engine::Postgres).await;
    desk.database.run(BEFORE).await.unwrap();
    let plan = desk.plan_sql(AFTER).await;
    let mut other = desk.other().await;
    other.hold("held").await;
    let began = Instant::now();
    let body = json!({"plan": plan, "options": {"maxRetries": 20}});
    let accepted = Answer::of(desk.ask(Method::POST, "/execute").json(&body)).await;
    let document = accepted.expect(202);
    let waited = began.elapsed();
    assert!(waited >= Duration::from_secs(10), "{waited:?}");
    let location = accepted.headers["location"].to_str().unwrap();
    assert_eq!(document["location"], location);
    let path = location.strip_prefix(BASE).unwrap();
    // It is planned again first; its row comes after that.
    let row = desk.get(path).await;
    if row.status == 200 {
        assert_eq!(row.expect(200)["state"], "Running");
    } else {
        assert_eq!(row.expect(202)["status"], "Running");
    }
    other.let_go().await;
    let id = document["executionId"].as_str().unwrap();
    assert_eq!(desk.ended(id).await["status"], "Succeeded");
    assert_eq!(desk.get(path).await.expect(200)["state"], "Succeeded");
    other.close().await;
    desk.close().await;
}

/// Nobody can read the file for three seconds: as many requests as are let in wait for it, one more
/// is turned away; and where an answer may take a second only, that is said.
#[tokio::test]
async fn time_and_number_of_requests_are_bounded() {
    let desk = Desk::new(Engine::Sqlite).await;
    desk.database.run(BEFORE).await.unwrap();
    let mut other = desk.other().await;
    other.run("BEGIN EXCLUSIVE").await.unwrap();
    let all = (0..40).map(|_| desk.get("/schema"));
    let answers = futures::future::join_all(all).await;
    let turned_away: Vec<&Answer> = answers
        .iter()
        .filter(|answer| answer.text.contains("/problems/overloaded"))
        .collect();
    assert_eq!(turned_away.len(), 40 - 32);
    for answer in turned_away {
        answer.problem(503, "overloaded");
        assert_eq!(answer.headers["retry-after"], "5");
    }
    for answer in answers.iter().filter(|a| !a.text.contains("/overloaded")) {
        answer.problem(503, "database-unavailable");
    }
    other.let_go().await;
    desk.get("/schema").await.expect(200);
    desk.close().await;

    let desk = Desk::with(Engine::Sqlite, &["--request-timeout", "1"]).await;
    desk.database.run(BEFORE).await.unwrap();
    let mut other = desk.other().await;
    other.run("BEGIN EXCLUSIVE").await.unwrap();
    desk.get("/schema").await.problem(504, "timeout");
    other.let_go().await;
    desk.get("/schema").await.expect(200);
    other.close().await;
    desk.close().await;
}

/// Who sends slowly is not waited for: headers for ten seconds, a body for twenty.
#[tokio::test]
async fn slow_clients_are_let_go() {
    let desk = Desk::new(Engine::Sqlite).await;
    let address = desk.url().strip_prefix("http://").unwrap().to_owned();
    let send = move |head: String, address: String| {
        tokio::task::spawn_blocking(move || {
            let began = Instant::now();
            let mut stream = std::net::TcpStream::connect(address).unwrap();
            stream
                .set_read_timeout(Some(Duration::from_mins(1)))
                .unwrap();
            stream.write_all(head.as_bytes()).unwrap();
            let mut said = String::new();
            drop(stream.read_to_string(&mut said));
            (said, began.elapsed())
        })
    };
    let unfinished = send(
        format!("GET {BASE}/health HTTP/1.1\r\nHost: x\r\n"),
        address.clone(),
    );
    let head = format!(
        "POST {BASE}/plan HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer {TOKEN}\r\n\
         Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{{\"desired"
    );
    let hanging = send(head, address);
    let (said, took) = unfinished.await.unwrap();
    assert!(!said.contains("200 OK"), "{said}");
    assert!(
        took >= Duration::from_secs(9) && took < Duration::from_secs(40),
        "{took:?}"
    );
    let (said, took) = hanging.await.unwrap();
    assert!(said.starts_with("HTTP/1.1 408"), "{said}");
    assert!(said.contains("/problems/body-timeout"), "{said}");
    assert!(took >= Duration::from_secs(19), "{took:?}");
    desk.close().await;
}

/// Two lines for each execution: who, what, which; never a token.
#[tokio::test]
async fn each_changing_call_is_written_down() {
    let desk = Desk::new(Engine::Sqlite).await;
    let plan = desk.plan_sql(BEFORE).await;
    desk.post("/dry-run", json!({"plan": plan}))
        .await
        .expect(200);
    let options = json!({"approve": plan["id"]});
    let body = json!({"plan": plan, "options": options});
    let done = desk.post("/execute", &body).await.expect(200);
    desk.post("/execute", &body)
        .await
        .problem(409, "stale-plan");
    desk.get("/schema").await.expect(200);

    let log = desk.log();
    let lines: Vec<&str> = log
        .lines()
        .filter(|line| line.contains("driftless::audit"))
        .collect();
    assert_eq!(lines.len(), 6, "{log}");
    let outcomes = [
        "begun",
        "DryRun",
        "begun",
        "Succeeded",
        "begun",
        "stale-plan",
    ];
    for (at, (line, outcome)) in lines.iter().zip(outcomes).enumerate() {
        let verb = if at < 2 { "plan" } else { "execute" };
        assert!(line.contains(&format!("verb=\"{verb}\"")), "{line}");
        assert!(line.contains(&format!("outcome=\"{outcome}\"")), "{line}");
        assert!(line.contains("who=\"token:"), "{line}");
        assert!(line.contains(&format!("plan={}", plan["id"])), "{line}");
        let approved = line.contains(&format!("approve={}", plan["id"]));
        assert_eq!(approved, at >= 2, "{line}");
    }
    let id = done["executionId"].as_str().unwrap();
    assert!(lines[2].contains(id) && lines[3].contains(id), "{log}");
    assert!(!log.contains(TOKEN) && !log.contains('\u{1b}'), "{log}");
    desk.close().await;
}

/// A break in a line of the log, or a colour, cannot be brought about from outside.
#[tokio::test]
async fn the_log_is_not_written_by_clients() {
    let desk = Desk::new(Engine::Sqlite).await;
    let plan = json!({"id": "a\nb\u{1b}[31m", "request": {"desiredSchema": {"sql": BEFORE}}});
    let answer = desk.post("/execute", json!({"plan": plan})).await;
    answer.problem(409, "stale-plan");
    let log = desk.log();
    assert!(log.lines().all(|line| line.starts_with("20")), "{log}");
    assert!(!log.contains('\u{1b}'), "{log}");
    desk.close().await;
}

#[test]
fn the_port_is_that_of_the_source_document() {
    let help = std::process::Command::new(env!("CARGO_BIN_EXE_driftless"))
        .args(["serve", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    assert!(help.contains("[default: 127.0.0.1:3001]"), "{help}");
}

/// What is served describes itself: the same document as the repository's, and a page that needs
/// nobody else's server.
#[tokio::test]
async fn what_is_served_describes_itself() {
    let desk = Desk::new(Engine::Sqlite).await;
    let served = client(None).get(format!("{}/openapi.json", desk.url()));
    let served: Value = Answer::of(served).await.expect(200);
    let committed: Value =
        serde_json::from_str(include_str!("../../../docs/openapi.json")).unwrap();
    assert_eq!(served, committed);
    assert!(served["openapi"].as_str().unwrap().starts_with("3.1"));
    let twelve = [
        ("get", "/schema"),
        ("get", "/schema/{tableName}"),
        ("get", "/size"),
        ("get", "/row-counts"),
        ("get", "/create-statements"),
        ("post", "/plan"),
        ("post", "/validate"),
        ("post", "/dry-run"),
        ("post", "/execute"),
        ("get", "/history"),
        ("get", "/history/{executionId}"),
        ("get", "/health"),
    ];
    for (method, path) in twelve {
        let described = &served["paths"][format!("{BASE}{path}")][method];
        assert!(described["responses"].is_object(), "{method} {path}");
    }
    let page = client(None).request(Method::GET, format!("{}/docs/", desk.url()));
    let page = Answer::of(page).await;
    assert_eq!(page.status, 200);
    assert!(
        page.headers["content-type"]
            .to_str()
            .unwrap()
            .starts_with("text/html")
    );
    assert!(
        !page.text.contains("https://") && !page.text.contains("http://"),
        "{}",
        page.text
    );
    desk.close().await;
}
