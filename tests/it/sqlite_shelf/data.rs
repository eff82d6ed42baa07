//! The tables of situations. The ids are those of the list of normalisation traps.

use driftless::schema::{Name, Rename};

/// Names and DDL that must read, render and read again as the same model.
pub(super) const ROUND_TRIPS: &[(&str, &str)] = &[
    ("plain", "CREATE TABLE t (a INT, b TEXT)"),
    ("no types", "CREATE TABLE t (a, b)"),
    (
        "types with numbers SL03",
        "CREATE TABLE t (a varchar ( 10 ), b Decimal(10 , 2), c \"my type\", d unsigned big int)",
    ),
    (
        "rowid alias SL04",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a)",
    ),
    (
        "rowid alias by table constraint",
        "CREATE TABLE t (id INTEGER, a, PRIMARY KEY (id DESC))",
    ),
    (
        "no alias: INT SL04",
        "CREATE TABLE t (id INT PRIMARY KEY, a)",
    ),
    (
        "no alias: DESC SL04",
        "CREATE TABLE t (id INTEGER PRIMARY KEY DESC, a)",
    ),
    (
        "no alias: DESC and NOT NULL",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY DESC, a)",
    ),
    (
        "nullable key SL05",
        "CREATE TABLE t (a TEXT, b TEXT NOT NULL, PRIMARY KEY (a, b))",
    ),
    (
        "autoincrement SL06",
        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)",
    ),
    (
        "autoincrement by table constraint",
        "CREATE TABLE t (id INTEGER, PRIMARY KEY (id AUTOINCREMENT))",
    ),
    (
        "named autoincrement with a clause",
        "CREATE TABLE t (id INTEGER CONSTRAINT pk PRIMARY KEY ASC ON CONFLICT REPLACE AUTOINCREMENT)",
    ),
    (
        "uniques SL07",
        "CREATE TABLE t (a UNIQUE, b, c, UNIQUE (b, c), CONSTRAINT u UNIQUE (c DESC, a COLLATE NOCASE))",
    ),
    (
        "unique and unique index SL08",
        "CREATE TABLE t (a UNIQUE); CREATE UNIQUE INDEX i ON t (a)",
    ),
    (
        "defaults SL09",
        "CREATE TABLE t (a DEFAULT 'it''s', b DEFAULT -1, c DEFAULT +2.5, d DEFAULT CURRENT_TIMESTAMP, e DEFAULT (1 + 2), f DEFAULT x'0a', g DEFAULT TRUE, h DEFAULT NULL, i DEFAULT (lower('A') || 'b'))",
    ),
    (
        "default by double quotes SL09",
        "CREATE TABLE t (a DEFAULT \"text\", b DEFAULT word)",
    ),
    (
        "default of the empty text",
        "CREATE TABLE t (a TEXT DEFAULT '', b TEXT DEFAULT 'NULL', c TEXT DEFAULT 'CURRENT_TIMESTAMP')",
    ),
    (
        "default of hexadecimal and large numbers",
        "CREATE TABLE t (a DEFAULT 0xFF, b DEFAULT 1e-5, c DEFAULT -9223372036854775808)",
    ),
    (
        "foreign keys SL10",
        "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES p, b INT REFERENCES p (id) ON DELETE SET NULL ON UPDATE CASCADE, CONSTRAINT f FOREIGN KEY (a) REFERENCES p)",
    ),
    (
        "foreign key to a table that is not there SL10",
        "CREATE TABLE c (a REFERENCES nowhere, b, FOREIGN KEY (a, b) REFERENCES nowhere (x, y))",
    ),
    (
        "composite foreign key",
        "CREATE TABLE p (a, b, PRIMARY KEY (a, b)); CREATE TABLE c (x, y, FOREIGN KEY (x, y) REFERENCES p ON DELETE RESTRICT)",
    ),
    (
        "deferred and matched SL30",
        "CREATE TABLE p (a PRIMARY KEY); CREATE TABLE c (a REFERENCES p MATCH FULL DEFERRABLE INITIALLY DEFERRED, b REFERENCES p NOT DEFERRABLE INITIALLY DEFERRED)",
    ),
    (
        "self reference",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, parent INT REFERENCES t ON DELETE CASCADE)",
    ),
    (
        "generated columns SL22",
        "CREATE TABLE t (a INT, b INT GENERATED ALWAYS AS (a * 2) STORED, c AS (a||'x'), d TEXT AS (upper(\"a\")) VIRTUAL NOT NULL)",
    ),
    (
        "strict SL23",
        "CREATE TABLE t (a INT, b TEXT NOT NULL, c ANY, d BLOB, id INTEGER PRIMARY KEY) STRICT",
    ),
    (
        "without rowid SL23",
        "CREATE TABLE t (a TEXT PRIMARY KEY, b) WITHOUT ROWID",
    ),
    (
        "strict and without rowid",
        "CREATE TABLE t (a INTEGER PRIMARY KEY, b INT) without rowid, strict",
    ),
    (
        "indexes SL24",
        "CREATE TABLE t (a, b TEXT COLLATE NOCASE, c); CREATE INDEX i ON t (a DESC, b); CREATE INDEX j ON t (b COLLATE BINARY) WHERE c IS NOT NULL AND a > - 1; CREATE INDEX k ON t (lower(b), a + c COLLATE RTRIM DESC); CREATE UNIQUE INDEX l ON t (\"c\") WHERE [a] = 'x'",
    ),
    (
        "index with redundant collation",
        "CREATE TABLE t (a TEXT COLLATE nocase); CREATE INDEX i ON t (a COLLATE NOCASE)",
    ),
    (
        "shadow tables SL25",
        "CREATE TABLE t (a); CREATE VIRTUAL TABLE f USING fts5(a, content='t', content_rowid='rowid')",
    ),
    (
        "internal tables SL26",
        "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a); CREATE INDEX i ON t (a); INSERT INTO t (a) VALUES (1); ANALYZE",
    ),
    (
        "quoting SL27",
        "CREATE TABLE [a b] (\"select\" INT, `c``d` INT, \"e\"\"f\" INT, 'g' INT CHECK ([select] > 0 AND `c``d` <> 1), PRIMARY KEY (\"select\")); CREATE INDEX \"i'j\" ON \"a b\" (\"select\")",
    ),
    (
        "keywords as names",
        "CREATE TABLE key (action INT, desc TEXT, \"order\" INT, CHECK (action > 0 AND desc LIKE 'a%'), CHECK (\"order\" > 1))",
    ),
    (
        "names beyond ASCII",
        "CREATE TABLE größe (ключ INTEGER PRIMARY KEY, \"名前\" TEXT DEFAULT '日本')",
    ),
    (
        "conflict clauses SL29",
        "CREATE TABLE t (a INT PRIMARY KEY ON CONFLICT REPLACE, b NOT NULL ON CONFLICT IGNORE DEFAULT 1, c UNIQUE ON CONFLICT FAIL, d NOT NULL ON CONFLICT ABORT, UNIQUE (b, c) ON CONFLICT ROLLBACK)",
    ),
    (
        "comments SL31",
        "CREATE TABLE t (a INT, -- one, two\n b /* three */ INT CHECK (b /* four */ > 0) -- five\n)",
    ),
    (
        "checks SL01",
        "CREATE TABLE t (a INT CONSTRAINT positive CHECK (a > 0), b INT, CHECK ((a + b) * 2 < 100 OR b IS NULL), CONSTRAINT n CHECK (b BETWEEN -1 AND 5))",
    ),
    (
        "check with every operator",
        "CREATE TABLE t (a, b, CHECK (a IN (1, 2) AND b NOT IN ('x') AND a % 2 == 0 AND -a < ~b AND a -> '$.x' IS NOT NULL AND (CASE WHEN a THEN 1 ELSE -1 END) <> 0 AND CAST(a AS TEXT) GLOB '*' AND a || b != '' AND a << 1 >= b))",
    ),
    (
        "collations",
        "CREATE TABLE t (a TEXT COLLATE nocase, b COLLATE \"rtrim\", c COLLATE BINARY)",
    ),
    (
        "views and triggers SL36 SL37",
        "CREATE TABLE t (a, b); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT a FROM v; CREATE TRIGGER r AFTER INSERT ON t WHEN NEW.a > 1 BEGIN UPDATE t SET b = 1 WHERE a = NEW.a; END; CREATE TRIGGER s INSTEAD OF INSERT ON v BEGIN INSERT INTO t (a) VALUES (NEW.a); END",
    ),
    (
        "constraints without commas",
        "CREATE TABLE t (a, b, UNIQUE (a) CHECK (a > 1) FOREIGN KEY (b) REFERENCES t (a))",
    ),
    (
        "constraint names that say nothing",
        "CREATE TABLE t (a INT CONSTRAINT x NULL CONSTRAINT y NOT NULL CONSTRAINT z DEFAULT 5 CONSTRAINT lost)",
    ),
    (
        "added columns SL02",
        "CREATE TABLE t (a); ALTER TABLE t ADD COLUMN b INT DEFAULT 5 CHECK (b > 1); ALTER TABLE t RENAME COLUMN a TO \"a b\"; ALTER TABLE t RENAME TO u",
    ),
    (
        "a table like our own temporary one",
        "CREATE TABLE driftless_new_t (a); CREATE TABLE t (a)",
    ),
];

/// Two spellings of the same schema.
pub(super) const ALIKE: &[(&str, &str, &str)] = &[
    (
        "case and blanks SL02",
        "create table T(A int,b  TEXT not null)",
        "CREATE TABLE t (\n  a INT,\n  B text NOT NULL\n)",
    ),
    (
        "quoting SL27",
        "CREATE TABLE t (\"a\" INT, CHECK (\"a\" > 0))",
        "CREATE TABLE [t] (`a` INT CHECK (a>0))",
    ),
    (
        "comments X16",
        "CREATE TABLE t (a INT /* x */ CHECK (a > /* y */ 0))",
        "CREATE TABLE t (a INT CHECK (a > 0))",
    ),
    (
        "parentheses SL09",
        "CREATE TABLE t (a DEFAULT (1), b DEFAULT ('x'), c DEFAULT (NULL))",
        "CREATE TABLE t (a DEFAULT 1, b DEFAULT 'x', c)",
    ),
    (
        "double quoted text SL09",
        "CREATE TABLE t (a DEFAULT \"x\")",
        "CREATE TABLE t (a DEFAULT 'x')",
    ),
    (
        "sign",
        "CREATE TABLE t (a DEFAULT +1, b DEFAULT - 2)",
        "CREATE TABLE t (a DEFAULT 1, b DEFAULT -2)",
    ),
    (
        "implied parent key SL10",
        "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES p)",
        "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a, FOREIGN KEY (a) REFERENCES p (id) ON DELETE NO ACTION)",
    ),
    (
        "rowid alias is never NULL SL04",
        "CREATE TABLE t (id INTEGER NOT NULL PRIMARY KEY)",
        "CREATE TABLE t (id INTEGER, PRIMARY KEY (id ASC))",
    ),
    (
        "without rowid keys are never NULL",
        "CREATE TABLE t (a TEXT PRIMARY KEY) WITHOUT ROWID",
        "CREATE TABLE t (a TEXT NOT NULL, PRIMARY KEY (a)) WITHOUT ROWID",
    ),
    (
        "strict keys are never NULL SL05",
        "CREATE TABLE t (a TEXT PRIMARY KEY) STRICT",
        "CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY) STRICT",
    ),
    (
        "order of constraints SL07",
        "CREATE TABLE t (a UNIQUE, b UNIQUE)",
        "CREATE TABLE t (a, b, UNIQUE (b), UNIQUE (a))",
    ),
    (
        "order of columns SL28",
        "CREATE TABLE t (a INT, b INT)",
        "CREATE TABLE t (b INT, a INT)",
    ),
    (
        "default clauses",
        "CREATE TABLE t (a UNIQUE ON CONFLICT ABORT, b COLLATE binary NULL)",
        "CREATE TABLE t (a UNIQUE, b)",
    ),
    (
        "deferrable that does not defer SL30",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a REFERENCES t DEFERRABLE INITIALLY IMMEDIATE)",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a REFERENCES t NOT DEFERRABLE)",
    ),
    (
        "index expressions SL24",
        "CREATE TABLE t (a TEXT); CREATE INDEX i ON t ((LOWER(\"a\"))) WHERE (A not null)",
        "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (lower ( a )) WHERE a NOT NULL",
    ),
    (
        "names after a rename SL02",
        "CREATE TABLE o (x INT CHECK (x > 0)); ALTER TABLE o RENAME TO t; ALTER TABLE t RENAME COLUMN x TO a",
        "CREATE TABLE t (a INT CHECK (a > 0))",
    ),
    (
        "columns after an addition SL02",
        "CREATE TABLE t (a INT); ALTER TABLE t ADD b INT DEFAULT 1",
        "CREATE TABLE t (a INT, b INT DEFAULT 1)",
    ),
    (
        "types SL03",
        "CREATE TABLE t (a varchar( 10 ), b [decimal] (5 ,2))",
        "CREATE TABLE t (a VARCHAR(10), b DECIMAL(5, 2))",
    ),
    (
        "generated SL22",
        "CREATE TABLE t (a INT, b AS (a*2))",
        "CREATE TABLE t (a INT, b GENERATED ALWAYS AS ((a * 2)) VIRTUAL)",
    ),
];

type PairRow = (&'static str, &'static str, &'static str, Vec<Rename>);

fn plain(name: &'static str, before: &'static str, after: &'static str) -> PairRow {
    (name, before, after, Vec::new())
}

fn column(table: &str, from: &str, to: &str) -> Rename {
    Rename::Column {
        table: Name::bare(table),
        from: from.to_owned(),
        to: to.to_owned(),
    }
}

fn table(from: &str, to: &str) -> Rename {
    Rename::Table {
        from: Name::bare(from),
        to: Name::bare(to),
    }
}

/// Before and after; each is gone there and back.
pub(super) fn pairs() -> Vec<PairRow> {
    vec![
        plain(
            "a table comes",
            "",
            "CREATE TABLE t (a INT); CREATE INDEX i ON t (a)",
        ),
        plain(
            "a table replaces another",
            "CREATE TABLE a (x)",
            "CREATE TABLE b (y)",
        ),
        plain(
            "parent and child come",
            "",
            "CREATE TABLE c (p REFERENCES p); CREATE TABLE p (id INTEGER PRIMARY KEY)",
        ),
        plain(
            "a nullable column comes SL18",
            "CREATE TABLE t (a)",
            "CREATE TABLE t (a, b INT)",
        ),
        plain(
            "a column with a default comes SL18",
            "CREATE TABLE t (a); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (a, b INT NOT NULL DEFAULT 5)",
        ),
        plain(
            "a column with a computed default comes SL18",
            "CREATE TABLE t (a); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (a, b DEFAULT CURRENT_TIMESTAMP, c DEFAULT (1 + 1))",
        ),
        plain(
            "a required column comes to an empty table SL18",
            "CREATE TABLE t (a)",
            "CREATE TABLE t (a, b INT NOT NULL)",
        ),
        plain(
            "a column with a check comes SL18",
            "CREATE TABLE t (a); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (a, b INT DEFAULT 1 CHECK (b > 0), c, CONSTRAINT k CHECK (c > b))",
        ),
        plain(
            "a column with a foreign key comes",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a)",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a, b INT CONSTRAINT f REFERENCES p ON DELETE CASCADE)",
        ),
        plain(
            "a unique column comes SL18",
            "CREATE TABLE t (a); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (a, b UNIQUE)",
        ),
        plain(
            "a virtual column comes SL22",
            "CREATE TABLE t (a); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (a, b AS (a + 1))",
        ),
        plain(
            "a stored column comes SL18 SL22",
            "CREATE TABLE t (a); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (a, b AS (a + 1) STORED)",
        ),
        plain(
            "a generated column becomes plain",
            "CREATE TABLE t (a, b AS (a + 1)); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (a, b)",
        ),
        plain(
            "columns come in the middle SL28",
            "CREATE TABLE t (a, z)",
            "CREATE TABLE t (a, b, c, z)",
        ),
        plain(
            "a column goes SL19",
            "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)",
            "CREATE TABLE t (a)",
        ),
        plain(
            "an indexed column goes SL19",
            "CREATE TABLE t (a, b); CREATE INDEX i ON t (b, a); CREATE INDEX j ON t (a)",
            "CREATE TABLE t (a); CREATE INDEX j ON t (a)",
        ),
        plain(
            "a column in a partial index goes SL19",
            "CREATE TABLE t (a, b); CREATE INDEX i ON t (a) WHERE b > 1",
            "CREATE TABLE t (a); CREATE INDEX i ON t (a)",
        ),
        plain(
            "a unique column goes SL19",
            "CREATE TABLE t (a, b UNIQUE)",
            "CREATE TABLE t (a)",
        ),
        plain(
            "a column in a check goes SL19",
            "CREATE TABLE t (a, b, CHECK (a < b))",
            "CREATE TABLE t (a)",
        ),
        plain(
            "a column with a foreign key goes SL19",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a, b REFERENCES p)",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE t (a)",
        ),
        plain(
            "the key column goes SL19",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, b); INSERT INTO t VALUES (4, 2)",
            "CREATE TABLE t (b)",
        ),
        plain(
            "all columns change",
            "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)",
            "CREATE TABLE t (c, d)",
        ),
        plain(
            "a type changes SL03",
            "CREATE TABLE t (a INT, b TEXT); INSERT INTO t VALUES (1, 'x')",
            "CREATE TABLE t (a BIGINT, b VARCHAR(10))",
        ),
        plain(
            "an alias loses its role SL04",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (5, 1)",
            "CREATE TABLE t (id INT PRIMARY KEY, a)",
        ),
        plain(
            "an alias gets a direction SL04",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a); INSERT INTO t VALUES (5, 1)",
            "CREATE TABLE t (id INTEGER PRIMARY KEY DESC, a)",
        ),
        plain(
            "NOT NULL comes SL16",
            "CREATE TABLE t (a); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (a NOT NULL)",
        ),
        plain(
            "a default changes SL09",
            "CREATE TABLE t (a DEFAULT 1, b DEFAULT 'x')",
            "CREATE TABLE t (a DEFAULT '1', b)",
        ),
        plain(
            "a default becomes computed SL09",
            "CREATE TABLE t (a DEFAULT 'CURRENT_TIMESTAMP')",
            "CREATE TABLE t (a DEFAULT CURRENT_TIMESTAMP)",
        ),
        plain(
            "a collation changes",
            "CREATE TABLE t (a TEXT); CREATE INDEX i ON t (a)",
            "CREATE TABLE t (a TEXT COLLATE NOCASE); CREATE INDEX i ON t (a)",
        ),
        plain(
            "autoincrement comes SL06",
            "CREATE TABLE t (id INTEGER PRIMARY KEY); INSERT INTO t VALUES (3)",
            "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)",
        ),
        plain(
            "a key comes",
            "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)",
            "CREATE TABLE t (a, b, PRIMARY KEY (b, a))",
        ),
        plain(
            "a key changes",
            "CREATE TABLE t (a, b, PRIMARY KEY (a))",
            "CREATE TABLE t (a, b, PRIMARY KEY (b))",
        ),
        plain(
            "a unique constraint becomes an index SL08",
            "CREATE TABLE t (a UNIQUE)",
            "CREATE TABLE t (a); CREATE UNIQUE INDEX i ON t (a)",
        ),
        plain(
            "a unique constraint changes",
            "CREATE TABLE t (a, b, CONSTRAINT u UNIQUE (a))",
            "CREATE TABLE t (a, b, CONSTRAINT u UNIQUE (a, b))",
        ),
        plain(
            "a conflict clause comes SL29",
            "CREATE TABLE t (a UNIQUE NOT NULL)",
            "CREATE TABLE t (a UNIQUE ON CONFLICT REPLACE NOT NULL ON CONFLICT IGNORE)",
        ),
        plain(
            "a check comes and changes",
            "CREATE TABLE t (a, CONSTRAINT k CHECK (a > 0))",
            "CREATE TABLE t (a, CONSTRAINT k CHECK (a > 1), CHECK (a < 9))",
        ),
        plain(
            "a foreign key comes",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a)",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES p ON UPDATE CASCADE)",
        ),
        plain(
            "an action changes SL11",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES p); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1)",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES p ON DELETE CASCADE)",
        ),
        plain(
            "deferral comes SL30",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a REFERENCES t)",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, a REFERENCES t DEFERRABLE INITIALLY DEFERRED)",
        ),
        plain(
            "a parent's key changes SL10",
            "CREATE TABLE p (a PRIMARY KEY, b UNIQUE); CREATE TABLE c (x REFERENCES p)",
            "CREATE TABLE p (a UNIQUE, b PRIMARY KEY); CREATE TABLE c (x REFERENCES p)",
        ),
        plain(
            "an index comes",
            "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)",
            "CREATE TABLE t (a, b); CREATE INDEX i ON t (a); CREATE UNIQUE INDEX j ON t (b)",
        ),
        plain(
            "an index changes SL24",
            "CREATE TABLE t (a, b); CREATE INDEX i ON t (a)",
            "CREATE TABLE t (a, b); CREATE INDEX i ON t (a DESC, b) WHERE b > 0",
        ),
        plain(
            "an index gets another name",
            "CREATE TABLE t (a); CREATE INDEX i ON t (a)",
            "CREATE TABLE t (a); CREATE INDEX j ON t (a)",
        ),
        plain(
            "an index name moves between tables",
            "CREATE TABLE t (a); CREATE TABLE u (a); CREATE INDEX i ON t (a)",
            "CREATE TABLE t (a NOT NULL); CREATE TABLE u (a NOT NULL); CREATE INDEX i ON u (a)",
        ),
        plain(
            "strict comes SL23",
            "CREATE TABLE t (a INT); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (a INT) STRICT",
        ),
        plain(
            "rowids go SL23",
            "CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY, b)",
            "CREATE TABLE t (a TEXT PRIMARY KEY, b) WITHOUT ROWID",
        ),
        plain(
            "a table of names that need quotes SL27",
            "CREATE TABLE \"a \"\"b\" (\"select\" INT)",
            "CREATE TABLE \"a \"\"b\" (\"select\" INT NOT NULL, \"from'\" TEXT)",
        ),
        plain(
            "a rebuild beside a table of the temporary name",
            "CREATE TABLE driftless_new_t (a); CREATE TABLE t (a)",
            "CREATE TABLE driftless_new_t (a); CREATE TABLE t (a NOT NULL)",
        ),
        plain(
            "a rebuild under a self reference SL13",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, p REFERENCES t); INSERT INTO t VALUES (1, NULL), (2, 1)",
            "CREATE TABLE t (id INTEGER PRIMARY KEY, p BIGINT REFERENCES t)",
        ),
        (
            "a column is renamed SL20",
            "CREATE TABLE t (a INT CHECK (a > 0), b AS (a + 1)); CREATE INDEX i ON t (a) WHERE a > 1",
            "CREATE TABLE t (z INT CHECK (z > 0), b AS (z + 1)); CREATE INDEX i ON t (z) WHERE z > 1",
            vec![column("t", "a", "z")],
        ),
        (
            "a column is renamed under a view and a trigger SL20",
            "CREATE TABLE t (a, b); CREATE VIEW v AS SELECT a FROM t; CREATE TRIGGER r AFTER INSERT ON t BEGIN UPDATE t SET b = 1 WHERE a = NEW.a; END",
            "CREATE TABLE t (z, b)",
            vec![column("t", "a", "z")],
        ),
        (
            "a referenced column is renamed SL20",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES p (id))",
            "CREATE TABLE p (key INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES p (key))",
            vec![column("p", "id", "key")],
        ),
        (
            "a column is renamed and changed",
            "CREATE TABLE t (a INT, b); INSERT INTO t VALUES (1, 2)",
            "CREATE TABLE t (z TEXT NOT NULL, b)",
            vec![column("t", "a", "z")],
        ),
        (
            "a renamed column leaves its name to a new one",
            "CREATE TABLE t (a INT)",
            "CREATE TABLE t (b INT, a TEXT)",
            vec![column("t", "a", "b")],
        ),
        (
            "the same with a rebuild",
            "CREATE TABLE t (a INT); INSERT INTO t VALUES (1)",
            "CREATE TABLE t (b INT NOT NULL, a TEXT)",
            vec![column("t", "a", "b")],
        ),
        (
            "a table is renamed SL13",
            "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES p); CREATE INDEX i ON p (id)",
            "CREATE TABLE q (id INTEGER PRIMARY KEY); CREATE TABLE c (a REFERENCES q); CREATE INDEX i ON q (id)",
            vec![table("p", "q")],
        ),
        (
            "a table is renamed under a view and a trigger",
            "CREATE TABLE t (a); CREATE VIEW v AS SELECT a FROM t; CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t WHERE a > 9; END",
            "CREATE TABLE u (a)",
            vec![table("t", "u")],
        ),
        (
            "a table and its column are renamed, and it is rebuilt",
            "CREATE TABLE t (a INT, b); CREATE INDEX i ON t (b); INSERT INTO t VALUES (1, 2)",
            "CREATE TABLE u (z INT NOT NULL, b, c UNIQUE); CREATE INDEX i ON u (b)",
            vec![table("t", "u"), column("u", "a", "z")],
        ),
        plain(
            "a view and its trigger come",
            "CREATE TABLE t (a)",
            "CREATE TABLE t (a); CREATE VIEW v AS SELECT a FROM t; CREATE TRIGGER r INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (NEW.a); END",
        ),
    ]
}

type Refusal = (
    &'static str,
    &'static str,
    &'static str,
    Vec<Rename>,
    &'static str,
);

/// Before, after, and what the refusal must name.
pub(super) fn refusals() -> Vec<Refusal> {
    vec![
        (
            "a column a view reads goes",
            "CREATE TABLE t (a, b); CREATE VIEW v AS SELECT b FROM t",
            "CREATE TABLE t (a)",
            Vec::new(),
            "view v",
        ),
        (
            "a column goes under a star",
            "CREATE TABLE t (a, b); CREATE VIEW v AS SELECT * FROM t",
            "CREATE TABLE t (a)",
            Vec::new(),
            "view v",
        ),
        (
            "a column a trigger reads goes",
            "CREATE TABLE t (a, b); CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t WHERE b = NEW.b; END",
            "CREATE TABLE t (a)",
            Vec::new(),
            "trigger r",
        ),
        (
            "a table a view reads goes SL14",
            "CREATE TABLE t (a); CREATE VIEW v AS SELECT a FROM t",
            "",
            Vec::new(),
            "view v",
        ),
        (
            "a table a full-text index reads goes SL25",
            "CREATE TABLE t (a); CREATE VIRTUAL TABLE f USING fts5(a, content='t')",
            "",
            Vec::new(),
            "virtual table f",
        ),
        (
            "a column comes where a trigger inserts by position SL15",
            "CREATE TABLE t (a); CREATE TABLE l (a); CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO l VALUES (NEW.a); END",
            "CREATE TABLE t (a); CREATE TABLE l (a, b)",
            Vec::new(),
            "trigger r",
        ),
        (
            "a rename and a rebuild under a trigger",
            "CREATE TABLE t (a, b); CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t WHERE a = NEW.a; END",
            "CREATE TABLE t (z, b NOT NULL)",
            vec![column("t", "a", "z")],
            "trigger r",
        ),
        (
            "a table a full-text index reads is renamed",
            "CREATE TABLE t (a); CREATE VIRTUAL TABLE f USING fts5(a, content='t')",
            "CREATE TABLE u (a)",
            vec![table("t", "u")],
            "virtual table f",
        ),
        (
            "nothing carries rows over",
            "CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID",
            "CREATE TABLE t (b PRIMARY KEY) WITHOUT ROWID",
            Vec::new(),
            "carry over",
        ),
    ]
}

/// Before with views and triggers, after without: the plan goes through and they stay as they are.
pub(super) const BYSTANDERS: &[(&str, &str, &str)] = &[
    (
        "views and triggers of the table SL14",
        "CREATE TABLE t (a, b); CREATE VIEW v AS  SELECT a, 'x' /* c */ FROM t; CREATE TRIGGER r AFTER INSERT ON t BEGIN  UPDATE t SET b = 1 WHERE a = NEW.a; END; INSERT INTO t VALUES (1, 2)",
        "CREATE TABLE t (a NOT NULL, b INT)",
    ),
    (
        "triggers elsewhere that mention it SL15",
        "CREATE TABLE t (a); CREATE TABLE u (x); CREATE TRIGGER r AFTER INSERT ON u BEGIN INSERT INTO t (a) VALUES (NEW.x); END",
        "CREATE TABLE t (a NOT NULL); CREATE TABLE u (x)",
    ),
    (
        "views of views SL36",
        "CREATE TABLE t (a, b); CREATE VIEW v AS SELECT * FROM t; CREATE VIEW w AS SELECT count(*) FROM v; CREATE TRIGGER r INSTEAD OF DELETE ON v BEGIN DELETE FROM t; END",
        "CREATE TABLE t (a, b UNIQUE)",
    ),
    (
        "an unrelated column goes",
        "CREATE TABLE t (a, b); CREATE VIEW v AS SELECT a FROM t; CREATE TRIGGER r AFTER UPDATE OF a ON t BEGIN SELECT count(*) FROM t; END",
        "CREATE TABLE t (a)",
    ),
    (
        "a broken view is in the way of nothing but renames",
        "CREATE TABLE t (a); CREATE VIEW v AS SELECT x FROM nowhere",
        "CREATE TABLE t (a INT UNIQUE)",
    ),
    (
        "full-text triggers SL17",
        "CREATE TABLE t (a); CREATE VIRTUAL TABLE f USING fts5(a, content='t'); CREATE TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO f (rowid, a) VALUES (NEW.rowid, NEW.a); END; INSERT INTO t (rowid, a) VALUES (5, 'x')",
        "CREATE TABLE t (a TEXT NOT NULL)",
    ),
];
