//! Sizes and numbers of rows.

use crate::engine::Statement;

/// Sizes are those of the pages of each b-tree at this moment, overflow pages included
/// (dbstat.html; the library that is built in has that table). A row is one cell of a leaf, or,
/// in a table `WITHOUT ROWID`, one cell of any page (fileformat2.html, section 1.6), so that the
/// number is exact. Every page is looked at once: on a large file this takes as long as reading it.
pub(super) fn sizes() -> Statement {
    Statement::new(
        "WITH trees AS MATERIALIZED (SELECT d.name AS name, sum(d.pgsize) AS bytes, \
         sum(CASE d.pagetype WHEN 'leaf' THEN d.ncell ELSE 0 END) AS leaves, \
         sum(CASE d.pagetype WHEN 'overflow' THEN 0 ELSE d.ncell END) AS cells \
         FROM dbstat AS d GROUP BY d.name), \
         sized AS (SELECT s.name AS name, own.bytes AS data, \
         (SELECT coalesce(sum(i.bytes), 0) FROM main.sqlite_schema AS x \
         JOIN trees AS i ON i.name = x.name WHERE x.type = 'index' AND x.tbl_name = s.name) AS indexes, \
         CASE WHEN l.wr THEN own.cells ELSE own.leaves END AS held \
         FROM main.sqlite_schema AS s JOIN trees AS own ON own.name = s.name \
         JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = s.name \
         WHERE s.type = 'table') \
         SELECT '' AS \"schema\", name, CAST(data AS TEXT) AS data, CAST(indexes AS TEXT) AS indexes, \
         CAST(data + indexes AS TEXT) AS total, CAST(held AS TEXT) AS rows FROM sized \
         UNION ALL SELECT NULL, NULL, NULL, NULL, CAST(c.page_count * z.page_size AS TEXT), NULL \
         FROM pragma_page_count AS c, pragma_page_size AS z",
    )
}
