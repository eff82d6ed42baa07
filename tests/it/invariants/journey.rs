//! The whole way: one database taken through many declarations, one after the other, with its rows.
//!
//! After every leg nothing is left to plan, the engine prints what it prints of an empty database
//! into which that declaration was loaded, and the rows are there in every column that was neither
//! dropped nor converted. The order of columns is no part of it, as in `convergence`.

use super::data::{self, Side, kept};
use super::dump::{Columns, Dump};
use super::filling;
use super::hand::Hand;
use super::lab::{Lab, World};
use super::{moment, of_sql, reworded, steps};
use driftless::engine::{Catalog, Dialect, Engine, Scope, Session};
use driftless::execute::Rehearsal;
use driftless::history::State;
use driftless::pipeline::{Applied, Intent, apply, preview};
use driftless::plan::{Approval, Plan};
use driftless::schema::{Name, Schema};

/// A place on the way.
pub(crate) struct Stop<'a> {
    /// What it is called.
    pub(crate) name: &'a str,
    /// The whole declaration, which loads as it stands.
    pub(crate) script: &'a str,
}

/// What happened on the way.
pub(crate) struct Journey {
    /// How many statements each leg took, with where it went.
    pub(crate) legs: Vec<(String, usize)>,
    /// What did not hold, each with the leg.
    pub(crate) violations: Vec<String>,
}

/// Statements that put rows into the tables of a script: made from their types, after `rows`.
pub(crate) async fn rows_for(lab: &Lab, script: &str, rows: &str) -> Result<String, String> {
    let world = lab.empty().await?;
    let filled = async {
        world.load(script).await?;
        world.load(rows).await?;
        fill(&world, Which::All).await
    };
    let filled = filled.await;
    lab.discard(vec![world]).await?;
    Ok(format!("{rows}\n{};", filled?.join(";\n")))
}

/// Which tables are given rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    All,
    /// What came on the way. More rows of another release could be alike in an earlier one's keys.
    Empty,
}

async fn fill(world: &World, which: Which) -> Result<Vec<String>, String> {
    let mut session = World::session(&world.target()).await?;
    let read = session.read(&Scope::default()).await;
    let dialect = session.dialect();
    session.close().await;
    let mut schema = read.map_err(|error| error.to_string())?;
    let mut hand = Hand::at(world.engine, &world.url).await?;
    if which == Which::Empty {
        for name in schema.tables.keys().cloned().collect::<Vec<Name>>() {
            let asked = format!("SELECT 1 FROM {} LIMIT 1", dialect.name(&name));
            if !hand.ask(&asked).await?.is_empty() {
                schema.tables.remove(&name);
            }
        }
    }
    let done = filling::fill(&mut hand, dialect, &schema).await;
    hand.close().await;
    Ok(done)
}

/// Goes from the first stop to the last and back by declaring the earlier ones again. `rows` stand
/// in the first; every table that is empty at the last is given some before the way back.
pub(crate) async fn journey(lab: &Lab, stops: &[Stop<'_>], rows: &str) -> Result<Journey, String> {
    let mut direct = Vec::with_capacity(stops.len());
    for stop in stops {
        direct.push(loaded(lab, stop).await?);
    }
    let world = lab.empty().await?;
    let mut told = Journey {
        legs: Vec::new(),
        violations: Vec::new(),
    };
    let went = there_and_back(lab, &world, stops, &direct, rows, &mut told).await;
    lab.discard(vec![world]).await?;
    told.violations.extend(went.err());
    Ok(told)
}

async fn loaded(lab: &Lab, stop: &Stop<'_>) -> Result<Dump, String> {
    let world = lab.empty().await?;
    let loaded = world.load(stop.script).await;
    let dump = Dump::of(&world).await;
    lab.discard(vec![world]).await?;
    loaded.map_err(|error| format!("{} does not load: {error}", stop.name))?;
    Ok(plain(dump?, lab.engine))
}

fn plain(dump: Dump, engine: Engine) -> Dump {
    dump.without_settings().whoever_made_it(engine)
}

async fn there_and_back(
    lab: &Lab,
    world: &World,
    stops: &[Stop<'_>],
    direct: &[Dump],
    rows: &str,
    told: &mut Journey,
) -> Result<(), String> {
    world.load(stops[0].script).await?;
    world.load(rows).await?;
    let way = || stops.iter().zip(direct);
    for (stop, direct) in way().skip(1) {
        leg(lab, world, stop, direct, "to", told).await?;
    }
    fill(world, Which::Empty).await?;
    for (stop, direct) in way().rev().skip(1) {
        leg(lab, world, stop, direct, "back to", told).await?;
    }
    Ok(())
}

/// One leg. An error ends the way: where it would go on from is not known.
async fn leg(
    lab: &Lab,
    world: &World,
    stop: &Stop<'_>,
    direct: &Dump,
    way: &str,
    told: &mut Journey,
) -> Result<(), String> {
    let name = format!("{way} {}", stop.name);
    let said = |error: String| format!("{name}: {error}");
    let declare = of_sql(stop.script);
    let intent = declare(world.target(), lab.folder().join("backups"))
        .map_err(|error| said(error.to_string()))?;
    let mut session = World::session(&world.target()).await?;
    let gone = gone(&mut session, world, &intent, told, &name).await;
    session.close().await;
    let plan = gone.map_err(said)?;
    let found = plain(Dump::of(world).await?, world.engine);
    let differs = found.differences(direct, Columns::AnyOrder);
    if !differs.is_empty() {
        told.violations.push(said(format!(
            "the engine prints (- found, + wanted)\n{differs}\nafter\n{}",
            steps(&plan)
        )));
    }
    told.legs.push((name, plan.steps.len()));
    Ok(())
}

async fn gone(
    session: &mut Session,
    world: &World,
    intent: &Intent,
    told: &mut Journey,
    name: &str,
) -> Result<Plan, String> {
    let looked = preview(session, intent, &moment())
        .await
        .map_err(|error| format!("planning: {error}"))?;
    if looked.plan.is_empty() {
        return Err("there is nothing to do".to_owned());
    }
    let folds = session.dialect().folds(session.server());
    let observed: &Schema = &looked.plan.delta.schemas.observed;
    let renames = looked.plan.delta.renames();
    let watched = kept(observed, looked.plan.goal(), renames, folds);
    let before = rows(world, session.dialect(), &watched, Side::Before).await?;
    let applied = apply(session, intent, &Approval::All, Rehearsal::No, &moment()).await;
    let plan =
        match applied.map_err(|error| format!("applying: {error}\n{}", steps(&looked.plan)))? {
            Applied::Executed { plan, execution } if execution.state == State::Succeeded => plan,
            Applied::Executed { plan, execution } => {
                return Err(format!(
                    "{:?}: {:?}\n{}",
                    execution.state,
                    execution.error,
                    steps(&plan)
                ));
            }
            Applied::NothingToDo(_) => return Err("planned, but not applied".to_owned()),
            Applied::Held { verdict, .. } => return Err(format!("held back: {verdict:?}")),
        };
    let after = rows(world, session.dialect(), &watched, Side::After).await?;
    let lost = data::differences(&before, &after);
    if !lost.is_empty() {
        told.violations
            .push(format!("{name}: {lost}\nafter\n{}", steps(&plan)));
    }
    let again = preview(session, &reworded(intent), &moment())
        .await
        .map_err(|error| format!("planning again: {error}"))?;
    if !again.plan.is_empty() {
        told.violations.push(format!(
            "{name}: does not converge:\n{}\nthen\n{}",
            steps(&plan),
            steps(&again.plan)
        ));
    }
    Ok(*plan)
}

async fn rows(
    world: &World,
    dialect: &dyn Dialect,
    watched: &[data::Kept],
    side: Side,
) -> Result<Vec<(Name, Vec<String>)>, String> {
    let mut hand = Hand::at(world.engine, &world.url).await?;
    let found = data::rows(&mut hand, dialect, watched, side).await;
    hand.close().await;
    found
}
