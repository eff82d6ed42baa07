//! A plan for tests of rules that depend on the server: a table gets an index.

use super::{Facts, Finding, Scene, findings};
use crate::engine::{Engine, Manner, Online, Server, dialect};
use crate::schema::{
    Attributes, Column, Fold, Index, Label, Name, Pair, Part, Schema, Table, diff,
};
use std::collections::{BTreeMap, BTreeSet};

/// The table.
pub(super) fn table() -> Name {
    Name::bare("t")
}

/// What is found when it gets an index on such a server.
pub(super) fn indexed(engine: Engine, version: (u32, u32, u32), facts: &Facts) -> Vec<Finding> {
    let mut observed = Table::new(table());
    observed.columns.push(Column {
        name: "v".to_owned(),
        data_type: "integer".to_owned(),
        nullable: true,
        default: None,
        generated: None,
        attributes: Attributes::new(),
    });
    let mut desired = observed.clone();
    desired.indexes.push(Index {
        label: Label::given("t_v"),
        unique: false,
        parts: vec![Part::column("v")],
        attributes: Attributes::new(),
    });
    let schema = |table: Table| {
        let mut schema = Schema::default();
        schema.tables.insert(table.name.clone(), table);
        schema
    };
    let pair = Pair {
        observed: schema(observed),
        desired: schema(desired),
    };
    let delta = diff(pair, Vec::new(), Fold::Exact, Fold::Exact);
    let server = Server {
        engine,
        version,
        version_text: format!("{}.{}", version.0, version.1),
        settings: BTreeMap::new(),
    };
    let dialect = dialect(engine).unwrap();
    let manner = Manner::of(Online::Auto, BTreeSet::new());
    let steps = dialect.lower(&server, &delta, &manner).steps;
    assert!(!steps.is_empty());
    let scene = Scene {
        delta: &delta,
        steps: &steps,
        dialect,
        server: &server,
    };
    findings(&scene, facts, &[])
}
