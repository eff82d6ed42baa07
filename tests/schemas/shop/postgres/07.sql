-- Who sees which order: policies by command, and statistics by month, which need another key.
-- part orders
CREATE TABLE shop.orders (
  id bigserial PRIMARY KEY,
  customer bigint NOT NULL REFERENCES shop.customers ON DELETE RESTRICT,
  state shop.status NOT NULL DEFAULT 'new',
  total shop.money2,
  invoice bigint DEFAULT nextval('shop.invoice') CONSTRAINT invoice_once UNIQUE,
  note text,
  during tstzrange,
  coupon varchar(16) CONSTRAINT orders_coupon REFERENCES shop.coupons (code) ON DELETE SET NULL,
  placed date NOT NULL DEFAULT DATE '2024-01-01',
  EXCLUDE USING gist (during WITH &&)
);
CREATE INDEX ON shop.orders (customer, state) WHERE state <> 'sent';
CREATE INDEX orders_placed ON shop.orders USING brin (placed);
CREATE STATISTICS shop.st (dependencies, ndistinct) ON customer, state FROM shop.orders;
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.orders FOR SELECT USING (customer > 0 AND state <> 'returned');
CREATE POLICY dated ON shop.orders AS RESTRICTIVE FOR INSERT WITH CHECK (placed <= CURRENT_DATE);
-- part stats
CREATE MATERIALIZED VIEW shop.stats AS
  SELECT state, date_trunc('month', placed::timestamp) AS month, count(*) AS n FROM shop.orders GROUP BY 1, 2;
CREATE UNIQUE INDEX stats_state ON shop.stats (state, month);
COMMENT ON MATERIALIZED VIEW shop.stats IS 'refreshed at night';
