-- Media are kept once, and used on many pages.
-- part media
CREATE TABLE media (
  id INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  width INTEGER, height INTEGER,
  pixels INTEGER AS (width * height) VIRTUAL,
  thumb BLOB,
  mime TEXT NOT NULL DEFAULT 'image/png' CHECK (mime LIKE '%/%'),
  CHECK ((width IS NULL) = (height IS NULL))
);
CREATE UNIQUE INDEX media_path ON media (path);
-- part page_media before revisions
CREATE TABLE page_media (
  page_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  media_id INTEGER NOT NULL REFERENCES media (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (page_id, position),
  CONSTRAINT of_page FOREIGN KEY (page_id) REFERENCES pages (id) ON DELETE CASCADE ON UPDATE CASCADE
) WITHOUT ROWID;
