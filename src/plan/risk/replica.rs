//! Servers that follow this one.

use super::locking::{SMALL_ROWS, existing, observed_name};
use super::rule::{Rule, Severity};
use super::{Facts, Finding, Scene, counted};
use crate::engine::{Engine, Question, Step, Work};
use crate::plan::estimate::Estimate;
use crate::schema::Name;

pub(super) fn questions(scene: &Scene<'_>) -> Option<Question> {
    let follows = match scene.dialect.engine() {
        Engine::Postgres | Engine::Mysql | Engine::Mariadb => true,
        Engine::Sqlite => false,
    };
    let asked = follows && heavy(scene).next().is_some();
    asked.then_some(Question::Replicas)
}

/// OP010: `MySQL` and `MariaDB` run a statement on a replica when it is done here, and everything behind
/// it waits there (`MySQL` 8.4 manual, 19.2.2; 17.12.1, "Online DDL Limitations"). `PostgreSQL` sends what
/// is written; the lock is replayed too, and cancels queries there (15 manual, 27.4.2 "Handling Query
/// Conflicts"). One finding, for the step that takes longest.
pub(super) fn findings(scene: &Scene<'_>, facts: &Facts) -> Option<Finding> {
    let replicas = facts.get(&Question::Replicas);
    if replicas == Some(0) {
        return None;
    }
    let steps = heavy(scene).map(|(step, name)| {
        let rows = facts.get(&Question::Rows(name.clone()));
        (step, name, rows)
    });
    let (step, name, rows) =
        steps.max_by_key(|(step, _, rows)| Estimate::of_rows(step.work, *rows).p95_ms)?;
    let small = rows.is_some_and(|n| n <= SMALL_ROWS);
    let severity = match (replicas, small) {
        (Some(_), false) => Severity::High,
        (Some(_), true) => Severity::Info,
        (None, false) => Severity::Medium,
        (None, true) => return None,
    };
    let takes = Estimate::of_rows(step.work, rows);
    let bytes = facts.get(&Question::Bytes(name.clone()));
    let size = bytes.map(|b| format!(", {b} bytes")).unwrap_or_default();
    let attached = match replicas {
        Some(1) => "1 replica is attached".to_owned(),
        Some(n) => format!("{n} replicas are attached"),
        None => format!(
            "whether replicas are attached cannot be seen without {}",
            sight(scene.dialect.engine())
        ),
    };
    let happens = match scene.dialect.engine() {
        Engine::Postgres => "is sent to each, and its locks stop queries there",
        Engine::Mysql | Engine::Mariadb | Engine::Sqlite => {
            "is done once more there, and what was written since waits behind it"
        }
    };
    Some(Finding {
        rule: Rule::ReplicaLag,
        severity,
        object: step.object.clone(),
        message: format!(
            "{attached}: the work on {}{size}, {takes}, {happens}",
            counted(rows, "rows")
        ),
        remedy: "run it while nobody relies on replicas being up to date, and look at their lag \
                 before the next step"
            .to_owned(),
        rows,
        bytes,
        overridden: None,
    })
}

/// What lets an account see them.
fn sight(engine: Engine) -> &'static str {
    match engine {
        Engine::Postgres => "the right to read pg_stat_replication",
        Engine::Mysql => "SELECT on performance_schema.threads",
        Engine::Mariadb => "the right to read information_schema.GLOBAL_STATUS",
        Engine::Sqlite => "a server",
    }
}

/// Steps that write a table that is there anew, or an index of it.
fn heavy<'a>(scene: &Scene<'a>) -> impl Iterator<Item = (&'a Step, &'a Name)> {
    let tables = existing(scene.delta);
    let heavy = scene.steps.iter().filter(|step| step.work > Work::Scan);
    heavy.filter_map(move |step| Some((step, observed_name(&tables, step)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::risk::sample::{indexed, table};

    fn said(engine: Engine, replicas: Option<u64>, rows: u64) -> Option<(Severity, String)> {
        let asked = [
            (Question::Replicas, replicas),
            (Question::Rows(table()), Some(rows)),
        ];
        let found = indexed(engine, (15, 0, 0), &Facts::new(asked));
        let found = found.into_iter().find(|it| it.rule == Rule::ReplicaLag);
        found.map(|it| (it.severity, it.message))
    }

    #[test]
    fn who_follows_falls_behind_by_as_much() {
        for engine in [Engine::Postgres, Engine::Mysql, Engine::Mariadb] {
            let (severity, message) = said(engine, Some(2), 1_000_000).unwrap();
            assert_eq!(severity, Severity::High);
            assert!(
                message.starts_with("2 replicas are attached: the work on 1000000 rows"),
                "{message}"
            );
            assert_eq!(said(engine, Some(0), 1_000_000), None);
            assert_eq!(said(engine, None, 10), None);
            let (severity, message) = said(engine, None, 1_000_000).unwrap();
            assert_eq!(severity, Severity::Medium);
            assert!(message.contains("cannot be seen without"), "{message}");
        }
    }
}
