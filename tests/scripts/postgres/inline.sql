-- Constraints at their columns, named and unnamed, several on one.
CREATE TABLE parents (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code text CONSTRAINT code_given NOT NULL CONSTRAINT code_once UNIQUE CONSTRAINT code_short CHECK (length(code) < 10),
  a int, b int, UNIQUE (a, b), UNIQUE (b) INCLUDE (a)
);
CREATE TABLE children (
  id int PRIMARY KEY CHECK (id > 0) CHECK (id < 1000000),
  parent_id int NOT NULL REFERENCES parents ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
  other_id int REFERENCES parents (id) MATCH FULL,
  a int, b int,
  FOREIGN KEY (a, b) REFERENCES parents (a, b),
  EXCLUDE USING btree (id WITH =)
);
CREATE TABLE IF NOT EXISTS self (id int PRIMARY KEY, up int REFERENCES self, UNIQUE NULLS NOT DISTINCT (up));
