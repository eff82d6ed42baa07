//! Every case file, live on every engine it names (and once more from recorded catalogs): planned, compared with what is expected and with
//! the snapshot of its statements, applied, planned again (nothing must be left), and undone. Snapshots
//! are those of one version of each engine; on the others the behaviour is judged.

mod case;
pub(crate) mod database;
mod recorded;
mod rules;
mod run;
mod snapshot;
mod traps;

use crate::invariants::{Depth, Lab};
use case::Case;
use driftless::engine::Engine;
use futures::StreamExt;
use run::Told;
use snapshot::Snapshots;

/// The version of each engine that the snapshots and the records are of.
fn is_usual(engine: Engine, version: (u32, u32)) -> bool {
    match engine {
        Engine::Postgres => version.0 == 15,
        Engine::Mysql => version.0 == 9,
        Engine::Mariadb => version == (10, 11),
        Engine::Sqlite => version.0 == 3,
    }
}

/// How many cases run at a time on one engine.
const AT_A_TIME: usize = 4;

/// The issue of the first release asks for this many files per engine.
const FEWEST: usize = 120;

/// One case in so many is taken through all invariants; `make campaign` does it to all.
const SLICES: usize = 5;

/// How deep a case is tried. Which ones go all the way moves on with the number of cases, and is the
/// same for the same cases. What is expected of the planner is written without it.
fn depth(case: &Case, cases: usize) -> Depth {
    let all = std::env::var("DRIFTLESS_CAMPAIGN").is_ok();
    if std::env::var("DRIFTLESS_BLESS").is_ok() || (case::slice().is_some() && !all) {
        return Depth::Light;
    }
    if all || case.number() % SLICES == cases % SLICES {
        Depth::Interrupted
    } else {
        Depth::Light
    }
}

/// What each case's database holds before, by the case's name.
pub(crate) fn observed_on(lab: &Lab) -> Vec<(String, String)> {
    let engine = lab.engine;
    let cases = case::all().into_iter();
    cases
        .filter(|case| case.runs_on(engine, lab.version))
        .map(|case| (case.name.clone(), case.observed(engine).to_owned()))
        .collect()
}

async fn all_on(engine: Engine) {
    let lab = Lab::open(engine).await.unwrap();
    let usual = is_usual(engine, lab.version);
    let cases: Vec<Case> = case::all()
        .into_iter()
        .filter(|case| case.runs_on(engine, lab.version))
        .collect();
    assert!(
        cases.len() >= FEWEST || case::is_partial(),
        "{engine}: only {} cases",
        cases.len()
    );
    let (major, minor) = lab.version;
    let mut outcomes: Vec<(String, Result<Told, String>)> = futures::stream::iter(&cases)
        .map(|case| {
            let lab = &lab;
            let depth = depth(case, cases.len());
            async move { (case.name.clone(), run::run(case, lab, depth).await) }
        })
        .buffer_unordered(AT_A_TIME)
        .inspect(|(name, outcome)| {
            // A campaign takes long: what is wrong is told at once to those who look on.
            if let Err(problem) = outcome {
                println!("{engine} {name}: {problem}\n");
            }
        })
        .collect()
        .await;
    lab.close().await.unwrap();
    outcomes.sort_by(|a, b| a.0.cmp(&b.0));
    let mut snapshots = Snapshots::read(engine);
    let mut failed = Vec::new();
    for (name, outcome) in &outcomes {
        let compared = match outcome {
            Ok(told) if usual => snapshots.compare(name, &told.text),
            Ok(_) => Ok(()),
            Err(problem) => Err(problem.clone()),
        };
        failed.extend(compared.err().map(|problem| format!("{name}: {problem}")));
    }
    if usual && snapshots.finish(&mut failed) {
        let told = outcomes.into_iter().filter_map(|(_, outcome)| outcome.ok());
        let records = told.filter_map(|told| told.recorded).collect();
        recorded::write(engine, records, !case::is_partial());
    }
    println!(
        "{engine} {major}.{minor}: {} cases, {} failed",
        cases.len(),
        failed.len()
    );
    assert!(
        failed.is_empty(),
        "{} of {} cases failed on {engine}\n\n{}",
        failed.len(),
        cases.len(),
        failed.join("\n\n")
    );
}

crate::sweep::on_each_engine!(all_on);
