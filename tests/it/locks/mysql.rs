//! `MySQL` and `MariaDB`: which rung of the ladder of algorithms and locks the server accepts for an
//! `ALTER TABLE`, and the ids of `InnoDB`'s tables and indexes before and after.
//!
//! The database is a copy already, so the first rung that is accepted is also what was done. Other
//! statements have no ladder; for those, a transaction that has read every table is open meanwhile,
//! and the server's list of processes says whether the statement waits for it.

use super::Shown;
use driftless::engine::{Engine, Lock, Timeouts, Work, dialect};
use sqlx::mysql::{MySqlConnectOptions, MySqlConnection};
use sqlx::{AssertSqlSafe, Connection, Executor, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// A rung: the clauses, who waits, and whether rows are copied by the server's upper half.
struct Rung {
    clauses: &'static str,
    lock: Lock,
    copies: bool,
}

const fn rung(clauses: &'static str, lock: Lock, copies: bool) -> Rung {
    Rung {
        clauses,
        lock,
        copies,
    }
}

/// `MySQL` 8.4 manual, 15.1.9 "ALTER TABLE", `ALGORITHM` and `LOCK`; `INSTANT` takes no `LOCK`.
const MYSQL: &[Rung] = &[
    rung("ALGORITHM=INSTANT", Lock::Shared, false),
    rung("ALGORITHM=INPLACE, LOCK=NONE", Lock::Shared, false),
    rung("ALGORITHM=INPLACE, LOCK=SHARED", Lock::BlocksWrites, false),
    rung("ALGORITHM=INPLACE, LOCK=EXCLUSIVE", Lock::BlocksAll, false),
    rung("ALGORITHM=COPY, LOCK=SHARED", Lock::BlocksWrites, true),
    rung("ALGORITHM=COPY, LOCK=EXCLUSIVE", Lock::BlocksAll, true),
];

/// `MariaDB` knowledge base, "ALTER TABLE", `ALGORITHM`; a copy with `LOCK=NONE` is 11.2+.
const MARIADB: &[Rung] = &[
    rung("ALGORITHM=INSTANT", Lock::Shared, false),
    rung("ALGORITHM=NOCOPY, LOCK=NONE", Lock::Shared, false),
    rung("ALGORITHM=NOCOPY, LOCK=SHARED", Lock::BlocksWrites, false),
    rung("ALGORITHM=INPLACE, LOCK=NONE", Lock::Shared, false),
    rung("ALGORITHM=INPLACE, LOCK=SHARED", Lock::BlocksWrites, false),
    rung("ALGORITHM=INPLACE, LOCK=EXCLUSIVE", Lock::BlocksAll, false),
    rung("ALGORITHM=COPY, LOCK=NONE", Lock::Shared, true),
    rung("ALGORITHM=COPY, LOCK=SHARED", Lock::BlocksWrites, true),
    rung("ALGORITHM=COPY, LOCK=EXCLUSIVE", Lock::BlocksAll, true),
];

/// What `InnoDB` calls its things: table name → (ids of it or its partitions, ids of its indexes).
type Standing = BTreeMap<String, (BTreeSet<u64>, BTreeSet<u64>)>;

/// Whether a table was rebuilt, and whether an index was built.
fn compared(before: &Standing, after: &Standing) -> (bool, bool) {
    let (mut rebuilt, mut built) = (false, false);
    for (name, (ids, indexes)) in before {
        let none = (BTreeSet::new(), BTreeSet::new());
        let (new_ids, new_indexes) = after.get(name).unwrap_or(&none);
        let other_engine = new_ids.is_empty();
        let replaced =
            ids.difference(new_ids).next().is_some() && new_ids.difference(ids).next().is_some();
        rebuilt |= other_engine || replaced;
        built |= new_indexes.difference(indexes).next().is_some();
    }
    let came = after.keys().any(|name| !before.contains_key(name));
    (rebuilt || came, built)
}

pub(crate) struct Probe {
    engine: Engine,
    connection: MySqlConnection,
    /// Holds transactions open.
    reader: MySqlConnection,
    /// Looks at the list of processes.
    watcher: MySqlConnection,
    id: u64,
    known: BTreeSet<String>,
}

async fn connect(engine: Engine, url: &str) -> Result<MySqlConnection, String> {
    let options: MySqlConnectOptions = url
        .replacen("mariadb://", "mysql://", 1)
        .parse()
        .map_err(|e: sqlx::Error| e.to_string())?;
    let options = options.pipes_as_concat(false).no_engine_substitution(false);
    let mut connection = MySqlConnection::connect_with(&options)
        .await
        .map_err(|e| e.to_string())?;
    let settings = dialect(engine).unwrap().settings(&Timeouts::default());
    for setting in settings {
        execute(&mut connection, setting.sql())
            .await
            .map_err(|e| e.to_string())?;
    }
    // The server's own threads hold a table's metadata now and then, for longer on a busy machine.
    let patient = "SET SESSION lock_wait_timeout = 60, innodb_lock_wait_timeout = 60";
    execute(&mut connection, patient)
        .await
        .map_err(|e| e.to_string())?;
    Ok(connection)
}

async fn execute(connection: &mut MySqlConnection, sql: &str) -> Result<(), sqlx::Error> {
    let sql = AssertSqlSafe(sql.to_owned());
    connection.execute(sqlx::raw_sql(sql)).await.map(drop)
}

async fn numbers(connection: &mut MySqlConnection, sql: &str) -> Result<u64, String> {
    let sql = AssertSqlSafe(sql.to_owned());
    let value = sqlx::query_scalar(sql).persistent(false);
    value.fetch_one(connection).await.map_err(|e| e.to_string())
}

impl Probe {
    pub(crate) async fn open(engine: Engine, url: &str) -> Result<Self, String> {
        let mut connection = connect(engine, url).await?;
        let id = numbers(&mut connection, "SELECT CAST(CONNECTION_ID() AS UNSIGNED)").await?;
        let mut probe = Self {
            engine,
            connection,
            reader: connect(engine, url).await?,
            watcher: connect(engine, url).await?,
            id,
            known: BTreeSet::new(),
        };
        probe.known = probe.tables().await?.into_iter().collect();
        Ok(probe)
    }

    pub(crate) async fn version(&mut self) -> String {
        let version: String = sqlx::query_scalar("SELECT VERSION()")
            .fetch_one(&mut self.connection)
            .await
            .unwrap();
        let parts: Vec<&str> = version.split('.').collect();
        let name = match self.engine {
            Engine::Mariadb => "MariaDB",
            Engine::Mysql | Engine::Postgres | Engine::Sqlite => "MySQL",
        };
        format!("{name} {}.{}", parts[0], parts[1])
    }

    pub(crate) async fn close(self) {
        for connection in [self.connection, self.reader, self.watcher] {
            connection.close().await.unwrap();
        }
    }

    pub(crate) async fn run(&mut self, statements: &[&str]) -> Result<Shown, String> {
        let mut shown = Shown::nothing();
        for sql in statements {
            let one = self.one(sql).await?;
            shown.raise(one.lock, one.work);
            shown.words.extend(one.words);
            self.follow(sql);
        }
        Ok(shown)
    }

    /// A table that was there is still known under another name.
    fn follow(&mut self, sql: &str) {
        let renamed = sql
            .strip_prefix("RENAME TABLE ")
            .and_then(|rest| rest.split_once(" TO "));
        if let Some((from, to)) = renamed
            && self.known.contains(&unquoted(from))
        {
            self.known.insert(unquoted(to));
        }
    }

    async fn one(&mut self, sql: &str) -> Result<Shown, String> {
        let target = altered(sql).map(|(table, _)| unquoted(table));
        // `MariaDB` takes no algorithm where partitions change.
        let partitions = self.engine == Engine::Mariadb && sql.contains(" PARTITION");
        match target {
            Some(table) if self.known.contains(&table) && partitions => self.copied(sql).await,
            Some(table) if self.known.contains(&table) => self.ladder(sql).await,
            _ => self.plain(sql).await,
        }
    }

    /// Climbs down until the server agrees.
    async fn ladder(&mut self, sql: &str) -> Result<Shown, String> {
        let before = self.standing().await?;
        let (table, rest) = altered(sql).ok_or("no ALTER TABLE")?;
        let rungs = match self.engine {
            Engine::Mariadb => MARIADB,
            Engine::Mysql | Engine::Postgres | Engine::Sqlite => MYSQL,
        };
        let mut refused = String::new();
        for rung in rungs {
            let attempt = if rest.contains("ALGORITHM=") {
                // It says so itself: the server agrees to that, or refuses.
                if !demanded(rest, rung) {
                    continue;
                }
                sql.to_owned()
            } else {
                let comma = separator(rest);
                format!("ALTER TABLE {table} {}{comma} {rest}", rung.clauses)
            };
            match execute(&mut self.connection, &attempt).await {
                Ok(()) => return self.climbed(rung, &before).await,
                Err(error) if is_no_rung(&error) => refused = error.to_string(),
                Err(error) => return Err(error.to_string()),
            }
        }
        Err(format!("no algorithm is accepted: {refused}"))
    }

    /// A change without a ladder of which only the outcome is seen.
    async fn copied(&mut self, sql: &str) -> Result<Shown, String> {
        let before = self.standing().await?;
        execute(&mut self.connection, sql)
            .await
            .map_err(|e| e.to_string())?;
        let (rebuilt, _) = compared(&before, &self.standing().await?);
        let mut shown = Shown::nothing();
        shown.raise(Lock::BlocksAll, Work::Metadata);
        shown.words.push("no algorithm is taken here".to_owned());
        if rebuilt {
            shown.raise(Lock::None, Work::Copy);
            shown.words.push("rows moved".to_owned());
        }
        Ok(shown)
    }

    async fn climbed(&mut self, rung: &Rung, before: &Standing) -> Result<Shown, String> {
        let mut shown = Shown::nothing();
        shown.raise(rung.lock, Work::Metadata);
        shown.words.push(rung.clauses.replace("ALGORITHM=", ""));
        let after = self.standing().await?;
        let (rebuilt, built) = compared(before, &after);
        if rebuilt && rung.clauses.contains("INSTANT") {
            // `MariaDB` accepts any word where another storage engine takes the table.
            shown.raise(Lock::BlocksWrites, Work::Copy);
            shown.words = vec!["copied, though INSTANT was accepted".to_owned()];
        } else if rung.copies {
            shown.raise(Lock::None, Work::Copy);
        } else if rebuilt {
            shown.raise(Lock::None, Work::Rewrite);
            shown.words.push("table rebuilt".to_owned());
        } else if built {
            shown.raise(Lock::None, Work::IndexBuild);
            shown.words.push("index built".to_owned());
        }
        Ok(shown)
    }

    /// Without a ladder: whether it waits for a transaction that has only read.
    async fn plain(&mut self, sql: &str) -> Result<Shown, String> {
        execute(&mut self.reader, "START TRANSACTION")
            .await
            .map_err(|e| e.to_string())?;
        for table in self.tables().await? {
            if self.known.contains(&table) {
                let read = format!("SELECT 1 FROM `{}` LIMIT 0", table.replace('`', "``"));
                execute(&mut self.reader, &read)
                    .await
                    .map_err(|e| e.to_string())?;
            }
        }
        let mut waited = false;
        {
            let mut work = Box::pin(execute(&mut self.connection, sql));
            loop {
                let step = Duration::from_millis(if waited { 1_000 } else { 5 });
                if let Ok(done) = tokio::time::timeout(step, &mut work).await {
                    if done.is_err() {
                        execute(&mut self.reader, "COMMIT")
                            .await
                            .map_err(|e| e.to_string())?;
                    }
                    done.map_err(|e| e.to_string())?;
                    break;
                }
                // `MySQL` cannot list processes that run a text with emoji; `MariaDB` has its
                // performance schema off.
                let (list, id, state) = match self.engine {
                    Engine::Mariadb => ("information_schema.PROCESSLIST", "ID", "STATE"),
                    Engine::Mysql | Engine::Postgres | Engine::Sqlite => (
                        "performance_schema.threads",
                        "PROCESSLIST_ID",
                        "PROCESSLIST_STATE",
                    ),
                };
                let asked = format!(
                    "SELECT CAST(COUNT(*) AS UNSIGNED) FROM {list} WHERE {id} = {} \
                     AND {state} LIKE 'Waiting for table metadata lock%'",
                    self.id
                );
                if !waited && numbers(&mut self.watcher, &asked).await? > 0 {
                    waited = true;
                    execute(&mut self.reader, "COMMIT")
                        .await
                        .map_err(|e| e.to_string())?;
                }
            }
        }
        execute(&mut self.reader, "COMMIT")
            .await
            .map_err(|e| e.to_string())?;
        let mut shown = Shown::nothing();
        if waited {
            // An `ALTER TABLE` of a new table waits for a moment for those who use its parent, as
            // every one does at its end.
            let lock = if altered(sql).is_some() {
                Lock::Shared
            } else {
                Lock::BlocksAll
            };
            shown.raise(lock, Work::Metadata);
            shown.words.push("EXCLUSIVE metadata lock".to_owned());
        }
        if let Some(table) = updated(sql).filter(|table| self.known.contains(table)) {
            shown.raise(Lock::BlocksWrites, Work::Rewrite);
            shown.words.push(format!("every row of {table} updated"));
        }
        Ok(shown)
    }

    async fn tables(&mut self) -> Result<Vec<String>, String> {
        let rows = sqlx::query(
            "SELECT CAST(TABLE_NAME AS CHAR) FROM information_schema.TABLES \
             WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'",
        )
        .persistent(false)
        .fetch_all(&mut self.watcher)
        .await
        .map_err(|e| e.to_string())?;
        Ok(rows.iter().map(|row| row.get(0)).collect())
    }

    async fn standing(&mut self) -> Result<Standing, String> {
        let prefix = match self.engine {
            Engine::Mariadb => "INNODB_SYS",
            Engine::Mysql | Engine::Postgres | Engine::Sqlite => "INNODB",
        };
        let sql = format!(
            "SELECT CAST(t.NAME AS CHAR), CAST(t.TABLE_ID AS UNSIGNED), CAST(COALESCE(i.INDEX_ID, 0) AS UNSIGNED) \
             FROM information_schema.{prefix}_TABLES t \
             LEFT JOIN information_schema.{prefix}_INDEXES i ON i.TABLE_ID = t.TABLE_ID \
             WHERE t.NAME LIKE CONCAT(DATABASE(), '/%')"
        );
        let rows = sqlx::query(AssertSqlSafe(sql))
            .persistent(false)
            .fetch_all(&mut self.watcher)
            .await
            .map_err(|e| e.to_string())?;
        let mut standing = Standing::new();
        for row in &rows {
            let name: String = row.get(0);
            // A partition's name is its table's, `#p#` (or `#P#`) and its own.
            let table = name.to_lowercase();
            let table = table.split("#p#").next().unwrap_or_default();
            // Full-text indexes have tables of their own.
            if table.contains("/fts_") {
                continue;
            }
            let entry = standing.entry(table.to_owned()).or_default();
            entry.0.insert(row.get(1));
            entry.1.insert(row.get(2));
        }
        Ok(standing)
    }
}

/// 1845 and 1846: "not this algorithm" and "not this lock"; 1221 and 1235: not together; 4092 and
/// 1847: not this often.
fn is_no_rung(error: &sqlx::Error) -> bool {
    let number = error.as_database_error().and_then(|error| {
        let error = error.try_downcast_ref::<sqlx::mysql::MySqlDatabaseError>()?;
        Some(error.number())
    });
    matches!(number, Some(1845..=1847 | 1221 | 1235 | 4092))
}

/// The table of an `ALTER TABLE` as written, and what follows.
fn altered(sql: &str) -> Option<(&str, &str)> {
    let rest = sql.strip_prefix("ALTER TABLE ")?;
    named(rest)
}

/// Whether a statement demands a rung. `ALGORITHM=COPY` alone lets writers wait (`MySQL` 8.4 manual,
/// 15.1.9, "Concurrency Control").
fn demanded(rest: &str, rung: &Rung) -> bool {
    match rest.rsplit_once(", ALGORITHM=") {
        Some((_, "COPY")) => rung.clauses == "ALGORITHM=COPY, LOCK=SHARED",
        Some((_, demand)) => rung.clauses.strip_prefix("ALGORITHM=") == Some(demand),
        None => false,
    }
}

/// What stands between the algorithm and the rest.
fn separator(rest: &str) -> &'static str {
    let whole = ["PARTITION BY", "REMOVE PARTITIONING"];
    if whole.iter().any(|word| rest.starts_with(word)) {
        ""
    } else {
        ","
    }
}

/// The table whose every row is updated.
fn updated(sql: &str) -> Option<String> {
    let (table, _) = named(sql.strip_prefix("UPDATE ")?)?;
    Some(unquoted(table))
}

fn named(rest: &str) -> Option<(&str, &str)> {
    let end = if rest.starts_with('`') {
        let mut at = 1;
        loop {
            at += rest[at..].find('`')? + 1;
            if !rest[at..].starts_with('`') {
                break at;
            }
            at += 1;
        }
    } else {
        rest.find(' ')?
    };
    Some((&rest[..end], rest[end..].trim_start()))
}

fn unquoted(name: &str) -> String {
    let inner = name.strip_prefix('`').and_then(|n| n.strip_suffix('`'));
    inner.map_or_else(|| name.to_owned(), |n| n.replace("``", "`"))
}

#[test]
fn names_of_altered_tables_are_read() {
    let of = |sql| altered(sql).map(|(table, rest)| (unquoted(table), rest));
    let read = of("ALTER TABLE `a``b` ADD COLUMN c int");
    assert_eq!(read, Some(("a`b".to_owned(), "ADD COLUMN c int")));
    assert_eq!(of("ALTER TABLE t DROP c"), Some(("t".to_owned(), "DROP c")));
    assert_eq!(of("CREATE TABLE t (a int)"), None);
}
