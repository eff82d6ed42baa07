-- refused: this ALTER is not allowed in a declaration
CREATE TABLE t (a int);
ALTER TABLE t ADD COLUMN b int;
