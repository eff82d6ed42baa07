-- Out of latin1: a table with its columns is converted, keys and all.
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
  KEY page_slug (site_id, slug),
  KEY page_parent (parent_id),
  KEY page_author (author),
  CONSTRAINT page_site FOREIGN KEY (site_id) REFERENCES cms_sites (id) ON DELETE CASCADE,
  CONSTRAINT page_parent FOREIGN KEY (parent_id) REFERENCES cms_pages (id) ON DELETE SET NULL,
  CONSTRAINT page_author FOREIGN KEY (author) REFERENCES cms_users (ID)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 ROW_FORMAT=DYNAMIC;
