-- Users: out of latin1 too, longer mail, a role more, and a name for lists that is computed.
-- part users
CREATE TABLE cms_users (
  ID int unsigned NOT NULL AUTO_INCREMENT,
  user_login varchar(60) NOT NULL DEFAULT '',
  user_mail varchar(250) NOT NULL DEFAULT '',
  display_name varchar(100),
  shown varchar(160) GENERATED ALWAYS AS (coalesce(display_name, user_login)) STORED,
  role enum('admin','editor','author','guest') NOT NULL DEFAULT 'guest',
  registered datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (ID),
  UNIQUE KEY user_login (user_login),
  KEY user_mail (user_mail(100)),
  KEY user_shown (shown)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci;
