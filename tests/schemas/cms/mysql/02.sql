-- Addresses of pages are unique, texts can be searched in, comments come from IPv6.
-- part pages
CREATE TABLE cms_pages (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  site_id smallint unsigned NOT NULL,
  parent_id int unsigned DEFAULT NULL,
  slug varchar(120) NOT NULL DEFAULT '',
  title varchar(150) NOT NULL DEFAULT '',
  body mediumtext,
  status enum('draft','published') NOT NULL DEFAULT 'draft',
  author int unsigned NOT NULL,
  hits mediumint unsigned NOT NULL DEFAULT 0,
  published_at datetime DEFAULT NULL,
  UNIQUE KEY page_address (site_id, slug),
  KEY page_parent (parent_id),
  KEY page_author (author),
  FULLTEXT KEY page_text (title, body),
  CONSTRAINT page_site FOREIGN KEY (site_id) REFERENCES cms_sites (id) ON DELETE CASCADE,
  CONSTRAINT page_parent FOREIGN KEY (parent_id) REFERENCES cms_pages (id) ON DELETE SET NULL,
  CONSTRAINT page_author FOREIGN KEY (author) REFERENCES cms_users (ID)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 ROW_FORMAT=DYNAMIC;
-- part comments
CREATE TABLE cms_comments (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  page_id int unsigned NOT NULL,
  author_name tinytext NOT NULL,
  ip varchar(45) NOT NULL DEFAULT '',
  body text NOT NULL,
  approved tinyint(1) NOT NULL DEFAULT 0,
  written timestamp NULL DEFAULT CURRENT_TIMESTAMP,
  KEY comment_page (page_id, approved, written),
  KEY comment_ip (ip),
  CONSTRAINT comment_page FOREIGN KEY (page_id) REFERENCES cms_pages (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4;
