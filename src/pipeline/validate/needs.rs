//! What the account must be allowed to do for a plan, and which tables the plan touches.

use crate::engine::{Need, Right};
use crate::plan::Plan;
use crate::schema::{Change, Edit, ForeignKey, Kind, Name, ObjectChange, ObjectKey, TableDelta};
use std::collections::BTreeSet;

/// Everything a plan needs a privilege for, each once.
pub(super) fn of_plan(plan: &Plan) -> Vec<Need> {
    let mut needs = BTreeSet::new();
    let mut need = |right: Right, object: &Name| {
        needs.insert(Need {
            right,
            object: object.clone(),
        });
    };
    need(Right::Ledger, &Name::bare(""));
    for change in &plan.delta.changes {
        match change {
            Change::CreateNamespace(name) => need(Right::CreateNamespace, &Name::new(name, "")),
            // Only a way back drops a namespace, one that it made itself.
            Change::DropNamespace(_) | Change::DropOpaque(..) => {}
            Change::CreateTable(table) => {
                need(Right::CreateTable, &table.name);
                for parent in existing_parents(&table.foreign_keys, plan) {
                    need(Right::References, parent);
                }
            }
            Change::AlterTable(inside) => altered(inside, plan, &mut need),
            Change::DropTable(table) => need(Right::Drop, &table.name),
            Change::Object(object) => match object {
                ObjectChange::Create(key, _) => made(key, &mut need),
                ObjectChange::Replace(replaced) => made(&replaced.keys.desired, &mut need),
                // The rights to drop are those of the owner; the server says when they lack.
                ObjectChange::Drop(..) => {}
            },
            Change::CreateOpaque(key, _) => need(Right::CreateOther, &key.name),
        }
    }
    for table in &plan.backup {
        need(Right::Read, &table.name);
    }
    needs.into_iter().collect()
}

fn made(key: &ObjectKey, need: &mut impl FnMut(Right, &Name)) {
    match key.kind {
        Kind::View | Kind::MaterializedView => need(Right::CreateView, &key.name),
        Kind::Function | Kind::Procedure => need(Right::CreateRoutine, &key.name),
        Kind::Event => need(Right::CreateEvent, &key.name),
        Kind::Trigger => need(Right::Trigger, &key.name),
        Kind::Extension
        | Kind::Collation
        | Kind::Enum
        | Kind::RangeType
        | Kind::CompositeType
        | Kind::Domain
        | Kind::DomainCheck
        | Kind::Sequence
        | Kind::ViewIndex
        | Kind::Exclusion
        | Kind::Temporal
        | Kind::Statistics
        | Kind::Rule
        | Kind::Policy => need(Right::CreateOther, &key.name),
        // Whoever made it may grant on it; the server says so where somebody else did.
        Kind::Grant => {}
    }
}

fn altered(inside: &TableDelta, plan: &Plan, need: &mut impl FnMut(Right, &Name)) {
    let observed = &inside.tables.observed.name;
    need(Right::Alter, observed);
    if inside.renamed() {
        need(Right::Rename, observed);
    }
    let indexed = inside.indexes.iter().any(comes)
        || inside.uniques.iter().chain(&inside.primary_key).any(comes);
    if indexed {
        need(Right::Index, observed);
    }
    let keys: Vec<&ForeignKey> = inside.foreign_keys.iter().filter_map(coming).collect();
    for parent in existing_parents(keys, plan) {
        need(Right::References, parent);
    }
}

fn comes<T>(edit: &Edit<T>) -> bool {
    coming(edit).is_some()
}

fn coming<T>(edit: &Edit<T>) -> Option<&T> {
    match edit {
        Edit::Add(part) => Some(part),
        Edit::Replace(pair) => Some(&pair.desired),
        Edit::Drop(_) | Edit::Rename(_) => None,
    }
}

/// The tables that keys refer to and that are there already.
fn existing_parents<'a>(
    keys: impl IntoIterator<Item = &'a ForeignKey>,
    plan: &'a Plan,
) -> impl Iterator<Item = &'a Name> {
    let observed = &plan.delta.schemas.observed.tables;
    keys.into_iter()
        .map(|key| &key.references)
        .filter(|name| observed.contains_key(name))
}

/// The tables that exist and that a plan locks.
pub(super) fn tables(plan: &Plan) -> Vec<Name> {
    let mut names = BTreeSet::new();
    for change in &plan.delta.changes {
        match change {
            Change::AlterTable(inside) => {
                names.insert(inside.tables.observed.name.clone());
                let keys: Vec<&ForeignKey> =
                    inside.foreign_keys.iter().filter_map(coming).collect();
                names.extend(existing_parents(keys, plan).cloned());
            }
            Change::DropTable(table) => {
                names.insert(table.name.clone());
            }
            Change::CreateTable(table) => {
                names.extend(existing_parents(&table.foreign_keys, plan).cloned());
            }
            Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::Object(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => {}
        }
    }
    names.into_iter().collect()
}
