//! Everything that would stop a plan is found before it runs, and nothing is found when all is
//! well; each of it provoked on real servers.

mod command;
mod desk;
mod privileges;
mod sessions;

use desk::{Desk, ENGINES, SERVERS, of};
use driftless::engine::Engine;
use driftless::plan::Severity;

/// The ids of everything found.
fn ids(validation: &driftless::pipeline::Validation) -> Vec<&'static str> {
    validation.findings.iter().map(|f| f.id).collect()
}

const FAMILY: &str = "CREATE TABLE parent (id int NOT NULL PRIMARY KEY, name varchar(20));
CREATE TABLE child (id int NOT NULL PRIMARY KEY, parent_id int, code varchar(20), n int);
INSERT INTO parent VALUES (1, 'a');
";

/// The same, with everything that rows may be in the way of.
const STRICT: &str = "CREATE TABLE parent (id int NOT NULL PRIMARY KEY, name varchar(20));
CREATE TABLE child (id int NOT NULL PRIMARY KEY, parent_id int NOT NULL, code varchar(3), n int,
  CONSTRAINT child_code UNIQUE (code), CONSTRAINT child_n CHECK (n > 0),
  CONSTRAINT child_parent FOREIGN KEY (parent_id) REFERENCES parent (id));
CREATE INDEX child_by_n ON child (n);
CREATE TABLE fresh (id int NOT NULL PRIMARY KEY);";

#[tokio::test]
async fn nothing_is_found_when_all_is_well() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.run(FAMILY).await;
        desk.run("INSERT INTO child VALUES (1, 1, 'abc', 5)").await;
        // No value is too long, but the type does get smaller.
        let validation = desk.validated(STRICT).await;
        assert_eq!(
            ids(&validation),
            [""; 0],
            "{engine}: {:?}",
            validation.findings
        );
        assert!(validation.ok(), "{engine}");
        assert!(!validation.plan.unwrap().is_empty(), "{engine}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn rows_in_the_way_are_counted() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.run(FAMILY).await;
        desk.run(
            "INSERT INTO child VALUES (1, 7, 'same', 5), (2, 8, 'same', 5), (3, NULL, 'c', -1)",
        )
        .await;
        let validation = desk.validated(STRICT).await;
        assert!(!validation.ok(), "{engine}");
        let mut expected = vec![
            ("fk.orphans", "2 orphans"),
            ("notnull.nulls", "1 rows with NULL"),
            ("unique.duplicates", "1 duplicates"),
            ("check.violations", "1 rows in the way"),
            ("text.too-long", "2 rows"),
        ];
        if engine == Engine::Sqlite {
            // Lengths are not kept there.
            expected.pop();
        }
        for (id, counted) in expected {
            let [finding] = of(&validation, id)[..] else {
                panic!("{engine}: {id}: {:?}", validation.findings);
            };
            assert!(finding.message.ends_with(counted), "{engine}: {finding:?}");
            assert!(finding.blocks && finding.severity >= Severity::Critical);
            assert!(finding.object.contains("child"), "{engine}: {finding:?}");
        }
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_loss_is_named_with_the_plan_to_approve() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.run(FAMILY).await;
        let kept = "CREATE TABLE child (id int NOT NULL PRIMARY KEY, parent_id int,
            code varchar(20), n int);";
        let validation = desk.validated(kept).await;
        let [loss] = of(&validation, "data.loss")[..] else {
            panic!("{engine}: {:?}", validation.findings);
        };
        assert!(loss.message.contains("1 rows"), "{engine}: {loss:?}");
        let id = validation.plan.as_ref().unwrap().id.to_string();
        assert!(loss.blocks && loss.remedy.contains(&id), "{engine}");
        desk.run("DELETE FROM parent").await;
        assert!(desk.validated(kept).await.ok(), "{engine}: nothing to lose");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn what_is_referred_to_and_nowhere_is_named_with_the_nearest_name() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.run(FAMILY).await;
        let declared = "CREATE TABLE note (id int NOT NULL PRIMARY KEY, a int, b int,
              CONSTRAINT na FOREIGN KEY (a) REFERENCES parnet (id),
              CONSTRAINT nb FOREIGN KEY (b) REFERENCES parent (idd));
            CREATE INDEX i ON notes (a);";
        let validation = desk.validated(declared).await;
        assert!(!validation.ok() && validation.plan.is_err(), "{engine}");
        let tables = of(&validation, "reference.table");
        let messages: Vec<&str> = tables.iter().map(|f| f.message.as_str()).collect();
        assert_eq!(tables.len(), 2, "{engine}: {messages:?}");
        let find = |id: &str, name: &str| {
            of(&validation, id)
                .into_iter()
                .find(|f| f.message.contains(name))
                .unwrap_or_else(|| panic!("{engine}: no {id} of {name}: {:?}", validation.findings))
        };
        let parent = find("reference.table", "parnet");
        assert!(parent.remedy.contains("parent"), "{engine}: {parent:?}");
        assert!(parent.object.ends_with("note"), "{engine}: {parent:?}");
        let index = find("reference.table", "notes");
        assert!(index.remedy.contains("note?"), "{engine}: {index:?}");
        let column = find("reference.column", "idd");
        assert!(column.remedy.contains("id?"), "{engine}: {column:?}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_declaration_that_cannot_be_read_is_a_finding_with_its_place() {
    let desk = Desk::new(Engine::Sqlite).await;
    let validation = desk
        .validated("CREATE TABLE t (a int);\nDROP TABLE t;")
        .await;
    let [finding] = validation.findings.as_slice() else {
        panic!("{:?}", validation.findings);
    };
    assert_eq!(finding.id, "declaration.invalid");
    assert!(finding.message.starts_with("line 2"), "{finding:?}");
}

/// A server does not say how much room it has, so what is needed is said; for the backup it is we
/// who write.
#[tokio::test]
async fn what_is_written_anew_is_said_in_bytes() {
    for engine in SERVERS {
        let desk = Desk::new(engine).await;
        let rows = match engine {
            Engine::Postgres => {
                "INSERT INTO t SELECT n, repeat('x', 1000) FROM generate_series(1, 20000) AS s(n);"
            }
            _ => {
                "INSERT INTO t WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s \
                 WHERE n < 1000) SELECT n, repeat('x', 1000) FROM s;
                 INSERT INTO t SELECT a.n + b.n * 1000, b.v FROM t a JOIN \
                 (SELECT n, v FROM t WHERE n <= 20) b; ANALYZE TABLE t"
            }
        };
        desk.run(&format!(
            "CREATE TABLE t (n bigint NOT NULL, v varchar(1000)); {rows}"
        ))
        .await;
        let validation = desk
            .validated(
                "CREATE TABLE t (n bigint NOT NULL, v varchar(1000)); CREATE INDEX i ON t (n);",
            )
            .await;
        let [space] = of(&validation, "disk.space")[..] else {
            panic!("{engine}: {:?}", validation.findings);
        };
        assert_eq!(space.severity, Severity::Info, "{engine}: {space:?}");
        assert!(!space.blocks && space.message.contains("bytes"), "{engine}");
        desk.database.drop().await;
    }
}
