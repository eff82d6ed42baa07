-- A content management system that began in another century: latin1, enums, names with prefixes.
-- part users
CREATE TABLE cms_users (
  ID int unsigned NOT NULL AUTO_INCREMENT,
  user_login varchar(60) NOT NULL DEFAULT '',
  user_mail varchar(100) NOT NULL DEFAULT '',
  display_name varchar(100),
  role enum('admin','editor','author') NOT NULL DEFAULT 'author',
  registered datetime NOT NULL DEFAULT '2000-01-01 00:00:00',
  PRIMARY KEY (ID),
  UNIQUE KEY user_login (user_login),
  KEY user_mail (user_mail)
) ENGINE=InnoDB DEFAULT CHARSET=latin1 COLLATE=latin1_german1_ci;
-- part sites
CREATE TABLE cms_sites (
  id smallint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  domain varchar(190) CHARACTER SET ascii NOT NULL,
  title varchar(190) NOT NULL DEFAULT '',
  UNIQUE KEY domain (domain)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;
-- part pages
CREATE TABLE cms_pages (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  site_id smallint unsigned NOT NULL,
  parent_id int unsigned DEFAULT NULL,
  slug varchar(120) NOT NULL DEFAULT '',
  title varchar(150) NOT NULL DEFAULT '',
  body text,
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
) ENGINE=InnoDB DEFAULT CHARSET=latin1 ROW_FORMAT=DYNAMIC;
-- part options
CREATE TABLE cms_options (
  name varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  value longtext,
  autoload enum('yes','no') NOT NULL DEFAULT 'yes'
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='one row for each setting';
-- part terms
CREATE TABLE cms_terms (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(80) NOT NULL,
  taxonomy varchar(32) CHARACTER SET ascii NOT NULL DEFAULT 'category',
  UNIQUE KEY term (taxonomy, name)
) DEFAULT CHARSET=utf8mb4;
CREATE TABLE cms_page_terms (
  page_id int unsigned NOT NULL,
  term_id int unsigned NOT NULL,
  PRIMARY KEY (page_id, term_id),
  KEY term_pages (term_id),
  CONSTRAINT terms_page FOREIGN KEY (page_id) REFERENCES cms_pages (id) ON DELETE CASCADE,
  CONSTRAINT terms_term FOREIGN KEY (term_id) REFERENCES cms_terms (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4;
-- part comments
CREATE TABLE cms_comments (
  id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  page_id int unsigned NOT NULL,
  author_name tinytext NOT NULL,
  ip varchar(15) NOT NULL DEFAULT '',
  body text NOT NULL,
  approved tinyint(1) NOT NULL DEFAULT 0,
  written timestamp NULL DEFAULT CURRENT_TIMESTAMP,
  KEY comment_page (page_id, approved, written),
  CONSTRAINT comment_page FOREIGN KEY (page_id) REFERENCES cms_pages (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4;
-- part media
CREATE TABLE cms_media (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  path varchar(250) NOT NULL,
  mime varchar(60) CHARACTER SET ascii NOT NULL DEFAULT 'image/png',
  width smallint unsigned,
  height smallint unsigned,
  thumb blob,
  pixels int unsigned GENERATED ALWAYS AS (width * height) VIRTUAL
) DEFAULT CHARSET=utf8mb4;
-- part published
CREATE VIEW cms_published AS
  SELECT p.id, s.domain, p.slug, p.title, u.display_name AS author, p.published_at
  FROM cms_pages p JOIN cms_sites s ON s.id = p.site_id JOIN cms_users u ON u.ID = p.author
  WHERE p.status = 'published';
-- part triggers
CREATE TRIGGER page_published BEFORE UPDATE ON cms_pages FOR EACH ROW
  SET NEW.published_at = IF(NEW.status = 'published', coalesce(NEW.published_at, now()), NULL);
