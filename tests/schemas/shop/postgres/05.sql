-- Many orders: the key outgrows int, with the column that refers to it and the views that read both.
-- part orders
CREATE TABLE shop.orders (
  id bigserial PRIMARY KEY,
  customer bigint NOT NULL REFERENCES shop.customers ON DELETE CASCADE,
  state shop.status NOT NULL DEFAULT 'new',
  total shop.money2,
  invoice bigint DEFAULT nextval('shop.invoice'),
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
-- part lines
CREATE TABLE shop.lines (
  order_id bigint NOT NULL REFERENCES shop.orders (id) ON DELETE CASCADE,
  product_id int NOT NULL REFERENCES shop.products (id),
  quantity int NOT NULL DEFAULT 1 CONSTRAINT at_least_one CHECK (quantity > 0),
  unit_price numeric(12,2) NOT NULL,
  PRIMARY KEY (order_id, product_id)
);
