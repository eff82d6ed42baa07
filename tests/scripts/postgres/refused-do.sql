-- refused: DO is not allowed
CREATE TABLE t (a int);
DO $$ BEGIN EXECUTE 'CREATE TABLE u (a int)'; END $$;
