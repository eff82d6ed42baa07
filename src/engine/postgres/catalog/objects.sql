-- Everything else that a database holds, one row each, with the statement that makes it where one
-- can be printed, or a digest. `class` and `oid` name it in pg_depend.
WITH free_sequences AS (
  SELECT c.oid, c.relname, n.nspname, q.*, c.relpersistence,
    (SELECT o.refobjid FROM pg_catalog.pg_depend o WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
       AND o.objid = c.oid AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
       AND o.deptype = 'a' AND o.refobjsubid > 0 LIMIT 1) AS owner_table,
    (SELECT o.refobjsubid FROM pg_catalog.pg_depend o WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
       AND o.objid = c.oid AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
       AND o.deptype = 'a' AND o.refobjsubid > 0 LIMIT 1) AS owner_column
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_sequence q ON q.seqrelid = c.oid
  WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND {namespaces}
    AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend o WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
      AND o.objid = c.oid AND o.deptype IN ('i', 'e'))
)
SELECT 'sequence' AS kind, s.nspname::text AS schema, s.relname::text AS name,
  'pg_class' AS class, s.oid::text AS oid, NULL AS host, NULL AS source,
  pg_catalog.format('CREATE SEQUENCE %I.%I AS %s START %s INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s%s', s.nspname,
    s.relname, pg_catalog.format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
    CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END)
    || coalesce((SELECT pg_catalog.format(E';\nALTER SEQUENCE %I.%I OWNED BY %I.%I.%I', s.nspname, s.relname, tn.nspname, t.relname, a.attname)
         FROM pg_catalog.pg_class t JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
         JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = s.owner_column
         WHERE t.oid = s.owner_table), '') AS definition, NULL AS digest
FROM free_sequences s
WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_attrdef d JOIN pg_catalog.pg_depend r
    ON r.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND r.objid = d.oid
      AND r.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND r.refobjid = s.oid
    WHERE d.adrelid = s.owner_table AND d.adnum = s.owner_column)
UNION ALL
SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'base type' END,
  n.nspname::text, t.typname::text, 'pg_type', t.oid::text, NULL, NULL,
  CASE t.typtype WHEN 'e' THEN pg_catalog.format('CREATE TYPE %I.%I AS ENUM (%s)', n.nspname, t.typname,
      (SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
         FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid))
    WHEN 'r' THEN (SELECT pg_catalog.format('CREATE TYPE %I.%I AS RANGE (subtype = %s%s%s%s, multirange_type_name = %I.%I)',
        n.nspname, t.typname, pg_catalog.format_type(r.rngsubtype, NULL),
        CASE WHEN NOT oc.opcdefault THEN pg_catalog.format(', subtype_opclass = %I.%I', ocn.nspname, oc.opcname) END,
        CASE WHEN r.rngcollation <> b.typcollation THEN pg_catalog.format(', collation = %I.%I', cn.nspname, co.collname) END,
        CASE WHEN r.rngsubdiff <> 0 THEN ', subtype_diff = ' || r.rngsubdiff::pg_catalog.regproc::text END,
        mn.nspname, m.typname)
      FROM pg_catalog.pg_range r JOIN pg_catalog.pg_type b ON b.oid = r.rngsubtype
      JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace
      JOIN pg_catalog.pg_opclass oc ON oc.oid = r.rngsubopc JOIN pg_catalog.pg_namespace ocn ON ocn.oid = oc.opcnamespace
      LEFT JOIN pg_catalog.pg_collation co ON co.oid = r.rngcollation
      LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
      WHERE r.rngtypid = t.oid AND r.rngcanonical = 0)
    WHEN 'd' THEN pg_catalog.concat_ws(' ',
      pg_catalog.format('CREATE DOMAIN %I.%I AS %s', n.nspname, t.typname, pg_catalog.format_type(t.typbasetype, t.typtypmod)),
      (SELECT pg_catalog.format('COLLATE %I.%I', cn.nspname, co.collname)
         FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
         JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
         WHERE co.oid = t.typcollation AND t.typcollation <> b.typcollation),
      'DEFAULT ' || t.typdefault, CASE WHEN t.typnotnull THEN 'NOT NULL' END,
      (SELECT pg_catalog.string_agg(pg_catalog.format('CONSTRAINT %I %s', k.conname, pg_catalog.pg_get_constraintdef(k.oid)), ' ' ORDER BY k.conname)
         FROM pg_catalog.pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c')) END,
  t.typtype::text || coalesce(pg_catalog.format_type((SELECT r.rngsubtype FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid), NULL), '')
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype IN ('e', 'd', 'r', 'b') AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_type el WHERE el.typarray = t.oid)
  AND t.typisdefined AND {namespaces}
UNION ALL
SELECT CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
  n.nspname::text, p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',
  'pg_proc', p.oid::text, NULL, p.prosrc,
  CASE WHEN p.prokind <> 'a' THEN pg_catalog.pg_get_functiondef(p.oid) END,
  pg_catalog.pg_get_function_result(p.oid) || (SELECT pg_catalog.to_jsonb(g)::text FROM pg_catalog.pg_aggregate g WHERE g.aggfnoid = p.oid)
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE {namespaces}
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend o WHERE o.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    AND o.objid = p.oid AND o.deptype = 'i')
UNION ALL
SELECT 'trigger', n.nspname::text, c.relname || '.' || t.tgname, 'pg_trigger', t.oid::text, c.relname::text,
  (SELECT p.prosrc FROM pg_catalog.pg_proc p WHERE p.oid = t.tgfoid),
  pg_catalog.pg_get_triggerdef(t.oid, false) || CASE t.tgenabled WHEN 'O' THEN '' ELSE
    pg_catalog.format(E';\nALTER TABLE %I.%I %s TRIGGER %I', n.nspname, c.relname,
      CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, t.tgname) END, NULL
FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND coalesce(pg_catalog.to_jsonb(t) ->> 'tgparentid', '0') = '0' AND {namespaces}
UNION ALL
SELECT 'rule', n.nspname::text, c.relname || '.' || r.rulename, 'pg_rewrite', r.oid::text, c.relname::text, NULL,
  pg_catalog.pg_get_ruledef(r.oid, false), r.ev_enabled::text
FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE r.rulename <> '_RETURN' AND {namespaces}
UNION ALL
SELECT 'policy', n.nspname::text, c.relname || '.' || p.polname, 'pg_policy', p.oid::text, c.relname::text, NULL,
  pg_catalog.concat_ws(' ', pg_catalog.format('CREATE POLICY %I ON %I.%I AS %s FOR %s TO %s', p.polname, n.nspname, c.relname,
      CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
      CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
      (SELECT pg_catalog.string_agg(CASE WHEN u.role = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(u.role)) END, ', ' ORDER BY 1)
         FROM pg_catalog.unnest(p.polroles) u(role))),
    'USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
    'WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')'), NULL
FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE {namespaces}
UNION ALL
SELECT 'statistics', n.nspname::text, s.stxname::text, 'pg_statistic_ext', s.oid::text, c.relname::text, NULL,
  pg_catalog.pg_get_statisticsobjdef(s.oid), NULL
FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid WHERE {namespaces}
UNION ALL
SELECT 'collation', n.nspname::text, c.collname::text, 'pg_collation', c.oid::text, NULL, NULL,
  pg_catalog.format('CREATE COLLATION %I.%I (PROVIDER = %s, %s%s%s)', n.nspname, c.collname,
    CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
    CASE c.collprovider WHEN 'c' THEN pg_catalog.format('LC_COLLATE = %L, LC_CTYPE = %L', c.collcollate, c.collctype)
      ELSE pg_catalog.format('LOCALE = %L', coalesce(f.j ->> 'colllocale', f.j ->> 'colliculocale', c.collcollate)) END,
    CASE WHEN NOT c.collisdeterministic THEN ', DETERMINISTIC = false' ELSE '' END,
    ', RULES = ' || pg_catalog.quote_literal(f.j ->> 'collicurules')),
  (f.j - 'oid' - 'collnamespace' - 'collowner' - 'collversion')::text
FROM pg_catalog.pg_collation c JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(c) AS j) f WHERE {namespaces}
UNION ALL
SELECT 'operator', n.nspname::text, o.oprname || '(' || pg_catalog.format_type(o.oprleft, NULL) || ','
    || pg_catalog.format_type(o.oprright, NULL) || ')', 'pg_operator', o.oid::text, NULL, NULL, NULL,
  o.oprcode::text || o.oprrest::text || o.oprjoin::text || o.oprcanhash::text || o.oprcanmerge::text
FROM pg_catalog.pg_operator o JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace WHERE {namespaces}
UNION ALL
SELECT 'operator class', n.nspname::text, o.opcname || ' USING ' || am.amname, 'pg_opclass', o.oid::text, NULL, NULL, NULL,
  pg_catalog.format_type(o.opcintype, NULL) || o.opcdefault::text
FROM pg_catalog.pg_opclass o JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
JOIN pg_catalog.pg_am am ON am.oid = o.opcmethod WHERE {namespaces}
UNION ALL
SELECT 'text search configuration', n.nspname::text, t.cfgname::text, 'pg_ts_config', t.oid::text, NULL, NULL, NULL,
  (SELECT pg_catalog.string_agg(m.maptokentype::text || m.mapdict::pg_catalog.regdictionary::text, ',' ORDER BY m.maptokentype, m.mapseqno)
     FROM pg_catalog.pg_ts_config_map m WHERE m.mapcfg = t.oid)
FROM pg_catalog.pg_ts_config t JOIN pg_catalog.pg_namespace n ON n.oid = t.cfgnamespace WHERE {namespaces}
UNION ALL
SELECT 'text search dictionary', n.nspname::text, t.dictname::text, 'pg_ts_dict', t.oid::text, NULL, NULL, NULL, t.dictinitoption
FROM pg_catalog.pg_ts_dict t JOIN pg_catalog.pg_namespace n ON n.oid = t.dictnamespace WHERE {namespaces}
UNION ALL
SELECT 'extension', '', e.extname::text, 'pg_extension', e.oid::text, NULL, NULL,
  pg_catalog.format('CREATE EXTENSION %I', e.extname)
    || CASE WHEN e.extrelocatable OR n.nspname = 'public' THEN pg_catalog.format(' WITH SCHEMA %I', n.nspname) ELSE '' END, NULL
FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql'
UNION ALL
SELECT 'event trigger', '', e.evtname::text, 'pg_event_trigger', e.oid::text, NULL, NULL, NULL,
  pg_catalog.concat_ws(' ', e.evtevent, e.evtfoid::pg_catalog.regprocedure::text, e.evtenabled::text, e.evttags::text)
FROM pg_catalog.pg_event_trigger e
UNION ALL
SELECT 'publication', '', p.pubname::text, 'pg_publication', p.oid::text, NULL, NULL, NULL,
  (pg_catalog.to_jsonb(p) - 'oid' - 'pubowner')::text
    || coalesce((SELECT pg_catalog.string_agg(r.prrelid::pg_catalog.regclass::text, ',' ORDER BY 1)
         FROM pg_catalog.pg_publication_rel r WHERE r.prpubid = p.oid), '')
FROM pg_catalog.pg_publication p
UNION ALL
SELECT 'foreign server', '', f.srvname::text, 'pg_foreign_server', f.oid::text, NULL, NULL, NULL,
  pg_catalog.concat_ws(' ', f.srvtype, f.srvversion)
FROM pg_catalog.pg_foreign_server f
UNION ALL
SELECT 'foreign data wrapper', '', f.fdwname::text, 'pg_foreign_data_wrapper', f.oid::text, NULL, NULL, NULL,
  f.fdwhandler::pg_catalog.regproc::text
FROM pg_catalog.pg_foreign_data_wrapper f
ORDER BY 1, 2, 3
