//! SQLite's shelf against SQLite: what is read, rendered and changed comes out as it went in.

use driftless::engine::{
    Catalog, Executor, Lowered, Manner, Scope, Session, Target, Timeouts, connect,
};
use driftless::schema::{Delta, Fold, Name, Pair, Rename, Schema, diff};
use sqlx::{AssertSqlSafe, Connection, Row, SqliteConnection};
use std::path::PathBuf;

#[path = "sqlite_shelf/data.rs"]
mod data;

/// A database file that is gone with the test.
struct Database {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

impl Database {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("it's 100%41?mode=ro#.db");
        Self {
            _folder: folder,
            path,
        }
    }

    async fn with(sql: &str) -> Self {
        let database = Self::new();
        database.run(sql).await;
        database
    }

    async fn raw(&self) -> SqliteConnection {
        let options = sqlx::sqlite::SqliteConnectOptions::new()
            .filename(&self.path)
            .create_if_missing(true);
        SqliteConnection::connect_with(&options).await.unwrap()
    }

    async fn run(&self, sql: &str) {
        let mut raw = self.raw().await;
        let ran = sqlx::raw_sql(AssertSqlSafe(sql.to_owned()))
            .execute(&mut raw)
            .await;
        ran.unwrap_or_else(|error| panic!("{error}: {sql}"));
        raw.close().await.unwrap();
    }

    async fn ask(&self, sql: &str) -> String {
        let mut raw = self.raw().await;
        let rows = sqlx::raw_sql(AssertSqlSafe(sql.to_owned())).fetch_all(&mut raw);
        let rows = rows.await.unwrap_or_else(|error| panic!("{error}: {sql}"));
        raw.close().await.unwrap();
        let text = |row: &sqlx::sqlite::SqliteRow| -> String {
            let value: Option<String> = row.try_get_unchecked(0).unwrap();
            value.unwrap_or_else(|| "NULL".to_owned())
        };
        rows.iter().map(text).collect::<Vec<_>>().join(",")
    }

    async fn session(&self) -> Session {
        let target = Target::File(Some(self.path.clone()));
        connect(&target, &Timeouts::default()).await.unwrap()
    }

    async fn read(&self) -> Schema {
        let mut session = self.session().await;
        let schema = session.read(&Scope::default()).await.unwrap();
        session.close().await;
        schema
    }

    /// Does what a plan does: sorted by phase, in the engine's own surroundings.
    async fn apply(&self, delta: &Delta) -> Result<(), String> {
        let mut session = self.session().await;
        let Lowered {
            mut steps,
            unsupported,
        } = session
            .dialect()
            .lower(session.server(), delta, &Manner::plain());
        if let Some(first) = unsupported.first() {
            return Err(first.to_string());
        }
        steps.sort_by_key(|step| step.phase);
        session.begin().await.unwrap();
        for step in &steps {
            for statement in &step.statements {
                if let Err(error) = session.run(statement).await {
                    session.roll_back().await.unwrap();
                    session.close().await;
                    return Err(format!("{error}: {}", statement.sql()));
                }
            }
        }
        if let Err(error) = session.commit().await {
            session.roll_back().await.unwrap();
            session.close().await;
            return Err(error.to_string());
        }
        session.close().await;
        Ok(())
    }
}

fn between(observed: Schema, desired: Schema, renames: Vec<Rename>) -> Delta {
    let fold = Fold::AsciiCase;
    diff(Pair { observed, desired }, renames, fold, fold)
}

/// Keeps what nobody declared, under the names that renames give to what it hangs on.
fn keeping(observed: &Schema, mut desired: Schema, renames: &[Rename]) -> Schema {
    desired.opaque.extend(observed.opaque.clone());
    for (key, object) in &observed.objects {
        let mut key = key.clone();
        for rename in renames {
            if let Rename::Table { from, to } = rename
                && key.kind.is_part()
                && key.name == *from
            {
                key.name = to.clone();
            }
        }
        desired.objects.insert(key, object.clone());
    }
    desired
}

/// The difference, when nobody declared the views and triggers.
fn around(observed: Schema, desired: Schema, renames: Vec<Rename>) -> Delta {
    let kept = desired.objects.keys().cloned().collect();
    between(observed, desired, renames).keeping(kept)
}

/// Texts of everything that is no table or index, by name.
const BYSTANDERS: &str =
    "SELECT sql FROM sqlite_schema WHERE type IN ('view', 'trigger') ORDER BY name";

#[tokio::test]
async fn what_is_read_renders_to_the_same_model() {
    for (name, sql) in data::ROUND_TRIPS {
        let first = Database::with(sql).await.read().await;
        assert!(!first.tables.is_empty(), "{name}: {first:#?}");
        let twin = Database::new();
        let delta = between(Schema::default(), first.clone(), Vec::new());
        if let Err(error) = twin.apply(&delta).await {
            panic!("{name}: {error}");
        }
        let second = twin.read().await;
        let left = between(second.clone(), first.clone(), Vec::new());
        assert!(left.is_empty(), "{name}: {:#?}", left.changes);
        assert_eq!(second.tables, first.tables, "{name}");
        assert_eq!(
            second.opaque.keys().collect::<Vec<_>>(),
            first.opaque.keys().collect::<Vec<_>>(),
            "{name}"
        );
    }
}

#[tokio::test]
async fn spellings_of_one_schema_are_no_difference() {
    let mut wrong = Vec::new();
    for (name, left, right) in data::ALIKE {
        let (a, b) = (
            Database::with(left).await.read().await,
            Database::with(right).await.read().await,
        );
        for delta in [
            between(a.clone(), b.clone(), Vec::new()),
            between(b, a, Vec::new()),
        ] {
            if !delta.is_empty() {
                wrong.push(format!("{name}: {:?}", delta.changes));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_change_arrives_and_can_be_taken_back() {
    for (name, before, after, renames) in data::pairs() {
        let database = Database::with(before).await;
        let observed = database.read().await;
        let desired = keeping(
            &observed,
            Database::with(after).await.read().await,
            &renames,
        );
        let delta = around(observed.clone(), desired.clone(), renames);
        assert!(!delta.is_empty(), "{name}: no difference");
        if let Err(error) = database.apply(&delta).await {
            panic!("{name}: {error}");
        }
        let reached = database.read().await;
        let left = delta.left(&reached, &desired);
        assert!(left.is_empty(), "{name}: {left:#?}");
        if let Err(error) = database.apply(&delta.reversed()).await {
            panic!("{name}, back: {error}");
        }
        let left = delta.left(&database.read().await, &observed);
        assert!(left.is_empty(), "{name}, back: {left:#?}");
    }
}

#[tokio::test]
async fn what_leans_on_a_changed_object_is_named_and_kept() {
    for (name, before, after, renames, dependent) in data::refusals() {
        let database = Database::with(before).await;
        let observed = database.read().await;
        let desired = keeping(
            &observed,
            Database::with(after).await.read().await,
            &renames,
        );
        let delta = around(observed, desired, renames);
        let refused = database.apply(&delta).await.expect_err(name);
        assert!(refused.contains(dependent), "{name}: {refused}");
    }
}

#[tokio::test]
async fn a_rebuild_leaves_bystanders_byte_for_byte() {
    for (name, before, after) in data::BYSTANDERS {
        let database = Database::with(before).await;
        let texts = database.ask(BYSTANDERS).await;
        let observed = database.read().await;
        let desired = keeping(&observed, Database::with(after).await.read().await, &[]);
        let delta = around(observed, desired.clone(), Vec::new());
        if let Err(error) = database.apply(&delta).await {
            panic!("{name}: {error}");
        }
        assert_eq!(database.ask(BYSTANDERS).await, texts, "{name}");
        let left = between(database.read().await, desired, Vec::new());
        assert!(left.is_empty(), "{name}: {:#?}", left.changes);
    }
}

/// Rows, rowids, counters and children survive (SL06, SL11, SL13, SL16, SL17).
#[tokio::test]
async fn a_rebuild_carries_everything_over() {
    let database = Database::with(
        "CREATE TABLE p (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT, g INT AS (length(a)) STORED);
         CREATE TABLE c (x INT REFERENCES p (id) ON DELETE CASCADE, y BLOB);
         INSERT INTO p (id, a) VALUES (1, 'one'), (7, 'seven'), (9, 'gone');
         DELETE FROM p WHERE id = 9;
         INSERT INTO c (rowid, x, y) VALUES (5, 1, x'00ff'), (11, 7, NULL);",
    )
    .await;
    let after = "CREATE TABLE p (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT NOT NULL DEFAULT 'z', g INT AS (length(a)) STORED);
         CREATE TABLE c (x INT NOT NULL REFERENCES p (id) ON DELETE CASCADE, y BLOB);";
    let desired = Database::with(after).await.read().await;
    let delta = between(database.read().await, desired, Vec::new());
    database.apply(&delta).await.unwrap();
    let rows = "SELECT id || a || g FROM p ORDER BY id";
    assert_eq!(database.ask(rows).await, "1one3,7seven5");
    let children = "SELECT rowid || ':' || x || ':' || quote(y) FROM c ORDER BY 1 DESC";
    assert_eq!(database.ask(children).await, "5:1:X'00FF',11:7:NULL");
    let next = "INSERT INTO p (a) VALUES ('next') RETURNING id";
    assert_eq!(database.ask(next).await, "10");
    let parent = "SELECT \"table\" FROM pragma_foreign_key_list('c')";
    assert_eq!(database.ask(parent).await, "p");
}

/// A conflict clause must not thin out rows on the way (SL29), and a failure leaves nothing behind.
#[tokio::test]
async fn a_copy_that_does_not_fit_takes_everything_back() {
    let before = "CREATE TABLE t (a INT, b INT); INSERT INTO t VALUES (1, 1), (1, NULL);";
    for after in [
        "CREATE TABLE t (a INT UNIQUE ON CONFLICT REPLACE, b INT)",
        "CREATE TABLE t (a INT UNIQUE ON CONFLICT IGNORE, b INT)",
        "CREATE TABLE t (a INT, b INT NOT NULL ON CONFLICT IGNORE)",
        "CREATE TABLE t (a INT, b INT CHECK (a > 1))",
        "CREATE TABLE t (a INT, b INT REFERENCES t (a), UNIQUE (b))",
    ] {
        let database = Database::with(before).await;
        let observed = database.read().await;
        let desired = Database::with(after).await.read().await;
        let delta = between(observed.clone(), desired, Vec::new());
        database.apply(&delta).await.expect_err(after);
        assert_eq!(database.read().await, observed, "{after}");
        assert_eq!(database.ask("SELECT count(*) FROM t").await, "2", "{after}");
    }
}

#[tokio::test]
async fn rows_can_be_dumped_and_put_back() {
    let sql = "CREATE TABLE \"t 'x\" (a TEXT, b BLOB, c REAL, \"rowid\" INT, d AS (a || 'x'));";
    let database = Database::with(&format!(
        "{sql} INSERT INTO \"t 'x\" VALUES ('it''s', x'00', 0.1, 3), (NULL, NULL, 1e300, 4), ('a' || char(0) || 'b', zeroblob(2), -0.0, 5);"
    ))
    .await;
    let mut session = database.session().await;
    let schema = session.read(&Scope::default()).await.unwrap();
    let table = schema.tables.get(&Name::bare("t 'x")).unwrap();
    let mut dumped = Vec::new();
    let mut sink = |line: &str| {
        dumped.push(line.to_owned());
        Ok(())
    };
    let count = driftless::engine::Backup::dump(&mut session, table, &mut sink);
    assert_eq!(count.await.unwrap(), 3);
    let copy = database.path.with_extension("copy");
    let made = driftless::engine::Backup::snapshot(&mut session, copy.to_str().unwrap());
    assert!(made.await.unwrap() && copy.exists());
    session.close().await;
    let all = "SELECT quote(a) || hex(a) || quote(b) || quote(c) || d || _rowid_ FROM \"t 'x\"";
    let twin = Database::with(&format!("{sql}{};", dumped.join(";"))).await;
    assert_eq!(twin.ask(all).await, database.ask(all).await);
}

#[tokio::test]
async fn facts_are_answered() {
    use driftless::engine::Question;
    let database = Database::with(
        "CREATE TABLE t (a TEXT, b INT); INSERT INTO t VALUES ('x', 1), ('xyz', 1), (NULL, NULL);",
    )
    .await;
    let t = || Name::bare("t");
    let mut session = database.session().await;
    assert!(session.server().at_least(3, 37));
    let answers = session
        .ask(&[
            Question::Rows(t()),
            Question::Nulls(t(), "a".to_owned()),
            Question::LongerThan(t(), "a".to_owned(), 2),
            Question::Duplicates(t(), vec!["b".to_owned()]),
            Question::Bytes(t()),
            Question::Rows(Name::bare("absent")),
        ])
        .await
        .unwrap();
    session.close().await;
    let expected = [Some(3), Some(1), Some(1), Some(1), Some(4096), None];
    assert_eq!(answers, expected);
}

/// SL10, SL39: most applications do not enforce foreign keys, and have orphans and worse.
#[tokio::test]
async fn what_was_wrong_before_is_in_the_way_of_nothing() {
    let rest = "CREATE TABLE p (id INTEGER PRIMARY KEY, n INT, a INT, b INT, UNIQUE (b, a));
         CREATE TABLE c (a BIGINT REFERENCES p);
         CREATE TABLE m (a INT REFERENCES p (n), b INT REFERENCES nowhere);
         CREATE TABLE w (x INT, y INT, FOREIGN KEY (x, y) REFERENCES p (a, b));";
    let before = format!(
        "PRAGMA foreign_keys = OFF; {rest} CREATE TABLE d (a INT); INSERT INTO d VALUES (3);
         INSERT INTO c VALUES (1), (2); INSERT INTO m VALUES (1, 1); INSERT INTO p VALUES (7, 1, 1, 1);"
    );
    let database = Database::with(&before).await;
    let change = async |d: &str| {
        let desired = Database::with(&format!("{rest} {d}")).await.read().await;
        let delta = between(database.read().await, desired, Vec::new());
        database.apply(&delta).await
    };
    change("CREATE TABLE d (a INT, b INT)").await.unwrap();
    change("CREATE TABLE d (a INT NOT NULL)").await.unwrap();
    let refused = change("CREATE TABLE d (a INT REFERENCES p)").await;
    assert!(refused.unwrap_err().contains("do not exist"));
    let refused = change("CREATE TABLE d (a INT REFERENCES p (n))").await;
    assert!(refused.unwrap_err().contains("no key of their table"));
}

/// SL33: whoever writes is waited for, for as long as the lock timeout says and no longer.
#[tokio::test]
async fn a_writer_in_the_way_is_a_matter_of_another_try() {
    let database = Database::with("CREATE TABLE t (a)").await;
    let mut writer = database.raw().await;
    let begin = sqlx::raw_sql("BEGIN IMMEDIATE").execute(&mut writer);
    begin.await.unwrap();
    let timeouts = Timeouts {
        lock: std::time::Duration::from_millis(50),
        ..Timeouts::default()
    };
    let target = Target::File(Some(database.path.clone()));
    let mut session = connect(&target, &timeouts).await.unwrap();
    let refused = session.begin().await.unwrap_err();
    assert_eq!(refused.kind, driftless::engine::ErrorKind::Transient);
    session.close().await;
    writer.close().await.unwrap();
}

#[tokio::test]
async fn a_statement_ends_at_its_timeout() {
    let endless = "CREATE VIEW v AS WITH RECURSIVE n(x) AS \
         (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 1000000000) SELECT x FROM n WHERE x < 0";
    let database = Database::with(endless).await;
    let timeouts = Timeouts {
        statement: std::time::Duration::from_millis(100),
        ..Timeouts::default()
    };
    let target = Target::File(Some(database.path.clone()));
    let mut session = connect(&target, &timeouts).await.unwrap();
    let started = std::time::Instant::now();
    let questions = [driftless::engine::Question::Rows(Name::bare("v"))];
    assert_eq!(session.ask(&questions).await.unwrap(), [None]);
    assert!(started.elapsed() < std::time::Duration::from_secs(10));
    session.close().await;
}
