-- Coupons: a new table, and a column at the end that refers to it.
-- part coupons before orders
CREATE TABLE coupons (
  code TEXT COLLATE NOCASE PRIMARY KEY NOT NULL,
  percent INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 90),
  until TEXT
) WITHOUT ROWID;
-- part orders
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer INT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'paid', 'sent')), total REAL, note TEXT,
  coupon TEXT REFERENCES coupons (code) ON DELETE SET NULL
) STRICT;
CREATE INDEX orders_open ON orders (customer, state) WHERE state <> 'sent';
CREATE INDEX orders_coupon ON orders (coupon) WHERE coupon IS NOT NULL;
