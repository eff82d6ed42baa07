//! Objects that are not modelled: made from the statement the server printed, dropped plainly.

use super::Lowering;
use crate::engine::postgres::render::{quote, quoted_name};
use crate::engine::{Lock, Object, Phase, Statement, Work};
use crate::schema::{Change, Name, Opaque, OpaqueKey};
use std::collections::{BTreeMap, BTreeSet};

type Entry<'a> = (&'a OpaqueKey, &'a Opaque);

/// Makes and drops, each after (before) what it leans on.
pub(super) fn lower(lowering: &mut Lowering<'_>) {
    let delta = lowering.delta;
    let made: Vec<Entry<'_>> = delta
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::CreateOpaque(key, opaque) => Some((key, opaque)),
            _ => None,
        })
        .collect();
    for (key, opaque) in ordered(&made) {
        create(lowering, key, opaque);
    }
    let gone: Vec<Entry<'_>> = delta
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::DropOpaque(key, opaque) => Some((key, opaque)),
            _ => None,
        })
        .collect();
    for (key, opaque) in ordered(&gone).into_iter().rev() {
        drop(lowering, key, opaque);
    }
}

/// Whether tables may lean on it, so that it has to be there before them.
fn is_early(key: &OpaqueKey, opaque: &Opaque) -> bool {
    match key.kind.as_str() {
        "extension" | "enum" | "range type" | "domain" | "composite type" | "sequence" => {
            opaque.depends_on.is_empty()
        }
        "function" | "procedure" => opaque.depends_on.is_empty(),
        _ => false,
    }
}

fn object(key: &OpaqueKey) -> Object {
    Object {
        kind: key.kind.clone(),
        name: key.name.clone(),
        part: String::new(),
    }
}

fn create(lowering: &mut Lowering<'_>, key: &OpaqueKey, opaque: &Opaque) {
    let Some(definition) = &opaque.definition else {
        lowering.refuse(
            object(key),
            format!(
                "{} ({})",
                "it cannot be made from the catalog", opaque.reason
            ),
            "create it by other means, or leave it out of the declaration",
        );
        return;
    };
    let phase = if is_early(key, opaque) {
        Phase::Prepare
    } else {
        Phase::Finish
    };
    // `CREATE TRIGGER`, `CREATE POLICY` and `CREATE RULE` lock their table against writes at least.
    let lock = match key.kind.as_str() {
        "trigger" => Lock::BlocksWrites,
        "policy" | "rule" | "exclusion constraint" => Lock::BlocksAll,
        _ => Lock::None,
    };
    let work = match key.kind.as_str() {
        "exclusion constraint" | "index of a materialized view" => Work::IndexBuild,
        "materialized view" => Work::Scan,
        _ => Work::Metadata,
    };
    lowering.sql(phase, object(key), definition.clone(), (lock, work));
}

fn drop(lowering: &mut Lowering<'_>, key: &OpaqueKey, opaque: &Opaque) {
    let Some(statement) = drop_statement(key, opaque) else {
        lowering.refuse(
            object(key),
            format!("{}s are not dropped by this version", key.kind),
            "drop it by other means",
        );
        return;
    };
    let phase = if is_early(key, opaque) {
        Phase::Retire
    } else {
        Phase::DropForeignKeys
    };
    let cost = (Lock::BlocksAll, Work::Metadata);
    lowering.push(phase, object(key), Statement::new(statement), cost);
}

/// A plain `DROP`: without `CASCADE` it fails where something still leans on the object.
fn drop_statement(key: &OpaqueKey, opaque: &Opaque) -> Option<String> {
    let name = quoted_name(&key.name);
    let word = match key.kind.as_str() {
        "view" => "VIEW",
        "materialized view" => "MATERIALIZED VIEW",
        "sequence" => "SEQUENCE",
        "enum" | "range type" | "composite type" => "TYPE",
        "domain" => "DOMAIN",
        "extension" => "EXTENSION",
        "statistics" => "STATISTICS",
        "index of a materialized view" => "INDEX",
        "function" | "procedure" => {
            let (routine, arguments) = key.name.name.split_once('(')?;
            let routine = quoted_name(&Name::new(&key.name.schema, routine));
            let word = key.kind.to_uppercase();
            return Some(format!("DROP {word} {routine}({arguments}"));
        }
        "trigger" | "policy" | "rule" => {
            let (table, part) = host(key, opaque)?;
            let word = key.kind.to_uppercase();
            return Some(format!(
                "DROP {word} {} ON {}",
                quote(part),
                quoted_name(table)
            ));
        }
        "exclusion constraint" | "temporal constraint" => {
            let (table, part) = host(key, opaque)?;
            let table = quoted_name(table);
            return Some(format!(
                "ALTER TABLE {table} DROP CONSTRAINT {}",
                quote(part)
            ));
        }
        _ => return None,
    };
    Some(format!("DROP {word} {name}"))
}

/// The table an object hangs on, and the object's own name.
fn host<'a>(key: &'a OpaqueKey, opaque: &'a Opaque) -> Option<(&'a Name, &'a str)> {
    opaque.depends_on.iter().find_map(|on| {
        let rest = key.name.name.strip_prefix(on.table.name.as_str())?;
        let part = rest.strip_prefix('.')?;
        (on.table.schema == key.name.schema).then_some((&on.table, part))
    })
}

/// Each object after those that its definition names.
fn ordered<'a>(entries: &[Entry<'a>]) -> Vec<Entry<'a>> {
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (key, _)) in entries.iter().enumerate() {
        let bare = key.name.name.split('(').next().unwrap_or_default();
        by_name.entry(bare).or_default().push(at);
    }
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|at| (rank(&entries[*at].0.kind), entries[*at].0));
    let (mut done, mut sorted) = (BTreeSet::new(), Vec::new());
    for at in order {
        visit(at, entries, &by_name, &mut done, &mut sorted);
    }
    sorted.into_iter().map(|at| entries[at]).collect()
}

fn visit(
    at: usize,
    entries: &[Entry<'_>],
    by_name: &BTreeMap<&str, Vec<usize>>,
    done: &mut BTreeSet<usize>,
    sorted: &mut Vec<usize>,
) {
    if !done.insert(at) {
        return;
    }
    let definition = entries[at].1.definition.as_deref().unwrap_or_default();
    let words = definition.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$'));
    for word in words {
        for other in by_name.get(word).into_iter().flatten() {
            visit(*other, entries, by_name, done, sorted);
        }
    }
    sorted.push(at);
}

fn rank(kind: &str) -> u8 {
    match kind {
        "extension" => 0,
        "enum" | "range type" => 1,
        "domain" | "composite type" => 2,
        "sequence" => 3,
        "function" | "procedure" => 4,
        "view" | "materialized view" => 5,
        _ => 6,
    }
}
