//! Changes inside a table: by `ALTER TABLE` where SQLite can, else by a rebuild.

use super::Lowering;
use crate::engine::sqlite::lex::tokens;
use crate::engine::sqlite::rebuild::Rebuild;
use crate::engine::sqlite::render;
use crate::engine::sqlite::text::{is_literal, quote};
use crate::engine::{Object, Phase, Work};
use crate::schema::{
    Attribute, Check, Column, ColumnEdit, Edit, Fold, ForeignKey, Index, Part, TableDelta,
};

const FOLD: Fold = Fold::AsciiCase;

/// A new column with the constraints that come with it.
struct Added<'a> {
    column: &'a Column,
    keys: Vec<&'a ForeignKey>,
    checks: Vec<&'a Check>,
}

impl Lowering<'_> {
    pub(super) fn alter_table(&mut self, delta: &TableDelta) {
        let direct = direct(delta);
        if self.refused(delta, direct.is_none()) {
            return;
        }
        self.indexes(delta);
        if delta.renamed() {
            self.rename_table(delta);
        }
        match direct {
            Some(added) => self.alter_columns(delta, &added),
            None => self.rebuild(delta),
        }
    }

    /// An index has no form of `ALTER`: another shape or name is a new index.
    fn indexes(&mut self, delta: &TableDelta) {
        for edit in &delta.indexes {
            match edit {
                Edit::Drop(index) => self.drop_index(&delta.tables.observed, index),
                Edit::Add(index) => self.create_index(&delta.tables.desired, index),
                Edit::Replace(pair) | Edit::Rename(pair) => {
                    self.drop_index(&delta.tables.observed, &pair.observed);
                    self.create_index(&delta.tables.desired, &pair.desired);
                }
            }
        }
    }

    /// `lang_altertable.html`, section 2: texts elsewhere that mention the table follow.
    fn rename_table(&mut self, delta: &TableDelta) {
        let (from, to) = (&delta.tables.observed.name, &delta.tables.desired.name);
        let sql = format!(
            "ALTER TABLE {} RENAME TO {}",
            quote(&from.name),
            quote(&to.name)
        );
        self.step(Phase::RenameTables, Object::table(to), sql, Work::Metadata);
    }

    /// Drops first and adds last, so that a name that goes is free again.
    fn alter_columns(&mut self, delta: &TableDelta, added: &[Added]) {
        let table = &delta.tables.desired.name;
        let alter = format!("ALTER TABLE {}", quote(&table.name));
        // What is computed goes before what it is computed from (section 5).
        let mut gone: Vec<&Column> = dropped(delta).collect();
        gone.reverse();
        gone.sort_by_key(|column| column.generated.is_none());
        for column in gone {
            // Section 5: the content is written again to purge the values.
            let sql = format!("{alter} DROP COLUMN {}", quote(&column.name));
            let object = Object::part("column", table, &column.name);
            self.step(Phase::AlterTables, object, sql, Work::Rewrite);
        }
        for (from, to) in renamed(delta) {
            self.rename_column(delta, from, to);
        }
        for added in added {
            let mut sql = format!("{alter} ADD COLUMN {}", render::column(added.column, None));
            let keys = added.keys.iter().map(|key| render::column_reference(key));
            for clause in keys.chain(added.checks.iter().map(|check| render::check(check))) {
                sql.push(' ');
                sql.push_str(&clause);
            }
            // Section 4: rows are only read when a constraint has to be tested on them; in a STRICT
            // table the types are, too (`sqlite3AlterFinishAddColumn` in alter.c).
            let generated = added.column.generated.is_some() && !added.column.nullable;
            let options = &delta.tables.desired.attributes;
            let strict = options.contains_key(&Attribute::Strict);
            let tested = generated || strict || !added.checks.is_empty();
            let work = if tested { Work::Scan } else { Work::Metadata };
            let object = Object::part("column", table, &added.column.name);
            self.step(Phase::AlterTables, object, sql, work);
        }
    }

    /// Section 3: only texts change.
    fn rename_column(&mut self, delta: &TableDelta, from: &str, to: &str) {
        let table = &delta.tables.desired.name;
        let sql = format!(
            "ALTER TABLE {} RENAME COLUMN {} TO {}",
            quote(&table.name),
            quote(from),
            quote(to)
        );
        let object = Object::part("column", table, to);
        self.step(Phase::AlterTables, object, sql, Work::Metadata);
    }

    fn rebuild(&mut self, delta: &TableDelta) {
        let (observed, desired) = (&delta.tables.observed, &delta.tables.desired);
        let inside = clashes(delta);
        let mut moved = Vec::new();
        for (from, to) in renamed(delta) {
            if inside {
                moved.push((from, to));
            } else {
                self.rename_column(delta, from, to);
            }
        }
        let sources = desired
            .columns
            .iter()
            .filter(|c| c.generated.is_none())
            .filter_map(|c| {
                let own = moved.iter().find(|(_, to)| FOLD.same(to, &c.name));
                let came = renamed(delta).any(|(_, to)| FOLD.same(to, &c.name));
                let from = match own {
                    Some((from, _)) => (*from).to_owned(),
                    None if came => c.name.clone(),
                    None if added(delta).any(|new| new.name == c.name) => return None,
                    None => observed.column(&c.name, FOLD)?.name.clone(),
                };
                Some((c.name.clone(), from))
            });
        let triggers = self.staying.iter().filter(|staying| {
            let on = staying.definition.trigger_table();
            staying.kind == "trigger" && on.is_some_and(|on| FOLD.same(&on, &desired.name.name))
        });
        let rebuild = Rebuild {
            observed,
            desired,
            sources: sources.collect(),
            indexes: kept_indexes(delta),
            triggers: triggers.map(|trigger| trigger.sql).collect(),
        };
        let object = Object::table(&desired.name);
        match rebuild.statements(self.delta) {
            Some(statements) => {
                let cost = (self.lock, Work::Copy);
                self.push(Phase::AlterTables, object, statements, cost);
            }
            None => self.refuse(
                object,
                "the table before and after have no column in common by which to carry over rows",
                "change it in two declarations, or drop it and create it again",
            ),
        }
    }

    /// Names everything that a change would break elsewhere. True when there is any.
    fn refused(&mut self, delta: &TableDelta, rebuild: bool) -> bool {
        let observed = &delta.tables.observed;
        let mut found: Vec<(Object, String, String)> = Vec::new();
        let column = |name: &str| Object::part("column", &observed.name, name);
        let table = || Object::table(&observed.name);
        let renames = delta.renamed() || renamed(delta).next().is_some();
        for staying in &self.staying {
            let definition = &staying.definition;
            let Some(mention) = definition.mention(&observed.name.name) else {
                continue;
            };
            let what = staying.to_string();
            let mut refuse = |object, does: &str| {
                let instead = format!("drop {what} first and create it again afterwards");
                found.push((object, format!("{what} {does}"), instead));
            };
            for gone in dropped(delta) {
                if mention.star || mention.positional || definition.names(&gone.name) {
                    refuse(column(&gone.name), "depends on it");
                }
            }
            for new in added(delta).filter(|_| mention.positional) {
                refuse(column(&new.name), "inserts into the table by position");
            }
            if staying.kind == "virtual table" {
                if delta.renamed() || delta.attributes.contains_key(&Attribute::WithoutRowid) {
                    refuse(table(), "reads it by its name and its rowids");
                }
                for (from, _) in renamed(delta).filter(|(from, _)| definition.names(from)) {
                    refuse(column(from), "reads it by its name");
                }
            }
            let on = definition.trigger_table();
            let own = staying.kind == "trigger"
                && on.is_some_and(|on| FOLD.same(&on, &observed.name.name));
            if rebuild && renames && (own || clashes(delta)) {
                let does = "cannot be carried through a rebuild together with a rename";
                refuse(table(), does);
            }
        }
        if rebuild && clashes(delta) && self.is_referenced(delta) {
            found.push((
                table(),
                "a column takes the name of one that goes, and foreign keys refer to it".to_owned(),
                "do it in two declarations".to_owned(),
            ));
        }
        for (object, reason, instead) in &found {
            self.refuse(object.clone(), reason, instead);
        }
        !found.is_empty()
    }

    /// Whether a foreign key of any table refers to a column that is renamed here.
    fn is_referenced(&self, delta: &TableDelta) -> bool {
        let name = &delta.tables.desired.name;
        let tables = self.delta.schemas.desired.tables.values();
        let mut keys = tables.flat_map(|table| &table.foreign_keys);
        keys.any(|key| {
            FOLD.name(&key.references) == FOLD.name(name)
                && renamed(delta).any(|(_, to)| key.referenced.iter().any(|c| FOLD.same(c, to)))
        })
    }
}

fn dropped(delta: &TableDelta) -> impl Iterator<Item = &Column> {
    delta.columns.iter().filter_map(|edit| match edit {
        ColumnEdit::Drop(column) => Some(column),
        ColumnEdit::Add { .. } | ColumnEdit::Change(_) => None,
    })
}

fn added(delta: &TableDelta) -> impl Iterator<Item = &Column> {
    delta.columns.iter().filter_map(|edit| match edit {
        ColumnEdit::Add { column, .. } => Some(column),
        ColumnEdit::Drop(_) | ColumnEdit::Change(_) => None,
    })
}

fn renamed(delta: &TableDelta) -> impl Iterator<Item = (&str, &str)> {
    delta.columns.iter().filter_map(|edit| match edit {
        ColumnEdit::Change(pair) if !FOLD.same(&pair.observed.name, &pair.desired.name) => {
            Some((pair.observed.name.as_str(), pair.desired.name.as_str()))
        }
        ColumnEdit::Change(_) | ColumnEdit::Add { .. } | ColumnEdit::Drop(_) => None,
    })
}

/// Whether a column takes the name of one that goes.
fn clashes(delta: &TableDelta) -> bool {
    renamed(delta).any(|(_, to)| delta.tables.observed.column(to, FOLD).is_some())
}

fn kept_indexes(delta: &TableDelta) -> Vec<&Index> {
    let made = |index: &Index| {
        delta.indexes.iter().any(|edit| match edit {
            Edit::Add(new) => new == index,
            Edit::Replace(pair) | Edit::Rename(pair) => pair.desired == *index,
            Edit::Drop(_) => false,
        })
    };
    delta
        .tables
        .desired
        .indexes
        .iter()
        .filter(|index| !made(index))
        .collect()
}

/// The new columns with what comes with them, if `ALTER TABLE` can do all of the change.
fn direct(delta: &TableDelta) -> Option<Vec<Added<'_>>> {
    let whole =
        delta.attributes.is_empty() && delta.primary_key.is_none() && delta.uniques.is_empty();
    if !whole {
        return None;
    }
    let gone = dropped(delta).count();
    if gone > 0 && gone == delta.tables.observed.columns.len() {
        return None;
    }
    let mut new = Vec::new();
    for edit in &delta.columns {
        match edit {
            ColumnEdit::Add { column, .. } if can_add(column) => {
                new.push(Added {
                    column,
                    keys: Vec::new(),
                    checks: Vec::new(),
                });
            }
            ColumnEdit::Drop(column) if can_drop(delta, column) => {}
            ColumnEdit::Change(pair) => {
                let name = pair.desired.name.clone();
                if (Column {
                    name,
                    ..pair.observed.clone()
                }) != pair.desired
                {
                    return None;
                }
            }
            ColumnEdit::Add { .. } | ColumnEdit::Drop(_) => return None,
        }
    }
    for edit in &delta.foreign_keys {
        let Edit::Add(key) = edit else { return None };
        let [only] = key.columns.as_slice() else {
            return None;
        };
        let home = new
            .iter_mut()
            .find(|added| FOLD.same(&added.column.name, only))?;
        home.keys.push(key);
    }
    for edit in &delta.checks {
        let Edit::Add(check) = edit else { return None };
        let home = new
            .iter_mut()
            .rev()
            .find(|added| mentions(check, &added.column.name))?;
        home.checks.push(check);
    }
    Some(new)
}

fn mentions(check: &Check, column: &str) -> bool {
    let names = tokens(&check.expression);
    names
        .iter()
        .filter_map(super::super::lex::Token::name)
        .any(|name| FOLD.same(&name, column))
}

/// `lang_altertable.html`, section 4: no stored generated column, no default that is computed, and
/// a value for every row where NULL is not allowed.
fn can_add(column: &Column) -> bool {
    let value = column.default.as_deref().is_none_or(is_literal);
    match &column.generated {
        Some(generated) => !generated.stored,
        None => value && (column.nullable || column.default.is_some()),
    }
}

/// `lang_altertable.html`, section 5: part of no key and no constraint. Indexes on it go before.
fn can_drop(delta: &TableDelta, column: &Column) -> bool {
    let table = &delta.tables.observed;
    let uses = |parts: &[Part]| {
        let mut names = parts.iter().filter_map(Part::column_name);
        names.any(|name| FOLD.same(name, &column.name))
    };
    let mut keys = table.primary_key.iter().chain(&table.uniques);
    let mut references = table.foreign_keys.iter().flat_map(|key| &key.columns);
    let named = |check: &Check| mentions(check, &column.name);
    !keys.any(|key| uses(&key.parts))
        && !references.any(|name| FOLD.same(name, &column.name))
        && !table.checks.iter().any(named)
}
