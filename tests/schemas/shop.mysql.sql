-- A shop with what MySQL and MariaDB have beside tables.
CREATE TABLE customers (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, mail varchar(200) NOT NULL UNIQUE, name varchar(100) NOT NULL DEFAULT '', created timestamp DEFAULT CURRENT_TIMESTAMP) COMMENT='who buys';
CREATE TABLE orders (id int PRIMARY KEY AUTO_INCREMENT, customer bigint unsigned NOT NULL, state enum('new','paid') NOT NULL DEFAULT 'new', total decimal(12,2), note text, FOREIGN KEY (customer) REFERENCES customers (id) ON DELETE CASCADE, KEY (customer, state));
CREATE FUNCTION total(c bigint) RETURNS int READS SQL DATA RETURN (SELECT count(*) FROM orders WHERE customer = c);
CREATE PROCEDURE tidy(IN days int, OUT n int) COMMENT 'removes old ones' DELETE FROM orders WHERE id < days;
CREATE VIEW open_orders AS SELECT o.id, c.name, o.state FROM orders o JOIN customers c ON c.id = o.customer WHERE o.state = 'new';
CREATE VIEW per_customer AS SELECT id, name, total(id) AS n FROM customers;
CREATE TRIGGER touch BEFORE INSERT ON orders FOR EACH ROW SET NEW.note = coalesce(NEW.note, '');
CREATE TRIGGER touch2 BEFORE INSERT ON orders FOR EACH ROW FOLLOWS touch SET NEW.total = coalesce(NEW.total, 0);
CREATE EVENT nightly ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 00:00:00' DISABLE DO DELETE FROM orders WHERE state = 'paid';
