-- Revisions, kept by a trigger.
-- part revisions before published
CREATE TABLE revisions (
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT,
  saved_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')),
  PRIMARY KEY (page_id, revision)
) STRICT, WITHOUT ROWID;
-- part kept
CREATE TRIGGER page_kept AFTER UPDATE OF title, body ON pages WHEN OLD.body IS NOT NEW.body
BEGIN
  INSERT INTO revisions (page_id, revision, title, body)
  SELECT OLD.id, 1 + coalesce(max(revision), 0), OLD.title, OLD.body FROM revisions WHERE page_id = OLD.id;
END;
