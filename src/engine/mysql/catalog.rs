//! The catalog queries. Their number does not depend on the number of objects, but for what no catalog
//! says.
//!
//! Each file answers the same columns for both flavours, so that what reads them needs to know the
//! flavour only where the servers print a thing differently.

use super::render::quote;
use super::version::Flavour;
use crate::engine::error::DecodeError;
use crate::engine::statement::{Catalogs, Query, Rows, Statement};
use std::collections::BTreeSet;

macro_rules! sql {
    ($file:literal) => {
        include_str!(concat!("catalog/", $file, ".sql"))
    };
}

/// The queries of one reading.
pub(super) fn queries(flavour: Flavour) -> Vec<Query> {
    let own: [(&'static str, &'static str); 5] = match flavour {
        Flavour::Mysql => [
            ("tables", sql!("mysql_tables")),
            ("columns", sql!("mysql_columns")),
            ("indexes", sql!("mysql_indexes")),
            ("checks", sql!("mysql_checks")),
            ("views", sql!("mysql_views")),
        ],
        Flavour::Mariadb => [
            ("tables", sql!("mariadb_tables")),
            ("columns", sql!("mariadb_columns")),
            ("indexes", sql!("mariadb_indexes")),
            ("checks", sql!("mariadb_checks")),
            ("views", sql!("mariadb_views")),
        ],
    };
    let shared = [
        ("foreign_keys", sql!("foreign_keys")),
        ("partitions", sql!("partitions")),
        ("triggers", sql!("triggers")),
        ("routines", sql!("routines")),
        ("parameters", sql!("parameters")),
        ("events", sql!("events")),
    ];
    own.into_iter()
        .chain(shared)
        .map(|(name, sql)| Query {
            name,
            statement: Statement::new(sql),
        })
        .collect()
}

/// How many objects are asked for their prints at once: one round trip each.
const PRINTS_AT_ONCE: usize = 100;

/// The prints of what no catalog says: `ALGORITHM` of views on `MySQL` (8.4 manual, 28.3.48; `MariaDB`
/// has it in `VIEWS`), and whether what looks like a check is a period on `MariaDB` (knowledge base,
/// "Application-Time Periods"; there is `PERIODS` from 11.4 on).
pub(super) fn prints(flavour: Flavour, catalogs: &Catalogs) -> Result<Vec<Query>, DecodeError> {
    let rows = |query: &str| catalogs.get(query).into_iter().flat_map(Rows::iter);
    let mut statements = BTreeSet::new();
    match flavour {
        Flavour::Mysql => {
            // A view whose text is hidden is not asked for, since that is refused.
            for row in rows("views").filter(|row| row.opt("body").is_some_and(|it| !it.is_empty()))
            {
                statements.insert(format!("SHOW CREATE VIEW {}", quote(row.text("name")?)));
            }
        }
        Flavour::Mariadb => {
            for row in rows("checks").filter(|row| row.opt("expression").is_some_and(is_a_span)) {
                let table = quote(row.text("table_name")?);
                statements.insert(format!("SHOW CREATE TABLE {table}"));
            }
        }
    }
    let statements: Vec<String> = statements.into_iter().collect();
    let batches = statements.chunks(PRINTS_AT_ONCE);
    Ok(batches
        .map(|batch| Query {
            name: "prints",
            statement: Statement::new(batch.join("; ")),
        })
        .collect())
}

/// Whether a condition says that one column is before another one, and nothing else.
fn is_a_span(expression: &str) -> bool {
    let column = |text: &str| text.starts_with('`') && text.ends_with('`');
    expression
        .split_once(" < ")
        .is_some_and(|(from, to)| column(from) && column(to))
}
