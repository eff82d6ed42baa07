//! Every trap of normalisation is shown by a case, or a table says why not; every rule of risk speaks
//! in a case and keeps silent in a near miss, on each engine where it ever speaks.

use super::case::{self, Case};
use super::snapshot::Snapshots;
use driftless::engine::Engine;
use driftless::plan::Rule;
use std::collections::BTreeSet;
use std::path::Path;

const TABLE: &str = include_str!("../../cases/TRAPS.md");

/// Rules that no case can make speak, since the server of a case is not like that, and the file whose
/// tests do.
pub(super) const ELSEWHERE: [(&str, &str); 3] = [
    ("cluster.stall", "src/plan/risk/cluster.rs"),
    ("index.concurrently.corrupt", "src/plan/risk/version.rs"),
    ("replica.lag", "tests/it/risks.rs"),
];

/// The rows of the table: id, and where it is shown.
fn rows() -> Vec<(&'static str, &'static str)> {
    let rows = TABLE.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split(" | ").collect();
        let [id, .., shown] = cells.as_slice() else {
            return None;
        };
        let id = id.strip_prefix("| ")?;
        is_trap(id).then(|| (id, shown.trim_end_matches('|').trim()))
    });
    rows.collect()
}

/// Whether an id is of this checklist; those of risks (`DL002`) are of another.
fn is_trap(id: &str) -> bool {
    ["X", "MY", "MA", "PG", "SL"].iter().any(|family| {
        id.strip_prefix(family)
            .is_some_and(|rest| rest.len() == 2 && rest.bytes().all(|b| b.is_ascii_digit()))
    })
}

fn named(cases: &[Case]) -> BTreeSet<&str> {
    let ids = cases.iter().flat_map(|case| &case.traps);
    ids.map(String::as_str).collect()
}

#[test]
fn every_trap_is_shown_or_explained() {
    let cases = case::everything();
    let named = named(&cases);
    let rows = rows();
    let listed: BTreeSet<&str> = rows.iter().map(|(id, _)| *id).collect();
    assert_eq!(listed.len(), rows.len(), "an id stands in the table twice");
    assert_eq!(listed.len(), 195, "the checklist has 195 ids");
    for (id, shown) in rows {
        let by_cases = shown == "cases";
        assert_eq!(
            by_cases,
            named.contains(id),
            "{id}: cases name it or not, and the table says {shown:?}"
        );
        assert!(by_cases || shown.ends_with('.'), "{id}: say why");
    }
    for id in named.into_iter().filter(|id| is_trap(id)) {
        assert!(listed.contains(id), "{id}: not in TRAPS.md");
    }
}

#[test]
fn every_rule_speaks_in_a_case_and_keeps_silent_in_another() {
    let cases = case::everything();
    let mut spoke = BTreeSet::new();
    for engine in [
        Engine::Postgres,
        Engine::Mysql,
        Engine::Mariadb,
        Engine::Sqlite,
    ] {
        let all = |list: fn(&Case) -> &Vec<String>| -> BTreeSet<&str> {
            let cases = cases.iter().filter(|case| case.names(engine));
            cases.flat_map(list).map(String::as_str).collect()
        };
        let mut speak = all(|case| &case.expect.hazards);
        speak.extend(all(|case| &case.expect.advice));
        let silent = all(|case| &case.expect.absent);
        for rule in Snapshots::read(engine).rules() {
            assert!(speak.contains(rule), "{engine} {rule}: no case expects it");
            assert!(silent.contains(rule), "{engine} {rule}: no near miss");
        }
        for rule in speak.union(&silent) {
            assert!(Rule::parse(rule).is_some(), "{rule}: no such rule");
        }
        spoke.extend(speak);
    }
    for (rule, file) in ELSEWHERE {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let text = std::fs::read_to_string(path).unwrap();
        let variant = format!("Rule::{:?}", Rule::parse(rule).unwrap());
        let tested = text.contains("test]") && text.contains(&variant);
        assert!(tested, "{file}: no test of {variant}");
        assert!(spoke.insert(rule), "{rule}: a case does make it speak");
    }
    let rules: BTreeSet<&str> = Rule::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(spoke, rules, "rules that speak in a case, and rules");
}
