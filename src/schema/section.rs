//! Partitions that are no tables of their own (`MySQL`, `MariaDB`), and what becomes of them.
//!
//! A partition is known by its name, and means the rows that its values say. Rows are lost only where
//! a declaration leaves a partition out; whatever else can be done moves them.

use super::{Attribute, Direction, Pair, Table, TableDelta};
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
    fn holds_as(&self, other: &Self) -> bool {
        self.members() == other.members()
    }

    fn same(&self, other: &Self) -> bool {
        let named = |left: &str, right: &str| left.to_lowercase() == right.to_lowercase();
        named(&self.name, &other.name)
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

/// Why a partition cannot become what is desired.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stuck {
    /// It keeps its name and shall hold other rows.
    Values,
    /// Its comment or its subpartitions change.
    Labels,
    /// It goes, and others that come would hold its rows.
    Rows,
    /// It goes, and no other stays.
    Last,
    /// A hash names its partitions otherwise than by adding to their end or taking from it.
    Hashed,
}

/// What becomes of the partitions of one table.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Resettled<'a> {
    /// Get another name and keep their rows.
    pub renamed: Vec<Pair<&'a Partition>>,
    /// Go with their rows.
    pub dropped: Vec<&'a Partition>,
    /// Go, and the one behind them takes their rows: only when a change is taken back.
    pub merged: Vec<(Vec<&'a Partition>, &'a Partition)>,
    /// Take their rows out of the one behind them.
    pub split: Vec<(Vec<&'a Partition>, &'a Partition)>,
    /// Come with rows that no other holds.
    pub added: Vec<&'a Partition>,
    /// Come, and rows are divided anew by the hash.
    pub more: Vec<&'a Partition>,
    /// Go, and rows are divided anew by the hash.
    pub fewer: Vec<&'a Partition>,
    /// Cannot become what is desired.
    pub stuck: Vec<(&'a Partition, Stuck)>,
}

impl TableDelta {
    /// What becomes of the partitions, where the key by which rows are divided stays.
    pub fn resettled(&self, direction: Direction) -> Resettled<'_> {
        let mut found = Resettled::default();
        let changes_key = self.attributes.contains_key(&Attribute::PartitionBy);
        let (true, Some(division), false) =
            (self.partitions, self.tables.desired.division(), changes_key)
        else {
            return found;
        };
        let before = &self.tables.observed.partitions;
        let after = &self.tables.desired.partitions;
        match division {
            Division::Hash => hashed(before, after, &mut found),
            Division::Range => ranges(before, after, direction, &mut found),
            Division::List => lists(before, after, direction, &mut found),
        }
        found
    }
}

fn hashed<'a>(before: &'a [Partition], after: &'a [Partition], found: &mut Resettled<'a>) {
    let shared = before.len().min(after.len());
    let odd = before.iter().zip(after).find(|(b, a)| !b.same(a));
    match odd {
        Some((b, a)) if b.name == a.name => found.stuck.push((b, Stuck::Labels)),
        Some((b, _)) => found.stuck.push((b, Stuck::Hashed)),
        None => {
            found.more.extend(after.iter().skip(shared));
            found.fewer.extend(before.iter().skip(shared));
        }
    }
}

fn named<'a>(list: &'a [Partition], name: &str) -> Option<&'a Partition> {
    let name = name.to_lowercase();
    list.iter().find(|one| one.name.to_lowercase() == name)
}

/// Those that stay, go and come; of those that go and come with the same values, the pairs.
struct Sorted<'a> {
    gone: Vec<&'a Partition>,
    came: Vec<&'a Partition>,
}

fn sorted<'a>(
    before: &'a [Partition],
    after: &'a [Partition],
    found: &mut Resettled<'a>,
) -> Sorted<'a> {
    for partition in after {
        match named(before, &partition.name) {
            Some(old) if !old.holds_as(partition) => found.stuck.push((old, Stuck::Values)),
            Some(old) if !old.same(partition) => found.stuck.push((old, Stuck::Labels)),
            Some(_) | None => {}
        }
    }
    let gone = before
        .iter()
        .filter(|old| named(after, &old.name).is_none());
    let came = after
        .iter()
        .filter(|new| named(before, &new.name).is_none());
    let (mut gone, mut came): (Vec<_>, Vec<_>) = (gone.collect(), came.collect());
    gone.retain(|old| {
        let twin = came.iter().position(|new| new.holds_as(old));
        match twin.map(|at| came.remove(at)) {
            Some(desired) => {
                let observed = *old;
                found.renamed.push(Pair { observed, desired });
                false
            }
            None => true,
        }
    });
    Sorted { gone, came }
}

/// The partition behind one, among those for which `counts` holds.
fn behind<'a>(
    list: &'a [Partition],
    one: &Partition,
    counts: impl Fn(&Partition) -> bool,
) -> Option<&'a Partition> {
    let at = list.iter().position(|other| other == one)?;
    list.iter().skip(at + 1).find(|other| counts(other))
}

/// Gathers partitions by the one that is behind them.
fn by_next<'a>(
    of: &[&'a Partition],
    list: &'a [Partition],
    moving: &[&'a Partition],
) -> Vec<(Vec<&'a Partition>, Option<&'a Partition>)> {
    let mut found: Vec<(Vec<&'a Partition>, Option<&'a Partition>)> = Vec::new();
    for one in of {
        let next = behind(list, one, |other| !moving.contains(&other));
        match found.iter_mut().find(|(_, known)| *known == next) {
            Some((run, _)) => run.push(one),
            None => found.push((vec![one], next)),
        }
    }
    found
}

fn ranges<'a>(
    before: &'a [Partition],
    after: &'a [Partition],
    direction: Direction,
    found: &mut Resettled<'a>,
) {
    let Sorted { gone, came } = sorted(before, after, found);
    if gone.len() == before.len() {
        found
            .stuck
            .extend(gone.first().map(|one| (*one, Stuck::Last)));
        return;
    }
    let coming = by_next(&came, after, &came);
    for (run, next) in by_next(&gone, before, &gone) {
        // Whoever takes their place, as they are called afterwards.
        let place = next.map(|next| {
            let pair = found.renamed.iter().find(|pair| pair.observed == next);
            pair.map_or(next.name.as_str(), |pair| pair.desired.name.as_str())
        });
        let taken = coming
            .iter()
            .any(|(_, next)| next.map(|next| next.name.as_str()) == place);
        match (direction, next) {
            _ if taken => found
                .stuck
                .extend(run.into_iter().map(|one| (one, Stuck::Rows))),
            (Direction::Back, Some(next)) => {
                let next = named(after, place.unwrap_or_default()).unwrap_or(next);
                found.merged.push((run, next));
            }
            _ => found.dropped.extend(run),
        }
    }
    for (run, next) in coming {
        match next {
            Some(next) => found.split.push((run, next)),
            None => found.added.extend(run),
        }
    }
}

fn lists<'a>(
    before: &'a [Partition],
    after: &'a [Partition],
    direction: Direction,
    found: &mut Resettled<'a>,
) {
    let Sorted { gone, came } = sorted(before, after, found);
    if gone.len() == before.len() {
        found
            .stuck
            .extend(gone.first().map(|one| (*one, Stuck::Last)));
        return;
    }
    for old in gone {
        let claimed = |new: &&Partition| !new.members().is_disjoint(&old.members());
        if came.iter().any(|new| claimed(new)) {
            found.stuck.push((old, Stuck::Rows));
        } else {
            found.dropped.push(old);
        }
    }
    // A list has no order, but the server shows one, which is to be as it was.
    for (run, next) in by_next(&came, after, &came) {
        match (direction, next) {
            (Direction::Back, Some(next)) => found.split.push((run, next)),
            _ => found.added.extend(run),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Name, Schema, diff, undoing};

    fn table(key: &str, partitions: &[(&str, &str)]) -> Schema {
        let mut table = Table::new(Name::bare("t"));
        let key = key.to_owned();
        table.attributes.insert(Attribute::PartitionBy, key);
        let all = partitions.iter().map(|(name, values)| Partition {
            name: (*name).to_owned(),
            values: (*values).to_owned(),
            comment: None,
            subpartitions: Vec::new(),
        });
        table.partitions = all.collect();
        let mut schema = Schema::default();
        schema.tables.insert(table.name.clone(), table);
        schema
    }

    fn told(
        key: &str,
        before: &[(&str, &str)],
        after: &[(&str, &str)],
        direction: Direction,
    ) -> String {
        let pair = Pair {
            observed: table(key, before),
            desired: table(key, after),
        };
        let fold = crate::schema::Fold::UnicodeCase;
        let delta = match direction {
            Direction::There => diff(pair, Vec::new(), fold, fold),
            Direction::Back => undoing(pair, Vec::new(), fold, fold),
        };
        let Some(crate::schema::Change::AlterTable(inside)) = delta.changes.first() else {
            return String::new();
        };
        let moves = inside.resettled(direction);
        let names = |list: &[&Partition]| -> String {
            let names: Vec<&str> = list.iter().map(|one| one.name.as_str()).collect();
            names.join(",")
        };
        let mut out = Vec::new();
        for pair in &moves.renamed {
            out.push(format!("{}={}", pair.observed.name, pair.desired.name));
        }
        for (word, list) in [("-", &moves.dropped), ("+", &moves.added)] {
            if !list.is_empty() {
                out.push(format!("{word}{}", names(list)));
            }
        }
        for (run, next) in &moves.merged {
            out.push(format!("{}>{}", names(run), next.name));
        }
        for (run, next) in &moves.split {
            out.push(format!("{}<{}", names(run), next.name));
        }
        for (word, list) in [("hash+", &moves.more), ("hash-", &moves.fewer)] {
            if !list.is_empty() {
                out.push(format!("{word}{}", list.len()));
            }
        }
        for (one, why) in &moves.stuck {
            out.push(format!("{} {why:?}", one.name));
        }
        out.join(" ")
    }

    const A: (&str, &str) = ("a", "LESS THAN (10)");
    const B: (&str, &str) = ("b", "LESS THAN (20)");
    const C: (&str, &str) = ("c", "LESS THAN (30)");
    const M: (&str, &str) = ("m", "LESS THAN (MAXVALUE)");

    #[test]
    fn ranges_come_and_go() {
        use Direction::{Back, There};
        let range = "RANGE (`x`)";
        assert_eq!(told(range, &[A, B], &[A, B], There), "");
        assert_eq!(told(range, &[A, B], &[A, B, C], There), "+c");
        assert_eq!(told(range, &[A, B, C], &[B, C], There), "-a");
        assert_eq!(told(range, &[B, C], &[A, B, C], Back), "a<b");
        assert_eq!(told(range, &[A, B], &[B, C], There), "-a +c");
        assert_eq!(told(range, &[A, M], &[A, B, C, M], There), "b,c<m");
        assert_eq!(told(range, &[A, B, C, M], &[A, M], Back), "b,c>m");
        assert_eq!(told(range, &[A, B, C], &[A], Back), "-b,c");
        let other = ("z", "LESS THAN (10)");
        assert_eq!(told(range, &[A, B], &[other, B], There), "a=z");
    }

    #[test]
    fn what_would_lose_rows_that_somebody_wants_is_stuck() {
        use Direction::There;
        let range = "RANGE (`x`)";
        let wider = ("a", "LESS THAN (15)");
        let other = ("z", "LESS THAN (15)");
        assert_eq!(told(range, &[A, B], &[wider, B], There), "a Values");
        assert!(told(range, &[A, B], &[other, B], There).contains("a Rows"));
        assert!(told(range, &[A, M], &[A, B], There).contains("m Rows"));
        let far = ("f", "LESS THAN (90)");
        assert_eq!(told(range, &[A], &[far], There), "a Last");
    }

    #[test]
    fn lists_have_no_order() {
        use Direction::{Back, There};
        let one = ("a", "IN (1,'x,(',NULL)");
        let turned = ("a", "IN ('x,(',NULL,1)");
        let two = ("b", "IN (2)");
        assert_eq!(told("LIST (`x`)", &[one, two], &[two, turned], There), "");
        assert_eq!(told("LIST (`x`)", &[two], &[one, two], There), "+a");
        assert_eq!(told("LIST (`x`)", &[two], &[one, two], Back), "a<b");
        assert_eq!(told("LIST (`x`)", &[one, two], &[two], Back), "-a");
        let mine = ("c", "IN (1,7)");
        let found = told("LIST (`x`)", &[one, two], &[two, mine], There);
        assert!(found.contains("a Rows"), "{found}");
    }

    #[test]
    fn a_hash_grows_and_shrinks_at_its_end() {
        use Direction::There;
        let of = |count: usize| -> Vec<(&str, &str)> {
            ["p0", "p1", "p2"]
                .iter()
                .take(count)
                .map(|name| (*name, ""))
                .collect()
        };
        assert_eq!(told("HASH (`x`)", &of(1), &of(3), There), "hash+2");
        assert_eq!(told("LINEAR KEY (`x`)", &of(3), &of(2), There), "hash-1");
        assert_eq!(told("KEY ()", &of(1), &[("q", "")], There), "p0 Hashed");
    }
}
