-- Due dates, and longer titles under the views that show them.
-- part tickets
CREATE TABLE tickets (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  project_id int unsigned NOT NULL,
  number int NOT NULL,
  title varchar(300) NOT NULL,
  body text,
  state enum('open','waiting','closed') NOT NULL DEFAULT 'open',
  priority enum('low','normal','high') NOT NULL DEFAULT 'normal',
  reporter_id int unsigned NOT NULL,
  assignee_id int unsigned,
  due_on date COMMENT 'promised',
  created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  closed_at datetime,
  UNIQUE KEY tickets_number (project_id, number),
  KEY tickets_reporter (reporter_id),
  KEY tickets_assignee (assignee_id, state),
  KEY tickets_due (due_on),
  CONSTRAINT tickets_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
  CONSTRAINT tickets_reporter FOREIGN KEY (reporter_id) REFERENCES people (id),
  CONSTRAINT tickets_assignee FOREIGN KEY (assignee_id) REFERENCES people (id) ON DELETE SET NULL
) COMMENT='what has to be done';
-- part board
CREATE VIEW open_tickets AS
  SELECT t.id, concat(p.`key`, '-', t.number) AS ref, t.title, t.state, t.priority, a.login AS assignee, t.due_on
  FROM tickets t JOIN projects p ON p.id = t.project_id LEFT JOIN people a ON a.id = t.assignee_id
  WHERE t.state <> 'closed';
CREATE VIEW workload AS SELECT assignee, count(*) AS open, min(due_on) AS next FROM open_tickets GROUP BY assignee;
