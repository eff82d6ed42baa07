//! How a table's rows are divided: partitions that come, go, and take rows from one another (`MySQL`
//! 8.4 manual, 15.1.9.1 "`ALTER TABLE` Partition Operations", 26.3; `MariaDB` knowledge base,
//! "Partition Maintenance").
//!
//! Such a clause stands alone in its statement.

use super::{CATALOG, COPY, Cost, Plan};
use crate::engine::mysql::decode::words;
use crate::engine::mysql::render;
use crate::engine::mysql::version::Flavour;
use crate::engine::step::{Lock, Object, Phase, Work};
use crate::schema::{Attribute, ColumnEdit, Fold, Partition, Resettled, Stuck, Table, TableDelta};

const FOLD: Fold = Fold::UnicodeCase;

/// A file comes or goes, as the servers themselves show (`docs/locks.md`).
fn files(flavour: Flavour) -> Cost {
    match flavour {
        Flavour::Mysql => CATALOG,
        Flavour::Mariadb => Cost(Lock::BlocksAll, Work::Metadata),
    }
}

/// Every row is copied while readers and writers wait.
const HELD_COPY: Cost = Cost(Lock::BlocksAll, Work::Copy);

/// All rows are divided, or are so no longer.
fn divided(flavour: Flavour) -> Cost {
    match flavour {
        Flavour::Mysql => COPY,
        Flavour::Mariadb => HELD_COPY,
    }
}

/// Rows of some partitions are divided anew, as the servers themselves show.
fn moved(flavour: Flavour) -> Cost {
    match flavour {
        Flavour::Mysql => Cost(Lock::BlocksWrites, Work::Rewrite),
        Flavour::Mariadb => HELD_COPY,
    }
}

fn key(table: &Table) -> Option<&String> {
    table.attributes.get(&Attribute::PartitionBy)
}

/// The key before and after, as it will be spelt, where it changes.
fn keys(delta: &TableDelta) -> Option<(Option<&String>, Option<&String>)> {
    let pair = delta.attributes.get(&Attribute::PartitionBy)?;
    Some((pair.observed.as_ref(), pair.desired.as_ref()))
}

/// What goes before columns and keys change.
pub(super) fn before(plan: &mut Plan, delta: &TableDelta) {
    columns(plan, delta);
    if let Some((Some(_), None)) = keys(delta) {
        let clause = "REMOVE PARTITIONING".to_owned();
        step(
            plan,
            Object::table(&delta.tables.desired.name),
            &clause,
            divided(plan.flavour),
        );
    }
}

/// What comes once columns and keys are as they shall be.
pub(super) fn after(plan: &mut Plan, delta: &TableDelta) {
    let table = &delta.tables.desired;
    match keys(delta) {
        Some((None, Some(_))) => {
            if let Some(clause) = render::partitioning(table) {
                step(plan, Object::table(&table.name), &clause, divided(plan.flavour));
            }
        }
        Some((Some(before), Some(after))) => plan.refuse(
            Object::table(&table.name),
            format!("its rows are divided by {before}, and would be by {after}"),
            "divide them anew by hand (ALTER TABLE … PARTITION BY), or declare the table without partitions first",
        ),
        Some((_, None)) => {}
        None => resettle(plan, delta),
    }
}

/// A step that no other form can do better: no algorithm can be demanded of it in both flavours.
fn step(plan: &mut Plan, object: Object, clause: &str, cost: Cost) {
    let table = render::name(&object.name);
    let sql = format!("ALTER TABLE {table} {clause}");
    plan.step(Phase::AlterTables, object, sql, cost);
}

/// The servers refuse to drop a column by which rows are divided, and `MySQL` to rename it (error
/// 3855); `MariaDB` follows.
fn columns(plan: &mut Plan, delta: &TableDelta) {
    let (Some(by), Some(_)) = (key(&delta.tables.observed), key(&delta.tables.desired)) else {
        return;
    };
    let named = words(by);
    for edit in &delta.columns {
        let (column, what) = match edit {
            ColumnEdit::Drop(column) => (column, "dropped"),
            ColumnEdit::Change(pair)
                if plan.flavour == Flavour::Mysql
                    && !FOLD.same(&pair.observed.name, &pair.desired.name) =>
            {
                (&pair.observed, "renamed")
            }
            ColumnEdit::Change(_) | ColumnEdit::Add { .. } => continue,
        };
        if named.contains(&column.name.to_lowercase()) {
            plan.refuse(
                Object::part("column", &delta.tables.desired.name, &column.name),
                format!("the table's rows are divided by it, and it would be {what}"),
                "declare the table without partitions first, change the column in the next declaration, then divide the table again",
            );
        }
    }
}

fn resettle(plan: &mut Plan, delta: &TableDelta) {
    let table = &delta.tables.desired;
    let moves = delta.resettled(plan.delta.direction);
    let object = |one: &Partition| Object::part("partition", &table.name, &one.name);
    for (one, why) in &moves.stuck {
        let (reason, instead) = refused(*why);
        plan.refuse(object(one), reason, instead);
    }
    for pair in &moves.renamed {
        let clause = reorganize(&[pair.observed], &[pair.desired]);
        step(plan, object(pair.observed), &clause, moved(plan.flavour));
    }
    for one in &moves.dropped {
        let clause = format!("DROP PARTITION {}", render::quote(&one.name));
        step(plan, object(one), &clause, files(plan.flavour));
    }
    for (gone, next) in &moves.merged {
        let mut all = gone.clone();
        all.push(next);
        if let Some(first) = gone.first() {
            step(
                plan,
                object(first),
                &reorganize(&all, &[next]),
                moved(plan.flavour),
            );
        }
    }
    for (new, next) in &moves.split {
        let mut all = new.clone();
        all.push(next);
        if let Some(first) = new.first() {
            step(
                plan,
                object(first),
                &reorganize(&[next], &all),
                moved(plan.flavour),
            );
        }
    }
    if let Some(first) = moves.added.first() {
        let list = render::partitions(moves.added.iter().copied());
        step(
            plan,
            object(first),
            &format!("ADD PARTITION ({list})"),
            files(plan.flavour),
        );
    }
    hashed(plan, table, &moves);
}

fn hashed(plan: &mut Plan, table: &Table, moves: &Resettled<'_>) {
    let object = |one: &Partition| Object::part("partition", &table.name, &one.name);
    if let Some(first) = moves.more.first() {
        let clause = if render::counted(table) {
            format!("ADD PARTITION PARTITIONS {}", moves.more.len())
        } else {
            let list = render::partitions(moves.more.iter().copied());
            format!("ADD PARTITION ({list})")
        };
        step(plan, object(first), &clause, moved(plan.flavour));
    }
    if let Some(first) = moves.fewer.first() {
        let clause = format!("COALESCE PARTITION {}", moves.fewer.len());
        step(plan, object(first), &clause, moved(plan.flavour));
    }
}

fn reorganize(from: &[&Partition], into: &[&Partition]) -> String {
    let names: Vec<String> = from.iter().map(|one| render::quote(&one.name)).collect();
    let list = render::partitions(into.iter().copied());
    format!("REORGANIZE PARTITION {} INTO ({list})", names.join(", "))
}

fn refused(why: Stuck) -> (&'static str, &'static str) {
    match why {
        Stuck::Values => (
            "the partition would hold other rows under the same name",
            "move the bound by hand (ALTER TABLE … REORGANIZE PARTITION), or declare another partition beside it",
        ),
        Stuck::Labels => (
            "a partition's comment and its subpartitions are given to it when it is made",
            "make it anew by hand (ALTER TABLE … REORGANIZE PARTITION), or declare them as they are",
        ),
        Stuck::Rows => (
            "its rows would be lost, and a partition that comes would hold them",
            "divide them anew by hand (ALTER TABLE … REORGANIZE PARTITION), or leave it out in one declaration and add the other in the next",
        ),
        Stuck::Last => (
            "no partition of the table stays, and a table cannot be without one",
            "declare the table without partitions, or one more that stays",
        ),
        Stuck::Hashed => (
            "a hash counts its partitions from the first one: one comes or goes only at the end",
            "declare the partitions as they are called, or rename them by hand",
        ),
    }
}
