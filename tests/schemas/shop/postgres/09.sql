-- Coupons were no success: the table, the column and its key go; a log of states comes.
-- unlike {at: back, only: columnOrder, because: a column that comes back is added at the end}
-- part coupons gone
-- part orders
CREATE TABLE shop.orders (
  id bigserial PRIMARY KEY,
  customer bigint NOT NULL REFERENCES shop.customers ON DELETE RESTRICT,
  state shop.status NOT NULL DEFAULT 'new',
  total shop.money2,
  invoice bigint DEFAULT nextval('shop.invoice') CONSTRAINT invoice_once UNIQUE,
  note text,
  during tstzrange,
  placed date NOT NULL DEFAULT DATE '2024-01-01',
  EXCLUDE USING gist (during WITH &&)
);
CREATE INDEX ON shop.orders (customer, state) WHERE state <> 'sent';
CREATE INDEX orders_placed ON shop.orders USING brin (placed);
CREATE STATISTICS shop.st (dependencies, ndistinct) ON customer, state FROM shop.orders;
ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE shop.orders FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.orders FOR SELECT USING (customer > 0 AND state <> 'returned');
CREATE POLICY dated ON shop.orders AS RESTRICTIVE FOR INSERT WITH CHECK (placed <= CURRENT_DATE);
-- part moves
CREATE TABLE shop.moves (
  id bigint GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 10) PRIMARY KEY,
  order_id bigint NOT NULL CONSTRAINT moves_order REFERENCES shop.orders ON DELETE CASCADE,
  from_state shop.status,
  to_state shop.status NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION shop.moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO shop.moves (order_id, from_state, to_state) VALUES (NEW.id, OLD.state, NEW.state);
  RETURN NULL;
END $$;
CREATE TRIGGER moved AFTER UPDATE OF state ON shop.orders FOR EACH ROW
  WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION shop.moved();
