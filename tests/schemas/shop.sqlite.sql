-- A shop with what SQLite has beside tables.
CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, mail TEXT NOT NULL UNIQUE COLLATE NOCASE, name TEXT NOT NULL);
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer INT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'paid', 'sent')), total REAL, note TEXT
) STRICT;
CREATE INDEX orders_open ON orders (customer, state) WHERE state <> 'sent';
CREATE VIEW open_orders AS SELECT o.id, c.name, o.state -- what is to do
  FROM orders o JOIN customers c ON c.id = o.customer WHERE o.state = 'new';
CREATE VIEW everything AS SELECT * FROM open_orders;
CREATE TRIGGER touch AFTER INSERT ON orders BEGIN UPDATE orders SET note = coalesce(NEW.note, '') WHERE id = NEW.id; END;
CREATE TRIGGER take INSTEAD OF INSERT ON open_orders BEGIN INSERT INTO customers (mail, name) VALUES (NEW.name, NEW.name); END;
