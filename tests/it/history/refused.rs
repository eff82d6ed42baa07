//! Executions that are not taken back, and why.

use crate::execution::{Desk, ENGINES};
use driftless::engine::Engine;
use driftless::execute::Rehearsal;
use driftless::pipeline::RefusalClass;

const FIRST: &str = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT);";

#[tokio::test]
async fn one_that_nobody_knows_is_refused_with_those_that_are_known() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let refusal = desk.refused("20200101T000000Z-nobody").await;
        assert_eq!(refusal.class, RefusalClass::UnknownExecution, "{engine}");
        assert!(refusal.to_string().contains("history is empty"), "{engine}");
        let made = desk
            .executed(&desk.intent("cli", FIRST), Rehearsal::No)
            .await;
        let nearly = &made.execution_id[..made.execution_id.len() - 1];
        let refusal = desk.refused(nearly).await;
        assert_eq!(refusal.class, RefusalClass::UnknownExecution, "{engine}");
        assert!(
            refusal.items[0].instead.contains(&made.execution_id),
            "{engine}: {refusal}"
        );
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn one_that_changed_nothing_is_refused() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let rehearsed = desk
            .executed(&desk.intent("cli", FIRST), Rehearsal::Yes)
            .await;
        let refusal = desk.refused(&rehearsed.execution_id).await;
        assert_eq!(refusal.class, RefusalClass::NothingToRollBack, "{engine}");
        assert!(
            refusal.to_string().contains("dry run"),
            "{engine}: {refusal}"
        );
        desk.database.drop().await;
    }
}

/// Rows of an older version, of another system, or of a change too large to be kept.
#[tokio::test]
async fn one_whose_change_was_not_written_down_is_refused() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let made = desk
            .executed(&desk.intent("cli", FIRST), Rehearsal::No)
            .await;
        let table = if engine == Engine::Postgres {
            "driftless.migration_executions"
        } else {
            "migration_executions"
        };
        let cases = [
            ("NULL", "was not written down"),
            ("'{\"tooLong\": {\"bytes\": 2000000}}'", "2000000 bytes"),
            ("'{\"somethingElse\": 1}'", "was not written down"),
        ];
        for (value, why) in cases {
            let sql = format!("UPDATE {table} SET footprint = {value}");
            desk.database.run(&sql).await.unwrap();
            let refusal = desk.refused(&made.execution_id).await;
            assert_eq!(refusal.class, RefusalClass::NotRecorded, "{engine}");
            assert!(refusal.to_string().contains(why), "{engine}: {refusal}");
        }
        desk.database.drop().await;
    }
}

/// What others did since would be lost: the refusal names the object and what differs.
#[tokio::test]
async fn what_was_changed_since_is_not_overwritten() {
    let since = [
        (
            "ALTER TABLE a ADD COLUMN w INT",
            "table",
            "column w was added since",
        ),
        (
            "ALTER TABLE a DROP COLUMN v",
            "table",
            "column v was dropped since",
        ),
        (
            "CREATE INDEX a_w ON a (v)",
            "table",
            "index a_w was added since",
        ),
        (
            "CREATE TABLE c (id INT NOT NULL PRIMARY KEY, a INT, CONSTRAINT c_a FOREIGN KEY (a) REFERENCES a (id))",
            "table",
            "foreign key c_a refers to",
        ),
    ];
    for engine in ENGINES {
        for (statement, kind, difference) in since {
            let desk = Desk::new(engine).await;
            let made = desk
                .executed(&desk.intent("cli", FIRST), Rehearsal::No)
                .await;
            desk.database.run(statement).await.unwrap();
            let before = desk.schema().await;
            let refusal = desk.refused(&made.execution_id).await;
            assert_eq!(refusal.class, RefusalClass::Diverged, "{engine}: {refusal}");
            let item = &refusal.items[0];
            assert!(item.object.starts_with(kind), "{engine}: {refusal}");
            assert!(item.reason.contains(difference), "{engine}: {refusal}");
            assert!(
                item.instead.contains(&made.execution_id),
                "{engine}: {refusal}"
            );
            assert_eq!(desk.differences(&before).await, "", "{engine}");
            desk.database.drop().await;
        }
    }
}

/// A dropped table that somebody made anew is theirs.
#[tokio::test]
async fn what_was_made_anew_is_not_overwritten() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.executed(&desk.intent("cli", FIRST), Rehearsal::No)
            .await;
        let other = "CREATE TABLE other (id INT NOT NULL PRIMARY KEY);";
        let dropped = desk
            .executed(&desk.intent("cli", other), Rehearsal::No)
            .await;
        desk.database
            .run("CREATE TABLE a (mine INT)")
            .await
            .unwrap();
        let refusal = desk.refused(&dropped.execution_id).await;
        assert_eq!(refusal.class, RefusalClass::Diverged, "{engine}");
        assert!(
            refusal.to_string().contains("made anew"),
            "{engine}: {refusal}"
        );
        desk.database.drop().await;
    }
}

/// No rule counts the rows of a virtual table.
#[tokio::test]
async fn what_may_hold_rows_that_nobody_counts_is_not_dropped() {
    let desk = Desk::new(Engine::Sqlite).await;
    let sql = "CREATE VIRTUAL TABLE words USING fts5(word);";
    let made = desk.executed(&desk.intent("cli", sql), Rehearsal::No).await;
    desk.database
        .run("INSERT INTO words VALUES ('kept')")
        .await
        .unwrap();
    let refusal = desk.refused(&made.execution_id).await;
    assert_eq!(refusal.class, RefusalClass::Unsupported, "{refusal}");
    assert!(
        refusal.to_string().contains("virtual table words"),
        "{refusal}"
    );
    let rows = desk.database.rows("SELECT word FROM words").await;
    assert_eq!(rows, [[Some("kept".to_owned())]]);
}
