//! Facts about all tables at once.

use crate::engine::{Census, Statement};

/// One statement for each kind of fact.
pub(super) fn statement(census: Census) -> Option<Statement> {
    match census {
        Census::Counters => Some(counters()),
        // Adding a column never counts here.
        Census::RowVersions => None,
    }
}

/// The last numbers of sequences that belong to columns, by `serial` (`a`) or as identity (`i`)
/// (54.18 `pg_depend`). A sequence is shown to those who may use or read it (9.17 "Sequence
/// Manipulation Functions").
fn counters() -> Statement {
    Statement::new(
        "SELECT n.nspname::text AS namespace, c.relname::text AS name, a.attname::text AS part, \
         CASE WHEN pg_catalog.has_sequence_privilege(s.oid, 'USAGE, SELECT') \
         THEN pg_catalog.pg_sequence_last_value(s.oid)::text END AS value \
         FROM pg_catalog.pg_depend d \
         JOIN pg_catalog.pg_class s ON s.oid = d.objid AND s.relkind = 'S' \
         JOIN pg_catalog.pg_class c ON c.oid = d.refobjid \
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.refobjsubid \
         WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass \
         AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass \
         AND d.deptype IN ('a', 'i') AND s.relpersistence <> 't'",
    )
}
