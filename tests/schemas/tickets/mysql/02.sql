-- An urgent priority, at the end; and how fast each must be answered.
-- part tickets
CREATE TABLE tickets (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  project_id int unsigned NOT NULL,
  number int NOT NULL,
  title varchar(300) NOT NULL,
  body text,
  state enum('open','waiting','closed') NOT NULL DEFAULT 'open',
  priority enum('low','normal','high','urgent') NOT NULL DEFAULT 'normal',
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
-- part promises
CREATE TABLE promises (
  project_id int unsigned NOT NULL,
  priority enum('low','normal','high','urgent') NOT NULL,
  answer_hours smallint unsigned NOT NULL DEFAULT 8,
  solve_hours smallint unsigned,
  PRIMARY KEY (project_id, priority),
  CONSTRAINT promises_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
  CONSTRAINT solved_after_answered CHECK (solve_hours >= answer_hours)
);
