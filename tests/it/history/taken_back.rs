//! Executions that are taken back, and what holds afterwards.

use crate::execution::{Desk, ENGINES, moment};
use driftless::engine::Engine;
use driftless::execute::{OnFailure, Rehearsal};
use driftless::history::State;
use driftless::pipeline::{Applied, PipelineError, RefusalClass, apply};
use driftless::plan::{Approval, PlanId, Rule, RuleOverride, Severity};
use driftless::schema::{Name, Rename};

/// A change, and what it is tried on.
struct Story {
    name: &'static str,
    before: &'static str,
    rows: &'static str,
    after: &'static str,
    renames: fn(&str) -> Vec<Rename>,
    /// What its way back warns of; none where nothing is lost.
    warns: &'static [&'static str],
}

fn none(_: &str) -> Vec<Rename> {
    Vec::new()
}

/// In the namespace that unqualified names mean.
fn renamed(namespace: &str) -> Vec<Rename> {
    vec![
        Rename::Table {
            from: Name::new(namespace, "customer"),
            to: Name::new(namespace, "client"),
        },
        Rename::Column {
            table: Name::new(namespace, "client"),
            from: "mail".to_owned(),
            to: "email".to_owned(),
        },
    ]
}

const CUSTOMER: &str =
    "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40) NOT NULL);";

const STORIES: [Story; 7] = [
    Story {
        name: "a column, an index and a unique constraint",
        before: CUSTOMER,
        rows: "INSERT INTO customer VALUES (1, 'a')",
        after:
            "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40) NOT NULL, age INT,
                CONSTRAINT customer_mail UNIQUE (mail));
                CREATE INDEX customer_age ON customer (age);",
        renames: none,
        warns: &[],
    },
    Story {
        name: "a table that refers to one that stays",
        before: CUSTOMER,
        rows: "",
        after: "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40) NOT NULL);
                CREATE TABLE orders (id INT NOT NULL PRIMARY KEY, customer INT NOT NULL,
                CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customer (id));",
        renames: none,
        warns: &[],
    },
    Story {
        name: "a foreign key",
        before: "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY);
                 CREATE TABLE orders (id INT NOT NULL PRIMARY KEY, customer INT NOT NULL);",
        rows: "INSERT INTO customer VALUES (1); INSERT INTO orders VALUES (1, 1)",
        after: "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY);
                CREATE TABLE orders (id INT NOT NULL PRIMARY KEY, customer INT NOT NULL,
                CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customer (id));",
        renames: none,
        warns: &[],
    },
    Story {
        name: "a wider type",
        before: CUSTOMER,
        rows: "INSERT INTO customer VALUES (1, 'a')",
        after: "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY, mail VARCHAR(80) NOT NULL);",
        renames: none,
        warns: &[],
    },
    Story {
        name: "a dropped table and a dropped column",
        before: "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40));
                 CREATE TABLE orders (id INT NOT NULL PRIMARY KEY, customer INT NOT NULL,
                 CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customer (id));
                 CREATE INDEX orders_mail ON customer (mail);",
        rows: "INSERT INTO customer VALUES (1, 'a'); INSERT INTO orders VALUES (1, 1)",
        after: "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY);",
        renames: none,
        warns: &[
            "orders comes back without its rows",
            "customer.mail comes back without its values",
        ],
    },
    Story {
        name: "a renamed table and a renamed column",
        before: "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40) NOT NULL);
                 CREATE TABLE orders (id INT NOT NULL PRIMARY KEY, customer INT NOT NULL,
                 CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customer (id));",
        rows: "INSERT INTO customer VALUES (1, 'a'); INSERT INTO orders VALUES (1, 1)",
        after: "CREATE TABLE client (id INT NOT NULL PRIMARY KEY, email VARCHAR(40) NOT NULL);
                CREATE TABLE orders (id INT NOT NULL PRIMARY KEY, customer INT NOT NULL,
                CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES client (id));",
        renames: renamed,
        warns: &[],
    },
    Story {
        name: "a view over a table that stays",
        before: CUSTOMER,
        rows: "",
        after: "CREATE TABLE customer (id INT NOT NULL PRIMARY KEY, mail VARCHAR(40) NOT NULL);
                CREATE VIEW mails AS SELECT mail FROM customer;",
        renames: none,
        warns: &[],
    },
];

/// Each story is told, taken back, and the taking back is taken back.
async fn told(engine: Engine, story: &Story) {
    let told = format!("{engine}, {}", story.name);
    let desk = Desk::new(engine).await;
    desk.executed(&desk.intent("cli", story.before), Rehearsal::No)
        .await;
    desk.database.run(story.rows).await.unwrap();
    let before = desk.schema().await;
    let mut declaration = desk.intent("cli", story.after);
    let namespace = if engine == Engine::Postgres {
        "public"
    } else {
        ""
    };
    declaration.renames = (story.renames)(namespace);
    let change = desk.executed(&declaration, Rehearsal::No).await;
    assert_eq!(change.state, State::Succeeded, "{told}: {:?}", change.error);
    let after = desk.schema().await;
    let memory = desk.recalled("memory").await;

    let back = desk.taken_back(&change.execution_id).await;
    assert_eq!(back.state, State::Succeeded, "{told}: {:?}", back.error);
    assert_eq!(
        back.rollback_of.as_ref(),
        Some(&change.execution_id),
        "{told}"
    );
    assert_eq!(desk.differences(&before).await, "", "{told}");
    assert_eq!(
        back.warnings.len(),
        story.warns.len(),
        "{told}: {:?}",
        back.warnings
    );
    for expected in story.warns {
        let warning = back.warnings.iter().find(|w| w.contains(expected));
        let warning = warning.unwrap_or_else(|| panic!("{told}: {:?}", back.warnings));
        let backup = change.backup_path.as_deref().unwrap();
        assert!(warning.contains(backup), "{told}: {warning}");
    }
    let record = &desk.history().await[0];
    assert_eq!(
        record.rollback_of.as_ref(),
        Some(&change.execution_id),
        "{told}"
    );
    assert_eq!(record.warnings, back.warnings, "{told}");

    // The declaration is what it was, so its owner sees drift: told once and again, done never.
    assert_eq!(desk.recalled("memory").await, memory, "{told}");
    let seen = desk.previewed(&declaration).await.unwrap();
    assert!(seen.drifted && !seen.plan.is_empty(), "{told}");
    let again = desk.previewed(&declaration).await.unwrap();
    assert_eq!(again.plan.id, seen.plan.id, "{told}");
    let refusal = desk.refused(&change.execution_id).await;
    assert_eq!(refusal.class, RefusalClass::NothingToRollBack, "{told}");

    let forth = desk.taken_back(&back.execution_id).await;
    assert_eq!(forth.state, State::Succeeded, "{told}: {:?}", forth.error);
    assert_eq!(desk.differences(&after).await, "", "{told}");
    let settled = desk.previewed(&declaration).await.unwrap();
    assert!(settled.plan.is_empty() && !settled.drifted, "{told}");
    desk.database.drop().await;
}

async fn all_told(engine: Engine) {
    for story in &STORIES {
        told(engine, story).await;
    }
}

#[tokio::test]
async fn sqlite_takes_back_what_an_execution_changed() {
    all_told(Engine::Sqlite).await;
}

#[tokio::test]
async fn postgres_takes_back_what_an_execution_changed() {
    all_told(Engine::Postgres).await;
}

#[tokio::test]
async fn mysql_takes_back_what_an_execution_changed() {
    all_told(Engine::Mysql).await;
}

#[tokio::test]
async fn mariadb_takes_back_what_an_execution_changed() {
    all_told(Engine::Mariadb).await;
}

/// A value written since is somebody's: the plan's id has to be approved, and it is copied first.
#[tokio::test]
async fn what_would_be_lost_waits_for_a_word_that_names_the_plan() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let first = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY);";
        let second = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT);";
        desk.executed(&desk.intent("cli", first), Rehearsal::No)
            .await;
        let before = desk.schema().await;
        let added = desk
            .executed(&desk.intent("cli", second), Rehearsal::No)
            .await;
        desk.database
            .run("INSERT INTO a VALUES (1, 7)")
            .await
            .unwrap();
        let intent = desk.back(&added.execution_id);
        let mut session = desk.session().await;
        let mut try_with = async |approval: Approval| {
            apply(&mut session, &intent, &approval, Rehearsal::No, &moment())
                .await
                .unwrap()
        };
        let Applied::Held { plan, .. } = try_with(Approval::None).await else {
            panic!("{engine}: not held");
        };
        assert_eq!(plan.risk(), Severity::Critical, "{engine}");
        assert_eq!(plan.rollback_of, Some(added.execution_id), "{engine}");
        let by = "somebody".to_owned();
        let wrong = Approval::Plan {
            id: PlanId("sha256:0".to_owned()),
            by: by.clone(),
        };
        assert!(
            matches!(try_with(wrong).await, Applied::Held { .. }),
            "{engine}"
        );
        let right = Approval::Plan {
            id: plan.id.clone(),
            by,
        };
        let Applied::Executed { execution, .. } = try_with(right).await else {
            panic!("{engine}: not executed");
        };
        session.close().await;
        assert_eq!(
            execution.state,
            State::Succeeded,
            "{engine}: {:?}",
            execution.error
        );
        assert!(execution.backup_path.is_some(), "{engine}");
        assert_eq!(desk.differences(&before).await, "", "{engine}");
        let record = &desk.history().await[0];
        assert_eq!(record.approved_by.as_deref(), Some("somebody"), "{engine}");
        desk.database.drop().await;
    }
}

/// One after the other, newest first; the older one alone would take the newer one with it.
#[tokio::test]
async fn two_are_taken_back_newest_first() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let none = desk.schema().await;
        let one = desk
            .executed(
                &desk.intent("cli", "CREATE TABLE a (id INT NOT NULL PRIMARY KEY);"),
                Rehearsal::No,
            )
            .await;
        let first = desk.schema().await;
        let two = desk
            .executed(
                &desk.intent(
                    "cli",
                    "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT);",
                ),
                Rehearsal::No,
            )
            .await;
        let refusal = desk.refused(&one.execution_id).await;
        assert_eq!(refusal.class, RefusalClass::Diverged, "{engine}");
        let text = refusal.to_string();
        assert!(
            text.contains("column v was added since"),
            "{engine}: {text}"
        );
        desk.taken_back(&two.execution_id).await;
        assert_eq!(desk.differences(&first).await, "", "{engine}");
        desk.taken_back(&one.execution_id).await;
        assert_eq!(desk.differences(&none).await, "", "{engine}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_rehearsal_of_taking_back_changes_nothing() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let made = desk
            .executed(
                &desk.intent("cli", "CREATE TABLE a (id INT NOT NULL PRIMARY KEY);"),
                Rehearsal::No,
            )
            .await;
        let before = desk.schema().await;
        let rehearsed = desk
            .executed(&desk.back(&made.execution_id), Rehearsal::Yes)
            .await;
        assert_eq!(
            rehearsed.state,
            State::DryRun,
            "{engine}: {:?}",
            rehearsed.error
        );
        assert_eq!(desk.differences(&before).await, "", "{engine}");
        let record = &desk.history().await[0];
        assert!(record.dry_run, "{engine}");
        assert_eq!(record.rollback_of, Some(made.execution_id), "{engine}");
        desk.database.drop().await;
    }
}

/// What stopped half-way: taken back from where it really stopped, where the engine left anything.
#[tokio::test]
async fn what_stopped_half_way_is_taken_back_from_there() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let first = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT);";
        desk.executed(&desk.intent("cli", first), Rehearsal::No)
            .await;
        desk.database
            .run("INSERT INTO a VALUES (1, 7), (2, 7)")
            .await
            .unwrap();
        let before = desk.schema().await;
        let mut intent = desk.intent(
            "cli",
            "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT, w INT);
             CREATE TABLE b (id INT NOT NULL PRIMARY KEY);
             CREATE UNIQUE INDEX a_v ON a (v);",
        );
        intent.on_failure = OnFailure::Stop;
        intent.policy.rules.push(RuleOverride {
            rule: Rule::UniqueAdd,
            severity: Severity::Low,
            objects: Vec::new(),
            reason: "to see it fail".to_owned(),
        });
        let failed = desk.executed(&intent, Rehearsal::No).await;
        if engine == Engine::Sqlite {
            assert_eq!(failed.state, State::RolledBack, "{engine}");
            let refusal = desk.refused(&failed.execution_id).await;
            assert_eq!(refusal.class, RefusalClass::NothingToRollBack, "{engine}");
        } else {
            // On PostgreSQL the index is built beside writers, after the rest was committed.
            assert_eq!(failed.state, State::PartiallyApplied, "{engine}");
            assert_ne!(desk.differences(&before).await, "", "{engine}");
            let back = desk.taken_back(&failed.execution_id).await;
            assert_eq!(back.state, State::Succeeded, "{engine}: {:?}", back.error);
        }
        assert_eq!(desk.differences(&before).await, "", "{engine}");
        desk.database.drop().await;
    }
}

/// A person may take back what an operator did; another operator may not.
#[tokio::test]
async fn the_owner_stays_the_owner() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let declaration = desk.intent(
            "team-a/shop",
            "CREATE TABLE a (id INT NOT NULL PRIMARY KEY);",
        );
        let made = desk.executed(&declaration, Rehearsal::No).await;
        let mut other = desk.back(&made.execution_id);
        other.owner = "team-b/shop".to_owned();
        match desk.apply(&other, Rehearsal::No).await {
            Err(PipelineError::Refused(refusal)) => {
                assert_eq!(
                    refusal.class,
                    RefusalClass::TargetOwnedByAnother,
                    "{engine}"
                );
            }
            other => panic!("{engine}: {other:?}"),
        }
        let memory = desk.recalled("memory").await.unwrap();
        assert!(memory.contains("team-a/shop"), "{engine}: {memory}");
        desk.taken_back(&made.execution_id).await;
        assert_eq!(desk.recalled("memory").await, Some(memory), "{engine}");
        assert!(
            desk.previewed(&declaration).await.unwrap().drifted,
            "{engine}"
        );
        desk.database.drop().await;
    }
}
