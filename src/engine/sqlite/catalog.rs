//! The catalog query: one statement, so that its rows are of one moment however many others write
//! (isolation.html).

use crate::engine::{Query, Statement};

/// The name of the query.
pub(super) const SCHEMA: &str = "schema";

/// All queries of one reading.
pub(super) fn queries() -> Vec<Query> {
    vec![Query {
        name: SCHEMA,
        statement: Statement::new(include_str!("catalog/schema.sql")),
    }]
}
