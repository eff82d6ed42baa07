-- Revisions: every text that ever was, and a trigger that keeps it.
-- part revisions before published
CREATE TABLE cms_revisions (
  page_id int unsigned NOT NULL,
  revision int unsigned NOT NULL,
  title varchar(150) NOT NULL DEFAULT '',
  body mediumtext,
  saved_at datetime(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6),
  PRIMARY KEY (page_id, revision),
  CONSTRAINT revision_page FOREIGN KEY (page_id) REFERENCES cms_pages (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4;
-- part triggers
CREATE TRIGGER page_published BEFORE UPDATE ON cms_pages FOR EACH ROW
  SET NEW.published_at = IF(NEW.status = 'published', coalesce(NEW.published_at, now()), NEW.published_at);
CREATE TRIGGER page_kept AFTER UPDATE ON cms_pages FOR EACH ROW
BEGIN
  DECLARE next int unsigned;
  SELECT coalesce(max(revision), 0) + 1 INTO next FROM cms_revisions WHERE page_id = NEW.id;
  IF NOT (OLD.body <=> NEW.body) THEN
    INSERT INTO cms_revisions (page_id, revision, title, body) VALUES (OLD.id, next, OLD.title, OLD.body);
  END IF;
END;
