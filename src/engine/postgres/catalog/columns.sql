-- Columns of tables (54.7 pg_attribute). NOT NULL is a constraint with a name since 18 (contype 'n'); a
-- partition's that comes from its parent says nothing beyond the parent's. A serial column is one whose default reads a
-- sequence that it owns (8.1.4 "Serial Types"): deptype 'a' from the sequence to the column, and
-- the default depends on the sequence. Of the options only those a person can set are read (ALTER
-- TABLE, "SET (attribute_option = value)"): 15.20 keeps a `pg_attver` of its own beside them.
-- With a relation, pg_get_expr takes a lock on it and would wait for whoever holds it alone; a default
-- names no column, so it needs none (9.26.4 "System Catalog Information Functions"). The default of a
-- partition's column may read the sequence that the parent's column owns (`parent_sequence`); the
-- identity of a parent's column is no identity of the partition's, which has no sequence.
SELECT c.oid::text AS oid, a.attname::text AS name,
  pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
  a.attnotnull::text AS required,
  CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, 0)
    ELSE pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS expression,
  a.attgenerated::text AS generated,
  CASE WHEN c.relispartition AND s.oid IS NULL THEN '' ELSE a.attidentity::text END AS identity,
  (ty.typtype = 'd')::text AS domain,
  CASE WHEN a.attcollation <> ty.typcollation THEN
    (SELECT pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname)
       FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
       WHERE co.oid = a.attcollation) END AS collation,
  CASE WHEN a.attstorage <> ty.typstorage THEN
    CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'm' THEN 'MAIN'
      WHEN 'e' THEN 'EXTERNAL' ELSE 'EXTENDED' END END AS storage,
  CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
  CASE WHEN coalesce(a.attstattarget, -1) >= 0 THEN a.attstattarget::text END AS statistics,
  (SELECT pg_catalog.to_jsonb(pg_catalog.array_agg(o ORDER BY o))::text FROM pg_catalog.unnest(a.attoptions) o
     WHERE o ~ '^n_distinct(_inherited)?=') AS options,
  pg_catalog.col_description(c.oid, a.attnum) AS comment,
  (EXISTS (SELECT 1 FROM pg_catalog.pg_depend r
     WHERE r.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND r.objid = d.oid
       AND r.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND r.refobjid = s.oid))::text AS serial,
  (c.relispartition AND EXISTS (SELECT 1 FROM pg_catalog.pg_depend r
     JOIN pg_catalog.pg_depend o ON o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.objid = r.refobjid
       AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.deptype = 'a' AND o.refobjsubid > 0
     JOIN pg_catalog.pg_attribute oa ON oa.attrelid = o.refobjid AND oa.attnum = o.refobjsubid AND oa.attname = a.attname
     WHERE r.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND r.objid = d.oid
       AND r.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
       AND o.refobjid IN (SELECT t.relid FROM pg_catalog.pg_partition_ancestors(c.oid) t WHERE t.relid <> c.oid)))::text AS parent_sequence,
  pg_catalog.format_type(q.seqtypid, NULL) AS sequence_type,
  q.seqstart::text AS sequence_start, q.seqincrement::text AS sequence_increment,
  q.seqmin::text AS sequence_min, q.seqmax::text AS sequence_max,
  q.seqcache::text AS sequence_cache, q.seqcycle::text AS sequence_cycle,
  nn.conname::text AS not_null_name, nn.convalidated::text AS not_null_validated,
  nn.connoinherit::text AS not_null_no_inherit
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_catalog.pg_type ty ON ty.oid = a.atttypid
LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
LEFT JOIN LATERAL (
  SELECT sc.oid FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_class sc ON sc.oid = o.objid AND sc.relkind = 'S'
  WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND o.refobjid = c.oid AND o.refobjsubid = a.attnum AND o.deptype IN ('a', 'i')
  ORDER BY o.deptype DESC, sc.oid LIMIT 1) s ON true
LEFT JOIN pg_catalog.pg_sequence q ON q.seqrelid = s.oid
LEFT JOIN pg_catalog.pg_constraint nn ON nn.conrelid = c.oid AND nn.contype = 'n' AND nn.conkey = ARRAY[a.attnum]
  AND NOT (c.relispartition AND nn.coninhcount > 0)
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND {namespaces}
ORDER BY c.oid, a.attnum
