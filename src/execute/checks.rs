//! What has to hold before the first step and after the last.

use super::{Hands, Order};
use crate::engine::{EngineError, ErrorKind, Question};
use crate::plan::Fingerprint;

/// I5: it runs from the state it was planned for. What the plan rests on is looked at once more.
pub(super) async fn still_as_planned<S: Hands + ?Sized>(
    session: &mut S,
    order: &Order<'_>,
) -> Result<(), EngineError> {
    let plan = order.approved.plan();
    let live = session.read(order.scope).await?;
    let stale = |what: String| {
        Err(EngineError::new(
            ErrorKind::Other,
            "checking the state the plan starts from",
            format!("{what}; nothing was done, plan again"),
        ))
    };
    if Fingerprint::of(plan.engine, &live) != plan.observed {
        return stale("the schema changed after it was planned".to_owned());
    }
    let names = plan.presumed_empty.iter();
    let asked: Vec<Question> = names.map(|name| Question::Filled(name.clone())).collect();
    let answers = session.ask(&asked).await?;
    let mut filled = plan.presumed_empty.iter().zip(answers);
    match filled.find(|(_, answer)| *answer != Some(0)) {
        Some((name, _)) => stale(format!("table {name} is no longer known to be empty")),
        None => Ok(()),
    }
}

/// Convergence: what is there now leaves nothing to plan.
pub(super) async fn converged<S: Hands + ?Sized>(
    session: &mut S,
    order: &Order<'_>,
) -> Result<(), EngineError> {
    let plan = order.approved.plan();
    let live = session.read(order.scope).await?;
    let left = plan.delta.left(&live, plan.goal());
    if left.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = left.iter().map(ToString::to_string).collect();
    Err(EngineError::new(
        ErrorKind::Other,
        "comparing the result with the goal",
        format!(
            "the steps ran, but these still differ: {}",
            names.join(", ")
        ),
    ))
}
