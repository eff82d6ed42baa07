//! The atlas of locks, `docs/locks.md`: every statement of `tests/locks/*.yaml`, as each server at
//! hand shows it. `make lock-atlas` writes it; the test compares it, section by section, for the
//! servers it is run with. Sections of other versions stay as they were written.

use super::Probe;
use crate::cases::database::{Database, Place, Server};
use driftless::engine::{Engine, Lock, Work};
use futures::StreamExt;
use serde::Deserialize;
use std::collections::BTreeMap;
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
that tries to write and to read.\n\n\
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
        Err(error) => format!("refused | | {}", refused(&error)),
    };
    let when = if entry.when.is_empty() {
        String::new()
    } else {
        format!(" ({})", entry.when)
    };
    format!("| {statement}{when} | {told} |")
}

/// The server's words, without names that differ from run to run.
fn refused(error: &str) -> String {
    let words = error.trim_start_matches("error returned from database: ");
    let numberless = words.split(": ").last().unwrap_or(words);
    numberless.lines().next().unwrap_or_default().to_owned()
}

/// One server's section: its heading and the text below.
async fn section(engine: Engine, place: &Place) -> (String, String) {
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    let database = Database::make(place, engine, number).await;
    let mut probe = Probe::open(engine, &database.url).await.unwrap();
    let version = probe.version().await;
    probe.close().await;
    database.drop().await;
    let Catalogue { base, groups } = catalogue(engine);
    let mut text = String::new();
    for group in groups {
        writeln!(text, "\n### {}\n", group.title).unwrap();
        writeln!(text, "| statement | waiting | work | the server's words |").unwrap();
        writeln!(text, "|---|---|---|---|").unwrap();
        let lines: Vec<String> = futures::stream::iter(&group.entries)
            .map(|entry| tried(engine, place, &base, entry))
            .buffered(AT_A_TIME)
            .collect()
            .await;
        writeln!(text, "{}", lines.join("\n")).unwrap();
    }
    (version, text)
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
    let order = |heading: &str| {
        let engines = ["PostgreSQL", "MySQL", "MariaDB", "SQLite"];
        engines.iter().position(|name| heading.starts_with(name))
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
    let (heading, body) = section(engine, place).await;
    let path = repository("docs/locks.md");
    let _guard = FILE
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let mut all = sections(&committed);
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

/// The server of the tests, and those named by `DRIFTLESS_ATLAS_<ENGINE>`, addresses between spaces.
async fn on(engine: Engine, variable: &str) {
    let mut places = vec![Place::Server(Server::of(variable, engine))];
    let more = format!("DRIFTLESS_ATLAS_{}", engine.as_str().to_uppercase());
    if let Ok(urls) = std::env::var(more) {
        let urls = urls.split_whitespace();
        places.extend(urls.map(|url| Place::Server(Server::at(url, engine))));
    }
    for place in places {
        compare(engine, &place).await;
    }
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
