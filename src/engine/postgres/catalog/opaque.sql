-- Objects that are listed and not changed, one row each, with a digest that tells two of them apart.
-- `class` and `oid` name it in pg_depend.
SELECT 'aggregate' AS kind, n.nspname::text AS schema, p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')' AS name,
  'pg_proc' AS class, p.oid::text AS oid, NULL AS definition,
  pg_catalog.pg_get_function_result(p.oid) || (SELECT pg_catalog.to_jsonb(g)::text FROM pg_catalog.pg_aggregate g WHERE g.aggfnoid = p.oid) AS digest
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE p.prokind = 'a' AND {namespaces}
UNION ALL
SELECT CASE t.typtype WHEN 'r' THEN 'range type' ELSE 'base type' END, n.nspname::text, t.typname::text, 'pg_type', t.oid::text, NULL,
  t.typtype::text || coalesce(pg_catalog.format_type((SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid), NULL), '')
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.typisdefined AND {namespaces} AND (t.typtype = 'b' AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type el WHERE el.typarray = t.oid)
  OR EXISTS (SELECT 1 FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid AND r.rngcanonical <> 0))
UNION ALL
SELECT 'operator', n.nspname::text, o.oprname || '(' || pg_catalog.format_type(o.oprleft, NULL) || ','
    || pg_catalog.format_type(o.oprright, NULL) || ')', 'pg_operator', o.oid::text, NULL,
  o.oprcode::text || o.oprrest::text || o.oprjoin::text || o.oprcanhash::text || o.oprcanmerge::text
FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace WHERE {namespaces}
UNION ALL
SELECT 'operator class', n.nspname::text, o.opcname || ' USING ' || am.amname, 'pg_opclass', o.oid::text, NULL,
  pg_catalog.format_type(o.opcintype, NULL) || o.opcdefault::text
FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
JOIN pg_catalog.pg_am am ON am.oid = o.opcmethod WHERE {namespaces}
UNION ALL
SELECT 'text search configuration', n.nspname::text, t.cfgname::text, 'pg_ts_config', t.oid::text, NULL,
  (SELECT pg_catalog.string_agg(m.maptokentype::text || m.mapdict::pg_catalog.regdictionary::text, ',' ORDER BY m.maptokentype, m.mapseqno)
     FROM pg_catalog.pg_ts_config_map m WHERE m.mapcfg = t.oid)
FROM pg_catalog.pg_ts_config t JOIN pg_catalog.pg_namespace n ON n.oid = t.cfgnamespace WHERE {namespaces}
UNION ALL
SELECT 'text search dictionary', n.nspname::text, t.dictname::text, 'pg_ts_dict', t.oid::text, NULL, t.dictinitoption
FROM pg_catalog.pg_ts_dict t JOIN pg_catalog.pg_namespace n ON n.oid = t.dictnamespace WHERE {namespaces}
UNION ALL
SELECT 'event trigger', '', e.evtname::text, 'pg_event_trigger', e.oid::text, NULL,
  pg_catalog.concat_ws(' ', e.evtevent, e.evtfoid::pg_catalog.regprocedure::text, e.evtenabled::text, e.evttags::text)
FROM pg_catalog.pg_event_trigger e
UNION ALL
SELECT 'publication', '', p.pubname::text, 'pg_publication', p.oid::text, NULL,
  (pg_catalog.to_jsonb(p) - 'oid' - 'pubowner')::text
    || coalesce((SELECT pg_catalog.string_agg(r.prrelid::pg_catalog.regclass::text, ',' ORDER BY 1)
         FROM pg_catalog.pg_publication_rel r WHERE r.prpubid = p.oid), '')
FROM pg_catalog.pg_publication p
UNION ALL
SELECT 'foreign server', '', f.srvname::text, 'pg_foreign_server', f.oid::text, NULL,
  pg_catalog.concat_ws(' ', f.srvtype, f.srvversion)
FROM pg_catalog.pg_foreign_server f
UNION ALL
SELECT 'foreign data wrapper', '', f.fdwname::text, 'pg_foreign_data_wrapper', f.oid::text, NULL,
  f.fdwhandler::pg_catalog.regproc::text
FROM pg_catalog.pg_foreign_data_wrapper f
ORDER BY 1, 2, 3
