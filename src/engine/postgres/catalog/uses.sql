-- Which objects an object leans on besides relations (54.18 pg_depend): `class` and `oid` as in the
-- objects, `used_class` and `used_oid` likewise. Arrays stand for their elements, row types for
-- their composite types, rules that make views for the views.
SELECT DISTINCT
  CASE WHEN r.rulename = '_RETURN' THEN 'pg_class' ELSE x.classid::pg_catalog.regclass::text END AS class,
  CASE WHEN r.rulename = '_RETURN' THEN r.ev_class ELSE x.objid END::text AS oid,
  CASE WHEN c.oid IS NOT NULL THEN 'pg_class' ELSE x.refclassid::pg_catalog.regclass::text END AS used_class,
  coalesce(c.oid, el.oid, t.oid, x.refobjid)::text AS used_oid
FROM pg_catalog.pg_depend x
LEFT JOIN pg_catalog.pg_rewrite r ON x.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND r.oid = x.objid
LEFT JOIN pg_catalog.pg_type t ON x.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = x.refobjid
LEFT JOIN pg_catalog.pg_type el ON el.typarray = t.oid
LEFT JOIN pg_catalog.pg_class c ON c.oid = coalesce(el.typrelid, t.typrelid) AND c.relkind = 'c'
WHERE x.deptype IN ('n', 'a') AND x.refobjid >= 16384
  AND x.refclassid IN ('pg_catalog.pg_proc'::pg_catalog.regclass, 'pg_catalog.pg_type'::pg_catalog.regclass,
    'pg_catalog.pg_class'::pg_catalog.regclass, 'pg_catalog.pg_collation'::pg_catalog.regclass,
    'pg_catalog.pg_extension'::pg_catalog.regclass)
  AND x.classid IN ('pg_catalog.pg_rewrite'::pg_catalog.regclass, 'pg_catalog.pg_trigger'::pg_catalog.regclass,
    'pg_catalog.pg_policy'::pg_catalog.regclass, 'pg_catalog.pg_proc'::pg_catalog.regclass,
    'pg_catalog.pg_type'::pg_catalog.regclass, 'pg_catalog.pg_class'::pg_catalog.regclass,
    'pg_catalog.pg_constraint'::pg_catalog.regclass)
ORDER BY 1, 2, 3, 4
