-- The name is split for letters: two columns, and a generated one instead of the old spelling.
-- part customers
CREATE TABLE shop.customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  mail shop.email NOT NULL UNIQUE,
  name text NOT NULL DEFAULT '',
  created timestamptz NOT NULL DEFAULT now(),
  props hstore,
  given_name text NOT NULL DEFAULT '',
  family_name text NOT NULL DEFAULT '',
  sorted text GENERATED ALWAYS AS (lower(family_name || ' ' || given_name)) STORED
);
CREATE INDEX customers_sorted ON shop.customers (sorted text_pattern_ops);
CREATE RULE keep AS ON DELETE TO shop.customers DO INSTEAD NOTHING;
COMMENT ON COLUMN shop.customers.sorted IS 'for lists';
-- part per_customer
CREATE VIEW shop.per_customer AS SELECT c.id, c.sorted, c.name, shop.total(c.id) AS n FROM shop.customers c;
