//! What a declaration must not say, whatever the plan would be. All violations of a kind at once.

use super::GoalError;
use crate::schema::{Fold, Name, Opaque, OpaqueKey, Rename, Schema, Table};
use std::collections::{BTreeMap, BTreeSet};

/// What another tool keeps is neither declared nor referred to.
pub(super) fn check_other_tools(
    observed: &Schema,
    declared: &Schema,
    tables: Fold,
) -> Result<(), Vec<GoalError>> {
    let live = |name: &Name| {
        let mut others = observed.other_tools.values();
        let other = others.find(|other| tables.name(&other.table.name) == tables.name(name))?;
        Some(other.tool)
    };
    let mut errors = Vec::new();
    for other in declared.other_tools.values() {
        errors.push(GoalError::OtherTool {
            name: other.table.name.clone(),
            tool: other.tool,
        });
    }
    for table in declared.tables.values() {
        if let Some(tool) = live(&table.name) {
            let name = table.name.clone();
            errors.push(GoalError::OtherTool { name, tool });
        }
        for key in &table.foreign_keys {
            if let Some(tool) = live(&key.references) {
                errors.push(GoalError::KeyToOtherTool {
                    table: table.name.clone(),
                    key: key.label.text.clone(),
                    name: key.references.clone(),
                    tool,
                });
            }
        }
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

pub(super) fn check_opaque(observed: &Schema, declared: &Schema) -> Result<(), Vec<GoalError>> {
    let mut errors = Vec::new();
    for (key, opaque) in &declared.opaque {
        let state = match observed.opaque.get(key) {
            None if opaque.definition.is_some() => continue,
            None => "does not exist",
            Some(live) if live.hash != opaque.hash => "exists with another definition",
            Some(_) => continue,
        };
        errors.push(GoalError::Opaque {
            kind: key.kind.clone(),
            name: key.name.clone(),
            state,
        });
    }
    for name in declared.tables.keys() {
        let twin = OpaqueKey {
            kind: "table".to_owned(),
            name: name.clone(),
        };
        if let Some(Opaque { reason, .. }) = observed.opaque.get(&twin) {
            errors.push(GoalError::NotUnderstood {
                name: name.clone(),
                reason: reason.clone(),
            });
        }
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

/// Not every engine refuses a key into nowhere when it is declared; it would fail with the first row.
pub(super) fn check_references(
    observed: &Schema,
    declared: &Schema,
    tables: Fold,
    parts: Fold,
) -> Result<(), Vec<GoalError>> {
    let mut parents: BTreeMap<Name, &Table> = BTreeMap::new();
    for table in observed.tables.values().chain(declared.tables.values()) {
        parents.insert(tables.name(&table.name), table);
    }
    let opaque = |name: &Name| observed.opaque.keys().any(|key| key.name == *name);
    let mut errors = Vec::new();
    for table in declared.tables.values() {
        for key in &table.foreign_keys {
            let found = match parents.get(&tables.name(&key.references)) {
                Some(parent) => key
                    .referenced
                    .iter()
                    .all(|c| parent.column(c, parts).is_some()),
                None => opaque(&key.references),
            };
            if !found {
                errors.push(GoalError::UnknownReference {
                    table: table.name.clone(),
                    key: key.label.text.clone(),
                    parent: format!("{} ({})", key.references, key.referenced.join(", ")),
                });
            }
        }
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

/// One old name, one new name, and not both there at once.
pub(super) fn check_renames(
    observed: &Schema,
    declared: &Schema,
    hints: &[Rename],
    tables: Fold,
    parts: Fold,
) -> Result<(), Vec<GoalError>> {
    let find = |schema: &Schema, name: &Name| {
        schema
            .tables
            .values()
            .find(|t| tables.name(&t.name) == tables.name(name))
            .cloned()
    };
    let mut origins = BTreeSet::new();
    let mut errors = Vec::new();
    for hint in hints {
        let (from, to, both, stays) = match hint {
            Rename::Table { from, to } => {
                let both = find(observed, from).is_some() && find(observed, to).is_some();
                let stays = find(declared, from).is_some();
                (from.to_string(), to.to_string(), both, stays)
            }
            Rename::Column { table, from, to } => {
                let live = find(observed, table);
                let has = |name: &str| {
                    live.as_ref()
                        .is_some_and(|t| t.column(name, parts).is_some())
                };
                let stays = find(declared, table).is_some_and(|t| t.column(from, parts).is_some());
                let whole = |column: &str| format!("{table}.{}", parts.key(column));
                (whole(from), whole(to), has(from) && has(to), stays)
            }
        };
        let problem = if !origins.insert(from.clone()) {
            "another one is, too; one old name can get one new name"
        } else if both {
            "both exist; take renamedFrom away, or drop one of them by hand"
        } else if stays {
            "the old name is declared, too; declare one of them"
        } else {
            continue;
        };
        errors.push(GoalError::AmbiguousRename { to, from, problem });
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}
