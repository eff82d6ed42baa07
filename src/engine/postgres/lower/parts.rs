//! Keys, unique constraints, checks, foreign keys and indexes.
//!
//! Parts go before anything else changes and come after everything else has changed. What can be
//! altered in place (comments, storage parameters, validity, deferrability) is.

mod kind;

pub(super) use kind::Kind;

use super::online::{self, Columns, Swap};
use super::table::parameters;
use super::{Lowering, SWITCH};
use crate::engine::postgres::expression::mentions;
use crate::engine::postgres::render::{self, quote, quoted_name};
use crate::engine::{Lock, Object, Phase, Work};
use crate::schema::{
    Attribute, Change, Check, Column, Edit, Fold, ForeignKey, Index, Key, Name, Pair, Part, Table,
    TableDelta,
};
use kind::Primary;
use std::collections::BTreeSet;

/// All edits of a table's parts.
pub(super) fn lower(lowering: &mut Lowering<'_>, delta: &TableDelta) {
    let tables = Pair {
        observed: &delta.tables.observed.name,
        desired: &delta.tables.desired.name,
    };
    let primary: Vec<Edit<Primary>> = delta.primary_key.iter().map(as_primary).collect();
    let settled = online::settled(delta);
    edits(lowering, &tables, settled, &delta.foreign_keys);
    edits(lowering, &tables, settled, &delta.checks);
    edits(lowering, &tables, settled, &delta.indexes);
    edits(lowering, &tables, settled, &delta.uniques);
    edits(lowering, &tables, settled, &primary);
}

/// A unique constraint of a table that was just made.
pub(super) fn add_unique(lowering: &mut Lowering<'_>, table: &Name, key: &Key) {
    let object = Object::part(Key::WORD, table, &key.label.text);
    lowering.sql(Phase::CreateTables, object, key.add(table), key.cost());
}

fn as_primary(edit: &Edit<Key>) -> Edit<Primary> {
    let pair = |pair: &Pair<Key>| Pair {
        observed: Primary(pair.observed.clone()),
        desired: Primary(pair.desired.clone()),
    };
    match edit {
        Edit::Add(key) => Edit::Add(Primary(key.clone())),
        Edit::Drop(key) => Edit::Drop(Primary(key.clone())),
        Edit::Replace(keys) => Edit::Replace(pair(keys)),
        Edit::Rename(keys) => Edit::Rename(pair(keys)),
    }
}

fn edits<T: Kind>(
    lowering: &mut Lowering<'_>,
    tables: &Pair<&Name>,
    columns: Columns,
    edits: &[Edit<T>],
) {
    for edit in edits {
        match edit {
            Edit::Drop(part) => drop(lowering, tables.observed, part),
            Edit::Add(part) => add(lowering, tables.desired, part),
            Edit::Rename(pair) => {
                let (from, to) = (&pair.observed.label().text, &pair.desired.label().text);
                let object = Object::part(T::WORD, tables.desired, to);
                let sql = T::rename(tables.desired, from, to);
                lowering.sql(Phase::AlterTables, object, sql, SWITCH);
            }
            Edit::Replace(pair) => {
                if !soften(lowering, tables.desired, pair) && !swap(lowering, tables, columns, pair)
                {
                    drop(lowering, tables.observed, &pair.observed);
                    add(lowering, tables.desired, &pair.desired);
                }
            }
        }
    }
}

/// Puts a part in the place of another so that there is no moment without either, where that can be
/// done while others go on.
fn swap<T: Kind>(
    lowering: &mut Lowering<'_>,
    tables: &Pair<&Name>,
    columns: Columns,
    pair: &Pair<T>,
) -> bool {
    // What an interrupted build left is of no use to anybody: it goes first.
    let useless = pair
        .observed
        .attributes()
        .contains_key(&Attribute::NotValid);
    let stays = columns == Columns::Stay && tables.observed == tables.desired;
    if !lowering.spares(tables.desired) || !stays || (T::WORD == Index::WORD && useless) {
        return false;
    }
    let swap = Swap {
        table: tables.desired,
        gone: Some(&pair.observed),
    };
    let done = pair.desired.spare(lowering, &swap);
    if done {
        comment(lowering, tables.desired, &pair.desired, None);
    }
    done
}

fn drop<T: Kind>(lowering: &mut Lowering<'_>, table: &Name, part: &T) {
    if lowering.spares(table) && part.drop_spared(lowering, table) {
        return;
    }
    let label = &part.label().text;
    let object = Object::part(T::WORD, table, label);
    lowering.sql(T::GOES, object, T::drop(table, label), SWITCH);
}

fn add<T: Kind>(lowering: &mut Lowering<'_>, table: &Name, part: &T) {
    let alone = Swap { table, gone: None };
    if !lowering.spares(table) || !part.spare(lowering, &alone) {
        let label = &part.label().text;
        let object = Object::part(T::WORD, table, label);
        lowering.sql(T::COMES, object, part.add(table), part.cost());
    }
    comment(lowering, table, part, None);
}

/// Writes a comment where it is another than before.
fn comment<T: Kind>(lowering: &mut Lowering<'_>, table: &Name, part: &T, before: Option<&String>) {
    let text = part.attributes().get(&Attribute::Comment);
    if text != before {
        let label = &part.label().text;
        let sql = render::comment(&T::comment_target(table, label), text);
        let object = Object::part(T::WORD, table, label);
        lowering.sql(Phase::Finish, object, sql, (Lock::Shared, Work::Metadata));
    }
}

/// Changes a part in place, where all that differs can be.
fn soften<T: Kind>(lowering: &mut Lowering<'_>, table: &Name, pair: &Pair<T>) -> bool {
    let (old, new) = (&pair.observed, &pair.desired);
    let hard = |part: &T| {
        let mut part = part.with_label(new.label().clone());
        part.attributes_mut().retain(|a, _| !T::SOFT.contains(a));
        part
    };
    let has = |part: &T, attribute| part.attributes().contains_key(&attribute);
    // What an interrupted build left is never made again; the sound index is better.
    if T::WORD == Index::WORD && has(new, Attribute::NotValid) {
        let mut sound = new.clone();
        sound.attributes_mut().remove(&Attribute::NotValid);
        if old.same_shape(&sound, Fold::Exact) && old.label() == new.label() {
            return true;
        }
    }
    // Nothing makes a constraint doubtful again, and an index that failed is built anew.
    let doubts = has(new, Attribute::NotValid) && !has(old, Attribute::NotValid);
    let same_name = old.label().text == new.label().text;
    if doubts || !same_name || !hard(old).same_shape(&hard(new), Fold::Exact) {
        return false;
    }
    let label = &new.label().text;
    let object = Object::part(T::WORD, table, label);
    let target = quoted_name(table);
    if has(old, Attribute::NotValid) && !has(new, Attribute::NotValid) {
        online::validate(lowering, T::COMES, &object, label);
    }
    let value = |part: &T, attribute| part.attributes().get(&attribute).cloned();
    let timing = [Attribute::Deferrable, Attribute::InitiallyDeferred];
    if timing.iter().any(|a| has(old, *a) != has(new, *a)) {
        let timing = match render::timing(new.attributes()) {
            text if text.is_empty() => " NOT DEFERRABLE".to_owned(),
            text if text.ends_with("DEFERRED") => text,
            text => format!("{text} INITIALLY IMMEDIATE"),
        };
        let sql = format!(
            "ALTER TABLE {target} ALTER CONSTRAINT {}{timing}",
            quote(label)
        );
        lowering.sql(T::COMES, object.clone(), sql, SWITCH);
    }
    let index = quoted_name(&Name::new(&table.schema, label));
    let options = Pair {
        observed: value(old, Attribute::StorageParameters),
        desired: value(new, Attribute::StorageParameters),
    };
    for action in parameters(&options) {
        let sql = format!("ALTER INDEX {index} {action}");
        lowering.sql(
            T::COMES,
            object.clone(),
            sql,
            (Lock::Shared, Work::Metadata),
        );
    }
    if T::SOFT.contains(&Attribute::Tablespace)
        && value(old, Attribute::Tablespace) != value(new, Attribute::Tablespace)
    {
        let space = value(new, Attribute::Tablespace).unwrap_or_else(|| "pg_default".to_owned());
        let sql = format!("ALTER INDEX {index} SET TABLESPACE {}", quote(&space));
        lowering.sql(T::COMES, object, sql, (Lock::BlocksAll, Work::Rewrite));
    }
    comment(
        lowering,
        table,
        new,
        value(old, Attribute::Comment).as_ref(),
    );
    true
}

/// A foreign key of a new table.
pub(super) fn add_foreign_key(lowering: &mut Lowering<'_>, table: &Name, key: &ForeignKey) {
    let parent_is_new = lowering.new.contains(&key.references);
    let object = Object::part(ForeignKey::WORD, table, &key.label.text);
    let step = crate::engine::Step {
        phase: Phase::AddForeignKeys,
        object,
        statements: vec![crate::engine::Statement::new(key.add(table))],
        // The new table is nobody's; the parent may be somebody's.
        lock: if parent_is_new {
            Lock::None
        } else {
            Lock::BlocksWrites
        },
        work: Work::Metadata,
        mode: crate::engine::Mode::Joined,
        leftover: None,
        rungs: Vec::new(),
    };
    lowering.out.steps.push(step);
    comment(lowering, table, key, None);
}

/// A check that a table needs before it is attached to one that has it.
pub(super) fn add_check(lowering: &mut Lowering<'_>, table: &Name, check: &Check) {
    add(lowering, table, check);
}

/// A foreign key of a table that goes.
pub(super) fn drop_foreign_key(lowering: &mut Lowering<'_>, table: &Name, key: &ForeignKey) {
    drop(lowering, table, key);
}

/// Comments of a new table's keys, checks and indexes.
pub(super) fn comments(lowering: &mut Lowering<'_>, table: &Table) {
    for key in table.primary_key.iter().chain(&table.uniques) {
        comment(lowering, &table.name, key, None);
    }
    for check in &table.checks {
        if render::stands_apart(check) {
            let object = Object::part(Check::WORD, &table.name, &check.label.text);
            lowering.sql(Phase::CreateTables, object, check.add(&table.name), SWITCH);
        }
        comment(lowering, &table.name, check, None);
    }
    for index in &table.indexes {
        comment(lowering, &table.name, index, None);
    }
}

/// Parts that went with a column that was dropped and made again.
pub(super) fn make_again(lowering: &mut Lowering<'_>, delta: &TableDelta, columns: &[Column]) {
    if columns.is_empty() {
        return;
    }
    let table = &delta.tables.desired;
    let primary: Vec<Primary> = table.primary_key.iter().cloned().map(Primary).collect();
    let pairs: Vec<Edit<Primary>> = delta.primary_key.iter().map(as_primary).collect();
    one_kind(lowering, &table.name, &primary, &pairs, columns);
    one_kind(
        lowering,
        &table.name,
        &table.uniques,
        &delta.uniques,
        columns,
    );
    one_kind(lowering, &table.name, &table.checks, &delta.checks, columns);
    one_kind(
        lowering,
        &table.name,
        &table.indexes,
        &delta.indexes,
        columns,
    );
    one_kind(
        lowering,
        &table.name,
        &table.foreign_keys,
        &delta.foreign_keys,
        columns,
    );
}

fn one_kind<T: Kind>(
    lowering: &mut Lowering<'_>,
    table: &Name,
    parts: &[T],
    edits: &[Edit<T>],
    columns: &[Column],
) {
    for part in parts {
        let comes_anyway = edits.iter().any(|edit| match edit {
            Edit::Add(new) => new.label().text == part.label().text,
            Edit::Replace(pair) => pair.desired.label().text == part.label().text,
            Edit::Drop(_) | Edit::Rename(_) => false,
        });
        let texts = part.texts();
        let reads = columns
            .iter()
            .any(|column| texts.iter().any(|text| mentions(text, &column.name)));
        if reads && !comes_anyway {
            add(lowering, table, part);
        }
    }
}

/// Foreign keys that lean on a key which is dropped or made again: they go before it and come
/// back after it (5.4.5 "Foreign Keys": a foreign key needs a unique index of what it refers to).
pub(super) fn keys_in_use(lowering: &mut Lowering<'_>) {
    let delta = lowering.delta;
    let mut lost: Vec<(&Name, BTreeSet<&str>)> = Vec::new();
    for change in &delta.changes {
        let Change::AlterTable(table) = change else {
            continue;
        };
        let name = &table.tables.observed.name;
        let before = &table.tables.observed;
        let mut gone = |label: &str| {
            let keys = before.primary_key.iter().chain(&before.uniques);
            let found = keys
                .filter(|key| key.label.text == label)
                .map(|key| columns_of(&key.parts));
            let indexes = before
                .indexes
                .iter()
                .filter(|i| i.unique && i.label.text == label);
            let indexes = indexes.map(|index| columns_of(&index.parts));
            lost.extend(found.chain(indexes).map(|columns| (name, columns)));
        };
        for edit in table.primary_key.iter().chain(&table.uniques) {
            if let Some(label) = hard_drop(edit) {
                gone(&label);
            }
        }
        for edit in &table.indexes {
            if let Some(label) = hard_drop(edit) {
                gone(&label);
            }
        }
    }
    for table in delta.schemas.observed.tables.values() {
        for key in &table.foreign_keys {
            let referenced: BTreeSet<&str> = key.referenced.iter().map(String::as_str).collect();
            let hit = lost
                .iter()
                .any(|(name, columns)| **name == key.references && *columns == referenced);
            if hit {
                around(lowering, table, key);
            }
        }
    }
}

fn columns_of(parts: &[Part]) -> BTreeSet<&str> {
    parts.iter().filter_map(Part::column_name).collect()
}

/// The label of a part that is really dropped.
fn hard_drop<T: Kind>(edit: &Edit<T>) -> Option<String> {
    match edit {
        Edit::Drop(part) => Some(part.label().text.clone()),
        Edit::Replace(pair) => {
            let hard = |part: &T| {
                let mut part = part.with_label(pair.desired.label().clone());
                part.attributes_mut().retain(|a, _| !T::SOFT.contains(a));
                part
            };
            (!hard(&pair.observed).same_shape(&hard(&pair.desired), Fold::Exact))
                .then(|| pair.observed.label().text.clone())
        }
        Edit::Add(_) | Edit::Rename(_) => None,
    }
}

/// Drops a foreign key first and adds it again last, unless the plan does so anyway.
pub(super) fn around(lowering: &mut Lowering<'_>, child: &Table, key: &ForeignKey) {
    let delta = lowering.delta;
    let altered = delta.changes.iter().find_map(|change| match change {
        Change::AlterTable(table) if table.tables.observed.name == child.name => Some(table),
        _ => None,
    });
    let label = &key.label.text;
    let edited = altered.is_some_and(|table| {
        table.foreign_keys.iter().any(|edit| match edit {
            Edit::Drop(gone) => gone.label.text == *label,
            Edit::Replace(pair) => pair.observed.label.text == *label,
            Edit::Add(_) | Edit::Rename(_) => false,
        })
    });
    let dropped = delta
        .changes
        .iter()
        .any(|change| matches!(change, Change::DropTable(table) if table.name == child.name));
    let object = Object::part(ForeignKey::WORD, &child.name, label);
    let mut steps = lowering.out.steps.iter();
    let away = steps.any(|step| step.phase == ForeignKey::GOES && step.object == object);
    if edited || dropped || away {
        return;
    }
    let after = match altered {
        Some(table) => Some(&table.tables.desired),
        None => delta.schemas.desired.tables.get(&child.name),
    };
    drop(lowering, &child.name, key);
    let kept = after.and_then(|table| {
        let found = table.foreign_keys.iter().find(|k| k.label.text == *label);
        found.map(|found| (table.name.clone(), found.clone()))
    });
    match kept {
        Some((table, key)) => add(lowering, &table, &key),
        None => lowering.refuse(
            object,
            "the key it refers to is made again, and it is declared under another name",
            "rename the foreign key in a change of its own",
        ),
    }
}
