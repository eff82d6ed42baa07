//! What a plan does to tables and columns that something may lean on.

use crate::schema::{Attribute, Change, Column, ColumnEdit, Delta, Dependency, Name, TableDelta};

/// What happens to a table or to one of its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum Act {
    /// It goes.
    Drop,
    /// It gets another name.
    Rename,
    /// It gets another type, collation or generation expression.
    Retype,
    /// A column is added to the table.
    Extend,
    /// Something else about the table changes.
    Alter,
}

/// One act, by observed names.
#[derive(Clone, Copy, Debug)]
pub(in crate::engine) struct Touch<'a> {
    /// The table.
    pub(in crate::engine) table: &'a Name,
    /// The column; `None` for the table itself.
    pub(in crate::engine) column: Option<&'a str>,
    /// What happens.
    pub(in crate::engine) act: Act,
    /// The change of the table; `None` when the table is dropped.
    pub(in crate::engine) inside: Option<&'a TableDelta>,
}

impl Touch<'_> {
    /// Whether a dependency is on what is touched. One on a whole table is on each of its columns.
    pub(super) fn meets(&self, on: &Dependency) -> bool {
        match (self.column, on.column.as_deref()) {
            (Some(ours), Some(theirs)) => ours == theirs,
            (None, _) | (Some(_), None) => true,
        }
    }
}

/// All acts of a plan.
pub(super) fn all(delta: &Delta) -> Vec<Touch<'_>> {
    let mut found = Vec::new();
    for change in &delta.changes {
        match change {
            Change::DropTable(table) => found.push(Touch {
                table: &table.name,
                column: None,
                act: Act::Drop,
                inside: None,
            }),
            Change::AlterTable(inside) => {
                let observed = &inside.tables.observed;
                of_table(&observed.name, inside, &mut found);
                // What leans on a partition's column leans on the parent's.
                if observed.is_partitioned() {
                    let schema = &delta.schemas.observed;
                    let names = schema.tables.keys();
                    let below =
                        names.filter(|name| schema.ancestors(name).contains(&&observed.name));
                    below.for_each(|name| of_columns(name, inside, &mut found));
                }
            }
            Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::CreateTable(_)
            | Change::Object(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => {}
        }
    }
    found
}

fn of_table<'a>(table: &'a Name, inside: &'a TableDelta, found: &mut Vec<Touch<'a>>) {
    let renamed = inside.renamed().then_some(Act::Rename);
    let acts = [Some(Act::Alter), renamed].into_iter().flatten();
    found.extend(acts.map(|act| Touch {
        table,
        column: None,
        act,
        inside: Some(inside),
    }));
    of_columns(table, inside, found);
}

fn of_columns<'a>(table: &'a Name, inside: &'a TableDelta, found: &mut Vec<Touch<'a>>) {
    let mut touch = |column: Option<&'a str>, act: Act| {
        found.push(Touch {
            table,
            column,
            act,
            inside: Some(inside),
        });
    };
    for edit in &inside.columns {
        match edit {
            ColumnEdit::Add { .. } => touch(None, Act::Extend),
            ColumnEdit::Drop(column) => touch(Some(&column.name), Act::Drop),
            ColumnEdit::Change(pair) => {
                let name = pair.observed.name.as_str();
                if pair.observed.name != pair.desired.name {
                    touch(Some(name), Act::Rename);
                }
                if retyped(&pair.observed, &pair.desired) {
                    touch(Some(name), Act::Retype);
                }
            }
        }
    }
}

fn retyped(observed: &Column, desired: &Column) -> bool {
    let collation = |column: &Column| column.attributes.get(&Attribute::Collation).cloned();
    observed.data_type != desired.data_type
        || observed.generated != desired.generated
        || collation(observed) != collation(desired)
}
