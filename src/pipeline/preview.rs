//! From an intent to a proven plan. Reads only.

use super::desired;
use super::intent::{Aim, Extent, Intent, Moment};
use super::memory::{self, Memory};
use super::prove::prove;
use super::refusal::{PipelineError, Refusal, RefusalClass, RefusedItem};
use super::rollback;
use crate::engine::{Catalog, Ledger, Manner, Online, Scope, Step};
use crate::plan::{Draft, Facts, Fingerprint, Plan, Scene, draft, judged, questions};
use crate::schema::{
    Delta, Family, GoalError, Name, Pair, Prune, Pruning, Rename, Suggestion, Unmanaged, diff, goal,
};
use std::collections::BTreeSet;

/// A plan with what was learnt on the way.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The plan; empty when there is nothing to do.
    pub plan: Plan,
    /// What is compared.
    pub scope: Scope,
    /// The declaration is the one last applied, and yet the database differs from what it was then.
    pub drifted: bool,
    /// Who kept the database before; empty for nobody.
    pub(super) owner_before: String,
    pub(super) memory_before: Memory,
    pub(super) memory: Memory,
}

/// Plans, and proves the plan.
pub async fn preview<S: Catalog + Ledger + ?Sized>(
    session: &mut S,
    intent: &Intent,
    moment: &Moment,
) -> Result<Preview, PipelineError> {
    match &intent.aim {
        Aim::Declared => declared(session, intent, moment).await,
        Aim::Undo(id) => rollback::preview(session, intent, id, moment).await,
    }
}

async fn declared<S: Catalog + Ledger + ?Sized>(
    session: &mut S,
    intent: &Intent,
    moment: &Moment,
) -> Result<Preview, PipelineError> {
    let declared = desired::read(session, intent)?;
    let memory_before = Memory::recall(session).await?;
    let owner_before = memory_before.owner.clone();
    let mut memory = memory_before.clone();
    let observed = session.read(&declared.scope).await?;
    let live = Fingerprint::of(session.server().engine, &observed);
    let digest = memory::digest(intent, session.server());
    let known = memory.declaration == digest;
    let folds = session.dialect().folds(session.server());
    if known && memory.settled.as_ref() == Some(&live) {
        let pair = Pair {
            desired: observed.clone(),
            observed,
        };
        let delta = diff(pair, Vec::new(), folds.0, folds.1);
        let (unmanaged, suggestions) = (Vec::new(), Vec::new());
        let scope = &declared.scope;
        let plan = planned(
            session,
            intent,
            delta,
            unmanaged,
            suggestions,
            moment,
            scope,
        )
        .await?;
        return Ok(Preview {
            plan,
            scope: declared.scope,
            drifted: false,
            owner_before,
            memory_before,
            memory,
        });
    }
    let wanted = desired::load(session, &declared, &observed, moment).await?;
    let hints = qualified(&intent.renames, session.dialect().default_namespace());
    let prune = match intent.extent {
        Extent::Whole => intent.prune.clone(),
        Extent::Partial if intent.prune.of(Family::Column) == Prune::Exact => Pruning::inside(),
        Extent::Partial => Pruning::from(Prune::Keep),
    };
    let goal =
        goal(&observed, &wanted, &hints, &prune, &memory.owned, folds).map_err(refuse_goal)?;
    memory.own(&wanted);
    memory.declaration = digest;
    intent.owner.clone_into(&mut memory.owner);
    let pair = Pair {
        observed,
        desired: goal.schema,
    };
    let delta = diff(pair, goal.renames, folds.0, folds.1).keeping(goal.kept);
    let (unmanaged, suggestions) = (goal.unmanaged, goal.suggestions);
    let scope = &declared.scope;
    let plan = planned(
        session,
        intent,
        delta,
        unmanaged,
        suggestions,
        moment,
        scope,
    )
    .await?;
    let drifted = known && !plan.is_empty();
    Ok(Preview {
        plan,
        scope: declared.scope,
        drifted,
        owner_before,
        memory_before,
        memory,
    })
}

/// A difference as a plan: judged by what is known of the rows, proven in scratch.
pub(super) async fn planned<S: Catalog + ?Sized>(
    session: &mut S,
    intent: &Intent,
    delta: Delta,
    unmanaged: Vec<Unmanaged>,
    suggestions: Vec<Suggestion>,
    moment: &Moment,
    scope: &Scope,
) -> Result<Plan, PipelineError> {
    let facts = facts(session, &delta, intent.online).await?;
    let input = Draft {
        dialect: session.dialect(),
        server: session.server(),
        target: session.identity(),
        delta,
        facts: &facts,
        online: intent.online,
        unmanaged,
        suggestions,
    };
    let plan = draft(input).map_err(Refusal::from)?;
    tracing::debug!(plan = %plan.id, steps = plan.steps.len(), findings = plan.findings.len(), "planned");
    let plan = if plan.is_empty() {
        plan
    } else {
        let proven = prove(session, plan, scope, moment).await?;
        let steps: Vec<Step> = proven.steps.iter().map(|it| it.step.clone()).collect();
        let asked = questions(&Scene {
            delta: &proven.delta,
            steps: &steps,
            dialect: session.dialect(),
            server: session.server(),
        });
        let lacking = facts.lacking(asked);
        let answers = session.ask(&lacking).await?;
        let facts = facts.and(Facts::new(lacking.into_iter().zip(answers)));
        proven.settled(session.dialect(), session.server(), &facts)
    };
    let mut plan = judged(&plan, &intent.policy);
    plan.notes.clone_from(&intent.notes);
    Ok(plan)
}

async fn facts<S: Catalog + ?Sized>(
    session: &mut S,
    delta: &Delta,
    online: Online,
) -> Result<Facts, PipelineError> {
    let manner = Manner::of(online, BTreeSet::new());
    let dialect = session.dialect();
    let steps = dialect.lower(session.server(), delta, &manner).steps;
    let asked = questions(&Scene {
        delta,
        steps: &steps,
        dialect,
        server: session.server(),
    });
    let asked: Vec<_> = asked.into_iter().collect();
    let answers = session.ask(&asked).await?;
    Ok(Facts::new(asked.into_iter().zip(answers)))
}

/// Renames whose tables were named without a namespace mean the default one.
fn qualified(renames: &[Rename], default: &str) -> Vec<Rename> {
    let whole = |name: &Name| {
        let schema = if name.schema.is_empty() {
            default
        } else {
            &name.schema
        };
        Name::new(schema, name.name.clone())
    };
    let renames = renames.iter().map(|rename| match rename {
        Rename::Table { from, to } => Rename::Table {
            from: whole(from),
            to: whole(to),
        },
        Rename::Column { table, from, to } => Rename::Column {
            table: whole(table),
            from: from.clone(),
            to: to.clone(),
        },
    });
    renames.collect()
}

fn refuse_goal(errors: Vec<GoalError>) -> Refusal {
    let unmanaged = "leave it out of the declaration, or change it by other means";
    let mut class = RefusalClass::Unsupported;
    let mut items = Vec::with_capacity(errors.len());
    for error in errors {
        let (object, instead) = match &error {
            GoalError::Opaque { kind, name, .. } => (format!("{kind} {name}"), unmanaged),
            GoalError::NotUnderstood { name, .. } => (format!("table {name}"), unmanaged),
            GoalError::OtherTool { name, .. } => (
                format!("table {name}"),
                "leave it out of the declaration; the tool makes it and keeps it",
            ),
            GoalError::KeyToOtherTool { table, .. } => (
                format!("table {table}"),
                "leave the foreign key out of the declaration",
            ),
            GoalError::AmbiguousRename { to, .. } => {
                class = RefusalClass::AmbiguousRename;
                (to.clone(), "say what happened to the old name")
            }
            GoalError::UnknownReference { table, .. } => {
                class = RefusalClass::InvalidSchema;
                (format!("table {table}"), "declare the table it refers to")
            }
        };
        items.push(RefusedItem {
            object,
            reason: error.to_string(),
            instead: instead.to_owned(),
        });
    }
    Refusal { class, items }
}
