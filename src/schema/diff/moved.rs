//! What declared renames make of names and of the texts that hold them.

use super::Rename;
use crate::schema::{Attribute, Fold, Generated, Name, ObjectKey, Table, Term, name};
use std::collections::BTreeMap;

/// Declared renames, looked up by folded names.
pub(super) struct Moved<'a> {
    tables: BTreeMap<Name, &'a Name>,
    columns: BTreeMap<(Name, String), &'a str>,
    fold: Fold,
}

impl<'a> Moved<'a> {
    pub(super) fn new(renames: &'a [Rename], fold: Fold) -> Self {
        let mut moved = Self {
            tables: BTreeMap::new(),
            columns: BTreeMap::new(),
            fold,
        };
        for rename in renames {
            match rename {
                Rename::Table { from, to } => {
                    moved.tables.insert(fold.name(from), to);
                }
                Rename::Column { table, from, to } => {
                    moved.columns.insert((fold.name(table), from.clone()), to);
                }
            }
        }
        moved
    }

    pub(super) fn table<'b>(&'b self, name: &'b Name) -> &'b Name {
        self.tables
            .get(&self.fold.name(name))
            .copied()
            .unwrap_or(name)
    }

    /// The desired table under the name it has, where the two names differ but mean the same: only
    /// a declared rename renames.
    pub(super) fn spelled(&self, before: &Table, after: &Table) -> Table {
        let mut table = after.clone();
        if self.fold.name(&before.name) == self.fold.name(&after.name) {
            table.name = before.name.clone();
        }
        table
    }

    /// The key under which an object is found again: what it hangs on may get another name.
    pub(super) fn object(&self, key: &ObjectKey) -> ObjectKey {
        let mut moved = key.clone();
        if key.kind.is_part() {
            moved.name = self.table(&key.name).clone();
        }
        moved
    }

    fn column<'b>(&'b self, table: &Name, column: &'b str) -> &'b str {
        let key = (self.fold.name(self.table(table)), column.to_owned());
        self.columns.get(&key).copied().unwrap_or(column)
    }

    /// The table as it will be called and as its columns will be called, parts unchanged otherwise.
    pub(super) fn apply(&self, table: &Table) -> Table {
        let rename = |column: &String| self.column(&table.name, column).to_owned();
        let text = |text: &String| self.expression(&table.name, text);
        let term = |term: &mut Term| match term {
            Term::Column(column) => *column = rename(column),
            Term::Expression(sql) => *sql = text(sql),
        };
        let mut after = table.clone();
        after.name = self.table(&table.name).clone();
        for column in &mut after.columns {
            column.name = rename(&column.name);
            if let Some(Generated { expression, .. }) = &mut column.generated {
                *expression = text(expression);
            }
        }
        for key in after.primary_key.iter_mut().chain(&mut after.uniques) {
            key.parts.iter_mut().for_each(|part| term(&mut part.term));
            if let Some(list) = key.attributes.get_mut(&Attribute::Include) {
                *list = text(list);
            }
        }
        for index in &mut after.indexes {
            index.parts.iter_mut().for_each(|part| term(&mut part.term));
            for attribute in [Attribute::Predicate, Attribute::Include] {
                if let Some(sql) = index.attributes.get_mut(&attribute) {
                    *sql = text(sql);
                }
            }
        }
        for key in &mut after.foreign_keys {
            key.columns = key.columns.iter().map(rename).collect();
            let parent = key.references.clone();
            key.referenced = key
                .referenced
                .iter()
                .map(|c| self.column(&parent, c).to_owned())
                .collect();
            key.references = self.table(&parent).clone();
        }
        for check in &mut after.checks {
            check.expression = text(&check.expression);
        }
        after
    }

    /// An expression with this table's renamed columns put in. Engines rewrite the expressions
    /// they keep when a column is renamed; the proof by replay checks that the guess was right.
    fn expression(&self, table: &Name, sql: &str) -> String {
        let home = self.fold.name(self.table(table));
        let ours = self.columns.iter().filter(|((owner, _), _)| *owner == home);
        ours.fold(sql.to_owned(), |sql, ((_, from), to)| {
            name::replace_word(&sql, from, to)
        })
    }
}
