//! Stability: settings a session begins with change nothing that is read; and what is read, declared
//! as it is, leaves nothing to do.

use super::lab::World;
use super::{Planned, Trial, moment, steps};
use driftless::engine::{Catalog, Engine, creation};
use driftless::intake::{self, Surroundings};
use driftless::pipeline::{Source, preview};
use driftless::plan::Fingerprint;
use driftless::schema::{Prune, Schema};

pub(super) async fn check(trial: &Trial<'_>, planned: &Planned) -> Result<(), String> {
    unmoved(trial, planned).await?;
    itself(trial, planned).await
}

/// The same fingerprint under hostile settings.
async fn unmoved(trial: &Trial<'_>, planned: &Planned) -> Result<(), String> {
    let world = match trial.engine() {
        Engine::Sqlite => Some(odd_file(trial).await?),
        Engine::Postgres | Engine::Mysql | Engine::Mariadb => None,
    };
    let target = world
        .as_ref()
        .map_or_else(|| trial.live.hostile(), World::target);
    let mut session = World::session(&target).await?;
    let read = session.read(&planned.scope).await;
    session.close().await;
    trial.lab.discard(world.into_iter().collect()).await?;
    let read = read.map_err(|error| format!("under hostile settings: {error}"))?;
    let fingerprint = Fingerprint::of(trial.engine(), &read);
    if fingerprint == planned.plan.observed {
        return Ok(());
    }
    let (left, right) = (format!("{read:#?}"), format!("{:#?}", planned.observed()));
    let changes = similar::TextDiff::from_lines(&left, &right);
    Err(format!(
        "another fingerprint under hostile settings\n{}",
        changes.unified_diff()
    ))
}

/// A file with the settings that live in it set as seldom as can be.
async fn odd_file(trial: &Trial<'_>) -> Result<World, String> {
    let world = trial.lab.bare();
    world
        .load("PRAGMA page_size = 512; PRAGMA encoding = 'UTF-16le'; PRAGMA journal_mode = WAL; PRAGMA auto_vacuum = FULL")
        .await?;
    world.load(trial.situation.observed).await?;
    Ok(world)
}

/// The live tables as a declaration of their own.
async fn itself(trial: &Trial<'_>, planned: &Planned) -> Result<(), String> {
    let dialect = planned.dialect()?;
    // What is not modelled cannot be declared; it stays, and lends what tables need.
    let tables = Schema {
        opaque: std::collections::BTreeMap::new(),
        ..planned.observed().clone()
    };
    let made = creation(dialect, &planned.server, &tables);
    let statements = made.objects.iter().flat_map(|made| &made.statements);
    let text: Vec<&str> = statements.map(driftless::engine::Statement::sql).collect();
    let mut intent = intake::from_sql(Surroundings {
        target: trial.live.target(),
        sources: vec![Source {
            name: "itself".to_owned(),
            text: text.join(";\n"),
        }],
        owner: "cli".to_owned(),
        backup_directory: trial.lab.folder().to_owned(),
    });
    intent.prune = Prune::Exact.into();
    intent.scope = planned.scope.clone();
    // The plan looks at namespaces that it makes; to name them here would be to ask for them.
    let there = &planned.observed().namespaces;
    intent.scope.namespaces.retain(|name| there.contains(name));
    let mut session = World::session(&trial.live.target()).await?;
    let looked = preview(&mut session, &intent, &moment()).await;
    session.close().await;
    let looked =
        looked.map_err(|error| format!("declared as it is: {error}\n{}", text.join(";\n")))?;
    if looked.plan.is_empty() {
        return Ok(());
    }
    Err(format!(
        "declared as it is, there is something to do:\n{}",
        steps(&looked.plan)
    ))
}
