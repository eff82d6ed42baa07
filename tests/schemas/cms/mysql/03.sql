-- A workflow: members in the middle of an enum, and what the view shows.
-- part pages
CREATE TABLE cms_pages (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  site_id smallint unsigned NOT NULL,
  parent_id int unsigned DEFAULT NULL,
  slug varchar(120) NOT NULL DEFAULT '',
  title varchar(150) NOT NULL DEFAULT '',
  body mediumtext,
  status enum('draft','review','published','archived') NOT NULL DEFAULT 'draft',
  author int unsigned NOT NULL,
  hits int unsigned NOT NULL DEFAULT 0,
  published_at datetime DEFAULT NULL,
  UNIQUE KEY page_address (site_id, slug),
  KEY page_parent (parent_id),
  KEY page_author (author),
  FULLTEXT KEY page_text (title, body),
  CONSTRAINT page_site FOREIGN KEY (site_id) REFERENCES cms_sites (id) ON DELETE CASCADE,
  CONSTRAINT page_parent FOREIGN KEY (parent_id) REFERENCES cms_pages (id) ON DELETE SET NULL,
  CONSTRAINT page_author FOREIGN KEY (author) REFERENCES cms_users (ID)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 ROW_FORMAT=DYNAMIC;
-- part published
CREATE VIEW cms_published AS
  SELECT p.id, s.domain, p.slug, p.title, u.display_name AS author, p.published_at, p.hits
  FROM cms_pages p JOIN cms_sites s ON s.id = p.site_id JOIN cms_users u ON u.ID = p.author
  WHERE p.status IN ('published', 'archived');
