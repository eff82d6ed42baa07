-- What leans on an enum, a domain or a composite type, in the server's words (54.18 pg_depend), with
-- the relation it is part of. Arrays stand for their elements.
-- A domain's own NOT NULL is a constraint since 18 and goes with it.
SELECT DISTINCT
  CASE WHEN c.oid IS NOT NULL THEN 'pg_class' ELSE 'pg_type' END AS used_class, coalesce(c.oid, el.oid, t.oid)::text AS used_oid,
  x.classid::pg_catalog.regclass::text AS class, x.objid::text AS oid,
  coalesce(ix.indrelid, ad.adrelid, k.conrelid, r.ev_class, CASE WHEN x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass THEN x.objid END)::text AS host,
  pg_catalog.pg_describe_object(x.classid, x.objid, x.objsubid) AS holder
FROM pg_catalog.pg_depend x
JOIN pg_catalog.pg_type t ON t.oid = x.refobjid
LEFT JOIN pg_catalog.pg_type el ON el.typarray = t.oid
LEFT JOIN pg_catalog.pg_class c ON c.oid = coalesce(el.typrelid, t.typrelid) AND c.relkind = 'c'
LEFT JOIN pg_catalog.pg_index ix ON x.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND ix.indexrelid = x.objid
LEFT JOIN pg_catalog.pg_attrdef ad ON x.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND ad.oid = x.objid
LEFT JOIN pg_catalog.pg_constraint k ON x.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.oid = x.objid
LEFT JOIN pg_catalog.pg_rewrite r ON x.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = x.objid
WHERE x.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND x.deptype IN ('n', 'a') AND x.refobjid >= 16384
  AND (coalesce(el.typtype, t.typtype) IN ('e', 'd') OR c.oid IS NOT NULL)
  AND NOT coalesce(k.contype = 'n' AND k.contypid <> 0, false)
ORDER BY 1, 2, 3, 4, 5, 6
