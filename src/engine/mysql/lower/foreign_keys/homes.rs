//! The indexes that foreign keys live on: which one that is, who needs it, and what becomes of it.

use super::{FOLD, added_now, goes};
use crate::engine::mysql::decode::{covers, implied_index_name, spares};
use crate::engine::mysql::lower::keyed::{KeyEdit, Keyed, key_edits};
use crate::engine::mysql::render;
use crate::engine::mysql::version::Flavour;
use crate::schema::{
    Attributes, Change, Delta, Edit, ForeignKey, Key, Label, Part, Table, TableDelta,
};

/// The index that is there only because of a key; keys on the same columns share it.
pub(super) fn backing<'a>(table: &'a Table, key: &ForeignKey) -> Option<&'a str> {
    let mut alike = table
        .foreign_keys
        .iter()
        .filter(|other| other.columns == key.columns);
    alike
        .find_map(|other| table.key_indexes.get(&other.label.text))
        .map(String::as_str)
}

/// The keys of a table that have an index which serves one on these, their first columns, as well.
fn longer<'a>(table: &'a Table, columns: &'a [String]) -> impl Iterator<Item = &'a ForeignKey> {
    let keys = table.foreign_keys.iter();
    keys.filter(|key| key.columns.len() > columns.len() && key.columns.starts_with(columns))
        .filter(|key| backing(table, key).is_some())
}

/// What could serve a foreign key: name, parts, attributes.
fn servants(table: &Table) -> impl Iterator<Item = (&str, &[Part], &Attributes)> {
    let keys = table.primary_key.iter().chain(&table.uniques);
    let keys = keys.map(|key| (&key.label, &key.parts, &key.attributes));
    let indexes = table.indexes.iter();
    keys.chain(indexes.map(|index| (&index.label, &index.parts, &index.attributes)))
        .map(|(label, parts, attributes)| (label.text.as_str(), parts.as_slice(), attributes))
}

/// Whether something in the table keeps the server from making an index for a key.
fn is_spared(flavour: Flavour, table: &Table, key: &ForeignKey) -> bool {
    let mut others = servants(table);
    others.any(|(_, parts, attributes)| spares(flavour, parts, attributes, &key.columns))
}

/// Who could not be without an index.
pub(in crate::engine::mysql::lower) enum Need<'a> {
    /// A foreign key of the table itself.
    Own(&'a ForeignKey),
    /// A foreign key that refers to the table (`MySQL` 8.4 manual, 15.1.20.5: the referenced columns
    /// need an index as well).
    Referring,
}

/// A foreign key that stays and that would have no index without this one and the others that go.
pub(in crate::engine::mysql::lower) fn needed_by<'a>(
    flavour: Flavour,
    whole: &'a Delta,
    delta: &'a TableDelta,
    keyed: &Keyed,
) -> Option<Need<'a>> {
    let needs = |columns: &[String]| {
        covers(keyed.parts, keyed.attributes, columns) && lacks(flavour, delta, columns)
    };
    if let Some(key) = own(delta).find(|key| needs(&key.columns)) {
        return Some(Need::Own(key));
    }
    referring(whole, delta)
        .any(|key| needs(&key.referenced))
        .then_some(Need::Referring)
}

/// Whether nothing that stays serves a foreign key on these columns so well that the server would not
/// make an index for it.
fn lacks(flavour: Flavour, delta: &TableDelta, columns: &[String]) -> bool {
    let edits = key_edits(delta, flavour);
    let key = leaving_key(delta);
    let leaves = |name: &str| {
        key.is_some_and(|key| key.label.text == name)
            || edits.iter().any(|edit| match edit {
                KeyEdit::Drop(old) | KeyEdit::Replace(old, _) => old.name == name,
                KeyEdit::Add(_) | KeyEdit::Rename(..) => false,
            })
    };
    let lives = |own: &ForeignKey| own.columns.starts_with(columns) && home(delta, own).is_some();
    servants(&delta.tables.observed)
        .filter(|(_, parts, attributes)| spares(flavour, parts, attributes, columns))
        .all(|(name, ..)| leaves(name))
        && !own(delta).any(lives)
}

/// The index that a key that stays, as it will be, lives on so far.
fn home<'a>(delta: &'a TableDelta, key: &ForeignKey) -> Option<&'a str> {
    backing(&delta.tables.observed, before(delta, key)?)
}

/// The primary key, where it goes or changes.
fn leaving_key(delta: &TableDelta) -> Option<&Key> {
    match &delta.primary_key {
        Some(Edit::Drop(key)) => Some(key),
        Some(Edit::Replace(pair)) => Some(&pair.observed),
        Some(Edit::Add(_) | Edit::Rename(_)) | None => None,
    }
}

/// Whether an index has to come in the statement in which the primary key goes, since a foreign key
/// lives on that until then.
pub(in crate::engine::mysql::lower) fn relieves_the_key(
    flavour: Flavour,
    whole: &Delta,
    delta: &TableDelta,
    new: &Keyed,
) -> bool {
    let Some(key) = leaving_key(delta) else {
        return false;
    };
    let passes = |columns: &[String]| {
        covers(&key.parts, &key.attributes, columns)
            && covers(new.parts, new.attributes, columns)
            && lacks(flavour, delta, columns)
    };
    own(delta).any(|key| passes(&key.columns))
        || referring(whole, delta).any(|key| passes(&key.referenced))
}

/// The indexes that foreign keys get by themselves when the primary key that served them goes.
pub(in crate::engine::mysql::lower) fn without_the_key(
    flavour: Flavour,
    delta: &TableDelta,
) -> Vec<String> {
    let Some(key) = leaving_key(delta) else {
        return Vec::new();
    };
    let mut found: Vec<String> = own(delta)
        .filter(|own| covers(&key.parts, &key.attributes, &own.columns))
        .filter(|own| lacks(flavour, delta, &own.columns))
        .filter_map(|own| instead(flavour, &delta.tables.desired, own))
        .collect();
    found.dedup();
    found
}

/// The index that a foreign key gets by itself when the one that served it serves it no longer.
pub(in crate::engine::mysql::lower) fn instead(
    flavour: Flavour,
    table: &Table,
    key: &ForeignKey,
) -> Option<String> {
    (!is_spared(flavour, table, key)).then(|| of_its_own(table, key, &key.columns))
}

/// The clause that makes the index which the server would make for a key, on columns called so now.
pub(super) fn of_its_own(table: &Table, key: &ForeignKey, columns: &[String]) -> String {
    let known = backing(table, key).map(str::to_owned);
    let made = || implied_index_name(key, |name| taken(table, name));
    format!(
        "ADD KEY {} {}",
        render::quote(&known.unwrap_or_else(made)),
        render::columns(columns)
    )
}

fn labels(table: &Table) -> impl Iterator<Item = &Label> {
    let uniques = table.uniques.iter().map(|unique| &unique.label);
    uniques.chain(table.indexes.iter().map(|index| &index.label))
}

/// Whether an index or unique constraint has that name.
pub(super) fn taken(table: &Table, name: &str) -> bool {
    labels(table).any(|label| FOLD.same(&label.text, name))
}

/// The clauses that drop the indexes which foreign keys lived on, once a new index serves them: the
/// server does so by itself only where it made them itself.
pub(in crate::engine::mysql::lower) fn replaced(
    flavour: Flavour,
    delta: &TableDelta,
    parts: &[Part],
    attributes: &Attributes,
) -> Vec<String> {
    relieved(flavour, delta, |key| {
        spares(flavour, parts, attributes, &key.columns)
    })
}

/// The clauses that drop what keys lived on that stay and that something new serves.
fn relieved(
    flavour: Flavour,
    delta: &TableDelta,
    serves: impl Fn(&ForeignKey) -> bool,
) -> Vec<String> {
    let mut found = Vec::new();
    for key in own(delta).filter(|key| serves(key)) {
        let Some(old) = before(delta, key) else {
            continue;
        };
        let observed = &delta.tables.observed;
        found.extend(backing(observed, old));
        found.extend(
            longer(observed, &old.columns)
                .filter(|other| goes(delta, other))
                .filter_map(|other| match fate(flavour, delta, other) {
                    Some(Fate::Waits(index)) => Some(index),
                    _ => None,
                }),
        );
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().map(drop_index).collect()
}

/// What becomes of the index that a key lived on which goes.
pub(super) enum Fate<'a> {
    /// Nobody else needs it.
    Goes(&'a str),
    /// A key on its first columns stays, and gets one of its own in its place.
    Shortened(&'a str, &'a ForeignKey),
    /// Such a key stays, and what will serve it comes later.
    Waits(&'a str),
}

pub(super) fn fate<'a>(
    flavour: Flavour,
    delta: &'a TableDelta,
    key: &ForeignKey,
) -> Option<Fate<'a>> {
    let (table, desired) = (&delta.tables.observed, &delta.tables.desired);
    let index = backing(table, key)?;
    // Keys go one after the other, as the table has them.
    let mut rest = table.foreign_keys.iter().skip_while(|other| *other != key);
    rest.next();
    let later: Vec<&ForeignKey> = rest.collect();
    let stays = |other: &ForeignKey| !goes(delta, other) || later.contains(&other);
    let alike = |other: &&ForeignKey| *other != key && other.columns == key.columns;
    if table.foreign_keys.iter().filter(alike).any(stays) {
        return None;
    }
    let alone = |old: &ForeignKey| {
        key.columns.starts_with(&old.columns)
            && !servants(table)
                .any(|(_, parts, attributes)| covers(parts, attributes, &old.columns))
            && !longer(table, &old.columns).any(|other| other != key && stays(other))
    };
    let heir = own(delta).find(|own| before(delta, own).is_some_and(alone));
    Some(match heir {
        None => Fate::Goes(index),
        Some(heir)
            if longer(desired, &heir.columns).next().is_some()
                || is_spared(flavour, desired, heir) =>
        {
            Fate::Waits(index)
        }
        Some(heir) => Fate::Shortened(index, heir),
    })
}

/// Whether a key gets to live on the index of a longer one that comes, which is after the indexes have.
pub(in crate::engine::mysql::lower) fn is_outgrown(delta: &TableDelta, key: &ForeignKey) -> bool {
    longer(&delta.tables.desired, &key.columns).any(|other| added_now(delta, other))
}

/// What the index of a key that comes makes superfluous, where nothing else did before it.
pub(super) fn outgrown(flavour: Flavour, delta: &TableDelta, new: &ForeignKey) -> Vec<String> {
    let desired = &delta.tables.desired;
    relieved(flavour, delta, |key| {
        let mut coming = longer(desired, &key.columns).filter(|other| added_now(delta, other));
        let spared = key_edits(delta, flavour).iter().any(|edit| match edit {
            KeyEdit::Add(other) | KeyEdit::Replace(_, other) => {
                spares(flavour, other.parts, other.attributes, &key.columns)
            }
            KeyEdit::Drop(_) | KeyEdit::Rename(..) => false,
        });
        !spared && coming.next() == Some(new)
    })
}

/// The foreign keys of the table that stay, under the new names of columns, as the edits are.
fn own(delta: &TableDelta) -> impl Iterator<Item = &ForeignKey> {
    let stays = delta.tables.desired.foreign_keys.iter();
    stays.filter(|key| !added_now(delta, key))
}

/// What a foreign key that stays was so far.
pub(super) fn before<'a>(delta: &'a TableDelta, key: &ForeignKey) -> Option<&'a ForeignKey> {
    let mut olds = delta.tables.observed.foreign_keys.iter();
    olds.find(|old| old.label.text == key.label.text)
}

/// The foreign keys that stay and that refer to the table.
fn referring<'a>(whole: &'a Delta, delta: &'a TableDelta) -> impl Iterator<Item = &'a ForeignKey> {
    let tables = whole.schemas.desired.tables.values();
    let all = tables.flat_map(|table| table.foreign_keys.iter().map(move |key| (table, key)));
    all.filter(|(_, key)| key.references == delta.tables.desired.name)
        .filter(|(table, key)| altered(whole, table).is_none_or(|inside| !added_now(inside, key)))
        .map(|(_, key)| key)
}

/// The change of a table, by its desired self.
fn altered<'a>(whole: &'a Delta, table: &Table) -> Option<&'a TableDelta> {
    whole.changes.iter().find_map(|change| match change {
        Change::AlterTable(inside) if inside.tables.desired.name == table.name => {
            Some(inside.as_ref())
        }
        _ => None,
    })
}

pub(super) fn drop_index(name: &str) -> String {
    format!("DROP INDEX {}", render::quote(name))
}
