//! Objects beside tables: what is declared of them, and what of the rest stays.

use super::{Goal, Ownership, unmanaged};
use crate::schema::{
    Attribute, Defined, Family, Fold, Kind, Name, ObjectKey, Prune, Pruning, SEQUENCE, Schema,
    is_helper,
};
use std::collections::{BTreeMap, BTreeSet};

impl Goal {
    /// Puts the live objects that nobody declared into the goal, or leaves them out.
    pub(super) fn merge_objects(
        &mut self,
        observed: &Schema,
        prune: &Pruning,
        owned: &Ownership,
        folds: (Fold, Fold),
    ) {
        let declared: BTreeSet<ObjectKey> = self
            .schema
            .objects
            .keys()
            .map(|key| key.folded(folds))
            .collect();
        self.lend_rights(observed, folds);
        // What hangs on something comes after it, since it goes where that goes.
        let (parts, whole): (Vec<_>, Vec<_>) = observed
            .objects
            .iter()
            .partition(|(key, _)| key.kind.is_part());
        let undeclared = |key: &ObjectKey| !declared.contains(&key.folded(folds));
        let stays = |key: &ObjectKey| {
            may_stay(
                prune,
                key,
                owned.holds(key.kind.as_str(), &key.name, &key.part),
            )
        };
        for (key, live) in whole {
            if undeclared(key) && stays(key) {
                self.keep_object(key.clone(), live.clone());
            }
        }
        let homes = self.homes(folds.0);
        for (key, live) in parts {
            let renamed = self.called(key, folds);
            let home = homes.contains(&folds.0.name(&renamed.name));
            if undeclared(&renamed)
                && home
                && stays(key)
                && self.has_columns(&renamed, live, folds.1)
            {
                let mut live = live.clone();
                for used in live.uses.iter_mut().filter(|used| used.kind.is_part()) {
                    used.name = self.table_name(&used.name, folds.0);
                }
                self.keep_object(renamed, live);
            }
        }
    }

    /// Owner and grants are nobody's declaration: what is made anew, on the way there or back, gets
    /// those that it had.
    fn lend_rights(&mut self, observed: &Schema, folds: (Fold, Fold)) {
        let live: BTreeMap<ObjectKey, &Vec<String>> = observed
            .objects
            .iter()
            .map(|(key, object)| (key.folded(folds), &object.rights))
            .collect();
        for (key, object) in &mut self.schema.objects {
            let known = live.get(&key.folded(folds));
            object.rights = known.map(|rights| (*rights).clone()).unwrap_or_default();
        }
    }

    fn keep_object(&mut self, key: ObjectKey, live: Defined) {
        let kind = key.kind.as_str();
        self.unmanaged.push(unmanaged(kind, &key.name, &key.part));
        self.kept.insert(key.clone());
        self.schema.objects.insert(key, live);
    }

    /// What a live part is called when the renames were followed.
    fn called(&self, key: &ObjectKey, folds: (Fold, Fold)) -> ObjectKey {
        let name = self.table_name(&key.name, folds.0);
        let part = key.column().map(|(role, column)| {
            ObjectKey::on_column(role, &self.column_name(&name, column, folds.1))
        });
        ObjectKey {
            kind: key.kind,
            part: part.unwrap_or_else(|| key.part.clone()),
            name,
        }
    }

    /// A grant on a column goes with it, and so does one on the sequence that counts it.
    fn has_columns(&self, key: &ObjectKey, live: &Defined, fold: Fold) -> bool {
        let Some(table) = self.schema.tables.get(&key.name) else {
            return true;
        };
        let mut columns = live.depends_on.iter().filter_map(|on| on.column.as_deref());
        let counter = key
            .column()
            .is_some_and(|(role, _)| role.ends_with(SEQUENCE));
        let counts = [Attribute::Identity, Attribute::Serial];
        let has = |column| {
            let name = self.column_name(&key.name, column, fold);
            table.column(&name, fold).is_some_and(|found| {
                !counter || counts.iter().any(|how| found.attributes.contains_key(how))
            })
        };
        key.kind != Kind::Grant || columns.all(has)
    }

    /// The names, folded, of everything that something may hang on.
    fn homes(&self, tables: Fold) -> BTreeSet<Name> {
        let objects = self.schema.objects.keys();
        let objects = objects.filter(|key| !key.kind.is_part());
        let names = self
            .schema
            .tables
            .keys()
            .chain(objects.map(|key| &key.name));
        let names = names.chain(self.schema.opaque.keys().map(|key| &key.name));
        // Only grants hang on a namespace.
        let namespaces = self.schema.namespaces.iter().map(Name::bare);
        let names = names.map(|name| tables.name(name));
        names.chain(namespaces).collect()
    }
}

/// An extension may hold rows and types of anybody: it goes only when a declaration that held it
/// no longer does. A type that an interrupted plan left under the name of a helper goes.
fn may_stay(prune: &Pruning, key: &ObjectKey, owned: bool) -> bool {
    if is_helper(key.bare()) {
        return false;
    }
    match (key.kind, prune.of(Family::of(key.kind))) {
        (Kind::Extension, Prune::Exact) => !owned,
        _ => prune.keeps(Family::of(key.kind), owned),
    }
}
