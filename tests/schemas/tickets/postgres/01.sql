-- Due dates, and longer titles under the views that show them.
-- part tickets
CREATE TABLE tickets (
  id serial PRIMARY KEY,
  project_id int NOT NULL CONSTRAINT tickets_project REFERENCES projects (id) ON DELETE CASCADE,
  number int NOT NULL,
  title varchar(300) NOT NULL,
  body text,
  state ticket_state NOT NULL DEFAULT 'open',
  priority priority NOT NULL DEFAULT 'normal',
  reporter_id int NOT NULL CONSTRAINT tickets_reporter REFERENCES people (id),
  assignee_id int CONSTRAINT tickets_assignee REFERENCES people (id) ON DELETE SET NULL,
  parent_id int CONSTRAINT tickets_parent REFERENCES tickets (id),
  created_at timestamp NOT NULL DEFAULT now(),
  closed_at timestamp,
  due_on date,
  CONSTRAINT tickets_number UNIQUE (project_id, number),
  CONSTRAINT not_its_own_parent CHECK (parent_id <> id)
);
CREATE INDEX tickets_assignee ON tickets (assignee_id, state);
CREATE INDEX tickets_due ON tickets (due_on) WHERE state <> 'closed';
COMMENT ON TABLE tickets IS 'what has to be done';
-- part board
CREATE VIEW open_tickets AS
  SELECT t.id, p.key || '-' || t.number AS ref, t.title, t.state, t.priority, a.login AS assignee, t.due_on
  FROM tickets t JOIN projects p ON p.id = t.project_id LEFT JOIN people a ON a.id = t.assignee_id
  WHERE t.state <> 'closed';
CREATE VIEW load AS SELECT assignee, count(*) AS open, min(due_on) AS next FROM open_tickets GROUP BY assignee;
