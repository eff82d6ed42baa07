//! Convergence: applied, nothing is left to plan; and the engine prints of the migrated database what
//! it prints of an empty one into which the declaration was loaded. What the model does not see
//! cannot hide behind an empty plan.
//!
//! Three things differ by rule. The order of columns: no engine but MySQL and MariaDB can place one
//! (PostgreSQL 15 manual, "ALTER TABLE": a column is added at the end), so it is no part of what is
//! declared. What is kept: a declaration says nothing of objects that are not modelled and of
//! namespaces; these stay, and must be what they were. And the names a server makes up for what nobody
//! named: parts of a table are matched by shape.

use super::dump::{Columns, Dump, Entry, Object};
use super::lab::World;
use super::unlike::compare;
use super::{At, Planned, Trial, moment, reworded, steps};
use driftless::engine::{Session, creation, script};
use driftless::pipeline::{Intent, preview};
use driftless::schema::{Prune, Schema};

pub(super) async fn check(
    trial: &Trial<'_>,
    session: &mut Session,
    intent: &Intent,
    planned: &Planned,
) -> Result<(), String> {
    let again = preview(session, &reworded(intent), &moment())
        .await
        .map_err(|error| format!("planning again: {error}"))?;
    if !again.plan.is_empty() {
        return Err(format!(
            "does not converge:\n{}\nthen\n{}",
            steps(&planned.plan),
            steps(&again.plan)
        ));
    }
    if !trial.is_deep() {
        return Ok(());
    }
    arrived(trial, intent, planned, &Dump::of(trial.live).await?).await
}

/// Nothing was planned: the database must be what a direct load makes.
pub(super) async fn nothing(
    trial: &Trial<'_>,
    intent: &Intent,
    planned: &Planned,
) -> Result<(), String> {
    arrived(trial, intent, planned, &trial.first).await
}

async fn arrived(
    trial: &Trial<'_>,
    intent: &Intent,
    planned: &Planned,
    found: &Dump,
) -> Result<(), String> {
    if intent.prune != Prune::Exact.into() || !trial.is_deep() {
        return Ok(());
    }
    let script = declared(intent, planned)?;
    let world = trial.lab.empty().await?;
    let mut loaded = world.load(&script).await;
    let mut worlds = vec![world];
    if loaded.is_err() {
        // Its statements may stand in any order, and lean on what is not declared and kept.
        let world = trial.lab.empty().await?;
        loaded = in_any_order(&world, &script, planned).await;
        worlds.push(world);
    }
    let direct = Dump::of(&worlds[worlds.len() - 1]).await;
    trial.lab.discard(worlds).await?;
    loaded.map_err(|error| format!("the declaration does not load directly: {error}\n{script}"))?;
    let mut found = found.clone().without_settings();
    let direct = direct?.without_settings();
    found.drop_kept(&direct, &trial.first, planned.plan.goal());
    let engine = trial.engine();
    let (mut found, mut direct) = (
        found.whoever_made_it(engine),
        direct.whoever_made_it(engine),
    );
    direct.forget_order();
    found.forget_order();
    compare(
        trial.situation.unlike,
        At::Arrival,
        trial.engine(),
        &found,
        &direct,
    )
}

/// The declaration as its author's client would send it.
fn declared(intent: &Intent, planned: &Planned) -> Result<String, String> {
    let tables = planned
        .dialect()?
        .declare(&planned.server, &intent.tables)
        .map_err(|errors| format!("{errors:?}"))?;
    let sources = intent.sources.iter().map(|source| source.text.clone());
    let script: Vec<String> = tables.into_iter().chain(sources).collect();
    Ok(script.join(";\n"))
}

/// Loads a script one statement at a time, and what failed again as long as that helps; then with the
/// objects in it that are not modelled, which are kept and may be leant on.
async fn in_any_order(world: &World, script: &str, planned: &Planned) -> Result<(), String> {
    let flavor = planned.dialect()?.flavor();
    let split = script::split(flavor, script).map_err(|errors| format!("{errors:?}"))?;
    let mut left: Vec<String> = split.into_iter().map(|piece| piece.text).collect();
    let mut failed = fixpoint(world, &mut left).await;
    if failed.is_err() {
        let kept = Schema {
            opaque: planned.observed().opaque.clone(),
            ..Schema::default()
        };
        let made = creation(planned.dialect()?, &planned.server, &kept);
        let statements = made.objects.iter().flat_map(|made| &made.statements);
        let mut others: Vec<String> = statements
            .map(|statement| statement.sql().to_owned())
            .collect();
        // A view of a table that is not there yet is nothing a table leans on.
        drop(fixpoint(world, &mut others).await);
        failed = fixpoint(world, &mut left).await;
    }
    failed
}

async fn fixpoint(world: &World, left: &mut Vec<String>) -> Result<(), String> {
    loop {
        let (before, mut first) = (left.len(), None);
        let mut later = Vec::new();
        for statement in left.drain(..) {
            if let Err(error) = world.load(&statement).await {
                first.get_or_insert(error);
                later.push(statement);
            }
        }
        *left = later;
        match first {
            None => return Ok(()),
            Some(error) if left.len() == before => return Err(error),
            Some(_) => {}
        }
    }
}

/// Kinds that the model holds: none of these stays unless the goal says so.
const MODELLED: [&str; 7] = [
    "TABLE",
    "INDEX",
    "CONSTRAINT",
    "FK CONSTRAINT",
    "CHECK CONSTRAINT",
    "DEFAULT",
    "COMMENT",
];

impl Dump {
    /// Leaves out what is not declared and was kept as it was.
    fn drop_kept(&mut self, direct: &Self, first: &Self, goal: &Schema) {
        let opaque = |object: &Object| {
            goal.opaque.keys().any(|key| {
                let name = &key.name.name;
                object
                    .name
                    .split(['.', ' '])
                    .any(|part| part.trim_matches('"') == name)
            })
        };
        self.0.retain(|object, entry| {
            let undeclared = !direct.0.contains_key(object);
            let untouched = first.0.get(object).is_some_and(|was| same(was, entry));
            // The server comments an extension by itself.
            let lent = object.kind == "COMMENT" && object.name.starts_with("EXTENSION ");
            let free = lent || !MODELLED.contains(&object.kind.as_str()) || opaque(object);
            !(undeclared && untouched && free)
        });
    }

    fn forget_order(&mut self) {
        for entry in self.0.values_mut() {
            entry.columns.sort_unstable();
        }
    }
}

fn same(left: &Entry, right: &Entry) -> bool {
    left.lines(Columns::AnyOrder) == right.lines(Columns::AnyOrder)
}
