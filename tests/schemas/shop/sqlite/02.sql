-- Products grow: a type that says less, a required column, an index on an expression.
-- part products
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  sku TEXT NOT NULL CONSTRAINT sku_once UNIQUE,
  title TEXT NOT NULL,
  price REAL NOT NULL DEFAULT 0 CONSTRAINT price_not_negative CHECK (price >= 0),
  stock INTEGER NOT NULL DEFAULT 0,
  active INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX products_title ON products (lower(title));
