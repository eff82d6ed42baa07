//! What becomes of the partitions of a table. Rows are lost only where a declaration leaves a partition
//! out; whatever else can be done moves them.

use super::{Division, Partition};
use crate::schema::{Attribute, Direction, Pair, TableDelta};

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
    list.iter().find(|one| one.is_called(name))
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

/// As [`sorted`]; the server keeps at least one partition, and `None` says that none would stay.
fn some_stay<'a>(
    before: &'a [Partition],
    after: &'a [Partition],
    found: &mut Resettled<'a>,
) -> Option<Sorted<'a>> {
    let parts = sorted(before, after, found);
    if parts.gone.len() < before.len() {
        return Some(parts);
    }
    let first = parts.gone.first();
    found.stuck.extend(first.map(|one| (*one, Stuck::Last)));
    None
}

fn ranges<'a>(
    before: &'a [Partition],
    after: &'a [Partition],
    direction: Direction,
    found: &mut Resettled<'a>,
) {
    let Some(Sorted { gone, came }) = some_stay(before, after, found) else {
        return;
    };
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
    let Some(Sorted { gone, came }) = some_stay(before, after, found) else {
        return;
    };
    for old in gone {
        let claimed = |new: &&Partition| !new.members().is_disjoint(&old.members());
        if came.iter().any(claimed) {
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
    use crate::schema::{Name, Schema, Table, diff, undoing};

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
