//! Facts about all tables at once.

use super::version::Flavour;
use crate::engine::question::Census;
use crate::engine::statement::Statement;

/// One statement for each kind of fact.
pub(super) fn statement(flavour: Flavour, census: Census) -> Option<Statement> {
    match (census, flavour) {
        (Census::Counters, _) => Some(counters()),
        (Census::RowVersions, Flavour::Mysql) => Some(row_versions()),
        // A column comes and goes without a count (knowledge base, "InnoDB Online DDL Operations with
        // ALGORITHM=INSTANT").
        (Census::RowVersions, Flavour::Mariadb) => None,
    }
}

/// The next number of each counting column. `MySQL` would cache it for a day (8.4 manual, 28.3.38
/// `TABLES`); the session's `information_schema_stats_expiry` is 0, so that it does not.
fn counters() -> Statement {
    Statement::new(
        "SELECT '' AS `namespace`, t.TABLE_NAME AS `name`, c.COLUMN_NAME AS `part`, \
         CAST(t.AUTO_INCREMENT AS CHAR) AS `value` FROM information_schema.TABLES t \
         JOIN information_schema.COLUMNS c \
         ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME \
         WHERE t.TABLE_SCHEMA = DATABASE() AND t.AUTO_INCREMENT IS NOT NULL \
         AND c.EXTRA LIKE '%auto_increment%'",
    )
}

/// `TOTAL_ROW_VERSIONS` (9.7 manual, 28.4.23 `INNODB_TABLES`), for an account with `PROCESS`. Names
/// are those of files there (11.2.4 "Mapping of Identifiers to File Names"): one with other characters
/// than letters, digits and `_` is not found, and is not known. Each partition has a row of its own.
fn row_versions() -> Statement {
    Statement::new(
        "SELECT '' AS `namespace`, \
         SUBSTRING_INDEX(SUBSTRING_INDEX(i.NAME, '/', -1), '#', 1) AS `name`, '' AS `part`, \
         CAST(MAX(i.TOTAL_ROW_VERSIONS) AS CHAR) AS `value` \
         FROM information_schema.INNODB_TABLES i WHERE SUBSTRING_INDEX(i.NAME, '/', 1) = DATABASE() \
         AND i.TOTAL_ROW_VERSIONS > 0 GROUP BY `name`",
    )
}
