-- The amount of a line is computed, and lines learn what was taken off.
-- part lines
CREATE TABLE lines (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE RESTRICT,
  quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0),
  unit_price NUMERIC NOT NULL DEFAULT 0,
  rebate NUMERIC NOT NULL DEFAULT 0,
  amount NUMERIC GENERATED ALWAYS AS (quantity * unit_price - rebate) STORED,
  PRIMARY KEY (order_id, product_id)
) WITHOUT ROWID;
CREATE INDEX lines_product ON lines (product_id);
