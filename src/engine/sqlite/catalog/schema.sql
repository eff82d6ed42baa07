-- Everything in one statement, so that all rows are of one moment.
--
-- part 'object': every object of the file; pragma_table_list (3.37) tells shadow and virtual tables
-- apart. part 'column': what SQLite itself makes of every plain table's columns; virtual tables may
-- need modules that are not there. part 'keys': how many foreign keys it finds in a plain table.
SELECT 'object' AS part,
       s.rowid AS a, 0 AS b,
       s.type AS type, s.name AS name, s.tbl_name AS tbl_name, s.sql AS sql, l.type AS kind,
       NULL AS not_null, NULL AS pk, NULL AS hidden, NULL AS foreign_keys
FROM main.sqlite_schema AS s
LEFT JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = s.name AND s.type = 'table'
WHERE s.name NOT LIKE 'sqlite\_%' ESCAPE '\'
UNION ALL
SELECT 'column',
       s.rowid, x.cid,
       NULL, x.name, s.name, NULL, NULL,
       CAST(x."notnull" AS TEXT), CAST(x.pk AS TEXT), CAST(x.hidden AS TEXT), NULL
FROM main.sqlite_schema AS s
JOIN pragma_table_xinfo(s.name, 'main') AS x
WHERE s.type = 'table' AND s.sql LIKE 'CREATE TABLE%'
UNION ALL
SELECT 'keys',
       s.rowid, 0,
       NULL, NULL, s.name, NULL, NULL,
       NULL, NULL, NULL, CAST(count(DISTINCT f.id) AS TEXT)
FROM main.sqlite_schema AS s
JOIN pragma_foreign_key_list(s.name, 'main') AS f
WHERE s.type = 'table' AND s.sql LIKE 'CREATE TABLE%'
GROUP BY s.rowid
ORDER BY a, b
