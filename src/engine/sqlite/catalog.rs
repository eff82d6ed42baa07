//! The catalog queries: three, whatever the number of objects.

use crate::engine::{Query, Statement};

/// Names of the queries.
pub(super) const OBJECTS: &str = "objects";
/// See `catalog/columns.sql`.
pub(super) const COLUMNS: &str = "columns";
/// See `catalog/keys.sql`.
pub(super) const KEYS: &str = "keys";

/// All queries of one reading.
pub(super) fn queries() -> Vec<Query> {
    let query = |name, sql: &str| Query {
        name,
        statement: Statement::new(sql),
    };
    vec![
        query(OBJECTS, include_str!("catalog/objects.sql")),
        query(COLUMNS, include_str!("catalog/columns.sql")),
        query(KEYS, include_str!("catalog/keys.sql")),
    ]
}
