//! The tables this program keeps in the target database: history, journal, memory.
//!
//! `migration_executions` has the columns of the first description of the system under its names,
//! and more beside them. One that an older system made is taken over: missing columns are added,
//! nothing is dropped.

use super::dialect::{Dialect, LedgerDialect};
use super::error::EngineError;
use super::session::{Catalog, Session};
use super::statement::{Row, Rows, Statement};
use super::target::Scope;
use crate::schema::{Name, Schema};
use async_trait::async_trait;
use serde::{Deserialize, Serialize};

const EXECUTIONS: &str = "migration_executions";
const STEPS: &str = "migration_steps";
const STATE: &str = "driftless_state";

/// A column of its own reading: it can be a thousand times longer than the rest of the row.
const FOOTPRINT: &str = "footprint";

/// All of them.
pub(in crate::engine) const TABLES: [&str; 3] = [EXECUTIONS, STEPS, STATE];

/// Removes the program's own tables from what was read.
pub(super) fn without_own_tables(
    mut schema: Schema,
    dialect: &dyn Dialect,
    scope: &Scope,
) -> Schema {
    let home = dialect.ledger().namespace;
    schema.tables.retain(|name, _| {
        let own = name.schema == home && TABLES.contains(&name.name.as_str());
        !own && !scope.excludes(&name.name)
    });
    schema
}

/// One row of `migration_executions`. Times are RFC 3339 in UTC.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExecutionRecord {
    /// Counted by the database, rising; 0 before the row is written.
    pub id: u64,
    /// Unique, chosen by the program.
    pub execution_id: String,
    /// The plan that ran.
    pub plan_id: String,
    /// Where it stands, by the words of `history::State`.
    pub state: String,
    /// What was planned, as JSON.
    pub plan_summary: String,
    /// What came of each step, as JSON.
    pub results: Option<String>,
    /// How long it took, in milliseconds.
    pub duration_ms: Option<u64>,
    /// Where the backup lies.
    pub backup_path: Option<String>,
    /// Nothing was changed.
    pub dry_run: bool,
    /// Why it failed.
    pub error_message: Option<String>,
    /// When it began.
    pub created_at: String,
    /// Which object or command asked for it.
    pub owner: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// What was noticed and did not fail it.
    pub warnings: Vec<String>,
    /// The execution that it took back.
    pub rollback_of: Option<String>,
}

/// One row of `migration_steps`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepRecord {
    /// The execution.
    pub execution_id: String,
    /// From 0.
    pub position: usize,
    /// What it changes.
    pub object: String,
    /// `started`, `done`, `failed` or `undone`.
    pub state: &'static str,
    /// Why it failed.
    pub error_message: Option<String>,
}

/// Writes and reads the program's own tables.
#[async_trait]
pub trait Ledger: Catalog {
    /// Makes the tables, or completes those that an older version made.
    async fn ensure_ledger(&mut self) -> Result<(), EngineError>;
    /// Whether the tables are there.
    async fn has_ledger(&mut self) -> Result<bool, EngineError>;
    /// Adds an execution.
    async fn open_execution(&mut self, record: &ExecutionRecord) -> Result<(), EngineError>;
    /// Writes how an execution ended (or stands) over what it said before.
    async fn update_execution(&mut self, record: &ExecutionRecord) -> Result<(), EngineError>;
    /// Writes where a step stands.
    async fn write_step(&mut self, record: &StepRecord) -> Result<(), EngineError>;
    /// Executions, newest first, at most `limit`; with `before`, those older than the execution of
    /// that id (none if there is no such one). None where there is no ledger; what an older one has
    /// no column for is empty.
    async fn executions(
        &mut self,
        limit: u32,
        before: Option<&str>,
    ) -> Result<Vec<ExecutionRecord>, EngineError>;
    /// One execution.
    async fn execution(&mut self, id: &str) -> Result<Option<ExecutionRecord>, EngineError>;
    /// Keeps what an execution touched, as JSON.
    async fn write_footprint(&mut self, id: &str, footprint: &str) -> Result<(), EngineError>;
    /// What an execution touched, as JSON; `None` where nothing of it was kept.
    async fn footprint(&mut self, id: &str) -> Result<Option<String>, EngineError>;
    /// A remembered value.
    async fn recall(&mut self, name: &str) -> Result<Option<String>, EngineError>;
    /// Remembers a value.
    async fn remember(&mut self, name: &str, value: &str) -> Result<(), EngineError>;
}

/// A column of one of the tables: name, and type with everything after it.
type ColumnText = (&'static str, String);

impl LedgerDialect {
    fn bounded(&self, length: u32) -> String {
        self.varchar.replace("{n}", &length.to_string())
    }

    fn executions(&self) -> Vec<ColumnText> {
        let timestamp = format!("{} DEFAULT CURRENT_TIMESTAMP", self.timestamp);
        vec![
            ("id", self.identity.to_owned()),
            (
                "execution_id",
                format!("{} NOT NULL UNIQUE", self.bounded(100)),
            ),
            ("plan_summary", self.json.to_owned()),
            ("results", self.json.to_owned()),
            ("duration_ms", "bigint".to_owned()),
            ("backup_path", self.bounded(500)),
            ("dry_run", format!("{} DEFAULT false", self.boolean)),
            ("error_message", self.text.to_owned()),
            ("created_at", timestamp),
            ("state", self.bounded(32)),
            ("plan_id", self.bounded(100)),
            ("owner", self.bounded(255)),
            ("approved_by", self.bounded(255)),
            ("warnings", self.json.to_owned()),
            ("rollback_of", self.bounded(100)),
            (FOOTPRINT, self.json.to_owned()),
        ]
    }

    fn steps(&self) -> Vec<ColumnText> {
        vec![
            ("id", self.identity.to_owned()),
            ("execution_id", format!("{} NOT NULL", self.bounded(100))),
            ("position", "integer NOT NULL".to_owned()),
            ("object", self.text.to_owned()),
            ("state", self.bounded(32)),
            ("error_message", self.text.to_owned()),
        ]
    }

    fn state(&self) -> Vec<ColumnText> {
        vec![
            ("name", format!("{} NOT NULL PRIMARY KEY", self.bounded(64))),
            ("value", self.text.to_owned()),
        ]
    }

    fn holder(pattern: &str, n: usize) -> String {
        pattern.replace("{n}", &n.to_string())
    }
}

/// Numbers placeholders as they are asked for.
struct Binder<'a> {
    dialect: &'a LedgerDialect,
    values: Vec<Option<String>>,
}

impl<'a> Binder<'a> {
    fn new(dialect: &'a LedgerDialect) -> Self {
        Self {
            dialect,
            values: Vec::new(),
        }
    }

    fn put(&mut self, pattern: &str, value: Option<String>) -> String {
        self.values.push(value);
        LedgerDialect::holder(pattern, self.values.len())
    }

    fn text(&mut self, value: impl Into<Option<String>>) -> String {
        self.put(self.dialect.placeholder, value.into())
    }

    fn json(&mut self, value: Option<String>) -> String {
        self.put(self.dialect.json_placeholder, value)
    }

    fn integer(&mut self, value: Option<u64>) -> String {
        self.put(
            self.dialect.integer_placeholder,
            value.map(|v| v.to_string()),
        )
    }

    fn boolean(&mut self, value: bool) -> String {
        self.put(self.dialect.boolean_placeholder, Some(value.to_string()))
    }

    fn timestamp(&mut self, value: &str) -> String {
        self.put(self.dialect.timestamp_placeholder, Some(value.to_owned()))
    }

    fn statement(self, sql: String) -> Statement {
        Statement::new(sql).bind(self.values)
    }
}

impl Session {
    fn own(&self, table: &str) -> String {
        self.dialect
            .name(&Name::new(self.dialect.ledger().namespace, table))
    }

    async fn columns_of(&mut self, table: &str) -> Result<Vec<String>, EngineError> {
        let query = self
            .dialect
            .ledger()
            .columns_of
            .replace("{t}", &format!("'{table}'"));
        let rows = self.link.fetch(&Statement::new(query)).await?;
        Ok(rows
            .values
            .into_iter()
            .filter_map(|mut row| row.drain(..).next().flatten())
            .collect())
    }

    async fn ensure_table(
        &mut self,
        table: &str,
        columns: &[ColumnText],
    ) -> Result<(), EngineError> {
        let doing = format!("preparing the history table {table}");
        let existing = self.columns_of(table).await?;
        let name = self.own(table);
        let quote = |column: &str| self.dialect.quote(column);
        let statements: Vec<String> = if existing.is_empty() {
            let list: Vec<String> = columns
                .iter()
                .map(|(c, ty)| format!("{} {ty}", quote(c)))
                .collect();
            vec![format!("CREATE TABLE {name} ({})", list.join(", "))]
        } else {
            let missing = columns
                .iter()
                .filter(|(c, _)| !existing.iter().any(|e| e == c));
            missing
                .map(|(c, ty)| format!("ALTER TABLE {name} ADD COLUMN {} {ty}", quote(c)))
                .collect()
        };
        for statement in statements {
            self.link
                .run(&Statement::new(statement))
                .await
                .map_err(|error| error.while_doing(doing.clone()))?;
        }
        Ok(())
    }

    async fn select_executions(
        &mut self,
        tail: &str,
        binds: Vec<Option<String>>,
    ) -> Result<Vec<ExecutionRecord>, EngineError> {
        let found = self.columns_of(EXECUTIONS).await?;
        if !found.iter().any(|column| column == "execution_id") {
            return Ok(Vec::new());
        }
        let ledger = self.dialect.ledger();
        let read = |column: &str| {
            let quoted = self.dialect.quote(column);
            if !found.iter().any(|f| f == column) {
                return format!("NULL AS {quoted}");
            }
            let pattern = if column == "created_at" {
                ledger.read_timestamp
            } else {
                ledger.read_text
            };
            format!("{} AS {quoted}", pattern.replace("{c}", &quoted))
        };
        let columns: Vec<String> = ledger
            .executions()
            .iter()
            .filter(|(column, _)| *column != FOOTPRINT)
            .map(|(column, _)| read(column))
            .collect();
        let sql = format!(
            "SELECT {} FROM {} AS e {tail}",
            columns.join(", "),
            self.own(EXECUTIONS)
        );
        let rows: Rows = self.link.fetch(&Statement::new(sql).bind(binds)).await?;
        rows.iter()
            .map(|row| read_execution(row).map_err(EngineError::from))
            .collect()
    }
}

fn read_execution(row: Row<'_>) -> Result<ExecutionRecord, super::error::DecodeError> {
    let opt = |column: &str| row.opt(column).map(str::to_owned);
    let number = |column: &str| row.opt(column).and_then(|text| text.parse().ok());
    let warnings = row.opt("warnings");
    Ok(ExecutionRecord {
        id: number("id").unwrap_or_default(),
        execution_id: row.text("execution_id")?.to_owned(),
        plan_id: opt("plan_id").unwrap_or_default(),
        state: opt("state").unwrap_or_default(),
        plan_summary: opt("plan_summary").unwrap_or_default(),
        results: opt("results"),
        duration_ms: number("duration_ms"),
        backup_path: opt("backup_path"),
        dry_run: row.flag("dry_run"),
        error_message: opt("error_message"),
        created_at: opt("created_at").unwrap_or_default(),
        owner: opt("owner").unwrap_or_default(),
        approved_by: opt("approved_by"),
        warnings: warnings
            .and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or_default(),
        rollback_of: opt("rollback_of"),
    })
}

/// No warnings are no JSON.
fn warnings_json(record: &ExecutionRecord) -> Option<String> {
    if record.warnings.is_empty() {
        return None;
    }
    serde_json::to_string(&record.warnings).ok()
}

#[async_trait]
impl Ledger for Session {
    async fn ensure_ledger(&mut self) -> Result<(), EngineError> {
        let ledger = self.dialect.ledger();
        if self.columns_of(STATE).await?.is_empty()
            && let Some(statement) = self.dialect.create_namespace(ledger.namespace)
            && let Err(error) = self.link.run(&statement).await
            && error.kind != super::error::ErrorKind::Exists
        {
            return Err(error.while_doing("preparing the namespace of the history tables"));
        }
        self.ensure_table(EXECUTIONS, &ledger.executions()).await?;
        self.ensure_table(STEPS, &ledger.steps()).await?;
        self.ensure_table(STATE, &ledger.state()).await
    }

    async fn has_ledger(&mut self) -> Result<bool, EngineError> {
        let found = self.columns_of(EXECUTIONS).await?;
        let needed = self.dialect.ledger().executions();
        Ok(needed
            .iter()
            .all(|(column, _)| found.iter().any(|f| f == column)))
    }

    async fn open_execution(&mut self, record: &ExecutionRecord) -> Result<(), EngineError> {
        let ledger = self.dialect.ledger();
        let mut b = Binder::new(&ledger);
        let values = [
            b.text(record.execution_id.clone()),
            b.text(record.plan_id.clone()),
            b.text(record.state.clone()),
            b.json(Some(record.plan_summary.clone())),
            b.boolean(record.dry_run),
            b.timestamp(&record.created_at),
            b.text(record.owner.clone()),
            b.text(record.approved_by.clone()),
            b.text(record.rollback_of.clone()),
        ];
        let sql = format!(
            "INSERT INTO {} (execution_id, plan_id, state, plan_summary, dry_run, created_at, owner, approved_by, rollback_of) VALUES ({})",
            self.own(EXECUTIONS),
            values.join(", ")
        );
        let statement = b.statement(sql);
        self.link
            .run(&statement)
            .await
            .map_err(|e| e.while_doing("writing the execution's history"))?;
        Ok(())
    }

    async fn update_execution(&mut self, record: &ExecutionRecord) -> Result<(), EngineError> {
        let ledger = self.dialect.ledger();
        let mut b = Binder::new(&ledger);
        let assignments = [
            format!("state = {}", b.text(record.state.clone())),
            format!("results = {}", b.json(record.results.clone())),
            format!("duration_ms = {}", b.integer(record.duration_ms)),
            format!("backup_path = {}", b.text(record.backup_path.clone())),
            format!("error_message = {}", b.text(record.error_message.clone())),
            format!("warnings = {}", b.json(warnings_json(record))),
        ];
        let sql = format!(
            "UPDATE {} SET {} WHERE execution_id = {}",
            self.own(EXECUTIONS),
            assignments.join(", "),
            b.text(record.execution_id.clone())
        );
        let statement = b.statement(sql);
        self.link
            .run(&statement)
            .await
            .map_err(|e| e.while_doing("writing the execution's history"))?;
        Ok(())
    }

    async fn write_step(&mut self, record: &StepRecord) -> Result<(), EngineError> {
        let ledger = self.dialect.ledger();
        let position = Some(record.position as u64);
        let mut b = Binder::new(&ledger);
        let sql = if record.state == "started" {
            let values = [
                b.text(record.execution_id.clone()),
                b.integer(position),
                b.text(record.object.clone()),
                b.text(record.state.to_owned()),
            ];
            format!(
                "INSERT INTO {} (execution_id, {}, object, state) VALUES ({})",
                self.own(STEPS),
                self.dialect.quote("position"),
                values.join(", ")
            )
        } else {
            format!(
                "UPDATE {} SET state = {}, error_message = {} WHERE execution_id = {} AND {} = {}",
                self.own(STEPS),
                b.text(record.state.to_owned()),
                b.text(record.error_message.clone()),
                b.text(record.execution_id.clone()),
                self.dialect.quote("position"),
                b.integer(position)
            )
        };
        let statement = b.statement(sql);
        self.link
            .run(&statement)
            .await
            .map_err(|e| e.while_doing("writing the journal"))?;
        Ok(())
    }

    async fn executions(
        &mut self,
        limit: u32,
        before: Option<&str>,
    ) -> Result<Vec<ExecutionRecord>, EngineError> {
        let order = format!("ORDER BY e.id DESC LIMIT {limit}");
        let Some(before) = before else {
            return self.select_executions(&order, Vec::new()).await;
        };
        let holder = LedgerDialect::holder(self.dialect.ledger().placeholder, 1);
        let tail = format!(
            "WHERE e.id < (SELECT c.id FROM {} AS c WHERE c.execution_id = {holder}) {order}",
            self.own(EXECUTIONS)
        );
        self.select_executions(&tail, vec![Some(before.to_owned())])
            .await
    }

    async fn execution(&mut self, id: &str) -> Result<Option<ExecutionRecord>, EngineError> {
        let holder = LedgerDialect::holder(self.dialect.ledger().placeholder, 1);
        let tail = format!("WHERE e.execution_id = {holder}");
        Ok(self
            .select_executions(&tail, vec![Some(id.to_owned())])
            .await?
            .pop())
    }

    async fn write_footprint(&mut self, id: &str, footprint: &str) -> Result<(), EngineError> {
        let ledger = self.dialect.ledger();
        let mut b = Binder::new(&ledger);
        let sql = format!(
            "UPDATE {} SET {FOOTPRINT} = {} WHERE execution_id = {}",
            self.own(EXECUTIONS),
            b.json(Some(footprint.to_owned())),
            b.text(id.to_owned())
        );
        let statement = b.statement(sql);
        self.link
            .run(&statement)
            .await
            .map_err(|e| e.while_doing("writing what the execution touches"))?;
        Ok(())
    }

    async fn footprint(&mut self, id: &str) -> Result<Option<String>, EngineError> {
        let found = self.columns_of(EXECUTIONS).await?;
        if !found.iter().any(|column| column == FOOTPRINT) {
            return Ok(None);
        }
        let ledger = self.dialect.ledger();
        let mut b = Binder::new(&ledger);
        let sql = format!(
            "SELECT {} FROM {} WHERE execution_id = {}",
            ledger.read_text.replace("{c}", FOOTPRINT),
            self.own(EXECUTIONS),
            b.text(id.to_owned())
        );
        let statement = b.statement(sql);
        let rows = self.first_rows(&statement).await?;
        Ok(rows.into_iter().next())
    }

    async fn recall(&mut self, name: &str) -> Result<Option<String>, EngineError> {
        if self.columns_of(STATE).await?.is_empty() {
            return Ok(None);
        }
        let ledger = self.dialect.ledger();
        let mut b = Binder::new(&ledger);
        let sql = format!(
            "SELECT {} FROM {} WHERE {} = {}",
            self.dialect.quote("value"),
            self.own(STATE),
            self.dialect.quote("name"),
            b.text(name.to_owned())
        );
        let statement = b.statement(sql);
        let rows = self.link.fetch(&statement).await?;
        Ok(rows
            .values
            .into_iter()
            .next()
            .and_then(|mut row| row.drain(..).next().flatten()))
    }

    async fn remember(&mut self, name: &str, value: &str) -> Result<(), EngineError> {
        let known = self.recall(name).await?.is_some();
        let ledger = self.dialect.ledger();
        let (column, key) = (self.dialect.quote("value"), self.dialect.quote("name"));
        let mut b = Binder::new(&ledger);
        let sql = if known {
            let value = b.text(value.to_owned());
            let name = b.text(name.to_owned());
            format!(
                "UPDATE {} SET {column} = {value} WHERE {key} = {name}",
                self.own(STATE)
            )
        } else {
            let name = b.text(name.to_owned());
            let value = b.text(value.to_owned());
            format!(
                "INSERT INTO {} ({key}, {column}) VALUES ({name}, {value})",
                self.own(STATE)
            )
        };
        let statement = b.statement(sql);
        self.link
            .run(&statement)
            .await
            .map_err(|e| e.while_doing("writing the memory"))?;
        Ok(())
    }
}
