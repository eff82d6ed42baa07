-- A shop with what MySQL and MariaDB have beside tables.
-- part customers
CREATE TABLE customers (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  mail varchar(200) NOT NULL UNIQUE,
  name varchar(100) NOT NULL DEFAULT '',
  created timestamp DEFAULT CURRENT_TIMESTAMP
) COMMENT='who buys';
-- part products
CREATE TABLE products (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  sku varchar(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title varchar(80) NOT NULL,
  price decimal(10,2) NOT NULL DEFAULT 0.00,
  stock int NOT NULL DEFAULT 0,
  UNIQUE KEY sku (sku),
  CONSTRAINT price_not_negative CHECK (price >= 0)
);
-- part orders
CREATE TABLE orders (
  id int PRIMARY KEY AUTO_INCREMENT,
  customer bigint unsigned NOT NULL,
  state enum('new','paid') NOT NULL DEFAULT 'new',
  total decimal(12,2),
  note text,
  FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE,
  KEY (customer, state)
);
-- part order_lines
CREATE TABLE order_lines (
  order_id int NOT NULL,
  product_id int unsigned NOT NULL,
  quantity smallint unsigned NOT NULL DEFAULT 1,
  unit_price decimal(10,2) NOT NULL DEFAULT 0.00,
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
  PRIMARY KEY (id, at),
  KEY visits_page (page)
) PARTITION BY RANGE COLUMNS (at) (
  PARTITION p2024 VALUES LESS THAN ('2025-01-01'),
  PARTITION later VALUES LESS THAN (MAXVALUE)
);
-- part total
CREATE FUNCTION total(c bigint) RETURNS int READS SQL DATA RETURN (SELECT count(*) FROM orders WHERE customer = c);
-- part tidy
CREATE PROCEDURE tidy(IN days int, OUT n int) COMMENT 'removes old ones' DELETE FROM orders WHERE id < days;
-- part open_orders
CREATE VIEW open_orders AS SELECT o.id, c.name, o.state FROM orders o JOIN customers c ON c.id = o.customer WHERE o.state = 'new';
-- part per_customer
CREATE VIEW per_customer AS SELECT id, name, total(id) AS n FROM customers;
-- part touch
CREATE TRIGGER touch BEFORE INSERT ON orders FOR EACH ROW SET NEW.note = coalesce(NEW.note, '');
CREATE TRIGGER touch2 BEFORE INSERT ON orders FOR EACH ROW FOLLOWS touch SET NEW.total = coalesce(NEW.total, 0);
-- part nightly
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00' DISABLE DO DELETE FROM orders WHERE state = 'paid';
