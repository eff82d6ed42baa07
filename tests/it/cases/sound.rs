//! Hazard soundness: a case's plan, step by step on a second database that holds its rows. The locks
//! and the work that the server shows must be among what the plan announced.

use super::case::Case;
use super::database::{Database, Place};
use crate::locks;
use driftless::engine::Engine;
use driftless::plan::Plan;

/// Numbers databases apart from those of the other tests.
const FIRST: usize = 740_000;

/// Fails when the server showed more than was announced. With `DRIFTLESS_EXCESS` set, steps of
/// which more was announced than shown are printed.
pub(super) async fn hold(
    case: &Case,
    engine: Engine,
    place: &Place,
    number: usize,
    plan: &Plan,
) -> Result<(), String> {
    let database = Database::make(place, engine, FIRST + number).await;
    let outcome = inside(case, engine, &database, plan).await;
    database.drop().await;
    for line in outcome? {
        if std::env::var_os("DRIFTLESS_EXCESS").is_some() {
            println!("{engine} {}: {line}", case.name);
        }
    }
    Ok(())
}

async fn inside(
    case: &Case,
    engine: Engine,
    database: &Database,
    plan: &Plan,
) -> Result<Vec<String>, String> {
    database.run(case.observed(engine)).await?;
    database.run(case.rows(engine)).await?;
    locks::sound(engine, &database.url, plan).await
}
