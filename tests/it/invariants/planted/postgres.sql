-- A namespace that no case declares, with one of everything that could be trodden on.
CREATE SCHEMA elsewhere;
COMMENT ON SCHEMA elsewhere IS 'not ours';
CREATE TYPE elsewhere.mood AS ENUM ('sad', 'happy');
CREATE DOMAIN elsewhere.short AS varchar(5) CHECK (value <> '');
CREATE SEQUENCE elsewhere.numbers START 7;
CREATE TABLE elsewhere.t (id serial PRIMARY KEY, a elsewhere.mood DEFAULT 'sad', b elsewhere.short UNIQUE);
CREATE TABLE elsewhere.child (id int REFERENCES elsewhere.t (id) ON DELETE CASCADE, CHECK (id > 0));
CREATE INDEX t_a ON elsewhere.t (a) WHERE b IS NOT NULL;
CREATE VIEW elsewhere.seen AS SELECT id FROM elsewhere.t;
CREATE FUNCTION elsewhere.plus_one(a int) RETURNS int LANGUAGE sql AS 'SELECT a + 1';
CREATE FUNCTION elsewhere.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER stamped BEFORE INSERT ON elsewhere.t FOR EACH ROW EXECUTE FUNCTION elsewhere.stamp();
ALTER TABLE elsewhere.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody ON elsewhere.t USING (true);
GRANT SELECT ON elsewhere.t TO PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA elsewhere GRANT SELECT ON TABLES TO PUBLIC;
INSERT INTO elsewhere.t (a, b) VALUES ('happy', 'x'), ('sad', NULL);
