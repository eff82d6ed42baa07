//! The difference of two schemas as a list of changes.
//!
//! Columns are compared without their order: an engine that cannot move a column must not be
//! asked to for ever. Parts are matched by [`super::match_elements`]. A rename is only ever what
//! somebody declared.

mod moved;
mod objects;
mod partitions;

use super::backing::{self, Naming};
use super::section;
use super::{
    Attribute, Check, Column, Element, Fold, ForeignKey, Index, Key, Name, ObjectChange, ObjectKey,
    Opaque, OpaqueKey, PartitionOf, Schema, Swaps, Table, match_elements,
};
use moved::Moved;
use partitions::{Parents, names_kept, with_partitions};
pub(super) use partitions::{align, follow};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Two sides of one thing, which travel together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair<T> {
    /// As it is.
    pub observed: T,
    /// As it should be.
    pub desired: T,
}

impl<T> Pair<T> {
    /// The same pair, borrowed.
    pub fn as_ref(&self) -> Pair<&T> {
        Pair {
            observed: &self.observed,
            desired: &self.desired,
        }
    }
}

/// Which way a change goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what is declared.
    There,
    /// Back to what was: everything the change made goes again, and nothing else is lost.
    Back,
}

/// A rename somebody declared, already known to be possible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rename {
    /// A table.
    Table {
        /// The name it has.
        from: Name,
        /// The name it gets.
        to: Name,
    },
    /// A column.
    Column {
        /// The table under its desired name.
        table: Name,
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
}

impl Rename {
    /// The rename that undoes this one. A column's table is named by the desired name, so the
    /// caller passes the table renames that are undone with it.
    pub(super) fn reversed(&self, tables: &[Rename]) -> Self {
        match self {
            Self::Table { from, to } => Self::Table {
                from: to.clone(),
                to: from.clone(),
            },
            Self::Column { table, from, to } => {
                let table = tables.iter().find_map(|rename| match rename {
                    Self::Table { from, to } if to == table => Some(from.clone()),
                    Self::Table { .. } | Self::Column { .. } => None,
                });
                Self::Column {
                    table: table.unwrap_or_else(|| match self {
                        Self::Column { table, .. } => table.clone(),
                        Self::Table { to, .. } => to.clone(),
                    }),
                    from: to.clone(),
                    to: from.clone(),
                }
            }
        }
    }
}

/// A change of one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A namespace is made.
    CreateNamespace(String),
    /// A namespace made by the change that this one undoes is dropped, while it is empty.
    DropNamespace(String),
    /// A table is made with all its parts.
    CreateTable(Table),
    /// A table is changed, perhaps renamed.
    AlterTable(Box<TableDelta>),
    /// A table is dropped with all its parts.
    DropTable(Table),
    /// An object beside tables is made, made anew or dropped.
    Object(ObjectChange),
    /// An object that is not modelled is made from the statement its engine printed.
    CreateOpaque(OpaqueKey, Opaque),
    /// An object made by the change that this one undoes is dropped again.
    DropOpaque(OpaqueKey, Opaque),
}

impl Change {
    /// The table concerned, under the name it has when the plan is done (or had, if dropped).
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::CreateNamespace(_)
            | Self::DropNamespace(_)
            | Self::Object(_)
            | Self::CreateOpaque(..)
            | Self::DropOpaque(..) => None,
            Self::CreateTable(table) | Self::DropTable(table) => Some(table),
            Self::AlterTable(delta) => Some(&delta.tables.desired),
        }
    }
}

impl fmt::Display for Change {
    /// The object concerned, for people.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CreateNamespace(name) | Self::DropNamespace(name) => write!(f, "schema {name}"),
            Self::CreateTable(table) | Self::DropTable(table) => write!(f, "table {}", table.name),
            Self::AlterTable(inside) => write!(f, "table {}", inside.tables.desired.name),
            Self::Object(object) => object.key().fmt(f),
            Self::CreateOpaque(key, _) | Self::DropOpaque(key, _) => {
                write!(f, "{} {}", key.kind, key.name)
            }
        }
    }
}

/// The changes inside one table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableDelta {
    /// The table before and after, whole.
    pub tables: Pair<Table>,
    /// Columns added, dropped, changed.
    pub columns: Vec<ColumnEdit>,
    /// The primary key.
    pub primary_key: Option<Edit<Key>>,
    /// Unique constraints.
    pub uniques: Vec<Edit<Key>>,
    /// Indexes.
    pub indexes: Vec<Edit<Index>>,
    /// Foreign keys.
    pub foreign_keys: Vec<Edit<ForeignKey>>,
    /// Checks.
    pub checks: Vec<Edit<Check>>,
    /// Table attributes with the value before and after.
    pub attributes: BTreeMap<Attribute, Pair<Option<String>>>,
    /// Whether the partitions that are no tables change, beside the key by which rows are divided.
    pub partitions: bool,
    /// Indexes that foreign keys live on and that get another name.
    pub key_indexes: Vec<Pair<String>>,
    /// What it is a partition of, where that changes; the parent by its desired name.
    pub partition: Option<Pair<Option<PartitionOf>>>,
}

impl TableDelta {
    /// Whether the table gets another name.
    pub fn renamed(&self) -> bool {
        self.tables.observed.name != self.tables.desired.name
    }

    fn is_empty(&self) -> bool {
        !self.renamed()
            && self.columns.is_empty()
            && self.primary_key.is_none()
            && self.uniques.is_empty()
            && self.indexes.is_empty()
            && self.foreign_keys.is_empty()
            && self.checks.is_empty()
            && self.attributes.is_empty()
            && !self.partitions
            && self.key_indexes.is_empty()
            && self.partition.is_none()
    }
}

/// A change of one column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnEdit {
    /// A new column.
    Add {
        /// The column.
        column: Column,
        /// The column before it in the desired order; `None` for the first.
        after: Option<String>,
    },
    /// A column goes, with its values.
    Drop(Column),
    /// A column is renamed or altered (or both).
    Change(Pair<Column>),
}

/// A change of one part of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit<T> {
    /// A new part.
    Add(T),
    /// A part goes.
    Drop(T),
    /// The same name, another shape.
    Replace(Pair<T>),
    /// The same shape, another name.
    Rename(Pair<T>),
}

/// What has to change, between which two schemas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delta {
    /// The schemas before and after, whole.
    pub schemas: Pair<Schema>,
    /// Changes: namespaces, then tables made, altered and dropped, each by name, then the rest.
    pub changes: Vec<Change>,
    /// Objects that nobody declared and that stay, as they are called afterwards.
    pub kept: BTreeSet<ObjectKey>,
    /// Types that take the place of others. Columns of these are compared as they are once the
    /// observed types are renamed away.
    pub swaps: Swaps,
    /// Which way it goes.
    pub direction: Direction,
    renames: Vec<Rename>,
    folds: (Fold, Fold),
}

impl Delta {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The renames that were followed.
    pub fn renames(&self) -> &[Rename] {
        &self.renames
    }

    /// The same difference, knowing which objects nobody declared.
    #[must_use]
    pub fn keeping(mut self, kept: BTreeSet<ObjectKey>) -> Self {
        self.kept = kept;
        self
    }

    /// What an observed object is called when the renames were followed.
    pub fn called(&self, key: &ObjectKey) -> ObjectKey {
        Moved::new(&self.renames, self.folds.0).object(key)
    }

    /// The first trigger, of those that are there all the time while `coming` are made, before which
    /// this one shall fire.
    pub fn fires_before(
        &self,
        key: &ObjectKey,
        coming: &BTreeSet<&ObjectKey>,
    ) -> Option<&ObjectKey> {
        let moved = Moved::new(&self.renames, self.folds.0);
        objects::turns(&self.schemas, &moved, self.folds).next_there(key, coming)
    }

    /// Whether an observed object is one that nobody declared and that stays.
    pub fn keeps(&self, key: &ObjectKey) -> bool {
        self.kept.contains(&self.called(key))
    }

    /// The changes that are left between what was found and what was wanted, as a result is judged:
    /// objects that nobody declared and that the server itself carries through renames are its
    /// business, their texts are not compared.
    pub fn left(&self, found: &Schema, wanted: &Schema) -> Vec<Change> {
        let pair = Pair {
            observed: found.clone(),
            desired: wanted.clone(),
        };
        let mut left = diff(pair, Vec::new(), self.folds.0, self.folds.1).changes;
        left.retain(|change| match change {
            Change::Object(ObjectChange::Replace(replaced)) => {
                self.renames.is_empty() || !self.kept.contains(&replaced.keys.desired)
            }
            Change::Object(_)
            | Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::CreateTable(_)
            | Change::AlterTable(_)
            | Change::DropTable(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => true,
        });
        left
    }

    /// The changes of objects beside tables.
    pub fn objects(&self) -> impl Iterator<Item = &ObjectChange> {
        self.changes.iter().filter_map(|change| match change {
            Change::Object(object) => Some(object),
            Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::CreateTable(_)
            | Change::AlterTable(_)
            | Change::DropTable(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => None,
        })
    }

    /// The difference the other way round.
    #[must_use]
    pub fn reversed(&self) -> Self {
        let renames: Vec<Rename> = self
            .renames
            .iter()
            .map(|rename| rename.reversed(&self.renames))
            .collect();
        let schemas = Pair {
            observed: backing::left(self.schemas.as_ref(), &self.changes),
            desired: self.schemas.observed.clone(),
        };
        compute(schemas, renames, self.folds, Direction::Back).keeping(self.kept.clone())
    }
}

/// Compares two schemas of one engine. `tables` and `parts` are the dialect's rules for the names
/// of tables and of everything inside them.
pub fn diff(schemas: Pair<Schema>, renames: Vec<Rename>, tables: Fold, parts: Fold) -> Delta {
    compute(schemas, renames, (tables, parts), Direction::There)
}

/// As [`diff`], for taking a change back: what is not modelled and namespaces go, too, where the
/// desired side lacks them.
pub fn undoing(schemas: Pair<Schema>, renames: Vec<Rename>, tables: Fold, parts: Fold) -> Delta {
    compute(schemas, renames, (tables, parts), Direction::Back)
}

/// A table as these renames (of it, of its columns, of what it refers to) leave it.
pub(super) fn carried(table: &Table, renames: &[Rename], tables: Fold) -> Table {
    Moved::new(renames, tables).apply(table)
}

fn compute(
    mut schemas: Pair<Schema>,
    renames: Vec<Rename>,
    folds: (Fold, Fold),
    direction: Direction,
) -> Delta {
    let tables = folds.0;
    let naming = match direction {
        Direction::There => Naming::AsGiven,
        Direction::Back => Naming::Exactly,
    };
    let repeated = with_partitions(&renames, &schemas.observed, &schemas.desired, tables);
    let moved = Moved::new(&repeated, tables);
    let swaps = Swaps::of(&schemas);
    let mut parents = Parents::new(schemas.as_ref(), (&moved, &swaps), folds);
    let mut observed: BTreeMap<Name, &Table> = schemas
        .observed
        .tables
        .values()
        .map(|table| (tables.name(moved.table(&table.name)), table))
        .collect();
    let (mut created, mut altered): (Vec<Change>, Vec<Change>) = (Vec::new(), Vec::new());
    for table in schemas.desired.tables.values() {
        match observed.remove(&tables.name(&table.name)) {
            None => created.push(Change::CreateTable(table.clone())),
            Some(before) => {
                let spelled = moved.spelled(before, table);
                let names = (&moved, &swaps);
                let mut delta = table_delta(before, &spelled, names, folds, Some(&mut parents));
                let (was, keys) = (moved.apply(before), &delta.foreign_keys);
                delta.key_indexes = backing::renamed(&was, &spelled, keys, folds.1, naming);
                if !delta.is_empty() {
                    altered.push(Change::AlterTable(Box::new(delta)));
                }
            }
        }
    }
    let mut dropped: Vec<&Table> = observed.into_values().collect();
    dropped.sort_by(|a, b| a.name.cmp(&b.name));
    // Partitioned tables are made and changed before their partitions, and dropped after them.
    let depth = |change: &Change| {
        let table = change.table();
        table.map_or(0, |table| schemas.desired.ancestors(&table.name).len())
    };
    created.sort_by_cached_key(depth);
    altered.sort_by_cached_key(depth);
    dropped.sort_by_cached_key(|table| Reverse(schemas.observed.ancestors(&table.name).len()));
    let mut changes: Vec<Change> = schemas
        .desired
        .namespaces
        .difference(&schemas.observed.namespaces)
        .map(|name| Change::CreateNamespace(name.clone()))
        .collect();
    changes.extend(created);
    changes.extend(altered);
    changes.extend(
        dropped
            .into_iter()
            .map(|table| Change::DropTable(table.clone())),
    );
    let others = objects::changes(&schemas, &moved, folds);
    changes.extend(others.into_iter().map(Change::Object));
    let missing = |from: &Schema, to: &Schema| -> Vec<(OpaqueKey, Opaque)> {
        let new = to
            .opaque
            .iter()
            .filter(|(key, _)| !from.opaque.contains_key(key));
        new.map(|(key, opaque)| (key.clone(), opaque.clone()))
            .collect()
    };
    let made = missing(&schemas.observed, &schemas.desired);
    changes.extend(
        made.into_iter()
            .map(|(key, opaque)| Change::CreateOpaque(key, opaque)),
    );
    if direction == Direction::Back {
        let gone = missing(&schemas.desired, &schemas.observed);
        changes.extend(
            gone.into_iter()
                .map(|(key, opaque)| Change::DropOpaque(key, opaque)),
        );
        let gone = schemas
            .observed
            .namespaces
            .difference(&schemas.desired.namespaces);
        changes.extend(gone.map(|name| Change::DropNamespace(name.clone())));
    }
    for change in &changes {
        if let Change::AlterTable(inside) = change
            && let Some(table) = schemas.desired.tables.get_mut(&inside.tables.desired.name)
        {
            table.inherited.clone_from(&inside.tables.desired.inherited);
        }
    }
    Delta {
        schemas,
        changes,
        kept: BTreeSet::new(),
        swaps,
        direction,
        renames,
        folds,
    }
}

/// The difference of one table; with `parents`, without what comes of theirs by itself.
fn table_delta(
    before: &Table,
    after: &Table,
    (moved, swaps): (&Moved<'_>, &Swaps),
    folds: (Fold, Fold),
    parents: Option<&mut Parents<'_>>,
) -> TableDelta {
    let parts = folds.1;
    let carried = swaps.carry(before);
    let moved_only = moved.apply(&carried);
    let stays = before.partition_of.is_some() && after.partition_of.is_some();
    let renamed = match parents {
        Some(parents) => parents.base(&moved_only, after),
        None => moved_only.clone(),
    };
    // A partition's columns get their names with the parent's.
    let columns = renamed.columns.iter().enumerate().map(|(at, column)| {
        let mut original = column.clone();
        if let Some(before) = carried.columns.get(at).filter(|_| !stays) {
            original.name.clone_from(&before.name);
            original.generated.clone_from(&before.generated);
        }
        (original, column.clone())
    });
    let columns: Vec<(Column, Column)> = columns.collect();
    let mut after = after.clone();
    let partition = (moved_only.partition_of != after.partition_of).then(|| Pair {
        observed: moved_only.partition_of.clone(),
        desired: after.partition_of.clone(),
    });
    if partition.is_some() && after.partition_of.is_some() {
        after.inherited = names_kept(&renamed.inherited, &after.inherited, parts);
    }
    let after = &after;
    let key = |key: &Option<Key>| key.clone().into_iter().collect::<Vec<Key>>();
    let primary = edits(&key(&renamed.primary_key), &key(&after.primary_key), parts);
    let attributes: BTreeMap<Attribute, Pair<Option<String>>> = moved_only
        .attributes
        .keys()
        .chain(after.attributes.keys())
        .filter_map(|attribute| {
            let pair = Pair {
                observed: moved_only.attributes.get(attribute).cloned(),
                desired: after.attributes.get(attribute).cloned(),
            };
            (pair.observed != pair.desired).then_some((*attribute, pair))
        })
        .collect();
    TableDelta {
        columns: column_edits(&columns, after, parts),
        primary_key: one_key(primary),
        uniques: edits(&renamed.uniques, &after.uniques, parts),
        indexes: edits(&renamed.indexes, &after.indexes, parts),
        foreign_keys: edits(&renamed.foreign_keys, &after.foreign_keys, parts),
        checks: edits(&renamed.checks, &after.checks, parts),
        attributes,
        partitions: !section::alike(&moved_only, after),
        key_indexes: Vec::new(),
        partition,
        tables: Pair {
            observed: before.clone(),
            desired: after.clone(),
        },
    }
}

/// A table has one primary key, so a drop and an add of it are one replacement.
fn one_key(mut edits: Vec<Edit<Key>>) -> Option<Edit<Key>> {
    match (edits.pop(), edits.pop()) {
        (Some(Edit::Add(desired)), Some(Edit::Drop(observed))) => {
            Some(Edit::Replace(Pair { observed, desired }))
        }
        (only, _) => only,
    }
}

/// `before` holds each column as it is and as it is called afterwards.
fn column_edits(before: &[(Column, Column)], after: &Table, fold: Fold) -> Vec<ColumnEdit> {
    let mut edits = Vec::new();
    for (original, moved) in before {
        match after.column(&moved.name, fold) {
            None => edits.push(ColumnEdit::Drop(original.clone())),
            Some(desired) => {
                let mut carried = Column {
                    name: desired.name.clone(),
                    ..moved.clone()
                };
                // A name that nobody asks for is as good as another.
                if !desired.attributes.contains_key(&Attribute::NotNullName) && !desired.nullable {
                    carried.attributes.remove(&Attribute::NotNullName);
                }
                let alike = carried == *desired;
                let same_name = fold.same(&original.name, &desired.name);
                if !(alike && same_name) {
                    edits.push(ColumnEdit::Change(Pair {
                        observed: original.clone(),
                        desired: desired.clone(),
                    }));
                }
            }
        }
    }
    let mut previous: Option<&Column> = None;
    for column in &after.columns {
        if before
            .iter()
            .all(|(_, b)| !fold.same(&b.name, &column.name))
        {
            let after = previous.map(|column| column.name.clone());
            edits.push(ColumnEdit::Add {
                column: column.clone(),
                after,
            });
        }
        previous = Some(column);
    }
    edits
}

fn edits<T: Element>(observed: &[T], desired: &[T], fold: Fold) -> Vec<Edit<T>> {
    let matched = match_elements(observed, desired, fold);
    let renamed = matched.same.into_iter().filter_map(|(observed, desired)| {
        let (old, new) = (observed.label(), desired.label());
        let keeps = new.generated || fold.same(&old.text, &new.text);
        (!keeps).then_some(Edit::Rename(Pair { observed, desired }))
    });
    matched
        .dropped
        .into_iter()
        .map(Edit::Drop)
        .chain(
            matched
                .replaced
                .into_iter()
                .map(|(observed, desired)| Edit::Replace(Pair { observed, desired })),
        )
        .chain(renamed)
        .chain(matched.added.into_iter().map(Edit::Add))
        .collect()
}
