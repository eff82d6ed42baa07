//! Sizes and estimated rows.

use super::catalog;
use super::render::{literal, push};
use crate::engine::{Scope, Statement};
use crate::schema::Name;

/// Sizes are those of the files at this moment, large values and maps included (15 manual, 9.27.7
/// "Database Object Size Functions"). Rows are those of the last `ANALYZE`, `VACUUM` or index build;
/// -1 means that there was none (54.11 `pg_class`, `reltuples`). The functions open what they measure
/// with `ACCESS SHARE`, and would wait for whoever holds it alone. What a partitioned table holds is what
/// its partitions hold; its rows are not known unless theirs all are.
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
         s.data::text AS data, s.indexes::text AS indexes, s.total::text AS total, s.rows::text AS rows \
         FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         CROSS JOIN LATERAL (SELECT coalesce(pg_catalog.sum(pg_catalog.pg_table_size(p.oid)), 0) AS data, \
         coalesce(pg_catalog.sum(pg_catalog.pg_indexes_size(p.oid)), 0) AS indexes, \
         coalesce(pg_catalog.sum(pg_catalog.pg_total_relation_size(p.oid)), 0) AS total, \
         CASE WHEN coalesce(pg_catalog.bool_and(p.reltuples >= 0), true) \
         THEN coalesce(pg_catalog.sum(p.reltuples::bigint), 0) END AS rows \
         FROM pg_catalog.pg_class p WHERE p.oid = c.oid AND c.relkind <> 'p' OR c.relkind = 'p' AND p.oid IN \
         (SELECT t.relid FROM pg_catalog.pg_partition_tree(c.oid) t WHERE t.isleaf)) s \
         WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND {namespaces}{filter} \
         UNION ALL SELECT NULL, NULL, NULL, NULL, \
         pg_catalog.pg_database_size(pg_catalog.current_database())::text, NULL"
    ))
}
