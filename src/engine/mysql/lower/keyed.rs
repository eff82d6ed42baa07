//! Indexes and unique constraints seen as one thing, and what happens to them.

use super::{Cost, cost};
use crate::engine::mysql::render;
use crate::engine::mysql::version::Flavour;
use crate::schema::{Attribute, Attributes, Edit, Fold, Index, Key, Part, Table, TableDelta};

const FOLD: Fold = Fold::UnicodeCase;

/// An index or a unique constraint: the servers make no difference.
pub(super) struct Keyed<'a> {
    /// `unique` or `index`.
    pub(super) kind: &'static str,
    /// Its name in the catalog.
    pub(super) name: &'a str,
    /// Its parts.
    pub(super) parts: &'a [Part],
    /// Its attributes.
    pub(super) attributes: &'a Attributes,
    /// What follows `ADD`.
    pub(super) clause: String,
    /// What building it costs.
    pub(super) cost: Cost,
}

fn of_unique<'a>(table: &Table, key: &'a Key, flavour: Flavour) -> Keyed<'a> {
    Keyed {
        kind: "unique",
        name: &key.label.text,
        parts: &key.parts,
        attributes: &key.attributes,
        clause: render::unique(table, key, flavour),
        cost: cost::building(flavour, &key.parts, None),
    }
}

fn of_index<'a>(table: &Table, index: &'a Index, flavour: Flavour) -> Keyed<'a> {
    let method = index.attributes.get(&Attribute::Method);
    let cost = cost::building(flavour, &index.parts, method.map(String::as_str));
    Keyed {
        kind: "index",
        name: &index.label.text,
        parts: &index.parts,
        attributes: &index.attributes,
        clause: render::index(table, index, flavour),
        cost,
    }
}

/// What happens to one of them.
pub(super) enum KeyEdit<'a> {
    /// It comes.
    Add(Keyed<'a>),
    /// It goes.
    Drop(Keyed<'a>),
    /// It goes and comes again in another shape.
    Replace(Keyed<'a>, Keyed<'a>),
    /// It gets another name.
    Rename(Keyed<'a>, &'a str),
}

fn edits_of<'a, T>(edits: &'a [Edit<T>], keyed: impl Fn(&'a T) -> Keyed<'a>) -> Vec<KeyEdit<'a>> {
    let edit = |edit: &'a Edit<T>| match edit {
        Edit::Add(new) => KeyEdit::Add(keyed(new)),
        Edit::Drop(old) => KeyEdit::Drop(keyed(old)),
        Edit::Replace(pair) => KeyEdit::Replace(keyed(&pair.observed), keyed(&pair.desired)),
        Edit::Rename(pair) => KeyEdit::Rename(keyed(&pair.observed), keyed(&pair.desired).name),
    };
    edits.iter().map(edit).collect()
}

/// The edits of unique constraints and indexes.
pub(super) fn key_edits(delta: &TableDelta, flavour: Flavour) -> Vec<KeyEdit<'_>> {
    let table = &delta.tables.desired;
    let mut edits = edits_of(&delta.uniques, |key| of_unique(table, key, flavour));
    edits.extend(edits_of(&delta.indexes, |i| of_index(table, i, flavour)));
    one_of_a_name(edits)
}

/// An index that goes and a unique constraint that comes under its name, or the other way round, are
/// one thing in another shape.
fn one_of_a_name(edits: Vec<KeyEdit<'_>>) -> Vec<KeyEdit<'_>> {
    let (mut gone, rest): (Vec<_>, Vec<_>) = edits.into_iter().partition(|edit| match edit {
        KeyEdit::Drop(_) => true,
        KeyEdit::Add(_) | KeyEdit::Replace(..) | KeyEdit::Rename(..) => false,
    });
    let mut found = Vec::new();
    for edit in rest {
        let KeyEdit::Add(new) = edit else {
            found.push(edit);
            continue;
        };
        let named = |edit: &KeyEdit<'_>| match edit {
            KeyEdit::Drop(old) => FOLD.same(old.name, new.name),
            KeyEdit::Add(_) | KeyEdit::Replace(..) | KeyEdit::Rename(..) => false,
        };
        let at = gone.iter().position(named);
        found.push(match at.map(|at| gone.remove(at)) {
            Some(KeyEdit::Drop(old)) => KeyEdit::Replace(old, new),
            _ => KeyEdit::Add(new),
        });
    }
    gone.append(&mut found);
    gone
}
