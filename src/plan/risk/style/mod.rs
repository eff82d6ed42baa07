//! Advice on what a plan makes or changes, never on what is there and stays. Advice is no finding: it
//! raises no risk and stops nothing, unless a policy gives its rule a severity
//! (`docs/decisions/0013-advice-is-no-finding.md`).

mod column;
mod index;
mod made;
mod name;
mod object;
mod packing;
mod table;

use super::rule::{Rule, Severity};
use super::{Finding, Scene};
use crate::engine::{Engine, Object};
use crate::schema::{Change, ObjectChange};
use made::Made;

/// What a rule of style has to say.
struct Advice {
    rule: Rule,
    object: Object,
    message: String,
    remedy: &'static str,
}

impl Advice {
    fn new(rule: Rule, object: Object, message: impl Into<String>, remedy: &'static str) -> Self {
        Self {
            rule,
            object,
            message: message.into(),
            remedy,
        }
    }
}

/// All advice on a plan, by object.
pub(in crate::plan) fn advice(scene: &Scene<'_>) -> Vec<Finding> {
    let engine = scene.dialect.engine();
    let mut list = Vec::new();
    for change in &scene.delta.changes {
        match change {
            Change::CreateTable(made) => table_and_parts(&Made::whole(made), scene, &mut list),
            Change::AlterTable(inside) => {
                table_and_parts(&Made::inside(inside), scene, &mut list);
            }
            Change::Object(ObjectChange::Create(key, object)) => {
                object::advise(key, object, engine, &mut list);
                name::of_object(key, scene, &mut list);
            }
            Change::Object(ObjectChange::Replace(_) | ObjectChange::Drop(..))
            | Change::DropTable(_)
            | Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => {}
        }
    }
    let mut found: Vec<Finding> = list.into_iter().map(finding).collect();
    found.sort_by(|a, b| (&a.object, a.rule.name()).cmp(&(&b.object, b.rule.name())));
    found.dedup_by(|a, b| a.rule == b.rule && a.object == b.object);
    found
}

fn table_and_parts(made: &Made<'_>, scene: &Scene<'_>, list: &mut Vec<Advice>) {
    let engine = scene.dialect.engine();
    table::advise(made, engine, list);
    column::advise(made, engine, list);
    index::advise(made, engine, list);
    name::of_table(made, scene, list);
    if engine == Engine::Postgres {
        list.extend(packing::advise(made, &scene.delta.schemas.desired));
    }
}

fn finding(advice: Advice) -> Finding {
    Finding {
        rule: advice.rule,
        severity: Severity::Info,
        object: advice.object,
        message: advice.message,
        remedy: advice.remedy.to_owned(),
        rows: None,
        bytes: None,
        overridden: None,
    }
}
