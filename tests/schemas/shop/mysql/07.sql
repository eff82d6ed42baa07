-- A day for every order, and customers with orders stay.
-- part orders
CREATE TABLE orders (
  id bigint PRIMARY KEY AUTO_INCREMENT,
  customer bigint unsigned NOT NULL,
  state enum('new','paid','sent','returned') NOT NULL DEFAULT 'new',
  placed date NOT NULL DEFAULT '2024-01-01',
  coupon varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci,
  total decimal(14,2) NOT NULL DEFAULT 0.00,
  note text,
  CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customers (id) ON UPDATE CASCADE,
  CONSTRAINT orders_coupon FOREIGN KEY (coupon) REFERENCES coupons (code) ON DELETE SET NULL ON UPDATE CASCADE,
  KEY by_state (customer, state, placed),
  KEY orders_coupon (coupon)
) COMMENT='what they buy';
-- part tidy
CREATE PROCEDURE tidy(IN days int, OUT n int) COMMENT 'removes old ones'
BEGIN
  DELETE FROM orders WHERE placed < CURRENT_DATE - INTERVAL days DAY;
  SET n = ROW_COUNT();
END;
