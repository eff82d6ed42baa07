-- Coupons were no success: the table, the column and its key go; a log of states comes.
-- part coupons gone
-- part orders
CREATE TABLE orders (
  id bigint PRIMARY KEY AUTO_INCREMENT,
  customer bigint unsigned NOT NULL,
  state enum('new','paid','sent','returned') NOT NULL DEFAULT 'new',
  placed date NOT NULL DEFAULT '2024-01-01',
  total decimal(14,2) NOT NULL DEFAULT 0.00,
  note text,
  CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customers (id) ON UPDATE CASCADE,
  KEY by_state (customer, state, placed)
) COMMENT='what they buy';
-- part moves
CREATE TABLE moves (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id bigint NOT NULL,
  from_state varchar(20),
  to_state varchar(20) NOT NULL,
  at timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  KEY moves_order (order_id),
  CONSTRAINT moves_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE
) DEFAULT CHARACTER SET ascii;
CREATE TRIGGER moved AFTER UPDATE ON orders FOR EACH ROW
BEGIN
  IF OLD.state <> NEW.state THEN
    INSERT INTO moves (order_id, from_state, to_state) VALUES (NEW.id, OLD.state, NEW.state);
  END IF;
END;
