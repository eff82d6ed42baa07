//! What was done to the database: one execution, or a page of them.

use super::refusal::{PipelineError, Refusal, RefusalClass};
use crate::engine::{ExecutionRecord, Ledger};

/// How many ids a refusal names.
const NAMED: usize = 3;

/// How many executions are searched for ids like one that is unknown.
const SEARCHED: u32 = 100;

/// The execution of that id.
pub async fn execution<S: Ledger + ?Sized>(
    session: &mut S,
    id: &str,
) -> Result<ExecutionRecord, PipelineError> {
    match session.execution(id).await? {
        Some(record) => Ok(record),
        None => Err(unknown(session, id).await?.into()),
    }
}

/// Executions, newest first, at most `limit`; with `before`, those older than the execution of that
/// id, which must exist. New executions do not move a page.
pub async fn executions<S: Ledger + ?Sized>(
    session: &mut S,
    limit: u32,
    before: Option<&str>,
) -> Result<Vec<ExecutionRecord>, PipelineError> {
    if let Some(id) = before {
        execution(session, id).await?;
    }
    Ok(session.executions(limit, before).await?)
}

async fn unknown<S: Ledger + ?Sized>(session: &mut S, id: &str) -> Result<Refusal, PipelineError> {
    let mut ids: Vec<String> = session
        .executions(SEARCHED, None)
        .await?
        .into_iter()
        .map(|record| record.execution_id)
        .collect();
    let instead = if ids.is_empty() {
        "its history is empty".to_owned()
    } else {
        // Stable: among equally like ones the newest stay first.
        ids.sort_by_key(|known| std::cmp::Reverse(alike(known, id)));
        ids.truncate(NAMED);
        format!("name one of its history, such as {}", ids.join(", "))
    };
    Ok(Refusal::one(
        RefusalClass::UnknownExecution,
        format!("execution {id}"),
        "this database has no such execution",
        instead,
    ))
}

/// How many letters two ids begin with in common.
fn alike(left: &str, right: &str) -> usize {
    let pairs = left.chars().zip(right.chars());
    pairs.take_while(|(a, b)| a == b).count()
}
