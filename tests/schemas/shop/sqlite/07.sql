-- A day for every order, and customers with orders stay; the view shows it.
-- part orders
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer INT NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'paid', 'sent', 'returned')), total REAL, note TEXT,
  coupon TEXT REFERENCES coupons (code) ON DELETE SET NULL,
  placed TEXT NOT NULL DEFAULT '2024-01-01'
) STRICT;
CREATE INDEX orders_open ON orders (customer, state) WHERE state NOT IN ('sent', 'returned');
CREATE INDEX orders_placed ON orders (placed DESC);
-- part open_orders
CREATE VIEW open_orders AS SELECT o.id, c.name, o.state, o.placed
  FROM orders o JOIN customers c ON c.id = o.customer WHERE o.state IN ('new', 'paid');
