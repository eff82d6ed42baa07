//! Objects in the order in which they can be made.

use crate::schema::{Defined, Name, ObjectKey};
use std::collections::{BTreeMap, BTreeSet};

pub(super) type Entry<'a> = (&'a ObjectKey, &'a Defined);

/// Each object after those that it leans on, otherwise by kind and name. A circle is cut where it
/// is met first.
pub(super) fn needs_first<'a>(entries: &[Entry<'a>]) -> Vec<Entry<'a>> {
    let mut by_key: BTreeMap<&ObjectKey, usize> = BTreeMap::new();
    let mut relations: BTreeMap<&Name, usize> = BTreeMap::new();
    for (at, (key, _)) in entries.iter().enumerate() {
        by_key.insert(key, at);
        if key.kind.is_relation() {
            relations.insert(&key.name, at);
        }
    }
    let needs = |at: usize| -> Vec<usize> {
        let Some((key, object)) = entries.get(at) else {
            return Vec::new();
        };
        let used = object.uses.iter().filter_map(|used| by_key.get(used));
        let read = object.leans().filter_map(|on| relations.get(&on.table));
        let home = relations.get(&key.name).filter(|_| key.kind.is_part());
        let mut all: Vec<usize> = used.chain(read).chain(home).copied().collect();
        // Taken from the end, so the first one is put there last.
        all.sort_unstable_by_key(|need| std::cmp::Reverse(*need));
        all.dedup();
        all
    };
    let (mut met, mut sorted) = (BTreeSet::new(), Vec::new());
    for start in 0..entries.len() {
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
    let found = sorted.into_iter().filter_map(|at| entries.get(at));
    found.copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Dependency, Kind};

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
