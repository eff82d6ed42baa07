-- Objects that belong to an extension (deptype 'e', 52.18 pg_depend): never listed by themselves.
SELECT e.classid::pg_catalog.regclass::text AS class, e.objid::text AS oid
FROM pg_catalog.pg_depend e
WHERE e.deptype = 'e'
