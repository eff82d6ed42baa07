//! Resumability: stopped after any step, planned again and applied, a database arrives where it
//! would have without the stop, and with its rows.
//!
//! Where steps are one transaction a stop leaves nothing behind; the steps are run outside of one
//! here, so that planning from every half-way state is tried on every engine.

use super::data::{Kept, Side, kept, rows};
use super::dump::Dump;
use super::hand::Hand;
use super::lab::World;
use super::unlike::{all_seen, differs};
use super::{At, Planned, Trial, filling, moment};
use driftless::engine::{Catalog, Session};
use driftless::pipeline::preview;
use driftless::schema::{Change, Delta, Kind, Name, ObjectChange, Pair};

pub(super) async fn check(trial: &Trial<'_>, planned: &Planned) -> Result<(), String> {
    let mut ends: Option<Dump> = None;
    // What is said of a stop is seen after one of them; after the last nothing may be left to lose.
    let (mut compared, mut seen) = (false, false);
    for stop in 0..planned.plan.steps.len() {
        let scripts = [trial.situation.observed, trial.situation.rows];
        let world = trial.lab.copy(trial.base, &scripts).await?;
        let outcome = resumed(trial, planned, &world, stop).await;
        let dump = Dump::of(&world).await;
        trial.lab.discard(vec![world]).await?;
        let said = |error| format!("stopped after {stop} steps: {error}");
        match outcome.map_err(said)? {
            Ended::There => {}
            Ended::Held => continue,
        }
        let dump = dump?;
        match &ends {
            None => ends = Some(dump),
            Some(end) => {
                let known = trial.situation.unlike;
                let differ = differs(known, At::Resumed, trial.engine(), &dump, end);
                seen |= differ.map_err(said)?;
                compared = true;
            }
        }
    }
    let engine = trial.engine();
    all_seen(
        trial.situation.unlike,
        At::Resumed,
        engine,
        seen || !compared,
    )
}

/// How a stopped plan ended.
enum Ended {
    There,
    /// The rows made for it do not allow the change: nothing was lost, and that is all to be said.
    Held,
}

async fn resumed(
    trial: &Trial<'_>,
    planned: &Planned,
    world: &World,
    stop: usize,
) -> Result<Ended, String> {
    let dialect = planned.dialect()?;
    let mut hand = Hand::at(trial.engine(), &world.url).await?;
    filling::fill(&mut hand, dialect, planned.observed()).await;
    let watched = watched(planned)?;
    let before = rows(&mut hand, dialect, &watched, Side::Before).await?;
    for step in &planned.plan.steps[..stop] {
        for statement in &step.step.statements {
            if hand.run(statement.sql()).await.is_err() {
                hand.close().await;
                return Ok(Ended::Held);
            }
        }
    }
    hand.close().await;
    let mut session = World::session(&world.target()).await?;
    let ended = onward(trial, planned, world, &mut session).await;
    session.close().await;
    if matches!(ended?, Ended::Held) {
        return Ok(Ended::Held);
    }
    let mut hand = Hand::at(trial.engine(), &world.url).await?;
    let after = rows(&mut hand, dialect, &watched, Side::After).await;
    hand.close().await;
    let told = super::data::differences(&before, &after?);
    if told.is_empty() {
        Ok(Ended::There)
    } else {
        Err(told)
    }
}

fn watched(planned: &Planned) -> Result<Vec<Kept>, String> {
    let renames = planned.plan.delta.renames();
    Ok(kept(
        planned.observed(),
        planned.plan.goal(),
        renames,
        planned.folds()?,
    ))
}

/// Plans from where it stopped, runs that, and compares with the goal.
async fn onward(
    trial: &Trial<'_>,
    planned: &Planned,
    world: &World,
    session: &mut Session,
) -> Result<Ended, String> {
    let intent = trial
        .intent(world.target())
        .map_err(|error| error.to_string())?;
    let looked = preview(session, &intent, &moment())
        .await
        .map_err(|error| format!("planning again: {error}"))?;
    let mut hand = Hand::at(trial.engine(), &world.url).await?;
    for step in &looked.plan.steps {
        for statement in &step.step.statements {
            if let Err(_refused) = hand.run(statement.sql()).await {
                hand.close().await;
                return Ok(Ended::Held);
            }
        }
    }
    hand.close().await;
    let read = session
        .read(&planned.scope)
        .await
        .map_err(|error| error.to_string())?;
    let mut left = planned.plan.delta.left(&read, planned.plan.goal());
    // What nobody declared steps aside and comes back in one transaction, which the stop is put into.
    let delta = &planned.plan.delta;
    left.retain(|change| match change {
        Change::Object(change) => !delta.keeps(change.key()) && !only_turn(delta, change),
        _ => true,
    });
    if left.is_empty() {
        return Ok(Ended::There);
    }
    let names: Vec<&Name> = left
        .iter()
        .filter_map(|change| change.table())
        .map(|table| &table.name)
        .collect();
    Err(format!("something is left at {names:?}: {left:#?}"))
}

/// Whether nothing but a trigger's place beside one that nobody declared differs. A trigger goes before it
/// comes again; a plan that stops in between does not know any more where it stood.
fn only_turn(delta: &Delta, change: &ObjectChange) -> bool {
    let ObjectChange::Replace(replaced) = change else {
        return false;
    };
    let Pair { observed, desired } = &replaced.objects;
    let mut others = observed.uses.iter().chain(&desired.uses);
    change.key().kind == Kind::Trigger
        && observed.same(desired)
        && others.any(|other| delta.keeps(other))
}
