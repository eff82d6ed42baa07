-- Coupons: a new table, a column that refers to it, placed where it belongs.
-- part coupons before orders
CREATE TABLE coupons (
  code varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL PRIMARY KEY,
  percent tinyint unsigned NOT NULL,
  until date,
  CONSTRAINT percent_in_range CHECK (percent BETWEEN 1 AND 90)
) COMMENT='what customers type at the till';
-- part orders
CREATE TABLE orders (
  id int PRIMARY KEY AUTO_INCREMENT,
  customer bigint unsigned NOT NULL,
  state enum('new','paid') NOT NULL DEFAULT 'new',
  coupon varchar(16) CHARACTER SET ascii COLLATE ascii_general_ci,
  total decimal(12,2),
  note text,
  FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE,
  CONSTRAINT orders_coupon FOREIGN KEY (coupon) REFERENCES coupons (code) ON DELETE SET NULL ON UPDATE CASCADE,
  KEY (customer, state),
  KEY orders_coupon (coupon)
);
