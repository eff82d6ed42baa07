-- Many orders: the key outgrows int, with the column that refers to it. A year of visits gets a partition.
-- part orders
CREATE TABLE orders (
  id bigint PRIMARY KEY AUTO_INCREMENT,
  customer bigint unsigned NOT NULL,
  state enum('new','paid','sent','returned') NOT NULL DEFAULT 'new',
  coupon varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci,
  total decimal(12,2),
  note text,
  FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE,
  CONSTRAINT orders_coupon FOREIGN KEY (coupon) REFERENCES coupons (code) ON DELETE SET NULL ON UPDATE CASCADE,
  KEY (customer, state),
  KEY orders_coupon (coupon)
);
-- part order_lines
CREATE TABLE order_lines (
  order_id bigint NOT NULL,
  product_id int unsigned NOT NULL,
  quantity int unsigned NOT NULL DEFAULT 1,
  unit_price decimal(12,2) NOT NULL DEFAULT 0.00,
  amount decimal(20,2) GENERATED ALWAYS AS (quantity * unit_price) STORED,
  PRIMARY KEY (order_id, product_id),
  KEY lines_product (product_id),
  CONSTRAINT lines_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
  CONSTRAINT lines_product FOREIGN KEY (product_id) REFERENCES products (id)
);
-- part visits
CREATE TABLE visits (
  id bigint unsigned NOT NULL AUTO_INCREMENT,
  at datetime NOT NULL,
  customer bigint unsigned,
  page varchar(200) NOT NULL DEFAULT '/',
  referrer varchar(200),
  PRIMARY KEY (id, at),
  KEY visits_page (page)
) PARTITION BY RANGE COLUMNS (at) (
  PARTITION p2024 VALUES LESS THAN ('2025-01-01'),
  PARTITION p2025 VALUES LESS THAN ('2026-01-01'),
  PARTITION p2026 VALUES LESS THAN ('2027-01-01'),
  PARTITION later VALUES LESS THAN (MAXVALUE)
);
