-- refused: DEFINER is not allowed
CREATE TABLE t (a int);
CREATE DEFINER = `somebody`@`localhost` VIEW v AS SELECT a FROM t;
