//! Foreign keys: those that go, those that come, and those that make way for a column.

mod homes;

use super::keys::grouped_columns;
use super::{BUILD, CATALOG, COPY, Cost, Plan, columns};
use crate::engine::mysql::render;
use crate::engine::step::{Object, Phase};
use crate::schema::{Change, Edit, Fold, ForeignKey, Name, Table, TableDelta};
use homes::{Fate, before, drop_index, fate, of_its_own, outgrown, taken};
pub(super) use homes::{
    Need, instead, is_outgrown, needed_by, relieves_the_key, replaced, without_the_key,
};

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
        let fate = fate(plan.flavour, delta, key);
        let built = matches!(fate, Some(Fate::Shortened(..)));
        match fate {
            Some(Fate::Goes(index)) => clauses.push(drop_index(index)),
            Some(Fate::Shortened(index, heir)) => {
                let old = before(delta, heir).unwrap_or(heir);
                clauses.push(drop_index(index));
                clauses.push(of_its_own(&delta.tables.desired, heir, &old.columns));
            }
            Some(Fate::Waits(_)) | None => {}
        }
        let cost = if built { BUILD } else { CATALOG };
        plan.alter(Phase::DropForeignKeys, object, &clauses, cost);
    }
}

/// Adds a key of a new table, with its index where that is called otherwise than the server would
/// call it: like the constraint, when that is named (`MySQL` 8.4 manual, 15.1.20.5).
pub(super) fn add(plan: &mut Plan, table: &Table, key: &ForeignKey, cost: Cost) {
    let index = index_beside(table, key, false).into_iter().collect();
    add_with(plan, table, key, index, cost);
}

fn add_with(
    plan: &mut Plan,
    table: &Table,
    key: &ForeignKey,
    mut clauses: Vec<String>,
    cost: Cost,
) {
    let object = Object::part("foreign key", &table.name, &key.label.text);
    clauses.push(format!("ADD {}", render::foreign_key(key)));
    plan.alter(Phase::AddForeignKeys, object, &clauses, cost);
}

/// The clause for the index of a key that comes, where the server would call it otherwise, or would
/// make none.
fn index_beside(table: &Table, key: &ForeignKey, makes_none: bool) -> Option<String> {
    let index = table.key_indexes.get(&key.label.text)?;
    let usual = !key.label.generated && FOLD.same(index, &key.label.text);
    let columns = render::columns(&key.columns);
    ((makes_none || !usual) && !taken(table, index))
        .then(|| format!("ADD KEY {} {columns}", render::quote(index)))
}

/// Adds the keys that come. Rows are looked at during a copy, and writers wait (`MySQL` 8.4
/// manual, 17.12.1, "Foreign Key Operations"). Beside an index that goes only afterwards (`one_goes`)
/// the server might make none for them.
pub(super) fn added(plan: &mut Plan, delta: &TableDelta, one_goes: bool) {
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
        let table = &delta.tables.desired;
        let mut clauses = outgrown(plan.flavour, delta, key);
        clauses.extend(index_beside(table, key, one_goes));
        add_with(plan, table, &named, clauses, COPY);
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
