//! Tables: made, dropped, renamed, and their own attributes.

use super::guard::{Harm, allows};
use super::{Lowering, SWITCH, column, partition, parts, required, sequence};
use crate::engine::postgres::render::{comment, create_table, doubled, index, quote, quoted_name};
use crate::engine::{Lock, Object, Phase, Work};
use crate::schema::{Attribute, Name, Pair, Table, TableDelta};

/// A new table, then its indexes, foreign keys and comments.
pub(super) fn create(lowering: &mut Lowering<'_>, table: &Table) {
    let cost = (Lock::None, Work::Metadata);
    if let Some(of) = &table.partition_of {
        partition::create(lowering, table, of);
    } else {
        let object = Object::table(&table.name);
        lowering.sql(Phase::CreateTables, object, create_table(table), cost);
        for new in &table.columns {
            sequence::complete(lowering, Phase::CreateTables, &table.name, new);
            required::complete(lowering, Phase::CreateTables, &table.name, new);
            column::storage(lowering, Phase::CreateTables, &table.name, new);
            column::comment_on(lowering, &table.name, new);
        }
    }
    for key in doubled(table) {
        parts::add_unique(lowering, &table.name, key);
    }
    for new in &table.indexes {
        let object = Object::part("index", &table.name, &new.label.text);
        lowering.sql(Phase::BuildIndexes, object, index(&table.name, new), cost);
    }
    for key in &table.foreign_keys {
        parts::add_foreign_key(lowering, &table.name, key);
    }
    parts::comments(lowering, table);
    for (attribute, value) in &table.attributes {
        // The rest is part of `CREATE TABLE`.
        if matches!(
            attribute,
            Attribute::Comment | Attribute::RowSecurity | Attribute::ReplicaIdentity
        ) {
            let pair = Pair {
                observed: None,
                desired: Some(value.clone()),
            };
            set(lowering, &table.name, *attribute, &pair);
        }
    }
}

/// A table that goes, its own foreign keys first, so that the order of tables does not matter.
pub(super) fn drop(lowering: &mut Lowering<'_>, table: &Table) {
    let object = Object::table(&table.name);
    if !allows(lowering, Harm::Drop, &table.name, None, &object) {
        return;
    }
    let desired = &lowering.delta.schemas.desired;
    let child = desired.tables.values().find(|other| {
        other
            .foreign_keys
            .iter()
            .any(|key| key.references == table.name)
    });
    if let Some(child) = child {
        let child = child.name.clone();
        lowering.refuse(
            object,
            format!("a foreign key of table {child} refers to it and stays"),
            format!("drop that foreign key of {child} as well, or keep the table"),
        );
        return;
    }
    if let Some(left) = partition::left_behind(lowering, &table.name) {
        lowering.refuse(
            object,
            format!("its partition {left} stays"),
            format!("drop {left} as well, or declare it as a table of its own first"),
        );
        return;
    }
    if let Some(of) = &table.partition_of {
        partition::leave(lowering, table, of);
    }
    for key in &table.foreign_keys {
        if key.references != table.name {
            parts::drop_foreign_key(lowering, &table.name, key);
        }
    }
    let sql = format!("DROP TABLE {}", quoted_name(&table.name));
    lowering.sql(Phase::DropTables, object, sql, SWITCH);
}

/// The changes inside one table.
pub(super) fn alter(lowering: &mut Lowering<'_>, delta: &TableDelta) {
    if delta.renamed() {
        rename(
            lowering,
            &delta.tables.observed.name,
            &delta.tables.desired.name,
        );
    }
    partition::alter(lowering, delta);
    parts::lower(lowering, delta);
    column::lower(lowering, delta);
    for (attribute, pair) in &delta.attributes {
        set(lowering, &delta.tables.desired.name, *attribute, pair);
    }
    keep_replica_identity(lowering, delta);
}

fn rename(lowering: &mut Lowering<'_>, from: &Name, to: &Name) {
    let object = Object::table(to);
    if !allows(lowering, Harm::Rename, from, None, &object) {
        return;
    }
    let mut at = from.clone();
    if at.schema != to.schema {
        let sql = format!(
            "ALTER TABLE {} SET SCHEMA {}",
            quoted_name(&at),
            quote(&to.schema)
        );
        lowering.sql(Phase::RenameTables, object.clone(), sql, SWITCH);
        at.schema.clone_from(&to.schema);
    }
    if at.name != to.name {
        let sql = format!(
            "ALTER TABLE {} RENAME TO {}",
            quoted_name(&at),
            quote(&to.name)
        );
        lowering.sql(Phase::RenameTables, object, sql, SWITCH);
    }
}

/// An index that is built again has lost its role as the replica identity.
fn keep_replica_identity(lowering: &mut Lowering<'_>, delta: &TableDelta) {
    let table = &delta.tables.desired;
    let Some(value) = table.attributes.get(&Attribute::ReplicaIdentity) else {
        return;
    };
    let rebuilt = delta.indexes.iter().any(|edit| match edit {
        crate::schema::Edit::Replace(pair) => {
            value.ends_with(&format!("USING INDEX {}", pair.desired.label.text))
        }
        _ => false,
    });
    if rebuilt && !delta.attributes.contains_key(&Attribute::ReplicaIdentity) {
        let pair = Pair {
            observed: None,
            desired: Some(value.clone()),
        };
        set(lowering, &table.name, Attribute::ReplicaIdentity, &pair);
    }
}

/// Locks by the table in `ALTER TABLE`: storage parameters take `SHARE UPDATE EXCLUSIVE`, the
/// rest `ACCESS EXCLUSIVE`.
fn set(
    lowering: &mut Lowering<'_>,
    table: &Name,
    attribute: Attribute,
    pair: &Pair<Option<String>>,
) {
    let object = Object::table(table);
    let target = quoted_name(table);
    let value = pair.desired.as_deref();
    let rewrite = (Lock::BlocksAll, Work::Rewrite);
    let shared = (Lock::Shared, Work::Metadata);
    match attribute {
        Attribute::Comment => {
            let sql = comment(&format!("TABLE {target}"), pair.desired.as_ref());
            lowering.sql(Phase::Finish, object, sql, shared);
        }
        // In an order among tables: `persistence`.
        Attribute::Unlogged => {}
        Attribute::Tablespace => {
            let space = quote(value.unwrap_or("pg_default"));
            let sql = format!("ALTER TABLE {target} SET TABLESPACE {space}");
            lowering.sql(Phase::AlterTables, object, sql, rewrite);
        }
        Attribute::StorageParameters => {
            for action in parameters(pair) {
                let sql = format!("ALTER TABLE {target} {action}");
                lowering.sql(Phase::AlterTables, object.clone(), sql, shared);
            }
        }
        Attribute::RowSecurity => {
            let has = |side: Option<&str>, word: &str| {
                side.is_some_and(|v| v.split(", ").any(|w| w == word))
            };
            let before = pair.observed.as_deref();
            for (word, off) in [("ENABLE", "DISABLE"), ("FORCE", "NO FORCE")] {
                let word = match (has(before, word), has(value, word)) {
                    (false, true) => word,
                    (true, false) => off,
                    (true, true) | (false, false) => continue,
                };
                let sql = format!("ALTER TABLE {target} {word} ROW LEVEL SECURITY");
                lowering.sql(Phase::Finish, object.clone(), sql, SWITCH);
            }
        }
        Attribute::ReplicaIdentity => {
            let identity = match value.and_then(|v| v.strip_prefix("USING INDEX ")) {
                Some(index) => format!("USING INDEX {}", quote(index)),
                None => value.unwrap_or("DEFAULT").to_owned(),
            };
            let sql = format!("ALTER TABLE {target} REPLICA IDENTITY {identity}");
            lowering.sql(Phase::Finish, object, sql, SWITCH);
        }
        Attribute::PartitionBy => partition::key_changed(lowering, table, pair),
        Attribute::Method if lowering.server.at_least(15, 0) => {
            let method = quote(value.unwrap_or("heap"));
            let sql = format!("ALTER TABLE {target} SET ACCESS METHOD {method}");
            lowering.sql(Phase::AlterTables, object, sql, rewrite);
        }
        other => lowering.refuse(
            object,
            format!("{other:?} of a table cannot be changed on this server"),
            "make a new table and copy the rows",
        ),
    }
}

/// `SET (…)` for what is new or other, `RESET (…)` for what has gone.
pub(super) fn parameters(pair: &Pair<Option<String>>) -> Vec<String> {
    let split = |text: &Option<String>| -> Vec<String> {
        let text = text.as_deref().unwrap_or_default();
        let options = text.split(", ").filter(|option| !option.is_empty());
        options.map(str::to_owned).collect()
    };
    let name = |option: &String| option.split('=').next().unwrap_or_default().to_owned();
    let (before, after) = (split(&pair.observed), split(&pair.desired));
    let set: Vec<String> = after
        .iter()
        .filter(|option| !before.contains(option))
        .cloned()
        .collect();
    let kept: Vec<String> = after.iter().map(name).collect();
    let reset: Vec<String> = before
        .iter()
        .map(name)
        .filter(|option| !kept.contains(option))
        .collect();
    let mut actions = Vec::new();
    if !set.is_empty() {
        actions.push(format!("SET ({})", set.join(", ")));
    }
    if !reset.is_empty() {
        actions.push(format!("RESET ({})", reset.join(", ")));
    }
    actions
}
