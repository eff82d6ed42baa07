-- Pages are strict now, and say when they expire; the picture goes to the pages' media.
-- part pages
CREATE TABLE pages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  parent_id INTEGER REFERENCES pages (id) ON DELETE SET NULL,
  slug TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  body TEXT,
  status TEXT NOT NULL DEFAULT 'draft' CONSTRAINT status_said CHECK (status <> ''),
  author INTEGER NOT NULL REFERENCES users (id) ON DELETE RESTRICT,
  published_at TEXT,
  language TEXT NOT NULL DEFAULT 'de' CHECK (length(language) = 2),
  expires_at TEXT CHECK (expires_at > published_at)
) STRICT;
CREATE INDEX pages_author ON pages (author, status);
CREATE INDEX pages_published ON pages (published_at DESC, expires_at) WHERE status = 'published';
CREATE UNIQUE INDEX pages_slug ON pages (coalesce(parent_id, 0), language, slug);
