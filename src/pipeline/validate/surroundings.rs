//! What is around the plan: the account's privileges, and sessions that are in the way now.

use super::finding::ValidationFinding;
use super::needs;
use crate::engine::{EngineError, Examiner, Holding, Occupant, Occupants};
use crate::pipeline::intent::Intent;
use crate::plan::{Plan, Severity};

/// Privileges that are missing, each with what grants it.
pub(super) async fn privileges<S: Examiner + ?Sized>(
    session: &mut S,
    plan: &Plan,
) -> Result<Vec<ValidationFinding>, EngineError> {
    let lacking = session.lacking(&needs::of_plan(plan)).await?;
    let found = lacking.into_iter().map(|lacking| {
        let need = &lacking.need;
        let doing = need.right.doing();
        let name = if need.object.name.is_empty() {
            &need.object.schema
        } else {
            &need.object.to_string()
        };
        let doing = format!("{doing} {name}");
        let object = if name.is_empty() { &plan.target } else { name };
        ValidationFinding::blocking(
            "permission.missing",
            object,
            format!(
                "the account lacks {}, needed for {}",
                lacking.privilege,
                doing.trim_end()
            ),
            lacking.remedy,
        )
    });
    Ok(found.collect())
}

/// Sessions that hold locks the plan needs, and transactions that are open for longer than the plan
/// would wait for a lock: one that begins to hold a lock would outlast the wait.
pub(super) async fn occupants<S: Examiner + ?Sized>(
    session: &mut S,
    intent: &Intent,
    plan: &Plan,
) -> Result<Vec<ValidationFinding>, EngineError> {
    let bound = intent.timeouts.lock;
    Ok(
        match session.occupants(&needs::tables(plan), bound).await? {
            Occupants::Seen(list) => list
                .iter()
                .map(|occupant| in_the_way(occupant, plan, bound.as_secs()))
                .collect(),
            Occupants::Hidden(grant) => vec![ValidationFinding::passing(
                "lock.unknown",
                Severity::Info,
                plan.target.as_str(),
                "the account cannot see whether other sessions hold locks",
                grant,
            )],
        },
    )
}

fn in_the_way(occupant: &Occupant, plan: &Plan, bound: u64) -> ValidationFinding {
    let who = if occupant.id.is_empty() {
        "another process".to_owned()
    } else {
        format!("session {} of {}", occupant.id, occupant.user)
    };
    let age = occupant.seconds.map_or_else(String::new, |seconds| {
        format!(", in a transaction that is open for {seconds} s")
    });
    let remedy = "wait until it has ended, or end it; the plan waits for a lock no longer than \
                  the lock timeout and is then tried again";
    match &occupant.holding {
        Holding::Table(table) => ValidationFinding::passing(
            "lock.holders",
            Severity::High,
            format!("table {table}"),
            format!("{who} holds a lock on it{age}"),
            remedy,
        ),
        Holding::File => ValidationFinding::passing(
            "lock.holders",
            Severity::High,
            plan.target.as_str(),
            format!("{who} holds the write lock of the file"),
            remedy,
        ),
        Holding::Transaction => ValidationFinding::passing(
            "transaction.long",
            Severity::Medium,
            plan.target.as_str(),
            format!(
                "{who} has a transaction open for {} s, longer than the lock timeout of {bound} s",
                occupant.seconds.unwrap_or(bound)
            ),
            remedy,
        ),
    }
}
