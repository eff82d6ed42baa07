//! The indexes that foreign keys live on (`MySQL`, `MariaDB`).
//!
//! Such an index is no object of its own: it is there as long as its key is. Its name may be one that
//! somebody gave it, and then it is that name.

use super::{Change, Edit, Element, Fold, ForeignKey, Name, Pair, Schema, Table, TableDelta};
use std::collections::BTreeMap;

/// The index, and whether the server would have called it so itself: like one of the keys that share
/// it where that is named, else like the first column, with a number where that was taken (`MySQL`
/// 8.4 manual, 15.1.20.5).
struct Backing<'a> {
    name: &'a str,
    usual: bool,
}

fn backing<'a>(table: &'a Table, key: &ForeignKey, fold: Fold) -> Option<Backing<'a>> {
    let alike = |other: &&ForeignKey| other.columns == key.columns;
    let sharing: Vec<&ForeignKey> = table.foreign_keys.iter().filter(alike).collect();
    let mut names = sharing.iter();
    let name = names.find_map(|other| table.key_indexes.get(&other.label.text))?;
    let usual = sharing.iter().any(|other| {
        let first = other.columns.first().map_or("", String::as_str);
        fold.same(name, &other.label.text) || numbered(&fold.key(name), &fold.key(first))
    });
    Some(Backing { name, usual })
}

fn numbered(name: &str, stem: &str) -> bool {
    name.strip_prefix(stem).is_some_and(|tail| {
        let number = tail.strip_prefix('_').unwrap_or("0");
        (tail.is_empty() || tail.starts_with('_'))
            && !number.is_empty()
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}

/// When such an index gets another name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// When somebody gave it one, or another index is to have the one it has.
    AsGiven,
    /// When the two differ at all: what is taken back is called as it was.
    Exactly,
}

/// The indexes of foreign keys that stay and that get another name. `before` is the table under the
/// names that it and its columns get.
pub(super) fn renamed(
    before: &Table,
    after: &Table,
    edits: &[Edit<ForeignKey>],
    fold: Fold,
    naming: Naming,
) -> Vec<Pair<String>> {
    let comes = |key: &ForeignKey| {
        edits.iter().any(|edit| match edit {
            Edit::Add(new) => new == key,
            Edit::Replace(pair) | Edit::Rename(pair) => pair.desired == *key,
            Edit::Drop(_) => false,
        })
    };
    let mut found: Vec<Pair<String>> = Vec::new();
    for key in after.foreign_keys.iter().filter(|key| !comes(key)) {
        let mut olds = before.foreign_keys.iter();
        let Some(old) = olds.find(|old| old.same_shape(key, fold)) else {
            continue;
        };
        let (Some(is), Some(shall)) = (backing(before, old, fold), backing(after, key, fold))
        else {
            continue;
        };
        let wanted = match naming {
            Naming::AsGiven => !shall.usual || after.names_an_index(is.name, fold),
            Naming::Exactly => true,
        };
        if wanted && !fold.same(is.name, shall.name) {
            let pair = Pair {
                observed: is.name.to_owned(),
                desired: shall.name.to_owned(),
            };
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
    }
    found
}

/// Gives the indexes of the foreign keys that stay the names that they have once the changes are made: what
/// nobody gave a name keeps the one it had.
pub(super) fn left(schemas: Pair<&Schema>, changes: &[Change]) -> Schema {
    let mut after = schemas.desired.clone();
    let altered = changes.iter().filter_map(|change| match change {
        Change::AlterTable(delta) => Some((&delta.tables.desired.name, delta.as_ref())),
        _ => None,
    });
    let altered: BTreeMap<&Name, &TableDelta> = altered.collect();
    for (name, table) in &mut after.tables {
        let delta = altered.get(name);
        let Some(before) = delta.map_or_else(
            || schemas.observed.tables.get(name),
            |delta| Some(&delta.tables.observed),
        ) else {
            continue;
        };
        for (key, index) in &mut table.key_indexes {
            let edited = delta.is_some_and(|delta| {
                delta.foreign_keys.iter().any(|edit| match edit {
                    Edit::Add(new) | Edit::Drop(new) => new.label.text == *key,
                    Edit::Replace(pair) | Edit::Rename(pair) => pair.desired.label.text == *key,
                })
            });
            let Some(was) = before.key_indexes.get(key).filter(|_| !edited) else {
                continue;
            };
            let mut renamed = delta.into_iter().flat_map(|delta| &delta.key_indexes);
            let named = renamed.find(|pair| pair.observed == *was);
            index.clone_from(named.map_or(was, |pair| &pair.desired));
        }
    }
    after
}

impl Table {
    /// Whether a unique constraint or an index that is an object of its own has that name.
    fn names_an_index(&self, name: &str, fold: Fold) -> bool {
        let uniques = self.uniques.iter().map(|key| &key.label);
        let indexes = self.indexes.iter().map(|index| &index.label);
        uniques
            .chain(indexes)
            .any(|label| fold.same(&label.text, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Label, Name};

    fn table(index: &str) -> Table {
        let mut table = Table::new(Name::bare("t"));
        table.foreign_keys.push(ForeignKey {
            label: Label::given("f"),
            columns: vec!["a".to_owned()],
            references: Name::bare("p"),
            referenced: vec!["id".to_owned()],
            attributes: Attributes::new(),
        });
        table.key_indexes.insert("f".to_owned(), index.to_owned());
        table
    }

    fn names(from: &str, to: &str, naming: Naming) -> usize {
        renamed(&table(from), &table(to), &[], Fold::UnicodeCase, naming).len()
    }

    #[test]
    fn a_given_name_counts_and_a_usual_one_does_not() {
        assert_eq!(names("f", "by_a", Naming::AsGiven), 1);
        assert_eq!(names("by_a", "f", Naming::AsGiven), 0);
        assert_eq!(names("by_a", "a_2", Naming::AsGiven), 0);
        assert_eq!(names("by_a", "A_x", Naming::AsGiven), 1);
        assert_eq!(names("by_a", "BY_A", Naming::AsGiven), 0);
        assert_eq!(names("by_a", "f", Naming::Exactly), 1);
    }
}
