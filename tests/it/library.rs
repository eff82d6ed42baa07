//! The crate as a program of one's own uses it, on every engine: the source document's requests,
//! and what stands between a plan and its execution.

use crate::desk::{Desk, ENGINES};
use driftless::engine::{Counting, Engine, Executor, Timeouts, connect};
use driftless::report::{Health, Level, OutcomeDocument};
use driftless::{Database, DatabaseError, ExecuteOptions, PlanRequest, Run};
use serde_json::{Value, json};
use std::sync::Arc;
use std::sync::Mutex;
use std::time::Duration;

fn database(desk: &Desk) -> Database {
    Database::at(&desk.database.url, desk.backups()).unwrap()
}

async fn execute(desk: &Desk, request: &PlanRequest, options: &ExecuteOptions) -> OutcomeDocument {
    let asked = database(desk);
    let plan = asked.plan(request).await.unwrap();
    let run = Run::now("a test");
    asked.execute(&plan.given(), options, run).await.unwrap()
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
        desk.run("CREATE TABLE other (id INT NOT NULL PRIMARY KEY)")
            .await;
        let asked = database(&desk);
        let new_feature: PlanRequest = serde_json::from_str(NEW_FEATURE).unwrap();
        let plan = asked.plan(&new_feature).await.unwrap();
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
        let outcome = asked.execute(&plan.given(), &options, run).await.unwrap();
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
        desk.run("INSERT INTO new_feature (name) VALUES ('a'), ('b')")
            .await;
        let again = asked.plan(&new_feature).await.unwrap();
        assert!(!again.changes, "{engine}: {:?}", again.steps);
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn what_a_request_does_not_name_stays() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let before = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, x INT);
                      CREATE TABLE b (id INT NOT NULL PRIMARY KEY);";
        execute(&desk, &sql(before), &ExecuteOptions::default()).await;
        let after = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY, y INT);";
        let plan = database(&desk).plan(&sql(after)).await.unwrap();
        let counts = (plan.summary.columns.add, plan.summary.columns.drop);
        assert_eq!(counts, (1, 0), "{engine}");
        let mut exact = sql(after);
        exact.inside_tables = driftless::api::request::Inside::Drop;
        let plan = database(&desk).plan(&exact).await.unwrap();
        let counts = (plan.summary.columns.add, plan.summary.columns.drop);
        assert_eq!(counts, (1, 1), "{engine}");
        assert_eq!(plan.summary.tables.drop, 0, "{engine}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn only_the_plan_that_was_read_runs_and_losses_want_a_word() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let asked = database(&desk);
        desk.run("CREATE TABLE a (id INT NOT NULL PRIMARY KEY, x INT)")
            .await;
        desk.run("INSERT INTO a VALUES (1, 2)").await;
        let mut without_x = sql("CREATE TABLE a (id INT NOT NULL PRIMARY KEY);");
        without_x.inside_tables = driftless::api::request::Inside::Drop;
        let stale = asked.plan(&without_x).await.unwrap();
        assert_eq!(stale.risk, Level::Critical, "{engine}");
        desk.run("ALTER TABLE a ADD COLUMN z INT").await;
        let mut options = ExecuteOptions::default();
        let refused = asked.execute(&stale.given(), &options, Run::now("a")).await;
        assert!(
            matches!(refused, Err(DatabaseError::Stale { .. })),
            "{engine}"
        );
        let plan = asked.plan(&without_x).await.unwrap();
        let refused = asked.execute(&plan.given(), &options, Run::now("a")).await;
        assert!(
            matches!(refused, Err(DatabaseError::ApprovalNeeded(_))),
            "{engine}"
        );
        options.approve = Some(stale.id.clone());
        let refused = asked.execute(&plan.given(), &options, Run::now("a")).await;
        assert!(
            matches!(refused, Err(DatabaseError::ApprovalMismatch { .. })),
            "{engine}"
        );
        options.approve = Some(plan.id.clone());
        options.dry_run = true;
        let rehearsed = asked
            .execute(&plan.given(), &options, Run::now("a"))
            .await
            .unwrap();
        assert_eq!(
            (rehearsed.status, rehearsed.backup_path),
            ("DryRun", None),
            "{engine}"
        );
        options.dry_run = false;
        let done = asked
            .execute(&plan.given(), &options, Run::now("a"))
            .await
            .unwrap();
        assert_eq!(done.status, "Succeeded", "{engine}: {:?}", done.errors);
        assert!(
            done.backup_path.is_some(),
            "{engine}: values were lost without a copy"
        );
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_second_execution_is_told_that_one_runs() {
    // On SQLite the transaction is the lock; see tests/it/execution.rs.
    for engine in [Engine::Postgres, Engine::Mysql, Engine::Mariadb] {
        let desk = Desk::new(engine).await;
        let mut rules = desk.intent("");
        rules.lock_wait = Duration::ZERO;
        let asked = Database::new(rules);
        let plan = asked
            .plan(&sql("CREATE TABLE a (id INT NOT NULL PRIMARY KEY);"))
            .await
            .unwrap();
        let mut other = connect(&desk.database.target(), &Timeouts::default())
            .await
            .unwrap();
        other.lock(Duration::ZERO).await.unwrap();
        let options = ExecuteOptions::default();
        let refused = asked.execute(&plan.given(), &options, Run::now("a")).await;
        assert!(
            matches!(refused, Err(DatabaseError::Busy { .. })),
            "{engine}: {refused:?}"
        );
        other.unlock().await.unwrap();
        other.close().await;
        let done = asked
            .execute(&plan.given(), &options, Run::now("a"))
            .await
            .unwrap();
        assert_eq!(done.status, "Succeeded", "{engine}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn an_execution_is_taken_back_by_its_id() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let asked = database(&desk);
        let table = sql("CREATE TABLE a (id INT NOT NULL PRIMARY KEY);");
        let options = ExecuteOptions::default();
        let done = execute(&desk, &table, &options).await;
        let first = done.execution_id.unwrap();
        assert_eq!(asked.execution(&first).await.unwrap().state, "Succeeded");
        let back = request(json!({ "rollbackOf": first }));
        let plan = asked.plan(&back).await.unwrap();
        assert_eq!(
            (plan.summary.tables.drop, plan.rollback_of.as_ref()),
            (1, Some(&first))
        );
        let run = Run::now("a test");
        let done = asked.execute(&plan.given(), &options, run).await.unwrap();
        assert_eq!(done.status, "Succeeded", "{engine}: {:?}", done.errors);
        assert!(!asked.table_exists("a").await.unwrap(), "{engine}");
        let history = asked.history(10, None).await.unwrap();
        assert_eq!(
            history.executions[0].rollback_of.as_ref(),
            Some(&first),
            "{engine}"
        );
        let older = asked
            .history(10, done.execution_id.as_deref())
            .await
            .unwrap();
        assert_eq!(older.executions.len(), 1, "{engine}");
        let unknown = asked.execution("x").await.unwrap_err().to_string();
        assert!(unknown.contains("UnknownExecution"), "{engine}: {unknown}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn what_is_there_can_be_asked() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.run("CREATE TABLE users (id INT NOT NULL PRIMARY KEY, email VARCHAR(80) NOT NULL)")
            .await;
        desk.run("CREATE UNIQUE INDEX users_email ON users (email)")
            .await;
        desk.run("INSERT INTO users VALUES (1, 'a'), (2, 'b')")
            .await;
        let asked = database(&desk);
        let schema = asked.schema().await.unwrap();
        assert_eq!(schema.tables.len(), 1, "{engine}");
        let users = asked.table("users").await.unwrap();
        assert_eq!(users.columns[1].name, "email", "{engine}");
        let unknown = asked.table("usrs").await.unwrap_err();
        let DatabaseError::Unknown { nearest, .. } = unknown else {
            panic!("{engine}: {unknown}");
        };
        assert_eq!(nearest, ["users"], "{engine}");
        let table = |name: &'static str| asked.table_exists(name);
        assert_eq!(
            (table("users").await.unwrap(), table("user").await.unwrap()),
            (true, false)
        );
        let column = |table: &'static str, name: &'static str| asked.column_exists(table, name);
        assert!(column("users", "email").await.unwrap(), "{engine}");
        assert!(!column("users", "mail").await.unwrap() && !column("x", "id").await.unwrap());
        assert!(
            asked.index_exists("users", "users_email").await.unwrap(),
            "{engine}"
        );
        assert!(!asked.index_exists("users", "users_mail").await.unwrap());
        let counts = asked.row_counts(Counting::Exact).await.unwrap();
        assert_eq!((counts.exact, counts.total_rows), (true, 2), "{engine}");
        assert!(asked.size().await.unwrap().database_bytes > 0);
        let made = asked.create_statements().await.unwrap();
        assert!(
            made.statements[0]
                .create_statement
                .starts_with("CREATE TABLE"),
            "{engine}"
        );
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn requests_that_cannot_be_meant_are_refused() {
    let desk = Desk::new(Engine::Sqlite).await;
    let asked = database(&desk);
    let nothing = asked.plan(&PlanRequest::default()).await.unwrap_err();
    assert!(nothing.to_string().contains("desiredSchema"), "{nothing}");
    let refs =
        request(json!({ "desiredSchema": { "from": [{ "configMapRef": { "name": "x" } }] } }));
    let refused = asked.plan(&refs).await.unwrap_err().to_string();
    assert!(refused.contains("desiredSchema.from"), "{refused}");
    let twice = json!({ "name": "t", "columns": [{ "name": "a", "dataType": "int" }, { "name": "a", "dataType": "int" }] });
    let twice = request(json!({ "desiredSchema": { "tables": [twice] } }));
    let refused = asked.plan(&twice).await.unwrap_err().to_string();
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
        let health = database(&desk).health().await;
        assert_eq!(health.status, Health::Up, "{engine}: {:?}", health.parts);
        assert!(health.server_version.is_some() && health.parts.len() == 5);
        std::fs::write(desk.backups().with_file_name("file"), "").unwrap();
        let inside_a_file = desk.backups().with_file_name("file").join("backups");
        let health = Database::at(&desk.database.url, inside_a_file)
            .unwrap()
            .health()
            .await;
        assert_eq!(
            health.status,
            Health::Degraded,
            "{engine}: {:?}",
            health.parts
        );
        desk.database.drop().await;
    }
    let nobody = Database::at("postgres://nobody@127.0.0.1:1/x", "backups").unwrap();
    assert_eq!(nobody.health().await.status, Health::Down);
}
