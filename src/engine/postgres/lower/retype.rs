//! Columns that get another type or collation, and the work with what leans on them.

use super::guard::{Harm, allows};
use super::{Lowering, parts, swap};
use crate::engine::postgres::expression::mentions;
use crate::engine::postgres::render::{self, quote};
use crate::engine::postgres::types;
use crate::engine::{Lock, Object, Phase, TypeChange, Work};
use crate::schema::{
    Attribute, Change, Column, ColumnEdit, Edit, Index, Kind, Name, ObjectKey, Pair, Part, Table,
    TableDelta, Term,
};
use std::collections::BTreeSet;

/// `ALTER COLUMN … TYPE`.
pub(super) fn lower(
    lowering: &mut Lowering<'_>,
    delta: &TableDelta,
    pair: &Pair<Column>,
    object: &Object,
    alter: &str,
) {
    let (old, new) = (&pair.observed, &pair.desired);
    let home = &delta.tables.observed.name;
    if !allows(lowering, Harm::Retype, home, Some(&old.name), object) {
        return;
    }
    let mut sql = format!("{alter} TYPE {}", new.data_type);
    if let Some(collation) = new.attributes.get(&Attribute::Collation) {
        render::push(&mut sql, format!(" COLLATE {collation}"));
    }
    let column = quote(&new.name);
    let using = match swap::using(lowering.delta, pair, &column) {
        Some(Ok(using)) => using,
        Some(Err(reason)) => {
            let instead = "change the type in steps, each in a release of its own";
            lowering.refuse(object.clone(), reason, instead);
            return;
        }
        None => types::using(&old.data_type, &new.data_type, &column),
    };
    if let Some(using) = using {
        render::push(&mut sql, format!(" USING {using}"));
    }
    let work = if old.data_type == new.data_type {
        // Another collation sorts the indexes anew.
        Work::IndexBuild
    } else {
        let own = types::work(&old.data_type, &new.data_type);
        own.max(leaning(lowering, delta, pair))
    };
    lowering.sql(
        Phase::AlterTables,
        object.clone(),
        sql,
        (Lock::BlocksAll, work),
    );
}

/// Foreign keys whose columns get a type that is not compared with the one they have: half way the two
/// sides could not be ("cannot be implemented", 42804).
pub(super) fn foreign_keys(lowering: &mut Lowering<'_>) {
    let delta = lowering.delta;
    for change in &delta.changes {
        let Change::AlterTable(inside) = change else {
            continue;
        };
        let recast = |pair: &Pair<Column>| {
            let (from, to) = (&pair.observed.data_type, &pair.desired.data_type);
            types::change(from, to) == TypeChange::Recast
        };
        let columns = inside.columns.iter().filter_map(|edit| match edit {
            ColumnEdit::Change(pair) if recast(pair) => Some(&pair.observed.name),
            _ => None,
        });
        let columns: BTreeSet<&String> = columns.collect();
        let observed = &inside.tables.observed;
        for key in &observed.foreign_keys {
            if key.columns.iter().any(|column| columns.contains(column)) {
                parts::around(lowering, observed, key);
            }
        }
    }
}

/// What is done again with the parts that stay and lean on the column, though no row is written: checks
/// are looked at (`ATPostAlterTypeCleanup` adds them anew, of all versions), and an index is built where
/// it has an expression or a predicate, or another operator class from now on (`CheckIndexCompatible`).
fn leaning(lowering: &Lowering<'_>, delta: &TableDelta, pair: &Pair<Column>) -> Work {
    let column = &pair.desired.name;
    let types = (&pair.observed.data_type, &pair.desired.data_type);
    let sorts_alike = types::same_operators(types.0, types.1);
    let mut most = Work::Metadata;
    for table in family(lowering, delta) {
        let comes = |label: &str| table.name == delta.tables.desired.name && added(delta, label);
        let keys = table.primary_key.iter().chain(&table.uniques);
        let builds = |parts: &[Part]| names(parts, column) && !sorts_alike;
        let indexes = table.indexes.iter();
        if keys
            .clone()
            .any(|key| !comes(&key.label.text) && builds(&key.parts))
            || indexes.clone().any(|index| {
                !comes(&index.label.text) && (builds(&index.parts) || is_special(index, column))
            })
        {
            return Work::IndexBuild;
        }
        let reads = table.checks.iter().any(|check| {
            let looks = !check.attributes.contains_key(&Attribute::NotValid)
                && !check.attributes.contains_key(&Attribute::NotEnforced);
            looks && !comes(&check.label.text) && mentions(&check.expression, column)
        });
        let refers = !sorts_alike
            && table
                .foreign_keys
                .iter()
                .any(|key| key.columns.contains(column) && !comes(&key.label.text));
        if reads || refers {
            most = Work::Scan;
        }
    }
    let old = &pair.observed.name;
    if excludes(lowering, &delta.tables.observed.name, old, sorts_alike) {
        return Work::IndexBuild;
    }
    most
}

/// The table as it will be, and all partitions below it.
fn family<'a>(lowering: &Lowering<'a>, delta: &'a TableDelta) -> Vec<&'a Table> {
    let mut found = vec![&delta.tables.desired];
    let desired = &lowering.delta.schemas.desired;
    let mut at = 0;
    while let Some(table) = found.get(at) {
        at += 1;
        if table.is_partitioned() {
            found.extend(desired.partitions(&table.name));
        }
    }
    found
}

/// Whether a part comes with this change.
fn added(delta: &TableDelta, label: &str) -> bool {
    fn comes<T>(edits: &[Edit<T>], is: impl Fn(&T) -> bool) -> bool {
        edits.iter().any(|edit| match edit {
            Edit::Add(new) => is(new),
            Edit::Replace(pair) => is(&pair.desired),
            Edit::Drop(_) | Edit::Rename(_) => false,
        })
    }
    comes(&delta.uniques, |key| key.label.text == label)
        || comes(delta.primary_key.as_slice(), |key| key.label.text == label)
        || comes(&delta.indexes, |index| index.label.text == label)
        || comes(&delta.checks, |check| check.label.text == label)
        || comes(&delta.foreign_keys, |key| key.label.text == label)
}

fn names(parts: &[Part], column: &str) -> bool {
    parts.iter().any(|part| match &part.term {
        Term::Column(name) => name == column,
        Term::Expression(sql) => mentions(sql, column),
    })
}

/// Whether an index is built again whatever the type is.
fn is_special(index: &Index, column: &str) -> bool {
    let predicate = index.attributes.get(&Attribute::Predicate);
    let special = predicate.is_some()
        || index
            .parts
            .iter()
            .any(|part| matches!(part.term, Term::Expression(_)));
    special && (names(&index.parts, column) || predicate.is_some_and(|sql| mentions(sql, column)))
}

/// Whether the index of an exclusion constraint is built again.
fn excludes(lowering: &Lowering<'_>, table: &Name, column: &str, sorts_alike: bool) -> bool {
    let first = ObjectKey::part(Kind::Exclusion, table.clone(), "");
    let objects = lowering.delta.schemas.observed.objects.range(first..);
    let mut own = objects.take_while(|(key, _)| key.kind == Kind::Exclusion && key.name == *table);
    own.any(|(_, object)| {
        // More brackets than those around the list are an expression or a predicate.
        let special = object.definition.matches('(').count() > 1;
        (special || !sorts_alike) && mentions(&object.definition, column)
    })
}
