//! The rows of `migration_executions`, read by plain SQL, and the documents made of them.

use crate::execution::{Desk, ENGINES};
use driftless::engine::{Engine, Ledger};
use driftless::execute::Rehearsal;
use driftless::pipeline::{PipelineError, RefusalClass, executions};
use serde_json::Value;
use std::fmt::Write;
use std::process::Command;

fn home(engine: Engine) -> &'static str {
    match engine {
        Engine::Postgres => "driftless.migration_executions",
        Engine::Mysql | Engine::Mariadb | Engine::Sqlite => "migration_executions",
    }
}

/// Names and types of the document's columns, as each engine prints them.
#[tokio::test]
async fn the_documents_columns_have_its_names_and_types() {
    let expected = |engine: Engine| match engine {
        Engine::Sqlite => [
            ("id", "INTEGER"),
            ("execution_id", "VARCHAR(100)"),
            ("plan_summary", "JSON"),
            ("results", "JSON"),
            ("duration_ms", "bigint"),
            ("backup_path", "VARCHAR(500)"),
            ("dry_run", "BOOLEAN"),
            ("error_message", "TEXT"),
            ("created_at", "TIMESTAMP"),
        ],
        Engine::Postgres => [
            ("id", "bigint"),
            ("execution_id", "character varying(100)"),
            ("plan_summary", "jsonb"),
            ("results", "jsonb"),
            ("duration_ms", "bigint"),
            ("backup_path", "character varying(500)"),
            ("dry_run", "boolean"),
            ("error_message", "text"),
            ("created_at", "timestamp with time zone"),
        ],
        Engine::Mysql | Engine::Mariadb => [
            ("id", "bigint"),
            ("execution_id", "varchar(100)"),
            // MariaDB's JSON is a LONGTEXT that is checked (MariaDB documentation, "JSON").
            (
                "plan_summary",
                if engine == Engine::Mysql {
                    "json"
                } else {
                    "longtext"
                },
            ),
            (
                "results",
                if engine == Engine::Mysql {
                    "json"
                } else {
                    "longtext"
                },
            ),
            ("duration_ms", "bigint"),
            ("backup_path", "varchar(500)"),
            ("dry_run", "tinyint(1)"),
            ("error_message", "longtext"),
            ("created_at", "timestamp"),
        ],
    };
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let mut session = desk.session().await;
        session.ensure_ledger().await.unwrap();
        session.close().await;
        let query = match engine {
            Engine::Sqlite => "SELECT name, type FROM pragma_table_info('migration_executions')",
            Engine::Postgres => {
                "SELECT attname::text, format_type(atttypid, atttypmod) FROM pg_attribute
                 WHERE attrelid = 'driftless.migration_executions'::regclass AND attnum > 0"
            }
            Engine::Mysql | Engine::Mariadb => {
                "SELECT CAST(COLUMN_NAME AS CHAR), CAST(COLUMN_TYPE AS CHAR)
                 FROM information_schema.COLUMNS
                 WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'migration_executions'"
            }
        };
        let found = desk.database.rows(query).await;
        for (name, wanted) in expected(engine) {
            let row = found.iter().find(|row| row[0].as_deref() == Some(name));
            let row = row.unwrap_or_else(|| panic!("{engine}: no column {name}"));
            // MariaDB prints a width that says nothing: bigint(20).
            let printed = row[1].as_deref().unwrap().replace("bigint(20)", "bigint");
            assert_eq!(printed, wanted, "{engine}: {name}");
        }
        let again = format!(
            "INSERT INTO {} (execution_id) VALUES ('twice')",
            home(engine)
        );
        desk.database.run(&again).await.unwrap();
        desk.database.run(&again).await.unwrap_err();
        desk.database.drop().await;
    }
}

fn driftless(desk: &Desk, args: &[&str]) -> (i32, Value) {
    let output = Command::new(env!("CARGO_BIN_EXE_driftless"))
        .args(args)
        .args(["-o", "json"])
        .env("DATABASE_URL", &desk.database.url)
        .current_dir(desk.folder.path())
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let value = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{args:?}: {e}: {text}"));
    (output.status.code().unwrap(), value)
}

/// A success, a failure, a rehearsal and a taking back, by the command line and by plain SQL.
#[tokio::test]
async fn the_command_says_what_the_rows_say() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let write = |sql: &str| std::fs::write(desk.folder.path().join("s.sql"), sql).unwrap();
        write("CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT);");
        let (code, made) = driftless(&desk, &["apply", "-f", "s.sql"]);
        assert_eq!(code, 0, "{engine}: {made}");
        desk.database
            .run("INSERT INTO a VALUES (1, 7), (2, 7)")
            .await
            .unwrap();
        write(
            "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT); CREATE UNIQUE INDEX a_v ON a (v);",
        );
        let (code, failed) = driftless(
            &desk,
            &[
                "apply",
                "-f",
                "s.sql",
                "--allow",
                "unique.add",
                "--approve-all",
            ],
        );
        assert_eq!(code, 1, "{engine}: {failed}");
        let made = made["execution"]["executionId"].as_str().unwrap();
        let (code, _) = driftless(&desk, &["rollback", made, "--dry-run", "--approve-all"]);
        assert_eq!(code, 0, "{engine}");
        let (code, held) = driftless(&desk, &["rollback", made]);
        assert_eq!(
            (code, &held["outcome"]),
            (3, &"AwaitingApproval".into()),
            "{engine}"
        );
        assert_eq!(held["plan"]["rollbackOf"], made, "{engine}");
        let id = held["plan"]["id"].as_str().unwrap();
        let (code, back) = driftless(&desk, &["rollback", made, "--approve", id]);
        assert_eq!(
            (code, &back["outcome"]),
            (0, &"Succeeded".into()),
            "{engine}"
        );

        let (code, page) = driftless(&desk, &["history"]);
        assert_eq!(code, 0, "{engine}");
        let entries = page["executions"].as_array().unwrap();
        let states: Vec<&str> = entries
            .iter()
            .map(|e| e["state"].as_str().unwrap())
            .collect();
        assert_eq!(
            states,
            ["Succeeded", "DryRun", "RolledBack", "Succeeded"],
            "{engine}"
        );
        compare(&desk, engine, entries).await;
        assert_eq!(entries[0]["rollbackOf"], made, "{engine}");
        assert!(entries[0]["backupPath"].is_string(), "{engine}");
        assert!(
            entries[2]["errorMessage"].as_str().unwrap().contains("a_v"),
            "{engine}"
        );
        let steps = entries[3]["results"].as_array().unwrap();
        assert_eq!(steps[0]["state"], "done", "{engine}");
        assert!(steps[0]["durationMs"].is_u64(), "{engine}");
        let created = entries[0]["createdAt"].as_str().unwrap();
        created.parse::<jiff::Timestamp>().unwrap();
        let (_, one) = driftless(&desk, &["history", made]);
        assert_eq!(&one, &entries[3], "{engine}");
        desk.database.drop().await;
    }
}

async fn compare(desk: &Desk, engine: Engine, entries: &[Value]) {
    let columns = [
        ("id", "id"),
        ("execution_id", "executionId"),
        ("plan_id", "planId"),
        ("state", "state"),
        ("plan_summary", "planSummary"),
        ("results", "results"),
        ("duration_ms", "durationMs"),
        ("backup_path", "backupPath"),
        ("dry_run", "dryRun"),
        ("error_message", "errorMessage"),
        ("owner", "owner"),
        ("approved_by", "approvedBy"),
        ("rollback_of", "rollbackOf"),
    ];
    let texts: Vec<String> = columns
        .iter()
        .map(|(column, _)| match engine {
            Engine::Postgres => format!("{column}::text"),
            Engine::Sqlite => format!("CAST({column} AS TEXT)"),
            Engine::Mysql | Engine::Mariadb => format!("CAST({column} AS CHAR)"),
        })
        .collect();
    let query = format!(
        "SELECT {} FROM {} ORDER BY id DESC",
        texts.join(", "),
        home(engine)
    );
    let rows = desk.database.rows(&query).await;
    assert_eq!(rows.len(), entries.len(), "{engine}");
    for (row, entry) in rows.iter().zip(entries) {
        for ((column, field), text) in columns.iter().zip(row) {
            let said = &entry[field];
            let held = match (text, said) {
                (None, said) => said.is_null(),
                (Some(text), Value::String(said)) => text == said,
                (Some(text), Value::Bool(said)) => *said == ["1", "true"].contains(&text.as_str()),
                (Some(text), Value::Number(said)) => *text == said.to_string(),
                (Some(text), said) => serde_json::from_str::<Value>(text).unwrap() == *said,
            };
            assert!(
                held,
                "{engine}: {column} is {text:?}, but {field} is {said}"
            );
        }
    }
}

/// Pages do not move when something is executed between them.
#[tokio::test]
async fn pages_follow_one_another_whatever_is_added() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let mut sql = String::new();
        let mut ids = Vec::new();
        for at in 0..5 {
            writeln!(sql, "CREATE TABLE t{at} (id INT NOT NULL PRIMARY KEY);").unwrap();
            let made = desk
                .executed(&desk.intent("cli", &sql), Rehearsal::No)
                .await;
            ids.insert(0, made.execution_id);
        }
        let (_, first) = driftless(&desk, &["history", "--limit", "2"]);
        let told = |page: &Value| -> Vec<String> {
            let list = page["executions"].as_array().unwrap().iter();
            list.map(|e| e["executionId"].as_str().unwrap().to_owned())
                .collect()
        };
        assert_eq!(told(&first), ids[..2], "{engine}");
        sql.push_str("CREATE TABLE more (id INT NOT NULL PRIMARY KEY);");
        desk.executed(&desk.intent("cli", &sql), Rehearsal::No)
            .await;
        let next = first["next"].as_str().unwrap();
        let (_, second) = driftless(&desk, &["history", "--limit", "2", "--before", next]);
        assert_eq!(told(&second), ids[2..4], "{engine}");
        let next = second["next"].as_str().unwrap();
        let (_, last) = driftless(&desk, &["history", "--limit", "2", "--before", next]);
        assert_eq!(told(&last), ids[4..], "{engine}");
        assert!(last["next"].is_null(), "{engine}");
        let mut session = desk.session().await;
        match executions(&mut session, 2, Some("nobody")).await {
            Err(PipelineError::Refused(refusal)) => {
                assert_eq!(refusal.class, RefusalClass::UnknownExecution, "{engine}");
            }
            other => panic!("{engine}: {other:?}"),
        }
        session.close().await;
        desk.database.drop().await;
    }
}

/// Looking at the history of a database that has none makes nothing.
#[tokio::test]
async fn looking_makes_nothing() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let (code, page) = driftless(&desk, &["history"]);
        assert_eq!(
            (code, page),
            (0, serde_json::json!({"executions": []})),
            "{engine}"
        );
        let mut session = desk.session().await;
        assert!(!session.has_ledger().await.unwrap(), "{engine}");
        session.close().await;
        desk.database.drop().await;
    }
}

/// The table of an older system is read as it stands, without being completed first.
#[tokio::test]
async fn an_older_history_is_read_before_anything_is_executed() {
    for engine in [Engine::Sqlite, Engine::Mysql, Engine::Mariadb] {
        let desk = Desk::new(engine).await;
        let count = if engine == Engine::Sqlite {
            "INTEGER"
        } else {
            "INT AUTO_INCREMENT"
        };
        let table = format!(
            "CREATE TABLE migration_executions (id {count} PRIMARY KEY,
             execution_id VARCHAR(100) NOT NULL UNIQUE, plan_summary JSON, results JSON,
             duration_ms INT, backup_path VARCHAR(500), dry_run BOOLEAN DEFAULT false,
             error_message TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)"
        );
        desk.database.run(&table).await.unwrap();
        desk.database
            .run("INSERT INTO migration_executions (execution_id, plan_summary, duration_ms) VALUES ('old', '{\"a\": 1}', 12)")
            .await
            .unwrap();
        let (_, page) = driftless(&desk, &["history"]);
        let entry = &page["executions"][0];
        assert_eq!(entry["executionId"], "old", "{engine}");
        assert_eq!(entry["planSummary"]["a"], 1, "{engine}");
        assert_eq!(
            (&entry["durationMs"], &entry["state"]),
            (&12.into(), &"".into()),
            "{engine}"
        );
        let created = entry["createdAt"].as_str().unwrap();
        created
            .parse::<jiff::Timestamp>()
            .unwrap_or_else(|e| panic!("{engine}: {created}: {e}"));
        let refusal = desk.refused("old").await;
        assert_eq!(refusal.class, RefusalClass::NotRecorded, "{engine}");
        desk.database.drop().await;
    }
}
