//! Partitions: tables that hold some of the rows of another one (PostgreSQL 15 manual, 5.11 "Table
//! Partitioning").
//!
//! A partition has the columns of its parent. Keys, indexes, foreign keys and checks that come from
//! the parent are the parent's: a partition's own lists hold what it has beyond them, so that a change
//! of the parent is planned once.

use super::{Attribute, Check, Column, ForeignKey, Index, Key, Name, Schema, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which rows of which table a partition holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartitionOf {
    /// The partitioned table.
    pub parent: Name,
    /// The bound as the engine prints it: `FOR VALUES …` or `DEFAULT`.
    pub bound: String,
    /// A detaching that was interrupted: readers of the parent see its rows no longer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub detaching: bool,
}

impl PartitionOf {
    /// Whether it takes the rows that no other partition takes.
    pub fn is_default(&self) -> bool {
        self.bound == "DEFAULT"
    }
}

/// The parts of a partition that are its parent's, under the names they have here. They stay with the
/// table when it is detached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inherited {
    /// The primary key.
    pub primary_key: Option<Key>,
    /// Unique constraints.
    pub uniques: Vec<Key>,
    /// Indexes that no constraint owns.
    pub indexes: Vec<Index>,
    /// Foreign keys that start here.
    pub foreign_keys: Vec<ForeignKey>,
    /// Check constraints.
    pub checks: Vec<Check>,
}

impl Table {
    /// Whether its rows are in partitions that are tables of their own.
    pub fn is_partitioned(&self) -> bool {
        self.attributes.contains_key(&Attribute::PartitionBy) && self.partitions.is_empty()
    }

    /// The table as it is once it is a partition no longer.
    #[must_use]
    pub fn standing_alone(&self) -> Self {
        let mut alone = self.with_inherited();
        alone.partition_of = None;
        for column in &mut alone.columns {
            column.attributes.remove(&Attribute::ParentSequence);
        }
        alone
    }

    /// Its keys, indexes, foreign keys and checks with those of its parent, as one list each.
    #[must_use]
    pub(super) fn with_inherited(&self) -> Self {
        let mut whole = self.clone();
        let inherited = std::mem::take(&mut whole.inherited);
        whole.primary_key = whole.primary_key.or(inherited.primary_key);
        whole.uniques.extend(inherited.uniques);
        whole.indexes.extend(inherited.indexes);
        whole.foreign_keys.extend(inherited.foreign_keys);
        whole.checks.extend(inherited.checks);
        whole
    }
}

impl Schema {
    /// The table a partition is of, the table that one is a partition of, and so on.
    pub fn ancestors<'a>(&'a self, name: &Name) -> Vec<&'a Name> {
        let mut found: Vec<&Name> = Vec::new();
        let mut at = self.tables.get(name);
        while let Some(of) = at.and_then(|table| table.partition_of.as_ref()) {
            if found.contains(&&of.parent) {
                break;
            }
            found.push(&of.parent);
            at = self.tables.get(&of.parent);
        }
        found
    }

    /// The partitions of a table.
    pub fn partitions<'a>(&'a self, parent: &'a Name) -> impl Iterator<Item = &'a Table> {
        self.tables.values().filter(move |table| {
            let of = table.partition_of.as_ref();
            of.is_some_and(|of| of.parent == *parent)
        })
    }

    /// These tables with all their partitions, and the partitions of those.
    pub fn with_partitions(&self, names: &BTreeSet<Name>) -> BTreeSet<Name> {
        let below = self.tables.keys().filter(|name| {
            let above = self.ancestors(name);
            above.into_iter().any(|above| names.contains(above))
        });
        names.iter().chain(below).cloned().collect()
    }
}

/// A column of a partition as it comes from the parent's: `COMMENT`, statistics and identity are each
/// table's own (`CREATE TABLE`, "PARTITION OF"; before 17 the parent alone counts). What is special about
/// the parent's `NOT NULL` is the parent's, too.
pub fn inherited_column(parent: &Column) -> Column {
    let mut column = parent.clone();
    for own in [
        Attribute::Comment,
        Attribute::Statistics,
        Attribute::StorageParameters,
        Attribute::Identity,
        Attribute::SequenceOptions,
        Attribute::NotNullName,
        Attribute::NotValid,
        Attribute::NoInherit,
    ] {
        column.attributes.remove(&own);
    }
    if column.attributes.remove(&Attribute::Serial).is_some() {
        let inherited = "true".to_owned();
        column
            .attributes
            .insert(Attribute::ParentSequence, inherited);
    }
    column
}
