//! What is committed in groups so that nobody has to wait: what a failure, a kill and a lock that
//! stays leave behind. The forms themselves are cases.

use crate::execution::{Desk, moment};
use driftless::engine::{self, Catalog as _, Engine, Mode, Online, Scope};
use driftless::execute::{Execution, OnFailure, Progress, ProgressEvent, Rehearsal};
use driftless::history::State;
use driftless::intake;
use driftless::pipeline::{Applied, Intent, apply, preview};
use driftless::plan::{Approval, Plan, Rule, RuleOverride, Severity};
use driftless::schema::Prune;
use driftless::{Database, ExecuteOptions, PlanRequest, Run};
use serde_json::json;
use sqlx::{Connection, Executor as _, PgConnection};
use std::time::Duration;

const FIRST: &str = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT);";
const INDEXED: &str = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT, w INT);
    CREATE UNIQUE INDEX a_v ON a (v);";
const CHECKED: &str = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT,
    CONSTRAINT small CHECK (v < 1000));";

/// A table with two rows whose `v` are the same.
async fn desk() -> Desk {
    let desk = Desk::new(Engine::Postgres).await;
    desk.executed(&desk.intent("cli", FIRST), Rehearsal::No)
        .await;
    desk.database
        .run("INSERT INTO a VALUES (1, 7), (2, 7)")
        .await
        .unwrap();
    desk
}

fn daring(desk: &Desk, sql: &str) -> Intent {
    let mut intent = desk.intent("cli", sql);
    intent.policy.rules.push(RuleOverride {
        rule: Rule::UniqueAdd,
        severity: Severity::Low,
        objects: Vec::new(),
        reason: "to see it fail".to_owned(),
    });
    intent
}

async fn connect(desk: &Desk) -> PgConnection {
    PgConnection::connect(&desk.database.url).await.unwrap()
}

/// The indexes of `a`, as `name valid`.
async fn indexes(desk: &Desk) -> Vec<String> {
    let rows = desk
        .database
        .rows(
            "SELECT c.relname || ' ' || i.indisvalid::text FROM pg_index i \
             JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = 'a'::regclass ORDER BY 1",
        )
        .await;
    rows.into_iter().flatten().flatten().collect()
}

async fn plan(desk: &Desk, intent: &Intent) -> Plan {
    let mut session = desk.session().await;
    let plan = preview(&mut session, intent, &moment()).await.unwrap().plan;
    session.close().await;
    plan
}

async fn converges(desk: &Desk, intent: &Intent) {
    let execution = desk.executed(intent, Rehearsal::No).await;
    assert_eq!(execution.state, State::Succeeded, "{:?}", execution.error);
    let again = desk.apply(intent, Rehearsal::No).await.unwrap();
    assert!(matches!(again, Applied::NothingToDo(_)), "{again:?}");
}

fn states(execution: &Execution) -> Vec<&'static str> {
    execution.results.iter().map(|it| it.state).collect()
}

#[tokio::test]
async fn a_build_that_meets_duplicates_leaves_nothing() {
    for (word, state) in [
        (OnFailure::RollBack, State::RolledBack),
        (OnFailure::Stop, State::PartiallyApplied),
    ] {
        let desk = desk().await;
        let mut intent = daring(&desk, INDEXED);
        intent.on_failure = word;
        assert!(!plan(&desk, &intent).await.is_one_transaction());
        let execution = desk.executed(&intent, Rehearsal::No).await;
        assert_eq!(execution.state, state, "{:?}", execution.error);
        let error = execution.error.as_deref().unwrap();
        assert!(error.contains("a_v"), "the object is named: {error}");
        let first = match word {
            OnFailure::RollBack => "undone",
            OnFailure::Stop => "done",
        };
        assert_eq!(states(&execution), [first, "failed"]);
        assert_eq!(indexes(&desk).await, ["a_pkey true"], "{word:?}");
        assert_eq!(desk.history().await[0].state, state.as_str());
        desk.database
            .run("DELETE FROM a WHERE id = 2")
            .await
            .unwrap();
        converges(&desk, &intent).await;
        assert_eq!(indexes(&desk).await, ["a_pkey true", "a_v true"]);
        desk.database.drop().await;
    }
}

/// What an interrupted plan leaves is no object anybody declared, and goes with the next plan even
/// where undeclared objects stay.
#[tokio::test]
async fn what_an_interrupted_plan_left_goes_with_the_next() {
    let desk = desk().await;
    let made = desk
        .database
        .run("CREATE UNIQUE INDEX CONCURRENTLY a_v ON a (v)")
        .await;
    assert!(made.is_err(), "it meets duplicates");
    desk.database
        .run("DELETE FROM a WHERE id = 2")
        .await
        .unwrap();
    desk.database
        .run(
            "CREATE UNIQUE INDEX driftless_0123abcd ON a (v);
             ALTER TABLE a ADD CONSTRAINT driftless_0123abcd CHECK (v IS NOT NULL) NOT VALID;
             CREATE INDEX driftless_of_somebody ON a (v, id)",
        )
        .await
        .unwrap();
    let mut intent = desk.intent("cli", INDEXED);
    intent.prune = Prune::Owned.into();
    converges(&desk, &intent).await;
    assert_eq!(
        indexes(&desk).await,
        ["a_pkey true", "a_v true", "driftless_of_somebody true"]
    );
    let checks =
        "SELECT conname::text FROM pg_constraint WHERE conrelid = 'a'::regclass AND contype = 'c'";
    assert!(desk.database.rows(checks).await.is_empty());
    desk.database.drop().await;
}

/// Decision 0004: planning again.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_in_the_middle_it_is_planned_again() {
    let desk = desk().await;
    desk.database
        .run("DELETE FROM a WHERE id = 2")
        .await
        .unwrap();
    let sql = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT);
        CREATE TABLE b (id INT NOT NULL PRIMARY KEY);
        CREATE UNIQUE INDEX a_v ON a (v);";
    let intent = desk.intent("cli", sql);
    // The build waits for this transaction, behind what was committed before it.
    let mut holder = connect(&desk).await;
    holder
        .execute(sqlx::raw_sql("BEGIN; UPDATE a SET v = 8"))
        .await
        .unwrap();
    let running = desk.apply(&intent, Rehearsal::No);
    let killing = async {
        let sql = "SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity \
                   WHERE datname = current_database() AND query LIKE 'CREATE UNIQUE INDEX CONCURRENTLY%' \
                   AND wait_event_type = 'Lock'";
        for _ in 0..1_200 {
            if !desk.database.rows(sql).await.is_empty() {
                return true;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        false
    };
    let (outcome, killed) = tokio::join!(running, killing);
    assert!(killed, "the build waited");
    assert!(outcome.is_err(), "not even that could be recorded");
    assert_eq!(indexes(&desk).await, ["a_pkey true", "a_v false"]);
    holder.execute("ROLLBACK").await.unwrap();
    holder.close().await.unwrap();
    converges(&desk, &intent).await;
    assert_eq!(indexes(&desk).await, ["a_pkey true", "a_v true"]);
    let history = desk.history().await;
    assert_eq!(history[1].state, "Interrupted");
    desk.database.drop().await;
}

/// Between two tries nobody is held up.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lock_that_stays_is_tried_for_and_given_up() {
    let desk = desk().await;
    let mut intent = desk.intent("cli", CHECKED);
    intent.max_retries = 2;
    intent.timeouts.lock = Duration::from_millis(300);
    let mut holder = connect(&desk).await;
    holder
        .execute(sqlx::raw_sql("BEGIN; SELECT * FROM a FOR UPDATE"))
        .await
        .unwrap();
    let mut session = engine::connect(&intent.target, &intent.timeouts)
        .await
        .unwrap();
    let now = moment();
    let running = apply(&mut session, &intent, &Approval::All, Rehearsal::No, &now);
    let watching = async {
        // Idle with a lock on the table: what must never be.
        let sql = "SELECT l.granted::text FROM pg_locks l JOIN pg_stat_activity s USING (pid) \
                   WHERE s.application_name = 'driftless' AND s.state <> 'active' \
                   AND l.relation = 'a'::regclass";
        let mut seen = Vec::new();
        for _ in 0..40 {
            seen.extend(desk.database.rows(sql).await);
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        seen
    };
    let (applied, seen) = tokio::join!(running, watching);
    session.close().await;
    assert_eq!(seen, Vec::<Vec<Option<String>>>::new());
    let Applied::Executed { execution, .. } = applied.unwrap() else {
        panic!("not executed");
    };
    assert_eq!(execution.state, State::RolledBack, "{:?}", execution.error);
    assert_eq!(execution.retries, 2);
    assert_eq!(states(&execution), ["failed"]);
    holder.execute("ROLLBACK").await.unwrap();
    holder.close().await.unwrap();
    converges(&desk, &intent).await;
    desk.database.drop().await;
}

/// A table that was empty when it was planned for is looked at once more.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn emptiness_is_checked_again() {
    let desk = desk().await;
    desk.database.run("DELETE FROM a").await.unwrap();
    let mut intent = desk.intent("cli", CHECKED);
    assert!(plan(&desk, &intent).await.is_one_transaction());
    let url = desk.database.url.clone();
    let insert = move || {
        let url = url.clone();
        let inserting = async move {
            let mut connection = PgConnection::connect(&url).await.unwrap();
            connection
                .execute("INSERT INTO a VALUES (1, 7)")
                .await
                .unwrap();
        };
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(inserting);
    };
    intent.progress = Progress::to(move |event| {
        if let ProgressEvent::Started { .. } = event {
            std::thread::spawn(insert.clone()).join().unwrap();
        }
    });
    let execution = desk.executed(&intent, Rehearsal::No).await;
    assert_eq!(execution.state, State::RolledBack);
    let error = execution.error.unwrap();
    assert!(error.contains("no longer known to be empty"), "{error}");
    intent.progress = Progress::default();
    assert!(!plan(&desk, &intent).await.is_one_transaction());
    converges(&desk, &intent).await;
    desk.database.drop().await;
}

/// Where not all steps share a transaction, the proof in scratch is the rehearsal.
#[tokio::test]
async fn a_rehearsal_in_groups_touches_nothing() {
    let desk = desk().await;
    desk.database
        .run("DELETE FROM a WHERE id = 2")
        .await
        .unwrap();
    let intent = desk.intent("cli", INDEXED);
    let execution = desk.executed(&intent, Rehearsal::Yes).await;
    assert_eq!(execution.state, State::DryRun);
    assert_eq!(indexes(&desk).await, ["a_pkey true"]);
    desk.database.drop().await;
}

/// I14: what came by other hands while a plan ran stays when the plan goes back.
#[tokio::test]
async fn the_way_back_leaves_what_others_made() {
    let desk = desk().await;
    let sql = format!("CREATE SCHEMA made; CREATE TYPE mood AS ENUM ('ok'); {INDEXED}");
    let mut intent = daring(&desk, &sql);
    let url = desk.database.url.clone();
    intent.progress = Progress::to(move |event| {
        if let ProgressEvent::Step {
            state: "failed", ..
        } = event
        {
            let url = url.clone();
            std::thread::spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .unwrap();
                runtime.block_on(async move {
                    let mut connection = PgConnection::connect(&url).await.unwrap();
                    connection
                        .execute("CREATE VIEW theirs AS SELECT 1 AS one")
                        .await
                        .unwrap();
                });
            })
            .join()
            .unwrap();
        }
    });
    let execution = desk.executed(&intent, Rehearsal::No).await;
    assert_eq!(execution.state, State::RolledBack, "{:?}", execution.error);
    let mut session = desk.session().await;
    let schema = session.read(&Scope::default()).await.unwrap();
    session.close().await;
    assert!(!schema.namespaces.contains("made"));
    let kinds: Vec<&str> = schema.objects.keys().map(|key| key.kind.as_str()).collect();
    assert_eq!(kinds, ["view"]);
    desk.database.drop().await;
}

/// What a manifest says of it is read.
#[tokio::test]
async fn a_manifest_may_ask_for_one_transaction() {
    let desk = desk().await;
    desk.database
        .run("DELETE FROM a WHERE id = 2")
        .await
        .unwrap();
    let spec = |online: &str| {
        serde_json::from_value(json!({
            "database": {"engine": "postgres", "host": {"value": "h"}, "user": {"value": "u"}, "name": {"value": "n"}},
            "schema": {"sql": INDEXED},
            "execution": {"online": online},
        }))
        .unwrap()
    };
    let around = || {
        let intent = desk.intent("cli", "");
        intake::Surroundings {
            target: intent.target,
            sources: Vec::new(),
            owner: "cli".to_owned(),
            backup_directory: desk.folder.path().to_owned(),
        }
    };
    for (word, whole) in [("Auto", false), ("Never", true)] {
        let intent = intake::from_manifest(&spec(word), around()).unwrap();
        assert_eq!(
            plan(&desk, &intent).await.is_one_transaction(),
            whole,
            "{word}"
        );
    }
    let refused = intake::from_manifest(&spec("Required"), around()).unwrap_err();
    assert_eq!(refused[0].path, "spec.execution.online");
    desk.database.drop().await;
}

/// The live table is held to what its empty copy took: it fails instead of copying the rows.
#[tokio::test]
async fn what_the_server_would_do_otherwise_fails_at_once() {
    let desk = Desk::new(Engine::Mysql).await;
    let table = |columns: &str| {
        format!("CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT{columns}) ENGINE=InnoDB;")
    };
    desk.executed(&desk.intent("cli", &table("")), Rehearsal::No)
        .await;
    desk.database
        .run("INSERT INTO a VALUES (1, 1)")
        .await
        .unwrap();
    // Each instant change is a version of the rows, and their number is limited.
    let mut changed = Ok(());
    let mut rounds = 0;
    while changed.is_ok() && rounds < 300 {
        changed = desk
            .database
            .run(
                "ALTER TABLE a ADD COLUMN x INT, ALGORITHM=INSTANT;
                 ALTER TABLE a DROP COLUMN x, ALGORITHM=INSTANT",
            )
            .await;
        rounds += 1;
    }
    assert!(changed.is_err(), "there is a limit");
    let mut intent = desk.intent("cli", &table(", w VARCHAR(9)"));
    let looked = plan(&desk, &intent).await;
    let sql = looked.steps[0].step.statements[0].sql().to_owned();
    assert!(sql.ends_with("ALGORITHM=INSTANT"), "{sql}");
    // The plan says so itself, and has to be told to go on.
    intent.policy.rules.push(RuleOverride {
        rule: Rule::InstantLimit,
        severity: Severity::Low,
        objects: Vec::new(),
        reason: "to see the server refuse".to_owned(),
    });
    let execution = desk.executed(&intent, Rehearsal::No).await;
    assert_eq!(execution.state, State::RolledBack, "{:?}", execution.error);
    intent.online = Online::Never;
    converges(&desk, &intent).await;
    desk.database.drop().await;
}

/// Over REST and from a program: the plan is made again from the request, so that says it, too.
#[tokio::test]
async fn a_request_may_ask_for_one_transaction() {
    let desk = desk().await;
    desk.database
        .run("DELETE FROM a WHERE id = 2")
        .await
        .unwrap();
    let database = Database::at(&desk.database.url, desk.folder.path().join("backups")).unwrap();
    let request = |online: &str| -> PlanRequest {
        serde_json::from_value(json!({"desiredSchema": {"sql": INDEXED}, "online": online}))
            .unwrap()
    };
    let whole = database.plan(&request("Never")).await.unwrap();
    let mut steps = whole.steps.iter();
    assert!(steps.all(|step| step.mode == Mode::Joined && step.group == 0));
    let grouped = database.plan(&request("Auto")).await.unwrap();
    let groups: Vec<usize> = grouped.steps.iter().map(|step| step.group).collect();
    assert_eq!(groups, [0, 1]);
    assert_eq!(grouped.steps[1].mode, Mode::Alone);
    assert_ne!(whole.id, grouped.id);
    let refused = database.plan(&request("Required")).await.unwrap_err();
    assert!(format!("{refused:?}").contains("\"online\""), "{refused:?}");
    let options = ExecuteOptions::default();
    let outcome = database
        .execute(&whole.given(), &options, Run::now("me"))
        .await
        .unwrap();
    assert_eq!(outcome.status, "Succeeded");
    desk.database.drop().await;
}

#[tokio::test]
async fn the_command_line_may_ask_for_one_transaction() {
    let desk = desk().await;
    let file = desk.folder.path().join("a.sql");
    std::fs::write(&file, INDEXED).unwrap();
    let plan = |more: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_driftless"))
            .args(["plan", "-f", file.to_str().unwrap()])
            .args(more)
            .env("DATABASE_URL", &desk.database.url)
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let text = plan(&[]);
    assert!(text.contains("outside a transaction"), "{text}");
    assert!(text.contains("CONCURRENTLY"), "{text}");
    let text = plan(&["--online", "never"]);
    assert!(!text.contains("outside a transaction"), "{text}");
    assert!(!text.contains("CONCURRENTLY"), "{text}");
    desk.database.drop().await;
}
