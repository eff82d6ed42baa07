//! `docs/rules.md` names every id of the catalogue of risks once: with its rule, on the engines on
//! which a case makes it speak, or with the reason why none does.

use super::snapshot::Snapshots;
use super::traps::ELSEWHERE;
use driftless::engine::Engine;
use driftless::plan::Rule;
use std::collections::{BTreeMap, BTreeSet};

const PAGE: &str = include_str!("../../../docs/rules.md");

/// How many ids each family of the catalogue has.
const FAMILIES: [(&str, usize); 7] = [
    ("DL", 18),
    ("DF", 12),
    ("LK", 20),
    ("BC", 10),
    ("SC", 6),
    ("OP", 14),
    ("ST", 20),
];

const ENGINES: [(Engine, &str); 4] = [
    (Engine::Postgres, "PostgreSQL"),
    (Engine::Mysql, "MySQL"),
    (Engine::Mariadb, "MariaDB"),
    (Engine::Sqlite, "SQLite"),
];

/// The cells of each row, by id.
fn rows() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut rows = BTreeMap::new();
    for line in PAGE.lines() {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let is_id =
            |cell: &str| cell.len() == 5 && cell[..2].bytes().all(|b| b.is_ascii_uppercase());
        if line.starts_with('|') && is_id(cells[0]) {
            assert_eq!(cells.len(), 6, "{line}");
            let twice = rows.insert(cells[0], cells);
            assert!(twice.is_none(), "an id stands on the page twice: {line}");
        }
    }
    rows
}

#[test]
fn the_page_names_every_id_of_the_catalogue() {
    let mut wanted: BTreeSet<String> = FAMILIES
        .iter()
        .flat_map(|(family, count)| (1..=*count).map(move |n| format!("{family}{n:03}")))
        .collect();
    wanted.extend(Rule::ALL.iter().map(|rule| rule.id().to_owned()));
    let found: BTreeSet<String> = rows().into_keys().map(str::to_owned).collect();
    assert_eq!(found, wanted);
}

#[test]
fn the_page_says_which_rule_speaks_where() {
    let mut spoken: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (engine, name) in ENGINES {
        for rule in Snapshots::read(engine).rules() {
            spoken.entry(rule.to_owned()).or_default().push(name);
        }
    }
    for (id, cells) in rows() {
        let [_, rule, severity, engines, when, remedy] = cells.as_slice() else {
            unreachable!("six cells");
        };
        assert!(when.ends_with('.'), "{id}: say when, or why not");
        let Some(known) = Rule::parse(id) else {
            assert_eq!([*rule, *severity, *engines, *remedy], ["–"; 4], "{id}");
            continue;
        };
        assert_eq!(*rule, format!("`{}`", known.name()), "{id}");
        assert!(
            remedy.ends_with('.') && !severity.is_empty(),
            "{id}: what to do"
        );
        if ELSEWHERE.iter().any(|(rule, _)| *rule == known.name()) {
            let mut named = engines.split(", ");
            let known = |name| ENGINES.iter().any(|(_, it)| *it == name);
            assert!(named.all(known), "{id}: engines");
            continue;
        }
        let speaks = spoken.get(known.name()).map(|list| list.join(", "));
        assert_eq!(Some((*engines).to_owned()), speaks, "{id}: engines");
    }
}
