-- refused: an ALTER takes one action here
CREATE TABLE t (a int, b int);
ALTER TABLE t ADD PRIMARY KEY (a), ADD UNIQUE (b);
