//! Tables that become logged or unlogged: a logged one must not refer to an unlogged one ("could not
//! change table … to logged because it references unlogged table …"; 18 manual, `ALTER TABLE`, `SET
//! LOGGED`), so parents become logged first, and children unlogged.

use super::Lowering;
use crate::engine::creation::by_reference;
use crate::engine::postgres::render::quoted_name;
use crate::engine::{Lock, Object, Phase, Work};
use crate::schema::{Attribute, Change, Name, TableDelta};
use std::collections::BTreeMap;

/// Steps for all of them.
pub(super) fn lower(lowering: &mut Lowering<'_>) {
    let delta = lowering.delta;
    let altered = delta.changes.iter().filter_map(|change| match change {
        Change::AlterTable(inside) => Some(inside.as_ref()),
        _ => None,
    });
    let changed = altered.filter(|inside| inside.attributes.contains_key(&Attribute::Unlogged));
    let changed: BTreeMap<&Name, &TableDelta> = changed
        .map(|inside| (&inside.tables.observed.name, inside))
        .collect();
    if changed.is_empty() {
        return;
    }
    let parents_first = by_reference(&delta.schemas.observed).into_iter();
    let ordered: Vec<&TableDelta> = parents_first
        .filter_map(|name| changed.get(name).copied())
        .collect();
    let is_unlogged = |inside: &&&TableDelta| {
        let attributes = &inside.tables.desired.attributes;
        attributes.contains_key(&Attribute::Unlogged)
    };
    let logged = ordered.iter().filter(|inside| !is_unlogged(inside));
    for inside in ordered.iter().rev().filter(is_unlogged) {
        set(lowering, &inside.tables.desired.name, "UNLOGGED");
    }
    for inside in logged {
        set(lowering, &inside.tables.desired.name, "LOGGED");
    }
}

fn set(lowering: &mut Lowering<'_>, table: &Name, mode: &str) {
    let sql = format!("ALTER TABLE {} SET {mode}", quoted_name(table));
    let cost = (Lock::BlocksAll, Work::Rewrite);
    lowering.sql(Phase::AlterTables, Object::table(table), sql, cost);
}
