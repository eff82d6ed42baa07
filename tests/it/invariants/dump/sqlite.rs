//! `sqlite_schema`, and the few settings that live in the file.
//!
//! The table of a schema holds the text of whoever wrote it, so two texts are compared by what they
//! say: comments, white space, case and quotes of identifiers go, and a constraint written at its
//! column is the same as one written at the table.

use super::{Dump, Entry};
use crate::invariants::hand::Hand;
use crate::invariants::lab::World;
use crate::invariants::sqlite_text::{index, spelled, table};

/// The program's own tables, and those SQLite makes for itself when they are needed.
const OWN: &str = "'migration_executions', 'migration_steps', 'driftless_state'";

pub(super) async fn dump(world: &World) -> Result<Dump, String> {
    let mut hand = Hand::at(world.engine, &world.url).await?;
    let dump = all(&mut hand).await;
    hand.close().await;
    dump
}

async fn all(hand: &mut Hand) -> Result<Dump, String> {
    let mut dump = Dump::default();
    // Made and dropped with their virtual table (`vtab.html`, 2.1.2).
    let shadows = hand
        .list("SELECT name FROM pragma_table_list WHERE type = 'shadow'")
        .await?;
    let objects = hand
        .ask(&format!(
            "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND tbl_name NOT IN ({OWN})"
        ))
        .await?;
    for row in objects {
        let [Some(kind), Some(name), Some(sql)] = &row[..] else {
            return Err(format!("an object without a name: {row:?}"));
        };
        let shadow = shadows.contains(name);
        let entry = match kind.as_str() {
            "table" => table(sql),
            "index" => Entry::text(&index(sql)),
            _ => Entry::text(&spelled(sql)),
        };
        let kind = if shadow { "shadow" } else { kind };
        dump.add(&kind.to_uppercase(), &name.to_lowercase(), entry);
    }
    name_targets(&mut dump);
    for setting in ["application_id", "user_version", "encoding", "auto_vacuum"] {
        let value = hand
            .list(&format!(
                "SELECT CAST({setting} AS TEXT) FROM pragma_{setting}"
            ))
            .await?;
        dump.add("PRAGMA", setting, Entry::text(&value.join(" ")));
    }
    Ok(dump)
}

/// A foreign key that names no columns refers to the primary key (`foreignkeys.html`, 3).
fn name_targets(dump: &mut Dump) {
    let mut keys = std::collections::BTreeMap::new();
    for (object, entry) in &dump.0 {
        let key = entry.rest.iter().find_map(|line| {
            let (_, after) = line.split_once("primary key ( ")?;
            let (columns, _) = after.split_once(" )")?;
            Some(columns.to_owned())
        });
        keys.extend(key.map(|key| (object.name.clone(), key)));
    }
    for line in dump.0.values_mut().flat_map(|entry| &mut entry.rest) {
        let Some((before, after)) = line.split_once(" references ") else {
            continue;
        };
        let (parent, rest) = after.split_once(' ').unwrap_or((after, ""));
        if let Some(key) = keys.get(parent)
            && !rest.starts_with('(')
        {
            let said = format!("{before} references {parent} ( {key} ) {rest}");
            said.trim_end().clone_into(line);
        }
    }
}
