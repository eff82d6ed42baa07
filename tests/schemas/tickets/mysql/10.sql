-- Ids outgrow int: a key and all that refer to it.
-- part tickets
CREATE TABLE tickets (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  project_id int unsigned NOT NULL,
  number int NOT NULL,
  title varchar(300) NOT NULL,
  body mediumtext,
  state enum('open','waiting','closed') NOT NULL DEFAULT 'open',
  priority enum('low','normal','high','urgent') NOT NULL DEFAULT 'low',
  reporter_id int unsigned NOT NULL,
  assignee_id int unsigned,
  due_on date COMMENT 'promised',
  estimate decimal(8,2) NOT NULL DEFAULT 0.00,
  started varchar(20) GENERATED ALWAYS AS (lower(left(title, 20))) STORED,
  created_at datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  closed_at datetime(3),
  UNIQUE KEY tickets_number (project_id, number),
  KEY tickets_reporter (reporter_id),
  KEY tickets_assignee (assignee_id, state, priority),
  KEY tickets_due (due_on),
  KEY tickets_started (started),
  FULLTEXT KEY tickets_words (title, body),
  CONSTRAINT tickets_project FOREIGN KEY (project_id) REFERENCES projects (id),
  CONSTRAINT tickets_reporter FOREIGN KEY (reporter_id) REFERENCES people (id),
  CONSTRAINT tickets_assignee FOREIGN KEY (assignee_id) REFERENCES people (id) ON DELETE SET NULL,
  CONSTRAINT estimate_in_range CHECK (estimate BETWEEN 0 AND 10000)
) COMMENT='what has to be done';
-- part comments
CREATE TABLE comments (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id bigint unsigned NOT NULL,
  author_id int unsigned NOT NULL,
  body mediumtext NOT NULL,
  internal tinyint(1) NOT NULL DEFAULT 0,
  created_at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  changed_at datetime(6) ON UPDATE CURRENT_TIMESTAMP(6),
  KEY comments_ticket (ticket_id, created_at DESC),
  KEY comments_author (author_id),
  CONSTRAINT comments_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT comments_author FOREIGN KEY (author_id) REFERENCES people (id)
);
-- part labels
CREATE TABLE labels (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  project_id int unsigned,
  name varchar(60) NOT NULL,
  color char(7) CHARACTER SET ascii NOT NULL DEFAULT '#cccccc',
  UNIQUE KEY label_once (project_id, name),
  CONSTRAINT labels_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);
CREATE TABLE ticket_labels (
  ticket_id bigint unsigned NOT NULL,
  label_id int unsigned NOT NULL,
  PRIMARY KEY (ticket_id, label_id),
  KEY by_label (label_id),
  CONSTRAINT labels_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT labels_label FOREIGN KEY (label_id) REFERENCES labels (id) ON DELETE CASCADE
);
-- part attachments
CREATE TABLE attachments (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id bigint unsigned NOT NULL,
  file_name varchar(255) COLLATE utf8mb4_bin NOT NULL DEFAULT 'unnamed',
  bytes bigint unsigned NOT NULL DEFAULT 0,
  sha256 varbinary(64),
  bucket varchar(40) CHARACTER SET ascii NOT NULL DEFAULT 'local',
  KEY attachments_ticket (ticket_id),
  KEY attachments_sha (sha256(16)),
  CONSTRAINT attachments_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT bytes_in_range CHECK (bytes <= 1099511627776)
);
-- part events
CREATE TABLE events (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id bigint unsigned NOT NULL,
  what set('created','state','priority','labels') NOT NULL DEFAULT 'state',
  happened json,
  at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  KEY events_ticket (ticket_id, at),
  CONSTRAINT events_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);
