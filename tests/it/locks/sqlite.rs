//! `SQLite`: the program each statement is compiled to (`EXPLAIN`), root pages before and after, and
//! whether a second connection can write, and keep reading, while the transaction ends.

use super::Shown;
use driftless::engine::{Lock, Work};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, Connection, Executor, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

pub(crate) struct Probe {
    connection: SqliteConnection,
    other: SqliteConnection,
    /// Tables that were there, in lower case.
    known: BTreeSet<String>,
}

/// Where tables and indexes begin: root page → the table's name in lower case.
type Roots = BTreeMap<i64, String>;

/// What a statement's program does with tables that were there.
#[derive(Debug, Default)]
struct Program {
    read: BTreeSet<String>,
    written: BTreeSet<String>,
    /// Rows go from one tree that was there into another one.
    moved: bool,
    /// `pragma_quick_check` is asked, which reads the whole table.
    checked: bool,
}

async fn execute(connection: &mut SqliteConnection, sql: &str) -> Result<(), sqlx::Error> {
    let sql = AssertSqlSafe(sql.to_owned());
    connection.execute(sqlx::raw_sql(sql)).await.map(drop)
}

async fn connect(url: &str) -> Result<SqliteConnection, String> {
    let options: SqliteConnectOptions = url.parse().map_err(|e: sqlx::Error| e.to_string())?;
    let options = options
        .create_if_missing(true)
        .foreign_keys(false)
        .busy_timeout(Duration::ZERO);
    SqliteConnection::connect_with(&options)
        .await
        .map_err(|e| e.to_string())
}

impl Probe {
    pub(crate) async fn open(url: &str) -> Result<Self, String> {
        let mut connection = connect(url).await?;
        let known = roots(&mut connection).await.map_err(|e| e.to_string())?;
        Ok(Self {
            connection,
            other: connect(url).await?,
            known: known.into_values().collect(),
        })
    }

    pub(crate) async fn version(&mut self) -> String {
        let version: String = sqlx::query_scalar("SELECT sqlite_version()")
            .fetch_one(&mut self.connection)
            .await
            .unwrap();
        let parts: Vec<&str> = version.split('.').collect();
        format!("SQLite {}.{}", parts[0], parts[1])
    }

    pub(crate) async fn close(self) {
        self.connection.close().await.unwrap();
        self.other.close().await.unwrap();
    }

    pub(crate) async fn run(&mut self, statements: &[&str]) -> Result<Shown, String> {
        let mut shown = Shown::nothing();
        let before = roots(&mut self.connection)
            .await
            .map_err(|e| e.to_string())?;
        execute(&mut self.connection, "BEGIN")
            .await
            .map_err(|e| e.to_string())?;
        for sql in statements {
            let pragma = sql.starts_with("PRAGMA");
            let program = if pragma {
                Program::default()
            } else {
                self.program(sql).await.map_err(|e| e.to_string())?
            };
            if let Err(error) = execute(&mut self.connection, sql).await {
                execute(&mut self.connection, "ROLLBACK")
                    .await
                    .map_err(|e| e.to_string())?;
                return Err(error.to_string());
            }
            judge(sql, &program, &mut shown);
            self.follow(sql);
        }
        let lock = self.end().await.map_err(|e| e.to_string())?;
        if !self.known.is_empty() {
            shown.raise(lock, Work::Metadata);
        }
        let after = roots(&mut self.connection)
            .await
            .map_err(|e| e.to_string())?;
        let page = |roots: &Roots, name: &String| {
            let mut pages = roots.iter().filter(|(_, table)| *table == name);
            pages.next().map(|(page, _)| *page)
        };
        for name in &self.known {
            let pages = (page(&before, name), page(&after, name));
            // With auto_vacuum off a tree stays where it begins, unless it is made again.
            if let (Some(old), Some(new)) = pages
                && old != new
                && shown.work == Work::Copy
            {
                shown.words.push(format!("{name} begins elsewhere"));
            }
        }
        Ok(shown)
    }

    /// A table that was there is still known under another name.
    fn follow(&mut self, sql: &str) {
        let renamed = sql
            .strip_prefix("ALTER TABLE ")
            .and_then(|rest| rest.split_once(" RENAME TO "));
        if let Some((from, to)) = renamed {
            let plain = |name: &str| name.trim_matches('"').replace("\"\"", "\"").to_lowercase();
            if self.known.contains(&plain(from)) {
                self.known.insert(plain(to));
            }
        }
    }

    /// Ends the transaction, and tells who had to wait for it.
    async fn end(&mut self) -> Result<Lock, sqlx::Error> {
        let writes = match execute(&mut self.other, "BEGIN IMMEDIATE").await {
            Ok(()) => {
                execute(&mut self.other, "ROLLBACK").await?;
                false
            }
            Err(error) if is_busy(&error) => true,
            Err(error) => return Err(error),
        };
        execute(&mut self.other, "BEGIN").await?;
        execute(&mut self.other, "SELECT count(*) FROM sqlite_schema").await?;
        let reads = match execute(&mut self.connection, "COMMIT").await {
            Ok(()) => {
                execute(&mut self.other, "ROLLBACK").await?;
                false
            }
            Err(error) if is_busy(&error) => {
                execute(&mut self.other, "ROLLBACK").await?;
                execute(&mut self.connection, "COMMIT").await?;
                true
            }
            Err(error) => return Err(error),
        };
        Ok(match (writes, reads) {
            (_, true) => Lock::BlocksAll,
            (true, false) => Lock::BlocksWrites,
            (false, false) => Lock::None,
        })
    }

    /// Reads the program of a statement (opcode.html): which cursors are opened on which tree, which
    /// of them go through it from its beginning, and into which is inserted.
    async fn program(&mut self, sql: &str) -> Result<Program, sqlx::Error> {
        let roots = roots(&mut self.connection).await?;
        let explain = AssertSqlSafe(format!("EXPLAIN {sql}"));
        let rows = sqlx::raw_sql(explain)
            .fetch_all(&mut self.connection)
            .await?;
        // Numbers of cursors are used again: each opening is one of its own.
        let mut opened: Vec<Option<String>> = Vec::new();
        let mut cursors: BTreeMap<i64, usize> = BTreeMap::new();
        let (mut through, mut into) = (BTreeSet::<usize>::new(), BTreeSet::<usize>::new());
        let mut program = Program::default();
        for row in &rows {
            let opcode: String = row.get(1);
            let [p1, p2, p3, p5]: [i64; 4] = [2, 3, 4, 6].map(|at| row.get(at));
            match opcode.as_str() {
                "OpenRead" | "OpenWrite" => {
                    // With this bit, p2 is a register: a tree that the statement itself makes. Only
                    // database 0 is the file.
                    let there = p5 & 0x10 == 0 && p3 == 0;
                    let name = roots.get(&p2).filter(|_| there);
                    let known = name.filter(|name| self.known.contains(*name));
                    cursors.insert(p1, opened.len());
                    opened.push(known.cloned());
                }
                "Rewind" => {
                    through.extend(cursors.get(&p1));
                }
                "Insert" | "IdxInsert" => {
                    into.extend(cursors.get(&p1));
                }
                "VFilter" => program.checked = true,
                _ => {}
            }
        }
        for (cursor, table) in opened.into_iter().enumerate() {
            if let (Some(table), true) = (table, through.contains(&cursor)) {
                if into.contains(&cursor) {
                    program.written.insert(table.clone());
                }
                program.read.insert(table);
            }
        }
        program.moved = into.iter().any(|cursor| !through.contains(cursor));
        Ok(program)
    }
}

fn judge(sql: &str, program: &Program, shown: &mut Shown) {
    for table in &program.written {
        shown.raise(Lock::None, Work::Rewrite);
        shown.words.push(format!("every row of {table} written"));
    }
    if sql.starts_with("ALTER TABLE") && program.checked {
        shown.raise(Lock::None, Work::Scan);
        shown.words.push("rows checked".to_owned());
    }
    if sql.starts_with("INSERT") && program.moved && !program.read.is_empty() {
        shown.raise(Lock::None, Work::Copy);
        shown.words.push("rows copied".to_owned());
    } else if sql.starts_with("CREATE") && sql.contains(" INDEX ") && !program.read.is_empty() {
        shown.raise(Lock::None, Work::IndexBuild);
        shown.words.push("index built".to_owned());
    } else if program.written.is_empty() {
        for table in &program.read {
            shown.raise(Lock::None, Work::Scan);
            shown.words.push(format!("{table} read"));
        }
    }
}

/// Root pages of all tables and indexes but `SQLite`'s own.
async fn roots(connection: &mut SqliteConnection) -> Result<Roots, sqlx::Error> {
    let rows = sqlx::raw_sql(
        "SELECT rootpage, lower(tbl_name) FROM main.sqlite_schema \
         WHERE rootpage > 0 AND tbl_name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .fetch_all(connection)
    .await?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}

/// `SQLITE_BUSY` and its kin.
fn is_busy(error: &sqlx::Error) -> bool {
    let code = error
        .as_database_error()
        .and_then(sqlx::error::DatabaseError::code);
    code.and_then(|code| code.parse::<i64>().ok())
        .is_some_and(|code| code & 0xff == 5 || code & 0xff == 6)
}
