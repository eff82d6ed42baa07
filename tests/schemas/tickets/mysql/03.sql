-- Fractions of seconds, and comments that customers do not see.
-- part comments
CREATE TABLE comments (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id int unsigned NOT NULL,
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
