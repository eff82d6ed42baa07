//! Settings, ledger, questions, dumps and snapshots.

use super::text::{literal, quote};
use super::{rebuild, types, version};
use crate::engine::question::{COUNT_LIMIT, common};
use crate::engine::{
    DecodeError, Dialect, Engine, LedgerDialect, Question, Row, Server, Statement,
};
use crate::schema::Table;

/// Asks for the version and the settings that matter.
pub(super) fn profile() -> Statement {
    Statement::new(
        "SELECT sqlite_version() AS version, \
         (SELECT journal_mode FROM pragma_journal_mode) AS journal_mode, \
         (SELECT encoding FROM pragma_encoding) AS encoding, \
         (SELECT CAST(foreign_keys AS TEXT) FROM pragma_foreign_keys) AS foreign_keys",
    )
}

/// Reads the answer to [`profile`].
pub(super) fn read_profile(row: Row<'_>) -> Result<Server, DecodeError> {
    let wrong = |problem: String| DecodeError {
        what: "the version".to_owned(),
        problem,
    };
    let text = row.text("version")?;
    let number = version::parse(text).ok_or_else(|| wrong(format!("{text} is no version")))?;
    if (number.0, number.1) < version::OLDEST {
        return Err(wrong(format!("SQLite {text} is too old: 3.37 is needed")));
    }
    let settings = ["journal_mode", "encoding", "foreign_keys"];
    let settings = settings
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), row.opt(name)?.to_owned())));
    Ok(Server {
        engine: Engine::Sqlite,
        version: number,
        version_text: text.to_owned(),
        settings: settings.collect(),
    })
}

/// Settings of a session. `foreign_keys` only changes outside a transaction
/// (`pragma.html#pragma_foreign_keys`), so it is off from the start.
pub(super) fn settings() -> Vec<Statement> {
    [
        "PRAGMA foreign_keys = OFF",
        "PRAGMA legacy_alter_table = OFF",
    ]
    .map(Statement::new)
    .to_vec()
}

/// How the ledger's tables are made.
pub(super) fn ledger() -> LedgerDialect {
    LedgerDialect {
        namespace: "",
        identity: "INTEGER PRIMARY KEY AUTOINCREMENT",
        // Declared as elsewhere; what is stored follows the affinity, which takes a text that is no
        // number as it is (datatype3.html, 3.1).
        varchar: "VARCHAR({n})",
        text: "TEXT",
        json: "JSON",
        boolean: "BOOLEAN",
        timestamp: "TIMESTAMP",
        placeholder: "?{n}",
        json_placeholder: "?{n}",
        integer_placeholder: "CAST(?{n} AS INTEGER)",
        boolean_placeholder: "(?{n} = 'true')",
        timestamp_placeholder: "?{n}",
        read_text: "CAST({c} AS TEXT)",
        // Also reads what `CURRENT_TIMESTAMP` writes (lang_datefunc.html, 2).
        read_timestamp: "strftime('%Y-%m-%dT%H:%M:%fZ', {c})",
        columns_of: "SELECT name FROM pragma_table_info({t}, 'main')",
    }
}

/// A question in SQL.
pub(super) fn question(dialect: &dyn Dialect, question: &Question) -> Statement {
    if let Some(statement) = common(dialect, question) {
        return statement;
    }
    match question {
        Question::LongerThan(table, column, length) => Statement::new(format!(
            "SELECT count(*) FROM (SELECT 1 FROM {} WHERE length(CAST({} AS TEXT)) > {length} LIMIT {COUNT_LIMIT})",
            dialect.name(table),
            dialect.quote(column)
        )),
        // dbstat.html: one row for each tree when aggregated.
        Question::Bytes(table) => Statement::new(
            "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE aggregate = TRUE AND name IN \
             (SELECT name FROM main.sqlite_schema WHERE tbl_name = ?1 COLLATE NOCASE)",
        )
        .bind([Some(table.name.clone())]),
        Question::Misfits(table, column, data_type) => Statement::new(format!(
            "SELECT count(*) FROM (SELECT 1 FROM {} WHERE NOT ({}) LIMIT {COUNT_LIMIT})",
            dialect.name(table),
            types::fits(&dialect.quote(column), data_type)
        )),
        Question::Counter(..)
        | Question::RowVersions(_)
        | Question::Replicas
        | Question::ClusterNodes => Statement::new("SELECT NULL"),
        Question::Rows(table)
        | Question::PartitionRows(table, _)
        | Question::Filled(table)
        | Question::Values(table, _)
        | Question::Nulls(table, _)
        | Question::Duplicates(table, _)
        | Question::Orphans(table, ..)
        | Question::Violations(table, _)
        | Question::Labelled(table, ..) => Statement::new(format!(
            "SELECT count(*) FROM (SELECT 1 FROM {} LIMIT {COUNT_LIMIT})",
            dialect.name(table)
        )),
    }
}

/// For each row an `INSERT` that puts it back, the rowid included where a table has one of its own.
/// `quote()` prints a literal that reads back as the same value (`lang_corefunc.html`).
pub(super) fn dump_rows(table: &Table) -> Statement {
    let stored = table
        .columns
        .iter()
        .filter(|column| column.generated.is_none());
    let mut columns: Vec<String> = stored.map(|column| quote(&column.name)).collect();
    columns.extend(rebuild::own_rowid(table).map(str::to_owned));
    let values: Vec<String> = columns.iter().map(|name| printed(name)).collect();
    let name = quote(&table.name.name);
    let head = literal(&format!(
        "INSERT INTO {name} ({}) VALUES (",
        columns.join(", ")
    ));
    Statement::new(format!(
        "SELECT {head} || {} || ')' FROM {name}",
        values.join(" || ', ' || ")
    ))
}

/// A value as a literal. `quote()` ends a text at its first NUL character, so that one goes by its
/// bytes.
fn printed(column: &str) -> String {
    format!(
        "CASE WHEN typeof({column}) = 'text' AND instr({column}, char(0)) > 0 \
         THEN 'CAST(x''' || hex({column}) || ''' AS TEXT)' ELSE quote({column}) END"
    )
}

/// A copy of the whole database (`lang_vacuum.html`, section 3).
pub(super) fn snapshot(path: &str) -> Statement {
    Statement::new(format!("VACUUM INTO {}", literal(path)))
}

/// Leaving WAL mode works for the last connection only and writes the log back into the file
/// (wal.html, section 3 "Persistence of WAL mode"); an exclusive transaction keeps readers out, too
/// (`lang_transaction.html`, section 2.2).
pub(super) fn exclusive() -> Vec<Statement> {
    ["PRAGMA journal_mode = DELETE", "BEGIN EXCLUSIVE"]
        .map(Statement::new)
        .to_vec()
}
