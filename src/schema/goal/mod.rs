//! From what was declared to what shall be: declarations say nothing about objects they do not
//! name, so a goal keeps those, unless pruning is on for them.

mod checks;
mod objects;
mod partitions;

use super::diff::{align, follow};
use super::{
    Column, Element, Family, Fold, Name, ObjectKey, Pruning, Rename, Schema, Table, is_helper,
    match_elements,
};
use checks::{check_opaque, check_other_tools, check_references, check_renames};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The objects that applied declarations have held, by a stable text key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Ownership(pub BTreeSet<String>);

impl Ownership {
    /// Everything a declared schema holds.
    pub fn of(schema: &Schema) -> Self {
        let mut keys = BTreeSet::new();
        for table in schema.tables.values() {
            keys.insert(key("table", &table.name, ""));
            keys.extend(
                table
                    .columns
                    .iter()
                    .map(|c| key("column", &table.name, &c.name)),
            );
            keys.extend(
                table
                    .primary_key
                    .iter()
                    .map(|_| key("primary key", &table.name, "")),
            );
            let mut label = |kind: &str, text: &str| keys.insert(key(kind, &table.name, text));
            table.uniques.iter().for_each(|x| {
                label("unique", &x.label.text);
            });
            table.indexes.iter().for_each(|x| {
                label("index", &x.label.text);
            });
            table.foreign_keys.iter().for_each(|x| {
                label("foreign key", &x.label.text);
            });
            table.checks.iter().for_each(|x| {
                label("check", &x.label.text);
            });
            table.partitions.iter().for_each(|x| {
                label("partition", &x.name);
            });
        }
        for object in schema.objects.keys() {
            keys.insert(key(object.kind.as_str(), &object.name, &object.part));
        }
        Self(keys)
    }

    fn holds(&self, kind: &str, table: &Name, part: &str) -> bool {
        self.0.contains(&key(kind, table, part))
    }
}

fn key(kind: &str, table: &Name, part: &str) -> String {
    if part.is_empty() {
        format!("{kind} {table}")
    } else {
        format!("{kind} {table} {part}")
    }
}

/// The schema to reach, and what was found on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// What shall be.
    pub schema: Schema,
    /// Renames that apply: the old name exists and the new one does not.
    pub renames: Vec<Rename>,
    /// What exists, was never declared, and is left alone.
    pub unmanaged: Vec<Unmanaged>,
    /// The objects among them, as they are called when renames were followed.
    pub kept: BTreeSet<ObjectKey>,
    /// Drops and adds that look like a rename nobody declared.
    pub suggestions: Vec<Suggestion>,
}

/// An object that exists and that no declaration has held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Unmanaged {
    /// `table`, `column`, `index`, …
    pub kind: String,
    /// The table it is or belongs to.
    pub table: Name,
    /// The part of the table; empty for the table itself.
    pub part: String,
}

/// A drop and an add that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The table, under its desired name; for a table rename, the added table.
    pub table: Name,
    /// The dropped column, or `None` for a table.
    pub column: Option<String>,
    /// The name that goes.
    pub from: String,
    /// The name that comes.
    pub to: String,
}

/// A declaration that cannot be turned into a goal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GoalError {
    /// A declared object of a kind that is not modelled, and that does not exist as declared.
    #[error(
        "{kind} {name} is declared, but it {state}, and {kind}s are not changed by this version: create it by other means, or leave it out of the declaration"
    )]
    Opaque {
        /// The kind.
        kind: String,
        /// The name.
        name: Name,
        /// How it differs.
        state: &'static str,
    },
    /// A rename that cannot be meant: both names exist, or one name is claimed twice.
    #[error("{to} is declared to be renamed from {from}, but {problem}")]
    AmbiguousRename {
        /// The table (and column) that is declared.
        to: String,
        /// What it is declared to have been.
        from: String,
        /// Why that cannot be.
        problem: &'static str,
    },
    /// A declared foreign key leads to a table or column that is neither declared nor there.
    #[error(
        "foreign key {key} of table {table} refers to {parent}, which is neither declared nor there"
    )]
    UnknownReference {
        /// The table.
        table: Name,
        /// The key.
        key: String,
        /// The table and the columns it refers to.
        parent: String,
    },
    /// A declared table is one that another migration tool keeps.
    #[error("table {name} is declared, but {tool} keeps its own history in it: it is left alone")]
    OtherTool {
        /// The table.
        name: Name,
        /// The tool.
        tool: &'static str,
    },
    /// A declared foreign key leads to a table that another migration tool keeps.
    #[error(
        "foreign key {key} of table {table} refers to {name}, in which {tool} keeps its own history"
    )]
    KeyToOtherTool {
        /// The table that is declared.
        table: Name,
        /// The key.
        key: String,
        /// The table it refers to.
        name: Name,
        /// The tool.
        tool: &'static str,
    },
    /// A declared table exists as something that is not understood.
    #[error(
        "table {name} is declared, but the existing one is not wholly understood ({reason}): it is left alone"
    )]
    NotUnderstood {
        /// The table.
        name: Name,
        /// Why.
        reason: String,
    },
}

/// Merges what was declared with what exists.
pub fn goal(
    observed: &Schema,
    declared: &Schema,
    hints: &[Rename],
    prune: &Pruning,
    owned: &Ownership,
    (tables, parts): (Fold, Fold),
) -> Result<Goal, Vec<GoalError>> {
    check_other_tools(observed, declared, tables)?;
    check_opaque(observed, declared)?;
    check_references(observed, declared, tables, parts)?;
    check_renames(observed, declared, hints, tables, parts)?;
    let renames = possible(observed, declared, hints, tables, parts);
    let mut goal = Goal {
        schema: declared.clone(),
        renames,
        unmanaged: Vec::new(),
        kept: BTreeSet::new(),
        suggestions: Vec::new(),
    };
    goal.schema.opaque.extend(observed.opaque.clone());
    goal.schema.other_tools.clone_from(&observed.other_tools);
    goal.schema
        .namespaces
        .extend(observed.namespaces.iter().cloned());
    let declared_as: BTreeMap<Name, Name> = declared
        .tables
        .keys()
        .map(|name| (tables.name(name), name.clone()))
        .collect();
    let mut lost = Vec::new();
    for table in observed.tables.values() {
        let name = goal.table_name(&table.name, tables);
        if let Some(found) = declared_as.get(&tables.name(&name)) {
            goal.merge_table(table, found, prune, owned, parts);
        } else if prune.keeps(Family::Table, owned.holds("table", &table.name, "")) {
            goal.unmanaged.push(unmanaged("table", &table.name, ""));
            goal.schema.tables.insert(table.name.clone(), table.clone());
        } else {
            lost.push(table);
        }
    }
    goal.settle_partitions(observed, (tables, parts));
    goal.merge_objects(observed, prune, owned, (tables, parts));
    goal.suggest_tables(&lost, observed, tables);
    goal.unmanaged.sort();
    Ok(goal)
}

fn unmanaged(kind: &str, table: &Name, part: &str) -> Unmanaged {
    Unmanaged {
        kind: kind.to_owned(),
        table: table.clone(),
        part: part.to_owned(),
    }
}

/// The hints that apply: old name there, new name free.
fn possible(
    observed: &Schema,
    declared: &Schema,
    hints: &[Rename],
    tables: Fold,
    parts: Fold,
) -> Vec<Rename> {
    let find = |schema: &Schema, name: &Name| {
        schema
            .tables
            .values()
            .find(|t| tables.name(&t.name) == tables.name(name))
            .cloned()
    };
    let applies = |from: &Name, to: &Name| {
        find(observed, from).is_some()
            && find(observed, to).is_none()
            && find(declared, to).is_some()
            && find(declared, from).is_none()
    };
    let origin = |table: &Name| {
        hints.iter().find_map(|hint| match hint {
            Rename::Table { from, to } if to == table && applies(from, to) => Some(from.clone()),
            Rename::Table { .. } | Rename::Column { .. } => None,
        })
    };
    hints
        .iter()
        .filter(|hint| match hint {
            Rename::Table { from, to } => applies(from, to),
            Rename::Column { table, from, to } => {
                let home = origin(table).unwrap_or_else(|| table.clone());
                let wants = find(declared, table);
                find(observed, &home).is_some_and(|live| {
                    live.column(from, parts).is_some()
                        && live.column(to, parts).is_none()
                        && wants.is_some_and(|t| t.column(from, parts).is_none())
                })
            }
        })
        .cloned()
        .collect()
}

impl Goal {
    /// Partitions have the columns of their parents, and those that nobody declared become what a
    /// change of the parent makes of them.
    fn settle_partitions(&mut self, observed: &Schema, folds: (Fold, Fold)) {
        let kept: BTreeSet<Name> = self
            .unmanaged
            .iter()
            .filter(|left| left.kind == "table")
            .map(|left| left.table.clone())
            .collect();
        let follows = |name: &Name| kept.contains(name);
        follow(observed, &mut self.schema, &self.renames, folds, &follows);
        // A table that is to become a partition loses no column because of that.
        let aligned = |name: &Name| {
            let live = observed.tables.get(name);
            live.is_none_or(|table| table.partition_of.is_some())
        };
        align(&mut self.schema, folds.1, &aligned);
    }

    fn table_name(&self, name: &Name, fold: Fold) -> Name {
        let renamed = self.renames.iter().find_map(|rename| match rename {
            Rename::Table { from, to } if fold.name(from) == fold.name(name) => Some(to.clone()),
            Rename::Table { .. } | Rename::Column { .. } => None,
        });
        renamed.unwrap_or_else(|| name.clone())
    }

    fn column_name(&self, table: &Name, column: &str, fold: Fold) -> String {
        let renamed = self.renames.iter().find_map(|rename| match rename {
            Rename::Column {
                table: home,
                from,
                to,
            } if home == table && fold.same(from, column) => Some(to.clone()),
            Rename::Table { .. } | Rename::Column { .. } => None,
        });
        renamed.unwrap_or_else(|| column.to_owned())
    }

    /// Puts what the live table has beyond the declared one into the goal, or leaves it out.
    fn merge_table(
        &mut self,
        live: &Table,
        name: &Name,
        prune: &Pruning,
        owned: &Ownership,
        fold: Fold,
    ) {
        let Some(mut table) = self.schema.tables.remove(name) else {
            return;
        };
        let gone: Vec<&Column> = live
            .columns
            .iter()
            .filter(|c| {
                table
                    .column(&self.column_name(name, &c.name, fold), fold)
                    .is_none()
            })
            .collect();
        let (kept, lost): (Vec<&Column>, Vec<&Column>) = gone
            .into_iter()
            .partition(|c| prune.keeps(Family::Column, owned.holds("column", &live.name, &c.name)));
        // Those of a partition come, go and stay with its table's.
        let follows = live.partition_of.is_some() && table.partition_of.is_some();
        if !follows {
            self.suggest_columns(live, &table, &lost, fold);
        }
        for column in kept.into_iter().filter(|_| !follows) {
            self.unmanaged.push(unmanaged("column", name, &column.name));
            table.columns.push(column.clone());
        }
        let may_keep = |kind: &str, part: &str| {
            let family = if kind == "index" {
                Family::Index
            } else {
                Family::Constraint
            };
            prune.keeps(family, owned.holds(kind, &live.name, part))
        };
        let lost: Vec<String> = lost.into_iter().map(|c| c.name.clone()).collect();
        let mut left = Vec::new();
        if let (Some(key), None) = (&live.primary_key, &table.primary_key)
            && may_keep("primary key", "")
            && !lost.iter().any(|c| key.uses(c, fold))
        {
            left.push(unmanaged("primary key", name, ""));
            table.primary_key = Some(key.clone());
        }
        keep(
            &live.uniques,
            &mut table.uniques,
            "unique",
            name,
            &lost,
            &may_keep,
            fold,
            &mut left,
        );
        keep(
            &live.indexes,
            &mut table.indexes,
            "index",
            name,
            &lost,
            &may_keep,
            fold,
            &mut left,
        );
        keep(
            &live.foreign_keys,
            &mut table.foreign_keys,
            "foreign key",
            name,
            &lost,
            &may_keep,
            fold,
            &mut left,
        );
        keep(
            &live.checks,
            &mut table.checks,
            "check",
            name,
            &lost,
            &may_keep,
            fold,
            &mut left,
        );
        let rows_stay = |partition: &str| {
            prune.keeps(
                Family::Table,
                owned.holds("partition", &live.name, partition),
            )
        };
        for partition in partitions::keep(live, &mut table, rows_stay) {
            left.push(unmanaged("partition", name, &partition));
        }
        self.unmanaged.append(&mut left);
        self.schema.tables.insert(name.clone(), table);
    }

    fn suggest_columns(&mut self, live: &Table, declared: &Table, lost: &[&Column], fold: Fold) {
        let added = declared.columns.iter().filter(|c| {
            live.columns
                .iter()
                .all(|l| !fold.same(&self.column_name(&declared.name, &l.name, fold), &c.name))
        });
        let found: Vec<Suggestion> = added
            .flat_map(|new| {
                lost.iter()
                    .filter(|old| old.data_type == new.data_type)
                    .map(|old| Suggestion {
                        table: declared.name.clone(),
                        column: Some(old.name.clone()),
                        from: old.name.clone(),
                        to: new.name.clone(),
                    })
            })
            .collect();
        self.suggestions.extend(found);
    }

    fn suggest_tables(&mut self, lost: &[&Table], observed: &Schema, fold: Fold) {
        let shape = |table: &Table| -> Vec<(String, String)> {
            table
                .columns
                .iter()
                .map(|c| (c.name.clone(), c.data_type.clone()))
                .collect()
        };
        let renames = &self.renames;
        let new = self.schema.tables.values().filter(|table| {
            let taken = renames
                .iter()
                .any(|r| matches!(r, Rename::Table { to, .. } if *to == table.name));
            !taken
                && !observed
                    .tables
                    .keys()
                    .any(|n| fold.name(n) == fold.name(&table.name))
        });
        let found: Vec<Suggestion> = new
            .flat_map(|table| {
                lost.iter()
                    .filter(|old| shape(old) == shape(table))
                    .map(|old| Suggestion {
                        table: table.name.clone(),
                        column: None,
                        from: old.name.to_string(),
                        to: table.name.to_string(),
                    })
            })
            .collect();
        self.suggestions.extend(found);
    }
}

/// Keeps the parts of one kind that nobody declared; those on a column that goes, go with it.
#[allow(
    clippy::too_many_arguments,
    reason = "one rule for four kinds of parts"
)]
fn keep<T: Element>(
    live: &[T],
    declared: &mut Vec<T>,
    kind: &str,
    table: &Name,
    lost: &[String],
    may_keep: &dyn Fn(&str, &str) -> bool,
    fold: Fold,
    left: &mut Vec<Unmanaged>,
) {
    for part in match_elements(live, declared, fold).dropped {
        let text = part.label().text.clone();
        if !is_helper(&text)
            && may_keep(kind, &text)
            && !lost.iter().any(|column| part.uses(column, fold))
        {
            left.push(unmanaged(kind, table, &text));
            declared.push(part);
        }
    }
}
