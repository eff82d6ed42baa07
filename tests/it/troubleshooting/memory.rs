//! What memory is needed, and what is said when there is too little.

use super::{Section, declare, driftless, folder, said};
use crate::desk::Desk;
use driftless::engine::Engine;
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader};

#[tokio::test]
async fn every_message_about_memory_is_met() {
    let mut section = Section::of("Memory");
    for engine in [Engine::Mysql, Engine::Mariadb] {
        let desk = Desk::new(engine).await;
        // Larger than the 16 MB that the server allows in other sessions.
        desk.run(
            "SET max_heap_table_size = 100000000;
             CREATE TABLE t (id int NOT NULL PRIMARY KEY, a char(200)) ENGINE = MEMORY;
             INSERT INTO t WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s
               WHERE n < 1000) SELECT n, 'x' FROM s;
             INSERT INTO t SELECT t.id + 1000 * b.id, t.a FROM t JOIN
               (SELECT id FROM t WHERE id <= 29) b",
        )
        .await;
        let after =
            "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a char(200), b int) ENGINE = MEMORY;";
        declare(&desk, after);
        let apply = ["apply", "-f", "schema.sql", "--allow", "table.copy"];
        let apply = said(&desk.database.url, &desk, &apply).await;
        section.meets(&apply, "Error      changing …: The table");
        desk.database.drop().await;
    }
    section.is_whole();
}

/// The number on the page, measured: the most memory that a server had, before and after it read
/// and planned a schema of many tables.
#[tokio::test]
async fn a_schema_takes_as_much_memory_as_the_page_says() {
    const TABLES: u64 = 250;
    const BOUND: u64 = 100;
    const START: u64 = 40_000;
    let page = include_str!("../../../docs/troubleshooting.md");
    assert!(page.contains("less than 100 KB for\na table of ten columns, on top of 40 MB"));
    let desk = Desk::new(Engine::Sqlite).await;
    let columns: Vec<String> = (0..9)
        .map(|n| format!("column_{n} varchar(40) NOT NULL DEFAULT 'x'"))
        .collect();
    let tables: Vec<String> = (0..TABLES)
        .map(|n| {
            format!(
                "CREATE TABLE t{n} (id integer PRIMARY KEY, {});",
                columns.join(", ")
            )
        })
        .collect();
    desk.run(&tables.concat()).await;
    let mut command = driftless(&desk.database.url, &desk);
    let mut server = command
        .args(["serve", "--no-token", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let mut line = String::new();
    let mut told = BufReader::new(server.stdout.take().unwrap());
    told.read_line(&mut line).await.unwrap();
    let url = line
        .trim()
        .strip_prefix("listening on ")
        .unwrap()
        .to_owned();
    let most = || {
        let path = format!("/proc/{}/status", server.id().unwrap());
        let status = std::fs::read_to_string(path).unwrap();
        let line = status
            .lines()
            .find(|line| line.starts_with("VmHWM:"))
            .unwrap();
        line.split_whitespace()
            .nth(1)
            .unwrap()
            .parse::<u64>()
            .unwrap()
    };
    let before = most();
    assert!(before < START, "{before} kB at the start");
    drop(rustls::crypto::ring::default_provider().install_default());
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let api = format!("{url}/api/advanced-migrations");
    let schema = client.get(format!("{api}/schema")).send().await.unwrap();
    assert_eq!(schema.status(), 200);
    assert!(schema.text().await.unwrap().len() > 100_000);
    let body = r#"{"desiredSchema": {"sql": "CREATE TABLE fresh (id integer PRIMARY KEY);"}}"#;
    let plan = client.post(format!("{api}/plan"));
    let plan = plan.header("content-type", "application/json").body(body);
    assert_eq!(plan.send().await.unwrap().status(), 200);
    let each = (most() - before) / TABLES;
    assert!(each < BOUND, "{each} kB for each table");
    assert!(folder(&desk).exists());
}

#[tokio::test]
async fn every_line_of_the_debug_log_is_met() {
    let mut section = Section::of("Debug logging");
    let desk = Desk::new(Engine::Sqlite).await;
    declare(
        &desk,
        r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY);"#,
    );
    let mut command = driftless(&desk.database.url, &desk);
    command
        .args(["apply", "-f", "schema.sql"])
        .env_remove("RUST_LOG")
        .env("MIGRATION_DEBUG", "true");
    let log = super::heard(command).await;
    for part in [
        "… DEBUG driftless::engine::session: connected",
        "… DEBUG driftless::engine::session: the catalog",
        "… DEBUG driftless::pipeline::desired",
        "… DEBUG driftless::pipeline::preview",
        "… DEBUG driftless::pipeline::prove",
        "… DEBUG driftless::pipeline::apply: the gate",
        "… DEBUG driftless::execute::forward",
    ] {
        section.meets(&log, part);
    }
    section.is_whole();
}
