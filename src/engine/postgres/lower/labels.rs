//! Labels that an enum gains.
//!
//! "If ALTER TYPE … ADD VALUE is executed inside a transaction block, the new value cannot be used
//! until after the transaction has been committed" (`ALTER TYPE`, "Notes"). Where something in the
//! plan may use one, labels are added first and committed; otherwise with everything else.

use super::Lowering;
use super::objects::add_labels;
use crate::engine::postgres::expression::mentions;
use crate::engine::postgres::render::literal;
use crate::engine::{Lock, Object, Phase, Statement, Work};
use crate::schema::{Defined, ObjectKey, Pair, added_labels};
use std::collections::BTreeSet;

/// An enum that gains labels.
pub(super) struct Gain {
    key: ObjectKey,
    labels: Vec<String>,
    statements: Vec<String>,
}

/// Notes what an enum gains until it is known what else the plan does.
pub(super) fn remember(lowering: &mut Lowering<'_>, key: &ObjectKey, objects: Pair<&Defined>) {
    let added = added_labels(objects).unwrap_or_default().into_iter();
    let labels: Vec<String> = added.map(|(_, label)| label.to_owned()).collect();
    if !labels.is_empty() {
        lowering.gains.push(Gain {
            key: key.clone(),
            labels,
            statements: add_labels(key, objects),
        });
    }
}

/// The steps for all of them, once every other step is there.
pub(super) fn add(lowering: &mut Lowering<'_>) {
    let gains = std::mem::take(&mut lowering.gains);
    let apart: Vec<bool> = gains.iter().map(|gain| is_used(lowering, gain)).collect();
    for (gain, apart) in gains.into_iter().zip(apart) {
        let object = Object::from(&gain.key);
        let cost = (Lock::None, Work::Metadata);
        if apart {
            for sql in gain.statements {
                lowering.alone(Phase::AddLabels, object.clone(), sql, cost, None);
            }
        } else {
            let statements = gain.statements.into_iter().map(Statement::new).collect();
            lowering.push_all(Phase::AddLabels, object, statements, cost);
        }
    }
}

/// Whether a statement names one of the labels, or a type by which a value could become one.
fn is_used(lowering: &Lowering<'_>, gain: &Gain) -> bool {
    let types = ways_to(lowering, &gain.key);
    let labels: Vec<String> = gain.labels.iter().map(|label| literal(label)).collect();
    let steps = lowering.out.steps.iter();
    let mut texts = steps
        .flat_map(|step| &step.statements)
        .map(Statement::sql)
        .filter(|sql| !sql.starts_with("COMMENT ON "));
    texts.any(|sql| {
        labels.iter().any(|label| sql.contains(label.as_str()))
            || types.iter().any(|name| mentions(sql, name))
    })
}

/// The type and those made of it.
fn ways_to<'a>(lowering: &Lowering<'a>, key: &ObjectKey) -> BTreeSet<&'a str> {
    let objects = &lowering.delta.schemas.desired.objects;
    let mut open: Vec<&ObjectKey> = objects
        .get_key_value(key)
        .map(|(key, _)| key)
        .into_iter()
        .collect();
    let mut met: BTreeSet<&ObjectKey> = BTreeSet::new();
    while let Some(next) = open.pop() {
        if met.insert(next) {
            let users = objects
                .iter()
                .filter(|(_, object)| object.uses.contains(next));
            let made_of = users.filter(|(key, _)| super::objects::is_type(key.kind));
            open.extend(made_of.map(|(key, _)| key));
        }
    }
    met.into_iter().map(ObjectKey::bare).collect()
}
