//! A backup by itself, under the lock that keeps executions out.

use super::intent::{BackupPolicy, Moment};
use crate::backup::{BackupError, Request, Taken, take};
use crate::engine::Target;
use crate::execute::Hands;
use crate::schema::Name;
use std::time::Duration;

/// How long it waits for an execution that runs.
const LOCK_WAIT: Duration = Duration::from_secs(30);

/// Copies tables, or the whole database, as the policy's scope, form and folder say (its `when` is
/// about plans). The folder is named by the moment: `20261124T021500Z-token`.
///
/// # Errors
///
/// As [`take`], and [`BackupError::Engine`] when the lock is not to be had in time.
pub async fn back_up<S: Hands + ?Sized>(
    session: &mut S,
    target: &Target,
    policy: &BackupPolicy,
    tables: &[Name],
    moment: &Moment,
) -> Result<Taken, BackupError> {
    let name = moment.execution_id();
    let request = Request {
        target,
        scope: policy.scope,
        preference: policy.preference,
        tables,
        directory: &policy.directory,
        name: &name,
        now: moment.now,
        tools: &policy.tools,
    };
    session.lock(LOCK_WAIT).await?;
    let taken = Box::pin(take(session, &request)).await;
    let unlocked = session.unlock().await;
    let taken = taken?;
    unlocked?;
    Ok(taken)
}
