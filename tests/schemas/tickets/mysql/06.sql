-- Search, and estimates; the key of the description is generated.
-- part tickets
CREATE TABLE tickets (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  project_id int unsigned NOT NULL,
  number int NOT NULL,
  title varchar(300) NOT NULL,
  body mediumtext,
  state enum('open','waiting','closed') NOT NULL DEFAULT 'open',
  priority enum('low','normal','high','urgent') NOT NULL DEFAULT 'normal',
  reporter_id int unsigned NOT NULL,
  assignee_id int unsigned,
  due_on date COMMENT 'promised',
  estimate decimal(6,2) NOT NULL DEFAULT 0.00,
  started varchar(20) GENERATED ALWAYS AS (lower(left(title, 20))) STORED,
  created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  closed_at datetime,
  UNIQUE KEY tickets_number (project_id, number),
  KEY tickets_reporter (reporter_id),
  KEY tickets_assignee (assignee_id, state, priority),
  KEY tickets_due (due_on),
  KEY tickets_started (started),
  FULLTEXT KEY tickets_words (title, body),
  CONSTRAINT tickets_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
  CONSTRAINT tickets_reporter FOREIGN KEY (reporter_id) REFERENCES people (id),
  CONSTRAINT tickets_assignee FOREIGN KEY (assignee_id) REFERENCES people (id) ON DELETE SET NULL,
  CONSTRAINT estimate_not_negative CHECK (estimate >= 0)
) COMMENT='what has to be done';
