//! Domains that take fewer values from now on (`PostgreSQL`).

use super::held::columns;
use super::locking::SMALL_ROWS;
use super::rule::{Rule, Severity};
use super::{Facts, Finding, Scene, counted};
use crate::engine::{Object, Question, Work};
use crate::plan::estimate::Estimate;
use crate::schema::{Attribute, Defined, Kind, Name, ObjectChange, ObjectKey};
use std::collections::BTreeSet;

pub(super) fn questions(scene: &Scene<'_>) -> Vec<Question> {
    let tables = stricter(scene).into_iter().flat_map(|(_, tables)| tables);
    let asked =
        tables.flat_map(|name| [Question::Rows(name.clone()), Question::Bytes(name.clone())]);
    asked.collect()
}

/// DF009: a constraint of a domain is checked in all columns of it, table by table, under a lock that
/// stops their writers until all are done (`ALTER DOMAIN`, "ADD" and "SET NOT NULL"; `docs/locks.md`).
/// `VALIDATE CONSTRAINT` of a domain holds the same lock as long (so on 15 and 18), so that `NOT VALID`
/// would spare nobody.
pub(super) fn findings(scene: &Scene<'_>, facts: &Facts) -> Vec<Finding> {
    let found = stricter(scene).into_iter().map(|(key, tables)| {
        let sum = |ask: fn(Name) -> Question| -> Option<u64> {
            let each = tables.iter().map(|name| facts.get(&ask((*name).clone())));
            each.sum()
        };
        let (rows, bytes) = (sum(Question::Rows), sum(Question::Bytes));
        let names: Vec<String> = tables.iter().map(ToString::to_string).collect();
        let size = bytes.map(|b| format!(", {b} bytes")).unwrap_or_default();
        Finding {
            rule: Rule::DomainScan,
            severity: match rows {
                Some(n) if n <= SMALL_ROWS => Severity::Info,
                Some(_) | None => Severity::High,
            },
            object: Object::from(key),
            message: format!(
                "writers of {} wait while {} are read{size}, for {}",
                names.join(", "),
                counted(rows, "rows"),
                Estimate::of_rows(Work::Scan, rows)
            ),
            remedy:
                "run it in a quiet hour, or declare a check of its own on each table, which is \
                     validated beside the writers"
                    .to_owned(),
            rows,
            bytes,
            overridden: None,
        }
    });
    found.collect()
}

/// What makes a domain stricter, each with the tables that hold values of it.
fn stricter<'a>(scene: &Scene<'a>) -> Vec<(&'a ObjectKey, BTreeSet<&'a Name>)> {
    let required = |object: &Defined| object.attributes.contains_key(&Attribute::ValueNotNull);
    let checked = |object: &Defined| !object.definition.ends_with(" NOT VALID");
    let keys = scene.delta.objects().filter_map(|change| match change {
        ObjectChange::Create(key, object) => {
            (key.kind == Kind::DomainCheck && checked(object)).then_some(key)
        }
        ObjectChange::Replace(replaced) => {
            let objects = replaced.objects.as_ref();
            let key = &replaced.keys.desired;
            let stricter = match key.kind {
                Kind::DomainCheck => {
                    objects.observed.hash != objects.desired.hash && checked(objects.desired)
                }
                Kind::Domain => required(objects.desired) && !required(objects.observed),
                _ => false,
            };
            stricter.then_some(key)
        }
        ObjectChange::Drop(..) => None,
    });
    keys.filter_map(|key| {
        let tables: BTreeSet<&Name> = columns(scene.delta, &key.name)
            .map(|(table, _)| &table.name)
            .collect();
        (!tables.is_empty()).then_some((key, tables))
    })
    .collect()
}
