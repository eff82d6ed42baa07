//! What of a step comes back when it is undone.

use super::risk::Facts;
use crate::engine::{Dialect, Object, Question, TypeChange};
use crate::schema::{Change, Column, ColumnEdit, Delta, Pair};
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
                for edit in &inside.columns {
                    let (new, text) =
                        column_class(edit, &inside.tables.observed.name, dialect, facts);
                    let whole = object.part.is_empty();
                    if whole || names(edit).contains(&object.part.as_str()) {
                        worst(new, text);
                    }
                }
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

fn names(edit: &ColumnEdit) -> Vec<&str> {
    match edit {
        ColumnEdit::Add { column, .. } | ColumnEdit::Drop(column) => vec![&column.name],
        ColumnEdit::Change(Pair { observed, desired }) => vec![&observed.name, &desired.name],
    }
}

fn column_class(
    edit: &ColumnEdit,
    table: &crate::schema::Name,
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
        ColumnEdit::Change(Pair { observed, desired }) => {
            if observed.data_type == desired.data_type {
                let loosened = desired.nullable && !observed.nullable;
                let class = if loosened {
                    ReversalClass::R2
                } else {
                    ReversalClass::R0
                };
                return (class, "NULLs written since stand in the way");
            }
            match dialect.type_change(&observed.data_type, &desired.data_type) {
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
