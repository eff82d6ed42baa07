//! History outlives a restore (I7): executions that the backup does not know are put back.

use super::super::error::BackupError;
use crate::engine::{ExecutionRecord, Ledger, Session};

/// All executions there are.
pub(super) async fn keep(session: &mut Session) -> Result<Vec<ExecutionRecord>, BackupError> {
    Ok(session.executions(u32::MAX, None).await?)
}

/// Adds those that are not there any more, oldest first.
pub(super) async fn put_back(
    session: &mut Session,
    kept: &[ExecutionRecord],
) -> Result<(), BackupError> {
    if kept.is_empty() {
        return Ok(());
    }
    session.ensure_ledger().await?;
    let there = session.executions(u32::MAX, None).await?;
    for record in kept.iter().rev() {
        let known = there.iter().any(|r| r.execution_id == record.execution_id);
        if !known {
            session.open_execution(record).await?;
            session.update_execution(record).await?;
        }
    }
    Ok(())
}
