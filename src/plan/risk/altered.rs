//! One altered table, as the rules about its parts see it.

use crate::engine::Object;
use crate::schema::{Column, ColumnEdit, Delta, Edit, Name, Pair, Table, TableDelta};

/// One altered table.
pub(super) struct Altered<'a> {
    pub(super) observed: &'a Name,
    pub(super) desired: &'a Table,
    pub(super) delta: &'a TableDelta,
    /// What else changes.
    pub(super) whole: &'a Delta,
}

impl Altered<'_> {
    pub(super) fn column(&self, column: &Column) -> Object {
        Object::part("column", &self.desired.name, &column.name)
    }

    /// The observed name of a desired column, or `None` when it is new.
    pub(super) fn before(&self, column: &str) -> Option<String> {
        let edits = self.delta.columns.iter();
        for edit in edits {
            match edit {
                ColumnEdit::Add { column: new, .. } if new.name == column => return None,
                ColumnEdit::Change(pair) if pair.desired.name == column => {
                    return Some(pair.observed.name.clone());
                }
                ColumnEdit::Add { .. } | ColumnEdit::Change(_) | ColumnEdit::Drop(_) => {}
            }
        }
        Some(column.to_owned())
    }
}

/// A part that comes, or takes the place of another.
pub(super) fn added<T>(edit: &Edit<T>) -> Option<&T> {
    match edit {
        Edit::Add(part) | Edit::Replace(Pair { desired: part, .. }) => Some(part),
        Edit::Drop(_) | Edit::Rename(_) => None,
    }
}

/// Parts that go without another taking their place.
pub(super) fn removed<T>(edit: &Edit<T>) -> Option<&T> {
    match edit {
        Edit::Drop(part) => Some(part),
        Edit::Add(_) | Edit::Replace(_) | Edit::Rename(_) => None,
    }
}
