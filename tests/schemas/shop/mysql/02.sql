-- Products grow: longer titles, wider prices, a required column, a text to search in.
-- part products
CREATE TABLE products (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title varchar(300) NOT NULL,
  description text,
  price decimal(12,2) NOT NULL DEFAULT 0.00,
  stock bigint NOT NULL DEFAULT 0,
  active tinyint(1) NOT NULL DEFAULT 1 COMMENT 'shown to customers',
  UNIQUE KEY sku (sku),
  FULLTEXT KEY products_text (title, description),
  CONSTRAINT price_not_negative CHECK (price >= 0)
);
