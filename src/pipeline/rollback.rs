//! From an execution in history to a proven plan that takes it back. Reads only.
//!
//! Planned anew against what is there now. The memory stays as it is: what a declaration settled is
//! then different from what is there, which every later look at that declaration calls drift.

use super::chronicle::execution;
use super::intent::{Intent, Moment};
use super::memory::Memory;
use super::preview::{Preview, planned};
use super::refusal::{PipelineError, Refusal, RefusalClass, RefusedItem};
use crate::engine::{Catalog, ExecutionRecord, Ledger, Scope};
use crate::history::{self, Kept, State};
use crate::schema::{Change, ColumnEdit, Delta, Divergence, Footprint, Pair, Schema, undoing};
use std::collections::BTreeSet;

/// Plans the way back from one execution, and proves the plan.
pub(super) async fn preview<S: Catalog + Ledger + ?Sized>(
    session: &mut S,
    intent: &Intent,
    id: &str,
    moment: &Moment,
) -> Result<Preview, PipelineError> {
    let record = execution(session, id).await?;
    let footprint = footprint(session, &record).await?;
    let scope = scope(session, intent, &footprint);
    let observed = session.read(&scope).await?;
    let (tables, parts) = session.dialect().folds(session.server());
    let undone = footprint
        .undone(&observed, (tables, parts))
        .map_err(|divergences| diverged(&record, divergences))?;
    let pair = Pair {
        observed,
        desired: undone.schema,
    };
    let delta = undoing(pair, undone.renames, tables, parts);
    if delta.is_empty() {
        return Err(nothing(&record, "what it changed is as it was before already").into());
    }
    let lost = not_coming_back(&delta, &record);
    refuse_rows_unseen(&delta)?;
    let mut plan = planned(
        session,
        intent,
        delta,
        Vec::new(),
        Vec::new(),
        moment,
        &scope,
    )
    .await?;
    plan.notes.extend(lost);
    plan.rollback_of = Some(record.execution_id);
    // What comes back was declared by somebody before.
    plan.advice.clear();
    let memory = Memory::recall(session).await?;
    Ok(Preview {
        plan,
        scope,
        drifted: false,
        owner_before: memory.owner.clone(),
        memory_before: memory.clone(),
        memory,
    })
}

async fn footprint<S: Ledger + ?Sized>(
    session: &mut S,
    record: &ExecutionRecord,
) -> Result<Footprint, PipelineError> {
    let state = State::parse(&record.state);
    match state {
        Some(state) if state.leaves_changes() => {}
        Some(State::Running) => {
            return Err(nothing(record, "it is still running").into());
        }
        Some(State::DryRun) => return Err(nothing(record, "it was a dry run").into()),
        Some(_) => {
            return Err(nothing(record, "it failed and took back what it had done").into());
        }
        None => {}
    }
    let missing = match history::footprint(session, &record.execution_id).await? {
        Some(Kept::Whole(footprint)) => return Ok(*footprint),
        Some(Kept::TooLong { bytes }) => {
            format!("what it touched was too much to be written down ({bytes} bytes)")
        }
        None => "what it touched was not written down by the version that ran it".to_owned(),
    };
    Err(Refusal::one(
        RefusalClass::NotRecorded,
        format!("execution {}", record.execution_id),
        missing,
        "declare the schema as it was before, and apply that",
    )
    .into())
}

fn nothing(record: &ExecutionRecord, why: &str) -> Refusal {
    Refusal::one(
        RefusalClass::NothingToRollBack,
        format!("execution {}", record.execution_id),
        why,
        "there is nothing to take back; name another execution of the history",
    )
}

fn diverged(record: &ExecutionRecord, divergences: Vec<Divergence>) -> Refusal {
    let instead = format!(
        "take back the later executions first (driftless history), or declare the schema you want; \
         taking back {} would lose that",
        record.execution_id
    );
    let items = divergences.into_iter().map(|divergence| RefusedItem {
        object: divergence.object,
        reason: divergence.difference,
        instead: instead.clone(),
    });
    Refusal {
        class: RefusalClass::Diverged,
        items: items.collect(),
    }
}

/// No rule counts the rows of what is not modelled, so what may hold some is not dropped.
fn refuse_rows_unseen(delta: &Delta) -> Result<(), Refusal> {
    let may_hold = delta.changes.iter().filter_map(|change| match change {
        Change::DropOpaque(key, _) if key.kind == "virtual table" => Some(key),
        Change::DropOpaque(..)
        | Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::CreateTable(_)
        | Change::AlterTable(_)
        | Change::DropTable(_)
        | Change::Object(_)
        | Change::CreateOpaque(..) => None,
    });
    let items: Vec<RefusedItem> = may_hold
        .map(|key| RefusedItem {
            object: format!("{} {}", key.kind, key.name),
            reason: "it may hold rows that nobody counts".to_owned(),
            instead: "drop it by hand, then take the execution back".to_owned(),
        })
        .collect();
    if items.is_empty() {
        return Ok(());
    }
    let class = RefusalClass::Unsupported;
    Err(Refusal { class, items })
}

/// What is compared: the scope asked for, and the namespaces the execution touched.
fn scope<S: Catalog + ?Sized>(session: &S, intent: &Intent, footprint: &Footprint) -> Scope {
    let mut scope = intent.scope.clone();
    let default = session.dialect().default_namespace();
    if !default.is_empty() {
        let mut names: BTreeSet<String> = scope.namespaces.drain(..).collect();
        names.insert(default.to_owned());
        names.extend(namespaces(&footprint.before));
        names.extend(namespaces(&footprint.after));
        scope.namespaces = names.into_iter().collect();
    }
    scope
}

fn namespaces(schema: &Schema) -> impl Iterator<Item = String> + '_ {
    let tables = schema.tables.keys().map(|name| &name.schema);
    let opaque = schema.opaque.keys().map(|key| &key.name.schema);
    let objects = schema.objects.keys().map(|key| &key.name.schema);
    tables
        .chain(objects)
        .chain(opaque)
        .chain(&schema.namespaces)
        .cloned()
}

/// Structure comes back, rows and values do not.
fn not_coming_back(delta: &Delta, record: &ExecutionRecord) -> Vec<String> {
    let kept = match &record.backup_path {
        Some(path) => format!("what they were is in the backup {path}"),
        None => "no backup was taken by that execution".to_owned(),
    };
    let mut warnings = Vec::new();
    for change in &delta.changes {
        match change {
            Change::CreateTable(table) => {
                warnings.push(format!(
                    "table {} comes back without its rows: {kept}",
                    table.name
                ));
            }
            Change::AlterTable(inside) => {
                let added = inside.columns.iter().filter_map(|edit| match edit {
                    ColumnEdit::Add { column, .. } if column.generated.is_none() => Some(column),
                    ColumnEdit::Add { .. } | ColumnEdit::Drop(_) | ColumnEdit::Change(_) => None,
                });
                let table = &inside.tables.desired.name;
                warnings.extend(added.map(|column| {
                    let column = &column.name;
                    format!("column {table}.{column} comes back without its values: {kept}")
                }));
            }
            Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::DropTable(_)
            | Change::Object(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => {}
        }
    }
    warnings
}
