-- Tags have a tree and a weight; a view walks it.
-- part tags
CREATE TABLE tags (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE,
  parent_id INTEGER REFERENCES tags (id) ON DELETE CASCADE,
  weight REAL NOT NULL DEFAULT 1.0,
  CONSTRAINT tag_once UNIQUE (name) ON CONFLICT ABORT
);
CREATE TABLE page_tags (
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  PRIMARY KEY (tag_id, page_id)
) WITHOUT ROWID;
CREATE INDEX page_tags_page ON page_tags (page_id);
CREATE VIEW tag_paths AS
  WITH RECURSIVE walk (id, path) AS (
    SELECT id, name FROM tags WHERE parent_id IS NULL
    UNION ALL SELECT t.id, w.path || '/' || t.name FROM tags t JOIN walk w ON t.parent_id = w.id
  ) SELECT id, path FROM walk;
