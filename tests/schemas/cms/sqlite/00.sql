-- A content management system in one file, as a static site's editor keeps it.
-- part users
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL COLLATE NOCASE UNIQUE,
  mail TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT 'author' CHECK (role IN ('admin', 'editor', 'author')),
  registered TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
-- part pages
CREATE TABLE pages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES pages (id) ON DELETE SET NULL,
  slug TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  body TEXT,
  status TEXT NOT NULL DEFAULT 'draft',
  author INTEGER NOT NULL REFERENCES users (id),
  published_at TEXT
);
CREATE INDEX pages_author ON pages (author);
CREATE INDEX pages_published ON pages (published_at DESC) WHERE status = 'published';
-- part options
CREATE TABLE options (name TEXT PRIMARY KEY NOT NULL, value ANY) STRICT, WITHOUT ROWID;
-- part tags
CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL COLLATE NOCASE, CONSTRAINT tag_once UNIQUE (name) ON CONFLICT IGNORE);
CREATE TABLE page_tags (
  page_id INTEGER NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
  tag_id INTEGER NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
  PRIMARY KEY (page_id, tag_id)
) WITHOUT ROWID;
-- part media
CREATE TABLE media (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  width INTEGER, height INTEGER,
  pixels INTEGER AS (width * height) STORED,
  thumb BLOB
);
-- part published
CREATE VIEW published AS SELECT p.id, p.slug, p.title, u.login AS author FROM pages p JOIN users u ON u.id = p.author WHERE p.status = 'published';
CREATE TRIGGER publish INSTEAD OF INSERT ON published BEGIN
  INSERT INTO pages (slug, title, status, author) SELECT NEW.slug, NEW.title, 'published', id FROM users WHERE login = NEW.author;
END;
-- part stamps
CREATE TRIGGER page_published AFTER UPDATE OF status ON pages WHEN NEW.status = 'published' AND OLD.published_at IS NULL
BEGIN UPDATE pages SET published_at = CURRENT_TIMESTAMP WHERE id = NEW.id; END;
