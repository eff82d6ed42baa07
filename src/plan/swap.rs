//! What becomes of the values of a column whose type is swapped.

use crate::engine::{Dialect, TypeChange};
use crate::schema::{Column, Defined, Delta, Kind, ObjectKey, Pair, fields};

/// What a change of a column does to its values: of a swapped type, what that one is made of counts.
pub(super) fn type_change(delta: &Delta, pair: &Pair<Column>, dialect: &dyn Dialect) -> TypeChange {
    let (observed, desired) = (&pair.observed.data_type, &pair.desired.data_type);
    match delta.swaps.between(observed, desired) {
        Some((key, objects)) => of_type(key, objects, dialect),
        None => dialect.type_change(observed, desired),
    }
}

/// An enum's labels are the same texts under the desired type.
fn of_type(key: &ObjectKey, objects: Pair<&Defined>, dialect: &dyn Dialect) -> TypeChange {
    match key.kind {
        Kind::Domain => match (objects.observed.face.first(), objects.desired.face.first()) {
            (Some(before), Some(after)) => dialect.type_change(before, after),
            _ => TypeChange::Recast,
        },
        Kind::CompositeType => composite(objects, dialect).unwrap_or(TypeChange::Recast),
        _ => TypeChange::Widening,
    }
}

/// The worst of what happens to a field. One that goes takes its values along.
fn composite(objects: Pair<&Defined>, dialect: &dyn Dialect) -> Option<TypeChange> {
    let (before, after) = (fields(objects.observed)?, fields(objects.desired)?);
    let mut worst = TypeChange::Widening;
    for was in before {
        let is = after.iter().find(|field| field.name == was.name);
        let change = is.map_or(TypeChange::Narrowing, |is| {
            dialect.type_change(was.data_type, is.data_type)
        });
        worst = match (worst, change) {
            (TypeChange::Recast, _) | (_, TypeChange::Recast) => TypeChange::Recast,
            (TypeChange::Narrowing, _) | (_, TypeChange::Narrowing) => TypeChange::Narrowing,
            (TypeChange::Widening, TypeChange::Widening) => TypeChange::Widening,
        };
    }
    Some(worst)
}
