//! Changes as people make them, a few at a time.

use super::dialect::{is_plain, types};
use super::schema::{Column, Schema, Table};
use driftless::engine::Engine;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

/// The schema with one to six changes.
pub(super) fn some(engine: Engine, schema: &Schema, random: &mut StdRng) -> Schema {
    let mut after = schema.clone();
    for _ in 0..random.random_range(1..=6) {
        one(engine, &mut after, random);
    }
    for table in &mut after.tables {
        let before = schema.tables.iter().find(|it| it.name == table.name);
        for column in &mut table.columns {
            // Rows that are there have nothing to put into it.
            let new = before.is_some_and(|it| it.column(&column.name).is_none());
            column.nullable |= new && column.default.is_none();
        }
    }
    after
}

fn one(engine: Engine, schema: &mut Schema, random: &mut StdRng) {
    let at = random.random_range(0..schema.tables.len());
    match random.random_range(0..13) {
        0 => schema.add_table(engine, random),
        1 if schema.tables.len() > 1 => drop_table(schema, at),
        2 => {
            if let Some(name) = schema.tables[at].free_name(random) {
                let column = Column::any(engine, name, random);
                schema.tables[at].columns.push(column);
            }
        }
        3 => drop_column(schema, at, random),
        4 => retype(engine, &mut schema.tables[at], random),
        5 => with_column(&mut schema.tables[at], random, |column, _| {
            column.nullable = !column.nullable;
        }),
        6 => with_column(&mut schema.tables[at], random, |column, random| {
            if column.default.is_some() {
                column.default = None;
            } else {
                column.set_default(engine, random);
            }
        }),
        7 => schema.add_index(engine, at, random),
        8 => drop(schema.tables[at].indexes.pop()),
        9 => schema.add_check(at, random),
        10 => drop(schema.tables[at].checks.pop()),
        11 => match schema.views.pop() {
            Some(mut view) if random.random_bool(0.5) => {
                view.columns.truncate(view.columns.len().max(2) - 1);
                schema.views.push(view);
            }
            Some(_) => {}
            None => schema.add_view(random),
        },
        _ => with_column(&mut schema.tables[at], random, |column, random| {
            column.comment = match column.comment {
                Some(_) => None,
                None => Some(format!("it's no. {}", random.random_range(0..9))),
            };
        }),
    }
}

fn with_column(table: &mut Table, random: &mut StdRng, change: impl Fn(&mut Column, &mut StdRng)) {
    let free: Vec<String> = table
        .columns
        .iter()
        .filter(|column| !table.is_leant_on(&column.name))
        .map(|column| column.name.clone())
        .collect();
    if let Some(name) = free.choose(random)
        && let Some(column) = table.columns.iter_mut().find(|c| c.name == *name)
    {
        change(column, random);
    }
}

/// Another type of the same family, and what cannot be with it goes.
fn retype(engine: Engine, table: &mut Table, random: &mut StdRng) {
    with_column(table, random, |column, random| {
        column.data_type = types(engine, column.family).choose(random).unwrap();
        if !is_plain(engine, column.data_type) {
            column.default = None;
        }
    });
    let unfit: Vec<String> = table
        .columns
        .iter()
        .filter(|c| !is_plain(engine, c.data_type) || c.data_type == "varchar(300)")
        .map(|c| c.name.clone())
        .collect();
    table
        .indexes
        .retain(|index| !index.columns.iter().any(|(name, _)| unfit.contains(name)));
}

fn drop_table(schema: &mut Schema, at: usize) {
    let gone = schema.tables.remove(at).name;
    schema.views.retain(|view| view.table != gone);
    for table in &mut schema.tables {
        table.references.retain(|key| key.table != gone);
    }
}

fn drop_column(schema: &mut Schema, at: usize, random: &mut StdRng) {
    let table = &mut schema.tables[at];
    let Some(column) = table.some_column(random).map(|column| column.name.clone()) else {
        return;
    };
    if table.columns.len() < 2 || table.doubled.as_deref() == Some(column.as_str()) {
        return;
    }
    table.columns.retain(|c| c.name != column);
    table
        .indexes
        .retain(|index| !index.columns.iter().any(|(name, _)| *name == column));
    table.checks.retain(|check| check.column != column);
    table.references.retain(|key| key.column != column);
    let name = table.name.clone();
    for view in schema.views.iter_mut().filter(|view| view.table == name) {
        view.columns.retain(|c| *c != column);
    }
}
