-- Addresses: a table with one main address each; the trigger says more.
-- part addresses before products
CREATE TABLE addresses (
  id INTEGER PRIMARY KEY,
  customer INTEGER NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
  line TEXT NOT NULL DEFAULT '',
  city TEXT,
  country TEXT NOT NULL DEFAULT 'DE' CHECK (length(country) = 2),
  main INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX addresses_main ON addresses (customer) WHERE main;
CREATE INDEX addresses_city ON addresses (country, city COLLATE NOCASE DESC);
-- part touch
CREATE TRIGGER touch AFTER INSERT ON orders WHEN NEW.note IS NULL OR NEW.note <> trim(NEW.note)
BEGIN UPDATE orders SET note = trim(coalesce(NEW.note, '')) WHERE id = NEW.id; END;
