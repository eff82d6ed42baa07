//! A plan in numbers.

use crate::schema::{Change, ColumnEdit, Delta, Edit, ObjectChange};
use schemars::JsonSchema;
use serde::Serialize;

/// How much of a kind of object is added, dropped and modified.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Counts {
    /// New ones.
    pub add: usize,
    /// Those that go.
    pub drop: usize,
    /// Those that change.
    pub modify: usize,
}

/// Counts per kind of object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Tables.
    pub tables: Counts,
    /// Columns of tables that exist before and after.
    pub columns: Counts,
    /// Indexes.
    pub indexes: Counts,
    /// Foreign keys.
    pub foreign_keys: Counts,
    /// Primary keys, unique constraints and checks.
    pub constraints: Counts,
    /// Everything else.
    pub other: Counts,
}

impl Summary {
    /// Counts a difference.
    pub fn of(delta: &Delta) -> Self {
        let mut summary = Self::default();
        for change in &delta.changes {
            match change {
                Change::CreateNamespace(_) | Change::CreateOpaque(..) => summary.other.add += 1,
                Change::Object(object) => match object {
                    ObjectChange::Create(..) => summary.other.add += 1,
                    ObjectChange::Drop(..) => summary.other.drop += 1,
                    ObjectChange::Replace(_) => summary.other.modify += 1,
                },
                Change::DropNamespace(_) | Change::DropOpaque(..) => summary.other.drop += 1,
                Change::CreateTable(table) => {
                    summary.tables.add += 1;
                    summary.indexes.add += table.indexes.len();
                    summary.foreign_keys.add += table.foreign_keys.len();
                }
                Change::DropTable(_) => summary.tables.drop += 1,
                Change::AlterTable(inside) => {
                    summary.tables.modify += 1;
                    for edit in &inside.columns {
                        match edit {
                            ColumnEdit::Add { .. } => summary.columns.add += 1,
                            ColumnEdit::Drop(_) => summary.columns.drop += 1,
                            ColumnEdit::Change(_) => summary.columns.modify += 1,
                        }
                    }
                    summary.indexes.count(&inside.indexes);
                    summary.foreign_keys.count(&inside.foreign_keys);
                    summary.constraints.count(&inside.uniques);
                    summary.constraints.count(&inside.checks);
                    summary.constraints.count(inside.primary_key.as_slice());
                }
            }
        }
        summary
    }
}

impl Counts {
    fn count<T>(&mut self, edits: &[Edit<T>]) {
        for edit in edits {
            match edit {
                Edit::Add(_) => self.add += 1,
                Edit::Drop(_) => self.drop += 1,
                Edit::Replace(_) | Edit::Rename(_) => self.modify += 1,
            }
        }
    }
}
