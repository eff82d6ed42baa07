//! What of a table a plan makes or changes.

use crate::plan::risk::altered::added;
use crate::schema::{
    Attribute, Column, ColumnEdit, Edit, ForeignKey, Index, Key, Pair, Table, TableDelta,
};

/// A table with those of its parts that the plan makes or changes.
pub(super) struct Made<'a> {
    /// The table as it is desired.
    pub(super) table: &'a Table,
    /// Whether the table itself is new.
    pub(super) age: Age,
    /// Columns that are new, or whose type, default or attributes change.
    pub(super) columns: Vec<&'a Column>,
    /// Columns that are new, or get another name.
    pub(super) named: Vec<&'a Column>,
    /// Unique constraints.
    pub(super) uniques: Vec<&'a Key>,
    /// Indexes.
    pub(super) indexes: Vec<&'a Index>,
    /// Foreign keys that start here.
    pub(super) foreign_keys: Vec<&'a ForeignKey>,
    /// Attributes that the table has not had with that value.
    attributes: Vec<Attribute>,
}

/// How a table comes to be what is desired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// It is made.
    New,
    /// It is there and loses its primary key.
    LosesKey,
    /// It is there and gets another name.
    Renamed,
    /// It is there.
    Known,
}

impl<'a> Made<'a> {
    /// A table that is made. A partition's columns are its parent's.
    pub(super) fn whole(table: &'a Table) -> Self {
        let own = table.partition_of.is_none();
        let columns: Vec<&Column> = table.columns.iter().filter(|_| own).collect();
        Self {
            table,
            age: Age::New,
            named: columns.clone(),
            columns,
            uniques: table.uniques.iter().collect(),
            indexes: table.indexes.iter().collect(),
            foreign_keys: table.foreign_keys.iter().collect(),
            attributes: table.attributes.keys().copied().collect(),
        }
    }

    /// What of a table changes.
    pub(super) fn inside(inside: &'a TableDelta) -> Self {
        let (mut columns, mut named) = (Vec::new(), Vec::new());
        for edit in &inside.columns {
            match edit {
                ColumnEdit::Add { column, .. } => {
                    columns.push(column);
                    named.push(column);
                }
                ColumnEdit::Change(Pair { observed, desired }) => {
                    if observed.name != desired.name {
                        named.push(desired);
                    }
                    if observed.data_type != desired.data_type
                        || observed.default != desired.default
                        || observed.attributes != desired.attributes
                    {
                        columns.push(desired);
                    }
                }
                ColumnEdit::Drop(_) => {}
            }
        }
        let attributes = inside.attributes.iter();
        let set = attributes.filter(|(_, pair)| pair.desired.is_some());
        Self {
            table: &inside.tables.desired,
            age: match &inside.primary_key {
                Some(Edit::Drop(_)) => Age::LosesKey,
                _ if inside.renamed() => Age::Renamed,
                _ => Age::Known,
            },
            columns,
            named,
            uniques: inside.uniques.iter().filter_map(added).collect(),
            indexes: inside.indexes.iter().filter_map(added).collect(),
            foreign_keys: inside.foreign_keys.iter().filter_map(added).collect(),
            attributes: set.map(|(attribute, _)| *attribute).collect(),
        }
    }

    /// The value of an attribute of the table, where the plan sets it.
    pub(super) fn set(&self, attribute: Attribute) -> Option<&'a str> {
        let set = self.attributes.contains(&attribute);
        let value = self.table.attributes.get(&attribute);
        value.filter(|_| set).map(String::as_str)
    }
}
