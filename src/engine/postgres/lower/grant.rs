//! Grants where a plan runs: on what is there by then, under the name it has by then.

use super::sequence::with_sequence;
use super::{Cost, Lowering};
use crate::engine::postgres::grant::{Difference, Words, gone, made, place, words};
use crate::engine::postgres::naming;
use crate::engine::postgres::render::quoted_name;
use crate::engine::{Lock, Statement, Work};
use crate::schema::{Defined, Grant, Kind, Name, ObjectKey, Pair, SEQUENCE, Schema};

/// `GRANT` writes the catalog alone, and waits for nobody.
pub(super) const COST: Cost = (Lock::None, Work::Metadata);

/// The statements that make a grant anew.
pub(super) fn make(key: &ObjectKey, object: &Defined) -> Vec<Statement> {
    let grant = Grant::of_face(&object.face);
    statements(key, &grant, &made(&grant))
}

/// As [`make`], in a plan. A table that is new has its sequences under the names the server makes up
/// for them.
pub(super) fn make_in(
    lowering: &Lowering<'_>,
    key: &ObjectKey,
    object: &Defined,
) -> Vec<Statement> {
    let schemas = &lowering.delta.schemas;
    match counts(key) {
        Some(column) if !schemas.observed.tables.contains_key(&key.name) => {
            let made_up = naming::make(&key.name.name, column, "seq");
            let name = Name::new(&key.name.schema, made_up);
            if is_taken(&schemas.observed, &name) || is_taken(&schemas.desired, &name) {
                return make(key, object);
            }
            let grant = Grant::of_face(&object.face);
            let place = format!("{} {}", grant.on, quoted_name(&name));
            let words = words(&grant, None, &made(&grant));
            words.iter().map(|words| words.around(&place)).collect()
        }
        _ => make(key, object),
    }
}

/// The statements that take a grant back.
pub(super) fn drop(key: &ObjectKey, object: &Defined) -> Vec<Statement> {
    let grant = Grant::of_face(&object.face);
    statements(key, &grant, &gone(&grant))
}

/// The statements that bring one to the other.
pub(super) fn alter(key: &ObjectKey, objects: Pair<&Defined>) -> Vec<Statement> {
    let observed = Grant::of_face(&objects.observed.face);
    let desired = Grant::of_face(&objects.desired.face);
    let differences = Grant::differences(Some(&observed), Some(&desired));
    statements(key, &desired, &differences)
}

/// Whether a relation of that name is there, beside which a sequence would get another one.
fn is_taken(schema: &Schema, name: &Name) -> bool {
    let kinds = [Kind::Sequence, Kind::View, Kind::MaterializedView];
    let has = |kind| {
        schema
            .objects
            .contains_key(&ObjectKey::new(kind, name.clone()))
    };
    schema.tables.contains_key(name) || kinds.into_iter().any(has)
}

/// The column whose sequence a grant is on.
fn counts(key: &ObjectKey) -> Option<&str> {
    let (role, column) = key.column()?;
    role.ends_with(SEQUENCE).then_some(column)
}

fn statements(key: &ObjectKey, grant: &Grant, differences: &[Difference<'_>]) -> Vec<Statement> {
    if let Some(column) = counts(key) {
        let words = words(grant, None, differences);
        let asked = |words: &Words| {
            let before = format!("{} {}", words.before, grant.on);
            with_sequence(&key.name, column, &before, &words.after)
        };
        return words.iter().map(asked).collect();
    }
    let column = key.column().map(|(_, column)| column);
    let (place, words) = (place(key, grant), words(grant, column, differences));
    words.iter().map(|words| words.around(&place)).collect()
}
