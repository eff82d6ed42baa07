//! Attempts to bring a second statement in as part of a first.
//!
//! Each text either is refused, or its `DROP` stands where the server reads a literal or comment
//! too.

use super::*;

const T: &str = "CREATE TABLE t (a int)";

#[test]
fn no_text_brings_a_second_statement_in() {
    let cases: &[(&[Flavor], &str)] = &[
        (&ALL, "CREATE TABLE t (a int); DROP TABLE t"),
        (&ALL, "CREATE TABLE t (a int;DROP TABLE t"),
        (&ALL, "CREATE TABLE t (a int));DROP TABLE t"),
        (&ALL, "CREATE TABLE t (a int DEFAULT 'x); DROP TABLE t;"),
        (&ALL, "CREATE TABLE t (a int) /* DROP TABLE t"),
        (&ALL, "CREATE TABLE t (a int)\0; DROP TABLE t"),
        (&ALL, "CREATE TABLE begin (a int); DROP TABLE t; END"),
        (&ALL, "CREATE TABLE t (a int) -- x\n; DROP TABLE t"),
        (&ALL, "CREATE VIEW v AS SELECT 1 \\; DROP TABLE t"),
        (&ALL, "CREATE TABLE t\u{FEFF} (a int)"),
        (
            &[Flavor::Postgres],
            "CREATE TABLE t (a int) -- x\r; DROP TABLE t",
        ),
        (
            &[Flavor::Postgres],
            "CREATE TABLE t (a int) /* /* */; DROP TABLE t",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT 'a\\'; DROP TABLE t; --'",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT E'a'\n'b\\'; DROP TABLE t; --'",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT E'a' -- x\n 'b\\'; DROP TABLE t; --'",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT 1E'a\\'; DROP TABLE t; --'",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT a$$;DROP TABLE t; --$$",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT $$a$$; DROP TABLE t; --$$",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT $a$; DROP TABLE t; --$A$",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT 1$$; DROP TABLE t; $$",
        ),
        (&[Flavor::Postgres], "CREATE VIEW U&\"\\0070g\" AS SELECT 1"),
        (
            &[Flavor::Postgres],
            "CREATE VIEW begin AS SELECT 1 AS atomic; DROP TABLE t; END",
        ),
        (
            &[Flavor::Postgres],
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 case; END; DROP TABLE t; SELECT 1; END",
        ),
        (
            &[Flavor::Postgres],
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END DROP TABLE t; END",
        ),
        (
            &[Flavor::Postgres],
            "CREATE FUNCTION f(x int DEFAULT begin atomic) RETURNS int RETURN 1; DROP TABLE t; END",
        ),
        (
            &[Flavor::Postgres],
            "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; DROP TABLE t",
        ),
        (
            &[Flavor::Postgres],
            "CREATE RULE r AS ON INSERT TO t DO (SELECT 1); DROP TABLE t",
        ),
        (
            &[Flavor::Postgres],
            "CREATE TABLE rule (a int; DROP TABLE t)",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE TABLE t (a int) /*! ; DROP TABLE t */",
        ),
        (&MYSQL_FAMILY, "CREATE /*!50100 TABLE t (a int) */"),
        (
            &MYSQL_FAMILY,
            "CREATE TABLE t /*!50100 (a int) ; */ (a int)",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE /*!50100 PROCEDURE p() */ DROP TABLE t",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() /*!50100 BEGIN */ SELECT 1",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE /*!50100 TABLE x (a int) -- */ TABLE t AS SELECT 1",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE TABLE t (a int) /*!50100 AS SELECT 1 AS b */",
        ),
        (&MYSQL_FAMILY, "CREATE TABLE /*!50100 other. */ t (a int)"),
        (
            &MYSQL_FAMILY,
            "CREATE TABLE t (a int /*!50100 ) */ , b int)",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE TABLE t (a int COMMENT /*!50100 ' */ 'x' )",
        ),
        (&MYSQL_FAMILY, "CREATE TABLE t (a int) /*M!100100 # */"),
        (
            &MYSQL_FAMILY,
            "CREATE TABLE t (a int) /*!50100 /* */ COMMENT 'x' */",
        ),
        (&MYSQL_FAMILY, "/*! DROP TABLE t */"),
        (&MYSQL_FAMILY, "/*!40101 SET sql_notes=0; DROP TABLE t */"),
        (
            &MYSQL_FAMILY,
            "/*!40101 SET sql_notes='*/ ; DROP TABLE t; -- '",
        ),
        (&MYSQL_FAMILY, "/*!40101 SET sql_notes=0 */ DROP TABLE t"),
        (
            &MYSQL_FAMILY,
            "/*!40101 SET sql_notes=0 /* */ DROP TABLE t */",
        ),
        (
            &MYSQL_FAMILY,
            "/*!40101 SET sql_notes=0 -- */ ; DROP TABLE t",
        ),
        (&MYSQL_FAMILY, "/*!50001 CREATE VIEW v AS SELECT 1 */"),
        (
            &MYSQL_FAMILY,
            "/*M!999999\\- enable the sandbox mode */ DROP TABLE t",
        ),
        (&MYSQL_FAMILY, "CREATE TABLE t (a int) --x\n; DROP TABLE t"),
        (&MYSQL_FAMILY, "CREATE VIEW v AS SELECT 1 --; DROP TABLE t"),
        (&MYSQL_FAMILY, "CREATE VIEW v AS SELECT 1 --;"),
        (
            &MYSQL_FAMILY,
            "CREATE VIEW v AS SELECT 1 # x\n; DROP TABLE t",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE VIEW v AS SELECT \"a\\\"; DROP TABLE t; --\\\"",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE VIEW v AS SELECT `a\\`; DROP TABLE t; -- `",
        ),
        (
            &MYSQL_FAMILY,
            "DELIMITER //\nCREATE TABLE t (a int); DROP TABLE t //",
        ),
        (
            &MYSQL_FAMILY,
            "DELIMITER //\nCREATE TABLE t (a int) // DROP TABLE t //",
        ),
        (&MYSQL_FAMILY, "DELIMITER DROP\nCREATE TABLE t (a int) DROP"),
        (&MYSQL_FAMILY, "DELIMITER '\nCREATE TABLE t (a int)'"),
        (&MYSQL_FAMILY, "DELIMITER --\nCREATE TABLE t (a int)--"),
        (&MYSQL_FAMILY, "DELIMITER // DROP\nCREATE TABLE t (a int)//"),
        (&MYSQL_FAMILY, "DELIMITER\nDROP TABLE t;"),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN SELECT 1;\nDELIMITER ;\nDROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "DELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT 1; $$ DROP TABLE t; END $$",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE begin() SELECT 1; DROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() SELECT begin; DROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() PREPARE begin FROM 'x'; DROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() SELECT @begin; DROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN SELECT t.case; END; DROP TABLE t; SELECT 1 END; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN SELECT CASE; END; DROP TABLE t; END; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN SELECT begin; END; DROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN SELECT IF(1, 2, 3); END; DROP TABLE t; END IF",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN SET @x = REPEAT('x', 2); END; DROP TABLE t; END REPEAT",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN DROP TABLE IF EXISTS u; END; DROP TABLE t; END IF",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE FUNCTION f() RETURNS int RETURN IF(1, 2, 3); DROP TABLE t; END IF",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE FUNCTION f() RETURNS int CHARSET begin RETURN 1; DROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW FOLLOWS begin SET NEW.a = 1; DROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE TRIGGER begin BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1; DROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE EVENT begin ON SCHEDULE EVERY 1 DAY DO SELECT 1; DROP TABLE t; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; END; DROP TABLE t; END IF; END",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN SELECT 1; END; DROP TABLE t",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() BEGIN SELECT (1; END); DROP TABLE t",
        ),
        (&[Flavor::Sqlite], "CREATE TABLE t (a [x;) ; DROP TABLE t"),
        (
            &[Flavor::Sqlite],
            "CREATE TABLE [a]]; DROP TABLE t; --] (a int)",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE VIEW v AS SELECT 'a\\'; DROP TABLE t; --'",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE VIEW v AS SELECT $x(;DROP TABLE t)",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE VIEW v AS SELECT 1 # x\n; DROP TABLE t",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE TABLE t (a int) -- x\r\n; DROP TABLE t",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE TABLE t (a int) /* /* */; DROP TABLE t; /* */",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END; DROP TABLE t; END",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END DROP TABLE t; END",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; DROP TABLE t; END",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE TRIGGER g AFTER INSERT ON t; DROP TABLE t; END",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1;",
        ),
        (&[Flavor::Sqlite], "ATTACH 'x' AS y"),
    ];
    for (flavors, text) in cases {
        for flavor in *flavors {
            // The attempt is refused alone, and behind and before something harmless.
            for script in [(*text).to_owned(), format!("{T};\n{text}")] {
                assert!(
                    split(*flavor, &script).is_err(),
                    "{flavor:?} accepts: {script}"
                );
            }
        }
    }
}

#[test]
fn what_the_server_reads_as_literal_or_comment_stays_one_piece() {
    let cases: &[(&[Flavor], &str)] = &[
        (&ALL, "CREATE VIEW v AS SELECT '; DROP TABLE t' AS a"),
        (&ALL, "CREATE VIEW v AS SELECT 1 /* ; DROP TABLE t */ + 1"),
        (&ALL, "CREATE VIEW v AS SELECT 1 -- ; DROP TABLE t\n + 1"),
        (
            &[Flavor::Mysql],
            "CREATE VIEW v AS SELECT t.a, t.b FROM (t JOIN u ON (t.a = u.a)) WHERE t.a IN (t.b, u.c) ORDER BY t.a, t.b",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE PROCEDURE p() INSERT INTO t (a, b) SELECT u.a, u.b FROM u ON DUPLICATE KEY UPDATE t.a = u.a, t.b = u.b",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT $a$; DROP TABLE t $b$ $a$",
        ),
        (
            &[Flavor::Postgres],
            "CREATE VIEW v AS SELECT 1 /* /* */; DROP TABLE t */ + 1",
        ),
        (
            &[Flavor::Mysql, Flavor::Sqlite],
            "CREATE VIEW v AS SELECT 1 -- x\r; DROP TABLE t\n + 1",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE VIEW v AS SELECT 1 # ; DROP TABLE t\n + 1",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE VIEW v AS SELECT 'a\\'; DROP TABLE t; -- ' AS a",
        ),
        (
            &MYSQL_FAMILY,
            "CREATE VIEW v AS SELECT 1 AS `; DROP TABLE t`",
        ),
        (
            &[Flavor::Sqlite],
            "CREATE VIEW v AS SELECT 1 AS [; DROP TABLE t]",
        ),
    ];
    for (flavors, text) in cases {
        for flavor in *flavors {
            let found = pieces(*flavor, &format!("{T};{text};{T}"));
            assert_eq!(found.len(), 3, "{flavor:?}: {text}");
            assert_eq!(found[1].text, *text);
        }
    }
}
