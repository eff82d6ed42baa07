//! The invariants can fail: pairs of schemas without a case file, some of which do.

use super::unlike::Only;
use super::{At, Depth, Lab, Outcome, Situation, Unlike, check, of_sql};
use driftless::engine::Engine;

const OBSERVED: &str =
    "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, z INT); CREATE INDEX t_z ON t (z);";
const ROWS: &str = "INSERT INTO t VALUES (1, 'x', 10), (2, NULL, 20)";

async fn violations(desired: &str, unlike: &[Unlike]) -> Vec<String> {
    let lab = Lab::open(Engine::Sqlite).await.unwrap();
    let situation = Situation {
        observed: OBSERVED,
        rows: ROWS,
        declare: &of_sql(desired),
        unlike,
        depth: Depth::Interrupted,
    };
    let checked = check(&lab, &situation).await.unwrap();
    lab.close().await.unwrap();
    let Outcome::Planned(planned) = checked.outcome else {
        panic!("it was refused");
    };
    assert!(!planned.plan.is_empty());
    checked.violations
}

#[tokio::test]
async fn a_pair_of_schemas_needs_no_case_file() {
    let desired = "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT DEFAULT '', z INT, n INT); \
                   CREATE UNIQUE INDEX t_z ON t (z);";
    assert_eq!(violations(desired, &[]).await, Vec::<String>::new());
}

#[tokio::test]
async fn what_does_not_hold_is_told() {
    let desired = "CREATE TABLE t (id INTEGER PRIMARY KEY, z INT); CREATE INDEX t_z ON t (z);";
    let found = violations(desired, &[]).await;
    assert!(
        found.len() == 1 && found[0].starts_with("reverse: the order of columns differs"),
        "{found:?}"
    );
    let known = |at| Unlike {
        at,
        engines: Vec::new(),
        only: Only::ColumnOrder,
        because: "ADD COLUMN appends".to_owned(),
    };
    assert!(violations(desired, &[known(At::Back)]).await.is_empty());
    let found = violations(desired, &[known(At::Back), known(At::Arrival)]).await;
    assert!(
        found.len() == 1 && found[0].starts_with("convergence: the case says"),
        "{found:?}"
    );
}
