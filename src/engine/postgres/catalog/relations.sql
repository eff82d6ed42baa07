-- Tables and foreign tables (54.11 pg_class).
-- `digest` describes what is not modelled; `fragile` says why a table is not understood. A partition
-- is as well understood as its parent is.
SELECT c.oid::text AS oid, n.nspname::text AS schema, c.relname::text AS name,
  c.relkind::text AS kind, c.relpersistence::text AS persistence,
  pg_catalog.to_jsonb(c.reloptions)::text AS options,
  (SELECT pg_catalog.to_jsonb(pg_catalog.array_agg('toast.' || o ORDER BY o))::text
     FROM pg_catalog.pg_class t, pg_catalog.unnest(t.reloptions) o
     WHERE t.oid = c.reltoastrelid) AS toast_options,
  ts.spcname::text AS tablespace,
  CASE WHEN am.amname <> 'heap' THEN am.amname::text END AS method,
  c.relrowsecurity::text AS row_security, c.relforcerowsecurity::text AS force_row_security,
  c.relreplident::text AS replica_identity,
  (SELECT ic.relname::text FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
     WHERE i.indrelid = c.oid AND i.indisreplident) AS replica_index,
  pg_catalog.obj_description(c.oid, 'pg_class') AS comment,
  CASE WHEN c.relkind = 'p' THEN pg_catalog.pg_get_partkeydef(c.oid) END AS partition_key,
  pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound, h.inhparent::text AS parent_oid,
  pn.nspname::text AS parent_schema, pc.relname::text AS parent,
  coalesce(pg_catalog.to_jsonb(h) ->> 'inhdetachpending', 'false') AS detaching,
  CASE WHEN c.relkind = 'f' THEN 'it is a foreign table'
    WHEN c.reloftype <> 0 THEN 'it is a typed table'
    WHEN f.inherits THEN 'it inherits or is inherited from' END AS fragile,
  CASE WHEN c.relkind = 'f' OR c.reloftype <> 0 OR f.inherits OR pc.reloftype <> 0
      OR pc.relnamespace <> c.relnamespace
    THEN pg_catalog.concat_ws(E'\n',
      pg_catalog.pg_get_partkeydef(c.oid), pg_catalog.pg_get_expr(c.relpartbound, c.oid),
      (SELECT pg_catalog.string_agg(i.inhparent::pg_catalog.regclass::text, ',' ORDER BY i.inhseqno)
         FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid),
      (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', pg_catalog.quote_ident(a.attname),
           pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull::text,
           pg_catalog.pg_get_expr(d.adbin, d.adrelid)), E'\n' ORDER BY a.attname)
         FROM pg_catalog.pg_attribute a LEFT JOIN pg_catalog.pg_attrdef d
           ON d.adrelid = a.attrelid AND d.adnum = a.attnum
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
      (SELECT pg_catalog.string_agg(pg_catalog.pg_get_constraintdef(k.oid), E'\n' ORDER BY k.conname)
         FROM pg_catalog.pg_constraint k WHERE k.conrelid = c.oid),
      (SELECT pg_catalog.string_agg(pg_catalog.pg_get_indexdef(i.indexrelid), E'\n' ORDER BY i.indexrelid::pg_catalog.regclass::text)
         FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid)) END AS digest
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
LEFT JOIN pg_catalog.pg_inherits h ON c.relispartition AND h.inhrelid = c.oid
LEFT JOIN pg_catalog.pg_class pc ON pc.oid = h.inhparent
LEFT JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace
CROSS JOIN LATERAL (SELECT c.relkind = 'r' AND NOT c.relispartition AND EXISTS (SELECT 1
  FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid OR i.inhparent = c.oid) AS inherits) f
WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND {namespaces}
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend e
    WHERE e.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND e.objid = c.oid AND e.deptype = 'e')
ORDER BY 2, 3
