//! The shelf of MySQL and MariaDB, live: what is read can be made again and reads the same, and
//! what is lowered from A to B makes B of A, and A of B when undone.

use std::sync::atomic::{AtomicUsize, Ordering};

use driftless::engine::script::split;
use driftless::engine::{
    Catalog, Engine, Lowered, Manner, Question, Scope, Scratch, ServerTarget, Session, Target,
    Timeouts, Tls, connect,
};
use driftless::schema::{Name, Pair, Rename, Schema, diff};

use crate::mysql_rows::{PAIRS, REFUSED, TABLES, Which};

/// The engine and where its server is.
fn target(engine: Engine) -> Target {
    let variable = match engine {
        Engine::Mariadb => "DRIFTLESS_TEST_MARIADB_URL",
        _ => "DRIFTLESS_TEST_MYSQL_URL",
    };
    let text = std::env::var(variable).unwrap_or_else(|_| {
        panic!("{variable} is not set; run the tests through `make test` or hack/with-parts.sh")
    });
    let url = url::Url::parse(&text).unwrap();
    Target::Server(ServerTarget {
        engine,
        host: url.host_str().unwrap().to_owned(),
        port: url.port().unwrap(),
        user: url.username().to_owned(),
        password: url.password().map(|p| p.to_owned().into()),
        database: "mysql".to_owned(),
        tls: Tls::Prefer,
    })
}

struct Bench {
    session: Session,
}

/// Numbers the scratch databases of all tests of this process.
static SCRATCHES: AtomicUsize = AtomicUsize::new(0);

impl Bench {
    async fn new(engine: Engine) -> Self {
        let session = connect(&target(engine), &Timeouts::default()).await;
        Self {
            session: session.unwrap(),
        }
    }

    async fn scratch(&mut self) -> Scratch {
        let count = SCRATCHES.fetch_add(1, Ordering::Relaxed);
        let token = format!("shelf{}x{count}", std::process::id());
        let now = jiff::Timestamp::now();
        self.session.scratch(&token, now).await.unwrap()
    }

    /// Loads statements into an empty database.
    async fn load(&mut self, sql: &str) -> Result<(Scratch, Schema), String> {
        let mut scratch = self.scratch().await;
        let pieces = split(self.session.dialect().flavor(), sql).map_err(|e| format!("{e:?}"))?;
        let loaded = scratch.load(&pieces, &[], &Schema::default()).await;
        let read = scratch.read(&Scope::default()).await;
        match (loaded, read) {
            (Ok(()), Ok(schema)) => Ok((scratch, schema)),
            (loaded, read) => {
                self.session.discard(scratch).await.unwrap();
                Err(format!("{loaded:?} {:?}", read.err()))
            }
        }
    }

    fn diff(
        &self,
        observed: &Schema,
        desired: &Schema,
        renames: Vec<Rename>,
    ) -> driftless::schema::Delta {
        let (tables, parts) = self.session.dialect().folds(self.session.server());
        let pair = Pair {
            observed: observed.clone(),
            desired: desired.clone(),
        };
        diff(pair, renames, tables, parts)
    }

    fn lower(&self, delta: &driftless::schema::Delta) -> Lowered {
        let server = self.session.server();
        let mut lowered = self
            .session
            .dialect()
            .lower(server, delta, &Manner::plain());
        lowered.steps.sort_by_key(|step| step.phase);
        lowered
    }

    /// What is still different, in words; `None` when nothing is.
    fn differs(&self, observed: &Schema, desired: &Schema) -> Option<String> {
        let there = self.diff(observed, desired, Vec::new());
        let back = self.diff(desired, observed, Vec::new());
        (!there.is_empty() || !back.is_empty()).then(|| format!("{:#?}", there.changes))
    }

    async fn round_trip(&mut self, sql: &str) -> Result<(), String> {
        let (scratch, schema) = self.load(sql).await?;
        self.session.discard(scratch).await.unwrap();
        let mut copy = self.scratch().await;
        let built = copy.build(&schema, &Scope::default()).await;
        self.session.discard(copy).await.unwrap();
        let built = built.map_err(|error| error.to_string())?;
        match self.differs(&built, &schema) {
            None => Ok(()),
            Some(text) => Err(text),
        }
    }

    async fn pair(&mut self, from: &str, to: &str, renames: Vec<Rename>) -> Result<(), String> {
        let (mut live, a) = self.load(from).await?;
        let result = self.there_and_back(&mut live, &a, to, renames).await;
        self.session.discard(live).await.unwrap();
        result
    }

    async fn there_and_back(
        &mut self,
        live: &mut Scratch,
        a: &Schema,
        to: &str,
        renames: Vec<Rename>,
    ) -> Result<(), String> {
        let (scratch, b) = self.load(to).await?;
        self.session.discard(scratch).await.unwrap();
        let delta = self.diff(a, &b, renames);
        if delta.is_empty() {
            return Err("nothing to do".to_owned());
        }
        self.go(live, &delta, &b).await?;
        self.go(live, &delta.reversed(), a)
            .await
            .map_err(|error| format!("undone: {error}"))
    }

    async fn go(
        &mut self,
        live: &mut Scratch,
        delta: &driftless::schema::Delta,
        goal: &Schema,
    ) -> Result<(), String> {
        let lowered = self.lower(delta);
        if let Some(first) = lowered.unsupported.first() {
            return Err(first.to_string());
        }
        let steps: Vec<&str> = lowered
            .steps
            .iter()
            .flat_map(|step| {
                step.statements
                    .iter()
                    .map(driftless::engine::Statement::sql)
            })
            .collect();
        let done = live.replay(lowered.steps.iter()).await;
        done.map_err(|error| format!("{error}\n{steps:#?}"))?;
        let read = live.read(&Scope::default()).await;
        let read = read.map_err(|error| error.to_string())?;
        match self.differs(&read, goal) {
            None => Ok(()),
            Some(text) => Err(format!("{text}\n{steps:#?}")),
        }
    }
}

fn applies(which: Which, engine: Engine) -> bool {
    match which {
        Which::Both => true,
        Which::Mysql => engine == Engine::Mysql,
        Which::Mariadb => engine == Engine::Mariadb,
    }
}

/// `t`: a table; `t.c`: a column.
fn renames(list: &[(&str, &str)]) -> Vec<Rename> {
    let rename = |(from, to): &(&str, &str)| match from.split_once('.') {
        None => Rename::Table {
            from: Name::bare(*from),
            to: Name::bare(*to),
        },
        Some((table, column)) => Rename::Column {
            table: Name::bare(table),
            from: column.to_owned(),
            to: (*to).to_owned(),
        },
    };
    list.iter().map(rename).collect()
}

async fn tables_round_trip(engine: Engine) {
    let mut bench = Bench::new(engine).await;
    let mut failed = Vec::new();
    let server = bench.session.server();
    // Names of a column's check and of a table's are told apart no longer.
    let one_name = engine == Engine::Mariadb && server.at_least(11, 0);
    for (name, which, sql) in TABLES {
        if applies(*which, engine)
            && !(one_name && *name == "MA02 levels of checks")
            && let Err(problem) = bench.round_trip(sql).await
        {
            failed.push(format!("{engine} {name}: {problem}"));
        }
    }
    bench.session.close().await;
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

async fn pairs_go_there_and_back(engine: Engine) {
    let mut bench = Bench::new(engine).await;
    let mut failed = Vec::new();
    for (name, which, moved, from, to) in PAIRS {
        if applies(*which, engine)
            && let Err(problem) = bench.pair(from, to, renames(moved)).await
        {
            failed.push(format!("{engine} {name}: {problem}"));
        }
    }
    bench.session.close().await;
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

#[tokio::test]
async fn mysql_reads_what_it_made() {
    tables_round_trip(Engine::Mysql).await;
}

#[tokio::test]
async fn mariadb_reads_what_it_made() {
    tables_round_trip(Engine::Mariadb).await;
}

#[tokio::test]
async fn mysql_goes_there_and_back() {
    pairs_go_there_and_back(Engine::Mysql).await;
}

#[tokio::test]
async fn mariadb_goes_there_and_back() {
    pairs_go_there_and_back(Engine::Mariadb).await;
}

async fn refuses_by_name(engine: Engine) {
    let mut bench = Bench::new(engine).await;
    let mut failed = Vec::new();
    for ((name, which, moved, from, to), object, word) in REFUSED {
        if !applies(*which, engine) {
            continue;
        }
        let (live, a) = bench.load(from).await.unwrap();
        bench.session.discard(live).await.unwrap();
        let (live, b) = bench.load(to).await.unwrap();
        bench.session.discard(live).await.unwrap();
        // Nobody declared the views and routines of before.
        let mut desired = b.clone();
        desired.objects.extend(a.objects.clone());
        let kept = a.objects.keys().cloned().collect();
        let lowered = bench.lower(&bench.diff(&a, &desired, renames(moved)).keeping(kept));
        let named = |refusal: &driftless::engine::Unsupported| {
            refusal.object.to_string() == *object && refusal.reason.contains(word)
        };
        if !lowered.unsupported.iter().any(named) {
            failed.push(format!("{engine} {name}: {lowered:#?}"));
        }
    }
    bench.session.close().await;
    assert!(failed.is_empty(), "{}", failed.join("\n\n"));
}

#[tokio::test]
async fn mysql_refuses_by_name() {
    refuses_by_name(Engine::Mysql).await;
}

#[tokio::test]
async fn mariadb_refuses_by_name() {
    refuses_by_name(Engine::Mariadb).await;
}

/// A statement over its time is ended at the server, and the connection goes on.
async fn ends_what_takes_too_long(engine: Engine) {
    let timeouts = Timeouts {
        statement: std::time::Duration::from_secs(1),
        ..Timeouts::default()
    };
    let mut session = connect(&target(engine), &timeouts).await.unwrap();
    let accounts = Name::bare(match engine {
        Engine::Mariadb => "global_priv",
        _ => "user",
    });
    let begun = std::time::Instant::now();
    let slow = Question::Violations(accounts.clone(), "SLEEP(30) = 2".to_owned());
    let answers = session.ask(&[slow, Question::Rows(accounts)]).await;
    let took = begun.elapsed();
    let answers = answers.unwrap();
    session.close().await;
    assert!(took.as_secs() < 20, "{engine}: took {took:?}");
    assert!(answers[1].is_some(), "{engine}: {answers:?}");
}

#[tokio::test]
async fn mysql_ends_what_takes_too_long() {
    ends_what_takes_too_long(Engine::Mysql).await;
}

#[tokio::test]
async fn mariadb_ends_what_takes_too_long() {
    ends_what_takes_too_long(Engine::Mariadb).await;
}
