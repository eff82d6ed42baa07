//! What does not declare structure.

use super::*;

#[test]
fn statements_that_do_not_declare_structure_are_refused_by_name() {
    let everywhere = [
        "INSERT INTO t VALUES ('secret')",
        "UPDATE t SET a = 1",
        "DELETE FROM t",
        "DROP TABLE t",
        "REPLACE INTO t VALUES (1)",
        "SELECT 1",
        "WITH x AS (SELECT 1) SELECT 1",
        "VALUES (1)",
        "TRUNCATE t",
        "CALL p()",
        "DO 1",
        "EXECUTE p",
        "PREPARE p AS SELECT 1",
        "VACUUM",
        "ANALYZE",
        "EXPLAIN SELECT 1",
        "ATTACH 'x' AS y",
        "DETACH x",
        "LOAD DATA INFILE 'x' INTO TABLE t",
        "USE other",
        "ROLLBACK",
        "SAVEPOINT x",
        "COPY t TO PROGRAM 'x'",
        "RENAME TABLE a TO b",
        "KILL 1",
        "LISTEN x",
        "NOTIFY x",
        "REINDEX",
        "SHUTDOWN",
        "HANDLER t OPEN",
        "INSTALL PLUGIN x",
        "SIGNAL x",
        "BEGIN NOT ATOMIC SELECT 1",
        "COMMIT AND CHAIN",
        "REFRESH MATERIALIZED VIEW x",
    ];
    for flavor in ALL {
        for text in everywhere {
            let found = errors(flavor, text);
            let verb = text.split(' ').next().unwrap();
            assert_eq!(found.len(), 1, "{flavor:?}: {text}");
            assert_eq!(
                found[0].reason,
                Reason::NotAllowed(verb.to_owned()),
                "{text}"
            );
            assert!(!found[0].snippet.contains("secret"));
        }
    }
}

#[test]
fn messages_name_line_column_verb_and_cure() {
    let found = errors(
        Flavor::Sqlite,
        "CREATE TABLE t (a);\n\n    INSERT INTO t VALUES ('x', 7);",
    );
    assert_eq!(
        found[0].to_string(),
        "line 3, column 5: INSERT is not allowed in a declaration: declare structure only"
    );
    assert_eq!(found[0].snippet, "INSERT INTO t VALUES ( '…'");
}

#[test]
fn creates_and_alters_outside_of_a_schema_are_refused() {
    use Reason::*;
    let named = |name: &str| name.to_owned();
    let cases = [
        (
            Flavor::Postgres,
            "CREATE DATABASE d",
            NotSchema(named("DATABASE")),
        ),
        (Flavor::Postgres, "CREATE ROLE r", NotSchema(named("ROLE"))),
        (Flavor::Postgres, "CREATE USER r", NotSchema(named("USER"))),
        (
            Flavor::Postgres,
            "CREATE SERVER s FOREIGN DATA WRAPPER w",
            NotSchema(named("SERVER")),
        ),
        (
            Flavor::Postgres,
            "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p",
            NotSchema(named("SUBSCRIPTION")),
        ),
        (
            Flavor::Postgres,
            "CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()",
            NotSchema(named("EVENT")),
        ),
        (Flavor::Postgres, "CREATE TEMP TABLE t (a int)", Temporary),
        (
            Flavor::Postgres,
            "CREATE LOCAL TEMPORARY TABLE t (a int)",
            Temporary,
        ),
        (
            Flavor::Postgres,
            "CREATE OR REPLACE TEMP VIEW v AS SELECT 1",
            Temporary,
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE pg_temp.t (a int)",
            Temporary,
        ),
        (
            Flavor::Postgres,
            "CREATE VIEW v AS SELECT * FROM \"pg_temp\".t",
            Temporary,
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE pg_catalog.t (a int)",
            ForeignSchema(named("pg_catalog")),
        ),
        (Flavor::Postgres, "CREATE TABLE a.b.c (a int)", TooManyParts),
        (
            Flavor::Postgres,
            "CREATE SCHEMA pg_x",
            ForeignSchema(named("pg_x")),
        ),
        (
            Flavor::Postgres,
            "CREATE SCHEMA s CREATE TABLE t (a int)",
            SchemaElements,
        ),
        (
            Flavor::Postgres,
            "CREATE SCHEMA AUTHORIZATION s GRANT ALL ON t TO x",
            SchemaElements,
        ),
        (
            Flavor::Mysql,
            "GRANT ALL ON t TO x",
            NotAllowed(named("GRANT")),
        ),
        (
            Flavor::Sqlite,
            "REVOKE ALL ON t FROM x",
            NotAllowed(named("REVOKE")),
        ),
        (Flavor::Postgres, "GRANT x TO y", NotAllowed(named("GRANT"))),
        (
            Flavor::Postgres,
            "GRANT CONNECT ON DATABASE d TO x",
            NotAllowed(named("GRANT ON DATABASE")),
        ),
        (
            Flavor::Postgres,
            "GRANT SELECT ON ALL TABLES IN SCHEMA s TO x",
            GrantOnAll,
        ),
        (
            Flavor::Postgres,
            "REVOKE SELECT ON t FROM x CASCADE",
            NotAllowed(named("REVOKE … CASCADE")),
        ),
        (
            Flavor::Postgres,
            "GRANT SELECT ON t TO x GRANTED BY y",
            NotAllowed(named("GRANT … GRANTED")),
        ),
        (
            Flavor::Postgres,
            "GRANT USAGE ON SCHEMA pg_catalog TO x",
            ForeignSchema(named("pg_catalog")),
        ),
        (
            Flavor::Postgres,
            "GRANT SELECT ON a, pg_catalog.t TO x",
            ForeignSchema(named("pg_catalog")),
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE t AS SELECT 1",
            TableFromQuery,
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE t (a) AS VALUES (1)",
            TableFromQuery,
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE t WITH (fillfactor = 70) AS TABLE u",
            TableFromQuery,
        ),
        (
            Flavor::Postgres,
            "CREATE INDEX CONCURRENTLY i ON t (a)",
            Concurrently,
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE (a int)",
            NoName(named("TABLE")),
        ),
        (
            Flavor::Postgres,
            "COMMENT ON DATABASE d IS 'x'",
            NotAllowed(named("COMMENT ON DATABASE")),
        ),
        (
            Flavor::Postgres,
            "SET search_path = evil",
            Setting(named("SEARCH_PATH")),
        ),
        (
            Flavor::Postgres,
            "SET standard_conforming_strings = off",
            Setting(named("STANDARD_CONFORMING_STRINGS")),
        ),
        (
            Flavor::Postgres,
            "SET SESSION AUTHORIZATION x",
            Setting(named("AUTHORIZATION")),
        ),
        (Flavor::Postgres, "SET ROLE x", Setting(named("ROLE"))),
        (
            Flavor::Postgres,
            "SELECT pg_catalog.set_config('search_path', 'x', false)",
            NotAllowed(named("SELECT")),
        ),
        (
            Flavor::Postgres,
            "SELECT pg_catalog.set_config('search_path', '', false), pg_sleep(9)",
            NotAllowed(named("SELECT")),
        ),
        (Flavor::Postgres, "ALTER TABLE t DROP COLUMN a", Alter),
        (Flavor::Postgres, "ALTER TABLE t ADD COLUMN a int", Alter),
        (Flavor::Postgres, "ALTER TABLE t ADD exclude int", Alter),
        (Flavor::Postgres, "ALTER TABLE t RENAME owner TO x", Alter),
        (
            Flavor::Postgres,
            "ALTER TABLE t ADD CHECK (true), DROP COLUMN a",
            AlterList,
        ),
        (Flavor::Postgres, "ALTER TABLE t OWNER TO x CASCADE", Alter),
        (Flavor::Postgres, "ALTER ROLE x SUPERUSER", Alter),
        (
            Flavor::Postgres,
            "ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO x",
            Alter,
        ),
        (Flavor::Postgres, "ALTER SYSTEM SET x = 1", Alter),
        (
            Flavor::Mysql,
            "CREATE DATABASE d",
            NotSchema(named("DATABASE")),
        ),
        (Flavor::Mysql, "CREATE SCHEMA d", NotSchema(named("SCHEMA"))),
        (Flavor::Mysql, "CREATE USER u", NotSchema(named("USER"))),
        (Flavor::Mysql, "CREATE TEMPORARY TABLE t (a int)", Temporary),
        (
            Flavor::Mariadb,
            "CREATE OR REPLACE TABLE t (a int)",
            OrReplace(named("TABLE")),
        ),
        (
            Flavor::Mariadb,
            "CREATE OR REPLACE TEMPORARY TABLE t (a int)",
            Temporary,
        ),
        (Flavor::Mysql, "CREATE TABLE t SELECT 1", TableFromQuery),
        (
            Flavor::Mysql,
            "CREATE TABLE t (a int) IGNORE SELECT 1 AS a",
            TableFromQuery,
        ),
        (Flavor::Mysql, "CREATE TABLE t ((SELECT 1))", TableFromQuery),
        (Flavor::Mysql, "CREATE TABLE t TABLE u", TableFromQuery),
        (
            Flavor::Mysql,
            "CREATE TABLE t (VALUES ROW(1))",
            TableFromQuery,
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE t (a int) VALUES ROW(1)",
            TableFromQuery,
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE db.t (a int)",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE `db` . `t` (a int)",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE t LIKE db.u",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE t (a int REFERENCES db.u (a))",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE VIEW v AS SELECT 1 FROM db.t",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE VIEW v AS SELECT 1 FROM t, db.u",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE VIEW v AS SELECT 1 FROM t JOIN db.u ON t.a = u.a",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE VIEW v AS SELECT 1 FROM (t, db.u)",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE VIEW v AS SELECT 1 FROM ((db.u))",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE VIEW v AS SELECT 1 FROM (SELECT a FROM t) x, db.u",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW UPDATE t, db.u SET a = 1",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE PROCEDURE p() DROP TABLE IF EXISTS db.u",
            DatabaseInName(named("db")),
        ),
        (Flavor::Mysql, "CREATE TABLE `a\nb` (a int)", Character(10)),
        (
            Flavor::Mysql,
            "CREATE VIEW v AS SELECT db.t.a FROM t",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE VIEW v AS SELECT db.f(a) FROM t",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE INDEX i ON db.t (a)",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE TRIGGER g BEFORE INSERT ON db.t FOR EACH ROW SET NEW.a = 1",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN INSERT INTO db.u VALUES (1); END",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "ALTER TABLE db.t ADD KEY (a)",
            DatabaseInName(named("db")),
        ),
        (
            Flavor::Mysql,
            "ALTER TABLE t ADD KEY (a), DROP COLUMN b",
            Alter,
        ),
        (
            Flavor::Mysql,
            "ALTER DATABASE d CHARACTER SET utf8mb4",
            Alter,
        ),
        (
            Flavor::Mysql,
            "CREATE FUNCTION f RETURNS STRING SONAME 'x.so'",
            LoadableFunction,
        ),
        (
            Flavor::Mysql,
            "CREATE DEFINER=`root`@`%` VIEW v AS SELECT 1",
            Definer,
        ),
        (
            Flavor::Mysql,
            "CREATE DEFINER=root@localhost TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1; END",
            Definer,
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE t (a int) ENGINE = FEDERATED",
            Option(named("ENGINE")),
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE t (a int) DATA DIRECTORY = '/x'",
            Option(named("DATA DIRECTORY")),
        ),
        (
            Flavor::Mysql,
            "SET GLOBAL sql_mode = ''",
            Setting(named("GLOBAL")),
        ),
        (
            Flavor::Mysql,
            "SET @@GLOBAL.sql_notes = 0",
            Setting(named("@@GLOBAL")),
        ),
        (
            Flavor::Mysql,
            "SET PASSWORD = 'x'",
            Setting(named("PASSWORD")),
        ),
        (
            Flavor::Mysql,
            "SET sql_mode = 'ANSI_QUOTES'",
            Setting(named("SQL_MODE")),
        ),
        (Flavor::Mysql, "SET @a = (SELECT 1)", Setting(named("@a"))),
        (
            Flavor::Mysql,
            "SET sql_notes = 0, GLOBAL foreign_key_checks = 0",
            Setting(named("SQL_NOTES")),
        ),
        (Flavor::Sqlite, "CREATE TABLE temp.t (a)", Temporary),
        (Flavor::Sqlite, "CREATE TABLE 'temp'.t (a)", Temporary),
        (
            Flavor::Sqlite,
            "CREATE TABLE other.t (a)",
            ForeignSchema(named("other")),
        ),
        (Flavor::Sqlite, "CREATE TABLE t AS SELECT 1", TableFromQuery),
        (
            Flavor::Sqlite,
            "CREATE VIEW v AS SELECT 1 FROM temp.t",
            Temporary,
        ),
        (
            Flavor::Sqlite,
            "PRAGMA writable_schema = ON",
            NotAllowed(named("PRAGMA")),
        ),
        (
            Flavor::Sqlite,
            "ALTER TABLE t ADD COLUMN a",
            NotAllowed(named("ALTER")),
        ),
        (
            Flavor::Sqlite,
            "CREATE FUNCTION f",
            NotSchema(named("FUNCTION")),
        ),
    ];
    for (flavor, text, reason) in cases {
        let found = errors(flavor, text);
        assert_eq!(found.len(), 1, "{flavor:?}: {text}\n{found:#?}");
        assert_eq!(found[0].reason, reason, "{flavor:?}: {text}");
    }
}

#[test]
fn client_commands_are_refused_to_the_end_of_their_line() {
    for (flavor, text, command) in [
        (
            Flavor::Postgres,
            "\\connect other\nDROP TABLE t;",
            "\\connect",
        ),
        (
            Flavor::Postgres,
            "\\restrict a b\nDROP TABLE t;",
            "\\restrict",
        ),
        (Flavor::Mysql, "\\! rm x\nDROP TABLE t;", "\\!"),
        (Flavor::Sqlite, ".read x\nDROP TABLE t;", "."),
    ] {
        let found = errors(flavor, text);
        assert_eq!(found.len(), 2, "{text}");
        assert!(
            matches!(&found[0].reason, Reason::ClientCommand(name) if name.starts_with(command))
        );
        assert_eq!((found[1].line, found[1].column), (2, 1));
    }
}

#[test]
fn rows_of_a_copy_are_neither_read_nor_shown() {
    let text = "COPY t (a) FROM stdin;\nsecret'\t(\n\\.\n\nDROP TABLE t;\n";
    let found = errors(Flavor::Postgres, text);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!((found[1].line, found[1].column), (5, 1));
    assert!(!format!("{found:?}").contains("secret"));
}

#[test]
fn limits_are_kept() {
    let many = "DROP TABLE t;".repeat(MAX_ERRORS + 10);
    assert_eq!(errors(Flavor::Sqlite, &many).len(), MAX_ERRORS);
    let deep = format!("CREATE TABLE t (a int CHECK {}", "(".repeat(MAX_NESTING));
    assert!(
        errors(Flavor::Sqlite, &deep)
            .iter()
            .any(|error| error.reason == Reason::TooDeep)
    );
    let large = " ".repeat(MAX_SCRIPT_BYTES + 1);
    assert_eq!(errors(Flavor::Mysql, &large)[0].reason, Reason::TooLarge);
    let lines = "BEGIN;".repeat(MAX_STATEMENTS + 1);
    assert_eq!(errors(Flavor::Sqlite, &lines)[0].reason, Reason::TooMany);
}
