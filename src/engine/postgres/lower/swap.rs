//! Types that are swapped while columns are of them: the observed one is renamed away when the
//! desired one is made, each column goes over to it, and the observed one is dropped last.

use super::objects::drop_sql;
use super::{Lowering, parts};
use crate::engine::postgres::expression::mentions;
use crate::engine::postgres::render::quote;
use crate::engine::postgres::types;
use crate::engine::{Lock, Object, Phase, Statement, TypeChange, Work};
use crate::schema::{
    Change, Column, ColumnEdit, Defined, Delta, Element, Field, Kind, Name, ObjectKey, Pair, Table,
    Term, fields,
};
use std::collections::BTreeSet;

/// Tables with a column of a type that is swapped, under both their names. They are written again
/// as a whole, and all of it shares one transaction: half way the type would have two names.
pub(super) fn tables(delta: &Delta) -> BTreeSet<&Name> {
    let tables = columns(delta).into_iter();
    tables
        .flat_map(|(inside, _)| [&inside.observed.name, &inside.desired.name])
        .collect()
}

/// The columns of such types, each with its table, as they change.
fn columns(delta: &Delta) -> Vec<(&Pair<Table>, &Pair<Column>)> {
    let altered = delta.changes.iter().filter_map(|change| match change {
        Change::AlterTable(inside) => Some(inside),
        _ => None,
    });
    let edits = altered.flat_map(|inside| inside.columns.iter().map(|edit| (&inside.tables, edit)));
    edits
        .filter_map(|(tables, edit)| match edit {
            ColumnEdit::Change(pair) => Some((tables, pair)),
            ColumnEdit::Add { .. } | ColumnEdit::Drop(_) => None,
        })
        .filter(|(_, pair)| delta.swaps.leaves(&pair.observed.data_type))
        .collect()
}

/// What holds a type and is not managed cannot go over to another.
pub(super) fn refuse_strangers(lowering: &mut Lowering<'_>, key: &ObjectKey, object: &Defined) {
    if let Some(first) = object.strangers.first() {
        lowering.refuse(
            Object::from(key),
            format!("another type cannot take its place while {first} is of it or leans on it"),
            "declare a new type under another name, and change the columns that are declared to it",
        );
    }
}

/// A routine has to be gone while the types of its arguments are swapped, or while it is made anew. What
/// a table computes by calling it would have to be gone as well.
pub(super) fn refuse_called(lowering: &mut Lowering<'_>, key: &ObjectKey) {
    if !matches!(key.kind, Kind::Function | Kind::Procedure) {
        return;
    }
    let tables = lowering.delta.schemas.observed.tables.values();
    let callers = tables.flat_map(|table| texts(table).into_iter().map(move |text| (table, text)));
    let calls = [
        format!("{}(", key.bare()),
        format!("{}(", quote(key.bare())),
    ];
    let mut callers = callers.filter(|(_, (_, text))| {
        mentions(text, key.bare()) && calls.iter().any(|call| text.contains(call))
    });
    if let Some((table, (part, _))) = callers.next() {
        let reason = format!(
            "it has to be dropped and made anew, and {part} of table {} calls it",
            table.name
        );
        let instead = "drop what calls it first, and add it again afterwards";
        lowering.refuse(Object::from(key), reason, instead);
    }
}

/// The texts of a table that may call something, each with what it is.
fn texts(table: &Table) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    for column in &table.columns {
        let generated = column.generated.iter().map(|g| g.expression.as_str());
        let all = column.default.as_deref().into_iter().chain(generated);
        found.extend(all.map(|text| (format!("column {}", column.name), text)));
    }
    for check in &table.checks {
        let what = format!("check {}", check.label().text);
        found.push((what, check.expression.as_str()));
    }
    for index in &table.indexes {
        let what = format!("index {}", index.label().text);
        let predicate = index.attributes.get(&crate::schema::Attribute::Predicate);
        let terms = index.parts.iter().filter_map(|part| match &part.term {
            Term::Expression(sql) => Some(sql),
            Term::Column(_) => None,
        });
        let all = terms.chain(predicate);
        found.extend(all.map(|text| (what.clone(), text.as_str())));
    }
    found
}

/// The observed type is dropped when nothing is of it any more.
pub(super) fn retire(lowering: &mut Lowering<'_>, key: &ObjectKey, meanwhile: &Name) {
    let gone = ObjectKey::new(key.kind, meanwhile.clone());
    let statement = Statement::new(drop_sql(&gone));
    let cost = (Lock::None, Work::Metadata);
    lowering.push(Phase::Retire, Object::from(key), statement, cost);
}

/// Foreign keys between columns of such a type: half way the two sides could not be compared.
pub(super) fn foreign_keys(lowering: &mut Lowering<'_>) {
    let delta = lowering.delta;
    for (tables, pair) in columns(delta) {
        let table = &tables.observed;
        let Some(observed) = delta.schemas.observed.tables.get(&table.name) else {
            continue;
        };
        for key in &observed.foreign_keys {
            // Of several columns the first is enough.
            let mut own = key.columns.iter().filter(|column| {
                let all = columns(delta).into_iter();
                all.clone().any(|(other, pair)| {
                    other.observed.name == table.name && pair.observed.name == **column
                })
            });
            if own.next() == Some(&pair.observed.name) {
                parts::around(lowering, observed, key);
            }
        }
    }
}

/// The conversion to write after `USING` for a column that goes over from a swapped type to the
/// desired one, or why there is none; `None` where the column is of no such type.
pub(super) fn using(
    delta: &Delta,
    pair: &Pair<Column>,
    column: &str,
) -> Option<Result<Option<String>, String>> {
    let Pair { observed, desired } = pair;
    let (key, objects) = delta
        .swaps
        .between(&observed.data_type, &desired.data_type)?;
    let target = desired.data_type.as_str();
    let by_text = if target.ends_with("[]") {
        format!("{column}::text[]::{target}")
    } else {
        format!("{column}::text::{target}")
    };
    let is_array = target.ends_with("[]");
    Some(match key.kind {
        Kind::CompositeType => composite(delta, objects, column, target, by_text),
        Kind::Domain if !is_array => Ok(domain(objects, column, target, by_text)),
        _ => Ok(Some(by_text)),
    })
}

/// As a column of what the domain is made of would be converted. Where the server does so by itself
/// it also looks whether values fit.
fn domain(objects: Pair<&Defined>, column: &str, target: &str, by_text: String) -> Option<String> {
    let (before, after) = (objects.observed.face.first(), objects.desired.face.first());
    match (before, after) {
        (Some(before), Some(after)) if before != after => {
            let base = format!("{column}::{before}");
            types::using(before, after, &base).map(|path| format!("{path}::{target}"))
        }
        _ => Some(by_text),
    }
}

/// Field by field; by way of what is printed where the fields are those that were there.
fn composite(
    delta: &Delta,
    objects: Pair<&Defined>,
    column: &str,
    target: &str,
    by_text: String,
) -> Result<Option<String>, String> {
    let unknown = || "its fields are not understood".to_owned();
    let before = fields(objects.observed).ok_or_else(unknown)?;
    let after = fields(objects.desired).ok_or_else(unknown)?;
    let names = |list: &[Field<'_>]| list.iter().map(|f| f.name.to_owned()).collect::<Vec<_>>();
    if names(&before) == names(&after) {
        return Ok(Some(by_text));
    }
    if target.ends_with("[]") {
        return Err("it is an array of a type whose fields come, go or change places".to_owned());
    }
    let value = |field: &Field<'_>| -> Result<String, String> {
        let Some(was) = before.iter().find(|known| known.name == field.name) else {
            return Ok("NULL".to_owned());
        };
        let read = format!("({column}).{}", field.name);
        let swapped = crate::schema::type_name(field.data_type).is_some_and(|name| {
            let kinds = [Kind::Enum, Kind::CompositeType, Kind::Domain];
            kinds.into_iter().any(|kind| {
                let key = ObjectKey::new(kind, name.clone());
                delta.swaps.meanwhile(&key).is_some()
            })
        });
        match types::change(was.data_type, field.data_type) {
            TypeChange::Widening if swapped => Ok(format!("{read}::text::{}", field.data_type)),
            TypeChange::Widening if was == field => Ok(read),
            TypeChange::Widening => Ok(format!("{read}::{}", field.data_type)),
            TypeChange::Narrowing | TypeChange::Recast => Err(format!(
                "field {} gets another type while others come, go or change places",
                field.name
            )),
        }
    };
    let values: Vec<String> = after.iter().map(value).collect::<Result<_, _>>()?;
    let list = values.join(", ");
    // A row of NULLs is NULL, too, for `IS NULL`; it is not for `IS DISTINCT FROM` (9.2
    // "Comparison Functions and Operators").
    Ok(Some(format!(
        "CASE WHEN {column} IS DISTINCT FROM NULL THEN ROW({list})::{target} END"
    )))
}
