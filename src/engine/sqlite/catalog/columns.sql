-- What SQLite itself makes of every plain table's columns; virtual tables may need modules that
-- are not there, and views tables that are not there.
SELECT s.name AS table_name,
       x.name AS name,
       CAST(x."notnull" AS TEXT) AS not_null,
       CAST(x.pk AS TEXT) AS pk,
       CAST(x.hidden AS TEXT) AS hidden
FROM main.sqlite_schema AS s
JOIN pragma_table_xinfo(s.name, 'main') AS x
WHERE s.type = 'table' AND s.sql LIKE 'CREATE TABLE%'
ORDER BY s.rowid, x.cid
