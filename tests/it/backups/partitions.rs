//! Rows of partitioned tables are in their partitions, and are copied from there.

use super::{Desk, lines};
use driftless::backup::{BackupScope, Into, Preference, Tools};
use driftless::engine::Engine;

const MADE: &[&str] = &[
    "CREATE TABLE m (id serial, at date NOT NULL, v text CHECK (v <> ''), PRIMARY KEY (id, at)) PARTITION BY RANGE (at)",
    "CREATE TABLE m_2024 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') PARTITION BY LIST (v)",
    "CREATE TABLE m_2024_x PARTITION OF m_2024 FOR VALUES IN ('x')",
    "CREATE TABLE m_rest PARTITION OF m DEFAULT",
    "CREATE INDEX own ON m_rest (v)",
    "INSERT INTO m (at, v) VALUES ('2024-02-29', 'x'), ('1999-01-01', NULL), ('2030-01-01', 'it''s; \\')",
];

const ROWS: &str = "SELECT concat_ws('|', tableoid::regclass, id, at, v) FROM m ORDER BY id";

async fn made() -> Desk {
    let desk = Desk::bare(Engine::Postgres).await;
    for statement in MADE.iter().filter(|sql| !sql.contains("LIST")) {
        if !statement.contains("m_2024_x") {
            desk.database.run(statement).await.unwrap();
        }
    }
    desk
}

/// Sub-partitions need the key to hold the list's column, so they come in a table without a key.
async fn deep() -> Desk {
    let desk = Desk::bare(Engine::Postgres).await;
    for statement in MADE {
        let statement = statement.replace(", PRIMARY KEY (id, at)", "");
        desk.database.run(&statement).await.unwrap();
    }
    desk
}

#[tokio::test]
async fn a_partitioned_table_comes_back_with_its_partitions() {
    for preference in [Preference::Tool, Preference::Rows] {
        for desk in [made().await, deep().await] {
            let engine = Engine::Postgres;
            let rows = lines(engine, &desk.database.url, ROWS).await;
            assert_eq!(rows.len(), 3);
            let tools = Tools::from_environment();
            let taken = desk
                .take(BackupScope::Affected, preference, &["m"], &tools)
                .await
                .unwrap();
            let counts = &taken.manifest.tables;
            let of = |name: &str| counts.iter().find(|c| c.table.name == name).unwrap().rows;
            assert_eq!(of("m"), 3, "{preference:?}");
            assert!(of("m_rest") >= 2, "{preference:?}");
            let name = desk.new_name();
            desk.restore(&taken, &Into::New(name.clone()))
                .await
                .unwrap();
            let url = desk.url_of(&name);
            assert_eq!(lines(engine, &url, ROWS).await, rows, "{preference:?}");
            desk.forget(&name).await;
            desk.database.drop().await;
        }
    }
}

/// As what is copied before it is dropped.
#[tokio::test]
async fn a_partition_comes_back_without_its_table() {
    for preference in [Preference::Tool, Preference::Rows] {
        let desk = made().await;
        let engine = Engine::Postgres;
        let tools = Tools::from_environment();
        let taken = desk
            .take(BackupScope::Affected, preference, &["m_rest"], &tools)
            .await
            .unwrap();
        let name = desk.new_name();
        desk.restore(&taken, &Into::New(name.clone()))
            .await
            .unwrap();
        let url = desk.url_of(&name);
        let rows = "SELECT concat_ws('|', id, at, v) FROM m_rest ORDER BY id";
        let copied = lines(engine, &url, rows).await;
        assert_eq!(copied, lines(engine, &desk.database.url, rows).await);
        assert!(copied.len() >= 2);
        let twice = "INSERT INTO m_rest SELECT * FROM m_rest";
        let failed = crate::cases::database::execute(engine, &url, twice).await;
        assert!(failed.is_err(), "{preference:?}: the key is back");
        desk.forget(&name).await;
        desk.database.drop().await;
    }
}
