//! Renamed columns.

use super::{CATALOG, Plan, columns, keys};
use crate::engine::mysql::decode::words;
use crate::engine::mysql::render;
use crate::engine::mysql::version::Flavour;
use crate::engine::step::{Object, Phase};
use crate::schema::{Column, ColumnEdit, Fold, Pair, TableDelta};

const FOLD: Fold = Fold::UnicodeCase;

fn moved(delta: &TableDelta) -> Vec<&Pair<Column>> {
    let edits = delta.columns.iter();
    edits
        .filter_map(|edit| match edit {
            ColumnEdit::Change(pair) if !FOLD.same(&pair.observed.name, &pair.desired.name) => {
                Some(pair)
            }
            _ => None,
        })
        .collect()
}

/// An expression with the new names of renamed columns, as the servers write it.
pub(super) fn follow(delta: &TableDelta, sql: &str) -> String {
    moved(delta).into_iter().fold(sql.to_owned(), |sql, pair| {
        let (from, to) = (&pair.observed.name, &pair.desired.name);
        sql.replace(&render::quote(from), &render::quote(to))
    })
}

/// Renames come first, so that everything after can use the new names. Answers the columns that
/// had to be dropped before, since a rename takes their name.
pub(super) fn all(plan: &mut Plan, delta: &TableDelta) -> Vec<String> {
    let moved = moved(delta);
    let mut early = Vec::new();
    for edit in &delta.columns {
        if let ColumnEdit::Drop(column) = edit
            && moved
                .iter()
                .any(|pair| FOLD.same(&pair.desired.name, &column.name))
        {
            columns::drop(plan, delta, column);
            early.push(column.name.clone());
        }
    }
    for pair in &moved {
        before(plan, delta, pair);
    }
    let name = &delta.tables.desired.name;
    let clause = |pair: &Pair<Column>| {
        let (from, to) = (&pair.observed.name, &pair.desired.name);
        format!(
            "RENAME COLUMN {} TO {}",
            render::quote(from),
            render::quote(to)
        )
    };
    let crossed = moved.iter().any(|pair| {
        let to = &pair.desired.name;
        delta.tables.observed.column(to, FOLD).is_some()
            && !early.iter().any(|gone| FOLD.same(gone, to))
    });
    if let (true, Some(first)) = (crossed, moved.first()) {
        // Names that change places must do so at once.
        let clauses: Vec<String> = moved.iter().map(|pair| clause(pair)).collect();
        let object = Object::part("column", name, &first.observed.name);
        plan.alter(Phase::AlterTables, object, &clauses, CATALOG);
    } else {
        for pair in moved {
            let object = Object::part("column", name, &pair.observed.name);
            plan.alter(Phase::AlterTables, object, &[clause(pair)], CATALOG);
        }
    }
    early
}

/// `MySQL` refuses to rename a column that a check, a generated column, a default or a functional
/// index names (errors 3959, 3108, 3772, 3837). Checks and indexes are taken away and put back;
/// the rest is for a person. `MariaDB` follows the rename.
fn before(plan: &mut Plan, delta: &TableDelta, pair: &Pair<Column>) {
    if plan.flavour == Flavour::Mariadb {
        return;
    }
    let from = render::quote(&pair.observed.name);
    let observed = &delta.tables.observed;
    let computed = observed.columns.iter().find(|column| {
        let generated = column.generated.as_ref().map(|g| &g.expression);
        generated
            .or(column.default.as_ref().filter(|sql| sql.starts_with('(')))
            .is_some_and(|sql| sql.contains(&from))
    });
    if let Some(column) = computed {
        let reason = format!(
            "column \"{}\" is computed from it, and MySQL does not rename such a column",
            column.name
        );
        plan.refuse(
            Object::part("column", &delta.tables.desired.name, &pair.observed.name),
            reason,
            "drop the computed column in one declaration, rename in the next, then declare it again",
        );
        return;
    }
    let word = pair.observed.name.to_lowercase();
    for check in &observed.checks {
        if words(&check.expression).contains(&word) {
            keys::around_check(plan, delta, check);
        }
    }
    for index in &observed.indexes {
        if keys::is_computed_from(&index.parts, &word) {
            keys::around_index(plan, delta, index);
        }
    }
}
