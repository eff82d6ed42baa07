//! The executor's options mean the same through the REST API and on the command line, on every
//! engine. How a DatabaseSchema says them is in `e2e/options.rs`.

use crate::desk::{Desk, ENGINES};
use crate::other::Other;
use driftless::engine::Engine;
use serde_json::{Value, json};
use std::process::{Output, Stdio};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    Rest,
    CommandLine,
}

/// What came of it, in the same words for both.
#[derive(Debug)]
struct Said {
    /// How it ended, or the class of the refusal.
    word: String,
    /// Empty where nothing ran.
    execution: Option<String>,
    backup: Option<String>,
    retries: u64,
}

/// Options as the document names them.
#[allow(clippy::struct_excessive_bools, reason = "as the document has them")]
#[derive(Clone, Copy, Debug)]
struct Options {
    dry_run: bool,
    validate_only: bool,
    skip_backup: bool,
    max_retries: u32,
    rollback_on_error: bool,
    approve: bool,
}

/// Those that hold when nothing is said, but for retries: a test should not wait.
const PLAIN: Options = Options {
    dry_run: false,
    validate_only: false,
    skip_backup: false,
    max_retries: 0,
    rollback_on_error: true,
    approve: false,
};

fn client() -> reqwest::Client {
    drop(rustls::crypto::ring::default_provider().install_default());
    reqwest::Client::builder().no_proxy().build().unwrap()
}

/// A database with both doors to it.
struct House {
    desk: Desk,
    _server: Child,
    url: String,
    folder: tempfile::TempDir,
}

impl House {
    async fn new(engine: Engine, script: &str) -> Self {
        let desk = Desk::new(engine).await;
        desk.run(script).await;
        let folder = tempfile::tempdir().unwrap();
        let mut server = Command::new(env!("CARGO_BIN_EXE_driftless"))
            .kill_on_drop(true)
            .args(["serve", "--no-token", "--listen", "127.0.0.1:0"])
            .env("DATABASE_URL", &desk.database.url)
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        let mut told = BufReader::new(server.stdout.take().unwrap());
        told.read_line(&mut line).await.unwrap();
        let url = line.trim().strip_prefix("listening on ").unwrap();
        Self {
            url: format!("{url}/api/advanced-migrations"),
            desk,
            _server: server,
            folder,
        }
    }

    async fn post(&self, path: &str, body: &Value) -> Value {
        let client = client();
        let request = client.post(format!("{}{path}", self.url)).json(body);
        // A failed execution is waited for to its end.
        let response = request.send().await.unwrap();
        response.json().await.unwrap()
    }

    /// What one that took longer than a request ended in.
    async fn last_event(&self, path: &str) -> Value {
        let client = client();
        let (server, _) = self.url.split_once("/api/").unwrap();
        let told = client.get(format!("{server}{path}")).send().await.unwrap();
        let told = told.text().await.unwrap();
        serde_json::from_str(told.rsplit("data:").next().unwrap().trim()).unwrap()
    }

    async fn run(&self, args: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_driftless"))
            .args(args)
            .env("DATABASE_URL", &self.desk.database.url)
            .current_dir(self.folder.path())
            .output()
            .await
            .unwrap()
    }

    async fn apply(&self, door: Door, sql: &str, options: Options) -> Said {
        match door {
            Door::Rest => self.by_rest(sql, options).await,
            Door::CommandLine => self.by_command(sql, options).await,
        }
    }

    async fn by_rest(&self, sql: &str, options: Options) -> Said {
        let body = json!({"desiredSchema": {"sql": sql}, "insideTables": "Drop"});
        let plan = self.post("/plan", &body).await;
        let mut said = json!({
            "dryRun": options.dry_run, "validateOnly": options.validate_only,
            "skipBackup": options.skip_backup, "maxRetries": options.max_retries,
            "rollbackOnError": options.rollback_on_error,
        });
        if options.approve {
            said["approve"] = plan["id"].clone();
        }
        let body = json!({"plan": plan, "options": said});
        let answer = self.post("/execute", &body).await;
        let answer = match answer["events"].as_str() {
            Some(events) => self.last_event(events).await,
            None => answer,
        };
        let word = match answer["type"].as_str() {
            Some(kind) => kind.rsplit('/').next().unwrap().to_owned(),
            None => answer["status"].as_str().unwrap().to_owned(),
        };
        let word = match word.as_str() {
            "approval-required" => "AwaitingApproval".to_owned(),
            _ => word,
        };
        let text = |field: &str| answer[field].as_str().map(str::to_owned);
        Said {
            word,
            execution: text("executionId"),
            backup: text("backupPath"),
            retries: answer["retries"].as_u64().unwrap_or(0),
        }
    }

    async fn by_command(&self, sql: &str, options: Options) -> Said {
        std::fs::write(self.folder.path().join("desired.sql"), sql).unwrap();
        let file = ["-f", "desired.sql", "-o", "json", "--prune", "Exact"];
        let plan = self.run(&[&["plan"], &file[..]].concat()).await;
        let plan: Value = serde_json::from_slice(&plan.stdout).unwrap();
        let retries = options.max_retries.to_string();
        let mut args = [&["apply"], &file[..]].concat();
        args.extend(["--max-retries", &retries]);
        for (flag, is_set) in [
            ("--dry-run", options.dry_run),
            ("--validate-only", options.validate_only),
            ("--skip-backup", options.skip_backup),
        ] {
            args.extend(is_set.then_some(flag));
        }
        if !options.rollback_on_error {
            args.extend(["--on-failure", "stop"]);
        }
        if options.approve {
            args.extend(["--approve", plan["id"].as_str().unwrap()]);
        }
        let output = self.run(&args).await;
        let answer: Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|e| panic!("{e}: {}", String::from_utf8_lossy(&output.stderr)));
        let valid = answer["valid"].as_bool();
        let valid = valid.map(|valid| if valid { "Valid" } else { "Invalid" });
        let word = valid
            .or(answer["outcome"].as_str())
            .or(answer["refused"]["class"].as_str())
            .unwrap_or_else(|| panic!("{answer}"))
            .to_owned();
        let execution = &answer["execution"];
        let text = |field: &str| execution[field].as_str().map(str::to_owned);
        Said {
            word,
            execution: text("executionId"),
            backup: text("backupPath"),
            retries: execution["retries"].as_u64().unwrap_or(0),
        }
    }

    async fn tables(&self) -> Vec<String> {
        let schema = self.desk.schema().await;
        schema.tables.keys().map(|name| name.name.clone()).collect()
    }

    /// How each execution stands.
    async fn states(&self) -> Vec<String> {
        let output = self.run(&["history", "-o", "json"]).await;
        let page: Value = serde_json::from_slice(&output.stdout).unwrap();
        let all = page["executions"].as_array().unwrap().iter();
        all.map(|row| row["state"].as_str().unwrap().to_owned())
            .collect()
    }
}

const DOORS: [Door; 2] = [Door::Rest, Door::CommandLine];

#[tokio::test]
async fn a_dry_run_does_everything_but_the_change() {
    for engine in ENGINES {
        for door in DOORS {
            let at = format!("{engine} by {door:?}");
            let house = House::new(
                engine,
                r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY, "note" varchar(20));
                   INSERT INTO "t" VALUES (1, 'keep')"#,
            )
            .await;
            let before = house.desk.schema().await;
            // A loss too: what is not done needs no approval and no backup.
            let less = r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY);"#;
            let less = house.desk.spelled(less);
            let dry = Options {
                dry_run: true,
                ..PLAIN
            };
            let said = house.apply(door, &less, dry).await;
            assert_eq!((&*said.word, said.backup), ("DryRun", None), "{at}");
            assert!(said.execution.is_some(), "{at}");
            assert_eq!(house.desk.schema().await, before, "{at}");
            assert_eq!(
                house.states().await,
                ["DryRun"],
                "{at}: it stands in history"
            );
            let rows = house
                .desk
                .ask(&house.desk.spelled(r#"SELECT "note" FROM "t""#))
                .await;
            assert_eq!(rows, [[Some("keep".to_owned())]], "{at}");
            // Doing it is another matter.
            let said = house.apply(door, &less, PLAIN).await;
            assert_eq!(
                (&*said.word, said.execution),
                ("AwaitingApproval", None),
                "{at}"
            );
        }
    }
}

#[tokio::test]
async fn validation_alone_runs_nothing() {
    for engine in ENGINES {
        for door in DOORS {
            let at = format!("{engine} by {door:?}");
            let house = House::new(
                engine,
                r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY, "a" int);
                   INSERT INTO "t" VALUES (1, NULL)"#,
            )
            .await;
            let only = Options {
                validate_only: true,
                ..PLAIN
            };
            let more = r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY, "a" int, "b" int);"#;
            let said = house.apply(door, &house.desk.spelled(more), only).await;
            assert_eq!((&*said.word, said.execution), ("Valid", None), "{at}");
            let strict = r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY, "a" int NOT NULL);"#;
            let said = house.apply(door, &house.desk.spelled(strict), only).await;
            assert_eq!((&*said.word, said.execution), ("Invalid", None), "{at}");
            assert!(house.states().await.is_empty(), "{at}");
            assert_eq!(house.tables().await, ["t"], "{at}");
        }
    }
}

#[tokio::test]
async fn a_backup_is_skipped_only_for_a_plan_that_is_named() {
    for engine in ENGINES {
        for door in DOORS {
            let at = format!("{engine} by {door:?}");
            let house = House::new(
                engine,
                r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY, "a" int, "b" int);
                   INSERT INTO "t" VALUES (1, 2, 3)"#,
            )
            .await;
            let without_b = r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY, "a" int);"#;
            let without_b = house.desk.spelled(without_b);
            let skip = Options {
                skip_backup: true,
                ..PLAIN
            };
            let said = house.apply(door, &without_b, skip).await;
            assert_eq!(
                (&*said.word, said.execution),
                ("AwaitingApproval", None),
                "{at}"
            );
            let named = Options {
                approve: true,
                ..skip
            };
            let said = house.apply(door, &without_b, named).await;
            assert_eq!((&*said.word, said.backup), ("Succeeded", None), "{at}");
            // The same without the option leaves a copy.
            let bare = r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY);"#;
            let approved = Options {
                approve: true,
                ..PLAIN
            };
            let said = house.apply(door, &house.desk.spelled(bare), approved).await;
            assert_eq!(said.word, "Succeeded", "{at}");
            assert!(said.backup.is_some(), "{at}");
        }
    }
}

/// The table that is made first, and the one that somebody holds.
const TWO: &str = r#"CREATE TABLE "a_first" ("id" int NOT NULL PRIMARY KEY);
    CREATE TABLE "held" ("id" int NOT NULL PRIMARY KEY, "a" int);"#;

const SERVERS: [Engine; 3] = [Engine::Postgres, Engine::Mysql, Engine::Mariadb];

/// What ran before a step that failed is taken back or stays; where the engine has one transaction
/// for all there is nothing to stay.
#[tokio::test]
async fn what_ran_before_a_failure_is_taken_back_or_left() {
    let mut all = Vec::new();
    for engine in SERVERS {
        for door in DOORS {
            for rollback_on_error in [true, false] {
                all.push(failed(engine, door, rollback_on_error));
            }
        }
    }
    futures::future::join_all(all).await;
}

async fn failed(engine: Engine, door: Door, rollback_on_error: bool) {
    let at = format!("{engine} by {door:?}, rollbackOnError {rollback_on_error}");
    let script = r#"CREATE TABLE "held" ("id" int NOT NULL PRIMARY KEY)"#;
    let house = House::new(engine, script).await;
    let mut other = Other::connect(engine, &house.desk.database.url).await;
    other.hold("held").await;
    let options = Options {
        rollback_on_error,
        ..PLAIN
    };
    let said = house.apply(door, &house.desk.spelled(TWO), options).await;
    other.let_go().await;
    other.close().await;
    let stays = engine != Engine::Postgres && !rollback_on_error;
    let expected = if stays {
        "PartiallyApplied"
    } else {
        "RolledBack"
    };
    assert_eq!((&*said.word, said.retries), (expected, 0), "{at}");
    let tables = house.tables().await;
    let first = tables.contains(&"a_first".to_owned());
    assert_eq!(first, stays, "{at}: {tables:?}");
}

#[tokio::test]
async fn what_may_pass_is_tried_again_as_often_as_was_said() {
    let mut all = Vec::new();
    for engine in SERVERS {
        for door in DOORS {
            all.push(tried_again(engine, door));
        }
    }
    futures::future::join_all(all).await;
}

/// A lock that is let go when a first try has failed.
async fn tried_again(engine: Engine, door: Door) {
    let at = format!("{engine} by {door:?}");
    let script = r#"CREATE TABLE "held" ("id" int NOT NULL PRIMARY KEY)"#;
    let house = House::new(engine, script).await;
    let mut other = Other::connect(engine, &house.desk.database.url).await;
    other.hold("held").await;
    let options = Options {
        max_retries: 20,
        ..PLAIN
    };
    let sql = house.desk.spelled(TWO);
    let letting_go = async {
        // Its row is written before the first step, and each try waits three seconds.
        while house.states().await != ["Running"] {
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        tokio::time::sleep(Duration::from_secs(8)).await;
        other.let_go().await;
    };
    let (said, ()) = tokio::join!(house.apply(door, &sql, options), letting_go);
    other.close().await;
    assert_eq!(said.word, "Succeeded", "{at}");
    assert!((1..=20).contains(&said.retries), "{at}: {said:?}");
    assert_eq!(house.tables().await, ["a_first", "held"], "{at}");
}
