//! The shelf of `PostgreSQL` against a real server: what was written reads the same again, and
//! every difference leads from one schema to the other and back.

mod pairs;
mod refusals;
mod round_trip;

use driftless::engine::{
    Catalog, Engine, Lowered, Manner, Online, Scope, Scratch, ServerTarget, Session, Statement,
    Target, Timeouts, Tls, connect, script,
};
use driftless::schema::{Delta, Pair, Rename, Schema, diff};
use secrecy::SecretString;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The server of the tests, as a superuser.
async fn server() -> Session {
    let url = std::env::var("DRIFTLESS_TEST_POSTGRES_URL").unwrap_or_else(|_| {
        panic!("DRIFTLESS_TEST_POSTGRES_URL is not set; run the tests through hack/with-parts.sh")
    });
    let url = url::Url::parse(&url).unwrap();
    let target = Target::Server(ServerTarget {
        engine: Engine::Postgres,
        host: url.host_str().unwrap().to_owned(),
        port: url.port().unwrap(),
        user: url.username().to_owned(),
        password: url.password().map(SecretString::from),
        database: "postgres".to_owned(),
        tls: Tls::Disable,
    });
    connect(&target, &Timeouts::default()).await.unwrap()
}

/// Whether a server can say it: 14 cannot say what came with 15 (15, E.1 "Release 15").
fn can_say(server: &Session, sql: &str) -> bool {
    let since_15 = ["NULLS NOT DISTINCT", "numeric(3,-2)", "SET NULL ("];
    server.server().at_least(15, 0) || !since_15.iter().any(|text| sql.contains(text))
}

/// An empty database.
async fn empty(server: &mut Session) -> Scratch {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let token = format!("shelf_{}_{count}", std::process::id());
    let now = jiff::Timestamp::now();
    server.scratch(&token, now).await.unwrap()
}

/// A database made by a script.
async fn loaded(server: &mut Session, sql: &str) -> Scratch {
    let mut scratch = empty(server).await;
    let pieces = script::split(script::Flavor::Postgres, sql)
        .unwrap_or_else(|errors| panic!("{errors:?}\n{sql}"));
    if let Err(errors) = scratch.load(&pieces, &[], &Schema::default()).await {
        panic!("{errors:?}\n{sql}");
    }
    scratch
}

/// What a script's database reads as.
async fn read(server: &mut Session, sql: &str) -> Schema {
    let mut scratch = loaded(server, sql).await;
    let schema = scratch.read(&Scope::default()).await.unwrap();
    server.discard(scratch).await.unwrap();
    schema
}

fn delta(server: &Session, observed: &Schema, desired: &Schema, renames: Vec<Rename>) -> Delta {
    let (tables, parts) = server.dialect().folds(server.server());
    let schemas = Pair {
        observed: observed.clone(),
        desired: desired.clone(),
    };
    diff(schemas, renames, tables, parts)
}

/// As for tables that hold rows.
fn lower(server: &Session, delta: &Delta) -> Lowered {
    let manner = Manner::of(Online::Auto, BTreeSet::new());
    server.dialect().lower(server.server(), delta, &manner)
}

/// The statements of a lowering in the order in which they run.
fn script_of(lowered: &Lowered) -> String {
    let mut steps: Vec<_> = lowered.steps.iter().collect();
    steps.sort_by_key(|step| step.phase);
    let texts: Vec<&str> = steps
        .iter()
        .flat_map(|step| step.statements.iter().map(Statement::sql))
        .collect();
    texts.join(";\n")
}

/// Follows a difference in a database; says why it could not.
async fn follow(server: &Session, scratch: &mut Scratch, delta: &Delta) -> Result<(), String> {
    let lowered = lower(server, delta);
    if let Some(first) = lowered.unsupported.first() {
        return Err(format!("unsupported: {first}"));
    }
    let text = script_of(&lowered);
    let mut steps = lowered.steps;
    steps.sort_by_key(|step| step.phase);
    let done = scratch.replay(steps.iter()).await;
    done.map_err(|error| format!("{error}\nafter:\n{text}"))
}

/// What is left to do to get from one schema to another; empty when they are the same.
fn left(server: &Session, observed: &Schema, desired: &Schema) -> String {
    let delta = delta(server, observed, desired, Vec::new());
    if delta.is_empty() {
        String::new()
    } else {
        format!("{:#?}", delta.changes)
    }
}
