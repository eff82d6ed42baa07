//! Objects in the order in which they can be made.

use crate::schema::{Defined, Kind, Name, ObjectKey};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::engine) type Entry<'a> = (&'a ObjectKey, &'a Defined);

/// Each object after those that it leans on, otherwise by kind and name. What only a text mentions may
/// come later where both cannot be had. A circle is cut in front of a view, since another view can
/// stand in for it: it comes last.
pub(in crate::engine) fn needs_first<'a>(entries: &[Entry<'a>]) -> Vec<Entry<'a>> {
    let needs = Needs::of(entries);
    let all = || (0..entries.len()).collect::<Vec<_>>();
    let sorted = by_needs(all(), |at| needs.all(at));
    let sorted = if needs.is_late(&sorted) {
        by_needs(all(), |at| needs.known(at))
    } else {
        sorted
    };
    let sorted = if needs.is_late(&sorted) {
        let mut views_first = all();
        views_first.sort_by_key(|at| entries.get(*at).map(|(key, _)| key.kind != Kind::View));
        by_needs(views_first, |at| needs.known(at))
    } else {
        sorted
    };
    let found = sorted.into_iter().filter_map(|at| entries.get(at));
    found.copied().collect()
}

/// Each object before those that it leans on. Of a circle a view goes last: what stands in for it leans
/// on nothing.
pub(super) fn needs_last<'a>(entries: &[Entry<'a>]) -> Vec<Entry<'a>> {
    let needs = Needs::of(entries);
    let all = || (0..entries.len()).collect::<Vec<_>>();
    let sorted = by_needs(all(), |at| needs.all(at));
    let sorted = if needs.is_late(&sorted) {
        let mut views_last = all();
        views_last.sort_by_key(|at| entries.get(*at).map(|(key, _)| key.kind == Kind::View));
        by_needs(views_last, |at| needs.known(at))
    } else {
        sorted
    };
    let found = sorted.into_iter().rev().filter_map(|at| entries.get(at));
    found.copied().collect()
}

/// Those that lean on themselves by way of others, or stand between two that do.
pub(in crate::engine) fn circles<'a>(entries: &[Entry<'a>]) -> BTreeSet<&'a ObjectKey> {
    let needs = Needs::of(entries);
    let mut inward: Vec<Vec<usize>> = (0..entries.len()).map(|at| needs.known(at)).collect();
    let mut left: BTreeSet<usize> = (0..entries.len()).collect();
    // What leans on nothing that is left goes, then what nothing that is left leans on.
    for _ in 0..2 {
        let mut outward = vec![Vec::new(); entries.len()];
        let mut open = vec![0_usize; entries.len()];
        for at in &left {
            for need in inward[*at].iter().filter(|need| left.contains(need)) {
                outward[*need].push(*at);
                open[*at] += 1;
            }
        }
        let mut free: Vec<usize> = left.iter().copied().filter(|at| open[*at] == 0).collect();
        while let Some(at) = free.pop() {
            left.remove(&at);
            for user in &outward[at] {
                open[*user] -= 1;
                if open[*user] == 0 {
                    free.push(*user);
                }
            }
        }
        inward = outward;
    }
    let keys = left.into_iter().filter_map(|at| entries.get(at));
    keys.map(|(key, _)| *key).collect()
}

/// What objects lean on, by their places in a list.
struct Needs<'e, 'a> {
    entries: &'e [Entry<'a>],
    by_key: BTreeMap<&'a ObjectKey, usize>,
    relations: BTreeMap<&'a Name, usize>,
}

impl<'e, 'a> Needs<'e, 'a> {
    fn of(entries: &'e [Entry<'a>]) -> Self {
        let numbered = entries.iter().map(|(key, _)| *key).enumerate();
        let relations = numbered.clone().filter(|(_, key)| key.kind.is_relation());
        Self {
            entries,
            by_key: numbered.map(|(at, key)| (key, at)).collect(),
            relations: relations.map(|(at, key)| (&key.name, at)).collect(),
        }
    }

    /// Whether something stands before what it leans on.
    fn is_late(&self, order: &[usize]) -> bool {
        let place: BTreeMap<usize, usize> = order
            .iter()
            .enumerate()
            .map(|(nth, at)| (*at, nth))
            .collect();
        let late = |at: &usize| {
            self.known(*at)
                .iter()
                .any(|need| place.get(need) > place.get(at))
        };
        order.iter().any(late)
    }

    /// What has to be there first.
    fn known(&self, at: usize) -> Vec<usize> {
        let Some((key, object)) = self.entries.get(at) else {
            return Vec::new();
        };
        let used = object.uses.iter().filter_map(|used| self.by_key.get(used));
        let read = object.depends_on.iter();
        let read = read.filter_map(|on| self.relations.get(&on.table));
        let home = self.relations.get(&key.name);
        let home = home.filter(|_| key.kind.is_part());
        sorted(used.chain(read).chain(home).copied().collect())
    }

    /// The same, and what its text mentions.
    fn all(&self, at: usize) -> Vec<usize> {
        let mentioned = self.entries.get(at).into_iter();
        let mentioned = mentioned.flat_map(|(_, object)| &object.mentions);
        let mut all = self.known(at);
        all.extend(mentioned.filter_map(|on| self.relations.get(&on.table)));
        sorted(all)
    }
}

/// Taken from the end, so the first one is put there last.
fn sorted(mut needs: Vec<usize>) -> Vec<usize> {
    needs.sort_unstable_by_key(|need| std::cmp::Reverse(*need));
    needs.dedup();
    needs
}

fn by_needs(starts: Vec<usize>, needs: impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
    let (mut met, mut sorted) = (BTreeSet::new(), Vec::new());
    for start in starts {
        // A path of its own rather than recursion: a chain of views may be long.
        let mut path = vec![(start, false)];
        while let Some((at, done)) = path.pop() {
            if done {
                sorted.push(at);
            } else if met.insert(at) {
                path.push((at, true));
                path.extend(needs(at).into_iter().map(|need| (need, false)));
            }
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Dependency};

    fn object(definition: &str, on: &[&str]) -> Defined {
        Defined {
            hash: String::new(),
            definition: definition.to_owned(),
            face: Vec::new(),
            attributes: Attributes::new(),
            depends_on: on
                .iter()
                .map(|name| Dependency {
                    table: Name::bare(*name),
                    column: None,
                })
                .collect(),
            mentions: Vec::new(),
            uses: Vec::new(),
            strangers: Vec::new(),
            rights: Vec::new(),
        }
    }

    fn order(entries: &[(ObjectKey, Defined)]) -> Vec<String> {
        let entries: Vec<Entry<'_>> = entries.iter().map(|(key, object)| (key, object)).collect();
        let sorted = needs_first(&entries);
        sorted
            .iter()
            .map(|(key, _)| key.name.name.clone())
            .collect()
    }

    #[test]
    fn views_come_after_the_views_they_read() {
        let view = |name: &str| ObjectKey::new(Kind::View, Name::bare(name));
        let found = order(&[
            (
                view("a"),
                object("CREATE VIEW a AS SELECT * FROM c", &["c"]),
            ),
            (
                view("b"),
                object("CREATE VIEW b AS SELECT * FROM a", &["a"]),
            ),
            (
                view("c"),
                object("CREATE VIEW c AS SELECT * FROM t", &["t"]),
            ),
        ]);
        assert_eq!(found, ["c", "a", "b"]);
    }

    #[test]
    fn what_is_mentioned_gives_way_to_what_is_needed() {
        let view = ObjectKey::new(Kind::View, Name::bare("a"));
        let routine = ObjectKey::new(Kind::Function, Name::bare("f()"));
        let mut calls = object("CREATE VIEW a AS SELECT f()", &[]);
        calls.uses.push(routine.clone());
        let mut reads = object("CREATE FUNCTION f() …", &[]);
        reads.mentions.push(Dependency {
            table: Name::bare("a"),
            column: None,
        });
        let found = order(&[(routine, reads), (view, calls)]);
        assert_eq!(found, ["f()", "a"]);
    }

    #[test]
    fn a_circle_is_cut_in_front_of_a_view() {
        let view = ObjectKey::new(Kind::View, Name::bare("a"));
        let routine = ObjectKey::new(Kind::Function, Name::bare("f()"));
        let mut calls = object("CREATE VIEW a AS SELECT f()", &[]);
        calls.uses.push(routine.clone());
        let reads = object("CREATE FUNCTION f() BEGIN ATOMIC …", &["a"]);
        let entries = [(routine, reads), (view, calls)];
        assert_eq!(order(&entries), ["f()", "a"]);
        let entries: Vec<Entry<'_>> = entries.iter().map(|(key, object)| (key, object)).collect();
        let gone: Vec<&str> = needs_last(&entries)
            .iter()
            .map(|(key, _)| key.name.name.as_str())
            .collect();
        assert_eq!(gone, ["f()", "a"]);
    }

    #[test]
    fn only_what_is_in_a_circle_is_in_one() {
        let view = |name: &str| ObjectKey::new(Kind::View, Name::bare(name));
        let entries = [
            (view("a"), object("", &["b", "under"])),
            (view("b"), object("", &["a"])),
            (view("over"), object("", &["a"])),
            (view("under"), object("", &["t"])),
        ];
        let entries: Vec<Entry<'_>> = entries.iter().map(|(key, object)| (key, object)).collect();
        let found: Vec<&str> = circles(&entries)
            .iter()
            .map(|key| key.name.name.as_str())
            .collect();
        assert_eq!(found, ["a", "b"]);
    }

    #[test]
    fn circles_end() {
        let view = |name: &str| ObjectKey::new(Kind::View, Name::bare(name));
        let found = order(&[
            (
                view("a"),
                object("CREATE VIEW a AS SELECT * FROM b", &["b"]),
            ),
            (
                view("b"),
                object("CREATE VIEW b AS SELECT * FROM a", &["a"]),
            ),
        ]);
        assert_eq!(found.len(), 2);
    }
}
