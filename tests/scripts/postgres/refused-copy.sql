-- refused: COPY is not allowed
CREATE TABLE t (a int);
COPY t FROM stdin;
1
\.
