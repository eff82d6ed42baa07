//! The command line as a person or a pipeline uses it: documents, exit codes, refusals.

use crate::cases::database::{Database, Place, Server};
use driftless::engine::Engine;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

/// Numbers databases apart from those of the other tests, and those of tests that run at once.
static NEXT: AtomicUsize = AtomicUsize::new(740_000);

/// A folder with files, and a database.
struct Desk {
    folder: TempDir,
    database: Database,
}

impl Desk {
    async fn new(engine: Engine) -> Self {
        let place = match engine {
            Engine::Sqlite => Place::Folder(tempfile::tempdir().unwrap()),
            Engine::Postgres => Place::Server(Server::of("DRIFTLESS_TEST_POSTGRES_URL", engine)),
            Engine::Mysql => Place::Server(Server::of("DRIFTLESS_TEST_MYSQL_URL", engine)),
            Engine::Mariadb => Place::Server(Server::of("DRIFTLESS_TEST_MARIADB_URL", engine)),
        };
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let database = Database::make(&place, engine, number).await;
        let folder = match place {
            Place::Folder(folder) => folder,
            Place::Server(_) => tempfile::tempdir().unwrap(),
        };
        Self { folder, database }
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    /// Runs the program with the database in the environment, where no process list shows it.
    fn run(&self, args: &[&str]) -> Ran {
        let output = Command::new(env!("CARGO_BIN_EXE_driftless"))
            .args(args)
            .env("DATABASE_URL", &self.database.url)
            .current_dir(self.folder.path())
            .output()
            .unwrap();
        Ran(output)
    }

    fn with_file(&self, command: &str, file: &Path, more: &[&str]) -> Ran {
        let mut args = vec![command, "-f", file.to_str().unwrap()];
        args.extend(more);
        self.run(&args)
    }
}

struct Ran(Output);

impl Ran {
    fn code(&self) -> i32 {
        self.0.status.code().unwrap()
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.stdout).into_owned()
    }

    fn errors(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }

    fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.0.stdout)
            .unwrap_or_else(|e| panic!("{e}: {}{}", self.text(), self.errors()))
    }

    #[track_caller]
    fn expect(self, code: i32) -> Self {
        assert_eq!(self.code(), code, "{}\n{}", self.text(), self.errors());
        self
    }
}

fn manifest(engine: Engine, columns: &str) -> String {
    let database = match engine {
        Engine::Sqlite => "{engine: sqlite, path: shop.db}".to_owned(),
        _ => format!(
            "{{engine: {engine}, host: {{value: h}}, user: {{value: u}}, name: {{value: n}}}}"
        ),
    };
    format!(
        "apiVersion: driftless.dev/v1alpha1
kind: DatabaseSchema
metadata: {{name: shop}}
spec:
  database: {database}
  schema:
    tables:
      - name: customer
        columns:
          - {{name: id, dataType: int, isNullable: \"NO\", extra: auto_increment}}
          - {{name: email, dataType: varchar, maxLength: 255, isNullable: \"NO\"}}
{columns}
        uniques: [{{name: customer_email, columns: [email]}}]
"
    )
}

const NOTE: &str = "          - {name: note, dataType: varchar, maxLength: 100}";

/// Plan, apply, apply again, add, hold back a drop, approve it: the main job without a cluster.
async fn whole_story(engine: Engine) {
    let desk = Desk::new(engine).await;
    let first = desk.write("first.yaml", &manifest(engine, ""));
    let second = desk.write("second.yaml", &manifest(engine, NOTE));

    desk.with_file("plan", &first, &[]).expect(0);
    desk.with_file("plan", &first, &["--detailed-exitcode"])
        .expect(2);
    desk.with_file("apply", &first, &[]).expect(0);
    let again = desk
        .with_file("apply", &first, &["-o", "json"])
        .expect(0)
        .json();
    assert_eq!(again["outcome"], "NothingToDo");
    desk.with_file("plan", &first, &["--detailed-exitcode"])
        .expect(0);

    let added = desk
        .with_file("apply", &second, &["-o", "json"])
        .expect(0)
        .json();
    assert_eq!(added["outcome"], "Succeeded");
    assert_eq!(added["plan"]["summary"]["columns"]["add"], 1);
    desk.database
        .run("INSERT INTO customer (email, note) VALUES ('a@example.org', 'keep me')")
        .await
        .unwrap();

    let held = desk
        .with_file("apply", &first, &["-o", "json"])
        .expect(3)
        .json();
    assert_eq!(held["outcome"], "AwaitingApproval");
    let plan = &held["plan"];
    assert_eq!(plan["risk"], "critical");
    let risk = &plan["risks"][0];
    assert_eq!(
        (&risk["rule"], &risk["rows"]),
        (&"column.drop".into(), &1.into())
    );
    assert_eq!(plan["rollback"]["class"], "R1");
    assert_eq!(plan["proof"]["result"], "replayed");
    for key in [
        "id",
        "engine",
        "steps",
        "opaque",
        "unsupported",
        "suggestions",
    ] {
        assert!(!plan[key].is_null(), "{key}");
    }
    let step = &plan["steps"][0];
    for key in ["sql", "object", "hazards", "lock", "estimate", "reversal"] {
        assert!(!step[key].is_null(), "{key}");
    }

    let wrong = format!("sha256:{}", "0".repeat(64));
    let refused = desk
        .with_file("apply", &first, &["--approve", &wrong, "-o", "json"])
        .expect(3);
    assert_eq!(refused.json()["outcome"], "HashMismatch");
    let id = plan["id"].as_str().unwrap();
    let done = desk
        .with_file("apply", &first, &["--approve", id, "-o", "json"])
        .expect(0)
        .json();
    assert_eq!(done["outcome"], "Succeeded");
    let backup = PathBuf::from(done["execution"]["backupPath"].as_str().unwrap());
    let written = std::fs::read_to_string(desk.folder.path().join(backup).join("manifest.json"));
    assert!(written.unwrap().contains("\"rows\": 1"));
    desk.with_file("plan", &first, &["--detailed-exitcode"])
        .expect(0);
    assert!(
        !done.to_string().contains("keep me"),
        "no row value is ever printed"
    );
    desk.database.drop().await;
}

#[tokio::test]
async fn sqlite_from_the_first_plan_to_an_approved_drop() {
    whole_story(Engine::Sqlite).await;
}

#[tokio::test]
async fn postgres_from_the_first_plan_to_an_approved_drop() {
    whole_story(Engine::Postgres).await;
}

#[tokio::test]
async fn mysql_from_the_first_plan_to_an_approved_drop() {
    whole_story(Engine::Mysql).await;
}

#[tokio::test]
async fn mariadb_from_the_first_plan_to_an_approved_drop() {
    whole_story(Engine::Mariadb).await;
}

/// One table and the whole schema, as JSON and as SQL.
#[tokio::test]
async fn inspect_shows_one_table_or_all() {
    let desk = Desk::new(Engine::Sqlite).await;
    let tables = "CREATE TABLE users (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL);
        CREATE TABLE notes (id INTEGER PRIMARY KEY, text TEXT)";
    desk.database.run(tables).await.unwrap();
    let json = |args: &[&str]| -> serde_json::Value {
        serde_json::from_str(&desk.run(args).expect(0).text()).unwrap()
    };
    let whole = json(&["inspect", "--format", "json"]);
    assert_eq!(whole["tables"][1]["name"], "users");
    let users = json(&["inspect", "--format", "json", "--table", "USERS"]);
    assert_eq!(users, whole["tables"][1]);
    assert_eq!(users["columns"][1]["dataType"], "VARCHAR");
    assert_eq!(users["columns"][1]["maxLength"], 40);
    assert_eq!(users["columns"][1]["isNullable"], "NO");
    let sql = desk
        .run(&["inspect", "--format", "sql", "--table", "users"])
        .expect(0)
        .text();
    assert!(
        sql.contains("CREATE TABLE") && !sql.contains("notes"),
        "{sql}"
    );
    let yaml = desk.run(&["inspect", "--table", "users"]).expect(0).text();
    assert!(
        yaml.contains("kind: DatabaseSchema") && !yaml.contains("notes"),
        "{yaml}"
    );
    let missing = desk.run(&["inspect", "--table", "usres"]).expect(1);
    assert!(
        missing.errors().contains("nearest names are users"),
        "{}",
        missing.errors()
    );
}

/// Who may do what is written down and adopted where it is asked for, and refused where it is not.
#[tokio::test]
async fn grants_are_adopted_where_they_are_asked_for() {
    let desk = Desk::new(Engine::Postgres).await;
    let schema = "CREATE TABLE t (id serial, a text);
        GRANT SELECT ON t TO pg_monitor;
        GRANT UPDATE (a) ON t TO pg_monitor WITH GRANT OPTION;
        GRANT USAGE ON SEQUENCE t_id_seq TO pg_monitor;
        CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
        REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC";
    desk.database.run(schema).await.unwrap();
    let plain = desk.run(&["inspect", "--format", "sql"]).expect(0).text();
    assert!(!plain.contains("GRANT"), "{plain}");
    let yaml = desk.run(&["inspect", "--grants"]).expect(0).text();
    assert!(yaml.contains("grants: Manage"), "{yaml}");
    let file = desk.write("schema.yaml", &yaml);
    let exact = ["--prune", "Exact", "--detailed-exitcode"];
    desk.with_file("plan", &file, &exact).expect(0);
    let sql = ["inspect", "--grants", "--format", "sql"];
    let sql = desk.run(&sql).expect(0).text();
    let file = desk.write("schema.sql", &sql);
    let asked = ["--grants", "--prune", "Exact", "--detailed-exitcode"];
    desk.with_file("plan", &file, &asked).expect(0);
    let refused = desk.with_file("plan", &file, &exact);
    let errors = refused.errors();
    assert!(
        errors.contains("line ") && errors.contains("--grants"),
        "{errors}"
    );
    // What is no longer there is granted again.
    desk.database
        .run("REVOKE SELECT ON t FROM pg_monitor")
        .await
        .unwrap();
    desk.with_file("apply", &file, &["--grants"]).expect(0);
    desk.with_file("plan", &file, &asked).expect(0);
    desk.database.drop().await;
}

/// What `inspect` writes loads into an empty database, and planning it there is empty.
pub(crate) async fn inspected(engine: Engine, schema: &str) {
    let desk = Desk::new(engine).await;
    desk.database.run(schema).await.unwrap();
    let sql = desk.run(&["inspect", "--format", "sql"]).expect(0).text();
    let file = desk.write("schema.sql", &sql);
    let exact = ["--prune", "Exact", "--detailed-exitcode"];
    desk.with_file("plan", &file, &exact).expect(0);
    let yaml = desk.run(&["inspect"]).expect(0).text();
    let file = desk.write("schema.yaml", &yaml);
    desk.with_file("plan", &file, &exact).expect(0);
    desk.database.drop().await;
}

#[tokio::test]
async fn sqlite_is_adopted_with_an_empty_plan() {
    inspected(
        Engine::Sqlite,
        "CREATE TABLE p (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT DEFAULT 'x' CHECK (a <> ''));
         CREATE TABLE c (p_id INT REFERENCES p (id) ON DELETE CASCADE, b TEXT COLLATE NOCASE, UNIQUE (b));
         CREATE INDEX c_p ON c (p_id) WHERE p_id IS NOT NULL;
         CREATE VIEW v AS SELECT a FROM p;",
    )
    .await;
}

#[tokio::test]
async fn postgres_is_adopted_with_an_empty_plan() {
    inspected(
        Engine::Postgres,
        "CREATE TYPE mood AS ENUM ('sad', 'ok');
         CREATE TABLE p (id bigserial PRIMARY KEY, m mood DEFAULT 'ok', a numeric(10,2) CHECK (a > 0));
         CREATE TABLE c (p_id bigint REFERENCES p (id) ON DELETE CASCADE, b text COLLATE \"C\", UNIQUE (b));
         CREATE INDEX c_lower ON c (lower(b) DESC) INCLUDE (p_id) WHERE p_id IS NOT NULL;
         CREATE VIEW v AS SELECT a FROM p;
         COMMENT ON TABLE p IS 'it''s';",
    )
    .await;
}

const FAMILY: &str = "CREATE TABLE p (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
           a decimal(10,2) DEFAULT 1.50 COMMENT 'it''s', b varchar(40) COLLATE utf8mb4_bin, KEY b (b(10)));
         CREATE TABLE c (p_id bigint unsigned, at timestamp NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
           CONSTRAINT c_p FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE);
         CREATE VIEW v AS SELECT a FROM p;";

#[tokio::test]
async fn mysql_is_adopted_with_an_empty_plan() {
    inspected(Engine::Mysql, FAMILY).await;
}

#[tokio::test]
async fn mariadb_is_adopted_with_an_empty_plan() {
    inspected(Engine::Mariadb, FAMILY).await;
}

#[tokio::test]
async fn refusals_name_the_object_and_exit_with_three() {
    let desk = Desk::new(Engine::Sqlite).await;
    let file = desk.write("bad.sql", "CREATE TABLE t (id INT);\nDROP TABLE users;\n");
    let refused = desk.with_file("plan", &file, &["-o", "json"]).expect(3);
    let document = refused.json();
    assert_eq!(document["refused"]["class"], "InvalidSchema");
    let reason = document["refused"]["items"][0]["reason"].as_str().unwrap();
    assert!(
        reason.contains("line 2, column 1") && reason.contains("DROP"),
        "{reason}"
    );
    assert!(refused.errors().contains("bad.sql"));
}

#[tokio::test]
async fn looking_leaves_no_file_behind() {
    let desk = Desk::new(Engine::Sqlite).await;
    let file = desk.write("t.sql", "CREATE TABLE t (id INT);");
    let path = PathBuf::from(desk.database.url.strip_prefix("sqlite:").unwrap());
    desk.with_file("plan", &file, &["--detailed-exitcode"])
        .expect(2);
    assert!(!path.exists());
    let missing = desk.run(&["inspect"]).expect(1);
    assert!(missing.errors().contains("no database file") && !path.exists());
    desk.with_file("apply", &file, &[]).expect(0);
    assert!(path.exists());
}

#[tokio::test]
async fn wrong_arguments_exit_with_one_and_say_no_secret() {
    let desk = Desk::new(Engine::Sqlite).await;
    let file = desk.write("t.sql", "CREATE TABLE t (id INT);");
    let ran = desk
        .with_file("plan", &file, &["--url", "oracle://u:s3cret@h/d"])
        .expect(1);
    assert!(ran.errors().contains("postgres:") && !ran.errors().contains("s3cret"));
    let missing = desk.run(&["plan", "-f", "nowhere.sql"]).expect(1);
    assert!(missing.errors().contains("nowhere.sql"));
    let unknown = desk
        .with_file("plan", &file, &["--allow", "no.rule"])
        .expect(1);
    assert!(unknown.errors().contains("no.rule"));
}
