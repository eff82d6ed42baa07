//! How a change is taken back from what is there now.
//!
//! By object: each touched table and each touched object that is not modelled must be as the change
//! left it (or be back already); everything else stays as it is now.

use super::difference::difference;
use super::{Footprint, Touched, find, insert};
use crate::schema::diff::{align, carried, follow};
use crate::schema::{Defined, Fold, Name, ObjectKey, Opaque, OpaqueKey, Rename, Schema, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The schema to reach so that a change is taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// What shall be.
    pub schema: Schema,
    /// The renames to follow on the way there.
    pub renames: Vec<Rename>,
}

/// An object that was changed since, so that taking back would lose that.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{object}: {difference}")]
pub struct Divergence {
    /// The object, as `table orders`.
    pub object: String,
    /// How it differs from what the change left.
    pub difference: String,
}

impl Divergence {
    fn of(object: impl Into<String>, difference: impl Into<String>) -> Self {
        Self {
            object: object.into(),
            difference: difference.into(),
        }
    }
}

impl Footprint {
    /// The schema to reach from `live` so that each touched object is as it was and everything else
    /// stays as it is. All divergences at once.
    pub fn undone(
        &self,
        live: &Schema,
        (tables, parts): (Fold, Fold),
    ) -> Result<Undone, Vec<Divergence>> {
        let mut diverged = Vec::new();
        let mut back = Vec::new();
        for touched in self.touched(tables) {
            match touched.verdict(live, tables, parts) {
                Ok(Verdict::AsLeft) => back.push(touched),
                Ok(Verdict::BackAlready) => {}
                Err(divergence) => diverged.push(divergence),
            }
        }
        let renames = self.renames_back(&back, tables);
        let mut schema = rebuilt(live, &back, &renames, (tables, parts));
        for (name, indexes) in &self.key_indexes {
            if let Some(table) = schema.tables.get_mut(name)
                && back
                    .iter()
                    .any(|touched| touched.before_name() == Some(name))
            {
                table.key_indexes.clone_from(indexes);
            }
        }
        self.objects_back(&mut schema, &mut diverged);
        self.opaque_back(&mut schema, &mut diverged);
        self.namespaces_back(&mut schema);
        diverged.extend(dangling(live, &schema, tables, parts));
        if diverged.is_empty() {
            Ok(Undone { schema, renames })
        } else {
            Err(diverged)
        }
    }

    /// The renames of the tables that are taken back, the other way round.
    fn renames_back(&self, back: &[Touched<'_>], fold: Fold) -> Vec<Rename> {
        let concerned = |name: &Name| {
            back.iter().any(|touched| {
                touched
                    .after
                    .is_some_and(|table| fold.name(&table.name) == fold.name(name))
            })
        };
        let renames = self.renames.iter().filter(|rename| match rename {
            Rename::Table { to, .. } => concerned(to),
            Rename::Column { table, .. } => concerned(table),
        });
        renames
            .map(|rename| rename.reversed(&self.renames))
            .collect()
    }

    fn objects_back(&self, schema: &mut Schema, diverged: &mut Vec<Divergence>) {
        let (before, after) = (&self.before.objects, &self.after.objects);
        let touched: BTreeSet<&ObjectKey> = before.keys().chain(after.keys()).collect();
        for key in touched {
            let live = schema.objects.get(key);
            let is = |side: Option<&Defined>| match (side, live) {
                (Some(side), Some(live)) => side.same(live),
                (None, None) => true,
                (None, Some(_)) | (Some(_), None) => false,
            };
            let was = before.get(key);
            if is(was) {
                continue;
            }
            if !is(after.get(key)) {
                diverged.push(Divergence::of(
                    key.to_string(),
                    if live.is_some() {
                        "it has another definition since"
                    } else {
                        "it is gone"
                    },
                ));
                continue;
            }
            match was {
                Some(was) => schema.objects.insert(key.clone(), was.clone()),
                None => schema.objects.remove(key),
            };
        }
    }

    fn opaque_back(&self, schema: &mut Schema, diverged: &mut Vec<Divergence>) {
        for (key, opaque) in &self.after.opaque {
            match schema.opaque.get(key) {
                Some(live) if live.hash == opaque.hash => {
                    schema.opaque.remove(key);
                }
                Some(_) => diverged.push(redefined(key)),
                None => {}
            }
        }
        for (key, opaque) in &self.before.opaque {
            match schema.opaque.get(key) {
                None => {
                    let opaque: Opaque = opaque.clone();
                    schema.opaque.insert(key.clone(), opaque);
                }
                Some(live) if live.hash == opaque.hash => {}
                Some(_) => diverged.push(redefined(key)),
            }
        }
    }

    /// A namespace the change made goes unless something lives in it by now.
    fn namespaces_back(&self, schema: &mut Schema) {
        for made in &self.after.namespaces {
            let tables = schema.tables.keys();
            let others = schema.opaque.keys().map(|key| &key.name);
            let others = others.chain(schema.objects.keys().map(|key| &key.name));
            if !tables.chain(others).any(|name| name.schema == *made) {
                schema.namespaces.remove(made);
            }
        }
        schema
            .namespaces
            .extend(self.before.namespaces.iter().cloned());
    }
}

/// What a touched table is now.
enum Verdict {
    /// As the change left it.
    AsLeft,
    /// As it was before.
    BackAlready,
}

impl<'a> Touched<'a> {
    fn before_name(&self) -> Option<&'a Name> {
        self.before.map(|table| &table.name)
    }

    fn verdict(&self, live: &Schema, tables: Fold, parts: Fold) -> Result<Verdict, Divergence> {
        let now = |side: Option<&Table>| side.and_then(|table| find(live, &table.name, tables));
        let alike = |side: Option<&Table>| match (side, now(side)) {
            (Some(wanted), Some(found)) => difference(wanted, found, tables, parts).is_empty(),
            (None, _) | (Some(_), None) => false,
        };
        match (self.before, self.after) {
            (_, Some(_)) if alike(self.after) => Ok(Verdict::AsLeft),
            (Some(_), None) if now(self.before).is_none() => Ok(Verdict::AsLeft),
            (None, Some(_)) if now(self.after).is_none() => Ok(Verdict::BackAlready),
            (Some(_), _) if alike(self.before) => Ok(Verdict::BackAlready),
            (before, after) => {
                let left = after.or(before);
                let name = left.map(|table| table.name.to_string()).unwrap_or_default();
                let object = format!("table {name}");
                let text = match (after, now(after)) {
                    (Some(wanted), Some(found)) => {
                        difference(wanted, found, tables, parts).join(", ")
                    }
                    (Some(_), None) => "it is gone".to_owned(),
                    (None, _) => "it was made anew since".to_owned(),
                };
                Err(Divergence::of(object, text))
            }
        }
    }
}

fn redefined(key: &OpaqueKey) -> Divergence {
    let object = format!("{} {}", key.kind, key.name);
    Divergence::of(object, "it has another definition since")
}

/// `live` with the touched tables as they were, and the others as the renames leave them.
fn rebuilt(live: &Schema, back: &[Touched<'_>], renames: &[Rename], folds: (Fold, Fold)) -> Schema {
    let fold = folds.0;
    let mut schema = Schema {
        tables: BTreeMap::new(),
        ..live.clone()
    };
    let goes = |name: &Name| {
        back.iter().any(|touched| {
            touched
                .after
                .is_some_and(|table| fold.name(&table.name) == fold.name(name))
        })
    };
    for table in live.tables.values().filter(|table| !goes(&table.name)) {
        insert(&mut schema, &carried(table, renames, fold));
    }
    for before in back.iter().filter_map(|touched| touched.before) {
        insert(&mut schema, before);
    }
    let follows = |name: &Name| {
        let back = back.iter().filter_map(Touched::before_name);
        back.into_iter().all(|before| before != name)
    };
    follow(live, &mut schema, renames, folds, &follows);
    align(&mut schema, folds.1, &|_| true);
    schema
}

/// Foreign keys that would lead nowhere: to what goes, or to what has gone.
fn dangling(live: &Schema, schema: &Schema, tables: Fold, parts: Fold) -> Vec<Divergence> {
    let mut list = Vec::new();
    for table in schema.tables.values() {
        for key in &table.foreign_keys {
            let parent = find(schema, &key.references, tables);
            let unseen = schema
                .opaque
                .keys()
                .any(|opaque| opaque.name == key.references);
            let leads = match parent {
                Some(parent) => key
                    .referenced
                    .iter()
                    .all(|c| parent.column(c, parts).is_some()),
                None => unseen,
            };
            // One that led nowhere before is not this change's doing.
            let known = find(live, &table.name, tables)
                .is_some_and(|t| t.foreign_keys.contains(key))
                && find(live, &key.references, tables).is_none();
            if !leads && !known {
                let columns = key.referenced.join(", ");
                let text = format!(
                    "its foreign key {} refers to {} ({columns}), which would not be there",
                    key.label.text, key.references
                );
                list.push(Divergence::of(format!("table {}", table.name), text));
            }
        }
    }
    list
}
