//! Taking back as a program or the REST API asks for it: `rollbackOf` in a request for a plan.

use crate::execution::{Desk, ENGINES};
use driftless::pipeline::RefusalClass;
use driftless::{Database, DatabaseError, ExecuteOptions, PlanRequest, Run};
use serde_json::{Value, json};

fn request(document: Value) -> PlanRequest {
    serde_json::from_value(document).unwrap()
}

#[tokio::test]
async fn a_plan_that_takes_back_is_planned_and_executed_like_any_other() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        let before = desk.schema().await;
        let backups = desk.folder.path().join("backups");
        let database = Database::at(&desk.database.url, backups).unwrap();
        let run = async |plan: &driftless::report::PlanDocument, approve: Option<String>| {
            let options = ExecuteOptions {
                approve,
                ..ExecuteOptions::default()
            };
            let given = plan.given();
            database.execute(&given, &options, Run::now("a test")).await
        };
        let sql = "CREATE TABLE a (id INT NOT NULL PRIMARY KEY);";
        let asked = request(json!({ "desiredSchema": { "sql": sql } }));
        let made = run(&database.plan(&asked).await.unwrap(), None)
            .await
            .unwrap();
        let id = made.execution_id.unwrap();

        let asked = request(json!({ "rollbackOf": id }));
        let empty = database.plan(&asked).await.unwrap();
        assert_eq!(empty.rollback_of.as_ref(), Some(&id), "{engine}");
        desk.database.run("INSERT INTO a VALUES (1)").await.unwrap();
        // Rows to save first make it another plan, so nobody loses what was not there to be read.
        let stale = run(&empty, None).await.unwrap_err();
        assert!(
            matches!(stale, DatabaseError::Stale { .. }),
            "{engine}: {stale}"
        );
        let full = database.plan(&asked).await.unwrap();
        let held = run(&full, None).await.unwrap_err();
        assert!(
            matches!(held, DatabaseError::ApprovalNeeded(_)),
            "{engine}: {held}"
        );
        let back = run(&full, Some(full.id.clone())).await.unwrap();
        assert_eq!(back.status, "Succeeded", "{engine}: {:?}", back.errors);
        assert_eq!(desk.differences(&before).await, "", "{engine}");
        assert_eq!(
            desk.history().await[0].rollback_of.as_ref(),
            Some(&id),
            "{engine}"
        );

        let class =
            async |id: &str| match database.plan(&request(json!({ "rollbackOf": id }))).await {
                Err(DatabaseError::Refused(refusal)) => refusal.class,
                other => panic!("{engine}: {other:?}"),
            };
        assert_eq!(
            class(&id).await,
            RefusalClass::NothingToRollBack,
            "{engine}"
        );
        assert_eq!(
            class("nobody").await,
            RefusalClass::UnknownExecution,
            "{engine}"
        );
        desk.database.drop().await;
    }
}
