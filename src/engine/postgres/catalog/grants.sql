-- Who may do what otherwise than by default, one row for each object (or column) and role. What initdb
-- or an extension gave (`pg_init_privs`, 54.26) is as good as the default. `by` is another role
-- than the owner where that one granted it (5.8 "Privileges": grant options).
WITH held(class, oid, schema, name, noun, attribute, acl, normal, owner, home_schema, home, home_column) AS (
SELECT 'pg_class', c.oid, n.nspname::text, c.relname::text,
  pg_catalog.format('%s %I.%I', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, n.nspname, c.relname),
  0::int2, c.relacl, coalesce(p.initprivs, pg_catalog.acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", c.relowner)), c.relowner,
  h.nspname::text, h.relname::text, h.attname::text
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_init_privs p ON p.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.objoid = c.oid AND p.objsubid = 0
LEFT JOIN LATERAL (SELECT hn.nspname, h.relname, a.attname FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_class h ON h.oid = d.refobjid JOIN pg_catalog.pg_namespace hn ON hn.oid = h.relnamespace
  JOIN pg_catalog.pg_attribute a ON a.attrelid = h.oid AND a.attnum = d.refobjsubid
  WHERE c.relkind = 'S' AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid
    AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0 LIMIT 1) h ON true
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relpersistence <> 't' AND c.relacl IS NOT NULL AND {namespaces}
UNION ALL
SELECT 'pg_class', c.oid, n.nspname::text, c.relname::text, pg_catalog.format('TABLE %I.%I', n.nspname, c.relname),
  a.attnum, a.attacl, coalesce(p.initprivs, pg_catalog.acldefault('c', c.relowner)), c.relowner, n.nspname::text, c.relname::text, a.attname::text
FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_init_privs p ON p.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.objoid = c.oid AND p.objsubid = a.attnum
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relpersistence <> 't' AND NOT a.attisdropped AND a.attacl IS NOT NULL AND {namespaces}
UNION ALL
SELECT 'pg_proc', f.oid, n.nspname::text, f.proname || '(' || s.types || ')',
  pg_catalog.format('%s %I.%I(%s)', CASE f.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, f.proname, s.types),
  0::int2, f.proacl, coalesce(p.initprivs, pg_catalog.acldefault('f', f.proowner)), f.proowner, NULL, NULL, NULL
FROM pg_catalog.pg_proc f JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace
CROSS JOIN LATERAL (SELECT coalesce(pg_catalog.string_agg(pg_catalog.format_type(a.type, NULL), ', ' ORDER BY a.at), '') AS types
  FROM pg_catalog.unnest(f.proargtypes) WITH ORDINALITY a(type, at)) s
LEFT JOIN pg_catalog.pg_init_privs p ON p.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.objoid = f.oid
WHERE f.proacl IS NOT NULL AND {namespaces}
UNION ALL
SELECT 'pg_type', t.oid, n.nspname::text, t.typname::text,
  pg_catalog.format('%s %I.%I', CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END, n.nspname, t.typname),
  0::int2, t.typacl, coalesce(p.initprivs, pg_catalog.acldefault('T', t.typowner)), t.typowner, NULL, NULL, NULL
FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
LEFT JOIN pg_catalog.pg_init_privs p ON p.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass AND p.objoid = t.oid
WHERE t.typacl IS NOT NULL AND {namespaces}
UNION ALL
SELECT 'pg_namespace', n.oid, '', n.nspname::text, pg_catalog.format('SCHEMA %I', n.nspname),
  0::int2, n.nspacl, coalesce(p.initprivs, pg_catalog.acldefault('n', n.nspowner)), n.nspowner, NULL, NULL, NULL
FROM pg_catalog.pg_namespace n
LEFT JOIN pg_catalog.pg_init_privs p ON p.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND p.objoid = n.oid
WHERE n.nspacl IS NOT NULL AND {namespaces}
), differs AS (
SELECT f.class, f.oid, f.attribute, g.grantee, g.grantor,
  pg_catalog.jsonb_agg(CASE WHEN g.held THEN '+' ELSE '-' END || g.privilege || CASE WHEN g.grantable THEN '*' ELSE '' END ORDER BY g.privilege) AS privileges
FROM held f CROSS JOIN LATERAL (
  SELECT coalesce(a.grantee, b.grantee) AS grantee, coalesce(a.grantor, f.owner) AS grantor,
    coalesce(a.privilege_type, b.privilege_type) AS privilege, coalesce(a.is_grantable, false) AS grantable, a.grantee IS NOT NULL AS held
  FROM pg_catalog.aclexplode(f.acl) a
  FULL JOIN pg_catalog.aclexplode(f.normal) b ON a.grantee = b.grantee AND a.privilege_type = b.privilege_type
  WHERE a.grantee IS NULL OR b.grantee IS NULL OR a.is_grantable AND NOT b.is_grantable) g
-- An owner has the option to grant whatever it holds, whether the list says so or not.
WHERE g.grantee <> f.owner OR NOT g.held
GROUP BY 1, 2, 3, 4, 5
)
SELECT f.class, f.oid::text AS oid, f.schema, f.name, f.noun, f.home_schema, f.home, f.home_column,
  CASE WHEN f.attribute > 0 THEN f.home_column END AS "column",
  CASE d.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(d.grantee)) END AS role,
  CASE WHEN d.grantee = f.owner THEN 'owner' WHEN d.grantor <> f.owner THEN pg_catalog.pg_get_userbyid(d.grantor)::text END AS by,
  d.privileges::text AS privileges
FROM differs d JOIN held f ON f.class = d.class AND f.oid = d.oid AND f.attribute = d.attribute
ORDER BY 3, 4, 5, 9, 10, 11
