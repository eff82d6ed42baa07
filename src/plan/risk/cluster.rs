//! Nodes that stand still together (`MariaDB` with Galera).

use super::locking::{SMALL_ROWS, existing, observed_name};
use super::rule::{Rule, Severity};
use super::{Facts, Finding, Scene, counted};
use crate::engine::{Engine, Object, Question, Work};
use crate::plan::estimate::Estimate;

pub(super) fn questions(scene: &Scene<'_>) -> Vec<Question> {
    let asked = match scene.dialect.engine() {
        Engine::Mariadb => !scene.steps.is_empty(),
        Engine::Postgres | Engine::Mysql | Engine::Sqlite => false,
    };
    asked
        .then_some(Question::ClusterNodes)
        .into_iter()
        .collect()
}

/// LK016: under total order isolation a statement that changes a schema runs on all nodes at the same
/// moment, and no node commits anything to the database meanwhile (knowledge base, "Galera Cluster
/// System Variables", `wsrep_OSU_method`). One finding, for the step that takes longest.
pub(super) fn findings(scene: &Scene<'_>, facts: &Facts) -> Option<Finding> {
    let nodes = facts
        .get(&Question::ClusterNodes)
        .filter(|nodes| *nodes > 1)?;
    let tables = existing(scene.delta);
    let rows_of = |step| {
        let name = observed_name(&tables, step)?;
        Some(facts.get(&Question::Rows(name.clone())))
    };
    let heavy = scene.steps.iter().filter(|step| step.work > Work::Metadata);
    let heavy = heavy.filter_map(|step| Some((step, rows_of(step)?)));
    let longest = heavy.max_by_key(|(step, rows)| Estimate::of_rows(step.work, *rows).p95_ms);
    let (object, severity, message) = match longest {
        Some((step, rows)) => (
            step.object.clone(),
            match rows {
                Some(n) if n <= SMALL_ROWS => Severity::Medium,
                Some(_) | None => Severity::Critical,
            },
            format!(
                "all {nodes} nodes of the cluster take no writes while {} are worked on, for {}",
                counted(rows, "rows"),
                Estimate::of_rows(step.work, rows)
            ),
        ),
        None => (
            scene.steps.first()?.object.clone(),
            Severity::Low,
            format!("all {nodes} nodes of the cluster take no writes for a moment with each step"),
        ),
    };
    Some(finding(object, severity, message))
}

fn finding(object: Object, severity: Severity, message: String) -> Finding {
    Finding {
        rule: Rule::ClusterStall,
        severity,
        object,
        message,
        remedy: "run it in a quiet hour; a table that is large by a tool that copies it beside the \
                 writers, or node by node under wsrep_OSU_method = RSU where both forms suit programs"
            .to_owned(),
        rows: None,
        bytes: None,
        overridden: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::risk::sample::{indexed, table};

    fn said(nodes: Option<u64>, rows: u64) -> Option<Severity> {
        let asked = [
            (Question::ClusterNodes, nodes),
            (Question::Rows(table()), Some(rows)),
        ];
        let found = indexed(Engine::Mariadb, (10, 11, 0), &Facts::new(asked));
        let found = found.into_iter().find(|it| it.rule == Rule::ClusterStall);
        found.map(|it| it.severity)
    }

    #[test]
    fn a_cluster_of_several_nodes_waits_as_a_whole() {
        assert_eq!(said(Some(3), 1_000_000), Some(Severity::Critical));
        assert_eq!(said(Some(3), 10), Some(Severity::Medium));
        for alone in [None, Some(0), Some(1)] {
            assert_eq!(said(alone, 1_000_000), None, "{alone:?}");
        }
    }
}
