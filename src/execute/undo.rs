//! The way back where the engine committed the steps one by one.

use super::Hands;
use crate::engine::{EngineError, ErrorKind, Scope};
use crate::plan::Plan;
use crate::schema::{Change, ColumnEdit, Delta, Pair, Rename, diff};

/// Brings the database from wherever the failed plan left it back to where it started, unless that
/// would drop what the plan did not itself make. What there is now is read, not assumed.
pub(super) async fn undo<S: Hands + ?Sized>(
    session: &mut S,
    plan: &Plan,
    scope: &Scope,
) -> Result<(), EngineError> {
    let live = session.read(scope).await?;
    let (tables, parts) = session.dialect().folds(session.server());
    let renames: Vec<Rename> = plan.delta.reversed().renames().to_vec();
    let pair = Pair {
        observed: live,
        desired: plan.delta.schemas.observed.clone(),
    };
    let back = diff(pair, renames, tables, parts);
    if let Some(blocked) = foreign_drop(&back, plan) {
        return Err(EngineError::new(
            ErrorKind::Other,
            "undoing the steps that ran",
            format!(
                "{blocked} was not made by this plan and is not dropped; compare and plan again"
            ),
        ));
    }
    let lowered = session.dialect().lower(session.server(), &back);
    if let Some(first) = lowered.unsupported.first() {
        return Err(EngineError::new(
            ErrorKind::Unsupported,
            "undoing the steps that ran",
            first.to_string(),
        ));
    }
    let mut steps = lowered.steps;
    steps.sort_by_key(|step| step.phase);
    for step in &steps {
        for statement in &step.statements {
            session.run(statement).await.map_err(|error| {
                error.while_doing(format!("undoing the change of {}", step.object))
            })?;
        }
    }
    Ok(())
}

/// A table or column the way back would drop although the plan did not make it (I14).
fn foreign_drop(back: &Delta, plan: &Plan) -> Option<String> {
    let made = plan.goal();
    back.changes.iter().find_map(|change| match change {
        Change::DropTable(table) => {
            (!made.tables.contains_key(&table.name)).then(|| format!("table {}", table.name))
        }
        Change::AlterTable(inside) => inside.columns.iter().find_map(|edit| match edit {
            ColumnEdit::Drop(column) => {
                let ours = made
                    .tables
                    .get(&inside.tables.observed.name)
                    .is_some_and(|table| table.columns.iter().any(|c| c.name == column.name));
                (!ours).then(|| format!("column {}.{}", inside.tables.observed.name, column.name))
            }
            ColumnEdit::Add { .. } | ColumnEdit::Change(_) => None,
        }),
        Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::CreateTable(_)
        | Change::Object(_)
        | Change::CreateOpaque(..)
        | Change::DropOpaque(..) => None,
    })
}
