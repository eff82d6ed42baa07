//! The form that needs no program of the engine: structure as SQL, rows as `INSERT`s.

use super::error::BackupError;
use super::manifest::{Copied, Counted, Form, Holds};
use super::statements::join;
use super::take::Contents;
use super::write::Writing;
use crate::engine::{Backup, Manner, Phase, Step};
use crate::schema::{Defined, Delta, Kind, Name, ObjectKey, Pair, Schema, Table, diff};
use std::collections::BTreeSet;
use std::path::Path;

/// Copies tables out of one state of the database.
pub(super) async fn copy<S: Backup + ?Sized>(
    session: &mut S,
    schema: &Schema,
    tables: &[Name],
    folder: &Path,
) -> Result<Contents, BackupError> {
    session.begin_view().await?;
    let copied = write(session, schema, tables, folder).await;
    let ended = session.end_view().await;
    let copied = copied?;
    ended?;
    Ok(copied)
}

async fn write<S: Backup + ?Sized>(
    session: &mut S,
    schema: &Schema,
    names: &[Name],
    folder: &Path,
) -> Result<Contents, BackupError> {
    let tables: Vec<&Table> = names.iter().filter_map(|n| schema.tables.get(n)).collect();
    let mut files = structure(session, schema, names, folder)?;
    let mut counted = Vec::with_capacity(tables.len());
    for (at, table) in tables.iter().enumerate() {
        let rows = if table.is_partitioned() {
            session.count(&table.name).await?
        } else {
            let (copied, rows) = rows_of(session, table, at, folder).await?;
            files.push(copied);
            rows
        };
        counted.push(Counted {
            table: table.name.clone(),
            rows,
        });
    }
    Ok(Contents {
        form: Form::Rows,
        tool: None,
        tables: counted,
        left_out: super::take::left_out(schema, names),
        files,
    })
}

async fn rows_of<S: Backup + ?Sized>(
    session: &mut S,
    table: &Table,
    at: usize,
    folder: &Path,
) -> Result<(Copied, u64), BackupError> {
    let holds = Holds::RowsOf(table.name.clone());
    let mut file = Writing::begin(folder, &format!("{at:04}.sql.gz"), holds)?;
    let rows = session
        .dump(table, &mut |line| {
            file.add(line.as_bytes())?;
            file.add(b"\n")
        })
        .await?;
    Ok((file.end()?, rows))
}

/// The statements that make the copied tables again: `schema.sql` before the rows, `finish.sql`
/// (foreign keys, comments) after them. Keys into tables that are not copied are
/// left out.
fn structure<S: Backup + ?Sized>(
    session: &S,
    schema: &Schema,
    names: &[Name],
    folder: &Path,
) -> Result<Vec<Copied>, BackupError> {
    let dialect = session.dialect();
    let lowered = dialect.lower(
        session.server(),
        &making(session, schema, names),
        &Manner::plain(),
    );
    if let Some(first) = lowered.unsupported.first() {
        return Err(BackupError::Structure(first.to_string()));
    }
    let mut steps = lowered.steps;
    steps.sort_by_key(|step| step.phase);
    // Views, routines and triggers are no rows; types and what else tables need comes early.
    let is_object = |step: &Step| Kind::parse(&step.object.kind).is_some();
    steps.retain(|step| step.phase < Phase::Finish || !is_object(step));
    let (before, after): (Vec<_>, Vec<_>) = steps
        .iter()
        .partition(|step| step.phase < Phase::AddForeignKeys);
    let mut files = Vec::new();
    for (name, holds, steps) in [
        ("schema.sql", Holds::Structure, before),
        ("finish.sql", Holds::Finish, after),
    ] {
        let statements = steps.iter().flat_map(|step| &step.statements);
        let text = join(statements.map(crate::engine::Statement::sql))?;
        let mut file = Writing::begin(folder, name, holds)?;
        file.add(text.as_bytes())
            .map_err(BackupError::io(&folder.join(name)))?;
        files.push(file.end()?);
    }
    Ok(files)
}

/// The difference between nothing and the copied tables with what they may need: types, sequences,
/// routines that lean on no table.
fn making<S: Backup + ?Sized>(session: &S, schema: &Schema, names: &[Name]) -> Delta {
    let dialect = session.dialect();
    let copied: BTreeSet<&Name> = names.iter().collect();
    let mut desired = Schema::default();
    for table in names.iter().filter_map(|name| schema.tables.get(name)) {
        let mut table = table.clone();
        table
            .foreign_keys
            .retain(|key| copied.contains(&key.references));
        // A partition without its table is a table.
        let of = table.partition_of.as_ref();
        if of.is_some_and(|of| !copied.contains(&of.parent)) {
            table = table.standing_alone();
        }
        desired.tables.insert(table.name.clone(), table);
    }
    let alone = |key: &ObjectKey, object: &Defined| {
        key.kind == Kind::Sequence || object.leans().next().is_none()
    };
    let objects = schema
        .objects
        .iter()
        .filter(|(key, object)| alone(key, object));
    desired.objects = objects.map(|(k, o)| (k.clone(), o.clone())).collect();
    desired.namespaces.clone_from(&schema.namespaces);
    let mut observed = Schema::default();
    let default = dialect.default_namespace();
    observed.namespaces.insert(default.to_owned());
    desired.namespaces.remove(default);
    let (tables, parts) = dialect.folds(session.server());
    diff(Pair { observed, desired }, Vec::new(), tables, parts)
}
