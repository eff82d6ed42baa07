//! Columns: renamed, added, changed, dropped.

use super::{Plan, cost, keys, modify, renames};
use crate::engine::mysql::decode::words;
use crate::engine::mysql::render::{self, Collations};
use crate::engine::mysql::types;
use crate::engine::mysql::version::Flavour;
use crate::engine::statement::Statement;
use crate::engine::step::{Lock, Mode, Object, Phase, Step, Work};
use crate::schema::{Attribute, Column, ColumnEdit, Edit, Fold, Kind, Pair, Table, TableDelta};

const FOLD: Fold = Fold::UnicodeCase;

/// All steps for the columns of one table, and for a primary key that goes with some of them.
pub(super) fn all(plan: &mut Plan, delta: &TableDelta) {
    let early = renames::all(plan, delta);
    let grouped = keys::grouped_columns(delta);
    let in_group = |name: &str| grouped.iter().any(|column| FOLD.same(column, name));
    let mut clauses = Vec::new();
    let (converted, changed) = before_computed(delta, &in_group);
    for pair in &converted {
        modify::step(plan, delta, pair);
    }
    for edit in &delta.columns {
        if let ColumnEdit::Add { column, after } = edit {
            if in_group(&column.name) {
                clauses.push(add_clause(delta, column, after.as_ref()));
            } else {
                add(plan, delta, column, after.as_ref());
            }
        }
    }
    for pair in changed {
        if in_group(&pair.desired.name) {
            clauses.push(modify::clause(delta, &pair.desired));
        } else {
            modify::step(plan, delta, &pair);
        }
    }
    // Dropped from the last to the first, since computed columns mostly stand behind what they are
    // computed from, and those first that are computed.
    let mut gone: Vec<&Column> = delta
        .columns
        .iter()
        .rev()
        .filter_map(|edit| match edit {
            ColumnEdit::Drop(column) => Some(column),
            ColumnEdit::Add { .. } | ColumnEdit::Change(_) => None,
        })
        .filter(|column| !early.iter().any(|name| FOLD.same(name, &column.name)))
        .collect();
    gone.sort_by_key(|column| column.generated.is_none());
    for column in &gone {
        if in_group(&column.name) {
            clauses.push(format!("DROP COLUMN {}", render::quote(&column.name)));
        }
    }
    keys::primary_key(plan, delta, clauses);
    for column in gone {
        if !in_group(&column.name) {
            drop(plan, delta, column);
        }
    }
}

/// The columns that get another character set before a computed column comes, and those that change
/// afterwards: the expression of a computed column over two character sets is written down with a
/// conversion, which stays.
fn before_computed(
    delta: &TableDelta,
    in_group: &dyn Fn(&str) -> bool,
) -> (Vec<Pair<Column>>, Vec<Pair<Column>>) {
    let computed = delta.columns.iter().any(|edit| match edit {
        ColumnEdit::Add { column, .. } => column.generated.is_some(),
        ColumnEdit::Change(_) | ColumnEdit::Drop(_) => false,
    });
    let (before, after) = (&delta.tables.observed, &delta.tables.desired);
    changed(delta).into_iter().partition(|pair| {
        let text = collation(before, &pair.observed) != collation(after, &pair.desired);
        computed && text && pair.desired.generated.is_none() && !in_group(&pair.desired.name)
    })
}

/// `ADD COLUMN` with its place.
pub(super) fn add_clause(delta: &TableDelta, column: &Column, after: Option<&String>) -> String {
    let definition = render::column(&delta.tables.desired, column, Collations::Always);
    let position = match after {
        Some(column) => format!("AFTER {}", render::quote(column)),
        None => "FIRST".to_owned(),
    };
    format!("ADD COLUMN {definition} {position}")
}

/// `MySQL` 8.4 manual, 17.12.1, "Adding a Column" and "Generated Column Operations".
fn add(plan: &mut Plan, delta: &TableDelta, column: &Column, after: Option<&String>) {
    let checked = render::column_check(&delta.tables.desired, &column.name).is_some();
    let varying = default_differs_by_row(column);
    let reads = reads_columns(delta, column);
    let cost = cost::adding(plan.flavour, delta, column, checked, varying || reads);
    let object = Object::part("column", &delta.tables.desired.name, &column.name);
    if plan.flavour == Flavour::Mysql && varying {
        fill(plan, delta, column, after);
        return;
    }
    let clause = add_clause(delta, column, after);
    plan.alter(Phase::AlterTables, object, &[clause], cost);
}

/// Whether a default is computed from other columns, whose names are always printed in quotes.
fn reads_columns(delta: &TableDelta, column: &Column) -> bool {
    let default = column.default.as_deref().unwrap_or_default();
    let mut columns = delta.tables.desired.columns.iter();
    columns.any(|other| default.contains(&render::quote(&other.name)))
}

/// Whether a default gives each row a value of its own. `MySQL` refuses to add such a column
/// (error 1674; 8.4 manual, 13.6).
fn default_differs_by_row(column: &Column) -> bool {
    let each = [
        "uuid",
        "uuid_short",
        "rand",
        "random_bytes",
        "sysdate",
        "user",
        "current_user",
        "session_user",
        "system_user",
    ];
    // `MariaDB` prints a call without parentheses around it.
    let sql = column
        .default
        .as_deref()
        .filter(|sql| !sql.starts_with('\''));
    sql.is_some_and(|sql| each.iter().any(|name| words(sql).contains(*name)))
}

/// Adds a column, gives the rows their values, then sets the default: what one statement would do.
fn fill(plan: &mut Plan, delta: &TableDelta, column: &Column, after: Option<&String>) {
    let table = &delta.tables.desired.name;
    let object = Object::part("column", table, &column.name);
    let mut objects = plan.delta.schemas.observed.objects.iter();
    let trigger = objects.find(|(key, object)| {
        key.kind == Kind::Trigger
            && key.name == delta.tables.observed.name
            && object.definition.contains(" UPDATE ON ")
    });
    if let Some((key, _)) = trigger {
        plan.refuse(
            object,
            format!(
                "every row would be updated, and trigger \"{}\" with it",
                key.part
            ),
            "add the column without its default first, fill it, then declare the default",
        );
        return;
    }
    let (home, name) = (render::name(table), render::quote(&column.name));
    let default = column.default.clone().unwrap_or_default();
    let bare = Column {
        default: None,
        ..column.clone()
    };
    let statements = [
        format!("ALTER TABLE {home} {}", add_clause(delta, &bare, after)),
        format!("UPDATE {home} SET {name} = {default}"),
        format!("ALTER TABLE {home} ALTER COLUMN {name} SET DEFAULT {default}"),
    ];
    plan.out.steps.push(Step {
        phase: Phase::AlterTables,
        object,
        statements: statements.into_iter().map(Statement::new).collect(),
        lock: Lock::BlocksWrites,
        work: Work::Rewrite,
        mode: Mode::Alone,
        leftover: None,
        rungs: Vec::new(),
    });
}

/// `MySQL` 8.4 manual, 17.12.1, "Dropping a Column".
pub(super) fn drop(plan: &mut Plan, delta: &TableDelta, column: &Column) {
    let cost = cost::dropping(plan.flavour, &delta.tables.observed, column);
    let object = Object::part("column", &delta.tables.desired.name, &column.name);
    let clause = format!("DROP COLUMN {}", render::quote(&column.name));
    plan.alter(Phase::AlterTables, object, &[clause], cost);
}

/// Whether a desired column is there already, under this name or another.
pub(super) fn is_observed(delta: &TableDelta, column: &Column) -> bool {
    let new = |edit: &ColumnEdit| match edit {
        ColumnEdit::Add { column: new, .. } => FOLD.same(&new.name, &column.name),
        ColumnEdit::Change(_) | ColumnEdit::Drop(_) => false,
    };
    !delta.columns.iter().any(new)
}

/// The collation a column has, whether it is its own or its table's.
pub(super) fn collation<'a>(table: &'a Table, column: &'a Column) -> Option<&'a str> {
    let own = column.attributes.get(&Attribute::Collation);
    own.or_else(|| table.attributes.get(&Attribute::Collation))
        .map(String::as_str)
        .filter(|_| types::parse(&column.data_type).is_text())
}

/// A column without its name, its collation spelled out by whose default it ever is, and the
/// renames of `delta` followed in its expression.
fn resolved(delta: &TableDelta, table: &Table, column: &Column) -> (Column, Option<String>) {
    let mut plain = column.clone();
    plain.attributes.remove(&Attribute::Collation);
    plain.attributes.remove(&Attribute::Charset);
    plain.name.clear();
    if let Some(generated) = &mut plain.generated {
        generated.expression = renames::follow(delta, &generated.expression);
    }
    (plain, collation(table, column).map(str::to_owned))
}

fn check_changes(delta: &TableDelta, column: &str) -> bool {
    delta.checks.iter().any(|edit| {
        let check = match edit {
            Edit::Add(check) | Edit::Drop(check) => check,
            Edit::Replace(pair) | Edit::Rename(pair) => &pair.desired,
        };
        check.attributes.contains_key(&Attribute::ColumnLevel)
            && FOLD.same(&check.label.text, column)
    })
}

/// Columns whose definition changes. The edits alone do not say: a column that has its table's
/// collation on both sides changes with the table's; one that spells out what the other side
/// inherits does not change; and a check that is written at a column (`MariaDB`) is part of it.
pub(super) fn changed(delta: &TableDelta) -> Vec<Pair<Column>> {
    let (before, after) = (&delta.tables.observed, &delta.tables.desired);
    let mut found = Vec::new();
    for desired in &after.columns {
        let mut observed = before.column(&desired.name, FOLD);
        for edit in &delta.columns {
            match edit {
                ColumnEdit::Change(pair) if pair.desired.name == desired.name => {
                    observed = Some(&pair.observed);
                }
                ColumnEdit::Add { column, .. } if column.name == desired.name => observed = None,
                _ => {}
            }
        }
        let Some(observed) = observed else {
            continue;
        };
        let (old, new) = (
            resolved(delta, before, observed),
            resolved(delta, after, desired),
        );
        if old != new || check_changes(delta, &desired.name) {
            found.push(Pair {
                observed: observed.clone(),
                desired: desired.clone(),
            });
        }
    }
    found
}

/// Whether the values of a column are of another type, or in another collation, after a change.
pub(super) fn converts(delta: &TableDelta, pair: &Pair<Column>) -> bool {
    pair.observed.data_type != pair.desired.data_type
        || collation(&delta.tables.observed, &pair.observed)
            != collation(&delta.tables.desired, &pair.desired)
}
