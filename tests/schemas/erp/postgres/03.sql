-- The sales order's key outgrows int, with all that refer to it and the views on top; quantities too.
-- part sales_order
CREATE TABLE {company}.sales_order (
  id bigserial PRIMARY KEY,
  customer_id int NOT NULL CONSTRAINT order_customer REFERENCES {company}.customer (id),
  quote_id bigint CONSTRAINT order_quote REFERENCES {company}.quote (id) ON DELETE SET NULL,
  term_id int CONSTRAINT order_term REFERENCES {company}.payment_term (id),
  ordered_on date NOT NULL DEFAULT CURRENT_DATE,
  state core.document_state NOT NULL DEFAULT 'draft',
  their_reference varchar(40),
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX order_customer ON {company}.sales_order (customer_id, ordered_on DESC);
CREATE TRIGGER stamped BEFORE UPDATE ON {company}.sales_order FOR EACH ROW EXECUTE FUNCTION core.stamped();
CREATE TRIGGER audited AFTER UPDATE ON {company}.sales_order FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION core.audited();
-- part sales_order_line
CREATE TABLE {company}.sales_order_line (
  order_id bigint NOT NULL CONSTRAINT line_order REFERENCES {company}.sales_order (id) ON DELETE CASCADE,
  position int NOT NULL,
  product_id int NOT NULL CONSTRAINT ordered_product REFERENCES {company}.product (id),
  quantity numeric(16,4) NOT NULL DEFAULT 1,
  price numeric(12,2) NOT NULL DEFAULT 0,
  tax_id int CONSTRAINT ordered_tax REFERENCES {company}.tax (id),
  amount numeric(16,2) GENERATED ALWAYS AS (round(quantity * price, 2)) STORED,
  PRIMARY KEY (order_id, position)
);
CREATE INDEX ordered_product ON {company}.sales_order_line (product_id);
-- part invoice
CREATE SEQUENCE {company}.invoice_number AS bigint START 1;
CREATE TABLE {company}.invoice (
  id bigserial PRIMARY KEY,
  number bigint NOT NULL DEFAULT nextval('{company}.invoice_number'),
  order_id bigint CONSTRAINT invoice_order REFERENCES {company}.sales_order (id),
  customer_id int NOT NULL CONSTRAINT invoice_customer REFERENCES {company}.customer (id),
  entry_id bigint CONSTRAINT invoice_entry REFERENCES {company}.entry (id),
  issued_on date NOT NULL DEFAULT CURRENT_DATE,
  due_on date,
  net core.amount NOT NULL DEFAULT 0,
  tax core.amount NOT NULL DEFAULT 0,
  paid core.amount NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX invoice_once ON {company}.invoice (number);
CREATE INDEX invoice_due ON {company}.invoice (due_on) WHERE paid < net;
