//! The catalog queries. Their number does not depend on the number of objects.
//!
//! Each file answers the same columns for both flavours, so that what reads them needs to know the
//! flavour only where the servers print a thing differently.

use super::version::Flavour;
use crate::engine::statement::{Query, Statement};

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
