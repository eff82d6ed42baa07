-- Coupons: a new table, a column that refers to it, and an index for the statistics page.
-- part coupons before orders
CREATE TABLE shop.coupons (
  code varchar(16) PRIMARY KEY,
  percent smallint NOT NULL CONSTRAINT percent_in_range CHECK (percent BETWEEN 1 AND 90),
  until date,
  created timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE shop.coupons IS 'what customers type at the till';
-- part orders
CREATE TABLE shop.orders (
  id serial PRIMARY KEY,
  customer bigint NOT NULL REFERENCES shop.customers ON DELETE CASCADE,
  state shop.status NOT NULL DEFAULT 'new',
  total shop.money2,
  invoice int DEFAULT nextval('shop.invoice'),
  note text,
  during tstzrange,
  coupon varchar(16) CONSTRAINT orders_coupon REFERENCES shop.coupons (code) ON DELETE SET NULL,
  EXCLUDE USING gist (during WITH &&)
);
CREATE INDEX ON shop.orders (customer, state) WHERE state <> 'sent';
CREATE INDEX orders_coupon ON shop.orders (coupon) WHERE coupon IS NOT NULL;
CREATE STATISTICS shop.st (dependencies) ON customer, state FROM shop.orders;
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.orders USING (customer > 0);
