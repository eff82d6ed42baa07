//! Backups of plans, and the commands.

use super::desk::which;
use super::{Desk, ENGINES, lines};
use driftless::backup::{BackupScope, Form, list, read};
use driftless::engine::{Engine, Ledger};
use driftless::execute::Rehearsal;
use driftless::intake::{self, Surroundings};
use driftless::pipeline::{
    Applied, BackupWhen, Intent, Moment, PipelineError, RefusalClass, Source, apply, preview,
};
use driftless::plan::Approval;
use driftless::schema::Prune;
use std::process::{Command, Output};

impl Desk {
    /// What drops `child` and its rows.
    fn destroying(&self) -> Intent {
        let mut intent = intake::from_sql(Surroundings {
            target: self.database.target(),
            sources: vec![Source {
                name: "test".to_owned(),
                text: "CREATE TABLE parent (id INT NOT NULL PRIMARY KEY);".to_owned(),
            }],
            owner: "cli".to_owned(),
            backup_directory: self.backups(),
        });
        intent.prune = Prune::Exact.into();
        intent
    }

    async fn plain(engine: Engine) -> Self {
        let desk = Self::bare(engine).await;
        let script = "CREATE TABLE parent (id INT NOT NULL PRIMARY KEY);
             CREATE TABLE child (id INT NOT NULL PRIMARY KEY, stamp VARCHAR(20));
             INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 'a'), (2, NULL);";
        desk.database.run(script).await.unwrap();
        desk
    }

    async fn apply(&self, intent: &Intent, approval: &Approval) -> Result<Applied, PipelineError> {
        let mut session = self.session().await;
        let moment = Moment::now();
        let applied = apply(&mut session, intent, approval, Rehearsal::No, &moment).await;
        session.close().await;
        applied
    }

    /// Runs the program where `env -i` would leave it but for `PATH`.
    fn driftless(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_driftless"))
            .args(arguments)
            .env("DATABASE_URL", &self.database.url)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }
}

#[tokio::test]
async fn without_a_backup_only_the_plans_own_id_will_do() {
    for engine in ENGINES {
        let desk = Desk::plain(engine).await;
        let mut intent = desk.destroying();
        intent.backup.when = BackupWhen::Never;
        match desk.apply(&intent, &Approval::All).await {
            Err(PipelineError::Refused(refusal)) => {
                assert_eq!(refusal.class, RefusalClass::BackupRequired, "{engine}");
                assert!(refusal.to_string().contains("child"), "{engine}: {refusal}");
            }
            other => panic!("{engine}: {other:?}"),
        }
        let count = "SELECT CAST(count(*) AS CHAR(9)) FROM child";
        assert_eq!(lines(engine, &desk.database.url, count).await.len(), 1);
        let mut session = desk.session().await;
        assert!(
            session.executions(9, None).await.unwrap().is_empty(),
            "{engine}"
        );
        let looked = preview(&mut session, &intent, &Moment::now())
            .await
            .unwrap();
        session.close().await;
        let approval = Approval::Plan {
            id: looked.plan.id,
            by: "ann".to_owned(),
        };
        match desk.apply(&intent, &approval).await.unwrap() {
            Applied::Executed { execution, .. } => {
                assert_eq!(execution.error, None, "{engine}");
                assert_eq!(execution.backup_path, None, "{engine}");
            }
            other => panic!("{engine}: {other:?}"),
        }
        assert!(!desk.backups().exists(), "{engine}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_plan_is_preceded_by_the_copy_its_policy_asks_for() {
    for engine in ENGINES {
        for scope in [BackupScope::Affected, BackupScope::Database] {
            let desk = Desk::plain(engine).await;
            let mut intent = desk.destroying();
            intent.backup.scope = scope;
            let applied = desk.apply(&intent, &Approval::All).await.unwrap();
            let Applied::Executed { execution, .. } = applied else {
                panic!("{engine}: {applied:?}");
            };
            let folder = std::path::PathBuf::from(execution.backup_path.unwrap());
            let manifest = read(&folder).unwrap();
            assert_eq!(manifest.execution_id, execution.execution_id, "{engine}");
            let names: Vec<String> = manifest
                .tables
                .iter()
                .map(|c| format!("{} {}", c.table.name, c.rows))
                .collect();
            if scope == BackupScope::Database || engine == Engine::Sqlite {
                assert_eq!(names, ["child 2", "parent 1"], "{engine}");
                assert_eq!(manifest.scope, BackupScope::Database, "{engine}");
            } else {
                assert_eq!(names, ["child 2"], "{engine}");
                assert_eq!(manifest.scope, BackupScope::Affected, "{engine}");
            }
            assert_ne!(manifest.form, Form::Rows, "{engine}: a program is there");
            desk.database.drop().await;
        }
    }
}

#[tokio::test]
async fn the_commands_take_and_restore() {
    for engine in ENGINES {
        let desk = Desk::plain(engine).await;
        let output = desk.driftless(&["backup", "--backup-dir", "b", "-o", "json"]);
        assert!(output.status.success(), "{engine}: {output:?}");
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(document["manifest"]["tables"][0]["rows"], 2, "{engine}");
        let folder = document["folder"].as_str().unwrap();
        let name = desk.new_name();
        let arguments = ["restore", folder, "--database", &name, "-o", "json"];
        let output = desk.driftless(&arguments);
        assert!(output.status.success(), "{engine}: {output:?}");
        let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(document["structure"], "Same", "{engine}");
        assert!(
            document["database"].as_str().unwrap().contains(&name),
            "{engine}"
        );
        let stamps = "SELECT stamp FROM child WHERE id = 1";
        assert_eq!(
            lines(engine, &desk.url_of(&name), stamps).await,
            ["a"],
            "{engine}"
        );

        let again = desk.driftless(&arguments);
        assert_eq!(again.status.code(), Some(3), "{engine}: it exists");
        let missing = desk.driftless(&["restore", "nowhere"]);
        assert_eq!(missing.status.code(), Some(3), "{engine}: no backup");
        desk.forget(&name).await;
        desk.database.drop().await;
    }
}

/// A destination that is too small, on a file system of 64 KiB where one can be mounted; where not,
/// with a `df` that says so.
#[tokio::test]
async fn no_room_is_told_before_anything_is_written() {
    for engine in ENGINES {
        let desk = Desk::plain(engine).await;
        let filler = match engine {
            Engine::Sqlite => "INSERT INTO child VALUES (3, hex(zeroblob(100000)))".to_owned(),
            _ => {
                "CREATE TABLE t (a INT); CREATE TABLE u (a INT); CREATE TABLE v (a INT);".to_owned()
            }
        };
        desk.database.run(&filler).await.unwrap();
        let small = desk.folder.path().join("small");
        std::fs::create_dir(&small).unwrap();
        let program = env!("CARGO_BIN_EXE_driftless");
        let mut command = if mounts() {
            let mut command = Command::new("unshare");
            let script = format!(
                "mount -t tmpfs -o size=64k none {0} && {program} backup --backup-dir {0}; code=$?; ls -A {0}; exit $code",
                small.display()
            );
            command.args(["--mount", "sh", "-c", &script]);
            command
        } else {
            let df = desk.folder.path().join("df");
            super::desk::script(&df, "echo head; echo 'none 64 0 64 0% /'");
            let mut command = Command::new(program);
            let path = std::env::var("PATH").unwrap();
            command.env("PATH", format!("{}:{path}", desk.folder.path().display()));
            command.args(["backup", "--backup-dir"]).arg(&small);
            command
        };
        command.env("DATABASE_URL", &desk.database.url);
        let output = command.output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(3), "{engine}: {said}");
        assert!(said.contains("65536 bytes are free"), "{engine}: {said}");
        assert!(output.stdout.is_empty(), "{engine}: nothing was written");
        assert!(list(&small).unwrap().is_empty(), "{engine}");
        desk.database.drop().await;
    }
}

/// Whether a file system can be mounted here.
pub(crate) fn mounts() -> bool {
    let script = "mount -t tmpfs none /tmp";
    which("sh").is_file()
        && Command::new("unshare")
            .args(["--mount", "sh", "-c", script])
            .output()
            .is_ok_and(|output| output.status.success())
}
