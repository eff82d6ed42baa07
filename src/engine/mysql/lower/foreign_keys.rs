//! Foreign keys, and the indexes they live on.

use super::keyed::{KeyEdit, Keyed, key_edits};
use super::keys::grouped_columns;
use super::{CATALOG, COPY, Cost, Plan, columns};
use crate::engine::mysql::decode::{covers, implied_index_name};
use crate::engine::mysql::render;
use crate::engine::mysql::version::Flavour;
use crate::engine::step::{Object, Phase};
use crate::schema::{Change, Delta, Edit, Fold, ForeignKey, Key, Label, Name, Table, TableDelta};

const FOLD: Fold = Fold::UnicodeCase;

/// The key an edit takes away, if it does.
fn gone(edit: &Edit<ForeignKey>) -> Option<&ForeignKey> {
    match edit {
        Edit::Drop(key) => Some(key),
        Edit::Replace(pair) | Edit::Rename(pair) => Some(&pair.observed),
        Edit::Add(_) => None,
    }
}

fn goes(delta: &TableDelta, key: &ForeignKey) -> bool {
    let mut edits = delta.foreign_keys.iter().filter_map(gone);
    edits.any(|old| old.label == key.label)
}

fn labels(table: &Table) -> impl Iterator<Item = &Label> {
    let uniques = table.uniques.iter().map(|unique| &unique.label);
    uniques.chain(table.indexes.iter().map(|index| &index.label))
}

/// Whether an index or unique constraint has that name.
fn taken(table: &Table, name: &str) -> bool {
    labels(table).any(|label| FOLD.same(&label.text, name))
}

/// The names of everything that could serve a foreign key on these columns.
pub(super) fn covering<'a>(table: &'a Table, columns: &[String]) -> Vec<&'a str> {
    let keys = table.primary_key.iter().chain(&table.uniques);
    let keys = keys.map(|key| (&key.label, &key.parts, &key.attributes));
    let indexes = table.indexes.iter();
    keys.chain(indexes.map(|index| (&index.label, &index.parts, &index.attributes)))
        .filter(|(_, parts, attributes)| covers(parts, attributes, columns))
        .map(|(label, _, _)| label.text.as_str())
        .collect()
}

/// Who could not be without an index.
pub(super) enum Need<'a> {
    /// A foreign key of the table itself.
    Own(&'a ForeignKey),
    /// A foreign key that refers to the table (`MySQL` 8.4 manual, 15.1.20.5: the referenced columns
    /// need an index as well).
    Referring,
}

/// The primary key, where it goes or changes.
fn leaving_key(delta: &TableDelta) -> Option<&Key> {
    match &delta.primary_key {
        Some(Edit::Drop(key)) => Some(key),
        Some(Edit::Replace(pair)) => Some(&pair.observed),
        Some(Edit::Add(_) | Edit::Rename(_)) | None => None,
    }
}

/// Whether nothing that stays could serve a foreign key on these columns.
fn lacks(delta: &TableDelta, columns: &[String]) -> bool {
    let edits = key_edits(delta, Flavour::Mysql);
    let key = leaving_key(delta);
    let leaves = |name: &str| {
        key.is_some_and(|key| key.label.text == name)
            || edits.iter().any(|edit| match edit {
                KeyEdit::Drop(old) | KeyEdit::Replace(old, _) => old.name == name,
                KeyEdit::Add(_) | KeyEdit::Rename(..) => false,
            })
    };
    covering(&delta.tables.observed, columns)
        .iter()
        .all(|name| leaves(name))
}

/// The foreign keys of the table that stay, under the new names of columns, as the edits are.
fn own(delta: &TableDelta) -> impl Iterator<Item = &ForeignKey> {
    let stays = delta.tables.desired.foreign_keys.iter();
    stays.filter(|key| !added_now(delta, key))
}

/// The foreign keys that stay and that refer to the table.
fn referring<'a>(whole: &'a Delta, delta: &'a TableDelta) -> impl Iterator<Item = &'a ForeignKey> {
    let tables = whole.schemas.desired.tables.values();
    let all = tables.flat_map(|table| {
        let inside = altered(whole, table);
        let keys = table.foreign_keys.iter();
        keys.filter(move |key| inside.is_none_or(|inside| !added_now(inside, key)))
    });
    all.filter(|key| key.references == delta.tables.desired.name)
}

/// A foreign key that stays and that would have no index without this one and the others that go.
pub(super) fn needed_by<'a>(
    whole: &'a Delta,
    delta: &'a TableDelta,
    keyed: &Keyed,
) -> Option<Need<'a>> {
    let needs = |columns: &[String]| {
        covers(keyed.parts, keyed.attributes, columns) && lacks(delta, columns)
    };
    if let Some(key) = own(delta).find(|key| needs(&key.columns)) {
        return Some(Need::Own(key));
    }
    referring(whole, delta)
        .any(|key| needs(&key.referenced))
        .then_some(Need::Referring)
}

/// Whether an index has to come in the statement in which the primary key goes, since a foreign key
/// lives on that until then.
pub(super) fn relieves_the_key(whole: &Delta, delta: &TableDelta, new: &Keyed) -> bool {
    let Some(key) = leaving_key(delta) else {
        return false;
    };
    let passes = |columns: &[String]| {
        covers(&key.parts, &key.attributes, columns)
            && covers(new.parts, new.attributes, columns)
            && lacks(delta, columns)
    };
    own(delta).any(|key| passes(&key.columns))
        || referring(whole, delta).any(|key| passes(&key.referenced))
}

/// The indexes that foreign keys get by themselves when the primary key that served them goes.
pub(super) fn without_the_key(delta: &TableDelta) -> Vec<String> {
    let Some(key) = leaving_key(delta) else {
        return Vec::new();
    };
    let mut found: Vec<String> = own(delta)
        .filter(|own| covers(&key.parts, &key.attributes, &own.columns))
        .filter(|own| lacks(delta, &own.columns))
        .filter_map(|own| instead(&delta.tables.desired, own))
        .collect();
    found.dedup();
    found
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

/// The index that a foreign key gets by itself when the one that served it serves it no longer.
pub(super) fn instead(table: &Table, key: &ForeignKey) -> Option<String> {
    if !covering(table, &key.columns).is_empty() {
        return None;
    }
    let known = backing(table, key).map(str::to_owned);
    let made = || implied_index_name(key, |name| taken(table, name));
    Some(format!(
        "ADD KEY {} {}",
        render::quote(&known.unwrap_or_else(made)),
        render::columns(&key.columns)
    ))
}

fn added_now(delta: &TableDelta, key: &ForeignKey) -> bool {
    delta.foreign_keys.iter().any(|edit| match edit {
        Edit::Add(new) => new == key,
        Edit::Replace(pair) | Edit::Rename(pair) => pair.desired == *key,
        Edit::Drop(_) => false,
    })
}

/// Drops the keys that go. The index that the server made for a key stays when the key goes
/// (`MySQL` 8.4 manual, 15.1.20.5), so it is dropped with it.
pub(super) fn dropped(plan: &mut Plan, delta: &TableDelta) {
    // Keys go before the table gets its new name.
    let table = &delta.tables.observed;
    let going = table.foreign_keys.iter().filter(|key| goes(delta, key));
    for key in going {
        let object = Object::part("foreign key", &table.name, &key.label.text);
        let mut clauses = vec![format!(
            "DROP FOREIGN KEY {}",
            render::quote(&key.label.text)
        )];
        let mut others = table.foreign_keys.iter().filter(|k| k.label != key.label);
        let stays = |other: &ForeignKey| !goes(delta, other) || other.label.text > key.label.text;
        let shared = others.any(|other| other.columns == key.columns && stays(other));
        if let (Some(index), false) = (backing(table, key), shared) {
            clauses.push(format!("DROP INDEX {}", render::quote(index)));
        }
        plan.alter(Phase::DropForeignKeys, object, &clauses, CATALOG);
    }
}

/// Adds a key, with its index where that is called otherwise than the server would call it: like
/// the constraint, when that is named (`MySQL` 8.4 manual, 15.1.20.5).
pub(super) fn add(plan: &mut Plan, table: &Table, key: &ForeignKey, cost: Cost) {
    let object = Object::part("foreign key", &table.name, &key.label.text);
    let mut clauses = Vec::new();
    if let Some(index) = table.key_indexes.get(&key.label.text) {
        let usual = !key.label.generated && FOLD.same(index, &key.label.text);
        if !usual && !taken(table, index) {
            let columns = render::columns(&key.columns);
            clauses.push(format!("ADD KEY {} {columns}", render::quote(index)));
        }
    }
    clauses.push(format!("ADD {}", render::foreign_key(key)));
    plan.alter(Phase::AddForeignKeys, object, &clauses, cost);
}

/// The index that is there only because of a key; keys on the same columns share it.
fn backing<'a>(table: &'a Table, key: &ForeignKey) -> Option<&'a str> {
    let mut alike = table
        .foreign_keys
        .iter()
        .filter(|other| other.columns == key.columns);
    alike
        .find_map(|other| table.key_indexes.get(&other.label.text))
        .map(String::as_str)
}

/// The clauses that drop the indexes which foreign keys lived on, once a new index serves them: the
/// server does so by itself only where it made them itself.
pub(super) fn replaced(delta: &TableDelta, new: &Keyed) -> Vec<String> {
    let observed = &delta.tables.observed;
    let keys = delta.tables.desired.foreign_keys.iter();
    let mut found: Vec<String> = keys
        .filter(|key| !added_now(delta, key) && covers(new.parts, new.attributes, &key.columns))
        .filter_map(|key| {
            let mut old = observed.foreign_keys.iter();
            let old = old.find(|old| old.label.text == key.label.text)?;
            backing(observed, old)
        })
        .map(|index| format!("DROP INDEX {}", render::quote(index)))
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Adds the keys that come. Rows are looked at during a copy, and writers wait (`MySQL` 8.4
/// manual, 17.12.1, "Foreign Key Operations").
pub(super) fn added(plan: &mut Plan, delta: &TableDelta) {
    for edit in &delta.foreign_keys {
        let key = match edit {
            Edit::Add(key) => key,
            Edit::Replace(pair) | Edit::Rename(pair) => &pair.desired,
            Edit::Drop(_) => continue,
        };
        let mut named = key.clone();
        let mut others = delta.tables.observed.foreign_keys.iter();
        let clash =
            |old: &ForeignKey| FOLD.same(&old.label.text, &key.label.text) && !goes(delta, old);
        if named.label.generated && others.any(clash) {
            // The server makes up another name.
            named.label.text.clear();
        }
        add(plan, &delta.tables.desired, &named, COPY);
    }
}

/// Columns that are converted or begin to count: old table, old column.
fn converted(plan: &Plan) -> Vec<(Name, String)> {
    let mut found = Vec::new();
    for change in &plan.delta.changes {
        let Change::AlterTable(delta) = change else {
            continue;
        };
        let grouped = grouped_columns(delta);
        for pair in columns::changed(delta) {
            let counted = grouped.iter().any(|g| FOLD.same(g, &pair.desired.name));
            if columns::converts(delta, &pair) || counted {
                let table = delta.tables.observed.name.clone();
                found.push((table, pair.observed.name.clone()));
            }
        }
    }
    found
}

/// The servers refuse to change the type of a column while a foreign key uses it, on either side
/// (errors 1832, 1833, 3780): such keys are taken away and put back.
pub(super) fn around_column_changes(plan: &mut Plan) {
    let converted = converted(plan);
    let uses = |table: &Name, names: &[String]| {
        converted
            .iter()
            .any(|(home, column)| home == table && names.iter().any(|n| FOLD.same(n, column)))
    };
    let delta = plan.delta;
    for table in delta.schemas.observed.tables.values() {
        for key in &table.foreign_keys {
            if !uses(&table.name, &key.columns) && !uses(&key.references, &key.referenced) {
                continue;
            }
            let object = Object::part("foreign key", &table.name, &key.label.text);
            let mut steps = plan.out.steps.iter();
            if steps.any(|s| s.phase == Phase::DropForeignKeys && s.object == object) {
                continue;
            }
            let Some((home, mut after)) = after(plan, table, key) else {
                continue;
            };
            let clause = format!("DROP FOREIGN KEY {}", render::quote(&key.label.text));
            plan.alter(Phase::DropForeignKeys, object, &[clause], CATALOG);
            after.label = key.label.clone();
            let object = Object::part("foreign key", &home, &after.label.text);
            let clause = format!("ADD {}", render::foreign_key(&after));
            plan.alter(Phase::AddForeignKeys, object, &[clause], COPY);
        }
    }
}

/// A key that stays as it will be, and its table's name then; `None` when its table goes.
fn after(plan: &Plan, table: &Table, key: &ForeignKey) -> Option<(Name, ForeignKey)> {
    let altered = plan.delta.changes.iter().find_map(|change| match change {
        Change::AlterTable(delta) if delta.tables.observed.name == table.name => Some(delta),
        _ => None,
    });
    let home = match altered {
        Some(delta) => &delta.tables.desired,
        None => plan.delta.schemas.desired.tables.get(&table.name)?,
    };
    let keys = &home.foreign_keys;
    let same = |new: &&ForeignKey| {
        let named = FOLD.same(&new.label.text, &key.label.text);
        named && new.columns.len() == key.columns.len()
    };
    let shaped = |new: &&ForeignKey| {
        new.columns == key.columns
            && new.referenced == key.referenced
            && new.references == key.references
    };
    let found = keys
        .iter()
        .find(shaped)
        .or_else(|| keys.iter().find(same))?;
    Some((home.name.clone(), found.clone()))
}
