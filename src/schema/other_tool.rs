//! Tables that another migration tool keeps in the same database.

use super::{Name, Schema, Table};

/// A table that another migration tool keeps its own history in: seen, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherTool {
    /// The tool, as it calls itself.
    pub tool: &'static str,
    /// The table, as the catalog shows it.
    pub table: Table,
}

impl Schema {
    /// Whether another tool keeps a table. Case does not count: too many set apart is a copy that
    /// lacks a foreign key, too few one that cannot be made.
    pub fn keeps_apart(&self, table: &Name) -> bool {
        self.other_tools
            .keys()
            .any(|name| name.schema == table.schema && name.name.eq_ignore_ascii_case(&table.name))
    }
}
