//! Privileges and other sessions.

use super::MySql;
use super::grants::{Grants, pattern};
use super::render::{literal, quote};
use super::version::Flavour;
use crate::engine::checks::{Inquiry, Lacking, Need, Right};
use crate::engine::error::DecodeError;
use crate::engine::kind::Server;
use crate::engine::ledger::TABLES;
use crate::engine::statement::{Rows, Statement};
use crate::schema::Name;
use std::collections::BTreeSet;
use std::time::Duration;

impl Inquiry for MySql {
    /// The account's own grants with those of its active roles (`MySQL` 8.4 manual, 15.7.7.22;
    /// `MariaDB` knowledge base, "SHOW GRANTS").
    fn rights(&self, _needs: &[Need]) -> Statement {
        Statement::new("SHOW GRANTS")
    }

    fn lacking(
        &self,
        server: &Server,
        needs: &[Need],
        rows: &Rows,
    ) -> Result<Vec<Lacking>, DecodeError> {
        Ok(lacking(self.0, server, needs, rows))
    }

    fn occupants(&self, tables: &[Name], bound: Duration) -> Vec<Statement> {
        let mut names: Vec<String> = tables.iter().map(|table| literal(&table.name)).collect();
        if names.is_empty() {
            names.push("NULL".to_owned());
        }
        let names = names.join(", ");
        match self.0 {
            Flavour::Mysql => mysql_occupants(&names, bound),
            Flavour::Mariadb => mariadb_occupants(&names, bound),
        }
    }

    fn seeing(&self) -> &'static str {
        match self.0 {
            Flavour::Mysql => "GRANT SELECT ON performance_schema.* TO the account",
            Flavour::Mariadb => "GRANT PROCESS ON *.* TO the account",
        }
    }
}

/// Where a privilege is looked for, and granted.
enum Level {
    Database,
    Table(String),
}

/// What is missing, each grant once.
fn lacking(flavour: Flavour, server: &Server, needs: &[Need], rows: &Rows) -> Vec<Lacking> {
    let grants = Grants::read(rows);
    let database = server.setting("database");
    let mut found = Vec::new();
    let mut said = BTreeSet::new();
    for need in needs {
        let (privileges, level) = privileges(flavour, need);
        let tables: Vec<&str> = match (&level, need.right) {
            (Level::Table(table), _) => vec![table],
            (Level::Database, Right::Ledger) => TABLES.to_vec(),
            (Level::Database, _) => vec![&need.object.name],
        };
        let missing: Vec<&str> = privileges
            .iter()
            .filter(|p| !tables.iter().all(|t| grants.allow(database, t, p)))
            .copied()
            .collect();
        if missing.is_empty() {
            continue;
        }
        let list = missing.join(", ");
        let mut granted = list.clone();
        if matches!(level, Level::Database) {
            for privilege in grants.overshadowed(database) {
                granted.push_str(", ");
                granted.push_str(&privilege);
            }
        }
        let place = match &level {
            Level::Database => format!("{}.*", pattern(database)),
            Level::Table(table) => format!("{}.{}", quote(database), quote(table)),
        };
        let remedy = format!("GRANT {granted} ON {place} TO {}", grants.account());
        if said.insert(remedy.clone()) {
            found.push(Lacking {
                need: need.clone(),
                privilege: format!("{list} on {place}"),
                remedy,
            });
        }
    }
    found
}

/// What a step needs: `MySQL` 8.4 manual, 15.1.9 `ALTER TABLE`, 15.1.20 `CREATE TABLE`, 15.1.20.5
/// "FOREIGN KEY Constraints", 15.1.22 `CREATE TRIGGER`, 15.1.23 `CREATE VIEW`, 15.1.36
/// `RENAME TABLE`; `MariaDB` knowledge base, "ALTER TABLE" and "GRANT". Indexes and constraints are
/// made by `ALTER TABLE`.
fn privileges(flavour: Flavour, need: &Need) -> (&'static [&'static str], Level) {
    let table = || Level::Table(need.object.name.clone());
    match need.right {
        Right::Ledger => (&["CREATE", "SELECT", "INSERT", "UPDATE"], Level::Database),
        // There are no namespaces inside a database.
        Right::CreateNamespace => (&[], Level::Database),
        // Its foreign keys are added when all tables are there, and what was made is dropped again
        // when a later step fails.
        Right::CreateTable => match flavour {
            Flavour::Mysql => (&["CREATE", "ALTER", "INSERT", "DROP"], Level::Database),
            Flavour::Mariadb => (&["CREATE", "ALTER", "DROP"], Level::Database),
        },
        Right::CreateOther => (&["CREATE"], Level::Database),
        Right::CreateView => (&["CREATE VIEW"], Level::Database),
        Right::CreateRoutine => (&["CREATE ROUTINE"], Level::Database),
        Right::CreateEvent => (&["EVENT"], Level::Database),
        Right::Trigger => (&["TRIGGER"], table()),
        Right::Alter | Right::Index => match flavour {
            Flavour::Mysql => (&["ALTER", "CREATE", "INSERT"], table()),
            Flavour::Mariadb => (&["ALTER"], table()),
        },
        Right::Rename => (&["ALTER", "DROP", "CREATE", "INSERT"], Level::Database),
        Right::Drop => (&["DROP"], table()),
        Right::References => (&["REFERENCES"], table()),
        Right::Read => (&["SELECT"], table()),
    }
}

/// Metadata locks and transactions as the performance schema has them (8.4 manual, 29.12.13.3 and
/// 29.12.7.1; an event that has not ended has waited until now, 29.4.1). `INNODB_TRX` would not do:
/// it is empty, not refused, for an account without `PROCESS`.
fn mysql_occupants(names: &str, bound: Duration) -> Vec<Statement> {
    let age = "FLOOR(e.TIMER_WAIT / 1000000000000)";
    let locks = format!(
        "SELECT DISTINCT CAST(t.PROCESSLIST_ID AS CHAR) AS id, t.PROCESSLIST_USER AS account, \
         (SELECT CAST(MAX({age}) AS CHAR) FROM performance_schema.events_transactions_current e \
         WHERE e.THREAD_ID = t.THREAD_ID AND e.STATE = 'ACTIVE') AS seconds, \
         NULL AS namespace, m.OBJECT_NAME AS name \
         FROM performance_schema.metadata_locks m \
         JOIN performance_schema.threads t ON t.THREAD_ID = m.OWNER_THREAD_ID \
         WHERE m.OBJECT_TYPE = 'TABLE' AND m.LOCK_STATUS = 'GRANTED' \
         AND m.OBJECT_SCHEMA = DATABASE() AND m.OBJECT_NAME IN ({names}) \
         AND t.PROCESSLIST_ID <> CONNECTION_ID()"
    );
    let old = format!(
        "SELECT CAST(t.PROCESSLIST_ID AS CHAR), t.PROCESSLIST_USER, CAST({age} AS CHAR), NULL, NULL \
         FROM performance_schema.events_transactions_current e \
         JOIN performance_schema.threads t ON t.THREAD_ID = e.THREAD_ID \
         WHERE e.STATE = 'ACTIVE' AND e.TIMER_WAIT > {} \
         AND t.PROCESSLIST_DB = DATABASE() AND t.PROCESSLIST_ID <> CONNECTION_ID()",
        bound.as_nanos().saturating_mul(1_000)
    );
    vec![Statement::new(format!("{locks} UNION ALL {old}"))]
}

/// The plugin `METADATA_LOCK_INFO`, where it is installed, else `INNODB_TRX` alone (knowledge base,
/// "Information Schema Tables").
fn mariadb_occupants(names: &str, bound: Duration) -> Vec<Statement> {
    let zoned = "SET STATEMENT time_zone = 'SYSTEM' FOR";
    let locks = format!(
        "SELECT DISTINCT CAST(m.THREAD_ID AS CHAR) AS id, p.USER AS account, NULL AS seconds, \
         NULL AS namespace, m.TABLE_NAME AS name \
         FROM information_schema.METADATA_LOCK_INFO m \
         JOIN information_schema.PROCESSLIST p ON p.ID = m.THREAD_ID \
         WHERE m.TABLE_SCHEMA = DATABASE() AND m.TABLE_NAME IN ({names}) \
         AND m.THREAD_ID <> CONNECTION_ID()"
    );
    let old = transactions(bound);
    vec![
        Statement::new(format!("{zoned} {locks} UNION ALL {old}")),
        Statement::new(format!("{zoned} {old}")),
    ]
}

/// Transactions of this database that are open for longer than `bound`. `trx_started` is in the
/// server's own time zone, so that is the one compared in.
fn transactions(bound: Duration) -> String {
    let age = "TIMESTAMPDIFF(MICROSECOND, x.trx_started, NOW(6))";
    format!(
        "SELECT CAST(x.trx_mysql_thread_id AS CHAR) AS id, p.USER AS account, \
         CAST({age} DIV 1000000 AS CHAR) AS seconds, NULL AS namespace, NULL AS name \
         FROM information_schema.INNODB_TRX x \
         JOIN information_schema.PROCESSLIST p ON p.ID = x.trx_mysql_thread_id \
         WHERE {age} > {} AND p.DB = DATABASE() AND p.ID <> CONNECTION_ID()",
        bound.as_micros()
    )
}
