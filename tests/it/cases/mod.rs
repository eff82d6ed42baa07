//! Every case file, live on every engine it names (and once more from recorded catalogs): planned, compared with what is expected and with
//! the snapshot of its statements, applied, planned again (nothing must be left), and undone.

mod case;
pub(crate) mod database;
mod recorded;
mod rules;
mod run;
mod snapshot;
mod sound;
mod traps;

use case::Case;
use database::{Place, Server};
use driftless::engine::Engine;
use futures::StreamExt;
use run::Told;
use snapshot::Snapshots;

/// How many cases run at a time on one engine.
const AT_A_TIME: usize = 4;

/// The issue of the first release asks for this many files per engine.
const FEWEST: usize = 120;

async fn all_on(engine: Engine) {
    let cases: Vec<Case> = case::all()
        .into_iter()
        .filter(|case| case.runs_on(engine))
        .collect();
    assert!(
        cases.len() >= FEWEST || case::filter().is_some(),
        "{engine}: only {} cases",
        cases.len()
    );
    let place = match engine {
        Engine::Sqlite => Place::Folder(tempfile::tempdir().unwrap()),
        Engine::Postgres => Place::Server(Server::of("DRIFTLESS_TEST_POSTGRES_URL", engine)),
        Engine::Mysql => Place::Server(Server::of("DRIFTLESS_TEST_MYSQL_URL", engine)),
        Engine::Mariadb => Place::Server(Server::of("DRIFTLESS_TEST_MARIADB_URL", engine)),
    };
    let mut outcomes: Vec<(String, Result<Told, String>)> =
        futures::stream::iter(cases.iter().enumerate())
            .map(|(number, case)| {
                let place = &place;
                async move {
                    (
                        case.name.clone(),
                        run::run(case, engine, place, number).await,
                    )
                }
            })
            .buffer_unordered(AT_A_TIME)
            .collect()
            .await;
    outcomes.sort_by(|a, b| a.0.cmp(&b.0));
    let mut snapshots = Snapshots::read(engine);
    let mut failed = Vec::new();
    for (name, outcome) in &outcomes {
        let compared = match outcome {
            Ok(told) => snapshots.compare(name, &told.text),
            Err(problem) => Err(problem.clone()),
        };
        failed.extend(compared.err().map(|problem| format!("{name}: {problem}")));
    }
    if snapshots.finish(&mut failed) {
        let told = outcomes.into_iter().filter_map(|(_, outcome)| outcome.ok());
        recorded::write(
            engine,
            &told.filter_map(|told| told.recorded).collect::<Vec<_>>(),
        );
    }
    println!("{engine}: {} cases, {} failed", cases.len(), failed.len());
    assert!(
        failed.is_empty(),
        "{} of {} cases failed on {engine}\n\n{}",
        failed.len(),
        cases.len(),
        failed.join("\n\n")
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_sqlite() {
    all_on(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgres() {
    all_on(Engine::Postgres).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_mysql() {
    all_on(Engine::Mysql).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_mariadb() {
    all_on(Engine::Mariadb).await;
}
