-- A workflow: what a status may be, said by the table.
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
  picture INTEGER REFERENCES media (id) ON DELETE SET NULL
);
CREATE INDEX pages_author ON pages (author, status);
CREATE INDEX pages_published ON pages (published_at DESC) WHERE status = 'published';
CREATE UNIQUE INDEX pages_slug ON pages (coalesce(parent_id, 0), language, slug);
