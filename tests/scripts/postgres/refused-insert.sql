-- refused: INSERT is not allowed
CREATE TABLE t (a int);
INSERT INTO t VALUES (1);
