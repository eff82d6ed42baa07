-- What a domain's NOT NULL is called is read where somebody gave it a name (18).
-- Objects beside tables that are printed whole, one row each: the statement that makes it, what others
-- may lean on (`face`), what is altered apart (`attributes`), the statements for owner and grants.
-- `class` and `oid` name it in pg_depend (54.18 pg_depend).
WITH found(kind, schema, name, part, class, oid, host, source, definition, digest, face, attributes, noun, acl, owner) AS (
SELECT 'sequence', n.nspname::text, c.relname::text, '', 'pg_class', c.oid, NULL::text, NULL::text,
  pg_catalog.format('CREATE %sSEQUENCE %I.%I', CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, n.nspname, c.relname),
  NULL::text, NULL::jsonb,
  pg_catalog.jsonb_build_object(
    'SequenceOptions', pg_catalog.format('AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s %sCYCLE',
      pg_catalog.format_type(q.seqtypid, NULL), q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache,
      CASE WHEN q.seqcycle THEN '' ELSE 'NO ' END),
    'OwnedBy', (SELECT pg_catalog.format('%I.%I.%I', tn.nspname, t.relname, a.attname)
       FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_class t ON t.oid = o.refobjid
       JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
       JOIN pg_catalog.pg_attribute a ON a.attrelid = t.oid AND a.attnum = o.refobjsubid
       WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.objid = c.oid
         AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.deptype = 'a' AND o.refobjsubid > 0 LIMIT 1)),
  pg_catalog.format('SEQUENCE %I.%I', n.nspname, c.relname), c.relacl, c.relowner
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_sequence q ON q.seqrelid = c.oid
WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND {namespaces}
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend o WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
    AND o.objid = c.oid AND o.deptype IN ('i', 'e'))
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend o JOIN pg_catalog.pg_attrdef d ON d.adrelid = o.refobjid AND d.adnum = o.refobjsubid
    JOIN pg_catalog.pg_depend r ON r.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND r.objid = d.oid
      AND r.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND r.refobjid = c.oid
    WHERE o.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.objid = c.oid
      AND o.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND o.deptype = 'a' AND o.refobjsubid > 0)
UNION ALL
SELECT CASE c.relkind WHEN 'v' THEN 'view' ELSE 'materialized view' END, n.nspname::text, c.relname::text, '',
  'pg_class', c.oid, NULL, NULL,
  pg_catalog.format(E'CREATE %sVIEW %I.%I%s%s AS\n%s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, n.nspname, c.relname,
    CASE WHEN c.relkind = 'm' AND am.amname <> 'heap' THEN pg_catalog.format(' USING %I', am.amname) ELSE '' END,
    (SELECT ' WITH (' || pg_catalog.string_agg(o, ', ' ORDER BY o) || ')' FROM pg_catalog.unnest(c.reloptions) o),
    pg_catalog.rtrim(pg_catalog.pg_get_viewdef(c.oid, false), ';')),
  NULL,
  (SELECT pg_catalog.jsonb_agg(pg_catalog.concat_ws(' ', pg_catalog.quote_ident(a.attname),
       pg_catalog.format_type(a.atttypid, a.atttypmod), 'COLLATE ' || nullif(a.attcollation, 0)::pg_catalog.regcollation::text) ORDER BY a.attnum)
     FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
  pg_catalog.jsonb_build_object('ColumnComments', (SELECT pg_catalog.jsonb_object_agg(a.attname, d.description ORDER BY a.attname)::text
     FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_description d ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
       AND d.objoid = c.oid AND d.objsubid = a.attnum
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped),
    'ColumnDefaults', (SELECT pg_catalog.jsonb_object_agg(a.attname, pg_catalog.pg_get_expr(d.adbin, d.adrelid) ORDER BY a.attname)::text
     FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE a.attrelid = c.oid AND c.relkind = 'v')),
  pg_catalog.format('%sVIEW %I.%I', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, n.nspname, c.relname), c.relacl, c.relowner
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND {namespaces}
UNION ALL
SELECT 'composite type', n.nspname::text, c.relname::text, '', 'pg_class', c.oid, NULL, NULL,
  pg_catalog.format('CREATE TYPE %I.%I AS (%s)', n.nspname, c.relname, f.list), NULL, f.face,
  pg_catalog.jsonb_build_object('ColumnComments', f.comments::text, 'Comment', pg_catalog.obj_description(c.reltype, 'pg_type')),
  pg_catalog.format('TYPE %I.%I', n.nspname, c.relname), ty.typacl, c.relowner
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
JOIN pg_catalog.pg_type ty ON ty.oid = c.reltype
CROSS JOIN LATERAL (
  SELECT pg_catalog.string_agg(a.line, ', ' ORDER BY a.attnum) AS list, pg_catalog.jsonb_agg(a.line ORDER BY a.attnum) AS face,
    pg_catalog.jsonb_object_agg(a.attname, a.description ORDER BY a.attname) FILTER (WHERE a.description IS NOT NULL) AS comments
  FROM (SELECT a.attnum, a.attname, pg_catalog.col_description(c.oid, a.attnum) AS description,
      pg_catalog.quote_ident(a.attname) || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod)
      || CASE WHEN a.attcollation <> at.typcollation THEN
           (SELECT pg_catalog.format(' COLLATE %I.%I', cn.nspname, co.collname)
              FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
              WHERE co.oid = a.attcollation) ELSE '' END AS line
    FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type at ON at.oid = a.atttypid
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) a) f
WHERE c.relkind = 'c' AND {namespaces}
UNION ALL
SELECT CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' ELSE 'range type' END,
  n.nspname::text, t.typname::text, '', 'pg_type', t.oid, NULL, NULL,
  CASE t.typtype WHEN 'e' THEN pg_catalog.format('CREATE TYPE %I.%I AS ENUM (%s)', n.nspname, t.typname,
      coalesce((SELECT pg_catalog.string_agg(pg_catalog.quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder)
         FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid), ''))
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
         WHERE co.oid = t.typcollation AND t.typcollation <> b.typcollation)) END,
  NULL,
  CASE t.typtype WHEN 'e' THEN (SELECT pg_catalog.jsonb_agg(e.enumlabel ORDER BY e.enumsortorder)
      FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid)
    WHEN 'd' THEN pg_catalog.jsonb_build_array(pg_catalog.format_type(t.typbasetype, t.typtypmod)) END,
  pg_catalog.jsonb_build_object('ValueDefault', CASE t.typtype WHEN 'd' THEN pg_catalog.pg_get_expr(t.typdefaultbin, 0) END,
    'ValueNotNull', CASE WHEN t.typtype = 'd' AND t.typnotnull THEN coalesce((SELECT k.conname::text FROM pg_catalog.pg_constraint k
      WHERE k.contypid = t.oid AND k.contype = 'n' AND NOT (pg_catalog.starts_with(k.conname, t.typname || '_not_null')
        AND pg_catalog.substr(k.conname, pg_catalog.length(t.typname || '_not_null') + 1) ~ '^[0-9]*$')), 'true') END),
  pg_catalog.format('%s %I.%I', CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, n.nspname, t.typname), t.typacl, t.typowner
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE t.typtype IN ('e', 'd', 'r') AND t.typisdefined AND {namespaces}
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_range r WHERE r.rngtypid = t.oid AND r.rngcanonical <> 0)
UNION ALL
SELECT 'domain constraint', n.nspname::text, t.typname::text, k.conname::text, 'pg_constraint', k.oid, NULL, NULL,
  pg_catalog.format('ALTER DOMAIN %I.%I ADD CONSTRAINT %I %s', n.nspname, t.typname, k.conname, pg_catalog.pg_get_constraintdef(k.oid)),
  NULL, NULL, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_type t ON t.oid = k.contypid
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE k.contype = 'c' AND {namespaces}
UNION ALL
SELECT CASE p.prokind WHEN 'p' THEN 'procedure' ELSE 'function' END, n.nspname::text,
  p.proname || '(' || s.types || ')', '',
  'pg_proc', p.oid, NULL, p.prosrc, pg_catalog.pg_get_functiondef(p.oid), NULL,
  pg_catalog.jsonb_build_array(p.prokind::text, coalesce(pg_catalog.pg_get_function_result(p.oid), ''), pg_catalog.pg_get_function_arguments(p.oid)), NULL,
  pg_catalog.format('%s %I.%I(%s)', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, p.proname, s.types), p.proacl, p.proowner
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
-- A routine is known by its name and the types it takes (54.39 pg_proc, the index pg_proc_proname_args_nsp_index).
CROSS JOIN LATERAL (SELECT coalesce(pg_catalog.string_agg(pg_catalog.format_type(a.type, NULL), ', ' ORDER BY a.at), '') AS types
  FROM pg_catalog.unnest(p.proargtypes) WITH ORDINALITY a(type, at)) s
WHERE p.prokind <> 'a' AND {namespaces}
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend o WHERE o.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
    AND o.objid = p.oid AND o.deptype = 'i')
UNION ALL
SELECT 'trigger', n.nspname::text, c.relname::text, t.tgname::text, 'pg_trigger', t.oid, c.relname::text,
  (SELECT p.prosrc FROM pg_catalog.pg_proc p WHERE p.oid = t.tgfoid), pg_catalog.pg_get_triggerdef(t.oid, false), NULL, NULL,
  pg_catalog.jsonb_build_object('State', CASE t.tgenabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' END),
  NULL, NULL, NULL
FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE NOT t.tgisinternal AND coalesce(pg_catalog.to_jsonb(t) ->> 'tgparentid', '0') = '0' AND {namespaces}
UNION ALL
SELECT 'rule', n.nspname::text, c.relname::text, r.rulename::text, 'pg_rewrite', r.oid, c.relname::text, NULL,
  pg_catalog.rtrim(pg_catalog.pg_get_ruledef(r.oid, false), ';'), NULL, NULL,
  pg_catalog.jsonb_build_object('State', CASE r.ev_enabled WHEN 'D' THEN 'DISABLE' WHEN 'R' THEN 'ENABLE REPLICA' WHEN 'A' THEN 'ENABLE ALWAYS' END),
  NULL, NULL, NULL
FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE r.rulename <> '_RETURN' AND {namespaces}
UNION ALL
SELECT 'policy', n.nspname::text, c.relname::text, p.polname::text, 'pg_policy', p.oid, c.relname::text, NULL,
  pg_catalog.concat_ws(' ', pg_catalog.format('CREATE POLICY %I ON %I.%I AS %s FOR %s TO %s', p.polname, n.nspname, c.relname,
      CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
      CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
      (SELECT pg_catalog.string_agg(CASE WHEN u.role = 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(u.role)) END, ', ' ORDER BY 1)
         FROM pg_catalog.unnest(p.polroles) u(role))),
    'USING (' || pg_catalog.pg_get_expr(p.polqual, p.polrelid) || ')',
    'WITH CHECK (' || pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) || ')'), NULL, NULL, NULL, NULL, NULL, NULL
FROM pg_catalog.pg_policy p JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE {namespaces}
UNION ALL
SELECT 'statistics', n.nspname::text, s.stxname::text, '', 'pg_statistic_ext', s.oid, c.relname::text, NULL,
  pg_catalog.pg_get_statisticsobjdef(s.oid), NULL, NULL, NULL,
  pg_catalog.format('STATISTICS %I.%I', n.nspname, s.stxname), NULL, s.stxowner
FROM pg_catalog.pg_statistic_ext s JOIN pg_catalog.pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_catalog.pg_class c ON c.oid = s.stxrelid WHERE {namespaces}
UNION ALL
SELECT 'collation', n.nspname::text, c.collname::text, '', 'pg_collation', c.oid, NULL, NULL,
  pg_catalog.format('CREATE COLLATION %I.%I (PROVIDER = %s, %s%s%s)', n.nspname, c.collname,
    CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
    CASE c.collprovider WHEN 'c' THEN pg_catalog.format('LC_COLLATE = %L, LC_CTYPE = %L', c.collcollate, c.collctype)
      ELSE pg_catalog.format('LOCALE = %L', coalesce(f.j ->> 'colllocale', f.j ->> 'colliculocale', c.collcollate)) END,
    CASE WHEN NOT c.collisdeterministic THEN ', DETERMINISTIC = false' ELSE '' END,
    ', RULES = ' || pg_catalog.quote_literal(f.j ->> 'collicurules')),
  (f.j - 'oid' - 'collname' - 'collnamespace' - 'collowner' - 'collversion')::text, NULL, NULL,
  pg_catalog.format('COLLATION %I.%I', n.nspname, c.collname), NULL, c.collowner
FROM pg_catalog.pg_collation c JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
CROSS JOIN LATERAL (SELECT pg_catalog.to_jsonb(c) AS j) f WHERE {namespaces}
UNION ALL
SELECT 'extension', '', e.extname::text, '', 'pg_extension', e.oid, NULL, NULL,
  pg_catalog.format('CREATE EXTENSION %I', e.extname)
    || CASE WHEN e.extrelocatable OR n.nspname = 'public' THEN pg_catalog.format(' WITH SCHEMA %I', n.nspname) ELSE '' END, NULL, NULL, NULL,
  NULL, NULL, NULL
FROM pg_catalog.pg_extension e JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql'
)
SELECT f.kind, f.schema, f.name, f.part, f.class, f.oid::text AS oid, f.host, f.source, f.definition, f.digest, f.face::text AS face,
  pg_catalog.jsonb_strip_nulls(pg_catalog.jsonb_build_object('Comment',
    CASE WHEN f.kind <> 'extension' THEN pg_catalog.obj_description(f.oid, f.class) END)
    || coalesce(pg_catalog.jsonb_strip_nulls(f.attributes), '{}'))::text AS attributes,
  (SELECT pg_catalog.jsonb_agg(x.statement ORDER BY x.rank, x.statement)::text FROM (
    SELECT 1 AS rank, pg_catalog.format('ALTER %s OWNER TO %I', f.noun, pg_catalog.pg_get_userbyid(f.owner)) AS statement
      WHERE f.owner <> (SELECT u.oid FROM pg_catalog.pg_roles u WHERE u.rolname = current_user)
    UNION ALL
    SELECT 2, pg_catalog.format('REVOKE ALL ON %s FROM PUBLIC', g.noun) WHERE f.acl IS NOT NULL
    UNION ALL
    SELECT 3, pg_catalog.format('GRANT %s ON %s TO %s%s', a.privilege_type, g.noun,
        CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END,
        CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
      FROM pg_catalog.aclexplode(f.acl) a WHERE a.grantee <> f.owner
    UNION ALL
    SELECT 4, pg_catalog.format('GRANT %s (%I) ON %s TO %s%s', a.privilege_type, t.attname, g.noun,
        CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END,
        CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
      FROM pg_catalog.pg_attribute t CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
      WHERE f.kind IN ('view', 'materialized view') AND t.attrelid = f.oid AND t.attacl IS NOT NULL AND a.grantee <> f.owner) x
   ) AS rights
FROM found f
CROSS JOIN LATERAL (SELECT pg_catalog.regexp_replace(f.noun, '^(MATERIALIZED )?VIEW', 'TABLE') AS noun) g
ORDER BY 1, 2, 3, 4
