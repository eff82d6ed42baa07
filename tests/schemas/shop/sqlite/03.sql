-- Orders can be returned: another check, and the view and its trigger that read the table stay.
-- part orders
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer INT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'paid', 'sent', 'returned')), total REAL, note TEXT,
  coupon TEXT REFERENCES coupons (code) ON DELETE SET NULL
) STRICT;
CREATE INDEX orders_open ON orders (customer, state) WHERE state NOT IN ('sent', 'returned');
CREATE INDEX orders_coupon ON orders (coupon) WHERE coupon IS NOT NULL;
