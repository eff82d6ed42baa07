-- Every object of the file. pragma_table_list (3.37) tells shadow and virtual tables apart.
SELECT s.type AS type,
       s.name AS name,
       s.tbl_name AS tbl_name,
       s.sql AS sql,
       l.type AS kind
FROM main.sqlite_schema AS s
LEFT JOIN pragma_table_list AS l ON l.schema = 'main' AND l.name = s.name AND s.type = 'table'
WHERE s.name NOT LIKE 'sqlite\_%' ESCAPE '\'
ORDER BY s.rowid
