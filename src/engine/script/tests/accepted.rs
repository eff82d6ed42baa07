//! Statements that declare structure, each dialect's.

use super::*;
use PieceKind::{
    Comment, CreateEvent, CreateIndex, CreateRoutine, CreateSchema, CreateSequence, CreateTable,
    CreateTrigger, CreateView, CreateVirtualTable,
};

#[test]
fn each_statement_is_one_piece_of_its_kind_and_name() {
    let other = |words: &str| PieceKind::CreateOther(words.to_owned());
    let cases = [
        (
            Flavor::Postgres,
            "CREATE TABLE Users (id int)",
            CreateTable,
            "users",
        ),
        (
            Flavor::Postgres,
            "create unlogged table \"A\"\"b\".\"C\" (id int)",
            CreateTable,
            "A\"b/C",
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE IF NOT EXISTS s.t (a int DEFAULT (1))",
            CreateTable,
            "s/t",
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE t (LIKE u INCLUDING ALL)",
            CreateTable,
            "t",
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE t (b int GENERATED ALWAYS AS (a) STORED)",
            CreateTable,
            "t",
        ),
        (
            Flavor::Postgres,
            "CREATE TABLE \"begin\" (\"end\" int)",
            CreateTable,
            "begin",
        ),
        (
            Flavor::Postgres,
            "CREATE UNIQUE INDEX i ON t (a)",
            CreateIndex,
            "i",
        ),
        (Flavor::Postgres, "CREATE INDEX ON t (a)", CreateIndex, ""),
        (
            Flavor::Postgres,
            "CREATE OR REPLACE VIEW v AS SELECT ';' AS x",
            CreateView,
            "v",
        ),
        (
            Flavor::Postgres,
            "CREATE MATERIALIZED VIEW v AS SELECT 1",
            CreateView,
            "v",
        ),
        (
            Flavor::Postgres,
            "CREATE SCHEMA app AUTHORIZATION me",
            CreateSchema,
            "app",
        ),
        (
            Flavor::Postgres,
            "CREATE SEQUENCE s START 1",
            CreateSequence,
            "s",
        ),
        (
            Flavor::Postgres,
            "CREATE TYPE mood AS ENUM ('a;', 'b')",
            PieceKind::CreateType,
            "mood",
        ),
        (
            Flavor::Postgres,
            "CREATE DOMAIN d AS int CHECK (VALUE > 0)",
            PieceKind::CreateDomain,
            "d",
        ),
        (
            Flavor::Postgres,
            "CREATE EXTENSION IF NOT EXISTS citext",
            PieceKind::CreateExtension,
            "citext",
        ),
        (
            Flavor::Postgres,
            "CREATE POLICY p ON t USING (true)",
            PieceKind::CreatePolicy,
            "p",
        ),
        (
            Flavor::Postgres,
            "CREATE CAST (text AS int) WITH INOUT",
            other("CAST"),
            "",
        ),
        (
            Flavor::Postgres,
            "CREATE AGGREGATE a (int) (SFUNC = f, STYPE = int)",
            other("AGGREGATE"),
            "a",
        ),
        (
            Flavor::Postgres,
            "CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)",
            other("RULE"),
            "r",
        ),
        (
            Flavor::Postgres,
            "CREATE OPERATOR public.=== (LEFTARG = int, FUNCTION = f)",
            other("OPERATOR"),
            "",
        ),
        (
            Flavor::Postgres,
            "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $x$ SELECT 1; $$;$$ $x$",
            CreateRoutine,
            "f",
        ),
        (
            Flavor::Postgres,
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; END",
            CreateRoutine,
            "f",
        ),
        (
            Flavor::Postgres,
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
            CreateTrigger,
            "g",
        ),
        (
            Flavor::Postgres,
            "CREATE FUNCTION f() RETURNS text RETURN E'\\';' || 'a\\'",
            CreateRoutine,
            "f",
        ),
        (
            Flavor::Postgres,
            "COMMENT ON TABLE t IS 'it''s; fine'",
            Comment,
            "",
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE `a``b` (id int COMMENT 'it\\'s;', k text COMMENT \"x;\") ENGINE=InnoDB",
            CreateTable,
            "a`b",
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE begin (end int)",
            CreateTable,
            "begin",
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE 1st (id int DEFAULT 0x1F, x double DEFAULT 1.5e-3)",
            CreateTable,
            "1st",
        ),
        (
            Flavor::Mysql,
            "CREATE TABLE t (d int) PARTITION BY RANGE (d) (PARTITION p VALUES LESS THAN (1))",
            CreateTable,
            "t",
        ),
        (Flavor::Mysql, "CREATE TABLE t LIKE u", CreateTable, "t"),
        (
            Flavor::Mysql,
            "CREATE FULLTEXT INDEX i ON t (a)",
            CreateIndex,
            "i",
        ),
        (
            Flavor::Mysql,
            "CREATE OR REPLACE ALGORITHM=MERGE DEFINER=CURRENT_USER() SQL SECURITY INVOKER VIEW v AS SELECT t.a FROM t, u WHERE t.a=u.a",
            CreateView,
            "v",
        ),
        (
            Flavor::Mysql,
            "CREATE VIEW v AS SELECT EXTRACT(YEAR FROM t.d) FROM t",
            CreateView,
            "v",
        ),
        (
            Flavor::Mysql,
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.a = IF(NEW.b, 1, 2)",
            CreateTrigger,
            "g",
        ),
        (
            Flavor::Mysql,
            "CREATE TRIGGER begin BEFORE INSERT ON t FOR EACH ROW FOLLOWS g BEGIN SET NEW.a = 1; END",
            CreateTrigger,
            "begin",
        ),
        (
            Flavor::Mysql,
            "CREATE EVENT e ON SCHEDULE EVERY 1 DAY COMMENT 'DO' DO BEGIN DELETE FROM t; END",
            CreateEvent,
            "e",
        ),
        (
            Flavor::Mysql,
            "CREATE PROCEDURE p() COMMENT ';' READS SQL DATA SELECT 1",
            CreateRoutine,
            "p",
        ),
        (
            Flavor::Mysql,
            "CREATE FUNCTION f(a int) RETURNS varchar(9) CHARSET utf8mb4 COLLATE utf8mb4_bin DETERMINISTIC RETURN CASE a WHEN 1 THEN 'x' END",
            CreateRoutine,
            "f",
        ),
        (Flavor::Mariadb, "CREATE SEQUENCE s", CreateSequence, "s"),
        (
            Flavor::Mariadb,
            "CREATE TABLE t (a int) WITH SYSTEM VERSIONING",
            CreateTable,
            "t",
        ),
        (
            Flavor::Mariadb,
            "CREATE PROCEDURE p() BEGIN FOR i IN 1..3 DO SELECT i; END FOR; END",
            CreateRoutine,
            "p",
        ),
        (
            Flavor::Sqlite,
            "CREATE TABLE main.[a;b] (x INT, `y` TEXT, \"z\" BLOB) STRICT",
            CreateTable,
            "main/a;b",
        ),
        (Flavor::Sqlite, "CREATE TABLE 't' (x)", CreateTable, "t"),
        (
            Flavor::Sqlite,
            "CREATE VIRTUAL TABLE f USING fts5(a, b)",
            CreateVirtualTable,
            "f",
        ),
        (
            Flavor::Sqlite,
            "CREATE VIEW v AS SELECT temp.a FROM t AS temp",
            CreateView,
            "v",
        ),
        (
            Flavor::Sqlite,
            "CREATE TRIGGER begin AFTER UPDATE ON t WHEN CASE new.a WHEN 1 THEN end END BEGIN UPDATE t SET a = CASE b WHEN 1 THEN 2 END; SELECT 1; END",
            CreateTrigger,
            "begin",
        ),
    ];
    for (flavor, text, kind, name) in cases {
        for script in [
            text.to_owned(),
            format!("\u{FEFF} -- x;\r\n{text} ;\r\n/* ; */"),
        ] {
            let found = pieces(flavor, &script);
            assert_eq!(found.len(), 1, "{flavor:?}: {script}");
            assert_eq!(
                (found[0].text.as_str(), &found[0].kind),
                (text, &kind),
                "{flavor:?}"
            );
            let joined =
                created_name(flavor, &found[0]).map_or_else(String::new, |(schema, name)| {
                    schema.map_or_else(|| name.clone(), |schema| format!("{schema}/{name}"))
                });
            assert_eq!(joined, name, "{flavor:?}: {script}");
        }
    }
}

#[test]
fn the_alters_of_dumps_are_recognised() {
    use AlterKind::*;
    let cases = [
        (
            Flavor::Postgres,
            "ALTER TABLE ONLY s.t ADD CONSTRAINT t_pk PRIMARY KEY (a, b)",
            AddConstraint,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE ONLY t ADD CONSTRAINT x EXCLUDE USING gist (a WITH &&)",
            AddConstraint,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE ONLY t ALTER COLUMN id SET DEFAULT nextval('s'::regclass)",
            ColumnDefault,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME s START WITH 1)",
            ColumnIdentity,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE ONLY t ALTER COLUMN a SET STATISTICS 5",
            ColumnOption,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE ONLY t ALTER COLUMN a SET NOT NULL",
            ColumnNotNull,
        ),
        (Flavor::Postgres, "ALTER TABLE public.t OWNER TO app", Owner),
        (
            Flavor::Postgres,
            "ALTER FUNCTION public.f(integer, text) OWNER TO app",
            Owner,
        ),
        (
            Flavor::Postgres,
            "ALTER OPERATOR public.=== (integer, integer) OWNER TO app",
            Owner,
        ),
        (
            Flavor::Postgres,
            "ALTER SEQUENCE public.s OWNED BY public.t.id",
            SequenceOwnedBy,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
            RowSecurity,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE ONLY p ATTACH PARTITION p1 FOR VALUES IN (1)",
            AttachPartition,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE p1 ALTER COLUMN c DROP DEFAULT",
            ColumnDefault,
        ),
        (
            Flavor::Postgres,
            "ALTER INDEX i ATTACH PARTITION i1",
            AttachPartition,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE ONLY t REPLICA IDENTITY FULL",
            ReplicaIdentity,
        ),
        (Flavor::Postgres, "ALTER TABLE t CLUSTER ON i", ClusterOn),
        (
            Flavor::Postgres,
            "ALTER TABLE t DISABLE TRIGGER g",
            TriggerState,
        ),
        (
            Flavor::Postgres,
            "ALTER TABLE t DISABLE RULE g",
            TriggerState,
        ),
        (
            Flavor::Postgres,
            "ALTER DOMAIN s.d ADD CONSTRAINT c CHECK (VALUE > 0)",
            AddConstraint,
        ),
        (
            Flavor::Postgres,
            "ALTER TEXT SEARCH CONFIGURATION s.c ADD MAPPING FOR word WITH a, b",
            SearchMapping,
        ),
        (
            Flavor::Mysql,
            "ALTER TABLE `t` ADD PRIMARY KEY (`id`), ADD KEY `k` (`a`,`b`)",
            AddConstraint,
        ),
    ];
    for (flavor, text, kind) in cases {
        assert_eq!(kinds(flavor, text), [PieceKind::Alter(kind)], "{text}");
    }
}

#[test]
fn session_lines_of_dumps_are_ignored_pieces() {
    let cases = [
        (
            Flavor::Postgres,
            "SET statement_timeout = 0;SET client_encoding = 'UTF8';",
            "SET statement_timeout,SET client_encoding",
        ),
        (
            Flavor::Postgres,
            "SELECT pg_catalog.set_config('search_path', '', false);",
            "SELECT pg_catalog.set_config",
        ),
        (
            Flavor::Postgres,
            "\\restrict Ab12\nBEGIN;\nCOMMIT;\n\\unrestrict Ab12\n",
            "\\restrict,BEGIN,COMMIT,\\unrestrict",
        ),
        (
            Flavor::Mysql,
            "/*!40101 SET @OLD_A=@@CHARACTER_SET_CLIENT, UNIQUE_CHECKS=0 */;/*!50503 SET NAMES utf8mb4 */;",
            "SET @OLD_A,SET NAMES",
        ),
        (
            Flavor::Mysql,
            "SET SQL_MODE = \"NO_AUTO_VALUE_ON_ZERO\";START TRANSACTION;SET time_zone = \"+00:00\";",
            "SET SQL_MODE,START TRANSACTION,SET TIME_ZONE",
        ),
        (
            Flavor::Mysql,
            "SET @@SESSION.SQL_LOG_BIN= 0;LOCK TABLES `t` WRITE, u READ;UNLOCK TABLES;",
            "SET @@SESSION,LOCK TABLES,UNLOCK TABLES",
        ),
        (
            Flavor::Mariadb,
            "/*M!999999\\- enable the sandbox mode */ \n/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;",
            "SET @OLD_SQL_NOTES",
        ),
        (
            Flavor::Sqlite,
            "PRAGMA foreign_keys=OFF;BEGIN TRANSACTION;COMMIT;",
            "PRAGMA foreign_keys,BEGIN TRANSACTION,COMMIT",
        ),
    ];
    for (flavor, text, labels) in cases {
        let found: Vec<_> = labels
            .split(',')
            .map(|label| PieceKind::Ignored(label.to_owned()))
            .collect();
        assert_eq!(kinds(flavor, text), found, "{text}");
    }
}

#[test]
fn what_dumps_put_into_comments_for_newer_servers_is_read() {
    let text = "CREATE TABLE `t` (\n  `a` int /*!80023 INVISIBLE */,\n  `p` point NOT NULL /*!80003 SRID 4326 */,\n  \
        CONSTRAINT `k` FOREIGN KEY (`a`) REFERENCES `u` (`b`)\n) ENGINE=InnoDB\n\
        /*!50100 PARTITION BY RANGE (`a`)\n(PARTITION p0 VALUES LESS THAN (10)) */";
    for flavor in [Flavor::Mysql, Flavor::Mariadb] {
        let pieces = split(flavor, &format!("{text};\nCREATE TABLE u (b int)")).unwrap();
        assert_eq!(pieces[0].text, text);
        assert_eq!(pieces[0].kind, CreateTable);
        assert_eq!(
            created_name(flavor, &pieces[0]),
            Some((None, "t".to_owned()))
        );
        assert_eq!(referred(flavor, &pieces[0]).len(), 1);
        assert_eq!((pieces.len(), pieces[1].line), (2, 8));
        let words = tokens(flavor, text);
        let last = words.last().unwrap();
        assert_eq!(&text[last.start..last.end], ")");
    }
}

#[test]
fn grants_on_named_objects_are_taken() {
    let texts = [
        "GRANT ALL ON t TO x",
        "GRANT SELECT (a, b), UPDATE ON TABLE s.t, \"u\" TO x, PUBLIC WITH GRANT OPTION",
        "REVOKE ALL ON FUNCTION s.f(int, text), g FROM PUBLIC",
        "REVOKE GRANT OPTION FOR USAGE ON SCHEMA s FROM x RESTRICT",
        "GRANT USAGE ON SEQUENCE t_id_seq TO x",
        "GRANT SELECT ON \"table\" TO x",
    ];
    for text in texts {
        assert_eq!(kinds(Flavor::Postgres, text), [PieceKind::Grant], "{text}");
    }
}

#[test]
fn compound_bodies_of_the_mysql_family_stay_whole() {
    let text = "CREATE PROCEDURE p(IN a int)\n\
        BEGIN\n\
          DECLARE done INT DEFAULT 0;\n\
          DECLARE c CURSOR FOR SELECT CASE WHEN x THEN 1 ELSE 2 END FROM t;\n\
          DECLARE CONTINUE HANDLER FOR NOT FOUND, SQLSTATE VALUE '42000' SET done = 1;\n\
          DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END;\n\
          IF a = CASE a WHEN 1 THEN 2 END THEN SELECT 1; ELSEIF a THEN SELECT 2; ELSE SELECT 3; END IF;\n\
          CASE a WHEN 1 THEN SELECT 1; WHEN 2 THEN BEGIN END; ELSE BEGIN END; END CASE;\n\
          rows_loop: LOOP FETCH c INTO a; IF done THEN LEAVE rows_loop; END IF; END LOOP rows_loop;\n\
          REPEAT SET a = a + 1; UNTIL a > 5 END REPEAT; until: LOOP LEAVE until; END LOOP until;\n\
          WHILE a > 0 DO SET a = a - 1; END WHILE;\n\
          SELECT IF(a, REPEAT('x', 2), t.end) FROM t;\n\
          DROP TABLE IF EXISTS x;\n\
        END";
    for flavor in MYSQL_FAMILY {
        for script in [
            format!("{text};\nCREATE TABLE t (a int)"),
            format!("DELIMITER //\n{text} //\nDELIMITER ;\nCREATE TABLE t (a int);"),
            format!("delimiter $$\r\n{text}$$\r\ndelimiter ;\r\nCREATE TABLE t (a int);"),
            format!("DELIMITER ;;\n{text};;\nDELIMITER ;\nCREATE TABLE t (a int);"),
        ] {
            let found = pieces(flavor, &script);
            assert_eq!(found.len(), 2, "{script}");
            assert_eq!(found[0].text, text);
            assert_eq!(found[1].kind, CreateTable);
        }
    }
}

#[test]
fn places_count_lines_and_characters() {
    let found = pieces(
        Flavor::Postgres,
        "\u{FEFF}CREATE TABLE é (a int);/* ü\r\n */  CREATE TABLE b (a int)",
    );
    assert_eq!((found[0].line, found[0].column), (1, 1));
    assert_eq!((found[1].line, found[1].column), (2, 6));
}
