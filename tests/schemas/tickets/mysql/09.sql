-- Promises are dropped: nobody kept them. The board is told by one view, the procedure says more.
-- part promises gone
-- part board
CREATE VIEW open_tickets (id, ref, title, state, urgent, assignee) AS
  SELECT t.id, concat(p.`key`, '-', t.number), t.title, t.state, t.priority = 'urgent', a.login
  FROM tickets t JOIN projects p ON p.id = t.project_id LEFT JOIN people a ON a.id = t.assignee_id
  WHERE t.state <> 'closed';
-- part reopen
CREATE PROCEDURE reopen(IN which bigint, IN why text) MODIFIES SQL DATA SQL SECURITY INVOKER COMMENT 'with a reason'
BEGIN
  UPDATE tickets SET state = 'open' WHERE id = which;
  INSERT INTO comments (ticket_id, author_id, body) SELECT id, reporter_id, why FROM tickets WHERE id = which;
END;
