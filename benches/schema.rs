//! How long reading and comparing a schema takes, beside the engine's own tool that reads as much:
//! `pg_dump --schema-only`, `mysqldump --no-data`, `mariadb-dump --no-data`. Ratios are what counts:
//! times depend on the machine. `make bench` runs it against real servers.
//!
//! SQLite has no such tool among the parts; there the reference is reading `sqlite_schema` alone.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a benchmark is a program of its own, for people"
)]

#[path = "../tests/it/cases/database.rs"]
#[allow(dead_code, reason = "the tests need more of it")]
mod database;

use database::{Database, Place, Server};
use driftless::engine::{self, Catalog, Engine, Scope, ServerTarget, Target, Timeouts};
use driftless::schema::{Fold, Pair, Schema, diff};
use secrecy::ExposeSecret;
use std::fmt::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many tables; the second is ten times the first, so that growth can be seen.
const SIZES: [usize; 2] = [100, 1000];

/// How often each is measured; the median counts.
const RUNS: usize = 5;

/// `count` tables of six columns, with a key, two indexes and a foreign key to the one before.
fn script(count: usize) -> String {
    let mut sql = String::new();
    for at in 0..count {
        let parent = at.saturating_sub(1);
        write!(
            sql,
            "CREATE TABLE t{at} (id INT NOT NULL PRIMARY KEY, parent INT, code VARCHAR(40) NOT NULL,
             amount DECIMAL(12, 2) DEFAULT 0, note VARCHAR(200), made TIMESTAMP NULL,
             CONSTRAINT t{at}_fk FOREIGN KEY (parent) REFERENCES t{parent} (id));
             CREATE UNIQUE INDEX t{at}_code ON t{at} (code); CREATE INDEX t{at}_made ON t{at} (made, amount);\n"
        )
        .unwrap();
    }
    sql
}

fn median(mut measured: Vec<Duration>) -> Duration {
    measured.sort();
    measured[measured.len() / 2]
}

/// The engine's own tool, reading the same.
fn reference(target: &Target) -> Option<(&'static str, Duration)> {
    let Target::Server(server) = target else {
        return None;
    };
    let tool = match server.engine {
        Engine::Postgres => "pg_dump",
        Engine::Mysql => "mysqldump",
        Engine::Mariadb => "mariadb-dump",
        Engine::Sqlite => return None,
    };
    let runs = (0..RUNS).map(|_| {
        let began = Instant::now();
        let status = dump(tool, server).status().expect(tool);
        assert!(status.success(), "{tool} failed");
        began.elapsed()
    });
    Some((tool, median(runs.collect())))
}

fn dump(tool: &str, server: &ServerTarget) -> Command {
    let password = server
        .password
        .as_ref()
        .map_or("", |text| text.expose_secret());
    let port = server.port.to_string();
    let mut command = Command::new(tool);
    command.args(["--host", &server.host, "--port", &port]);
    if server.engine == Engine::Postgres {
        command.env("PGPASSWORD", password);
        command.args(["--username", &server.user, "--schema-only"]);
    } else {
        command.env("MYSQL_PWD", password);
        command.args([
            "--user",
            &server.user,
            "--no-data",
            "--routines",
            "--protocol=tcp",
        ]);
    }
    command.arg(&server.database);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

async fn read(target: &Target) -> (Schema, (Fold, Fold), Duration) {
    let mut session = engine::connect(target, &Timeouts::default()).await.unwrap();
    let (mut schema, mut measured) = (Schema::default(), Vec::new());
    for _ in 0..RUNS {
        let began = Instant::now();
        schema = session.read(&Scope::default()).await.unwrap();
        measured.push(began.elapsed());
    }
    let folds = session.dialect().folds(session.server());
    session.close().await;
    (schema, folds, median(measured))
}

/// Compares a schema with one in which every tenth table has lost a column.
fn compare(schema: &Schema, (tables, parts): (Fold, Fold)) -> Duration {
    let mut desired = schema.clone();
    for table in desired.tables.values_mut().step_by(10) {
        table.columns.retain(|column| column.name != "note");
    }
    let runs = (0..RUNS).map(|_| {
        let pair = Pair {
            observed: schema.clone(),
            desired: desired.clone(),
        };
        let began = Instant::now();
        let delta = diff(pair, Vec::new(), tables, parts);
        let took = began.elapsed();
        assert_eq!(delta.changes.len(), schema.tables.len().div_ceil(10));
        took
    });
    median(runs.collect())
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

#[tokio::main]
async fn main() {
    println!("engine    tables  read ms  reference                  ratio  compare ms");
    for engine in [
        Engine::Sqlite,
        Engine::Postgres,
        Engine::Mysql,
        Engine::Mariadb,
    ] {
        let mut grown = Vec::new();
        for (number, count) in SIZES.into_iter().enumerate() {
            let place = match engine {
                Engine::Sqlite => Place::Folder(tempfile::tempdir().unwrap()),
                Engine::Postgres => {
                    Place::Server(Server::of("DRIFTLESS_TEST_POSTGRES_URL", engine))
                }
                Engine::Mysql => Place::Server(Server::of("DRIFTLESS_TEST_MYSQL_URL", engine)),
                Engine::Mariadb => Place::Server(Server::of("DRIFTLESS_TEST_MARIADB_URL", engine)),
            };
            let database = Database::make(&place, engine, 900_000 + number).await;
            database.run(&script(count)).await.unwrap();
            let target = database.target();
            let (schema, folds, took) = read(&target).await;
            assert_eq!(schema.tables.len(), count);
            let compared = compare(&schema, folds);
            let beside = reference(&target).map_or_else(
                || format!("{:<24}  {:>5}", "-", "-"),
                |(tool, other)| {
                    let ratio = took.as_secs_f64() / other.as_secs_f64();
                    format!("{:<14} {:>6.0} ms  {ratio:>5.2}", tool, ms(other))
                },
            );
            println!(
                "{:<9} {count:>6}  {:>7.1}  {beside}  {:>10.2}",
                engine.as_str(),
                ms(took),
                ms(compared)
            );
            grown.push((took, compared));
            database.drop().await;
        }
        let growth = |of: fn(&(Duration, Duration)) -> Duration| {
            of(&grown[1]).as_secs_f64() / of(&grown[0]).as_secs_f64()
        };
        println!(
            "{:<9} ten times the tables: reading takes {:.1} times as long, comparing {:.1} times",
            engine.as_str(),
            growth(|pair| pair.0),
            growth(|pair| pair.1)
        );
    }
}
