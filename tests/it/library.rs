//! The crate as a program of one's own uses it, on every engine: the source document's requests,
//! and what stands between a plan and its execution.

use crate::cases::database::{Database as Live, Place, Server};
use driftless::engine::{Engine, Executor, Timeouts, connect};
use driftless::intake::{self, Surroundings};
use driftless::pipeline::Intent;
use driftless::report::{Health, Level, OutcomeDocument};
use driftless::{Database, DatabaseError, ExecuteOptions, PlanRequest, Run};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tempfile::TempDir;

/// Numbers databases apart from those of other tests.
static NEXT: AtomicUsize = AtomicUsize::new(700_000);

const ENGINES: [Engine; 4] = [
    Engine::Sqlite,
    Engine::Postgres,
    Engine::Mysql,
    Engine::Mariadb,
];

struct Desk {
    live: Live,
    folder: TempDir,
}

impl Desk {
    async fn new(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = match engine {
            Engine::Sqlite => Place::Folder(tempfile::tempdir_in(folder.path()).unwrap()),
            Engine::Postgres => Place::Server(Server::of("DRIFTLESS_TEST_POSTGRES_URL", engine)),
            Engine::Mysql => Place::Server(Server::of("DRIFTLESS_TEST_MYSQL_URL", engine)),
            Engine::Mariadb => Place::Server(Server::of("DRIFTLESS_TEST_MARIADB_URL", engine)),
        };
        let live = Live::make(&place, engine, NEXT.fetch_add(1, Ordering::Relaxed)).await;
        if let Place::Folder(inner) = place {
            // Its folder goes with the outer one.
            let _ = inner.keep();
        }
        Self { live, folder }
    }

    fn database(&self) -> Database {
        Database::at(&self.live.url, self.folder.path().join("backups")).unwrap()
    }

    fn rules(&self) -> Intent {
        intake::from_sql(Surroundings {
            target: self.live.target(),
            sources: Vec::new(),
            owner: "rest".to_owned(),
            backup_directory: self.folder.path().join("backups"),
        })
    }

    async fn execute(&self, request: &PlanRequest, options: &ExecuteOptions) -> OutcomeDocument {
        let database = self.database();
        let plan = database.plan(request).await.unwrap();
        let run = Run::now("a test");
        database.execute(&plan.given(), options, run).await.unwrap()
    }
}

fn request(document: Value) -> PlanRequest {
    serde_json::from_value(document).unwrap()
}

fn sql(text: &str) -> PlanRequest {
    request(json!({ "desiredSchema": { "sql": text } }))
}

/// The source document's own request for a plan.
const NEW_FEATURE: &str = r#"{"desiredSchema":{"tables":[{"name":"new_feature","columns":[{"name":"id","dataType":"int","isNullable":"NO","extra":"auto_increment"},{"name":"name","dataType":"varchar","maxLength":255,"isNullable":"NO"}]}]}}"#;

#[tokio::test]
async fn the_documents_plan_is_made_and_executed() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.live
            .run("CREATE TABLE other (id INT NOT NULL PRIMARY KEY)")
            .await
            .unwrap();
        let database = desk.database();
        let new_feature: PlanRequest = serde_json::from_str(NEW_FEATURE).unwrap();
        let plan = database.plan(&new_feature).await.unwrap();
        assert_eq!(
            (plan.summary.tables.add, plan.summary.tables.drop),
            (1, 0),
            "{engine}"
        );
        assert!(
            plan.notes[0].contains("primary key"),
            "{engine}: {:?}",
            plan.notes
        );
        let told = Arc::new(Mutex::new(Vec::new()));
        let listener = Arc::clone(&told);
        let run = Run {
            progress: driftless::execute::Progress::to(move |event| {
                listener
                    .lock()
                    .unwrap()
                    .push(serde_json::to_value(event).unwrap());
            }),
            ..Run::now("a test")
        };
        let id = run.moment.execution_id();
        let options = ExecuteOptions::default();
        let outcome = database
            .execute(&plan.given(), &options, run)
            .await
            .unwrap();
        assert_eq!(
            outcome.status, "Succeeded",
            "{engine}: {:?}",
            outcome.errors
        );
        assert_eq!(outcome.execution_id.as_deref(), Some(&*id));
        assert_eq!(outcome.results.len(), plan.steps.len());
        let told = told.lock().unwrap().clone();
        assert_eq!(
            told[0],
            json!({"event": "started", "executionId": id, "steps": plan.steps.len()})
        );
        assert_eq!(told.last().unwrap()["state"], "done", "{engine}");
        desk.live
            .run("INSERT INTO new_feature (name) VALUES ('a'), ('b')")
            .await
            .unwrap();
        let again = database.plan(&new_feature).await.unwrap();
        assert!(!again.changes, "{engine}: {:?}", again.steps);
        desk.live.drop().await;
    }
}

#[tokio::test]
async fn what_a_request_does_not_name_stays() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let before = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, x INT);
                      CREATE TABLE b (id INT NOT NULL PRIMARY KEY);";
        desk.execute(&sql(before), &ExecuteOptions::default()).await;
        let after = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, y INT);";
        let plan = desk.database().plan(&sql(after)).await.unwrap();
        let counts = (plan.summary.columns.add, plan.summary.columns.drop);
        assert_eq!(counts, (1, 0), "{engine}");
        let mut exact = sql(after);
        exact.inside_tables = driftless::api::request::Inside::Drop;
        let plan = desk.database().plan(&exact).await.unwrap();
        let counts = (plan.summary.columns.add, plan.summary.columns.drop);
        assert_eq!(counts, (1, 1), "{engine}");
        assert_eq!(plan.summary.tables.drop, 0, "{engine}");
        desk.live.drop().await;
    }
}

#[tokio::test]
async fn only_the_plan_that_was_read_runs_and_losses_want_a_word() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let database = desk.database();
        desk.live
            .run("CREATE TABLE a (id INT NOT NULL PRIMARY KEY, x INT)")
            .await
            .unwrap();
        desk.live.run("INSERT INTO a VALUES (1, 2)").await.unwrap();
        let mut without_x = sql("CREATE TABLE a (id INT NOT NULL PRIMARY KEY);");
        without_x.inside_tables = driftless::api::request::Inside::Drop;
        let stale = database.plan(&without_x).await.unwrap();
        assert_eq!(stale.risk, Level::Critical, "{engine}");
        desk.live
            .run("ALTER TABLE a ADD COLUMN z INT")
            .await
            .unwrap();
        let mut options = ExecuteOptions::default();
        let refused = database
            .execute(&stale.given(), &options, Run::now("a"))
            .await;
        assert!(
            matches!(refused, Err(DatabaseError::Stale { .. })),
            "{engine}"
        );
        let plan = database.plan(&without_x).await.unwrap();
        let refused = database
            .execute(&plan.given(), &options, Run::now("a"))
            .await;
        assert!(
            matches!(refused, Err(DatabaseError::ApprovalNeeded(_))),
            "{engine}"
        );
        options.approve = Some(stale.id.clone());
        let refused = database
            .execute(&plan.given(), &options, Run::now("a"))
            .await;
        assert!(
            matches!(refused, Err(DatabaseError::ApprovalMismatch { .. })),
            "{engine}"
        );
        options.approve = Some(plan.id.clone());
        options.dry_run = true;
        let rehearsed = database
            .execute(&plan.given(), &options, Run::now("a"))
            .await
            .unwrap();
        assert_eq!(
            (rehearsed.status, rehearsed.backup_path),
            ("DryRun", None),
            "{engine}"
        );
        options.dry_run = false;
        let done = database
            .execute(&plan.given(), &options, Run::now("a"))
            .await
            .unwrap();
        assert_eq!(done.status, "Succeeded", "{engine}: {:?}", done.errors);
        assert!(
            done.backup_path.is_some(),
            "{engine}: values were lost without a copy"
        );
        desk.live.drop().await;
    }
}

#[tokio::test]
async fn a_second_execution_is_told_that_one_runs() {
    // On SQLite the transaction is the lock; see tests/it/execution.rs.
    for engine in [Engine::Postgres, Engine::Mysql, Engine::Mariadb] {
        let desk = Desk::new(engine).await;
        let mut rules = desk.rules();
        rules.lock_wait = Duration::ZERO;
        let database = Database::new(rules);
        let plan = database
            .plan(&sql("CREATE TABLE a (id INT NOT NULL PRIMARY KEY);"))
            .await
            .unwrap();
        let mut other = connect(&desk.live.target(), &Timeouts::default())
            .await
            .unwrap();
        other.lock(Duration::ZERO).await.unwrap();
        let options = ExecuteOptions::default();
        let refused = database
            .execute(&plan.given(), &options, Run::now("a"))
            .await;
        assert!(
            matches!(refused, Err(DatabaseError::Busy { .. })),
            "{engine}: {refused:?}"
        );
        other.unlock().await.unwrap();
        other.close().await;
        let done = database
            .execute(&plan.given(), &options, Run::now("a"))
            .await
            .unwrap();
        assert_eq!(done.status, "Succeeded", "{engine}");
        desk.live.drop().await;
    }
}

#[tokio::test]
async fn requests_that_cannot_be_meant_are_refused() {
    let desk = Desk::new(Engine::Sqlite).await;
    let database = desk.database();
    let nothing = database.plan(&PlanRequest::default()).await.unwrap_err();
    assert!(nothing.to_string().contains("desiredSchema"), "{nothing}");
    let refs =
        request(json!({ "desiredSchema": { "from": [{ "configMapRef": { "name": "x" } }] } }));
    let refused = database.plan(&refs).await.unwrap_err().to_string();
    assert!(refused.contains("desiredSchema.from"), "{refused}");
    let twice = json!({ "name": "t", "columns": [{ "name": "a", "dataType": "int" }, { "name": "a", "dataType": "int" }] });
    let twice = request(json!({ "desiredSchema": { "tables": [twice] } }));
    let refused = database.plan(&twice).await.unwrap_err().to_string();
    assert!(
        refused.contains("desiredSchema.tables[t].columns[a]"),
        "{refused}"
    );
    assert!(Database::at("oracle://x", "backups").is_err());
}

#[tokio::test]
async fn health_names_the_part_that_is_ill() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let health = desk.database().health().await;
        assert_eq!(health.status, Health::Up, "{engine}: {:?}", health.parts);
        assert!(health.server_version.is_some() && health.parts.len() == 5);
        std::fs::write(desk.folder.path().join("file"), "").unwrap();
        let inside_a_file = desk.folder.path().join("file/backups");
        let health = Database::at(&desk.live.url, inside_a_file)
            .unwrap()
            .health()
            .await;
        assert_eq!(
            health.status,
            Health::Degraded,
            "{engine}: {:?}",
            health.parts
        );
        desk.live.drop().await;
    }
    let nobody = Database::at("postgres://nobody@127.0.0.1:1/x", "backups").unwrap();
    assert_eq!(nobody.health().await.status, Health::Down);
}
