//! Round trip: what is read and printed, loaded into an empty database, is the same schema: by the
//! program's model, opaque objects included, and by the engine's own print.

use super::dump::Dump;
use super::hand::Hand;
use super::lab::World;
use super::unlike::compare;
use super::{At, Trial};
use driftless::engine::{Catalog, Creation, Scope};
use driftless::plan::Fingerprint;
use driftless::schema::{Pair, Schema, diff};

/// The statement that is planted with the tests is not printed again.
const PLANTED: &str = "elsewhere";

pub(super) async fn check(trial: &Trial<'_>) -> Result<(), String> {
    let mut session = World::session(&trial.live.target()).await?;
    let asked = trial.intent(trial.live.target());
    let scope = Scope {
        grants: asked.map(|intent| intent.scope.grants).unwrap_or_default(),
        ..Scope::default()
    };
    let found = session
        .read(&scope)
        .await
        .map_err(|error| error.to_string())?;
    let creation = session
        .create_statements(&scope)
        .await
        .map_err(|error| error.to_string())?;
    let (tables, parts) = session.dialect().folds(session.server());
    session.close().await;
    if !creation.unsupported.is_empty() {
        // It says what cannot be made, each with its object and reason.
        return Ok(());
    }
    let copy = trial.lab.empty().await?;
    let read = loaded(&copy, &creation, &scope).await;
    let dump = Dump::of(&copy).await?;
    trial.lab.discard(vec![copy]).await?;
    let read = read?;
    let engine = trial.engine();
    let unwritten = !creation.unwritten.is_empty();
    if !unwritten && Fingerprint::of(engine, &read) != Fingerprint::of(engine, &found) {
        let pair = Pair {
            observed: read,
            desired: found,
        };
        let left = diff(pair.clone(), Vec::new(), tables, parts);
        return Err(format!(
            "the copy reads otherwise: {:#?}\n{}",
            left.changes,
            opaque(&pair)
        ));
    }
    if unwritten {
        return Ok(());
    }
    let first = trial.first.clone().without_settings();
    compare(
        trial.situation.unlike,
        At::Printed,
        engine,
        &dump.without_settings(),
        &first,
    )
}

async fn loaded(copy: &World, creation: &Creation, scope: &Scope) -> Result<Schema, String> {
    let statements = creation.objects.iter();
    let statements =
        statements.filter(|made| made.name.schema != PLANTED && made.name.name != PLANTED);
    let statements: Vec<&str> = statements
        .flat_map(|made| &made.statements)
        .map(driftless::engine::Statement::sql)
        .collect();
    // One session for all: some statements are about those that follow.
    let mut hand = Hand::at(copy.engine, &copy.url).await?;
    let mut loaded = Ok(());
    for statement in &statements {
        loaded = hand.run(statement).await;
        if let Err(error) = &loaded {
            loaded = Err(format!(
                "what is printed does not load: {error}: {statement}"
            ));
            break;
        }
    }
    hand.close().await;
    loaded?;
    let mut session = World::session(&copy.target()).await?;
    let read = session.read(scope).await;
    session.close().await;
    read.map_err(|error| error.to_string())
}

fn opaque(pair: &Pair<Schema>) -> String {
    let print = |schema: &Schema| format!("{:#?}", schema.opaque);
    let (left, right) = (print(&pair.observed), print(&pair.desired));
    similar::TextDiff::from_lines(&left, &right)
        .unified_diff()
        .to_string()
}
