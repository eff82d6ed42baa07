//! Labels of enums that rows hold, and what is left when a plan that adds one fails. What such plans
//! look like are cases.

use crate::execution::{Desk, moment};
use driftless::engine::Engine;
use driftless::execute::{OnFailure, Rehearsal};
use driftless::history::State;
use driftless::pipeline::{Aim, Applied, Intent, preview};
use driftless::plan::{Plan, Rule, RuleOverride, Severity};

const FIRST: &str = "CREATE TYPE mood AS ENUM ('awful', 'sad', 'happy');
    CREATE DOMAIN d AS mood;
    CREATE TABLE t (id int PRIMARY KEY, m mood, past mood[], by_domain d);";
const LESS: &str = "CREATE TYPE mood AS ENUM ('sad', 'happy');
    CREATE DOMAIN d AS mood;
    CREATE TABLE t (id int PRIMARY KEY, m mood, past mood[], by_domain d);";

async fn desk(declared: &str) -> Desk {
    let desk = Desk::new(Engine::Postgres).await;
    desk.executed(&desk.intent("cli", declared), Rehearsal::No)
        .await;
    desk
}

async fn plan(desk: &Desk, intent: &Intent) -> Plan {
    let mut session = desk.session().await;
    let plan = preview(&mut session, intent, &moment()).await.unwrap().plan;
    session.close().await;
    plan
}

async fn labels(desk: &Desk) -> Vec<String> {
    let sql = "SELECT t.typname || ' ' || e.enumlabel FROM pg_enum e \
               JOIN pg_type t ON t.oid = e.enumtypid ORDER BY t.typname, e.enumsortorder";
    let rows = desk.database.rows(sql).await;
    rows.into_iter().flatten().flatten().collect()
}

async fn converges(desk: &Desk, intent: &Intent) {
    let execution = desk.executed(intent, Rehearsal::No).await;
    assert_eq!(execution.state, State::Succeeded, "{:?}", execution.error);
    let again = desk.apply(intent, Rehearsal::No).await.unwrap();
    assert!(matches!(again, Applied::NothingToDo(_)), "{again:?}");
}

/// PG26, DL008.
#[tokio::test]
async fn rows_that_hold_a_removed_label_hold_the_plan_back() {
    let desk = desk(FIRST).await;
    desk.database
        .run(
            "INSERT INTO t VALUES (1, 'awful', '{happy,awful}', 'awful'), (2, 'awful', '{}', 'sad'),
             (3, 'sad', NULL, NULL), (4, NULL, '{NULL}', 'awful')",
        )
        .await
        .unwrap();
    let intent = desk.intent("cli", LESS);
    let plan = plan(&desk, &intent).await;
    let found = |part: &str| {
        let mut all = plan.findings.iter();
        let found = all.find(|it| it.rule == Rule::EnumValueRemove && it.object.part == part);
        found.map(|it| (it.severity, it.rows))
    };
    assert_eq!(found("m"), Some((Severity::Forbidden, Some(2))));
    assert_eq!(found("past"), Some((Severity::Forbidden, Some(1))));
    assert_eq!(found("by_domain"), Some((Severity::Forbidden, Some(2))));
    let held = desk.apply(&intent, Rehearsal::No).await.unwrap();
    assert!(matches!(held, Applied::Held { .. }), "{held:?}");
    assert_eq!(labels(&desk).await.len(), 3, "nothing was done");

    // Whoever allows it all the same learns it from the server, and nothing is left of the try.
    let mut daring = intent.clone();
    daring.policy.rules.push(RuleOverride {
        rule: Rule::EnumValueRemove,
        severity: Severity::Low,
        objects: Vec::new(),
        reason: "to see it fail".to_owned(),
    });
    let execution = desk.executed(&daring, Rehearsal::No).await;
    assert_eq!(execution.state, State::RolledBack);
    assert_eq!(labels(&desk).await.len(), 3);

    desk.database
        .run(
            "UPDATE t SET m = 'sad' WHERE m = 'awful';
             UPDATE t SET past = array_remove(past, 'awful');
             UPDATE t SET by_domain = NULL",
        )
        .await
        .unwrap();
    converges(&desk, &intent).await;
    assert_eq!(labels(&desk).await, ["mood sad", "mood happy"]);
    desk.database.drop().await;
}

/// The label is committed before what uses it; what fails afterwards leaves it, or takes it back by a
/// swap.
#[tokio::test]
async fn a_failure_after_a_label_was_added() {
    let first = "CREATE TYPE mood AS ENUM ('sad', 'happy');
        CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'sad', v int);";
    let more = "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
        CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'ok', v int UNIQUE);";
    for (word, state) in [
        (OnFailure::Stop, State::PartiallyApplied),
        (OnFailure::RollBack, State::RolledBack),
    ] {
        let desk = desk(first).await;
        desk.database
            .run("INSERT INTO t VALUES (1, 'sad', 7), (2, 'happy', 7)")
            .await
            .unwrap();
        let mut intent = desk.intent("cli", more);
        intent.on_failure = word;
        intent.policy.rules.push(RuleOverride {
            rule: Rule::UniqueAdd,
            severity: Severity::Low,
            objects: Vec::new(),
            reason: "to see it fail".to_owned(),
        });
        let execution = desk.executed(&intent, Rehearsal::No).await;
        assert_eq!(execution.state, state, "{:?}", execution.error);
        let found = labels(&desk).await;
        match word {
            OnFailure::Stop => assert_eq!(found, ["mood sad", "mood ok", "mood happy"]),
            OnFailure::RollBack => assert_eq!(found, ["mood sad", "mood happy"]),
        }
        desk.database
            .run("DELETE FROM t WHERE id = 2")
            .await
            .unwrap();
        converges(&desk, &intent).await;
        assert_eq!(labels(&desk).await, ["mood sad", "mood ok", "mood happy"]);
        desk.database.drop().await;
    }
}

/// A unique index beside the swap stands alone, so the swap is committed before it fails: the type that
/// was renamed away is left, and goes with the next plan or on the way back.
#[tokio::test]
async fn a_failure_after_a_swap() {
    let with = |labels: &str, index: &str| {
        format!(
            "CREATE TYPE mood AS ENUM ({labels});
             CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'sad');
             CREATE TABLE v (id int PRIMARY KEY, n int);
             CREATE VIEW w AS SELECT m FROM t WHERE m > 'sad'; {index}"
        )
    };
    let first = with("'awful', 'sad', 'happy'", "");
    let more = with("'sad', 'happy'", "CREATE UNIQUE INDEX i ON v (n);");
    for (word, state) in [
        (OnFailure::Stop, State::PartiallyApplied),
        (OnFailure::RollBack, State::RolledBack),
    ] {
        let desk = desk(&first).await;
        desk.database
            .run(
                "INSERT INTO t VALUES (1, 'sad'), (2, 'happy');
                 INSERT INTO v VALUES (1, 7), (2, 7)",
            )
            .await
            .unwrap();
        let mut intent = desk.intent("cli", &more);
        intent.on_failure = word;
        intent.policy.rules.push(RuleOverride {
            rule: Rule::UniqueAdd,
            severity: Severity::Low,
            objects: Vec::new(),
            reason: "to see it fail".to_owned(),
        });
        let execution = desk.executed(&intent, Rehearsal::No).await;
        assert_eq!(execution.state, state, "{:?}", execution.error);
        let found = labels(&desk).await;
        match word {
            OnFailure::Stop => {
                assert_eq!(found.len(), 5, "{found:?}");
                assert!(found[0].starts_with("driftless_"), "{found:?}");
            }
            OnFailure::RollBack => {
                assert_eq!(found, ["mood awful", "mood sad", "mood happy"]);
            }
        }
        desk.database
            .run("DELETE FROM v WHERE id = 2")
            .await
            .unwrap();
        converges(&desk, &intent).await;
        assert_eq!(labels(&desk).await, ["mood sad", "mood happy"]);
        let values = desk
            .database
            .rows("SELECT m::text FROM t ORDER BY id")
            .await;
        let values: Vec<String> = values.into_iter().flatten().flatten().collect();
        assert_eq!(values, ["sad", "happy"]);
        desk.database.drop().await;
    }
}

/// An execution that added a label is taken back by a swap, unless a row holds the label since.
#[tokio::test]
async fn an_added_label_is_taken_back() {
    let first = "CREATE TYPE mood AS ENUM ('sad', 'happy');
        CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'sad');";
    let more = "CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
        CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'ok');";
    let desk = desk(first).await;
    let execution = desk
        .executed(&desk.intent("cli", more), Rehearsal::No)
        .await;
    assert_eq!(execution.state, State::Succeeded, "{:?}", execution.error);
    desk.database
        .run("INSERT INTO t (id) VALUES (1)")
        .await
        .unwrap();
    let mut back = desk.intent("cli", "");
    back.aim = Aim::Undo(execution.execution_id.clone());
    let held = desk.apply(&back, Rehearsal::No).await.unwrap();
    assert!(matches!(held, Applied::Held { .. }), "{held:?}");
    desk.database.run("UPDATE t SET m = 'happy'").await.unwrap();
    let execution = desk.executed(&back, Rehearsal::No).await;
    assert_eq!(execution.state, State::Succeeded, "{:?}", execution.error);
    assert_eq!(labels(&desk).await, ["mood sad", "mood happy"]);
    desk.database.drop().await;
}
