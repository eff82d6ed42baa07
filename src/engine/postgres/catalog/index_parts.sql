-- Key parts of those indexes. Collation and operator class only where pg_get_indexdef prints them;
-- bit 1 of indoption is DESC, bit 2 NULLS FIRST (54.26 pg_index, "indoption"). Options that begin with `pg_` are the server's own.
SELECT i.indexrelid::text AS index_oid, a.attname::text AS "column", ia.attname::text AS label,
  CASE WHEN i.indkey[p.at] = 0 THEN pg_catalog.pg_get_indexdef(i.indexrelid, p.at + 1, false) END AS expression,
  CASE WHEN i.indcollation[p.at] <> 0 AND i.indcollation[p.at] <> coalesce(a.attcollation, 100) THEN
    (SELECT pg_catalog.quote_ident(cn.nspname) || '.' || pg_catalog.quote_ident(co.collname)
       FROM pg_catalog.pg_collation co JOIN pg_catalog.pg_namespace cn ON cn.oid = co.collnamespace
       WHERE co.oid = i.indcollation[p.at]) END AS collation,
  CASE WHEN NOT oc.opcdefault OR own.options IS NOT NULL THEN
    CASE WHEN ocn.nspname = 'pg_catalog' THEN '' ELSE pg_catalog.quote_ident(ocn.nspname) || '.' END
      || pg_catalog.quote_ident(oc.opcname)
      || coalesce(' (' || own.options || ')', '') END AS operator_class,
  (i.indoption[p.at] & 1)::text AS descending, (i.indoption[p.at] & 2)::text AS nulls_first
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL pg_catalog.generate_series(0, i.indnkeyatts - 1) p(at)
LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p.at] AND a.attnum <> 0
LEFT JOIN pg_catalog.pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = p.at + 1
CROSS JOIN LATERAL (SELECT pg_catalog.string_agg(o, ', ' ORDER BY o) AS options
  FROM pg_catalog.unnest(ia.attoptions) o WHERE o !~ '^pg_') own
JOIN pg_catalog.pg_opclass oc ON oc.oid = i.indclass[p.at]
JOIN pg_catalog.pg_namespace ocn ON ocn.oid = oc.opcnamespace
WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND {namespaces}
  AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k
    WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
ORDER BY i.indexrelid, p.at
