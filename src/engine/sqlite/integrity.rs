//! What must hold when a plan commits: nothing may be worse than it was before.
//!
//! Most applications do not enforce foreign keys and have orphans, or keys that SQLite cannot even
//! look up; those of before are remembered in temporary tables and are in the way of nothing.

use super::{facts, rebuild};
use crate::engine::{Statement, Transaction};

/// Keys that cannot be looked up.
const MISMATCHED: &str = include_str!("catalog/mismatched.sql");

/// Orphans by table and row; a rebuild keeps rowids. `foreign_key_check` fails at a key that cannot
/// be looked up, so tables with one are left out (pragma.html, `foreign_key_check`).
fn orphans() -> String {
    format!(
        "SELECT o.\"table\", o.rowid, o.parent FROM main.sqlite_schema AS s \
         JOIN pragma_foreign_key_check(s.name, 'main') AS o \
         WHERE s.type = 'table' AND s.sql LIKE 'CREATE TABLE%' \
         AND s.name NOT IN (SELECT child FROM ({MISMATCHED}))"
    )
}

/// What surrounds the steps.
pub(super) fn transaction() -> Transaction {
    let mut before = facts::settings();
    before.extend(forget());
    for (table, query) in [
        ("orphans", orphans()),
        ("mismatched", MISMATCHED.to_owned()),
    ] {
        let sql = format!("CREATE TEMP TABLE driftless_{table} AS {query}");
        before.push(Statement::new(sql));
    }
    let mut after = vec![Statement::new(rebuild::MODERN_RENAME)];
    after.extend(forget());
    let more = |table: &str, query: &str| {
        Statement::new(format!(
            "SELECT * FROM ({query}) EXCEPT SELECT * FROM temp.driftless_{table}"
        ))
    };
    Transaction::Whole {
        before,
        begin: Statement::new("BEGIN IMMEDIATE"),
        checks: vec![
            (
                Statement::new("SELECT 1 FROM pragma_foreign_keys WHERE foreign_keys = 1"),
                "foreign key enforcement could not be switched off, so dropping a table may have \
                 deleted rows of others",
            ),
            (
                more("mismatched", MISMATCHED),
                "a foreign key refers to columns that are no key of their table: make them its \
                 primary key or unique",
            ),
            (
                more("orphans", &orphans()),
                "rows refer to rows that do not exist: remove or correct them first",
            ),
        ],
        after,
    }
}

fn forget() -> [Statement; 2] {
    ["orphans", "mismatched"]
        .map(|table| Statement::new(format!("DROP TABLE IF EXISTS temp.driftless_{table}")))
}
