//! `NOT NULL` of columns. Since 18 it is a constraint with a name, and may be `NO INHERIT` or `NOT VALID`
//! (18, 5.5.2 "Not-Null Constraints").

use super::{Cost, Lowering, SWITCH, online};
use crate::engine::postgres::naming::{self, NOT_NULL};
use crate::engine::postgres::render::{self, quote, quoted_name};
use crate::engine::{Lock, Object, Phase, Work};
use crate::schema::{Attribute, Column, Name, Pair, TableDelta};

/// Whether its `NOT NULL` is one that `SET NOT NULL` does not make.
fn is_special(column: &Column) -> bool {
    let special = [
        Attribute::NotNullName,
        Attribute::NoInherit,
        Attribute::NotValid,
    ];
    special.iter().any(|it| column.attributes.contains_key(it))
}

/// The action of `ALTER TABLE` that makes a column `NOT NULL`.
pub(super) fn action(column: &Column) -> String {
    if is_special(column) {
        let of = format!(" {}", quote(&column.name));
        format!("ADD {}", render::not_null(column, &of))
    } else {
        format!("ALTER COLUMN {} SET NOT NULL", quote(&column.name))
    }
}

/// What a new column's own line cannot say.
pub(super) fn complete(lowering: &mut Lowering<'_>, phase: Phase, table: &Name, column: &Column) {
    if !column.nullable && column.attributes.contains_key(&Attribute::NotValid) {
        let object = Object::part("column", table, &column.name);
        let sql = format!("ALTER TABLE {} {}", quoted_name(table), action(column));
        lowering.sql(phase, object, sql, SWITCH);
    }
}

/// A column that takes NULL no longer, or again, or whose `NOT NULL` is another.
pub(super) fn enter(lowering: &mut Lowering<'_>, delta: &TableDelta, pair: &Pair<Column>) {
    let table = &delta.tables.desired.name;
    let (old, new) = (&pair.observed, &pair.desired);
    match (old.nullable, new.nullable) {
        (true, false) => make(lowering, table, new),
        (false, false) => change(lowering, delta, pair),
        (_, true) => {}
    }
}

fn make(lowering: &mut Lowering<'_>, table: &Name, column: &Column) {
    let unchecked = column.attributes.contains_key(&Attribute::NotValid);
    if unchecked || !online::not_null(lowering, table, column) {
        // "The table is scanned, unless a valid CHECK proves that no NULL can exist."
        let cost: Cost = if unchecked {
            SWITCH
        } else {
            (Lock::BlocksAll, Work::Scan)
        };
        let object = Object::part("column", table, &column.name);
        let sql = format!("ALTER TABLE {} {}", quoted_name(table), action(column));
        lowering.sql(Phase::AlterTables, object, sql, cost);
    }
}

/// What differs in a `NOT NULL` that stays.
fn change(lowering: &mut Lowering<'_>, delta: &TableDelta, pair: &Pair<Column>) {
    let table = &delta.tables.desired.name;
    let (old, new) = (&pair.observed, &pair.desired);
    let has = |column: &Column, attribute| column.attributes.contains_key(&attribute);
    let object = Object::part("column", table, &new.name);
    let alter = format!("ALTER TABLE {}", quoted_name(table));
    if has(new, Attribute::NotValid) && !has(old, Attribute::NotValid) {
        // Nothing makes a constraint doubtful again.
        let column = quote(&new.name);
        let sql = format!("{alter} ALTER COLUMN {column} DROP NOT NULL");
        lowering.sql(Phase::AlterTables, object.clone(), sql, SWITCH);
        let sql = format!("{alter} {}", action(new));
        lowering.sql(Phase::AlterTables, object, sql, SWITCH);
        return;
    }
    let given = |column: &Column| column.attributes.get(&Attribute::NotNullName).cloned();
    // It keeps the name it was made with when its column or table is renamed.
    let home = &delta.tables.observed.name.name;
    let mut name = given(old).unwrap_or_else(|| naming::make(home, &old.name, NOT_NULL));
    if let Some(wanted) = given(new).filter(|wanted| *wanted != name) {
        let sql = format!(
            "{alter} RENAME CONSTRAINT {} TO {}",
            quote(&name),
            quote(&wanted)
        );
        lowering.sql(Phase::AlterTables, object.clone(), sql, SWITCH);
        name = wanted;
    }
    if has(old, Attribute::NoInherit) != has(new, Attribute::NoInherit) {
        let inherit = if has(new, Attribute::NoInherit) {
            "NO INHERIT"
        } else {
            "INHERIT"
        };
        let sql = format!("{alter} ALTER CONSTRAINT {} {inherit}", quote(&name));
        lowering.sql(Phase::AlterTables, object.clone(), sql, SWITCH);
    }
    if has(old, Attribute::NotValid) && !has(new, Attribute::NotValid) {
        online::validate(lowering, Phase::AlterTables, &object, &name);
    }
}
