//! The catalog queries: one per kind of row, a fixed number whatever the number of objects.
//!
//! They run with an empty `search_path`, so that `pg_get_expr`, `format_type` and their like
//! qualify every name outside `pg_catalog` (9.26.4 "System Catalog Information Functions"); the
//! first query empties it and the last puts it back.

use super::render::{literal, push};
use crate::engine::{Grants, Query, Scope, Statement};

pub(super) const NAMESPACES: &str = "namespaces";
pub(super) const RELATIONS: &str = "relations";
pub(super) const COLUMNS: &str = "columns";
pub(super) const CONSTRAINTS: &str = "constraints";
pub(super) const INDEXES: &str = "indexes";
pub(super) const INDEX_PARTS: &str = "index parts";
pub(super) const OBJECTS: &str = "objects";
pub(super) const OPAQUE: &str = "objects that are listed only";
pub(super) const USES: &str = "uses of objects";
pub(super) const HOLDERS: &str = "holders of types";
pub(super) const MEMBERS: &str = "extension members";
pub(super) const DEPENDS: &str = "dependencies";
pub(super) const GRANTS: &str = "grants";

/// All queries for a scope.
pub(super) fn queries(scope: &Scope) -> Vec<Query> {
    let filter = namespaces(scope);
    let mut texts = vec![
        (NAMESPACES, include_str!("catalog/namespaces.sql")),
        (RELATIONS, include_str!("catalog/relations.sql")),
        (COLUMNS, include_str!("catalog/columns.sql")),
        (CONSTRAINTS, include_str!("catalog/constraints.sql")),
        (INDEXES, include_str!("catalog/indexes.sql")),
        (INDEX_PARTS, include_str!("catalog/index_parts.sql")),
        (OBJECTS, include_str!("catalog/objects.sql")),
        (OPAQUE, include_str!("catalog/opaque.sql")),
        (USES, include_str!("catalog/uses.sql")),
        (HOLDERS, include_str!("catalog/holders.sql")),
        (MEMBERS, include_str!("catalog/members.sql")),
        (DEPENDS, include_str!("catalog/depends.sql")),
    ];
    if scope.grants == Grants::Managed {
        texts.push((GRANTS, include_str!("catalog/grants.sql")));
    }
    let path = |name, value: &str| Query {
        name,
        statement: Statement::new(format!(
            "SELECT pg_catalog.set_config('search_path', {}, false)",
            literal(value)
        )),
    };
    let mut queries = vec![path("path emptied", "")];
    queries.extend(texts.into_iter().map(|(name, text)| Query {
        name,
        statement: Statement::new(text.replace("{namespaces}", &filter)),
    }));
    queries.push(path("path restored", "public"));
    queries
}

/// The condition on a namespace known as `n`. The system's, ours and those of extensions are
/// never looked at.
pub(super) fn namespaces(scope: &Scope) -> String {
    let mut filter = String::from(
        "n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'driftless') \
         AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend ne \
         WHERE ne.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass \
         AND ne.objid = n.oid AND ne.deptype = 'e')",
    );
    if !scope.namespaces.is_empty() {
        let names: Vec<String> = scope.namespaces.iter().map(|name| literal(name)).collect();
        push(
            &mut filter,
            format!(" AND n.nspname IN ({})", names.join(", ")),
        );
    }
    filter
}
