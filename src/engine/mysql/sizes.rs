//! Sizes and estimated rows.

use crate::engine::statement::Statement;

/// Sizes are those of the pages that the storage engine holds for a table and its indexes; rows are
/// exact for some storage engines and rough for `InnoDB` (`MySQL` 8.4 manual, 28.3.38 "The
/// `INFORMATION_SCHEMA` `TABLES` Table"; `MariaDB` knowledge base, "Information Schema TABLES
/// Table"). `InnoDB` brings its statistics up to date when about a tenth of a table has changed,
/// some seconds later (8.4 manual, 17.8.10.1). `MySQL` would cache them for a day besides; the
/// session's `information_schema_stats_expiry` is 0, so that it does not (10.2.3).
pub(super) fn sizes() -> Statement {
    Statement::new(
        "SELECT '' AS `schema`, t.TABLE_NAME AS `name`, COALESCE(t.DATA_LENGTH, 0) AS `data`, \
         COALESCE(t.INDEX_LENGTH, 0) AS `indexes`, \
         COALESCE(t.DATA_LENGTH, 0) + COALESCE(t.INDEX_LENGTH, 0) AS `total`, \
         t.TABLE_ROWS AS `rows` \
         FROM information_schema.TABLES t WHERE t.TABLE_SCHEMA = DATABASE() \
         AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') \
         UNION ALL SELECT NULL, NULL, NULL, NULL, \
         COALESCE(SUM(COALESCE(d.DATA_LENGTH, 0) + COALESCE(d.INDEX_LENGTH, 0)), 0), NULL \
         FROM information_schema.TABLES d WHERE d.TABLE_SCHEMA = DATABASE()",
    )
}
