//! Sizes and estimated rows.

use super::catalog;
use super::render::{literal, push};
use crate::engine::{Scope, Statement};
use crate::schema::Name;

/// Sizes are those of the files at this moment, large values and maps included (15 manual, 9.27.7
/// "Database Object Size Functions"). Rows are those of the last `ANALYZE`, `VACUUM` or index build;
/// -1 means that there was none (54.11 `pg_class`, `reltuples`). The functions open what they measure
/// with `ACCESS SHARE`, and would wait for whoever holds it alone.
pub(super) fn sizes(scope: &Scope, apart: &[&Name]) -> Statement {
    let namespaces = catalog::namespaces(scope);
    let mut filter = String::new();
    for name in apart {
        let (schema, name) = (literal(&name.schema), literal(&name.name));
        push(
            &mut filter,
            format!(" AND NOT (n.nspname = {schema} AND c.relname = {name})"),
        );
    }
    Statement::new(format!(
        "SELECT n.nspname::text AS schema, c.relname::text AS name, \
         pg_catalog.pg_table_size(c.oid)::text AS data, \
         pg_catalog.pg_indexes_size(c.oid)::text AS indexes, \
         pg_catalog.pg_total_relation_size(c.oid)::text AS total, \
         CASE WHEN c.reltuples >= 0 THEN c.reltuples::bigint::text END AS rows \
         FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND {namespaces}{filter} \
         UNION ALL SELECT NULL, NULL, NULL, NULL, \
         pg_catalog.pg_database_size(pg_catalog.current_database())::text, NULL"
    ))
}
