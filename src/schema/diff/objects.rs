//! The difference of the objects beside tables.

use super::{Moved, Pair};
use crate::schema::{Defined, Fold, ObjectChange, ObjectKey, Replaced, Schema};
use std::collections::BTreeMap;

/// What is made, made anew and dropped, by key.
pub(super) fn changes(
    schemas: &Pair<Schema>,
    moved: &Moved<'_>,
    folds: (Fold, Fold),
) -> Vec<ObjectChange> {
    let mut observed: BTreeMap<ObjectKey, (&ObjectKey, &Defined)> = schemas
        .observed
        .objects
        .iter()
        .map(|(key, object)| (moved.object(key).folded(folds), (key, object)))
        .collect();
    let mut changes = Vec::new();
    for (key, desired) in &schemas.desired.objects {
        match observed.remove(&key.folded(folds)) {
            None => changes.push(ObjectChange::Create(key.clone(), desired.clone())),
            Some((_, before)) if before.same(desired) => {}
            Some((was, before)) => changes.push(ObjectChange::Replace(Box::new(Replaced {
                keys: Pair {
                    observed: was.clone(),
                    desired: key.clone(),
                },
                objects: Pair {
                    observed: before.clone(),
                    desired: desired.clone(),
                },
            }))),
        }
    }
    let gone = observed.into_values();
    changes.extend(gone.map(|(key, object)| ObjectChange::Drop(key.clone(), object.clone())));
    changes
}
