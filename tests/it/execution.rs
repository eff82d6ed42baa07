//! What an execution leaves behind when it fails, when it is rehearsed, when two meet, and when the
//! process before it died; on every engine.

use crate::cases::database::{Database, Place, Server};
use driftless::engine::{
    self, Catalog, Engine, ExecutionRecord, Executor, Ledger, Scope, Session, Timeouts,
};
use driftless::execute::{Execution, Rehearsal};
use driftless::history::State;
use driftless::intake::{self, Surroundings};
use driftless::pipeline::{Applied, Intent, Moment, PipelineError, RefusalClass, Source, apply};
use driftless::plan::{Approval, Fingerprint, Rule, RuleOverride, Severity};
use driftless::schema::Prune;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// Numbers databases apart from those of the cases.
static NEXT: AtomicUsize = AtomicUsize::new(500_000);

/// A database of one engine, and a folder for its backups.
pub(crate) struct Desk {
    pub(crate) database: Database,
    pub(crate) folder: TempDir,
}

impl Desk {
    pub(crate) async fn new(engine: Engine) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = tempfile::tempdir().unwrap();
        let place = match engine {
            Engine::Sqlite => Place::Folder(tempfile::tempdir_in(folder.path()).unwrap()),
            Engine::Postgres => Place::Server(Server::of("DRIFTLESS_TEST_POSTGRES_URL", engine)),
            Engine::Mysql => Place::Server(Server::of("DRIFTLESS_TEST_MYSQL_URL", engine)),
            Engine::Mariadb => Place::Server(Server::of("DRIFTLESS_TEST_MARIADB_URL", engine)),
        };
        let database = Database::make(&place, engine, number).await;
        if let Place::Folder(inner) = place {
            // Its folder goes with the outer one.
            let _ = inner.keep();
        }
        Self { database, folder }
    }

    pub(crate) fn intent(&self, owner: &str, sql: &str) -> Intent {
        let mut intent = intake::from_sql(Surroundings {
            target: self.database.target(),
            sources: vec![Source {
                name: "test".to_owned(),
                text: sql.to_owned(),
            }],
            owner: owner.to_owned(),
            backup_directory: self.folder.path().join("backups"),
        });
        intent.prune = Prune::Exact.into();
        intent
    }

    pub(crate) async fn session(&self) -> Session {
        engine::connect(&self.database.target(), &Timeouts::default())
            .await
            .unwrap()
    }

    pub(crate) async fn apply(
        &self,
        intent: &Intent,
        rehearsal: Rehearsal,
    ) -> Result<Applied, PipelineError> {
        let mut session = self.session().await;
        let applied = apply(&mut session, intent, &Approval::All, rehearsal, &moment()).await;
        session.close().await;
        applied
    }

    pub(crate) async fn executed(&self, intent: &Intent, rehearsal: Rehearsal) -> Execution {
        match self.apply(intent, rehearsal).await.unwrap() {
            Applied::Executed { execution, .. } => execution,
            other => panic!("not executed: {other:?}"),
        }
    }

    async fn fingerprint(&self) -> Fingerprint {
        let mut session = self.session().await;
        let schema = session.read(&Scope::default()).await.unwrap();
        let fingerprint = Fingerprint::of(session.server().engine, &schema);
        session.close().await;
        fingerprint
    }

    pub(crate) async fn history(&self) -> Vec<ExecutionRecord> {
        let mut session = self.session().await;
        let records = session.executions(10, None).await.unwrap();
        session.close().await;
        records
    }
}

pub(crate) fn moment() -> Moment {
    let token = format!("x{}", NEXT.fetch_add(1, Ordering::Relaxed));
    Moment {
        now: jiff::Timestamp::now(),
        token,
    }
}

pub(crate) const ENGINES: [Engine; 4] = [
    Engine::Sqlite,
    Engine::Postgres,
    Engine::Mysql,
    Engine::Mariadb,
];

const FIRST: &str = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT);";

/// The unique index comes last and meets duplicates; what was done before it must be gone.
#[tokio::test]
async fn a_failed_step_takes_back_those_before_it() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.executed(&desk.intent("cli", FIRST), Rehearsal::No)
            .await;
        desk.database
            .run("INSERT INTO a VALUES (1, 7), (2, 7)")
            .await
            .unwrap();
        let before = desk.fingerprint().await;
        let mut intent = desk.intent(
            "cli",
            "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT, w INT);
             CREATE TABLE b (id INT NOT NULL PRIMARY KEY);
             CREATE UNIQUE INDEX a_v ON a (v);",
        );
        let held = desk.apply(&intent, Rehearsal::No).await.unwrap();
        assert!(
            matches!(held, Applied::Held { .. }),
            "{engine}: duplicates are forbidden at first"
        );
        intent.policy.rules.push(RuleOverride {
            rule: Rule::UniqueAdd,
            severity: Severity::Low,
            objects: Vec::new(),
            reason: "to see it fail".to_owned(),
        });
        let execution = desk.executed(&intent, Rehearsal::No).await;
        assert_eq!(
            execution.state,
            State::RolledBack,
            "{engine}: {:?}",
            execution.error
        );
        assert_eq!(desk.fingerprint().await, before, "{engine}");
        let states: Vec<&str> = execution
            .results
            .iter()
            .map(|result| result.state)
            .collect();
        assert_eq!(states.last(), Some(&"failed"), "{engine}");
        assert!(
            states.len() > 1 && states[..states.len() - 1].iter().all(|s| *s == "undone"),
            "{engine}"
        );
        let record = &desk.history().await[0];
        assert_eq!(record.state, "RolledBack", "{engine}");
        let error = record.error_message.as_deref().unwrap();
        assert!(
            error.contains("a_v"),
            "{engine}: the object is named: {error}"
        );
        assert_eq!(record.execution_id, execution.execution_id, "{engine}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_rehearsal_changes_nothing_and_stands_in_history() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let before = desk.fingerprint().await;
        let execution = desk
            .executed(&desk.intent("cli", FIRST), Rehearsal::Yes)
            .await;
        assert_eq!(
            execution.state,
            State::DryRun,
            "{engine}: {:?}",
            execution.error
        );
        assert_eq!(desk.fingerprint().await, before, "{engine}");
        let record = &desk.history().await[0];
        assert!(record.dry_run && record.state == "DryRun", "{engine}");
        desk.database.drop().await;
    }
}

/// I2: two at once end as one after the other.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_at_once_are_one_after_the_other() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        // The ledger is there first, so that both only meet at the plan.
        desk.executed(&desk.intent("cli", FIRST), Rehearsal::No)
            .await;
        let mut intent = desk.intent(
            "cli",
            "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, v INT); CREATE TABLE c (id INT NOT NULL PRIMARY KEY);",
        );
        intent.max_retries = 5;
        let (left, right) = tokio::join!(
            desk.apply(&intent, Rehearsal::No),
            desk.apply(&intent, Rehearsal::No)
        );
        let outcomes = [left.unwrap(), right.unwrap()];
        let succeeded = outcomes.iter().filter(|applied| match applied {
            Applied::Executed { execution, .. } => execution.state == State::Succeeded,
            Applied::NothingToDo(_) | Applied::Held { .. } => false,
        });
        assert_eq!(succeeded.count(), 1, "{engine}: {outcomes:?}");
        let again = desk.apply(&intent, Rehearsal::No).await.unwrap();
        assert!(matches!(again, Applied::NothingToDo(_)), "{engine}");
        desk.database.drop().await;
    }
}

/// A row that says "Running" under a free lock is a process that died.
#[tokio::test]
async fn what_was_interrupted_is_closed_and_planned_anew() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let mut session = desk.session().await;
        session.ensure_ledger().await.unwrap();
        session
            .open_execution(&ExecutionRecord {
                execution_id: "died".to_owned(),
                plan_id: "sha256:0".to_owned(),
                state: "Running".to_owned(),
                plan_summary: "{}".to_owned(),
                created_at: jiff::Timestamp::now().to_string(),
                ..ExecutionRecord::default()
            })
            .await
            .unwrap();
        session.close().await;
        let execution = desk
            .executed(&desk.intent("cli", FIRST), Rehearsal::No)
            .await;
        assert_eq!(execution.state, State::Succeeded, "{engine}");
        let history = desk.history().await;
        let died = history
            .iter()
            .find(|record| record.execution_id == "died")
            .unwrap();
        assert_eq!(died.state, "Interrupted", "{engine}");
        assert!(died.error_message.is_some(), "{engine}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_second_owner_is_refused_by_name() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.executed(&desk.intent("team-a/shop", FIRST), Rehearsal::No)
            .await;
        let second = desk.intent("team-b/shop", "CREATE TABLE other (id INT);");
        match desk.apply(&second, Rehearsal::No).await {
            Err(PipelineError::Refused(refusal)) => {
                assert_eq!(
                    refusal.class,
                    RefusalClass::TargetOwnedByAnother,
                    "{engine}"
                );
                assert!(
                    refusal.to_string().contains("team-a/shop"),
                    "{engine}: {refusal}"
                );
            }
            other => panic!("{engine}: {other:?}"),
        }
        desk.database.drop().await;
    }
}

/// A history table that an older system made, with the columns of its first description, is used
/// and keeps its rows.
#[tokio::test]
async fn an_older_history_table_is_taken_over() {
    let old = [
        (
            Engine::Mysql,
            "CREATE TABLE migration_executions (id INT AUTO_INCREMENT PRIMARY KEY,
             execution_id VARCHAR(100) NOT NULL UNIQUE, plan_summary JSON, results JSON,
             duration_ms INT, backup_path VARCHAR(500), dry_run BOOLEAN DEFAULT false,
             error_message TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)",
        ),
        (
            Engine::Sqlite,
            "CREATE TABLE migration_executions (id INTEGER PRIMARY KEY,
             execution_id VARCHAR(100) NOT NULL UNIQUE, plan_summary JSON, results JSON,
             duration_ms INT, backup_path VARCHAR(500), dry_run BOOLEAN DEFAULT false,
             error_message TEXT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP)",
        ),
    ];
    for (engine, table) in old {
        let desk = Desk::new(engine).await;
        desk.database.run(table).await.unwrap();
        desk.database
            .run("INSERT INTO migration_executions (execution_id) VALUES ('from before')")
            .await
            .unwrap();
        desk.executed(&desk.intent("cli", FIRST), Rehearsal::No)
            .await;
        let ids: Vec<String> = desk
            .history()
            .await
            .into_iter()
            .map(|record| record.execution_id)
            .collect();
        assert_eq!(ids.len(), 2, "{engine}: {ids:?}");
        assert!(ids.contains(&"from before".to_owned()), "{engine}");
        desk.database.drop().await;
    }
}

/// Somebody else's lock is waited for, and named when it stays.
#[tokio::test]
async fn a_lock_that_stays_is_an_error_worth_another_try() {
    for engine in [Engine::Postgres, Engine::Mysql, Engine::Mariadb] {
        let desk = Desk::new(engine).await;
        let mut first = desk.session().await;
        first.lock(std::time::Duration::ZERO).await.unwrap();
        assert!(first.holds_lock().await.unwrap(), "{engine}");
        let mut second = desk.session().await;
        let error = second
            .lock(std::time::Duration::from_millis(300))
            .await
            .unwrap_err();
        assert_eq!(error.kind, engine::ErrorKind::Transient, "{engine}");
        first.unlock().await.unwrap();
        second.lock(std::time::Duration::ZERO).await.unwrap();
        first.close().await;
        second.close().await;
        desk.database.drop().await;
    }
}
