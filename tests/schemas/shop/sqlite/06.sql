-- The name is split for letters.
-- part customers
CREATE TABLE customers (
  id INTEGER PRIMARY KEY AUTOINCREMENT, mail TEXT NOT NULL UNIQUE COLLATE NOCASE, name TEXT NOT NULL DEFAULT '',
  given_name TEXT NOT NULL DEFAULT '',
  family_name TEXT NOT NULL DEFAULT '',
  sorted TEXT GENERATED ALWAYS AS (lower(family_name || ' ' || given_name)) VIRTUAL
);
CREATE INDEX customers_sorted ON customers (sorted);
