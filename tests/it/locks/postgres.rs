//! `PostgreSQL`: `pg_locks` of the backend that runs the statement, file nodes, and its counters of
//! sequential scans, all read inside the statement's open transaction.

use super::Shown;
use driftless::engine::{Lock, Work};
use sqlx::postgres::PgConnection;
use sqlx::{AssertSqlSafe, Connection, Executor, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// As the program's own sessions are pinned, as far as it matters to locks and work.
const SETTINGS: &str = "SET search_path = public; SET TimeZone = 'UTC'; \
                        SET check_function_bodies = off; SET lock_timeout = '10s'; \
                        SET client_min_messages = warning";

/// A relation that existed before.
#[derive(Clone, Debug)]
struct Relation {
    name: String,
    kind: char,
    /// The table of an index; itself otherwise.
    table: i64,
}

/// How a relation stands: its file, and how often it was read from end to end.
type Standing = BTreeMap<i64, (i64, i64)>;

pub(crate) struct Probe {
    connection: PgConnection,
    url: String,
    pid: i32,
    known: BTreeMap<i64, Relation>,
}

/// Who waits for a lock (13.3.1 "Table-Level Locks"). The three that any query or change of rows
/// takes as well keep nobody waiting who is not changing the schema.
fn waits(mode: &str) -> Lock {
    match mode {
        "AccessShareLock" | "RowShareLock" | "RowExclusiveLock" => Lock::None,
        "ShareUpdateExclusiveLock" => Lock::Shared,
        "ShareLock" | "ShareRowExclusiveLock" | "ExclusiveLock" => Lock::BlocksWrites,
        "AccessExclusiveLock" => Lock::BlocksAll,
        other => panic!("unknown lock mode {other}"),
    }
}

/// `AccessExclusiveLock` as the manual writes it.
fn manual(mode: &str) -> String {
    let mut words = String::new();
    for c in mode.trim_end_matches("Lock").chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(c.to_ascii_uppercase());
    }
    words
}

async fn connect(url: &str) -> Result<PgConnection, String> {
    let mut connection = PgConnection::connect(url)
        .await
        .map_err(|e| e.to_string())?;
    connection
        .execute(sqlx::raw_sql(SETTINGS))
        .await
        .map_err(|e| e.to_string())?;
    Ok(connection)
}

async fn execute(connection: &mut PgConnection, sql: &str) -> Result<(), sqlx::Error> {
    let sql = AssertSqlSafe(sql.to_owned());
    connection.execute(sqlx::raw_sql(sql)).await.map(drop)
}

impl Probe {
    pub(crate) async fn open(url: &str) -> Result<Self, String> {
        let mut connection = connect(url).await?;
        let pid = sqlx::query_scalar("SELECT pg_backend_pid()")
            .fetch_one(&mut connection)
            .await
            .map_err(|e| e.to_string())?;
        let rows = sqlx::query(
            "SELECT c.oid::bigint, c.relname::text, c.relkind::text, COALESCE(i.indrelid, c.oid)::bigint \
             FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
             LEFT JOIN pg_index i ON i.indexrelid = c.oid \
             WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' \
             AND c.relkind IN ('r', 'p', 'm', 'f', 'v', 'S', 'i', 'I')",
        )
        .fetch_all(&mut connection)
        .await
        .map_err(|e| e.to_string())?;
        let known = rows.iter().map(|row| {
            let kind: String = row.get(2);
            let relation = Relation {
                name: row.get(1),
                kind: kind.chars().next().unwrap(),
                table: row.get(3),
            };
            (row.get(0), relation)
        });
        Ok(Self {
            known: known.collect(),
            connection,
            url: url.to_owned(),
            pid,
        })
    }

    pub(crate) async fn version(&mut self) -> String {
        let number: String = sqlx::query_scalar("SHOW server_version_num")
            .fetch_one(&mut self.connection)
            .await
            .unwrap();
        format!("PostgreSQL {}", &number[..2])
    }

    pub(crate) async fn close(self) {
        self.connection.close().await.unwrap();
    }

    pub(crate) async fn run(&mut self, statements: &[&str]) -> Result<Shown, String> {
        match self.inside(statements).await {
            // 25001: "cannot run inside a transaction block".
            Err(error) if is_outside(&error) => self.outside(statements).await,
            outcome => outcome.map_err(|e| e.to_string()),
        }
    }

    /// All in one transaction, looked at before it ends.
    async fn inside(&mut self, statements: &[&str]) -> Result<Shown, sqlx::Error> {
        execute(&mut self.connection, "BEGIN").await?;
        let before = self.standing().await?;
        for sql in statements {
            if let Err(error) = execute(&mut self.connection, sql).await {
                execute(&mut self.connection, "ROLLBACK").await?;
                return Err(error);
            }
        }
        let mut held = BTreeSet::new();
        let pid = self.pid;
        locks(&mut self.connection, pid, &self.known, &mut held).await?;
        let mut shown = self.shown(&held);
        self.work(&before, &mut shown).await?;
        execute(&mut self.connection, "COMMIT").await?;
        Ok(shown)
    }

    /// A statement that commits on its way is held up by an open transaction that has changed rows
    /// of every table, and looked at while it waits.
    async fn outside(&mut self, statements: &[&str]) -> Result<Shown, String> {
        let mut watcher = connect(&self.url).await?;
        let mut shown = Shown::nothing();
        for sql in statements {
            let mut blocker = connect(&self.url).await?;
            execute(&mut blocker, "BEGIN")
                .await
                .map_err(|e| e.to_string())?;
            for table in self.tables(&mut blocker).await.map_err(|e| e.to_string())? {
                let lock = format!("LOCK TABLE {table} IN ROW EXCLUSIVE MODE");
                execute(&mut blocker, &lock)
                    .await
                    .map_err(|e| e.to_string())?;
            }
            let before = self.standing().await.map_err(|e| e.to_string())?;
            let mut held = BTreeSet::new();
            let mut blocker = Some(blocker);
            {
                let mut work = Box::pin(execute(&mut self.connection, sql));
                loop {
                    let step = Duration::from_millis(5);
                    if let Ok(done) = tokio::time::timeout(step, &mut work).await {
                        done.map_err(|e| e.to_string())?;
                        break;
                    }
                    let waiting = locks(&mut watcher, self.pid, &self.known, &mut held);
                    if waiting.await.map_err(|e| e.to_string())?
                        && let Some(blocker) = blocker.take()
                    {
                        blocker.close().await.map_err(|e| e.to_string())?;
                    }
                }
            }
            // An index is locked at the end, when those who read by it were waited for.
            held.retain(|(oid, _)| !matches!(self.known[oid].kind, 'i' | 'I'));
            let mut one = self.shown(&held);
            self.work(&before, &mut one)
                .await
                .map_err(|e| e.to_string())?;
            shown.raise(one.lock, one.work);
            shown.words.extend(one.words);
        }
        watcher.close().await.map_err(|e| e.to_string())?;
        Ok(shown)
    }

    /// The known tables that are still there, as they are called now.
    async fn tables(&self, connection: &mut PgConnection) -> Result<Vec<String>, sqlx::Error> {
        let tables = self
            .known
            .iter()
            .filter(|(_, r)| matches!(r.kind, 'r' | 'p'));
        let tables: Vec<i64> = tables.map(|(oid, _)| *oid).collect();
        sqlx::query_scalar(
            "SELECT oid::regclass::text FROM pg_class WHERE oid = ANY($1::oid[]) ORDER BY oid",
        )
        .persistent(false)
        .bind(tables)
        .fetch_all(connection)
        .await
    }

    /// Locks on indexes are only named where they are stronger than their table's.
    fn shown(&self, held: &BTreeSet<(i64, String)>) -> Shown {
        let mut shown = Shown::nothing();
        let mut strongest: BTreeMap<i64, &str> = BTreeMap::new();
        for (oid, mode) in held {
            let lock = waits(mode);
            shown.raise(lock, Work::Metadata);
            if lock > Lock::None && strongest.get(oid).is_none_or(|other| waits(other) < lock) {
                strongest.insert(*oid, mode);
            }
        }
        let named = strongest.iter().filter(|(oid, mode)| {
            let table = self.known[*oid].table;
            let held = strongest.get(&table).map_or(Lock::None, |mode| waits(mode));
            table == **oid || waits(mode) > held
        });
        let mut words: Vec<String> = named
            .map(|(oid, mode)| format!("{} on {}", manual(mode), self.known[oid].name))
            .collect();
        words.sort();
        shown.words = words;
        shown
    }

    async fn standing(&mut self) -> Result<Standing, sqlx::Error> {
        let known: Vec<i64> = self.known.keys().copied().collect();
        let rows = sqlx::query(
            "SELECT oid::bigint, CASE relfilenode WHEN 0 THEN -oid::bigint ELSE relfilenode::bigint END, COALESCE(pg_stat_get_xact_numscans(oid), 0) \
             FROM pg_class WHERE oid = ANY($1::oid[]) \
             UNION ALL SELECT i.indexrelid::bigint, CASE c.relfilenode WHEN 0 THEN -c.oid::bigint ELSE c.relfilenode::bigint END, 0 \
             FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid \
             WHERE i.indrelid = ANY($1::oid[]) AND i.indexrelid <> ALL ($1::oid[])",
        )
        .persistent(false)
        .bind(known)
        .fetch_all(&mut self.connection)
        .await?;
        let standing = rows
            .iter()
            .map(|row| (row.get(0), (row.get(1), row.get(2))));
        Ok(standing.collect())
    }

    /// A new file is a table written again or an index built again; a new index with a file of its
    /// own was built (one with the file of another took its place); a new sequential scan read the
    /// table.
    async fn work(&mut self, before: &Standing, shown: &mut Shown) -> Result<(), sqlx::Error> {
        let after = self.standing().await?;
        let files: BTreeSet<i64> = before.values().map(|(file, _)| *file).collect();
        let (mut rewritten, mut read, mut built) = (BTreeSet::new(), BTreeSet::new(), false);
        for (oid, (file, scans)) in &after {
            let fresh = *file > 0 && !files.contains(file);
            match (self.known.get(oid), before.get(oid)) {
                (Some(relation), Some((_, old_scans))) => match relation.kind {
                    'r' | 'p' | 'm' if fresh => drop(rewritten.insert(&relation.name)),
                    'r' | 'p' | 'm' if scans > old_scans => drop(read.insert(&relation.name)),
                    'i' | 'I' => built |= fresh,
                    _ => {}
                },
                (None, None) => built |= fresh,
                (None, Some(_)) | (Some(_), None) => {}
            }
        }
        if !read.is_empty() {
            shown.raise(Lock::None, Work::Scan);
        }
        if built {
            shown.raise(Lock::None, Work::IndexBuild);
        }
        if !rewritten.is_empty() {
            shown.raise(Lock::None, Work::Rewrite);
        }
        shown
            .words
            .extend(read.iter().map(|name| format!("{name} read")));
        shown
            .words
            .extend((built && rewritten.is_empty()).then(|| "index built".to_owned()));
        shown
            .words
            .extend(rewritten.iter().map(|name| format!("{name} rewritten")));
        Ok(())
    }
}

fn is_outside(error: &sqlx::Error) -> bool {
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code);
    code.as_deref() == Some("25001")
}

/// Adds the locks a backend holds or asks for on known relations. Whether it waits for anything.
async fn locks(
    connection: &mut PgConnection,
    pid: i32,
    known: &BTreeMap<i64, Relation>,
    into: &mut BTreeSet<(i64, String)>,
) -> Result<bool, sqlx::Error> {
    let rows = sqlx::query(
        "SELECT relation::bigint, mode, granted FROM pg_locks \
         WHERE pid = $1 AND (locktype = 'relation' OR NOT granted)",
    )
    .persistent(false)
    .bind(pid)
    .fetch_all(connection)
    .await?;
    let mut waiting = false;
    for row in &rows {
        waiting |= !row.get::<bool, _>(2);
        if let Some(oid) = row.get::<Option<i64>, _>(0)
            && known.contains_key(&oid)
        {
            into.insert((oid, row.get(1)));
        }
    }
    Ok(waiting)
}
