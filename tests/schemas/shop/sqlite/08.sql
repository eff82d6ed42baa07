-- Reviews, and a stricter price.
-- part products
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  sku TEXT NOT NULL CONSTRAINT sku_once UNIQUE ON CONFLICT ABORT,
  title TEXT NOT NULL,
  price REAL NOT NULL DEFAULT 0 CONSTRAINT price_in_range CHECK (price >= 0 AND price < 1000000),
  stock INTEGER NOT NULL DEFAULT 0,
  active INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX products_title ON products (lower(title));
-- part reviews before orders
CREATE TABLE reviews (
  product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  stars INTEGER NOT NULL DEFAULT 5 CONSTRAINT five_at_most CHECK (stars BETWEEN 1 AND 5),
  said TEXT,
  PRIMARY KEY (product_id, customer)
) STRICT, WITHOUT ROWID;
-- part ratings
CREATE VIEW ratings (id, title, stars, n) AS
  SELECT p.id, p.title, avg(r.stars), count(r.stars)
  FROM products p LEFT JOIN reviews r ON r.product_id = p.id GROUP BY p.id;
