//! Reverse: after the rollback plan the engine prints what it printed first, and the program reads
//! what it read first. What cannot return is said by the case, with the reason.

use super::data::{Side, Watched};
use super::dump::Dump;
use super::hand::Hand;
use super::unlike::compare;
use super::{At, Planned, Trial};
use driftless::engine::{Catalog, Engine, Session, Statement, groups};
use driftless::plan::{Plan, Proof, ReversalClass};
use std::fmt::Write;
use std::ops::Range;

pub(super) async fn check(
    trial: &Trial<'_>,
    session: &mut Session,
    planned: &Planned,
    before: Watched,
) -> Result<(), String> {
    let plan = &planned.plan;
    if matches!(plan.proof, Proof::ForwardOnly { .. }) {
        return Ok(());
    }
    let mut hand = Hand::at(trial.engine(), &trial.live.url).await?;
    if plan.reversal_class() == ReversalClass::R1 {
        // Only the structure returns; rows would stand in the way of it.
        for name in plan.goal().tables.keys() {
            empty(&mut hand, &session.dialect().name(name)).await;
        }
    }
    let mut done = Ok(());
    for part in scripts(plan) {
        done = hand.run(&part).await;
        if let Err(error) = &mut done {
            write!(error, ":\n{part}").unwrap();
            break;
        }
    }
    hand.close().await;
    done.map_err(|error| format!("rolling back: {error}"))?;
    let after = session
        .read(&planned.scope)
        .await
        .map_err(|error| error.to_string())?;
    let mut wanted = planned.observed().clone();
    wanted.namespaces.clone_from(&after.namespaces);
    let left = plan.delta.left(&after, &wanted);
    if !left.is_empty() {
        return Err(format!("rolled back, but it reads otherwise: {left:#?}"));
    }
    if plan.reversal_class() == ReversalClass::R0 {
        let after = Watched::of(trial, session, planned, Side::Before).await?;
        before.same(&after)?;
    }
    if !trial.is_deep() {
        return Ok(());
    }
    let found = Dump::of(trial.live).await?;
    compare(
        trial.situation.unlike,
        At::Back,
        trial.engine(),
        &found,
        &trial.first,
    )
}

/// Removes all rows of a table, and of those that refer to it; one that is gone has none.
async fn empty(hand: &mut Hand, table: &str) {
    let script = match hand {
        Hand::Postgres(_) => format!("TRUNCATE {table} CASCADE"),
        Hand::Mysql(_) => {
            format!("SET foreign_key_checks = 0; DELETE FROM {table}; SET foreign_key_checks = 1")
        }
        Hand::Sqlite(_) => format!("DELETE FROM {table}"),
    };
    drop(hand.run(&script).await);
}

/// The rollback plan as scripts, each one transaction where the engine has transactions.
fn scripts(plan: &Plan) -> Vec<String> {
    let groups = match plan.engine {
        Engine::Postgres => groups(&plan.rollback),
        Engine::Mysql | Engine::Mariadb | Engine::Sqlite => {
            (0..plan.rollback.len()).map(|at| at..at + 1).collect()
        }
    };
    let script = |group: Range<usize>| {
        let steps = plan.rollback[group].iter();
        let statements: Vec<&str> = steps
            .flat_map(|step| &step.statements)
            .map(Statement::sql)
            .collect();
        statements.join(";\n")
    };
    groups.into_iter().map(script).collect()
}
