-- Promises are dropped: nobody kept them. Their priority stays. The board is told by one view.
-- part promises gone
-- part board
CREATE VIEW open_tickets (id, ref, title, state, urgent, assignee) AS
  SELECT t.id, p.key || '-' || t.number, t.title, t.state, t.priority = 'urgent', a.login
  FROM tickets t JOIN projects p ON p.id = t.project_id LEFT JOIN people a ON a.id = t.assignee_id
  WHERE t.state <> 'closed';
COMMENT ON VIEW open_tickets IS 'the board';
COMMENT ON COLUMN open_tickets.ref IS 'as people say it';
