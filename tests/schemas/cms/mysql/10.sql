-- Pages in languages: a column in the unique key, bigger ids of sites, deletes that are held up.
-- part sites
CREATE TABLE cms_sites (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  domain varchar(190) CHARACTER SET ascii NOT NULL,
  title varchar(190) NOT NULL DEFAULT '' COMMENT 'for the browser',
  UNIQUE KEY domain (domain)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
-- part pages
CREATE TABLE cms_pages (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  site_id int unsigned NOT NULL,
  parent_id int unsigned DEFAULT NULL,
  language char(2) CHARACTER SET ascii NOT NULL DEFAULT 'de',
  slug varchar(120) NOT NULL DEFAULT '',
  title varchar(150) NOT NULL DEFAULT '',
  body mediumtext,
  status enum('draft','review','published','archived') NOT NULL DEFAULT 'draft',
  author int unsigned NOT NULL,
  hits int unsigned NOT NULL DEFAULT 0,
  published_at datetime DEFAULT NULL,
  UNIQUE KEY page_address (site_id, language, slug),
  KEY page_parent (parent_id),
  KEY page_author (author),
  FULLTEXT KEY page_text (title, body),
  CONSTRAINT page_site FOREIGN KEY (site_id) REFERENCES cms_sites (id),
  CONSTRAINT page_parent FOREIGN KEY (parent_id) REFERENCES cms_pages (id) ON DELETE SET NULL,
  CONSTRAINT page_author FOREIGN KEY (author) REFERENCES cms_users (ID)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 ROW_FORMAT=DYNAMIC;
