-- Indexes that no constraint owns (54.26 pg_index); matview indexes carry their definition only
-- (printing it takes a lock on the index). One that is part of a parent's index is `inherited`.
SELECT c.oid::text AS oid, ic.oid::text AS index_oid, ic.relname::text AS name,
  n.nspname::text AS schema, c.relname::text AS "table", c.relkind::text AS table_kind,
  i.indisunique::text AS "unique", i.indisvalid::text AS valid, am.amname::text AS method,
  pg_catalog.pg_get_expr(i.indpred, i.indrelid) AS predicate,
  (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY u.at)
     FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY u(num, at)
     JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.num
     WHERE u.at > i.indnkeyatts) AS include,
  coalesce(pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct', 'false') AS nulls_not_distinct,
  pg_catalog.to_jsonb(ic.reloptions)::text AS options, ts.spcname::text AS tablespace,
  CASE WHEN c.relkind = 'm' THEN pg_catalog.pg_get_indexdef(i.indexrelid) END AS definition,
  pg_catalog.obj_description(ic.oid, 'pg_class') AS comment, ic.relispartition::text AS inherited
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_am am ON am.oid = ic.relam
LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND {namespaces}
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k
    WHERE k.conindid = ic.oid AND k.contype IN ('p', 'u', 'x'))
ORDER BY c.oid, ic.relname
