//! Replays a plan on a copy of the observed schema, forward and back.

use super::desired::no_scratch;
use super::intent::Moment;
use super::refusal::{PipelineError, Refusal, RefusalClass};
use crate::engine::{Catalog, EngineError, ErrorKind, Scope, Scratch};
use crate::plan::{Plan, Proof};
use crate::schema::{Change, Fold, Name, Pair, Schema, Table, diff};
use std::collections::{BTreeMap, BTreeSet};

/// The plan with its proof. One that does not hold is a refusal that says what differs.
pub(super) async fn prove<C: Catalog + ?Sized>(
    session: &mut C,
    mut plan: Plan,
    scope: &Scope,
    moment: &Moment,
) -> Result<Plan, PipelineError> {
    let folds = session.dialect().folds(session.server());
    let token = format!("{}p", moment.token);
    let mut scratch = session
        .scratch(&token, moment.now)
        .await
        .map_err(no_scratch)?;
    let outcome = replay(&mut scratch, &plan, scope, folds).await;
    session.discard(scratch).await?;
    plan.proof = outcome?;
    tracing::debug!(plan = %plan.id, proof = ?plan.proof, "the plan was replayed in scratch");
    Ok(plan)
}

async fn replay(
    scratch: &mut Scratch,
    plan: &Plan,
    scope: &Scope,
    folds: (Fold, Fold),
) -> Result<Proof, PipelineError> {
    let schemas = &plan.delta.schemas;
    let near = neighbourhood(plan);
    let observed = excerpt(&schemas.observed, &near);
    let desired = excerpt(&schemas.desired, &near);
    let copy = scratch
        .build(&observed, scope)
        .await
        .map_err(|e| unproven("copying the observed schema", e))?;
    same(&copy, &observed, folds)
        .map_err(|objects| differs("the copy of the observed schema", &objects))?;
    scratch
        .replay(plan.steps.iter().map(|planned| &planned.step))
        .await
        .map_err(|error| unproven("replaying the plan", error))?;
    let after = scratch.read(scope).await?;
    same(&after, &desired, folds).map_err(|objects| differs("the result of the plan", &objects))?;
    if let Some(first) = plan.irreversible.first() {
        return Ok(Proof::ForwardOnly {
            reason: first.to_string(),
        });
    }
    if let Err(error) = scratch.replay(plan.rollback.iter()).await {
        return Ok(Proof::ForwardOnly {
            reason: error.to_string(),
        });
    }
    let back = scratch.read(scope).await?;
    Ok(match same(&back, &observed, folds) {
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

/// The tables a plan touches, and those one foreign key away.
fn neighbourhood(plan: &Plan) -> BTreeSet<Name> {
    let mut near: BTreeSet<Name> = BTreeSet::new();
    for change in &plan.delta.changes {
        match change {
            Change::CreateTable(table) | Change::DropTable(table) => {
                near.insert(table.name.clone());
            }
            Change::AlterTable(inside) => {
                near.insert(inside.tables.observed.name.clone());
                near.insert(inside.tables.desired.name.clone());
            }
            Change::CreateOpaque(_, opaque) | Change::DropOpaque(_, opaque) => {
                near.extend(opaque.depends_on.iter().map(|on| on.table.clone()));
            }
            Change::CreateNamespace(_) | Change::DropNamespace(_) => {}
        }
    }
    // What leans on a touched table is copied, with everything else that it leans on.
    for opaque in plan.delta.schemas.observed.opaque.values() {
        let leans =
            |name: &BTreeSet<Name>| opaque.depends_on.iter().any(|d| name.contains(&d.table));
        if leans(&near) {
            near.extend(
                opaque
                    .depends_on
                    .iter()
                    .map(|dependency| dependency.table.clone()),
            );
        }
    }
    let mut all = near.clone();
    let schemas = &plan.delta.schemas;
    for table in schemas
        .observed
        .tables
        .values()
        .chain(schemas.desired.tables.values())
    {
        for key in &table.foreign_keys {
            if near.contains(&table.name) {
                all.insert(key.references.clone());
            } else if near.contains(&key.references) {
                all.insert(table.name.clone());
            }
        }
    }
    all
}

/// Those tables, without foreign keys that lead out of them or to what another tool keeps, and what
/// leans on nothing else.
fn excerpt(schema: &Schema, names: &BTreeSet<Name>) -> Schema {
    let inside = schema
        .tables
        .values()
        .filter(|table| names.contains(&table.name));
    let tables = inside.map(|table| {
        let mut table: Table = table.clone();
        table
            .foreign_keys
            .retain(|key| names.contains(&key.references) && !schema.keeps_apart(&key.references));
        (table.name.clone(), table)
    });
    let tables: BTreeMap<Name, Table> = tables.collect();
    let mut opaque = schema.opaque.clone();
    opaque.retain(|_, object| object.depends_on.iter().all(|d| names.contains(&d.table)));
    Schema {
        tables,
        opaque,
        namespaces: schema.namespaces.clone(),
        ..Schema::default()
    }
}

/// Whether two readings leave nothing to do; the tables that differ otherwise. Opaque objects are
/// copied only as far as they can be, so they are not compared.
fn same(found: &Schema, wanted: &Schema, (tables, parts): (Fold, Fold)) -> Result<(), Vec<String>> {
    let bare = |schema: &Schema| Schema {
        opaque: BTreeMap::new(),
        namespaces: BTreeSet::new(),
        ..schema.clone()
    };
    let pair = Pair {
        observed: bare(found),
        desired: bare(wanted),
    };
    let left = diff(pair, Vec::new(), tables, parts);
    if left.is_empty() {
        return Ok(());
    }
    tracing::debug!(changes = ?left.changes, "a replay did not give what it should");
    let names = left.changes.iter().filter_map(Change::table);
    Err(names.map(|table| format!("table {}", table.name)).collect())
}
