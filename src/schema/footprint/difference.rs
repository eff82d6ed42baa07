//! How a table differs from what a change left, for people.

use crate::schema::{
    Change, ColumnEdit, Edit, Element, Fold, Pair, Schema, Table, TableDelta, diff,
};

/// What a table has that it had not when the change left it, for people. Compared the way a result
/// is compared with its goal, so that a name the engine made up is no difference.
pub(super) fn difference(left: &Table, now: &Table, tables: Fold, parts: Fold) -> Vec<String> {
    let alone = |table: &Table| {
        let mut schema = Schema::default();
        let table = Table {
            name: left.name.clone(),
            ..table.clone()
        };
        schema.tables.insert(table.name.clone(), table);
        schema
    };
    let pair = Pair {
        observed: alone(now),
        desired: alone(left),
    };
    let delta = diff(pair, Vec::new(), tables, parts);
    let inside = delta.changes.iter().filter_map(|change| match change {
        Change::AlterTable(inside) => Some(inside.as_ref()),
        Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::CreateTable(_)
        | Change::DropTable(_)
        | Change::Object(_)
        | Change::CreateOpaque(..)
        | Change::DropOpaque(..) => None,
    });
    inside.flat_map(told).collect()
}

/// The delta leads back, so what it would add was dropped since.
fn told(delta: &TableDelta) -> Vec<String> {
    let mut list: Vec<String> = delta
        .columns
        .iter()
        .map(|edit| match edit {
            ColumnEdit::Add { column, .. } => format!("column {} was dropped since", column.name),
            ColumnEdit::Drop(column) => format!("column {} was added since", column.name),
            ColumnEdit::Change(pair) => format!("column {} was changed since", pair.observed.name),
        })
        .collect();
    list.extend(
        delta
            .primary_key
            .iter()
            .map(|edit| part("primary key", edit)),
    );
    list.extend(
        delta
            .uniques
            .iter()
            .map(|edit| part("unique constraint", edit)),
    );
    list.extend(delta.indexes.iter().map(|edit| part("index", edit)));
    list.extend(
        delta
            .foreign_keys
            .iter()
            .map(|edit| part("foreign key", edit)),
    );
    list.extend(delta.checks.iter().map(|edit| part("check", edit)));
    let renamed = delta.key_indexes.iter();
    list.extend(renamed.map(|pair| format!("index {} was renamed since", pair.observed)));
    if delta.partitions {
        list.push("its partitions were changed since".to_owned());
    }
    if delta.partition.is_some() {
        list.push("what it is a partition of was changed since".to_owned());
    }
    let attributes = delta.attributes.keys();
    list.extend(attributes.map(|attribute| format!("{attribute:?} was changed since")));
    list
}

fn part<T: Element>(kind: &str, edit: &Edit<T>) -> String {
    let (part, what) = match edit {
        Edit::Add(part) => (part, "dropped"),
        Edit::Drop(part) => (part, "added"),
        Edit::Replace(pair) => (&pair.observed, "changed"),
        Edit::Rename(pair) => (&pair.observed, "renamed"),
    };
    let name = &part.label().text;
    let name = if name.is_empty() {
        "without a name"
    } else {
        name
    };
    format!("{kind} {name} was {what} since")
}
