-- Terms have a tree; a function walks it; hits are counted by a procedure.
-- part terms
CREATE TABLE cms_terms (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  parent_id int unsigned,
  name varchar(120) NOT NULL,
  taxonomy varchar(32) CHARACTER SET ascii NOT NULL DEFAULT 'tag',
  UNIQUE KEY term (taxonomy, name),
  KEY term_parent (parent_id),
  CONSTRAINT term_parent FOREIGN KEY (parent_id) REFERENCES cms_terms (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4;
CREATE TABLE cms_page_terms (
  page_id int unsigned NOT NULL,
  term_id int unsigned NOT NULL,
  position smallint unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (page_id, term_id),
  KEY term_pages (term_id, position),
  CONSTRAINT terms_page FOREIGN KEY (page_id) REFERENCES cms_pages (id) ON DELETE CASCADE,
  CONSTRAINT terms_term FOREIGN KEY (term_id) REFERENCES cms_terms (id) ON DELETE CASCADE
) DEFAULT CHARSET=utf8mb4;
-- part counting
CREATE PROCEDURE cms_hit(IN which int unsigned) MODIFIES SQL DATA UPDATE cms_pages SET hits = hits + 1 WHERE id = which;
CREATE FUNCTION cms_option(which varchar(64)) RETURNS longtext READS SQL DATA RETURN (SELECT value FROM cms_options WHERE name = which);
