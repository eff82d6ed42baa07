-- Labels belong to projects; an event makes up for what nobody does.
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
  ticket_id int unsigned NOT NULL,
  label_id int unsigned NOT NULL,
  PRIMARY KEY (ticket_id, label_id),
  KEY by_label (label_id),
  CONSTRAINT labels_ticket FOREIGN KEY (ticket_id) REFERENCES tickets (id) ON DELETE CASCADE,
  CONSTRAINT labels_label FOREIGN KEY (label_id) REFERENCES labels (id) ON DELETE CASCADE
);
-- part forgotten
CREATE EVENT forgotten ON SCHEDULE EVERY 1 HOUR STARTS '2037-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE
  DO UPDATE tickets SET state = 'waiting' WHERE state = 'open' AND due_on < CURRENT_DATE;
CREATE FUNCTION age(born datetime) RETURNS int DETERMINISTIC NO SQL RETURN timestampdiff(DAY, born, '2030-01-01');
