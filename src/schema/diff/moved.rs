//! What declared renames make of names and of the texts that hold them.

use super::Rename;
use crate::schema::{
    Attribute, Check, Fold, ForeignKey, Generated, Index, Key, Name, ObjectKey, Table, Term, name,
};
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
        if let Some((role, column)) = key.column() {
            moved.part = ObjectKey::on_column(role, self.column(&key.name, column));
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
        let mut after = table.clone();
        if let Some(of) = &mut after.partition_of {
            of.parent = self.table(&of.parent).clone();
        }
        if let Some(key) = after.attributes.get_mut(&Attribute::PartitionBy) {
            *key = text(key);
        }
        after.name = self.table(&table.name).clone();
        for column in &mut after.columns {
            column.name = rename(&column.name);
            if let Some(Generated { expression, .. }) = &mut column.generated {
                *expression = text(expression);
            }
        }
        self.keys(
            table,
            after.primary_key.iter_mut().chain(&mut after.uniques),
        );
        self.indexes(table, &mut after.indexes);
        self.foreign_keys(table, &mut after.foreign_keys);
        self.checks(table, &mut after.checks);
        let inherited = &mut after.inherited;
        let keys = inherited.primary_key.iter_mut();
        self.keys(table, keys.chain(&mut inherited.uniques));
        self.indexes(table, &mut inherited.indexes);
        self.foreign_keys(table, &mut inherited.foreign_keys);
        self.checks(table, &mut inherited.checks);
        after
    }

    fn term(&self, table: &Table, term: &mut Term) {
        match term {
            Term::Column(column) => *column = self.column(&table.name, column).to_owned(),
            Term::Expression(sql) => *sql = self.expression(&table.name, sql),
        }
    }

    fn keys<'b>(&self, table: &Table, keys: impl Iterator<Item = &'b mut Key>) {
        for key in keys {
            for part in &mut key.parts {
                self.term(table, &mut part.term);
            }
            if let Some(list) = key.attributes.get_mut(&Attribute::Include) {
                *list = self.expression(&table.name, list);
            }
        }
    }

    fn indexes(&self, table: &Table, indexes: &mut [Index]) {
        for index in indexes {
            for part in &mut index.parts {
                self.term(table, &mut part.term);
            }
            for attribute in [Attribute::Predicate, Attribute::Include] {
                if let Some(sql) = index.attributes.get_mut(&attribute) {
                    *sql = self.expression(&table.name, sql);
                }
            }
        }
    }

    fn foreign_keys(&self, table: &Table, keys: &mut [ForeignKey]) {
        for key in keys {
            let own = key.columns.iter();
            key.columns = own
                .map(|c| self.column(&table.name, c).to_owned())
                .collect();
            let parent = key.references.clone();
            key.referenced = key
                .referenced
                .iter()
                .map(|c| self.column(&parent, c).to_owned())
                .collect();
            key.references = self.table(&parent).clone();
        }
    }

    fn checks(&self, table: &Table, checks: &mut [Check]) {
        for check in checks {
            check.expression = self.expression(&table.name, &check.expression);
        }
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
