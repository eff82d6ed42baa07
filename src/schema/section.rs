//! Partitions that are no tables of their own (`MySQL`, `MariaDB`): known by their names, they mean the
//! rows that their values say.

mod resettled;

pub use resettled::{Resettled, Stuck};

use super::{Attribute, Table};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One of the partitions that a table's rows are divided among.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Partition {
    /// Its name.
    pub name: String,
    /// Which rows it holds, as `LESS THAN (10)` or `IN (1,2)`; empty where a hash decides.
    pub values: String,
    /// Its comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The names of its subpartitions, where they are not those the server would give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subpartitions: Vec<String>,
}

impl Partition {
    /// Whether both hold the same rows, whatever they are called.
    pub(super) fn holds_as(&self, other: &Self) -> bool {
        self.members() == other.members()
    }

    /// Whether that is its name.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.name.to_lowercase() == name.to_lowercase()
    }

    fn same(&self, other: &Self) -> bool {
        self.is_called(&other.name)
            && self.holds_as(other)
            && self.comment == other.comment
            && self.subpartitions == other.subpartitions
    }

    /// The values of a list, whose order says nothing; of a range, its end.
    fn members(&self) -> BTreeSet<String> {
        let list = self.values.strip_prefix("IN (");
        match list.and_then(|list| list.strip_suffix(')')) {
            Some(list) => split(list).into_iter().collect(),
            None => BTreeSet::from([self.values.clone()]),
        }
    }
}

/// A list at its outermost commas.
fn split(list: &str) -> Vec<String> {
    let (mut found, mut one) = (Vec::new(), String::new());
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for c in list.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth = depth.saturating_sub(1),
            ',' if !quoted && depth == 0 => {
                found.push(one.trim().to_owned());
                one.clear();
                continue;
            }
            _ => {}
        }
        one.push(c);
    }
    found.push(one.trim().to_owned());
    found
}

/// By what rows are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Division {
    /// Each partition ends where the next one begins.
    Range,
    /// Each partition holds the values it names.
    List,
    /// A hash of the key says which.
    Hash,
}

impl Table {
    /// By what its rows are divided among partitions that are no tables of their own.
    pub fn division(&self) -> Option<Division> {
        let key = self.attributes.get(&Attribute::PartitionBy)?;
        let key = key.to_ascii_uppercase();
        Some(if key.starts_with("RANGE") {
            Division::Range
        } else if key.starts_with("LIST") {
            Division::List
        } else {
            Division::Hash
        })
    }
}

/// Whether two tables divide their rows among the same partitions. A list has no order.
pub(super) fn alike(before: &Table, after: &Table) -> bool {
    let sorted = |table: &Table| -> Vec<Partition> {
        let mut all = table.partitions.clone();
        if table.division() == Some(Division::List) {
            all.sort_by_key(|partition| partition.name.to_lowercase());
        }
        all
    };
    let (before, after) = (sorted(before), sorted(after));
    before.len() == after.len() && before.iter().zip(&after).all(|(b, a)| b.same(a))
}
