//! What the rest of the program asks of the engine besides its schema.

use super::render;
use super::types;
use super::version::{self, Flavour};
use crate::engine::dialect::{LedgerDialect, ScratchStatements, SessionLock};
use crate::engine::error::DecodeError;
use crate::engine::kind::{Engine, Server};
use crate::engine::question::Question;
use crate::engine::safety::View;
use crate::engine::statement::{Row, Statement};
use crate::engine::target::Timeouts;
use crate::schema::Table;
use sha2::{Digest, Sha256};

/// One row about the server.
pub(super) fn profile() -> Statement {
    Statement::new(
        "SELECT VERSION() AS version, @@version_comment AS version_comment, \
         @@SESSION.sql_mode AS sql_mode, @@lower_case_table_names AS lower_case_table_names, \
         CURRENT_USER() AS account, DATABASE() AS `database`, @@character_set_database AS character_set_database, \
         @@collation_database AS collation_database, \
         @@default_storage_engine AS default_storage_engine, \
         @@explicit_defaults_for_timestamp AS explicit_defaults_for_timestamp, \
         @@read_only AS read_only",
    )
}

/// Reads that row.
pub(super) fn read_profile(row: Row<'_>) -> Result<Server, DecodeError> {
    let version_text = row.text("version")?.to_owned();
    let (engine, version) = version::parse(&version_text).ok_or_else(|| DecodeError {
        what: "the server's version".to_owned(),
        problem: format!("\"{version_text}\" is not understood"),
    })?;
    let oldest = match engine {
        Engine::Mariadb => (10, 11, 0),
        Engine::Mysql | Engine::Postgres | Engine::Sqlite => (8, 4, 0),
    };
    if version < oldest {
        let (major, minor, _) = oldest;
        return Err(DecodeError {
            what: "the server's version".to_owned(),
            problem: format!(
                "{engine} {version_text} is older than {major}.{minor}; upgrade the server"
            ),
        });
    }
    let names = [
        "version_comment",
        "sql_mode",
        "lower_case_table_names",
        "account",
        "database",
        "character_set_database",
        "collation_database",
        "default_storage_engine",
        "explicit_defaults_for_timestamp",
        "read_only",
    ];
    let settings = names
        .iter()
        .map(|name| ((*name).to_owned(), row.opt(name).unwrap_or("").to_owned()))
        .collect();
    Ok(Server {
        engine,
        version,
        version_text,
        settings,
    })
}

/// The session's settings. One statement for both flavours, since it runs before the server has
/// said which it is: `MariaDB` ignores comments for versions 50700 to 99999 (knowledge base,
/// "Comment Syntax"), `MySQL` ignores those that begin with `M!`.
pub(super) fn settings(timeouts: &Timeouts) -> Vec<Statement> {
    let lock = timeouts.lock.as_secs().max(1);
    let statement = timeouts.statement.as_secs().max(1);
    // Without autocommit what is written into history after the last DDL would go with the session.
    // The modes that change how a statement is read go; all others stay the server's own, since
    // they decide what a declaration means.
    let mode = [
        "ANSI_QUOTES",
        "ANSI",
        "NO_BACKSLASH_ESCAPES",
        "ORACLE",
        "MSSQL",
        "DB2",
        "POSTGRESQL",
    ]
    .iter()
    .fold(
        "CONCAT(',', @@GLOBAL.sql_mode, ',')".to_owned(),
        |sql, name| format!("REPLACE({sql}, ',{name},', ',')"),
    );
    vec![
        Statement::new("SET NAMES utf8mb4"),
        Statement::new(format!(
            "SET SESSION sql_mode = TRIM(BOTH ',' FROM {mode}), time_zone = '+00:00', \
             lock_wait_timeout = {lock}, innodb_lock_wait_timeout = {lock}, \
             group_concat_max_len = 1048576, sql_quote_show_create = 1, foreign_key_checks = 1, \
             unique_checks = 1, sql_auto_is_null = 0, sql_safe_updates = 0, autocommit = 1, \
             completion_type = 0 \
             /*!80000 , information_schema_stats_expiry = 0 */ \
             /*!80030 , show_gipk_in_create_table_and_information_schema = OFF */ \
             /*M!100100 , max_statement_time = {statement}, check_constraint_checks = 1 */"
        )),
    ]
}

/// A table without a primary key gets none. Setting it takes `SESSION_VARIABLES_ADMIN` (`MySQL` 8.4
/// manual, 7.1.8); off is the server's default.
pub(super) fn wishes() -> Vec<Statement> {
    vec![Statement::new(
        "SET SESSION sql_auto_is_null = 0 /*!80030 , sql_generate_invisible_primary_key = OFF */",
    )]
}

/// The lock of a database: names have at most 64 characters (`MySQL` 8.4 manual, 14.14).
pub(super) fn lock(key: &str) -> SessionLock {
    let digest = hex::encode(Sha256::digest(key.as_bytes()));
    let name = format!("driftless_{}", &digest[..40]);
    SessionLock {
        acquire: Statement::new(format!("SELECT GET_LOCK('{name}', 0)")),
        held: Statement::new(format!("SELECT IS_USED_LOCK('{name}') = CONNECTION_ID()")),
        release: Statement::new(format!("SELECT RELEASE_LOCK('{name}')")),
    }
}

/// A scratch database like the one it stands for.
pub(super) fn scratch(server: &Server, name: &str) -> ScratchStatements {
    let quoted = render::quote(name);
    let mut create = format!("CREATE DATABASE {quoted}");
    let (charset, collation) = (
        server.setting("character_set_database"),
        server.setting("collation_database"),
    );
    if !charset.is_empty() && !collation.is_empty() {
        create = format!("{create} CHARACTER SET {charset} COLLATE {collation}");
    }
    ScratchStatements {
        create: vec![Statement::new(create)],
        drop: vec![Statement::new(format!("DROP DATABASE IF EXISTS {quoted}"))],
        list: Statement::new(
            "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA \
             WHERE SCHEMA_NAME LIKE 'driftless\\_scratch\\_%'",
        ),
        grant: format!(
            "GRANT ALL ON `driftless\\_scratch\\_%`.* TO {}",
            account(server.setting("account"))
        ),
    }
}

/// An account as `CURRENT_USER()` prints it, as statements take it.
fn account(printed: &str) -> String {
    let (user, host) = printed.rsplit_once('@').unwrap_or((printed, "%"));
    format!("{}@{}", render::quote(user), render::quote(host))
}

/// How the ledger's tables are made.
pub(super) const fn ledger() -> LedgerDialect {
    LedgerDialect {
        namespace: "",
        identity: "BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY",
        varchar: "VARCHAR({n})",
        text: "LONGTEXT",
        json: "JSON",
        boolean: "BOOLEAN",
        // Without fractions, so that it may default to CURRENT_TIMESTAMP. Sessions are in UTC.
        timestamp: "TIMESTAMP",
        placeholder: "?",
        json_placeholder: "?",
        integer_placeholder: "CAST(? AS SIGNED)",
        boolean_placeholder: "(? = 'true')",
        timestamp_placeholder: "CAST(REPLACE(LEFT(?, 19), 'T', ' ') AS DATETIME)",
        read_text: "CAST({c} AS CHAR)",
        read_timestamp: "DATE_FORMAT({c}, '%Y-%m-%dT%H:%i:%sZ')",
        columns_of: "SELECT COLUMN_NAME FROM information_schema.COLUMNS \
                     WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = {t}",
    }
}

/// The questions each engine asks its own way.
pub(super) fn question(flavour: Flavour, question: &Question) -> Option<Statement> {
    match question {
        Question::LongerThan(table, column, length) => Some(Statement::new(format!(
            "SELECT count(*) FROM (SELECT 1 FROM {} WHERE CHAR_LENGTH({}) > {length} LIMIT {}) AS facts",
            render::name(table),
            render::quote(column),
            crate::engine::question::COUNT_LIMIT,
        ))),
        Question::PartitionRows(table, partition) => Some(Statement::new(format!(
            "SELECT count(*) FROM (SELECT 1 FROM {} PARTITION ({}) LIMIT {}) AS facts",
            render::name(table),
            render::quote(partition),
            crate::engine::question::COUNT_LIMIT,
        ))),
        Question::Bytes(table) => Some(Statement::new(format!(
            "SELECT COALESCE(SUM(DATA_LENGTH + INDEX_LENGTH), 0) FROM information_schema.TABLES \
             WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = {}",
            render::literal(&table.name)
        ))),
        Question::Replicas => Some(Statement::new(match flavour {
            // A replica's thread runs `Binlog Dump` (8.4 manual, 19.2.3 "Replication Threads"; 29.12.22.9
            // `threads`). The list of processes would do for an account with PROCESS only, and would say
            // none to others.
            Flavour::Mysql => {
                "SELECT COUNT(*) FROM performance_schema.threads \
                 WHERE PROCESSLIST_COMMAND IN ('Binlog Dump', 'Binlog Dump GTID')"
            }
            // Knowledge base, "Replication and Binary Log Status Variables".
            Flavour::Mariadb => {
                "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS \
                 WHERE VARIABLE_NAME = 'SLAVES_CONNECTED'"
            }
        })),
        Question::ClusterNodes => match flavour {
            Flavour::Mysql => None,
            // Under `RSU` each node is changed by itself (knowledge base, "Galera Cluster System
            // Variables", `wsrep_on` and `wsrep_OSU_method`; "… Status Variables", `wsrep_cluster_size`).
            Flavour::Mariadb => Some(Statement::new(
                "SELECT COALESCE(MAX(CAST(s.VARIABLE_VALUE AS UNSIGNED)), 0) \
                 FROM information_schema.GLOBAL_STATUS s WHERE s.VARIABLE_NAME = 'WSREP_CLUSTER_SIZE' \
                 AND 2 = (SELECT COUNT(*) FROM information_schema.GLOBAL_VARIABLES v \
                 WHERE v.VARIABLE_NAME = 'WSREP_ON' AND v.VARIABLE_VALUE = 'ON' \
                 OR v.VARIABLE_NAME = 'WSREP_OSU_METHOD' AND v.VARIABLE_VALUE = 'TOI')",
            )),
        },
        _ => None,
    }
}

/// For each row an `INSERT`. Values are quoted by the server; bytes and geometries are written in
/// hexadecimal, since not every byte is a character. Generated columns compute themselves.
pub(super) fn dump_rows(table: &Table) -> Statement {
    let columns: Vec<&crate::schema::Column> = table
        .columns
        .iter()
        .filter(|column| column.generated.is_none())
        .collect();
    let names: Vec<String> = columns.iter().map(|c| render::quote(&c.name)).collect();
    let head = format!(
        "INSERT INTO {} ({}) VALUES (",
        render::name(&table.name),
        names.join(", ")
    );
    let mut pieces = vec![render::literal(&head)];
    for (at, column) in columns.iter().enumerate() {
        if at > 0 {
            pieces.push("','".to_owned());
        }
        pieces.push(value(&column.data_type, &render::quote(&column.name)));
    }
    pieces.push("');'".to_owned());
    Statement::new(format!(
        "SELECT CONCAT({}) FROM {}",
        pieces.join(", "),
        render::name(&table.name)
    ))
}

/// One value as a literal, in SQL.
fn value(data_type: &str, column: &str) -> String {
    let kind = types::parse(data_type);
    let geometry = matches!(
        kind.base.as_str(),
        "geometry"
            | "point"
            | "linestring"
            | "polygon"
            | "multipoint"
            | "multilinestring"
            | "multipolygon"
            | "geometrycollection"
            | "geomcollection"
            | "vector"
    );
    if kind.is_binary() || geometry {
        format!("IF({column} IS NULL, 'NULL', CONCAT('X''', HEX({column}), ''''))")
    } else if kind.base == "bit" {
        format!("IF({column} IS NULL, 'NULL', CONCAT('b''', BIN({column}), ''''))")
    } else if kind.base == "float" {
        // A FLOAT is printed with six digits, fewer than it has; the same value as a DOUBLE is not.
        format!("IF({column} IS NULL, 'NULL', CAST({column} + 0e0 AS CHAR))")
    } else if kind.is_numeric() {
        format!("IF({column} IS NULL, 'NULL', CAST({column} AS CHAR))")
    } else {
        format!("QUOTE(CAST({column} AS CHAR CHARACTER SET utf8mb4))")
    }
}

/// What the engine's own dumps set before rows come back: parents may come after children, and a
/// zero in a counted column stays a zero (MySQL 8.4 manual, 7.1.11 "Server SQL Modes").
pub(super) fn loading() -> Vec<Statement> {
    vec![Statement::new(
        "SET SESSION foreign_key_checks = 0, unique_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO'",
    )]
}

/// One state of all rows of transactional tables (MySQL 8.4 manual, 15.3.1 "START TRANSACTION").
pub(super) fn view() -> View {
    View {
        begin: vec![
            Statement::new("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"),
            Statement::new("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"),
        ],
        name: None,
        end: Statement::new("ROLLBACK"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Column, Generated, Name};

    #[test]
    fn a_row_is_dumped_by_the_kinds_of_its_columns() {
        let column = |name: &str, data_type: &str, computed: bool| Column {
            name: name.to_owned(),
            data_type: data_type.to_owned(),
            nullable: true,
            default: None,
            generated: computed.then(|| Generated {
                expression: "1".to_owned(),
                stored: true,
            }),
            attributes: Attributes::new(),
        };
        let mut table = Table::new(Name::bare("t"));
        table.columns = vec![
            column("n", "int", false),
            column("b", "varbinary(4)", false),
            column("g", "int", true),
        ];
        let expected = concat!(
            "SELECT CONCAT('INSERT INTO `t` (`n`, `b`) VALUES (', ",
            "IF(`n` IS NULL, 'NULL', CAST(`n` AS CHAR)), ',', ",
            "IF(`b` IS NULL, 'NULL', CONCAT('X''', HEX(`b`), '''')), ');') FROM `t`"
        );
        assert_eq!(dump_rows(&table).sql(), expected);
    }

    #[test]
    fn a_lock_has_a_name_of_bounded_length() {
        let lock = lock(&"x".repeat(500));
        let name = lock.acquire.sql().split('\'').nth(1).unwrap().to_owned();
        assert!(name.len() <= 64 && lock.release.sql().contains(&name));
    }
}
