//! What was done to a database, as a JSON document and as text: the rows of `migration_executions`
//! under their camel-case names.

use crate::engine::ExecutionRecord;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use std::fmt::Write;

/// A page of history, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HistoryDocument {
    /// The executions.
    pub executions: Vec<HistoryEntryDocument>,
    /// What to ask the next page `before`; absent where this page was not full.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl HistoryDocument {
    /// The document of a page for which at most `limit` executions were asked.
    pub fn of(records: &[ExecutionRecord], limit: u32) -> Self {
        let full = usize::try_from(limit).is_ok_and(|limit| records.len() >= limit);
        let last = records.last().filter(|_| full);
        Self {
            executions: records.iter().map(HistoryEntryDocument::from).collect(),
            next: last.map(|record| record.execution_id.clone()),
        }
    }
}

/// One execution, as its row says.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntryDocument {
    /// Counted by the database.
    pub id: u64,
    /// What names it everywhere.
    pub execution_id: String,
    /// The plan that ran.
    pub plan_id: String,
    /// `Running`, `Succeeded`, `RolledBack`, `PartiallyApplied`, `RollbackBlocked`, `Interrupted`,
    /// `DryRun`; empty for a row of another system.
    pub state: String,
    /// What was planned, in numbers per kind of object.
    pub plan_summary: Value,
    /// What came of each step.
    pub results: Value,
    /// In milliseconds.
    pub duration_ms: Option<u64>,
    /// Where the backup lies.
    pub backup_path: Option<String>,
    /// Nothing was meant to stay.
    pub dry_run: bool,
    /// Why it failed.
    pub error_message: Option<String>,
    /// When it began: RFC 3339, in UTC.
    pub created_at: String,
    /// Which object or command asked for it.
    pub owner: String,
    /// Who approved the plan.
    pub approved_by: Option<String>,
    /// What was noticed and did not fail it.
    pub warnings: Vec<String>,
    /// The execution that it took back.
    pub rollback_of: Option<String>,
}

impl From<&ExecutionRecord> for HistoryEntryDocument {
    fn from(record: &ExecutionRecord) -> Self {
        Self {
            id: record.id,
            execution_id: record.execution_id.clone(),
            plan_id: record.plan_id.clone(),
            state: record.state.clone(),
            plan_summary: value(&record.plan_summary),
            results: record.results.as_deref().map_or(Value::Null, value),
            duration_ms: record.duration_ms,
            backup_path: record.backup_path.clone(),
            dry_run: record.dry_run,
            error_message: record.error_message.clone(),
            created_at: record.created_at.clone(),
            owner: record.owner.clone(),
            approved_by: record.approved_by.clone(),
            warnings: record.warnings.clone(),
            rollback_of: record.rollback_of.clone(),
        }
    }
}

/// Another system may have written something else than JSON: that stays the text it is.
fn value(text: &str) -> Value {
    if text.is_empty() {
        return Value::Null;
    }
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

/// A page of history for people.
pub fn history_text(page: &HistoryDocument) -> String {
    let mut out = String::new();
    if page.executions.is_empty() {
        out.push_str("nothing was executed here\n");
    }
    for entry in &page.executions {
        let state = Some(entry.state.as_str()).filter(|state| !state.is_empty());
        let mut line = format!(
            "{}  {:<28}  {:<16}  {}",
            entry.created_at,
            entry.execution_id,
            state.unwrap_or("-"),
            counts(&entry.plan_summary)
        );
        if let Some(of) = &entry.rollback_of {
            // Writing to a String cannot fail.
            let _ = write!(line, "  takes back {of}");
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    if let Some(next) = &page.next {
        let _ = writeln!(out, "older ones: --before {next}");
    }
    out
}

/// One execution for people.
pub fn history_entry_text(entry: &HistoryEntryDocument) -> String {
    let mut out = String::new();
    let mut say = |name: &str, text: &str| {
        if !text.is_empty() {
            let _ = writeln!(out, "{name:<10} {text}");
        }
    };
    say("Execution", &entry.execution_id);
    say("State", &entry.state);
    say("Began", &entry.created_at);
    let took = entry.duration_ms.map(|ms| format!("{ms} ms"));
    say("Took", &took.unwrap_or_default());
    say(
        "Takes back",
        entry.rollback_of.as_deref().unwrap_or_default(),
    );
    say("Plan", &entry.plan_id);
    say("Changes", &counts(&entry.plan_summary));
    say("Owner", &entry.owner);
    say("Approved", entry.approved_by.as_deref().unwrap_or_default());
    say("Backup", entry.backup_path.as_deref().unwrap_or_default());
    say("Error", entry.error_message.as_deref().unwrap_or_default());
    for warning in &entry.warnings {
        say("Warning", warning);
    }
    for result in entry.results.as_array().into_iter().flatten() {
        say("Step", &step(result));
    }
    out
}

fn step(result: &Value) -> String {
    let text = |key: &str| result[key].as_str().unwrap_or_default().to_owned();
    let number = |key: &str| result[key].as_u64().unwrap_or_default();
    let error = result["error"].as_str().map(|e| format!(": {e}"));
    format!(
        "{:>3}. {:<7} {} ({} ms){}",
        number("position") + 1,
        text("state"),
        text("object"),
        number("durationMs"),
        error.unwrap_or_default()
    )
}

/// A summary in a line: `tables +1, columns +2 -1`.
fn counts(summary: &Value) -> String {
    let kinds = summary.as_object().into_iter().flatten();
    let told = kinds.filter_map(|(kind, counts)| {
        let signs = [("add", "+"), ("drop", "-"), ("modify", "~")];
        let parts: Vec<String> = signs
            .iter()
            .filter_map(|(key, sign)| {
                let count = counts[*key].as_u64().filter(|count| *count > 0)?;
                Some(format!("{sign}{count}"))
            })
            .collect();
        (!parts.is_empty()).then(|| format!("{kind} {}", parts.join(" ")))
    });
    told.collect::<Vec<_>>().join(", ")
}
