-- Products grow: longer titles, a required column with a default, a search index on an expression.
-- part products
CREATE TABLE shop.products (
  id serial PRIMARY KEY,
  sku varchar(20) NOT NULL CONSTRAINT products_sku UNIQUE,
  title text NOT NULL,
  price numeric(12,2) NOT NULL DEFAULT 0 CONSTRAINT price_not_negative CHECK (price >= 0),
  stock bigint NOT NULL DEFAULT 0,
  active boolean NOT NULL DEFAULT true,
  tags text[] NOT NULL DEFAULT '{}'
);
CREATE INDEX products_title ON shop.products (lower(title));
CREATE INDEX products_tags ON shop.products USING gin (tags);
COMMENT ON COLUMN shop.products.active IS 'shown to customers';
