-- Options are kept for each site: another primary key.
-- part options
CREATE TABLE cms_options (
  site_id smallint unsigned NOT NULL DEFAULT 0,
  name varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  value longtext,
  autoload enum('yes','no') NOT NULL DEFAULT 'no',
  PRIMARY KEY (site_id, name),
  KEY option_autoload (autoload)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='one row for each setting of a site';
-- part nightly
CREATE EVENT cms_forget ON SCHEDULE EVERY 1 DAY STARTS '2037-01-01 03:00:00' DISABLE DO DELETE FROM cms_comments WHERE approved = 0;
