//! Missing privileges: named as statements which, pasted, are enough.

use super::desk::{Desk, SERVERS, moment, of, validated};
use driftless::engine::{self, Engine};
use driftless::execute::Rehearsal;
use driftless::history::State;
use driftless::pipeline::{Applied, Validation, apply};
use driftless::plan::Approval;
use std::process::Command;

const BEFORE: &str = "CREATE TABLE parent (id int NOT NULL PRIMARY KEY);
CREATE TABLE child (id int NOT NULL PRIMARY KEY, parent_id int);
CREATE TABLE gone (id int NOT NULL PRIMARY KEY);";

const AFTER: &str = "CREATE TABLE parent (id int NOT NULL PRIMARY KEY);
CREATE TABLE child (id int NOT NULL PRIMARY KEY, parent_id int, note varchar(20),
  CONSTRAINT child_parent FOREIGN KEY (parent_id) REFERENCES parent (id));
CREATE INDEX child_by_parent ON child (parent_id);
CREATE TABLE fresh (id int NOT NULL PRIMARY KEY, parent_id int,
  CONSTRAINT fresh_parent FOREIGN KEY (parent_id) REFERENCES parent (id));";

/// What it says would help, as it would be pasted.
fn statements(validation: &Validation) -> Vec<String> {
    let missing = of(validation, "permission.missing");
    missing
        .iter()
        .map(|finding| {
            assert!(finding.blocks, "{finding:?}");
            match finding.message.split_once("what would help: ") {
                // Scratch is refused by the server itself, whose code stands behind.
                Some((_, rest)) => rest.split(" (").next().unwrap().to_owned(),
                None => finding.remedy.clone(),
            }
        })
        .collect()
}

#[tokio::test]
async fn what_is_named_is_missing_and_pasted_is_enough() {
    for engine in SERVERS {
        let desk = Desk::new(engine).await;
        desk.run(BEFORE).await;
        let (account, target) = desk.account().await;
        let reading = match engine {
            Engine::Postgres => format!(
                "CREATE ROLE keeper_{0}_{1}; ALTER TABLE parent OWNER TO keeper_{0}_{1};
                 ALTER TABLE child OWNER TO keeper_{0}_{1}; ALTER TABLE gone OWNER TO keeper_{0}_{1};
                 GRANT SELECT ON ALL TABLES IN SCHEMA public TO {account}",
                std::process::id(),
                desk.number
            ),
            _ => format!("GRANT SELECT ON `case_{}`.* TO {account}", desk.number),
        };
        desk.run(&reading).await;
        let intent = desk.intent_at(&target, AFTER);
        let first = statements(&validated(&intent).await.unwrap());
        let [scratch] = first.as_slice() else {
            panic!("{engine}: {first:?}");
        };
        desk.run(scratch).await;
        let second = statements(&validated(&intent).await.unwrap());
        assert!(second.len() > 2, "{engine}: {second:?}");
        // With one left out that the others do not imply, that one is still missing.
        let mut others = second.clone();
        let left_out = match engine {
            Engine::Postgres => others.remove(0),
            _ => others.pop().unwrap(),
        };
        for statement in &others {
            desk.run(statement).await;
        }
        let third = statements(&validated(&intent).await.unwrap());
        assert!(!third.is_empty(), "{engine}: {second:?}");
        desk.run(&left_out).await;
        let last = validated(&intent).await.unwrap();
        assert_eq!(statements(&last), [""; 0], "{engine}");

        let mut session = engine::connect(&target, &intent.timeouts).await.unwrap();
        let applied = apply(
            &mut session,
            &intent,
            &Approval::All,
            Rehearsal::No,
            &moment(),
        )
        .await;
        session.close().await;
        match applied.unwrap() {
            Applied::Executed { execution, .. } => {
                assert_eq!(
                    execution.state,
                    State::Succeeded,
                    "{engine}: {:?}",
                    execution.error
                );
            }
            other => panic!("{engine}: {other:?}"),
        }
        desk.database.drop().await;
    }
}

/// Rights that come through a role count like one's own.
#[tokio::test]
async fn a_role_counts() {
    for engine in SERVERS {
        let desk = Desk::new(engine).await;
        desk.run(BEFORE).await;
        let (account, target) = desk.account().await;
        let role = format!("role_{}_{}", std::process::id(), desk.number);
        let database = format!("case_{}", desk.number);
        let grants = match engine {
            Engine::Postgres => format!(
                "CREATE ROLE {role}; ALTER DATABASE {database} OWNER TO {role};
                 ALTER SCHEMA public OWNER TO {role}; ALTER TABLE parent OWNER TO {role};
                 ALTER TABLE child OWNER TO {role}; ALTER TABLE gone OWNER TO {role};
                 GRANT {role} TO {account}; ALTER ROLE {account} CREATEDB"
            ),
            _ => format!(
                "CREATE ROLE {role}; GRANT ALL ON `case\\_{}`.* TO {role};
                 GRANT ALL ON `driftless\\_scratch\\_%`.* TO {role}; GRANT {role} TO {account};
                 SET DEFAULT ROLE {role} {} {account}",
                desk.number,
                if engine == Engine::Mysql { "TO" } else { "FOR" },
            ),
        };
        desk.run(&grants).await;
        let validation = validated(&desk.intent_at(&target, AFTER)).await.unwrap();
        assert_eq!(statements(&validation), [""; 0], "{engine}");
        assert!(validation.ok(), "{engine}: {:?}", validation.findings);
        desk.database.drop().await;
    }
}

/// SQLite has no accounts: the file and its folder must be writable. The program runs as somebody
/// who owns neither; tests that run as root can let it.
#[tokio::test]
async fn a_file_that_cannot_be_written_is_named() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;

    let desk = Desk::new(Engine::Sqlite).await;
    desk.run("CREATE TABLE t (id int NOT NULL PRIMARY KEY)")
        .await;
    let file = desk.file();
    let folder = file.parent().unwrap();
    let declared = desk.path().join("t.sql");
    std::fs::write(
        &declared,
        "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int);",
    )
    .unwrap();
    let chmod = |path: &std::path::Path, mode: u32| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    chmod(desk.path(), 0o755);
    chmod(&declared, 0o644);
    let root = std::fs::metadata(desk.path()).unwrap().uid() == 0;
    // 0o555: readable by all, writable by nobody but root.
    for (file_mode, folder_mode, valid) in [
        (0o444, 0o777, false),
        (0o666, 0o555, false),
        (0o666, 0o777, true),
    ] {
        chmod(&file, file_mode);
        chmod(folder, folder_mode);
        let mut command = Command::new(env!("CARGO_BIN_EXE_driftless"));
        command
            .args(["validate", "-o", "json", "-f"])
            .arg(&declared);
        command.env("DATABASE_URL", format!("sqlite:{}", file.display()));
        command.current_dir(desk.path());
        if root {
            command.uid(65_534).gid(65_534);
        }
        let output = command.output().unwrap();
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&output.stderr)));
        assert_eq!(
            answer["valid"], valid,
            "{file_mode:o} {folder_mode:o}: {answer}"
        );
        if !valid {
            assert_eq!(
                answer["findings"][0]["id"], "permission.missing",
                "{answer}"
            );
        }
    }
    chmod(folder, 0o755);
}
