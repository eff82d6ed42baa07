//! Whom a plan spares, and what that rests on.

use super::risk::Facts;
use crate::engine::{Dialect, Manner, Mode, Online, Question, Server, Step, Transaction};
use crate::schema::{Change, Delta, Name};
use std::collections::BTreeSet;

/// How the steps of a plan are made.
pub(super) struct Care {
    /// The manner.
    pub(super) manner: Manner,
    /// Tables whose steps would be others if they held rows, by their observed names.
    pub(super) presumed_empty: Vec<Name>,
}

impl Care {
    /// Only a recorded fact makes a table one that nobody has to be spared on.
    pub(super) fn of(
        online: Online,
        delta: &Delta,
        facts: &Facts,
        dialect: &dyn Dialect,
        server: &Server,
    ) -> Self {
        let careful = Manner::of(online, BTreeSet::new());
        let steps = dialect.lower(server, delta, &careful).steps;
        let empty = |name: &&Name| facts.get(&Question::Filled((*name).clone())) == Some(0);
        let presumed_empty: Vec<Name> = spared(delta, &steps, dialect)
            .into_iter()
            .filter(empty)
            .cloned()
            .collect();
        let names = altered(delta)
            .filter(|(observed, _)| presumed_empty.contains(observed))
            .flat_map(|(observed, desired)| [observed.clone(), desired.clone()]);
        Self {
            manner: Manner::of(online, names.collect()),
            presumed_empty,
        }
    }
}

/// Altered tables under their observed and desired names.
fn altered(delta: &Delta) -> impl Iterator<Item = (&Name, &Name)> {
    delta.changes.iter().filter_map(|change| match change {
        Change::AlterTable(inside) => {
            Some((&inside.tables.observed.name, &inside.tables.desired.name))
        }
        Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::CreateTable(_)
        | Change::DropTable(_)
        | Change::Object(_)
        | Change::CreateOpaque(..)
        | Change::DropOpaque(..) => None,
    })
}

/// Tables for which a plan leaves its one transaction, by their observed names.
fn spared<'a>(delta: &'a Delta, steps: &[Step], dialect: &dyn Dialect) -> Vec<&'a Name> {
    if matches!(dialect.transaction(), Transaction::PerStatement) {
        return Vec::new();
    }
    let alone: BTreeSet<&Name> = steps
        .iter()
        .filter(|step| step.mode == Mode::Alone)
        .map(|step| &step.object.name)
        .collect();
    altered(delta)
        .filter(|(observed, desired)| alone.contains(observed) || alone.contains(desired))
        .map(|(observed, _)| observed)
        .collect()
}

/// Whether those tables hold a row at all.
pub(super) fn questions(
    delta: &Delta,
    steps: &[Step],
    dialect: &dyn Dialect,
) -> BTreeSet<Question> {
    let names = spared(delta, steps, dialect).into_iter();
    names.map(|name| Question::Filled(name.clone())).collect()
}
