-- Orders can be returned: the enum gets a value in the middle and one at the end, the view and the
-- materialized view that read it stay.
-- part types
CREATE TYPE shop.status AS ENUM ('new','paid','packed','sent','returned');
COMMENT ON TYPE shop.status IS 'where it is, or was';
CREATE DOMAIN shop.email AS text CHECK (VALUE ~ '@');
CREATE TYPE shop.money2 AS (amount numeric(12,2), currency char(3));
CREATE SEQUENCE shop.invoice START 1000;
