-- Coupons were no success: the table and the column go; a log of states comes.
-- unlike {at: back, only: columnOrder, because: a column that comes back is added at the end}
-- part coupons gone
-- part orders
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer INT NOT NULL REFERENCES customers (id) ON DELETE RESTRICT,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'paid', 'sent', 'returned')), total REAL, note TEXT,
  placed TEXT NOT NULL DEFAULT '2024-01-01'
) STRICT;
CREATE INDEX orders_open ON orders (customer, state) WHERE state NOT IN ('sent', 'returned');
CREATE INDEX orders_placed ON orders (placed DESC);
-- part moves
CREATE TABLE moves (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  from_state TEXT,
  to_state TEXT NOT NULL,
  at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;
CREATE TRIGGER moved AFTER UPDATE OF state ON orders WHEN OLD.state IS NOT NEW.state
BEGIN INSERT INTO moves (order_id, from_state, to_state) VALUES (NEW.id, OLD.state, NEW.state); END;
