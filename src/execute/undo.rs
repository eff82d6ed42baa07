//! The way back where steps were committed before another one failed.

use super::Hands;
use crate::engine::{EngineError, ErrorKind, Scope, Step};
use crate::plan::Plan;
use crate::schema::{
    Change, ColumnEdit, Delta, Direction, ObjectChange, Pair, Rename, TableDelta, is_helper,
    undoing,
};

/// The steps that bring the database from wherever the failed plan left it back to where it started, unless that
/// would drop what the plan did not itself make. What there is now is read, not assumed.
pub(super) async fn way_back<S: Hands + ?Sized>(
    session: &mut S,
    plan: &Plan,
    scope: &Scope,
) -> Result<Vec<Step>, EngineError> {
    let live = session.read(scope).await?;
    let (tables, parts) = session.dialect().folds(session.server());
    let renames: Vec<Rename> = plan.delta.reversed().renames().to_vec();
    let pair = Pair {
        observed: live,
        desired: plan.delta.schemas.observed.clone(),
    };
    let mut back = undoing(pair, renames, tables, parts);
    back.changes.retain(|change| is_ours(change, plan));
    if let Some(blocked) = foreign_drop(&back, plan) {
        return Err(EngineError::new(
            ErrorKind::Other,
            "undoing the steps that ran",
            format!(
                "{blocked} was not made by this plan and is not dropped; compare and plan again"
            ),
        ));
    }
    let dialect = session.dialect();
    let lowered = dialect.lower(session.server(), &back, &plan.manner.unknowing());
    if let Some(first) = lowered.unsupported.first() {
        return Err(EngineError::new(
            ErrorKind::Unsupported,
            "undoing the steps that ran",
            first.to_string(),
        ));
    }
    let mut steps = lowered.steps;
    steps.sort_by_key(|step| step.phase);
    Ok(steps)
}

/// Whether a change takes back what the plan did: a schema, or an object that is not modelled, that
/// came by other hands in the meantime stays.
fn is_ours(change: &Change, plan: &Plan) -> bool {
    match change {
        Change::DropNamespace(name) => plan.goal().namespaces.contains(name),
        Change::DropOpaque(key, _) => plan.goal().opaque.contains_key(key),
        Change::Object(ObjectChange::Drop(key, _)) => {
            plan.goal().objects.contains_key(key) || is_helper(key.bare())
        }
        Change::CreateNamespace(_)
        | Change::CreateTable(_)
        | Change::AlterTable(_)
        | Change::DropTable(_)
        | Change::Object(ObjectChange::Create(..) | ObjectChange::Replace(_))
        | Change::CreateOpaque(..) => true,
    }
}

/// A table or column the way back would drop although the plan did not make it (I14).
fn foreign_drop(back: &Delta, plan: &Plan) -> Option<String> {
    let made = plan.goal();
    back.changes.iter().find_map(|change| match change {
        Change::DropTable(table) => {
            (!made.tables.contains_key(&table.name)).then(|| format!("table {}", table.name))
        }
        Change::AlterTable(inside) => foreign_partition(inside, plan).or_else(|| {
            inside.columns.iter().find_map(|edit| match edit {
                ColumnEdit::Drop(column) => {
                    let ours = made
                        .tables
                        .get(&inside.tables.observed.name)
                        .is_some_and(|table| table.columns.iter().any(|c| c.name == column.name));
                    (!ours)
                        .then(|| format!("column {}.{}", inside.tables.observed.name, column.name))
                }
                ColumnEdit::Add { .. } | ColumnEdit::Change(_) => None,
            })
        }),
        Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::CreateTable(_)
        | Change::Object(_)
        | Change::CreateOpaque(..)
        | Change::DropOpaque(..) => None,
    })
}

fn foreign_partition(inside: &TableDelta, plan: &Plan) -> Option<String> {
    let table = &inside.tables.observed.name;
    let made = plan.goal().tables.get(table);
    let ours = |name: &str| made.is_some_and(|made| made.partitions.iter().any(|p| p.name == name));
    let dropped = inside.resettled(Direction::Back).dropped;
    let foreign = dropped.into_iter().find(|one| !ours(&one.name));
    foreign.map(|one| format!("partition {table}.{}", one.name))
}
