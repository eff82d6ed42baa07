-- Reviews, and a stricter price: a check is said otherwise, one is added.
-- part products
CREATE TABLE shop.products (
  id serial PRIMARY KEY,
  sku varchar(20) NOT NULL CONSTRAINT products_sku UNIQUE,
  title text NOT NULL,
  price numeric(12,2) NOT NULL DEFAULT 0 CONSTRAINT price_not_negative CHECK (price >= 0 AND price < 1000000),
  stock bigint NOT NULL DEFAULT 0,
  active boolean NOT NULL DEFAULT false,
  tags text[] NOT NULL DEFAULT '{}',
  CONSTRAINT title_said CHECK (title <> '')
);
CREATE INDEX products_title ON shop.products (lower(title));
CREATE INDEX products_tags ON shop.products USING gin (tags);
COMMENT ON COLUMN shop.products.active IS 'shown to customers';
-- part reviews before orders
CREATE TABLE shop.reviews (
  product_id int NOT NULL CONSTRAINT reviews_product REFERENCES shop.products (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  customer bigint NOT NULL CONSTRAINT reviews_customer REFERENCES shop.customers (id) ON DELETE CASCADE,
  stars smallint NOT NULL DEFAULT 5 CONSTRAINT five_at_most CHECK (stars BETWEEN 1 AND 5),
  said text,
  PRIMARY KEY (product_id, customer)
);
CREATE INDEX reviews_customer ON shop.reviews (customer);
-- part ratings
CREATE VIEW shop.ratings AS
  SELECT p.id, p.title, avg(r.stars) AS stars, count(r.stars) AS n
  FROM shop.products p LEFT JOIN shop.reviews r ON r.product_id = p.id GROUP BY p.id;
