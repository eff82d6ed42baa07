//! The difference of the objects beside tables.

use super::{Moved, Pair};
use crate::schema::turns::Turns;
use crate::schema::{Defined, Fold, ObjectChange, ObjectKey, Replaced, Schema};
use std::collections::{BTreeMap, BTreeSet};

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
    let turns = turns(schemas, moved, folds);
    let mut unchanged = BTreeSet::new();
    for (key, desired) in &schemas.desired.objects {
        let folded = key.folded(folds);
        let before = observed.get(&folded);
        if before.is_some_and(|(_, before)| before.same(desired)) {
            unchanged.insert(folded);
        }
    }
    let out_of_turn = turns.out_of_turn(&unchanged);
    let mut changes = Vec::new();
    for (key, desired) in &schemas.desired.objects {
        let folded = key.folded(folds);
        match observed.remove(&folded) {
            None => changes.push(ObjectChange::Create(key.clone(), desired.clone())),
            Some(_) if unchanged.contains(&folded) && !out_of_turn.contains(&folded) => {}
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

/// The order of triggers on both sides.
pub(super) fn turns<'a>(
    schemas: &'a Pair<Schema>,
    moved: &Moved<'_>,
    folds: (Fold, Fold),
) -> Turns<'a> {
    let observed = schemas.observed.objects.iter();
    let observed = observed.map(|(key, object)| (moved.object(key), object));
    Turns::new(
        observed,
        &schemas.desired.objects,
        |key| moved.object(key),
        folds,
    )
}
