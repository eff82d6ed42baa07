-- Guests register, and are shown under a name of their own.
-- part users
CREATE TABLE users (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL COLLATE NOCASE UNIQUE,
  mail TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
  role TEXT NOT NULL DEFAULT 'guest' CHECK (role IN ('admin', 'editor', 'author', 'guest')),
  registered TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
  display_name TEXT,
  shown TEXT GENERATED ALWAYS AS (coalesce(display_name, login)) VIRTUAL
);
CREATE INDEX users_shown ON users (shown COLLATE NOCASE);
-- part published
CREATE VIEW published AS SELECT p.id, p.slug, p.title, u.shown AS author FROM pages p JOIN users u ON u.id = p.author WHERE p.status = 'published';
CREATE TRIGGER publish INSTEAD OF INSERT ON published BEGIN
  INSERT INTO pages (slug, title, status, author) SELECT NEW.slug, NEW.title, 'published', id FROM users WHERE shown = NEW.author;
END;
