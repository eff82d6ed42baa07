-- A ticket system: teams, people, projects, tickets and what is said about them.
-- part teams
CREATE TABLE teams (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(60) NOT NULL,
  `lead` int unsigned,
  UNIQUE KEY team_named_once (name)
);
-- part people
CREATE TABLE people (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  team_id int unsigned,
  login varchar(30) CHARACTER SET ascii NOT NULL,
  full_name varchar(120) NOT NULL DEFAULT '',
  mail varchar(120),
  is_agent tinyint(1) NOT NULL DEFAULT 0,
  created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE KEY people_login (login),
  KEY people_team (team_id),
  CONSTRAINT people_team FOREIGN KEY (team_id) REFERENCES teams (id)
);
-- Each team has a lead, who is in a team: two tables that refer to one another.
ALTER TABLE teams ADD CONSTRAINT teams_lead FOREIGN KEY (`lead`) REFERENCES people (id) ON DELETE SET NULL;
-- part projects
CREATE TABLE projects (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  `key` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title varchar(200) NOT NULL DEFAULT '',
  owner_id int unsigned NOT NULL,
  archived bit(1) NOT NULL DEFAULT b'0',
  UNIQUE KEY projects_key (`key`),
  KEY projects_owner (owner_id),
  CONSTRAINT projects_owner FOREIGN KEY (owner_id) REFERENCES people (id)
);
-- part tickets
CREATE TABLE tickets (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  project_id int unsigned NOT NULL,
  number int NOT NULL,
  title varchar(200) NOT NULL,
  body text,
  state enum('open','waiting','closed') NOT NULL DEFAULT 'open',
  priority enum('low','normal','high') NOT NULL DEFAULT 'normal',
  reporter_id int unsigned NOT NULL,
  assignee_id int unsigned,
  created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  closed_at datetime,
  UNIQUE KEY tickets_number (project_id, number),
  KEY tickets_reporter (reporter_id),
  KEY tickets_assignee (assignee_id, state),
  CONSTRAINT tickets_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
  CONSTRAINT tickets_reporter FOREIGN KEY (reporter_id) REFERENCES people (id),
  CONSTRAINT tickets_assignee FOREIGN KEY (assignee_id) REFERENCES people (id) ON DELETE SET NULL
) COMMENT='what has to be done';
-- part comments
CREATE TABLE comments (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id int unsigned NOT NULL,
  author_id int unsigned NOT NULL,
  body text NOT NULL,
  created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  KEY comments_ticket (ticket_id, created_at),
  KEY comments_author (author_id),
  CONSTRAINT comments_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT comments_author FOREIGN KEY (author_id) REFERENCES people (id)
);
-- part labels
CREATE TABLE labels (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(40) CHARACTER SET ascii NOT NULL,
  color char(6) CHARACTER SET ascii NOT NULL DEFAULT 'cccccc'
);
CREATE TABLE ticket_labels (
  ticket_id int unsigned NOT NULL,
  label_id int unsigned NOT NULL,
  PRIMARY KEY (ticket_id, label_id),
  KEY by_label (label_id),
  CONSTRAINT labels_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT labels_label FOREIGN KEY (label_id) REFERENCES labels (id) ON DELETE CASCADE
);
-- part attachments
CREATE TABLE attachments (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id int unsigned NOT NULL,
  file_name varchar(255) NOT NULL DEFAULT '',
  bytes bigint NOT NULL DEFAULT 0,
  sha256 binary(32),
  KEY attachments_ticket (ticket_id),
  CONSTRAINT attachments_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT bytes_not_negative CHECK (bytes >= 0)
);
-- part closing
CREATE TRIGGER closing BEFORE UPDATE ON tickets FOR EACH ROW
BEGIN
  IF NEW.state = 'closed' THEN
    SET NEW.closed_at = coalesce(NEW.closed_at, now());
  ELSE
    SET NEW.closed_at = NULL;
  END IF;
END;
-- part board
CREATE VIEW open_tickets AS
  SELECT t.id, concat(p.`key`, '-', t.number) AS ref, t.title, t.state, t.priority, a.login AS assignee
  FROM tickets t JOIN projects p ON p.id = t.project_id LEFT JOIN people a ON a.id = t.assignee_id
  WHERE t.state <> 'closed';
CREATE VIEW workload AS SELECT assignee, count(*) AS open FROM open_tickets GROUP BY assignee;
-- part reopen
CREATE PROCEDURE reopen(IN which int) MODIFIES SQL DATA UPDATE tickets SET state = 'open' WHERE id = which;
