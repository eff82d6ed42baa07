//! What of a step comes back when it is undone.

use super::risk::Facts;
use super::swap::type_change;
use crate::engine::{Dialect, Object, Question, TypeChange};
use crate::schema::{
    Change, Column, ColumnEdit, Defined, Delta, Kind as ObjectKind, ObjectChange, ObjectKey, Pair,
    TableDelta, fields, removed_labels, type_name,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How far a step can be undone.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum ReversalClass {
    /// Structure and data return.
    R0,
    /// Structure and data return unless data written since stands in the way (or would be lost).
    R2,
    /// The structure returns, the data only from the backup.
    R1,
    /// Not reversible by statements.
    R3,
}

/// How one step is undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reversal {
    /// How far.
    pub class: ReversalClass,
    /// The statements of the rollback plan for the same object.
    pub statements: Vec<String>,
    /// What does not come back, for people.
    pub note: Option<String>,
}

/// The class of a step by what it does to its object.
pub(super) fn class_of(
    object: &Object,
    delta: &Delta,
    dialect: &dyn Dialect,
    facts: &Facts,
) -> (ReversalClass, Option<String>) {
    let mut class = ReversalClass::R0;
    let mut note = None;
    let mut worst = |new: ReversalClass, text: &str| {
        if new > class {
            class = new;
            note = Some(text.to_owned());
        }
    };
    for change in &delta.changes {
        match change {
            Change::CreateTable(table) if table.name == object.name && object.part.is_empty() => {
                worst(
                    ReversalClass::R2,
                    "rows written since are lost with the table",
                );
            }
            Change::DropTable(table) if table.name == object.name => {
                if facts.get(&Question::Rows(table.name.clone())) != Some(0) {
                    worst(ReversalClass::R1, "the rows return only from the backup");
                }
            }
            Change::AlterTable(inside)
                if inside.tables.desired.name == object.name
                    || inside.tables.observed.name == object.name =>
            {
                if let Some((new, text)) = partition_class(object, inside, delta, facts) {
                    worst(new, text);
                }
                for edit in &inside.columns {
                    let table = &inside.tables.observed.name;
                    let (new, text) = column_class(edit, table, delta, dialect, facts);
                    let whole = object.part.is_empty();
                    if whole || names(edit).contains(&object.part.as_str()) {
                        worst(new, text);
                    }
                }
            }
            Change::Object(ObjectChange::Replace(replaced))
                if Object::from(&replaced.keys.desired) == *object
                    && is_held(delta, &replaced.keys.desired) =>
            {
                let (new, text) = type_class(&replaced.keys.desired, replaced.objects.as_ref());
                worst(new, text);
            }
            Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::CreateTable(_)
            | Change::DropTable(_)
            | Change::AlterTable(_)
            | Change::Object(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => {}
        }
    }
    (class, note)
}

/// Whether a column is of a type.
fn is_held(delta: &Delta, key: &ObjectKey) -> bool {
    let mut tables = delta.schemas.observed.tables.values();
    let of_it = |column: &Column| type_name(&column.data_type).as_ref() == Some(&key.name);
    tables.any(|table| table.columns.iter().any(of_it))
}

/// The class of a change of a type, where it stands or by a swap.
fn type_class(key: &ObjectKey, objects: Pair<&Defined>) -> (ReversalClass, &'static str) {
    let Pair { observed, desired } = objects;
    let back = Pair {
        observed: desired,
        desired: observed,
    };
    let names = |object| -> Vec<&str> {
        let list = fields(object).unwrap_or_default();
        list.iter().map(|field| field.name).collect()
    };
    match key.kind {
        ObjectKind::Enum if !removed_labels(back).is_empty() => (
            ReversalClass::R2,
            "rows that hold an added label since stand in the way",
        ),
        ObjectKind::CompositeType
            if names(observed)
                .iter()
                .any(|name| !names(desired).contains(name)) =>
        {
            (
                ReversalClass::R1,
                "the values of fields that go return only from the backup",
            )
        }
        _ => (ReversalClass::R0, ""),
    }
}

/// The class of what becomes of partitions that are no tables: rows that are divided otherwise stay.
fn partition_class(
    object: &Object,
    inside: &TableDelta,
    delta: &Delta,
    facts: &Facts,
) -> Option<(ReversalClass, &'static str)> {
    let about = |name: &str| object.part.is_empty() || object.part == name;
    let moves = inside.resettled(delta.direction);
    let table = &inside.tables.observed.name;
    let filled =
        |name: &str| facts.get(&Question::PartitionRows(table.clone(), name.to_owned())) != Some(0);
    let mut lost = moves.dropped.iter().map(|one| one.name.as_str());
    if lost.any(|name| about(name) && filled(name)) {
        return Some((ReversalClass::R1, "the rows return only from the backup"));
    }
    let mut added = moves.added.iter();
    added.any(|one| about(&one.name)).then_some((
        ReversalClass::R2,
        "rows written since are lost with the partition",
    ))
}

fn names(edit: &ColumnEdit) -> Vec<&str> {
    match edit {
        ColumnEdit::Add { column, .. } | ColumnEdit::Drop(column) => vec![&column.name],
        ColumnEdit::Change(Pair { observed, desired }) => vec![&observed.name, &desired.name],
    }
}

fn column_class(
    edit: &ColumnEdit,
    table: &crate::schema::Name,
    delta: &Delta,
    dialect: &dyn Dialect,
    facts: &Facts,
) -> (ReversalClass, &'static str) {
    match edit {
        ColumnEdit::Add { .. } => (
            ReversalClass::R2,
            "values written since are lost with the column",
        ),
        ColumnEdit::Drop(Column {
            name, generated, ..
        }) => {
            let empty = facts.get(&Question::Values(table.clone(), name.clone())) == Some(0);
            if empty || generated.is_some() {
                (ReversalClass::R0, "")
            } else {
                (ReversalClass::R1, "the values return only from the backup")
            }
        }
        ColumnEdit::Change(pair) => {
            let Pair { observed, desired } = pair;
            if observed.data_type == desired.data_type {
                let loosened = desired.nullable && !observed.nullable;
                let class = if loosened {
                    ReversalClass::R2
                } else {
                    ReversalClass::R0
                };
                return (class, "NULLs written since stand in the way");
            }
            match type_change(delta, pair, dialect) {
                TypeChange::Widening => {
                    (ReversalClass::R2, "values written since may not fit back")
                }
                TypeChange::Narrowing | TypeChange::Recast => (
                    ReversalClass::R1,
                    "converted values return only from the backup",
                ),
            }
        }
    }
}
