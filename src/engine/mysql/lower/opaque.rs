//! Objects that are not modelled: made from their print, dropped by name.

use super::{CATALOG, NEW, Plan};
use crate::engine::mysql::render;
use crate::engine::step::{Object, Phase};
use crate::schema::{Change, Opaque, OpaqueKey};
use std::collections::BTreeSet;

/// The order in which kinds are made: each may use those before it.
fn rank(kind: &str) -> usize {
    let order = ["function", "procedure", "view", "trigger", "event"];
    let found = order.iter().position(|known| *known == kind);
    found.unwrap_or(order.len())
}

/// Steps for all of them.
pub(super) fn all(plan: &mut Plan) {
    let mut made: Vec<(&OpaqueKey, &Opaque)> = Vec::new();
    let mut gone: Vec<&OpaqueKey> = Vec::new();
    for change in &plan.delta.changes {
        match change {
            Change::CreateOpaque(key, opaque) => made.push((key, opaque)),
            Change::DropOpaque(key, _) => gone.push(key),
            _ => {}
        }
    }
    made.sort_by_key(|(key, _)| rank(&key.kind));
    for (key, opaque) in in_order(made) {
        create(plan, key, opaque);
    }
    gone.sort_by_key(|key| std::cmp::Reverse(rank(&key.kind)));
    for key in gone {
        drop(plan, key);
    }
}

fn object(key: &OpaqueKey) -> Object {
    Object::part(&key.kind, &key.name, "")
}

/// Views after the views they read. A circle has no order; the server will say so.
fn in_order<'a>(mut left: Vec<(&'a OpaqueKey, &'a Opaque)>) -> Vec<(&'a OpaqueKey, &'a Opaque)> {
    let mut done = Vec::new();
    while !left.is_empty() {
        let views = left.iter().filter(|(key, _)| key.kind == "view");
        let waiting: BTreeSet<_> = views.map(|(key, _)| key.name.clone()).collect();
        let ready = left.iter().position(|(key, opaque)| {
            let mut leans = opaque.depends_on.iter();
            !leans.any(|d| d.table != key.name && waiting.contains(&d.table))
        });
        done.push(left.remove(ready.unwrap_or(0)));
    }
    done
}

fn create(plan: &mut Plan, key: &OpaqueKey, opaque: &Opaque) {
    let Some(definition) = &opaque.definition else {
        plan.refuse(
            object(key),
            "it does not exist, and the catalogs do not print how it is made",
            "create it by hand, or leave it out of the declaration",
        );
        return;
    };
    let routine = matches!(key.kind.as_str(), "function" | "procedure");
    let phase = if routine && opaque.depends_on.is_empty() {
        Phase::Prepare
    } else {
        Phase::Finish
    };
    plan.step(phase, object(key), definition.clone(), NEW);
}

fn drop(plan: &mut Plan, key: &OpaqueKey) {
    if rank(&key.kind) == rank("") {
        plan.refuse(
            object(key),
            "it is of a kind that is not modelled",
            "drop it by hand",
        );
        return;
    }
    let sql = format!(
        "DROP {} {}",
        key.kind.to_uppercase(),
        render::name(&key.name)
    );
    // The first phase, as the mirror of the last one: what leans on a table goes before it.
    plan.step(Phase::Prepare, object(key), sql, CATALOG);
}
