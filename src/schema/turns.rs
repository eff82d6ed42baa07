//! The order in which triggers of one table, moment and event fire, where the engine keeps one that is
//! not that of their names (`MySQL`, `MariaDB`).
//!
//! A trigger leans on the one that fires before it. The numbers a server gives them say nothing: they
//! move when another one goes.

use super::{Defined, Fold, Kind, ObjectKey};
use std::collections::{BTreeMap, BTreeSet};

fn predecessor(object: &Defined) -> Option<&ObjectKey> {
    object.uses.iter().find(|used| used.kind == Kind::Trigger)
}

/// One trigger that is there.
struct Observed {
    after: Option<ObjectKey>,
    rank: usize,
}

/// One trigger as it shall be.
struct Desired<'a> {
    key: &'a ObjectKey,
    after: Option<ObjectKey>,
}

/// The turns of all triggers, by the folded keys they have when all is done.
pub(super) struct Turns<'a> {
    observed: BTreeMap<ObjectKey, Observed>,
    desired: BTreeMap<ObjectKey, Desired<'a>>,
    folds: (Fold, Fold),
}

impl<'a> Turns<'a> {
    /// Of observed objects, each with the key it has afterwards, and of desired ones.
    pub(super) fn new<'b>(
        observed: impl Iterator<Item = (ObjectKey, &'b Defined)>,
        desired: &'a BTreeMap<ObjectKey, Defined>,
        called: impl Fn(&ObjectKey) -> ObjectKey,
        folds: (Fold, Fold),
    ) -> Self {
        let mut turns = Self {
            observed: BTreeMap::new(),
            desired: BTreeMap::new(),
            folds,
        };
        for (key, object) in observed.filter(|(key, _)| key.kind == Kind::Trigger) {
            let after = predecessor(object).map(|used| called(used).folded(folds));
            let one = Observed { after, rank: 0 };
            turns.observed.insert(key.folded(folds), one);
        }
        let keys: Vec<ObjectKey> = turns.observed.keys().cloned().collect();
        for key in keys {
            let rank = chain(&key, |key| turns.observed.get(key)?.after.as_ref());
            let rank = rank.len();
            if let Some(one) = turns.observed.get_mut(&key) {
                one.rank = rank;
            }
        }
        let triggers = || desired.iter().filter(|(key, _)| key.kind == Kind::Trigger);
        let known: BTreeSet<ObjectKey> = triggers().map(|(key, _)| key.folded(folds)).collect();
        for (key, object) in triggers() {
            let first = predecessor(object).map(|used| used.folded(folds));
            // One that nobody declared may have followed one that goes.
            let passed = first.as_ref().map(|first| {
                let mut all = vec![first.clone()];
                all.extend(chain(first, |key| turns.observed.get(key)?.after.as_ref()));
                all
            });
            let after = passed.into_iter().flatten().find(|key| known.contains(key));
            turns
                .desired
                .insert(key.folded(folds), Desired { key, after });
        }
        turns
    }

    fn shall_precede(&self, key: &ObjectKey, other: &ObjectKey) -> bool {
        chain(other, |key| self.desired.get(key)?.after.as_ref()).contains(key)
    }

    /// Of triggers that need no other change, those that fire at the wrong moment: all others stay.
    pub(super) fn out_of_turn(&self, unchanged: &BTreeSet<ObjectKey>) -> BTreeSet<ObjectKey> {
        let mut by_rank: Vec<(&Observed, &ObjectKey)> = unchanged
            .iter()
            .filter_map(|key| Some((self.observed.get(key)?, key)))
            .collect();
        by_rank.sort_by_key(|(one, _)| one.rank);
        let mut stay: Vec<&ObjectKey> = Vec::new();
        let mut moved = BTreeSet::new();
        for (_, key) in by_rank {
            if stay.iter().any(|earlier| self.shall_precede(key, earlier)) {
                moved.insert(key.clone());
            } else {
                stay.push(key);
            }
        }
        moved
    }

    /// The first trigger among those that are there all the time before which this one shall fire.
    pub(super) fn next_there(
        &self,
        key: &ObjectKey,
        coming: &BTreeSet<&ObjectKey>,
    ) -> Option<&'a ObjectKey> {
        let key = key.folded(self.folds);
        let there = self.desired.iter().filter_map(|(folded, one)| {
            let rank = self.observed.get(folded)?.rank;
            (!coming.contains(one.key) && self.shall_precede(&key, folded))
                .then_some((rank, one.key))
        });
        there.min().map(|(_, key)| key)
    }
}

/// All that come before, nearest first.
fn chain<'b>(
    from: &ObjectKey,
    step: impl Fn(&ObjectKey) -> Option<&'b ObjectKey>,
) -> Vec<ObjectKey> {
    let mut found: Vec<ObjectKey> = Vec::new();
    let mut at = step(from);
    while let Some(key) = at.filter(|key| !found.contains(key)) {
        found.push(key.clone());
        at = step(key);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Name};

    fn key(name: &str) -> ObjectKey {
        ObjectKey::part(Kind::Trigger, Name::bare("t"), name)
    }

    fn in_turn(names: &[&str]) -> BTreeMap<ObjectKey, Defined> {
        let mut found = BTreeMap::new();
        let mut before = None;
        for name in names {
            let object = Defined {
                hash: String::new(),
                definition: String::new(),
                face: Vec::new(),
                attributes: Attributes::new(),
                depends_on: Vec::new(),
                mentions: Vec::new(),
                uses: before.into_iter().collect(),
                strangers: Vec::new(),
                rights: Vec::new(),
            };
            found.insert(key(name), object);
            before = Some(key(name));
        }
        found
    }

    fn turns<'a>(
        observed: &BTreeMap<ObjectKey, Defined>,
        desired: &'a BTreeMap<ObjectKey, Defined>,
    ) -> Turns<'a> {
        let observed = observed.iter().map(|(key, object)| (key.clone(), object));
        let folds = (Fold::Exact, Fold::UnicodeCase);
        Turns::new(observed, desired, Clone::clone, folds)
    }

    fn moved(observed: &[&str], desired: &[&str]) -> Vec<String> {
        let (observed, desired) = (in_turn(observed), in_turn(desired));
        let unchanged = observed.keys().filter(|key| desired.contains_key(key));
        let folds = (Fold::Exact, Fold::UnicodeCase);
        let unchanged = unchanged.map(|key| key.folded(folds)).collect();
        let moved = turns(&observed, &desired).out_of_turn(&unchanged);
        moved.into_iter().map(|key| key.part).collect()
    }

    #[test]
    fn only_the_order_counts() {
        let none: Vec<String> = Vec::new();
        assert_eq!(moved(&["a", "b", "c"], &["a", "c"]), none);
        assert_eq!(moved(&["a", "c"], &["a", "b", "c"]), none);
        assert_eq!(moved(&["b", "c", "a"], &["a", "b", "c"]), ["a"]);
    }

    #[test]
    fn one_that_comes_back_fires_before_the_next_that_stayed() {
        let (observed, desired) = (in_turn(&["a", "b", "c"]), in_turn(&["a", "b", "c"]));
        let turns = turns(&observed, &desired);
        let (a, b) = (key("a"), key("b"));
        let coming = BTreeSet::from([&a, &b]);
        assert_eq!(turns.next_there(&a, &coming), Some(&key("c")));
        assert_eq!(turns.next_there(&key("c"), &coming), None);
    }

    #[test]
    fn one_that_nobody_declared_keeps_its_place_when_another_goes() {
        let observed = in_turn(&["a", "b", "kept"]);
        let mut desired = in_turn(&["a"]);
        desired.insert(key("kept"), observed[&key("kept")].clone());
        let turns = turns(&observed, &desired);
        assert!(turns.shall_precede(&key("a"), &key("kept")));
    }
}
