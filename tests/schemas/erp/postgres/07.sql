-- Reports: views say more, the materialized one has another key, a function another body.
-- part balance
CREATE FUNCTION {company}.balance(which int) RETURNS numeric LANGUAGE sql STABLE PARALLEL SAFE
  AS 'SELECT coalesce(sum(l.debit - l.credit), 0) FROM {company}.entry_line l JOIN {company}.entry e ON e.id = l.entry_id WHERE l.account_id = which AND e.state = ''posted''';
CREATE VIEW {company}.trial_balance AS
  SELECT a.number, a.name, sum(l.debit) AS debit, sum(l.credit) AS credit, {company}.balance(a.id) AS posted
  FROM {company}.account a JOIN {company}.entry_line l ON l.account_id = a.id GROUP BY a.id;
COMMENT ON VIEW {company}.trial_balance IS 'by account';
-- part open_items
CREATE VIEW {company}.open_items AS
  SELECT i.number, c.number AS customer, c.name, i.due_on, i.net + i.tax - i.paid AS open
  FROM {company}.invoice i JOIN {company}.customer c ON c.id = i.customer_id WHERE i.paid < i.net + i.tax;
CREATE VIEW {company}.overdue AS
  SELECT number, customer, open, CURRENT_DATE - due_on AS days FROM {company}.open_items WHERE due_on < CURRENT_DATE;
-- part turnover
CREATE MATERIALIZED VIEW {company}.turnover AS
  SELECT date_trunc('month', ordered_on::timestamp) AS month, state, sum(amount) AS amount FROM {company}.order_totals GROUP BY 1, 2;
CREATE UNIQUE INDEX turnover_month ON {company}.turnover (month, state);
COMMENT ON MATERIALIZED VIEW {company}.turnover IS 'refreshed every hour';
