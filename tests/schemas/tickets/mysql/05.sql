-- What happens to a ticket is written down, by a second trigger.
-- part events before closing
CREATE TABLE events (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  ticket_id int unsigned NOT NULL,
  what set('created','state','priority') NOT NULL DEFAULT 'state',
  happened json,
  at timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  KEY events_ticket (ticket_id, at),
  CONSTRAINT events_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE
);
-- part closing
CREATE TRIGGER closing BEFORE UPDATE ON tickets FOR EACH ROW
  SET NEW.closed_at = CASE WHEN NEW.state = 'closed' THEN coalesce(NEW.closed_at, now()) END;
CREATE TRIGGER recorded AFTER UPDATE ON tickets FOR EACH ROW
BEGIN
  IF OLD.state <> NEW.state THEN
    INSERT INTO events (ticket_id, what, happened) VALUES (NEW.id, 'state', json_object('before', OLD.state, 'after', NEW.state));
  END IF;
END;
