CREATE EXTENSION IF NOT EXISTS citext;
CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'happy');
CREATE TYPE address AS (street text, "zip code" varchar(10), at point);
CREATE DOMAIN positive AS numeric(12, 2) DEFAULT 1 NOT NULL CONSTRAINT is_positive CHECK (VALUE > 0) CHECK (VALUE < 1e6);
CREATE DOMAIN email AS citext CHECK (VALUE ~ '^[^@]+@[^@]+$');
CREATE TYPE span_of AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE COLLATION german (provider = icu, locale = 'de-DE', deterministic = false);
CREATE SEQUENCE numbers AS smallint INCREMENT -1 MINVALUE -100 MAXVALUE -1 START -1 CYCLE;
CREATE TABLE people (
  id int DEFAULT nextval('numbers'),
  m mood DEFAULT 'it''s ok', home address, pay positive, mail email UNIQUE,
  during span_of, name text COLLATE german, moods mood[] DEFAULT '{sad}',
  full_name text GENERATED ALWAYS AS (upper(name)) STORED
);
CREATE MATERIALIZED VIEW happy AS SELECT id, name FROM people WHERE m = 'happy' WITH NO DATA;
CREATE UNIQUE INDEX happy_id ON happy (id);
CREATE STATISTICS people_stats (dependencies) ON id, m FROM people;
