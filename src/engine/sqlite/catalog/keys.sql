-- How many foreign keys SQLite itself finds in every plain table: a check on the reading of its text.
SELECT s.name AS table_name,
       CAST(count(DISTINCT f.id) AS TEXT) AS foreign_keys
FROM main.sqlite_schema AS s
JOIN pragma_foreign_key_list(s.name, 'main') AS f
WHERE s.type = 'table' AND s.sql LIKE 'CREATE TABLE%'
GROUP BY s.name
