-- Attachments go to an object store.
-- part attachments
CREATE TABLE attachments (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id int unsigned NOT NULL,
  file_name varchar(255) COLLATE utf8mb4_bin NOT NULL DEFAULT 'unnamed',
  bytes bigint unsigned NOT NULL DEFAULT 0,
  sha256 varbinary(64),
  bucket varchar(40) CHARACTER SET ascii NOT NULL DEFAULT 'local',
  KEY attachments_ticket (ticket_id),
  KEY attachments_sha (sha256(16)),
  CONSTRAINT attachments_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT bytes_in_range CHECK (bytes <= 1099511627776)
);
