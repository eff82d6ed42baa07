//! The atlas of locks, `docs/locks.md`: every statement of `tests/locks/*.yaml`, as each server at
//! hand shows it. One version of each engine is written in full, of the others what differs from it.
//! `make lock-atlas` writes it; the test compares it, section by section, for the servers it is run
//! with. Sections of other versions stay as they were written.

use super::Probe;
use crate::cases::database::{Database, Place, Server};
use driftless::engine::{Engine, Lock, Work};
use futures::StreamExt;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Numbers databases apart from those of the other tests.
static NEXT: AtomicUsize = AtomicUsize::new(730_000);

/// How many statements are tried at a time on one server.
const AT_A_TIME: usize = 4;

/// The statements of one engine.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    /// Run first, for each statement anew.
    base: String,
    groups: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    title: String,
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// What is tried. Several statements are one step.
    run: Vec<String>,
    /// Run after `base`.
    #[serde(default)]
    before: String,
    /// What the reader has to know of it.
    #[serde(default)]
    when: String,
}

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn catalogue(engine: Engine) -> Catalogue {
    let path = repository(&format!("tests/locks/{engine}.yaml"));
    let text = std::fs::read_to_string(&path).unwrap();
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

const HEAD: &str = "# Locks and work, as the servers show them\n\n\
Written by `make lock-atlas` from the statements in `tests/locks`, each run on tables that hold rows; `make test` compares \
it with the servers it has. Every line is the server's own word: PostgreSQL's `pg_locks`, file nodes and counters of \
scans inside the open transaction; the first rung of MySQL's and MariaDB's ladder of `ALGORITHM` and `LOCK` that is \
accepted, and InnoDB's ids of tables and indexes; SQLite's compiled program, its root pages, and a second connection \
that tries to write and to read. Of further versions only what differs is written.\n\n\
*Waiting* is what others do while the statement runs. Any of them first waits for transactions that use the table, and \
whoever comes later queues behind it; on MySQL and MariaDB an `ALTER TABLE` needs the table alone for a moment even \
where readers and writers go on.\n";

fn waiting(lock: Lock) -> &'static str {
    match lock {
        Lock::None => "nobody",
        Lock::Shared => "other changes of the schema",
        Lock::BlocksWrites => "writers",
        Lock::BlocksAll => "readers and writers",
    }
}

fn work(work: Work) -> &'static str {
    match work {
        Work::Metadata => "catalog only",
        Work::Scan => "rows read",
        Work::IndexBuild => "index built",
        Work::Rewrite => "table rewritten",
        Work::Copy => "table copied",
    }
}

async fn tried(engine: Engine, place: &Place, base: &str, entry: &Entry) -> String {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let database = Database::make(place, engine, number).await;
    for script in [base, &entry.before] {
        let loaded = database.run(script).await;
        loaded.unwrap_or_else(|error| panic!("{engine}: {error}: {script}"));
    }
    let mut probe = Probe::open(engine, &database.url).await.unwrap();
    let statements: Vec<&str> = entry.run.iter().map(String::as_str).collect();
    let outcome = probe.run(&statements).await;
    probe.close().await;
    database.drop().await;
    let statement: Vec<String> = entry.run.iter().map(|sql| format!("`{sql}`")).collect();
    let statement = statement.join("; ").replace('|', "\\|");
    let told = match outcome {
        Ok(shown) => format!(
            "{} | {} | {}",
            waiting(shown.lock),
            work(shown.work),
            shown.words.join("; ")
        ),
        Err(error) => format!("refused | | {}", refused(engine, &error)),
    };
    let when = if entry.when.is_empty() {
        String::new()
    } else {
        format!(" ({})", entry.when)
    };
    format!("| {statement}{when} | {told} |")
}

/// The server's words, without names that differ from run to run.
fn refused(engine: Engine, error: &str) -> String {
    let words = error.trim_start_matches("error returned from database: ");
    let numberless = words.split(": ").last().unwrap_or(words);
    let first = numberless.lines().next().unwrap_or_default();
    // The line is one of the server's own source.
    let (said, line) = first.rsplit_once(" at line ").unwrap_or((first, ""));
    let is_source = engine == Engine::Postgres && line.parse::<u32>().is_ok();
    if is_source { said } else { first }.to_owned()
}

/// What one server says: a heading with the version, and the lines of each group.
async fn asked(engine: Engine, place: &Place) -> (String, Vec<(String, Vec<String>)>) {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let database = Database::make(place, engine, number).await;
    let mut probe = Probe::open(engine, &database.url).await.unwrap();
    let version = probe.version().await;
    probe.close().await;
    database.drop().await;
    let Catalogue { base, groups } = catalogue(engine);
    let mut told = Vec::new();
    for group in groups {
        let lines: Vec<String> = futures::stream::iter(&group.entries)
            .map(|entry| tried(engine, place, &base, entry))
            .buffered(AT_A_TIME)
            .collect()
            .await;
        told.push((group.title, lines));
    }
    (version, told)
}

/// The version of each engine that is written in full.
const fn in_full(engine: Engine) -> &'static str {
    match engine {
        Engine::Postgres => "PostgreSQL 15",
        Engine::Mysql => "MySQL 9.7",
        Engine::Mariadb => "MariaDB 10.11",
        Engine::Sqlite => "SQLite 3.51",
    }
}

/// A section's text: all that was told, or what is not `known` from the version written in full.
fn section(engine: Engine, told: Vec<(String, Vec<String>)>, known: Option<&str>) -> String {
    let mut text = String::new();
    let lines: HashSet<&str> = known.into_iter().flat_map(str::lines).collect();
    for (title, mut told) in told {
        told.retain(|line| !lines.contains(line.as_str()));
        if told.is_empty() {
            continue;
        }
        writeln!(text, "\n### {title}\n").unwrap();
        writeln!(text, "| statement | waiting | work | the server's words |").unwrap();
        writeln!(text, "|---|---|---|---|").unwrap();
        writeln!(text, "{}", told.join("\n")).unwrap();
    }
    match known {
        None => text,
        Some(_) if text.is_empty() => format!("\nAs on {}.\n", in_full(engine)),
        Some(_) => format!("\nAs on {}, but for what follows.\n{text}", in_full(engine)),
    }
}

/// Headings → texts, of a written atlas.
fn sections(text: &str) -> BTreeMap<String, String> {
    let parts = text.split("\n## ").skip(1);
    let read = parts.filter_map(|part| {
        let (heading, text) = part.split_once('\n')?;
        Some((heading.to_owned(), text.to_owned()))
    });
    read.collect()
}

fn written(sections: &BTreeMap<String, String>) -> String {
    // What the others are compared with comes first.
    let order = |heading: &str| {
        let engines = [
            Engine::Postgres,
            Engine::Mysql,
            Engine::Mariadb,
            Engine::Sqlite,
        ];
        let name = heading.split(' ').next().unwrap_or_default();
        let engine = engines.iter().find(|e| in_full(**e).starts_with(name));
        (
            engine.map(|engine| engines.iter().position(|e| e == engine)),
            engine.is_none_or(|engine| in_full(*engine) != heading),
        )
    };
    let mut sorted: Vec<_> = sections.iter().collect();
    sorted.sort_by_key(|(heading, _)| (order(heading), *heading));
    let mut text = HEAD.to_owned();
    for (heading, body) in sorted {
        write!(text, "\n## {heading}\n{body}").unwrap();
    }
    text
}

/// Guards the file while several engines write to it.
static FILE: std::sync::Mutex<()> = std::sync::Mutex::new(());

async fn compare(engine: Engine, place: &Place) {
    let (heading, told) = asked(engine, place).await;
    let path = repository("docs/locks.md");
    let _guard = FILE
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let mut all = sections(&committed);
    let full = all.get(in_full(engine)).map(String::as_str);
    let known = full.filter(|_| heading != in_full(engine));
    let body = section(engine, told, known);
    // All sections but the last end with the blank line before the next one.
    let same = all.get(&heading).map(|text| text.trim_end()) == Some(body.trim_end());
    if same && committed.starts_with(HEAD) {
        return;
    }
    assert!(
        std::env::var_os("DRIFTLESS_BLESS").is_some(),
        "docs/locks.md says otherwise of {heading}: run `make lock-atlas` and read the difference\n{}",
        differing(all.get(&heading).map_or("", String::as_str), &body)
    );
    all.insert(heading, body);
    let tidy = all
        .into_iter()
        .map(|(heading, text)| (heading, format!("{}\n", text.trim_end())));
    std::fs::write(&path, written(&tidy.collect())).unwrap();
}

fn differing(old: &str, new: &str) -> String {
    let gone = old.lines().filter(|line| !new.lines().any(|l| l == *line));
    let came = new.lines().filter(|line| !old.lines().any(|l| l == *line));
    let gone = gone.map(|line| format!("- {line}"));
    let lines: Vec<String> = gone.chain(came.map(|line| format!("+ {line}"))).collect();
    lines.join("\n")
}

async fn on(engine: Engine, variable: &str) {
    compare(engine, &Place::Server(Server::of(variable, engine))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_postgres() {
    on(Engine::Postgres, "DRIFTLESS_TEST_POSTGRES_URL").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_mysql() {
    on(Engine::Mysql, "DRIFTLESS_TEST_MYSQL_URL").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_mariadb() {
    on(Engine::Mariadb, "DRIFTLESS_TEST_MARIADB_URL").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_sqlite() {
    let place = Place::Folder(tempfile::tempdir().unwrap());
    compare(Engine::Sqlite, &place).await;
}
