//! Sessions that hold what the plan needs.

use super::desk::{Desk, ENGINES, SERVERS, of, validated};
use driftless::engine::Engine;
use std::time::Duration;

const BEFORE: &str = "CREATE TABLE held (id int NOT NULL PRIMARY KEY);
CREATE TABLE free (id int NOT NULL PRIMARY KEY);";
const AFTER: &str = "CREATE TABLE held (id int NOT NULL PRIMARY KEY, a int);
CREATE TABLE free (id int NOT NULL PRIMARY KEY);";

#[tokio::test]
async fn who_holds_a_lock_on_a_table_of_the_plan_is_named() {
    for engine in [Engine::Sqlite, Engine::Postgres, Engine::Mysql] {
        let desk = Desk::new(engine).await;
        desk.run(BEFORE).await;
        let mut intent = desk.intent(AFTER);
        intent.timeouts.lock = Duration::from_secs(1);
        let mut other = desk.other().await;
        let begin = if engine == Engine::Sqlite {
            "BEGIN IMMEDIATE"
        } else {
            "BEGIN"
        };
        other.run(begin).await.unwrap();
        // A table that the plan leaves alone may be held; a file is one thing.
        if engine != Engine::Sqlite {
            other.run("INSERT INTO free VALUES (1)").await.unwrap();
            let elsewhere = validated(&intent).await.unwrap();
            assert!(of(&elsewhere, "lock.holders").is_empty(), "{engine}");
        }
        other.run("INSERT INTO held VALUES (1)").await.unwrap();
        let validation = validated(&intent).await.unwrap();
        let [holder] = of(&validation, "lock.holders")[..] else {
            panic!("{engine}: {:?}", validation.findings);
        };
        assert!(!holder.blocks, "it may be gone by then: {holder:?}");
        if engine != Engine::Sqlite {
            assert!(holder.object.ends_with("held"), "{engine}: {holder:?}");
            assert!(holder.message.contains("session "), "{engine}: {holder:?}");
        }
        assert!(
            !format!("{:?}", validation.findings).contains("INSERT"),
            "{engine}"
        );
        other.run("ROLLBACK").await.unwrap();
        let after = validated(&intent).await.unwrap();
        assert!(
            of(&after, "lock.holders").is_empty(),
            "{engine}: {:?}",
            after.findings
        );
        assert!(after.ok(), "{engine}: {:?}", after.findings);
        other.close().await;
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_transaction_older_than_the_lock_timeout_is_named() {
    for engine in SERVERS {
        let desk = Desk::new(engine).await;
        desk.run(BEFORE).await;
        let mut other = desk.other().await;
        other.run("BEGIN").await.unwrap();
        other.run("INSERT INTO free VALUES (1)").await.unwrap();
        let mut intent = desk.intent(AFTER);
        intent.timeouts.lock = Duration::from_mins(10);
        let young = validated(&intent).await.unwrap();
        assert!(
            of(&young, "transaction.long").is_empty(),
            "{engine}: {:?}",
            young.findings
        );
        // It is two seconds old for certain when the bound is one.
        tokio::time::sleep(Duration::from_secs(2)).await;
        intent.timeouts.lock = Duration::from_secs(1);
        let old = validated(&intent).await.unwrap();
        let [transaction] = of(&old, "transaction.long")[..] else {
            panic!("{engine}: {:?}", old.findings);
        };
        assert!(transaction.message.contains("session "), "{engine}");
        assert!(
            !transaction.blocks && old.ok(),
            "{engine}: {:?}",
            old.findings
        );
        other.run("ROLLBACK").await.unwrap();
        let ended = validated(&intent).await.unwrap();
        assert!(of(&ended, "transaction.long").is_empty(), "{engine}");
        other.close().await;
        desk.database.drop().await;
    }
}

/// An account that may not see others is told what would let it.
#[tokio::test]
async fn an_account_that_sees_nobody_is_told_so() {
    for engine in [Engine::Mysql, Engine::Mariadb] {
        let desk = Desk::new(engine).await;
        desk.run(BEFORE).await;
        let (account, target) = desk.account().await;
        desk.run(&format!(
            "GRANT ALL ON `case_{}`.* TO {account}; \
             GRANT ALL ON `driftless\\_scratch\\_%`.* TO {account}",
            desk.number
        ))
        .await;
        let validation = validated(&desk.intent_at(&target, AFTER)).await.unwrap();
        let [hidden] = of(&validation, "lock.unknown")[..] else {
            panic!("{engine}: {:?}", validation.findings);
        };
        assert!(hidden.remedy.starts_with("GRANT "), "{engine}: {hidden:?}");
        assert!(validation.ok(), "{engine}: {:?}", validation.findings);
        desk.database.drop().await;
    }
}

/// Looking leaves nothing behind, not even on the engine where it is tried.
#[tokio::test]
async fn validation_changes_nothing() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.run(BEFORE).await;
        let first = desk.validated(AFTER).await.plan.unwrap();
        let again = desk.validated(AFTER).await.plan.unwrap();
        assert_eq!(first.id, again.id, "{engine}");
        assert_eq!(first.observed, again.observed, "{engine}");
        desk.database.drop().await;
    }
}
