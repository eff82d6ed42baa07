//! Replays a plan on a copy of the observed schema, forward and back.

mod near;

use super::desired::no_scratch;
use super::intent::Moment;
use super::refusal::{PipelineError, Refusal, RefusalClass};
use crate::engine::{Catalog, EngineError, ErrorKind, Scope, Scratch};
use crate::plan::{Plan, Proof};
use crate::schema::{Attribute, Delta, Schema};
use near::Near;
use std::collections::{BTreeMap, BTreeSet};

/// The plan with its proof, its steps settled. One that does not hold is a refusal that says what differs.
pub(super) async fn prove<C: Catalog + ?Sized>(
    session: &mut C,
    mut plan: Plan,
    scope: &Scope,
    moment: &Moment,
) -> Result<Plan, PipelineError> {
    let token = format!("{}p", moment.token);
    let mut scratch = session
        .scratch(&token, moment.now)
        .await
        .map_err(no_scratch)?;
    let outcome = replay(&mut scratch, &mut plan, scope).await;
    session.discard(scratch).await?;
    plan.proof = outcome?;
    tracing::debug!(plan = %plan.id, proof = ?plan.proof, "the plan was replayed in scratch");
    Ok(plan)
}

async fn replay(
    scratch: &mut Scratch,
    plan: &mut Plan,
    scope: &Scope,
) -> Result<Proof, PipelineError> {
    let schemas = &plan.delta.schemas;
    let near = Near::of(plan);
    let mut observed = near.excerpt(&schemas.observed);
    let mut desired = near.excerpt(&schemas.desired);
    let copy = scratch
        .build(&observed, scope)
        .await
        .map_err(|e| unproven("copying the observed schema", e))?;
    near.leave_out(&copy, &mut observed, &mut desired);
    same(&copy, &observed, &plan.delta)
        .map_err(|objects| differs("the copy of the observed schema", &objects))?;
    scratch
        .settle(plan.steps.iter_mut().map(|planned| &mut planned.step))
        .await
        .map_err(|error| unproven("replaying the plan", error))?;
    let after = scratch.read(scope).await?;
    same(&after, &desired, &plan.delta)
        .map_err(|objects| differs("the result of the plan", &objects))?;
    if let Some(first) = plan.irreversible.first() {
        return Ok(Proof::ForwardOnly {
            reason: first.to_string(),
        });
    }
    if let Err(error) = scratch.settle(plan.rollback.iter_mut()).await {
        return Ok(Proof::ForwardOnly {
            reason: error.to_string(),
        });
    }
    let back = scratch.read(scope).await?;
    Ok(match same(&back, &observed, &plan.delta) {
        Ok(()) => Proof::Replayed,
        Err(objects) => Proof::ForwardOnly {
            reason: format!(
                "undone in scratch, these differ from before: {}",
                objects.join(", ")
            ),
        },
    })
}

fn unproven(doing: &str, error: EngineError) -> PipelineError {
    if error.kind == ErrorKind::Unreachable {
        return error.into();
    }
    Refusal::one(
        RefusalClass::NonConvergent,
        "plan",
        format!("{doing} in scratch failed: {error}"),
        "nothing was changed; make this change by other means, and report the statement",
    )
    .into()
}

fn differs(what: &str, objects: &[String]) -> PipelineError {
    Refusal::one(
        RefusalClass::NonConvergent,
        objects.join(", "),
        format!("{what} in scratch is not what it should be"),
        "nothing was changed; make this change by other means, and report it",
    )
    .into()
}

/// Whether two readings leave nothing to do; what differs otherwise. What is not modelled is copied
/// only as far as it can be, so it is not compared.
fn same(found: &Schema, wanted: &Schema, delta: &Delta) -> Result<(), Vec<String>> {
    let bare = |schema: &Schema| {
        let mut bare = Schema {
            opaque: BTreeMap::new(),
            namespaces: BTreeSet::new(),
            ..schema.clone()
        };
        // No statement makes what an interrupted one left: an index that is not valid, a partition
        // that is half detached. Their copies are sound ones.
        let partitions = bare.tables.values_mut();
        partitions
            .filter_map(|table| table.partition_of.as_mut())
            .for_each(|of| of.detaching = false);
        let indexes = bare
            .tables
            .values_mut()
            .flat_map(|table| &mut table.indexes);
        indexes.for_each(|index| drop(index.attributes.remove(&Attribute::NotValid)));
        bare
    };
    let left = delta.left(&bare(found), &bare(wanted));
    if left.is_empty() {
        return Ok(());
    }
    tracing::debug!(changes = ?left, "a replay did not give what it should");
    Err(left.iter().map(ToString::to_string).collect())
}
