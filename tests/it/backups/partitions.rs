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

const INSIDE: &[&str] = &[
    "CREATE TABLE m (id int NOT NULL, at date NOT NULL, v varchar(20), PRIMARY KEY (id, at), KEY by_v (v)) \
     PARTITION BY RANGE COLUMNS (at) SUBPARTITION BY HASH (id) SUBPARTITIONS 2 \
     (PARTITION p2023 VALUES LESS THAN ('2024-01-01') COMMENT 'it''s old', PARTITION rest VALUES LESS THAN (MAXVALUE))",
    "INSERT INTO m VALUES (1, '2023-12-31', 'it''s; \\\\'), (2, '2024-02-29', NULL), (3, '1000-01-01', '')",
];

/// Where partitions are part of their table, the table is what is copied.
#[tokio::test]
async fn a_table_comes_back_with_the_partitions_inside_it() {
    for engine in [Engine::Mysql, Engine::Mariadb] {
        for preference in [Preference::Tool, Preference::Rows] {
            let desk = Desk::bare(engine).await;
            for statement in INSIDE {
                desk.database.run(statement).await.unwrap();
            }
            let rows = "SELECT concat_ws('|', id, at, v) FROM m PARTITION (p2023) ORDER BY id";
            let print = "SELECT concat_ws('|', PARTITION_NAME, SUBPARTITION_NAME, PARTITION_METHOD, \
                         PARTITION_DESCRIPTION, PARTITION_COMMENT) FROM information_schema.PARTITIONS \
                         WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'm' ORDER BY 1";
            let tools = Tools::from_environment();
            let taken = desk
                .take(BackupScope::Affected, preference, &["m"], &tools)
                .await
                .unwrap();
            assert_eq!(taken.manifest.tables[0].rows, 3, "{engine} {preference:?}");
            let name = desk.new_name();
            desk.restore(&taken, &Into::New(name.clone()))
                .await
                .unwrap();
            let url = desk.url_of(&name);
            for query in [rows, print] {
                let copied = lines(engine, &url, query).await;
                assert_eq!(copied, lines(engine, &desk.database.url, query).await);
                assert!(copied.len() >= 2, "{engine} {preference:?}: {copied:?}");
            }
            desk.forget(&name).await;
            desk.database.drop().await;
        }
    }
}
