//! Locks that somebody else holds, and statements that take too long.

use super::{SERVERS, Section, declare, driftless, heard, said};
use crate::desk::Desk;
use crate::other::Other;
use driftless::engine::{Engine, Executor};
use std::time::Duration;

const BEFORE: &str = r#"CREATE TABLE "held" ("id" int NOT NULL PRIMARY KEY)"#;
const AFTER: &str = r#"CREATE TABLE "held" ("id" int NOT NULL PRIMARY KEY, "a" int);"#;

#[tokio::test]
async fn every_message_about_locks_is_met() {
    let mut section = Section::of("Lock timeouts");
    // The longest wait of all goes on beside the others.
    let busy = tokio::spawn(another_execution());
    for engine in [&[Engine::Sqlite], &SERVERS[..]].concat() {
        let desk = Desk::new(engine).await;
        desk.run(BEFORE).await;
        declare(&desk, AFTER);
        let url = &desk.database.url;
        let mut other = Other::connect(engine, url).await;
        other.hold("held").await;
        let apply = ["apply", "-f", "schema.sql", "--lock-timeout", "1s"];
        let apply = said(url, &desk, &[&apply[..], &["--max-retries", "1"]].concat()).await;
        let begins = match engine {
            Engine::Sqlite => "error: preparing",
            Engine::Postgres => "Error      changing …: canceling statement due to lock",
            Engine::Mysql | Engine::Mariadb => "Error      changing …: Lock wait",
        };
        section.meets(&apply, begins);
        section.meets(&apply, "… WARN");
        let validate = ["validate", "-f", "schema.sql", "--lock-timeout", "1s"];
        let validate = said(url, &desk, &validate).await;
        match engine {
            Engine::Sqlite => section.meets(&validate, "high            … (lock.holders): another"),
            Engine::Postgres | Engine::Mysql => {
                section.meets(&validate, "high            … (lock.holders): session");
            }
            Engine::Mariadb => {}
        }
        if engine != Engine::Sqlite {
            section.meets(&validate, "medium          … (transaction.long)");
        }
        let slow = match engine {
            Engine::Postgres => Some("Error      changing …: canceling statement due to statement"),
            Engine::Mysql => Some("Error      changing …: it took longer"),
            // There the server's own bound may come first, with its own words.
            Engine::Mariadb | Engine::Sqlite => None,
        };
        if let Some(begins) = slow {
            // Long enough for everything that comes before on a busy machine.
            let apply = ["apply", "-f", "schema.sql", "--lock-timeout", "2m"];
            let bound = ["--statement-timeout", "10s", "--max-retries", "0"];
            let apply = said(url, &desk, &[&apply[..], &bound].concat()).await;
            section.meets(&apply, begins);
        }
        other.let_go().await;
        other.close().await;
        let apply = said(url, &desk, &["apply", "-f", "schema.sql"]).await;
        assert!(apply.contains("Succeeded"), "{engine}: {apply}");
        desk.database.drop().await;
    }
    section.meets(&busy.await.unwrap(), "error: getting the execution lock");
    section.is_whole();
}

/// What is said while another execution has the lock of the database.
async fn another_execution() -> String {
    let desk = Desk::new(Engine::Postgres).await;
    desk.run(BEFORE).await;
    declare(&desk, AFTER);
    let mut other = desk.session().await;
    other.lock(Duration::ZERO).await.unwrap();
    let mut command = driftless(&desk.database.url, &desk);
    command.args(["apply", "-f", "schema.sql"]);
    let said = heard(command).await;
    other.unlock().await.unwrap();
    other.close().await;
    desk.database.drop().await;
    said
}
