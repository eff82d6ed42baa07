//! Rules about types that columns are of and that change where they are.

use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::{Dialect, Object, Question};
use crate::schema::{
    Attribute, Change, Column, ColumnEdit, Defined, Delta, Kind, Name, ObjectChange, ObjectKey,
    Pair, Table, fields, replace_word, type_name,
};

/// What is to be said of the columns that hold a type which changes.
pub(super) fn concerns(delta: &Delta, dialect: &dyn Dialect) -> Vec<Concern> {
    let mut list = Vec::new();
    for change in delta.objects() {
        match change {
            ObjectChange::Create(key, object) if key.kind == Kind::DomainCheck => {
                list.extend(checked(delta, dialect, key, object));
            }
            ObjectChange::Replace(replaced) => {
                let key = &replaced.keys.desired;
                let objects = replaced.objects.as_ref();
                match key.kind {
                    Kind::DomainCheck if objects.observed.hash != objects.desired.hash => {
                        list.extend(checked(delta, dialect, key, objects.desired));
                    }
                    Kind::Domain => list.extend(filled(delta, key, objects)),
                    Kind::CompositeType if delta.swaps.meanwhile(key).is_none() => {
                        list.extend(shrunk(delta, key, objects));
                    }
                    _ => {}
                }
            }
            ObjectChange::Create(..) | ObjectChange::Drop(..) => {}
        }
    }
    list
}

/// The columns that are of a type and stay, by their observed names.
pub(super) fn columns<'a>(
    delta: &'a Delta,
    held: &'a Name,
) -> impl Iterator<Item = (&'a Table, &'a Column)> {
    let tables = delta.schemas.observed.tables.values();
    let stays = |table: &Table, column: &Column| {
        delta.changes.iter().all(|change| match change {
            Change::DropTable(gone) => gone.name != table.name,
            Change::AlterTable(inside) if inside.tables.observed.name == table.name => {
                let mut edits = inside.columns.iter();
                !edits
                    .any(|edit| matches!(edit, ColumnEdit::Drop(gone) if gone.name == column.name))
            }
            _ => true,
        })
    };
    tables
        .flat_map(|table| table.columns.iter().map(move |column| (table, column)))
        .filter(|(_, column)| type_name(&column.data_type).as_ref() == Some(held))
        .filter(move |(table, column)| stays(table, column))
}

/// The values of such a column must satisfy a condition from now on.
fn checked(delta: &Delta, dialect: &dyn Dialect, key: &ObjectKey, check: &Defined) -> Vec<Concern> {
    let condition = check.definition.split_once(" CHECK ");
    let Some((_, condition)) = condition.filter(|(_, tail)| !tail.ends_with(" NOT VALID")) else {
        return Vec::new();
    };
    let concern = |(table, column): (&Table, &Column)| {
        let own = replace_word(condition, "VALUE", &dialect.quote(&column.name));
        // An array is checked element by element, which is not asked.
        let plain = !column.data_type.ends_with("[]");
        Concern {
            rule: Rule::CheckAdd,
            object: Object::part("column", &table.name, &column.name),
            question: plain.then(|| Question::Violations(table.name.clone(), own)),
            calm: Severity::Low,
            alarmed: Severity::High,
            certain: Severity::Forbidden,
            message: "values that break the new condition of their domain make the step fail",
            counts: "rows in the way",
            remedy: "correct the rows first",
        }
    };
    columns(delta, &key.name).map(concern).collect()
}

/// A domain takes no NULL from now on.
fn filled(delta: &Delta, key: &ObjectKey, objects: Pair<&Defined>) -> Vec<Concern> {
    let required = |object: &Defined| object.attributes.contains_key(&Attribute::ValueNotNull);
    if required(objects.observed) || !required(objects.desired) {
        return Vec::new();
    }
    let concern = |(table, column): (&Table, &Column)| {
        let plain = !column.data_type.ends_with("[]");
        let nulls = Question::Nulls(table.name.clone(), column.name.clone());
        Concern {
            rule: Rule::ColumnNotNull,
            object: Object::part("column", &table.name, &column.name),
            question: plain.then_some(nulls),
            calm: Severity::Low,
            alarmed: Severity::High,
            certain: Severity::Forbidden,
            message: "rows without a value make the step fail, since their domain takes none",
            counts: "rows with NULL",
            remedy: "fill them first",
        }
    };
    columns(delta, &key.name).map(concern).collect()
}

/// Fields of a composite type go.
fn shrunk(delta: &Delta, key: &ObjectKey, objects: Pair<&Defined>) -> Vec<Concern> {
    let names = |object| -> Vec<&str> {
        let list = fields(object).unwrap_or_default();
        list.iter().map(|field| field.name).collect()
    };
    let after = names(objects.desired);
    if names(objects.observed)
        .iter()
        .all(|name| after.contains(name))
    {
        return Vec::new();
    }
    let concern = |(table, column): (&Table, &Column)| Concern {
        rule: Rule::ColumnNarrow,
        object: Object::part("column", &table.name, &column.name),
        question: Some(Question::Values(table.name.clone(), column.name.clone())),
        calm: Severity::Low,
        alarmed: Severity::Critical,
        certain: Severity::Critical,
        message: "fields of its type go with their values",
        counts: "values",
        remedy: "keep the values elsewhere first",
    };
    columns(delta, &key.name).map(concern).collect()
}
