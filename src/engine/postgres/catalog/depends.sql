-- Which relations, and which of their columns, an object leans on (54.18 pg_depend). A view leans
-- through its _RETURN rule; a routine may lean on a table's row type.
SELECT DISTINCT d.class, d.oid, n.nspname::text AS schema, c.relname::text AS "table", a.attname::text AS "column"
FROM (
  SELECT CASE WHEN r.oid IS NOT NULL AND r.rulename = '_RETURN' THEN 'pg_class' ELSE x.classid::pg_catalog.regclass::text END AS class,
    CASE WHEN r.oid IS NOT NULL AND r.rulename = '_RETURN' THEN r.ev_class::text ELSE x.objid::text END AS oid,
    CASE WHEN x.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass THEN
      (SELECT t.typrelid FROM pg_catalog.pg_type t WHERE t.oid = x.refobjid) ELSE x.refobjid END AS relation,
    CASE WHEN x.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass THEN 0 ELSE x.refobjsubid END AS num
  FROM pg_catalog.pg_depend x
  LEFT JOIN pg_catalog.pg_rewrite r ON x.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = x.objid
  WHERE x.deptype IN ('n', 'a', 'i')
    AND (x.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass OR x.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass)
    AND x.classid IN ('pg_catalog.pg_rewrite'::pg_catalog.regclass, 'pg_catalog.pg_trigger'::pg_catalog.regclass,
      'pg_catalog.pg_policy'::pg_catalog.regclass, 'pg_catalog.pg_proc'::pg_catalog.regclass,
      'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, 'pg_catalog.pg_publication_rel'::pg_catalog.regclass,
      'pg_catalog.pg_type'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass)
  UNION ALL
  SELECT 'pg_class', k.conrelid::text, k.confrelid, u.num
  FROM pg_catalog.pg_constraint k CROSS JOIN LATERAL pg_catalog.unnest(k.confkey) u(num) WHERE k.contype = 'f'
  UNION ALL
  SELECT 'pg_publication', p.prpubid::text, p.prrelid, 0 FROM pg_catalog.pg_publication_rel p
  UNION ALL
  SELECT 'pg_publication', p.prpubid::text, p.prrelid, u.num
  FROM pg_catalog.pg_publication_rel p
  CROSS JOIN LATERAL pg_catalog.regexp_split_to_table(coalesce(pg_catalog.to_jsonb(p) ->> 'prattrs', ''), ' ') s(num)
  CROSS JOIN LATERAL (SELECT nullif(pg_catalog.regexp_replace(s.num, '\D', '', 'g'), '')::int AS num) u
  WHERE u.num IS NOT NULL
  UNION ALL
  SELECT 'pg_class', i.inhrelid::text, i.inhparent, 0 FROM pg_catalog.pg_inherits i
) d
JOIN pg_catalog.pg_class c ON c.oid = d.relation AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.num AND d.num > 0
WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
ORDER BY 1, 2, 3, 4, 5
