-- People who only ask are told from those who answer: a check, unique mail, a split name.
-- part people
CREATE TABLE people (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  team_id int unsigned,
  login varchar(30) CHARACTER SET ascii NOT NULL,
  full_name varchar(120) NOT NULL DEFAULT '',
  given_name varchar(60) NOT NULL DEFAULT '',
  mail varchar(200),
  is_agent tinyint(1) NOT NULL DEFAULT 0,
  locale char(2) CHARACTER SET ascii NOT NULL DEFAULT 'de',
  created_at datetime NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE KEY people_login (login),
  UNIQUE KEY mail_once (mail),
  KEY people_team (team_id, is_agent),
  CONSTRAINT people_team FOREIGN KEY (team_id) REFERENCES teams (id) ON DELETE SET NULL,
  CONSTRAINT locale_known CHECK (locale IN ('de', 'en', 'fr'))
);
ALTER TABLE teams ADD CONSTRAINT teams_lead FOREIGN KEY (`lead`) REFERENCES people (id) ON DELETE SET NULL;
