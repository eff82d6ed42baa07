-- Constraints of tables (54.13 pg_constraint). Columns newer than 14 are read through JSON:
-- confdelsetcols 15, conenforced and conperiod 18, indnullsnotdistinct 15. NOT NULL constraints
-- (contype 'n', 18) are the columns' own. A partition's that come from its parent are `inherited`
-- (conparentid; checks by coninhcount); what a key that refers to a partitioned table keeps for each of
-- its partitions is part of that key.
SELECT c.oid::text AS oid, k.oid::text AS constraint_oid, k.conname::text AS name, k.contype::text AS kind,
  (SELECT pg_catalog.to_jsonb(pg_catalog.array_agg(a.attname::text ORDER BY u.at))::text
     FROM pg_catalog.unnest(k.conkey) WITH ORDINALITY u(num, at)
     JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num) AS columns,
  fn.nspname::text AS parent_schema, fc.relname::text AS parent,
  (SELECT pg_catalog.to_jsonb(pg_catalog.array_agg(a.attname::text ORDER BY u.at))::text
     FROM pg_catalog.unnest(k.confkey) WITH ORDINALITY u(num, at)
     JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.num) AS parent_columns,
  k.confupdtype::text AS on_update, k.confdeltype::text AS on_delete, k.confmatchtype::text AS match,
  (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY u.at)
     FROM pg_catalog.jsonb_array_elements_text(CASE pg_catalog.jsonb_typeof(j.k -> 'confdelsetcols')
       WHEN 'array' THEN j.k -> 'confdelsetcols' ELSE '[]' END) WITH ORDINALITY u(num, at)
     JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num::int) AS set_columns,
  k.condeferrable::text AS deferrable, k.condeferred::text AS deferred,
  k.convalidated::text AS validated, k.connoinherit::text AS no_inherit,
  coalesce(j.k ->> 'conenforced', 'true') AS enforced,
  coalesce(j.k ->> 'conperiod', 'false') AS period,
  CASE WHEN k.contype = 'c' THEN pg_catalog.pg_get_expr(k.conbin, k.conrelid) END AS expression,
  pg_catalog.pg_get_constraintdef(k.oid) AS definition,
  (SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ' ORDER BY u.at)
     FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY u(num, at)
     JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.num
     WHERE u.at > i.indnkeyatts) AS include,
  coalesce(pg_catalog.to_jsonb(i) ->> 'indnullsnotdistinct', 'false') AS nulls_not_distinct,
  CASE WHEN k.contype IN ('p', 'u') THEN pg_catalog.to_jsonb(ic.reloptions)::text END AS options,
  CASE WHEN k.contype IN ('p', 'u') THEN ts.spcname::text END AS tablespace,
  pg_catalog.obj_description(k.oid, 'pg_constraint') AS comment,
  (c.relispartition AND (k.conparentid <> 0 OR k.coninhcount > 0))::text AS inherited
FROM pg_catalog.pg_constraint k
JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(k) AS k) j
LEFT JOIN pg_catalog.pg_class fc ON fc.oid = k.confrelid
LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = fc.relnamespace
LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u')
LEFT JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
  AND {namespaces}
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint pk WHERE pk.oid = k.conparentid AND pk.conrelid = k.conrelid)
ORDER BY c.oid, k.conname
