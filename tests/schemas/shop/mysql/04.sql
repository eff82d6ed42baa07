-- Addresses: a table, and the first of two triggers says more.
-- part addresses before products
CREATE TABLE addresses (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  customer bigint unsigned NOT NULL,
  line varchar(200) NOT NULL DEFAULT '',
  city varchar(100) COLLATE utf8mb4_bin,
  country char(2) CHARACTER SET ascii NOT NULL DEFAULT 'DE',
  changed datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  KEY addresses_city (country, city(20) DESC),
  CONSTRAINT addresses_customer FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE
);
-- part touch
CREATE TRIGGER touch BEFORE INSERT ON orders FOR EACH ROW SET NEW.note = trim(coalesce(NEW.note, ''));
CREATE TRIGGER touch2 BEFORE INSERT ON orders FOR EACH ROW FOLLOWS touch SET NEW.total = coalesce(NEW.total, 0);
CREATE TRIGGER touch3 BEFORE UPDATE ON orders FOR EACH ROW SET NEW.note = trim(coalesce(NEW.note, ''));
