//! Columns that come and go in the catalog alone, which a table takes only so often (`MySQL`).

use super::locking::{existing, observed_name};
use super::rule::{Rule, Severity};
use super::{Facts, Finding, Scene};
use crate::engine::{Engine, Object, Question, Server, Step};
use crate::schema::Name;
use std::collections::BTreeMap;

/// It is said from so many changes before the last one on.
const NEAR: u64 = 8;

/// How often a table takes it: 64 times, since 9.1 255 times (8.4 manual and 9.1 manual, 17.12.1 "Online
/// DDL Operations", "Adding a Column").
fn limit(server: &Server) -> u64 {
    if server.at_least(9, 1) { 255 } else { 64 }
}

pub(super) fn questions(scene: &Scene<'_>) -> Vec<Question> {
    counted_steps(scene)
        .into_keys()
        .map(|name| Question::RowVersions(name.clone()))
        .collect()
}

/// LK018: each such statement counts, until the table is rebuilt. At the limit the server refuses what
/// the plan demands, and copies the table where nothing is demanded.
pub(super) fn findings(scene: &Scene<'_>, facts: &Facts) -> Vec<Finding> {
    let limit = limit(scene.server);
    let found = counted_steps(scene).into_iter().filter_map(|(name, count)| {
        let before = facts.get(&Question::RowVersions(name.clone()))?;
        let after = before.saturating_add(count);
        (after + NEAR > limit).then(|| Finding {
            rule: Rule::InstantLimit,
            severity: if after > limit {
                Severity::Forbidden
            } else {
                Severity::Medium
            },
            object: Object::table(name),
            message: format!(
                "columns came or went in the catalog alone {before} times, {limit} is the most, and \
                 this plan does it {count} times{}",
                if after > limit {
                    ": the step fails"
                } else {
                    ""
                }
            ),
            remedy: "rebuild the table in a quiet hour (OPTIMIZE TABLE), which begins to count anew"
                .to_owned(),
            rows: None,
            bytes: None,
            overridden: None,
        })
    });
    found.collect()
}

/// Tables with the number of their steps that count, by their observed names.
fn counted_steps<'a>(scene: &Scene<'a>) -> BTreeMap<&'a Name, u64> {
    let mut found = BTreeMap::new();
    match scene.dialect.engine() {
        Engine::Mysql => {}
        Engine::Postgres | Engine::Mariadb | Engine::Sqlite => return found,
    }
    let counts = |step: &&Step| {
        let mut statements = step.statements.iter();
        statements.any(|statement| {
            let sql = statement.sql();
            let columns = sql.contains(" ADD COLUMN ") || sql.contains(" DROP COLUMN ");
            columns && sql.ends_with("ALGORITHM=INSTANT")
        })
    };
    let tables = existing(scene.delta);
    for step in scene.steps.iter().filter(counts) {
        if let Some(name) = observed_name(&tables, step) {
            *found.entry(name).or_default() += 1;
        }
    }
    found
}
