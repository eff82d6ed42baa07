//! Refuses what would break an object that is not modelled.

use super::{Plan, columns};
use crate::engine::step::Object;
use crate::schema::{Change, ColumnEdit, Dependency, Fold, Name, OpaqueKey, TableDelta};

const FOLD: Fold = Fold::UnicodeCase;

/// What a change does to a table (`None`) or to one of its columns.
struct Touch {
    table: Name,
    column: Option<String>,
    what: &'static str,
}

impl Touch {
    fn hits(&self, dependency: &Dependency) -> bool {
        dependency.table == self.table
            && match (&dependency.column, &self.column) {
                (Some(theirs), Some(ours)) => FOLD.same(theirs, ours),
                (None, _) | (_, None) => true,
            }
    }
}

fn touches(delta: &TableDelta, found: &mut Vec<Touch>) {
    let table = &delta.tables.observed.name;
    let mut touch = |column: Option<&str>, what| {
        found.push(Touch {
            table: table.clone(),
            column: column.map(str::to_owned),
            what,
        });
    };
    if delta.renamed() {
        touch(None, "renamed");
    }
    for edit in &delta.columns {
        match edit {
            ColumnEdit::Drop(column) => touch(Some(&column.name), "dropped"),
            ColumnEdit::Change(pair) if !FOLD.same(&pair.observed.name, &pair.desired.name) => {
                touch(Some(&pair.observed.name), "renamed");
            }
            ColumnEdit::Change(_) | ColumnEdit::Add { .. } => {}
        }
    }
    for pair in columns::changed(delta) {
        if columns::converts(delta, &pair) {
            touch(Some(&pair.observed.name), "given another type");
        }
    }
}

/// Names every dependent of everything that is dropped, renamed or converted.
pub(super) fn dependents(plan: &mut Plan) {
    let mut found = Vec::new();
    let mut going: Vec<&OpaqueKey> = Vec::new();
    let delta = plan.delta;
    for change in &delta.changes {
        match change {
            Change::AlterTable(table) => touches(table, &mut found),
            Change::DropTable(table) => found.push(Touch {
                table: table.name.clone(),
                column: None,
                what: "dropped",
            }),
            Change::DropOpaque(key, _) => going.push(key),
            _ => {}
        }
    }
    for touch in found {
        for (key, opaque) in &delta.schemas.observed.opaque {
            if going.contains(&key) || !opaque.depends_on.iter().any(|d| touch.hits(d)) {
                continue;
            }
            let object = match &touch.column {
                Some(column) => Object::part("column", &touch.table, column),
                None => Object::table(&touch.table),
            };
            let kind = &key.kind;
            plan.refuse(
                object,
                format!(
                    "{kind} \"{}\" leans on it, and it would be {}",
                    key.name, touch.what
                ),
                format!("drop the {kind} by hand, apply the change, then create it again"),
            );
        }
    }
}
