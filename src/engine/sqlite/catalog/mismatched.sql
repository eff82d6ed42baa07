-- Foreign keys that SQLite itself cannot look up, because their parent's columns are no key of it
-- (foreignkeys.html, section 3, "DML errors"). A parent that is not there is no such error.
SELECT k.child AS child, k.parent AS parent, k.columns AS columns
FROM (SELECT s.name AS child, f."table" AS parent, count(*) AS width, max(f."to" IS NULL) AS implied,
             group_concat(lower(f."to"), char(10) ORDER BY lower(f."to")) AS columns
      FROM main.sqlite_schema AS s
      JOIN pragma_foreign_key_list(s.name, 'main') AS f
      WHERE s.type = 'table' AND s.sql LIKE 'CREATE TABLE%'
      GROUP BY s.name, f.id) AS k
JOIN main.sqlite_schema AS p ON p.name = k.parent COLLATE NOCASE AND p.type IN ('table', 'view')
WHERE p.type = 'view'
   OR (k.implied AND k.width <> (SELECT count(*) FROM pragma_table_info(p.name, 'main') AS c WHERE c.pk > 0))
   OR (NOT k.implied
       AND k.columns IS NOT (SELECT group_concat(lower(c.name), char(10) ORDER BY lower(c.name))
                             FROM pragma_table_info(p.name, 'main') AS c WHERE c.pk > 0)
       AND NOT EXISTS (SELECT 1 FROM pragma_index_list(p.name, 'main') AS i
                       WHERE i."unique" AND NOT i.partial
                         AND k.columns = (SELECT group_concat(lower(x.name), char(10) ORDER BY lower(x.name))
                                          FROM pragma_index_info(i.name, 'main') AS x)))
