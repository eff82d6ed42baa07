CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT);
CREATE TABLE log (what TEXT, at TEXT);
CREATE VIEW v (x, y) AS SELECT a, b FROM t WHERE b IS NOT NULL -- a comment inside
;
CREATE TRIGGER after_t AFTER UPDATE OF b ON t FOR EACH ROW WHEN old.b <> new.b BEGIN
  INSERT INTO log VALUES ('changed; ' || CASE WHEN new.a > 0 THEN 'up' ELSE 'down' END, datetime('now'));
  DELETE FROM log WHERE at < '2000';
END;
CREATE TRIGGER instead_of INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.x, new.y); END;
