//! Determinism: catalogs that answer in another order are read as the same schema, and give the same
//! statements under the same id.
//!
//! What a query asks to be in order stays in order: the columns of a table, the parts of a key, the
//! parameters of a routine. In which order tables, keys and routines come is anybody's guess.

use super::Planned;
use driftless::engine::{Catalogs, Dialect, Online, Row, Rows};
use driftless::plan::{Draft, Facts, PlanId, draft};
use driftless::schema::{Pair, Schema, diff};
use rand::SeedableRng;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use std::collections::{BTreeMap, VecDeque};

/// How many orders are tried.
const ORDERS: u64 = 3;

pub(super) fn check(planned: &Planned) -> Result<(), String> {
    let wanted = id_of(planned, planned.dialect()?, planned.observed().clone())?;
    for seed in 0..ORDERS {
        let rows = shuffled(&planned.before, seed);
        let read = planned.read(&rows)?;
        if read != *planned.observed() {
            let (left, right) = (format!("{read:#?}"), format!("{:#?}", planned.observed()));
            let changes = similar::TextDiff::from_lines(&left, &right);
            return Err(format!(
                "shuffled rows are read otherwise\n{}",
                changes.unified_diff()
            ));
        }
        let id = id_of(planned, planned.dialect()?, read)?;
        if id != wanted {
            return Err(format!("shuffled rows give another id: {id}, not {wanted}"));
        }
    }
    Ok(())
}

/// The columns that say which rows of a query are parts of one thing, in order.
fn whole(query: &str) -> &'static [&'static str] {
    match query {
        "columns" => &["oid", "table_name"],
        "index parts" => &["index_oid"],
        "indexes" | "foreign_keys" => &["table_name", "name"],
        "parameters" => &["routine", "type"],
        "partitions" => &["table_name"],
        "schema" => &["part", "tbl_name"],
        _ => &[],
    }
}

/// The same rows in an order nobody can foresee but who knows the seed.
pub(crate) fn shuffled(catalogs: &Catalogs, seed: u64) -> Catalogs {
    let mut random = StdRng::seed_from_u64(seed);
    let mut catalogs = catalogs.clone();
    for (query, rows) in &mut catalogs {
        let part_of = |at: usize, row: Row<'_>| -> Vec<String> {
            let columns = whole(query).iter();
            let named: Vec<String> = columns
                .filter_map(|it| row.opt(it))
                .map(str::to_owned)
                .collect();
            if named.is_empty() {
                vec![at.to_string()]
            } else {
                named
            }
        };
        let groups: Vec<Vec<String>> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| part_of(at, row))
            .collect();
        let mut order: Vec<usize> = (0..groups.len()).collect();
        order.shuffle(&mut random);
        let mut left: BTreeMap<&Vec<String>, VecDeque<usize>> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            left.entry(group).or_default().push_back(at);
        }
        let taken = order
            .iter()
            .filter_map(|at| left.get_mut(&groups[*at])?.pop_front());
        rows.values = taken.map(|at| rows.values[at].clone()).collect();
    }
    catalogs
}

fn id_of(planned: &Planned, dialect: &dyn Dialect, observed: Schema) -> Result<PlanId, String> {
    let (tables, parts) = planned.folds()?;
    let pair = Pair {
        observed,
        desired: planned.plan.goal().clone(),
    };
    let input = Draft {
        dialect,
        server: &planned.server,
        target: planned.plan.target.clone(),
        delta: diff(pair, planned.plan.delta.renames().to_vec(), tables, parts),
        // The same for both: which tables are copied away first depends on their rows.
        facts: &Facts::new([]),
        online: Online::Auto,
        unmanaged: Vec::new(),
        suggestions: Vec::new(),
    };
    let plan = draft(input).map_err(|errors| format!("{errors:?}"))?;
    Ok(plan.id)
}

#[test]
fn parts_of_one_thing_stay_in_order() {
    let rows = Rows {
        columns: vec!["table_name".to_owned(), "name".to_owned()],
        values: (0..40)
            .map(|at| vec![Some(format!("t{}", at % 4)), Some(at.to_string())])
            .collect(),
    };
    let before = Catalogs::from([
        ("columns".to_owned(), rows.clone()),
        ("views".to_owned(), rows),
    ]);
    let after = shuffled(&before, 5);
    let of = |query: &str, table: &str| -> Vec<usize> {
        let rows = after[query].iter();
        let rows = rows.filter(|row| row.opt("table_name") == Some(table));
        rows.map(|row| row.number("name").unwrap()).collect()
    };
    assert_ne!(before["columns"], after["columns"]);
    assert!(of("columns", "t1").is_sorted());
    assert!(!of("views", "t1").is_sorted());
    assert_eq!(of("views", "t1").len(), 10);
}
