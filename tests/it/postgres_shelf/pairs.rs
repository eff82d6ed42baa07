//! From one schema to another, and back.

use super::{can_say, delta, follow, left, loaded, read, server};
use driftless::engine::{Catalog, Scope};
use driftless::schema::{Name, Rename};

fn table(from: &str, to: &str) -> Rename {
    Rename::Table {
        from: Name::new("public", from),
        to: Name::new("public", to),
    }
}

fn column(table: &str, from: &str, to: &str) -> Rename {
    Rename::Column {
        table: Name::new("public", table),
        from: from.to_owned(),
        to: to.to_owned(),
    }
}

/// What changes, before and after.
const ROWS: &[(&str, &str, &str)] = &[
    (
        "table",
        "",
        "CREATE TABLE t (a int PRIMARY KEY, b text UNIQUE)",
    ),
    (
        "columns come and go",
        "CREATE TABLE t (a int, b int)",
        "CREATE TABLE t (b int, c text NOT NULL DEFAULT 'x')",
    ),
    (
        "default",
        "CREATE TABLE t (a int, b int DEFAULT 1, c text DEFAULT 'a')",
        "CREATE TABLE t (a int DEFAULT 5, b int, c text DEFAULT 'b')",
    ),
    (
        "not null",
        "CREATE TABLE t (a int NOT NULL, b int)",
        "CREATE TABLE t (a int, b int NOT NULL)",
    ),
    (
        "wider",
        "CREATE TABLE t (a int DEFAULT 1, b varchar(5), c numeric(5,2))",
        "CREATE TABLE t (a bigint DEFAULT 1, b text, c numeric(9,4))",
    ),
    (
        "text to number",
        "CREATE TABLE t (a text DEFAULT '1', b varchar(9))",
        "CREATE TABLE t (a int DEFAULT 1, b date)",
    ),
    (
        "bool and number",
        "CREATE TABLE t (a boolean, b bigint, c boolean DEFAULT true)",
        "CREATE TABLE t (a smallint, b boolean, c int DEFAULT 1)",
    ),
    (
        "timestamps",
        "CREATE TABLE t (a timestamp, b date, c timestamptz)",
        "CREATE TABLE t (a timestamptz, b timestamp, c date)",
    ),
    (
        "json",
        "CREATE TABLE t (a json, b text, c jsonb)",
        "CREATE TABLE t (a jsonb, b jsonb, c text)",
    ),
    (
        "arrays",
        "CREATE TABLE t (a int[], b text[], c text)",
        "CREATE TABLE t (a bigint[], b int[], c text[])",
    ),
    (
        "uuid",
        "CREATE TABLE t (a text, b uuid)",
        "CREATE TABLE t (a uuid, b text)",
    ),
    (
        "collation PG29",
        "CREATE TABLE t (a text COLLATE \"C\", b text)",
        "CREATE TABLE t (a text, b text COLLATE \"C\")",
    ),
    (
        "primary key",
        "CREATE TABLE t (a int PRIMARY KEY, b int)",
        "CREATE TABLE t (a int, b int, PRIMARY KEY (b, a))",
    ),
    (
        "primary key goes",
        "CREATE TABLE t (a int PRIMARY KEY)",
        "CREATE TABLE t (a int)",
    ),
    (
        "primary key is named",
        "CREATE TABLE t (a int PRIMARY KEY)",
        "CREATE TABLE t (a int, CONSTRAINT pk PRIMARY KEY (a))",
    ),
    (
        "unique PG18",
        "CREATE TABLE t (a int UNIQUE, b int, c int)",
        "CREATE TABLE t (a int, b int UNIQUE, c int); CREATE UNIQUE INDEX t_a ON t (a)",
    ),
    (
        "unique options",
        "CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a))",
        "CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a) INCLUDE (b) DEFERRABLE)",
    ),
    (
        "check",
        "CREATE TABLE t (a int CHECK (a > 0), b int)",
        "CREATE TABLE t (a int CHECK (a > 1), b int, CONSTRAINT c CHECK (a < b))",
    ),
    (
        "check becomes valid",
        "CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID",
        "CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0))",
    ),
    (
        "PG08 list grows",
        "CREATE TABLE t (a varchar(5), CONSTRAINT c CHECK (a IN ('x')))",
        "CREATE TABLE t (a varchar(5), CONSTRAINT c CHECK (a IN ('x','y')))",
    ),
    (
        "PG07 type under a check",
        "CREATE TABLE t (a varchar(5) CHECK (a IN ('x','y')))",
        "CREATE TABLE t (a text CHECK (a IN ('x','y')))",
    ),
    (
        "foreign key",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int)",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p ON DELETE CASCADE)",
    ),
    (
        "foreign key actions",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p ON DELETE CASCADE)",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p ON DELETE SET NULL ON UPDATE CASCADE)",
    ),
    (
        "foreign key put off",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int, b int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p, CONSTRAINT g FOREIGN KEY (b) REFERENCES p DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int, b int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p DEFERRABLE INITIALLY DEFERRED, CONSTRAINT g FOREIGN KEY (b) REFERENCES p DEFERRABLE)",
    ),
    (
        "foreign key becomes valid",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int); ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES p NOT VALID",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int, CONSTRAINT f FOREIGN KEY (a) REFERENCES p)",
    ),
    (
        "PG51 key under a foreign key",
        "CREATE TABLE p (a int, b int, CONSTRAINT k PRIMARY KEY (a)); CREATE TABLE t (a int REFERENCES p)",
        "CREATE TABLE p (a int, b int, CONSTRAINT k PRIMARY KEY (a) INCLUDE (b)); CREATE TABLE t (a int REFERENCES p)",
    ),
    (
        "parent and child types",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p)",
        "CREATE TABLE p (a bigint PRIMARY KEY); CREATE TABLE t (a bigint REFERENCES p)",
    ),
    (
        "parent and child",
        "",
        "CREATE TABLE a_child (p int); CREATE TABLE p (a int PRIMARY KEY); ALTER TABLE a_child ADD FOREIGN KEY (p) REFERENCES p",
    ),
    (
        "circle",
        "",
        "CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b",
    ),
    (
        "index",
        "CREATE TABLE t (a int, b text); CREATE INDEX i ON t (a)",
        "CREATE TABLE t (a int, b text); CREATE INDEX i ON t (a, b); CREATE INDEX j ON t (lower(b)) WHERE a > 0",
    ),
    (
        "index options",
        "CREATE TABLE t (a int); CREATE INDEX i ON t (a)",
        "CREATE TABLE t (a int); CREATE INDEX i ON t (a) WITH (fillfactor = 70)",
    ),
    (
        "index of another order PG17",
        "CREATE TABLE t (a int, b text); CREATE INDEX i ON t (a); CREATE INDEX j ON t (b)",
        "CREATE TABLE t (a int, b text); CREATE INDEX i ON t (a DESC NULLS LAST); CREATE INDEX j ON t (b text_pattern_ops)",
    ),
    (
        "index on a column that goes",
        "CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b); CREATE INDEX j ON t (b)",
        "CREATE TABLE t (a int)",
    ),
    (
        "PG02 PG03 plain and serial",
        "CREATE TABLE t (a int NOT NULL, b serial)",
        "CREATE TABLE t (a serial, b int NOT NULL)",
    ),
    (
        "PG03 plain and identity",
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS IDENTITY)",
        "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b int)",
    ),
    (
        "PG03 serial and identity",
        "CREATE TABLE t (a serial, b bigint GENERATED BY DEFAULT AS IDENTITY)",
        "CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY, b bigserial)",
    ),
    (
        "PG04 identity options",
        "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY)",
        "CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY (START 5 INCREMENT 5 CACHE 3 CYCLE MAXVALUE 500))",
    ),
    (
        "PG04 identity widens",
        "CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (START 7))",
        "CREATE TABLE t (a bigint GENERATED ALWAYS AS IDENTITY (START 7))",
    ),
    (
        "PG04 serial widens",
        "CREATE TABLE t (a serial PRIMARY KEY)",
        "CREATE TABLE t (a bigserial PRIMARY KEY)",
    ),
    (
        "PG54 generated",
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED); CREATE INDEX i ON t (b)",
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 2) STORED); CREATE INDEX i ON t (b)",
    ),
    (
        "PG54 type under generated",
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED UNIQUE CHECK (b > 0))",
        "CREATE TABLE t (a bigint, b bigint GENERATED ALWAYS AS (a + 1) STORED UNIQUE CHECK (b > 0))",
    ),
    (
        "generated comes",
        "CREATE TABLE t (a int)",
        "CREATE TABLE t (a int, c int GENERATED ALWAYS AS (b + 1) STORED, b int)",
    ),
    (
        "comments PG37",
        "CREATE TABLE t (a int PRIMARY KEY, b int); CREATE INDEX i ON t (b); COMMENT ON TABLE t IS 'x'; COMMENT ON COLUMN t.b IS 'y'",
        "CREATE TABLE t (a int PRIMARY KEY, b int); CREATE INDEX i ON t (b); COMMENT ON COLUMN t.a IS 'it''s'; COMMENT ON INDEX i IS 'z'; COMMENT ON CONSTRAINT t_pkey ON t IS 'pk'",
    ),
    (
        "PG38 storage",
        "CREATE TABLE t (a text, b text, c numeric) WITH (fillfactor = 80)",
        "CREATE TABLE t (a text, b text, c numeric) WITH (autovacuum_enabled = false); ALTER TABLE t ALTER a SET STORAGE EXTERNAL; ALTER TABLE t ALTER b SET COMPRESSION pglz; ALTER TABLE t ALTER c SET STATISTICS 9; ALTER TABLE t ALTER c SET STORAGE EXTENDED; ALTER TABLE t ALTER b SET (n_distinct = 7)",
    ),
    (
        "unlogged",
        "CREATE TABLE t (a int)",
        "CREATE UNLOGGED TABLE t (a int)",
    ),
    (
        "row security",
        "CREATE TABLE t (a int)",
        "CREATE TABLE t (a int); ALTER TABLE t ENABLE ROW LEVEL SECURITY",
    ),
    (
        "PG52 replica identity",
        "CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX ri ON t (a); ALTER TABLE t REPLICA IDENTITY USING INDEX ri",
        "CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX ri ON t (b); ALTER TABLE t REPLICA IDENTITY USING INDEX ri",
    ),
    (
        "namespace",
        "",
        "CREATE SCHEMA app; CREATE TABLE app.t (a serial PRIMARY KEY)",
    ),
    (
        "PG26 enum comes",
        "",
        "CREATE TYPE mood AS ENUM ('a','b'); CREATE TABLE t (a mood DEFAULT 'a')",
    ),
    (
        "view comes",
        "CREATE TABLE t (a int)",
        "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t; CREATE VIEW a AS SELECT a FROM v",
    ),
    (
        "trigger comes",
        "CREATE TABLE t (a int)",
        "CREATE TABLE t (a int); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
    ),
    (
        "view is in nobody's way",
        "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t",
        "CREATE TABLE t (a int, c text); CREATE VIEW v AS SELECT a FROM t",
    ),
    (
        "domain and function",
        "",
        "CREATE DOMAIN d AS int CHECK (VALUE > 0); CREATE DOMAIN c AS d; CREATE FUNCTION f(x c) RETURNS c LANGUAGE sql IMMUTABLE AS 'SELECT x'; CREATE TABLE t (a c DEFAULT f(3::c))",
    ),
    (
        "drop everything",
        "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p, b serial); CREATE INDEX ON t (a)",
        "",
    ),
];

#[tokio::test]
async fn there_and_back() {
    let mut server = server().await;
    let mut wrong = Vec::new();
    for (what, before, after) in ROWS {
        if !(can_say(&server, before) && can_say(&server, after)) {
            continue;
        }
        if let Err(problem) = both_ways(&mut server, before, after, Vec::new()).await {
            wrong.push(format!("== {what}\n{problem}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

async fn both_ways(
    server: &mut driftless::engine::Session,
    before: &str,
    after: &str,
    renames: Vec<Rename>,
) -> Result<(), String> {
    let desired = read(server, after).await;
    let mut scratch = loaded(server, before).await;
    let observed = scratch.read(&Scope::default()).await.unwrap();
    let delta = delta(server, &observed, &desired, renames);
    let there = async {
        if delta.is_empty() {
            return Err("there is no difference".to_owned());
        }
        follow(server, &mut scratch, &delta).await?;
        let reached = scratch.read(&Scope::default()).await.unwrap();
        same("there", &left(server, &reached, &desired))?;
        follow(server, &mut scratch, &delta.reversed())
            .await
            .map_err(|problem| format!("back: {problem}"))?;
        let back = scratch.read(&Scope::default()).await.unwrap();
        same("back", &left(server, &back, &observed))
    }
    .await;
    server.discard(scratch).await.unwrap();
    there
}

fn same(what: &str, left: &str) -> Result<(), String> {
    if left.is_empty() {
        Ok(())
    } else {
        Err(format!("{what} is left: {left}"))
    }
}

#[tokio::test]
async fn renames_there_and_back() {
    let rows: Vec<(&str, &str, &str, Vec<Rename>)> = vec![
        (
            "table",
            "CREATE TABLE t (a serial PRIMARY KEY, b int UNIQUE CHECK (b > 0) REFERENCES t); CREATE INDEX ON t (b)",
            "CREATE TABLE u (a serial PRIMARY KEY, b int UNIQUE CHECK (b > 0) REFERENCES u); CREATE INDEX ON u (b)",
            vec![table("t", "u")],
        ),
        (
            "column",
            "CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE CHECK (b > 0), c int GENERATED ALWAYS AS (b * 2) STORED); CREATE INDEX i ON t ((b + 1)) WHERE b > 5",
            "CREATE TABLE t (a int PRIMARY KEY, n int UNIQUE CHECK (n > 0), c int GENERATED ALWAYS AS (n * 2) STORED); CREATE INDEX i ON t ((n + 1)) WHERE n > 5",
            vec![column("t", "b", "n")],
        ),
        (
            "column and type",
            "CREATE TABLE t (a int DEFAULT 1)",
            "CREATE TABLE t (b bigint NOT NULL DEFAULT 2)",
            vec![column("t", "a", "b")],
        ),
        (
            "table and column",
            "CREATE TABLE t (a int, b text)",
            "CREATE TABLE u (a int, c text, d int)",
            vec![table("t", "u"), column("u", "b", "c")],
        ),
        (
            "under a view",
            "CREATE TABLE t (a int, b text); CREATE VIEW v AS SELECT b FROM t",
            "CREATE TABLE t (a int, c text); CREATE VIEW v AS SELECT c AS b FROM t",
            vec![column("t", "b", "c")],
        ),
        (
            "parent under a foreign key",
            "CREATE TABLE p (a int PRIMARY KEY); CREATE TABLE t (a int REFERENCES p)",
            "CREATE TABLE q (b int PRIMARY KEY); CREATE TABLE t (a int REFERENCES q)",
            vec![table("p", "q"), column("q", "a", "b")],
        ),
    ];
    let mut server = server().await;
    let mut wrong = Vec::new();
    for (what, before, after, renames) in rows {
        if let Err(problem) = both_ways(&mut server, before, after, renames).await {
            wrong.push(format!("== {what}\n{problem}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
