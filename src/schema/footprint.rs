//! What a change touched, before and after.

mod difference;
mod undone;

pub use undone::{Divergence, Undone};

use super::{
    Change, Defined, Delta, Fold, Name, ObjectChange, ObjectKey, Rename, Replaced, Schema, Table,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The objects a change touched. Its JSON is what history keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Footprint {
    /// Touched tables as they were, and objects and namespaces that went.
    pub before: Schema,
    /// Touched tables as they became, and objects and namespaces that came.
    pub after: Schema,
    /// Renames that were followed.
    pub renames: Vec<Rename>,
    /// The indexes that foreign keys of tables in `before` lived on; no part of a table's own JSON.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_indexes: Vec<(Name, BTreeMap<String, String>)>,
}

/// One touched table: as it was and as it became.
#[derive(Clone, Copy)]
struct Touched<'a> {
    before: Option<&'a Table>,
    after: Option<&'a Table>,
}

/// One of the two moments of a footprint.
enum Side {
    Before,
    After,
}

impl Footprint {
    /// The footprint of a difference, once it has been applied.
    pub fn of(delta: &Delta) -> Self {
        let mut print = Self {
            renames: delta.renames().to_vec(),
            ..Self::default()
        };
        for change in &delta.changes {
            match change {
                Change::CreateTable(table) => insert(&mut print.after, table),
                Change::DropTable(table) => insert(&mut print.before, table),
                Change::AlterTable(inside) => {
                    insert(&mut print.before, &inside.tables.observed);
                    insert(&mut print.after, &inside.tables.desired);
                }
                Change::CreateNamespace(name) => {
                    print.after.namespaces.insert(name.clone());
                }
                Change::DropNamespace(name) => {
                    print.before.namespaces.insert(name.clone());
                }
                Change::Object(object) => print.object(object),
                Change::CreateOpaque(key, opaque) => {
                    print.after.opaque.insert(key.clone(), opaque.clone());
                }
                Change::DropOpaque(key, opaque) => {
                    print.before.opaque.insert(key.clone(), opaque.clone());
                }
            }
        }
        let indexes = print.before.tables.values();
        print.key_indexes = indexes
            .filter(|table| !table.key_indexes.is_empty())
            .map(|table| (table.name.clone(), table.key_indexes.clone()))
            .collect();
        print
    }

    fn object(&mut self, change: &ObjectChange) {
        let mut put = |side: Side, key: &ObjectKey, object: &Defined| {
            let schema = match side {
                Side::Before => &mut self.before,
                Side::After => &mut self.after,
            };
            schema.objects.insert(key.clone(), object.clone());
        };
        match change {
            ObjectChange::Create(key, object) => put(Side::After, key, object),
            ObjectChange::Drop(key, object) => put(Side::Before, key, object),
            ObjectChange::Replace(replaced) => {
                let Replaced { keys, objects } = replaced.as_ref();
                put(Side::Before, &keys.observed, &objects.observed);
                put(Side::After, &keys.desired, &objects.desired);
            }
        }
    }

    /// The footprint with what a change that stopped half-way really left.
    #[must_use]
    pub fn ended(mut self, live: &Schema, tables: Fold, parts: Fold) -> Self {
        let found: Vec<Table> = self
            .touched(tables)
            .into_iter()
            .filter_map(|Touched { before, after }| {
                let under = |table: Option<&Table>| find(live, &table?.name, tables);
                under(after).or_else(|| under(before)).cloned()
            })
            .collect();
        self.renames.retain(|rename| match rename {
            Rename::Table { to, .. } => find(live, to, tables).is_some(),
            Rename::Column { table, to, .. } => {
                find(live, table, tables).is_some_and(|t| t.column(to, parts).is_some())
            }
        });
        self.after.tables = found.into_iter().map(|t| (t.name.clone(), t)).collect();
        self.after
            .opaque
            .retain(|key, _| live.opaque.contains_key(key));
        let touched = self.before.objects.keys().chain(self.after.objects.keys());
        self.after.objects = touched
            .filter_map(|key| live.objects.get_key_value(key))
            .map(|(key, object)| (key.clone(), object.clone()))
            .collect();
        self.after
            .namespaces
            .retain(|name| live.namespaces.contains(name));
        self
    }

    fn touched(&self, fold: Fold) -> Vec<Touched<'_>> {
        let mut taken = BTreeSet::new();
        let mut list = Vec::new();
        for before in self.before.tables.values() {
            let to = self.renames.iter().find_map(|rename| match rename {
                Rename::Table { from, to } if fold.name(from) == fold.name(&before.name) => {
                    Some(to)
                }
                Rename::Table { .. } | Rename::Column { .. } => None,
            });
            let after = find(&self.after, to.unwrap_or(&before.name), fold);
            taken.extend(after.map(|table| &table.name));
            list.push(Touched {
                before: Some(before),
                after,
            });
        }
        let made = self.after.tables.values();
        list.extend(
            made.filter(|t| !taken.contains(&t.name))
                .map(|after| Touched {
                    before: None,
                    after: Some(after),
                }),
        );
        list
    }
}

fn insert(schema: &mut Schema, table: &Table) {
    schema.tables.insert(table.name.clone(), table.clone());
}

fn find<'a>(schema: &'a Schema, name: &Name, fold: Fold) -> Option<&'a Table> {
    let exact = schema.tables.get(name);
    exact.or_else(|| {
        let mut all = schema.tables.values();
        all.find(|table| fold.name(&table.name) == fold.name(name))
    })
}
