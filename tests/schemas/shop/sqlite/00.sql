-- A shop with what SQLite has beside tables.
-- part customers
CREATE TABLE customers (id INTEGER PRIMARY KEY AUTOINCREMENT, mail TEXT NOT NULL UNIQUE COLLATE NOCASE, name TEXT NOT NULL DEFAULT '');
-- part products
CREATE TABLE products (
  id INTEGER PRIMARY KEY,
  sku TEXT NOT NULL CONSTRAINT sku_once UNIQUE,
  title VARCHAR(80) NOT NULL,
  price REAL NOT NULL DEFAULT 0 CONSTRAINT price_not_negative CHECK (price >= 0),
  stock INTEGER NOT NULL DEFAULT 0
);
-- part orders
CREATE TABLE orders (
  id INTEGER PRIMARY KEY, customer INT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'paid', 'sent')), total REAL, note TEXT
) STRICT;
CREATE INDEX orders_open ON orders (customer, state) WHERE state <> 'sent';
-- part lines
CREATE TABLE lines (
  order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
  product_id INTEGER NOT NULL REFERENCES products (id),
  quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity > 0),
  unit_price REAL NOT NULL DEFAULT 0,
  PRIMARY KEY (order_id, product_id)
) WITHOUT ROWID;
-- part open_orders
CREATE VIEW open_orders AS SELECT o.id, c.name, o.state -- what is to do
  FROM orders o JOIN customers c ON c.id = o.customer WHERE o.state = 'new';
-- part everything
CREATE VIEW everything AS SELECT * FROM open_orders;
-- part touch
CREATE TRIGGER touch AFTER INSERT ON orders BEGIN UPDATE orders SET note = coalesce(NEW.note, '') WHERE id = NEW.id; END;
-- part take
CREATE TRIGGER take INSTEAD OF INSERT ON open_orders BEGIN INSERT INTO customers (mail, name) VALUES (NEW.name, NEW.name); END;
