/* A block comment /* with another one inside */ before anything. */
CREATE TABLE Users ( -- folded to lower case
  ID            BIGSERIAL NOT NULL,   /* between */
  "E-Mail"      CHARACTER VARYING(255) NOT NULL UNIQUE,
  nick          varchar (40) default 'O''Brien -- not a comment' not null,
  bio           text default E'line\nnext',
  tags          text[] default '{}',
  matrix        int[][] DEFAULT ARRAY[ARRAY[1, 2], ARRAY[3, 4]],
  price         dec(10,2) DEFAULT 0.00 CHECK (price >= 0),
  ratio         float(24),
  exact         double precision,
  born          date,
  seen          timestamp with time zone default now(),
  local         timestamp(3) without time zone default CURRENT_TIMESTAMP,
  clock         time with time zone,
  span          interval day to second(2) default '1 day',
  flag          bool default 'yes',
  bits          bit varying(8) default B'1010',
  ch            char,
  ip            inet default '127.0.0.1'::inet,
  doc           jsonb default '{"a": [1, 2]}'::jsonb,
  PRIMARY KEY (ID),
  CONSTRAINT "Nick is short" CHECK (length(nick) < 40),
  CHECK (born < CURRENT_DATE OR born IS NULL),
  CHECK (ratio BETWEEN 0 AND 1)
) ;;
;
COMMENT ON TABLE users IS $$It's a "table"$$;
COMMENT ON COLUMN users."E-Mail" IS 'semi;colon';
Create Unique Index If Not Exists users_lower On users Using btree (lower("E-Mail") Collate "C" Desc Nulls Last) Where nick <> '';
