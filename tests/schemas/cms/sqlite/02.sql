-- Languages, and a picture for each page: columns at the end.
-- part pages
CREATE TABLE pages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES pages (id) ON DELETE SET NULL,
  slug TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  body TEXT,
  status TEXT NOT NULL DEFAULT 'draft',
  author INTEGER NOT NULL REFERENCES users (id),
  published_at TEXT,
  language TEXT NOT NULL DEFAULT 'de',
  picture INTEGER REFERENCES media (id)
);
CREATE INDEX pages_author ON pages (author);
CREATE INDEX pages_published ON pages (published_at DESC) WHERE status = 'published';
CREATE UNIQUE INDEX pages_slug ON pages (coalesce(parent_id, 0), slug);
