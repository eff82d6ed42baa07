//! Objects beside tables: what is declared of them, and what of the rest stays.

use super::{Goal, Ownership, unmanaged};
use crate::schema::{
    Defined, Family, Fold, Kind, Name, ObjectKey, Prune, Pruning, Schema, is_helper,
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
            let renamed = ObjectKey {
                name: self.table_name(&key.name, folds.0),
                ..key.clone()
            };
            let home = homes.contains(&folds.0.name(&renamed.name));
            if undeclared(&renamed) && home && stays(key) {
                self.keep_object(renamed, live.clone());
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
        names.map(|name| tables.name(name)).collect()
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
