//! Who is let in, and where it listens.

use super::desk::{Answer, Desk, TOKEN, client, command, start, token_file};
use driftless::engine::Engine;
use reqwest::Method;
use std::process::Stdio;

#[tokio::test]
async fn only_a_known_token_opens() {
    let desk = Desk::new(Engine::Sqlite).await;
    let url = format!("{}/api/advanced-migrations/health", desk.url());
    desk.get("/health").await.expect(200);
    let ask = |value: Option<String>| {
        let request = client(None).get(&url);
        match value {
            Some(value) => request.header("authorization", value),
            None => request,
        }
    };
    let wrong = [
        None,
        Some(String::new()),
        Some("Bearer".to_owned()),
        Some("Bearer ".to_owned()),
        Some(format!("Basic {TOKEN}")),
        Some(format!("Bearer {}", &TOKEN[1..])),
        Some(format!("Bearer {TOKEN}0")),
        Some(format!("Bearer {}", TOKEN.to_uppercase())),
        Some("Bearer # for tests".to_owned()),
    ];
    let mut said = Vec::new();
    for value in wrong {
        let answer = Answer::of(ask(value)).await;
        answer.problem(401, "unauthenticated");
        assert_eq!(answer.headers["www-authenticate"], "Bearer");
        said.push(answer.text);
    }
    said.dedup();
    assert_eq!(said.len(), 1, "the answer says which it was: {said:?}");
    // Who is not let in does not learn what is there.
    let missing = format!("{}/api/advanced-migrations/schema/t", desk.url());
    let answer = Answer::of(client(None).get(missing)).await;
    assert_eq!(answer.status, 401);
    // The description is no secret.
    for path in ["/openapi.json", "/docs/"] {
        let answer = Answer::of(client(None).get(format!("{}{path}", desk.url()))).await;
        assert_eq!(answer.status, 200);
    }
    desk.close().await;
}

#[tokio::test]
async fn every_error_is_a_problem_document() {
    let desk = Desk::new(Engine::Sqlite).await;
    let elsewhere = client(None).get(format!("{}/elsewhere", desk.url()));
    Answer::of(elsewhere).await.problem(404, "not-found");
    let elsewhere = Answer::of(desk.ask(Method::GET, "/elsewhere")).await;
    elsewhere.problem(404, "not-found");
    let other = Answer::of(desk.ask(Method::DELETE, "/plan")).await;
    other.problem(405, "method-not-allowed");
    assert_eq!(other.headers["allow"], "POST");
    desk.get("/health?verbose=1")
        .await
        .problem(400, "invalid-request");
    let there = desk.get("/health?target=a/b").await;
    let there = there.problem(404, "unknown-target");
    assert!(there["nearest"][0].as_str().unwrap().starts_with("sqlite:"));
    desk.close().await;
}

#[tokio::test]
async fn nothing_is_served_to_whoever_asks_unless_that_was_said() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |args: &[&str], tokens: bool| {
        let mut command = command("sqlite:a.db", folder.path());
        command.args(args).stdout(Stdio::null());
        if tokens {
            command.arg("--token-file").arg(token_file(folder.path()));
        }
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let open = ["--listen", "0.0.0.0:0"];
    assert!(refused(&open, false).contains("--token-file"));
    let openly = ["--listen", "0.0.0.0:0", "--no-token"];
    assert!(refused(&openly, false).contains("--token-file"));
    assert!(refused(&["--listen", "127.0.0.1:0"], false).contains("--no-token"));
    let nowhere = [
        "--listen",
        "127.0.0.1:0",
        "--tls-cert",
        "a",
        "--tls-key",
        "b",
    ];
    assert!(refused(&nowhere, true).contains("certificate a"));

    let mut command = command("sqlite:a.db", folder.path());
    command.args(["--listen", "127.0.0.1:0", "--no-token"]);
    let server = start(command);
    let url = format!("{}/api/advanced-migrations/health", server.url);
    Answer::of(client(None).get(&url)).await.expect(200);
    // A page whose own name leads here is not this machine.
    let rebound = client(None).get(&url).header("host", "evil.example:3001");
    Answer::of(rebound).await.problem(403, "forbidden");
}

#[tokio::test]
async fn it_serves_by_tls_with_a_certificate() {
    let folder = tempfile::tempdir().unwrap();
    let names = vec!["127.0.0.1".to_owned(), "localhost".to_owned()];
    let made = rcgen::generate_simple_self_signed(names).unwrap();
    let certificate = made.cert.pem();
    std::fs::write(folder.path().join("cert.pem"), &certificate).unwrap();
    let key = made.signing_key.serialize_pem();
    std::fs::write(folder.path().join("key.pem"), key).unwrap();
    let mut command = command("sqlite:a.db", folder.path());
    command
        .args(["--listen", "127.0.0.1:0"])
        .args([
            "--tls-cert",
            "cert.pem",
            "--tls-key",
            "key.pem",
            "--token-file",
        ])
        .arg(token_file(folder.path()));
    let server = start(command);
    assert!(server.url.starts_with("https://"));
    let url = format!("{}/api/advanced-migrations/health", server.url);
    let trusting = client(Some(certificate.as_bytes()));
    let answer = Answer::of(trusting.get(&url).bearer_auth(TOKEN)).await;
    assert_eq!(answer.expect(200)["status"], "up");
    let plain = url.replace("https", "http");
    assert!(trusting.get(plain).send().await.is_err());
}

/// SIGTERM lets what runs end, and the program with it.
#[tokio::test]
async fn a_stop_is_graceful() {
    let mut desk = Desk::new(Engine::Sqlite).await;
    let plan = desk
        .plan_sql("CREATE TABLE t (id integer PRIMARY KEY)")
        .await;
    let request = desk
        .ask(Method::POST, "/execute")
        .header("prefer", "respond-async")
        .json(&serde_json::json!({"plan": plan}));
    Answer::of(request).await.expect(202);
    let pid = desk.pid().to_string();
    let killed = std::process::Command::new("kill").arg(&pid).status();
    assert!(killed.unwrap().success());
    assert!(desk.wait().success());
    desk.database.run("INSERT INTO t VALUES (1)").await.unwrap();
}
