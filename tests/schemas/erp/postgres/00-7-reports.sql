-- part balance
CREATE FUNCTION {company}.balance(which int) RETURNS numeric LANGUAGE sql STABLE
  AS 'SELECT coalesce(sum(debit - credit), 0) FROM {company}.entry_line WHERE account_id = which';
CREATE VIEW {company}.trial_balance AS
  SELECT a.number, a.name, sum(l.debit) AS debit, sum(l.credit) AS credit
  FROM {company}.account a JOIN {company}.entry_line l ON l.account_id = a.id GROUP BY a.id;
-- part open_items
CREATE VIEW {company}.open_items AS
  SELECT i.number, c.name, i.due_on, i.net + i.tax - i.paid AS open
  FROM {company}.invoice i JOIN {company}.customer c ON c.id = i.customer_id WHERE i.paid < i.net + i.tax;
CREATE VIEW {company}.overdue AS SELECT number, name, open FROM {company}.open_items WHERE due_on < CURRENT_DATE;
-- part available
CREATE VIEW {company}.available AS
  SELECT p.sku, p.name, coalesce(sum(s.free), 0) AS free
  FROM {company}.product p LEFT JOIN {company}.stock s ON s.product_id = p.id GROUP BY p.id;
-- part order_totals
CREATE VIEW {company}.order_totals AS
  SELECT o.id, o.ordered_on, o.state, sum(l.amount) AS amount
  FROM {company}.sales_order o JOIN {company}.sales_order_line l ON l.order_id = o.id GROUP BY o.id;
-- part turnover
CREATE MATERIALIZED VIEW {company}.turnover AS
  SELECT date_trunc('month', ordered_on::timestamp) AS month, sum(amount) AS amount FROM {company}.order_totals GROUP BY 1;
CREATE UNIQUE INDEX turnover_month ON {company}.turnover (month);
-- part headcount
CREATE VIEW {company}.headcount AS
  SELECT d.name, count(e.id) AS people FROM {company}.department d
  LEFT JOIN {company}.employee e ON e.department_id = d.id AND e.left_on IS NULL GROUP BY d.name;
