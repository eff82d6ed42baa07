-- Namespaces that are neither the system's, nor ours, nor an extension's (54.32 pg_namespace).
SELECT n.nspname::text AS schema
FROM pg_catalog.pg_namespace n
WHERE {namespaces}
ORDER BY 1
