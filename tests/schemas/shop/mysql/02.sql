-- Products grow: longer titles, wider prices, a required column, a text to search in. A year of visits gets a partition.
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
-- part visits
CREATE TABLE visits (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  at datetime NOT NULL,
  customer bigint unsigned,
  page varchar(200) NOT NULL DEFAULT '/',
  PRIMARY KEY (id, at),
  KEY visits_page (page)
) PARTITION BY RANGE COLUMNS (at) (
  PARTITION p2024 VALUES LESS THAN ('2025-01-01'),
  PARTITION p2025 VALUES LESS THAN ('2026-01-01'),
  PARTITION later VALUES LESS THAN (MAXVALUE)
);
