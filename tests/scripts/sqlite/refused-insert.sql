-- refused: INSERT is not allowed
CREATE TABLE t (a);
INSERT INTO t VALUES (1);
