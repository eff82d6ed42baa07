-- Media: sizes are required, a check, a description in two languages as JSON.
-- part media
CREATE TABLE cms_media (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  path varchar(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mime varchar(60) CHARACTER SET ascii NOT NULL DEFAULT 'application/octet-stream',
  width int unsigned,
  height int unsigned,
  thumb mediumblob,
  alt json,
  pixels bigint unsigned GENERATED ALWAYS AS (width * height) VIRTUAL,
  KEY media_path (path(190)),
  CONSTRAINT both_or_none CHECK ((width IS NULL) = (height IS NULL))
) DEFAULT CHARSET=utf8mb4 COMMENT='files below /media';
CREATE TABLE cms_page_media (
  page_id int unsigned NOT NULL,
  position smallint NOT NULL,
  media_id int unsigned NOT NULL,
  caption varchar(250) NOT NULL DEFAULT '',
  PRIMARY KEY (page_id, position),
  KEY media_pages (media_id),
  CONSTRAINT media_page FOREIGN KEY (page_id) REFERENCES cms_pages (id) ON DELETE CASCADE,
  CONSTRAINT media_media FOREIGN KEY (media_id) REFERENCES cms_media (id)
) DEFAULT CHARSET=utf8mb4;
