-- Reviews, and a stricter price.
-- part products
CREATE TABLE products (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title varchar(300) NOT NULL,
  description mediumtext,
  price decimal(12,2) NOT NULL DEFAULT 0.00,
  stock bigint NOT NULL DEFAULT 0,
  active tinyint(1) NOT NULL DEFAULT 0 COMMENT 'shown to customers',
  UNIQUE KEY sku (sku),
  FULLTEXT KEY products_text (title, description),
  CONSTRAINT price_not_negative CHECK (price >= 0 AND price < 1000000),
  CONSTRAINT title_said CHECK (title <> '')
);
-- part reviews before orders
CREATE TABLE reviews (
  product_id int unsigned NOT NULL,
  customer bigint unsigned NOT NULL,
  stars tinyint unsigned NOT NULL DEFAULT 5,
  said text,
  PRIMARY KEY (product_id, customer),
  KEY reviews_customer (customer),
  CONSTRAINT reviews_product FOREIGN KEY (product_id) REFERENCES products (id) ON DELETE CASCADE,
  CONSTRAINT reviews_customer FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE,
  CONSTRAINT five_at_most CHECK (stars BETWEEN 1 AND 5)
);
-- part ratings
CREATE VIEW ratings AS
  SELECT p.id, p.title, avg(r.stars) AS stars, count(r.stars) AS n
  FROM products p LEFT JOIN reviews r ON r.product_id = p.id GROUP BY p.id, p.title;
