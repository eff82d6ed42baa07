-- Bodies in several languages and quotes; a name between the dollars; a body of SQL itself.
CREATE FUNCTION plain(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS 'SELECT a + b; -- ;';
CREATE OR REPLACE FUNCTION body_(a int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp COST 200 AS $body$
DECLARE
  x int := 0; -- $$ is no end
BEGIN
  IF a > 0 THEN x := a; END IF;
  RETURN x;
EXCEPTION WHEN others THEN
  RETURN NULL;
END;
$body$;
CREATE FUNCTION standard(a int) RETURNS int LANGUAGE sql RETURN a * 2;
CREATE FUNCTION atomic(a int) RETURNS TABLE (x int, y text) BEGIN ATOMIC SELECT a, 'b'; SELECT a, 'c'; END;
CREATE FUNCTION many(VARIADIC xs int[], OUT total bigint, OUT n int) AS $$ SELECT sum(x), count(*)::int FROM unnest(xs) x $$ LANGUAGE sql;
CREATE PROCEDURE nothing(INOUT a int) AS $$ BEGIN a := a + 1; COMMIT; END $$ LANGUAGE plpgsql;
CREATE TABLE t (id int PRIMARY KEY, changed timestamptz);
CREATE FUNCTION touch() RETURNS trigger AS $_$ BEGIN NEW.changed := now(); RETURN NEW; END $_$ LANGUAGE plpgsql;
CREATE TRIGGER touched BEFORE INSERT OR UPDATE OF id ON t FOR EACH ROW WHEN (NEW.id > 0) EXECUTE PROCEDURE touch();
CREATE CONSTRAINT TRIGGER late AFTER DELETE ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TRIGGER seen AFTER UPDATE ON t REFERENCING OLD TABLE AS o NEW TABLE AS n FOR EACH STATEMENT EXECUTE FUNCTION touch();
CREATE AGGREGATE total(int) (sfunc = int4pl, stype = int, initcond = '0');
