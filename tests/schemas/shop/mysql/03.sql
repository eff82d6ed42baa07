-- Orders are sent and returned: members at the end of the enum, and a view that reads it.
-- part orders
CREATE TABLE orders (
  id int PRIMARY KEY AUTO_INCREMENT,
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
-- part open_orders
CREATE VIEW open_orders AS SELECT o.id, c.name, o.state, o.total FROM orders o JOIN customers c ON c.id = o.customer WHERE o.state IN ('new', 'paid');
-- part nightly
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00' DISABLE COMMENT 'what came back is forgotten' DO DELETE FROM orders WHERE state = 'returned';
