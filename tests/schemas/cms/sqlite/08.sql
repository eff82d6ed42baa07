-- Options are kept for each site: another primary key.
-- part options
CREATE TABLE options (
  site TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL,
  value ANY,
  PRIMARY KEY (site, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX options_name ON options (name);
