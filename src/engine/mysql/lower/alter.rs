//! Changes inside one table, in the order in which the servers take them.

use super::{Cost, Plan, columns, keys, partitions, table_attribute_cost};
use crate::engine::mysql::render;
use crate::engine::step::{Lock, Object, Phase, Work};
use crate::schema::{Attribute, Pair, TableDelta};
use std::collections::BTreeMap;

pub(super) fn table(plan: &mut Plan, delta: &TableDelta) {
    if delta.renamed() {
        let (from, to) = (&delta.tables.observed.name, &delta.tables.desired.name);
        let sql = format!(
            "RENAME TABLE {} TO {}",
            render::name(from),
            render::name(to)
        );
        let cost = Cost(Lock::BlocksAll, Work::Metadata);
        plan.step(Phase::RenameTables, Object::table(from), sql, cost);
    }
    keys::dropped(plan, delta);
    partitions::before(plan, delta);
    columns::all(plan, delta);
    options(plan, delta);
    partitions::after(plan, delta);
    keys::added(plan, delta);
}

/// Table options, one statement for all, since character set and collation go together.
fn options(plan: &mut Plan, delta: &TableDelta) {
    let mut clauses = Vec::new();
    let text = [Attribute::Charset, Attribute::Collation];
    if text.iter().any(|a| delta.attributes.contains_key(a)) {
        let wanted = &delta.tables.desired.attributes;
        let both = text.iter().filter_map(|attribute| {
            let value = wanted.get(attribute)?;
            render::table_option(*attribute, value)
        });
        clauses.extend(both);
    }
    for (attribute, pair) in &delta.attributes {
        if !text.contains(attribute) {
            clauses.extend(option(*attribute, pair));
        }
    }
    let cost = |a: &Attribute| table_attribute_cost(plan.flavour, &delta.tables.observed, *a);
    let costs = delta.attributes.keys().map(cost);
    let worst = costs.max_by_key(|cost| (cost.0, cost.1));
    if let (Some(cost), false) = (worst, clauses.is_empty()) {
        let object = Object::table(&delta.tables.desired.name);
        plan.alter(Phase::AlterTables, object, &clauses, cost);
    }
}

fn option(attribute: Attribute, pair: &Pair<Option<String>>) -> Vec<String> {
    match (&pair.desired, attribute) {
        (_, Attribute::TableOptions) => table_options(pair),
        (Some(value), _) => render::table_option(attribute, value).into_iter().collect(),
        (None, Attribute::Comment) => vec!["COMMENT=''".to_owned()],
        (None, Attribute::RowFormat) => vec!["ROW_FORMAT=DEFAULT".to_owned()],
        (None, Attribute::KeyBlockSize) => vec!["KEY_BLOCK_SIZE=0".to_owned()],
        (None, _) => Vec::new(),
    }
}

/// The options that came or changed, and the neutral value of those that went (`MySQL` 8.4 manual,
/// 15.1.20, "Table Options").
fn table_options(pair: &Pair<Option<String>>) -> Vec<String> {
    let split = |text: &Option<String>| -> BTreeMap<String, String> {
        text.iter()
            .flat_map(|text| text.split(' '))
            .filter_map(|option| option.split_once('='))
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect()
    };
    let (old, new) = (split(&pair.observed), split(&pair.desired));
    let gone = old
        .keys()
        .filter(|key| !new.contains_key(*key))
        .map(|key| (key.clone(), neutral(key).to_owned()));
    let came = new
        .iter()
        .filter(|(key, value)| old.get(*key) != Some(value))
        .map(|(key, value)| (key.clone(), value.clone()));
    gone.chain(came)
        .map(|(key, value)| format!("{key}={value}"))
        .collect()
}

fn neutral(option: &str) -> &'static str {
    match option {
        "COMPRESSION" => "''",
        "MAX_ROWS" | "MIN_ROWS" | "AVG_ROW_LENGTH" | "CHECKSUM" | "DELAY_KEY_WRITE" => "0",
        "ENCRYPTION" => "'N'",
        _ => "DEFAULT",
    }
}
