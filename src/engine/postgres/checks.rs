//! Privileges and other sessions.
//!
//! Manual 15: 5.7 "Privileges", 9.26.2 "Access Privilege Inquiry Functions", 28.2.3
//! `pg_stat_activity`, 54.12 `pg_locks`.

use super::Postgres;
use super::render::{literal, quote, quoted_name};
use crate::engine::checks::{Inquiry, Lacking, Need, Right};
use crate::engine::{DecodeError, Row, Rows, Server, Statement};
use crate::schema::Name;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::time::Duration;

/// The namespace of the ledger.
const LEDGER: &str = "driftless";

impl Inquiry for Postgres {
    fn rights(&self, needs: &[Need]) -> Statement {
        rights(needs)
    }

    fn lacking(
        &self,
        _server: &Server,
        needs: &[Need],
        rows: &Rows,
    ) -> Result<Vec<Lacking>, DecodeError> {
        lacking(needs, rows)
    }

    fn occupants(&self, tables: &[Name], bound: Duration) -> Vec<Statement> {
        vec![occupants(tables, bound)]
    }

    /// 22.5 "Predefined Roles".
    fn seeing(&self) -> &'static str {
        "GRANT pg_read_all_stats TO the account"
    }
}

/// One row for each need, in their order: what the account may do with its namespace and its table.
fn rights(needs: &[Need]) -> Statement {
    let mut list = String::new();
    for (at, need) in needs.iter().enumerate() {
        let schema = match need.right {
            Right::Ledger => LEDGER,
            _ => &need.object.schema,
        };
        let comma = if at == 0 { "" } else { ", " };
        // Writing to a String cannot fail.
        let _ = write!(
            list,
            "{comma}({at}, {}, {})",
            literal(schema),
            literal(&need.object.name)
        );
    }
    Statement::new(format!(
        "SELECT current_user::text AS account, current_database()::text AS database, \
         pg_catalog.has_database_privilege(current_database(), 'CREATE')::text AS database_create, \
         (s.oid IS NOT NULL)::text AS has_schema, (c.oid IS NOT NULL)::text AS has_table, \
         pg_catalog.has_schema_privilege(s.oid, 'CREATE')::text AS schema_create, \
         pg_catalog.has_schema_privilege(s.oid, 'USAGE')::text AS schema_usage, \
         pg_catalog.pg_has_role(s.nspowner, 'USAGE')::text AS owns_schema, \
         pg_catalog.pg_has_role(c.relowner, 'USAGE')::text AS owns_table, \
         pg_catalog.pg_get_userbyid(c.relowner)::text AS owner, \
         pg_catalog.has_table_privilege(c.oid, 'SELECT')::text AS may_select, \
         pg_catalog.has_table_privilege(c.oid, 'REFERENCES')::text AS may_refer, \
         pg_catalog.has_table_privilege(c.oid, 'TRIGGER')::text AS may_trigger, \
         (SELECT bool_and(pg_catalog.has_table_privilege(l.oid, 'SELECT, INSERT, UPDATE')) \
          FROM pg_catalog.pg_class l WHERE l.relnamespace = s.oid AND l.relkind = 'r')::text AS ledger \
         FROM (VALUES {list}) AS n(at, schema, name) \
         LEFT JOIN pg_catalog.pg_namespace s ON s.nspname = n.schema \
         LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = s.oid AND c.relname = n.name \
         ORDER BY n.at"
    ))
}

/// What is missing, each grant once.
fn lacking(needs: &[Need], rows: &Rows) -> Result<Vec<Lacking>, DecodeError> {
    let mut found: Vec<Lacking> = Vec::new();
    let mut said = BTreeSet::new();
    for (need, row) in needs.iter().zip(rows.iter()) {
        let asked = Asked {
            account: quote(row.text("account")?),
            database: quote(row.text("database")?),
            schema: quote(match need.right {
                Right::Ledger => LEDGER,
                _ => &need.object.schema,
            }),
            table: quoted_name(&need.object),
            row,
        };
        for (privilege, remedy) in asked.missing(need.right) {
            if said.insert(remedy.clone()) {
                found.push(Lacking {
                    need: need.clone(),
                    privilege,
                    remedy,
                });
            }
        }
    }
    Ok(found)
}

/// A privilege, and the statement that grants it.
type Grant = (String, String);

/// One need with its row. Flags of what does not exist are NULL, which reads as false: what is not
/// there is made by the plan, and needs only the right to make it.
struct Asked<'a> {
    account: String,
    database: String,
    schema: String,
    table: String,
    row: Row<'a>,
}

impl Asked<'_> {
    fn missing(&self, right: Right) -> Vec<Grant> {
        let may = |flag: &str| self.row.flag(flag);
        let mut list = match right {
            Right::Ledger => return self.ledger(),
            Right::CreateNamespace => self.unless("database_create", || self.on_database()),
            Right::CreateTable
            | Right::CreateView
            | Right::CreateRoutine
            | Right::CreateEvent
            | Right::CreateOther => self.in_schema(),
            // DROP TABLE: "only the table owner, the schema owner, and superuser".
            Right::Drop if may("owns_schema") => Vec::new(),
            // 5.7: the right to change or drop an object is inherent in being its owner. A new name
            // and a new index are objects of the namespace as well.
            Right::Alter | Right::Drop => self.on_own_table(),
            Right::Rename | Right::Index => {
                let mut both = self.on_own_table();
                both.extend(self.in_schema());
                both
            }
            Right::References => self.on_table("may_refer", "REFERENCES"),
            Right::Trigger => self.on_table("may_trigger", "TRIGGER"),
            Right::Read => self.on_table("may_select", "SELECT"),
        };
        if may("has_schema") {
            list.extend(self.unless("schema_usage", || self.on_schema("USAGE")));
        }
        list
    }

    fn ledger(&self) -> Vec<Grant> {
        if !self.row.flag("has_schema") {
            return self.unless("database_create", || self.on_database());
        }
        let mut list = self.unless("schema_usage", || self.on_schema("USAGE"));
        list.extend(self.unless("schema_create", || self.on_schema("CREATE")));
        if self.row.opt("ledger").is_some() {
            let (schema, account) = (&self.schema, &self.account);
            list.extend(self.unless("ledger", || {
                (
                    format!("SELECT, INSERT, UPDATE on the tables of schema {schema}"),
                    format!(
                        "GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA {schema} TO {account}"
                    ),
                )
            }));
        }
        list
    }

    fn unless(&self, flag: &str, grant: impl FnOnce() -> Grant) -> Vec<Grant> {
        let missing = (!self.row.flag(flag)).then(grant);
        missing.into_iter().collect()
    }

    fn on_database(&self) -> Grant {
        let (database, account) = (&self.database, &self.account);
        (
            format!("CREATE on database {database}"),
            format!("GRANT CREATE ON DATABASE {database} TO {account}"),
        )
    }

    fn on_schema(&self, privilege: &str) -> Grant {
        let (schema, account) = (&self.schema, &self.account);
        (
            format!("{privilege} on schema {schema}"),
            format!("GRANT {privilege} ON SCHEMA {schema} TO {account}"),
        )
    }

    fn in_schema(&self) -> Vec<Grant> {
        if !self.row.flag("has_schema") {
            return Vec::new();
        }
        self.unless("schema_create", || self.on_schema("CREATE"))
    }

    fn on_own_table(&self) -> Vec<Grant> {
        let Some(owner) = self.row.opt("owner") else {
            return Vec::new();
        };
        let (table, account, owner) = (&self.table, &self.account, quote(owner));
        self.unless("owns_table", || {
            (
                format!("ownership of table {table}"),
                format!("GRANT {owner} TO {account}"),
            )
        })
    }

    fn on_table(&self, flag: &str, privilege: &str) -> Vec<Grant> {
        if !self.row.flag("has_table") {
            return Vec::new();
        }
        let (table, account) = (&self.table, &self.account);
        self.unless(flag, || {
            (
                format!("{privilege} on table {table}"),
                format!("GRANT {privilege} ON TABLE {table} TO {account}"),
            )
        })
    }
}

/// Client sessions with granted locks on these tables, and those whose transaction is old.
/// `pg_locks` shows everybody's locks; of a session whose details the account may not see, age and
/// kind are NULL (28.2.3).
fn occupants(tables: &[Name], bound: Duration) -> Statement {
    let names: Vec<String> = tables
        .iter()
        .map(|t| format!("({}, {})", literal(&t.schema), literal(&t.name)))
        .collect();
    let names = if names.is_empty() {
        "SELECT NULL::text, NULL::text WHERE false".to_owned()
    } else {
        format!("VALUES {}", names.join(", "))
    };
    let seconds =
        "floor(extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start))::bigint::text";
    let others = "a.pid <> pg_catalog.pg_backend_pid() \
                  AND coalesce(a.backend_type, 'client backend') = 'client backend'";
    Statement::new(format!(
        "SELECT DISTINCT a.pid::text AS id, a.usename::text AS account, {seconds} AS seconds, \
         n.nspname::text AS namespace, c.relname::text AS name \
         FROM pg_catalog.pg_locks l \
         JOIN pg_catalog.pg_class c ON c.oid = l.relation \
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
         JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid \
         WHERE l.locktype = 'relation' AND l.granted AND {others} AND a.datname = current_database() \
         AND (n.nspname, c.relname) IN ({names}) \
         UNION ALL \
         SELECT a.pid::text, a.usename::text, {seconds}, NULL, NULL \
         FROM pg_catalog.pg_stat_activity a \
         WHERE {others} AND a.datname = current_database() \
         AND a.xact_start < pg_catalog.clock_timestamp() - interval '{} milliseconds' \
         ORDER BY 1, 5",
        bound.as_millis()
    ))
}
