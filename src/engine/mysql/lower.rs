//! A difference → steps.
//!
//! The servers commit each statement by itself, so what must not be parted is one statement.

mod alter;
mod columns;
mod guard;
mod foreign_keys;
mod keys;
mod modify;
mod opaque;
mod renames;

use super::render;
use super::version::Flavour;
use crate::engine::statement::Statement;
use crate::engine::step::{Lock, Lowered, Object, Phase, Step, Unsupported, Work};
use crate::schema::{Attribute, Change, Delta, Name, Table};

/// What a step costs.
#[derive(Clone, Copy, Debug)]
struct Cost(Lock, Work);

/// Nothing that existed is touched.
const NEW: Cost = Cost(Lock::None, Work::Metadata);
/// The catalog alone, readers and writers go on.
const CATALOG: Cost = Cost(Lock::Shared, Work::Metadata);
/// An index is built while readers and writers go on.
const BUILD: Cost = Cost(Lock::Shared, Work::IndexBuild);
/// The table is rebuilt in place while readers and writers go on.
const REBUILD: Cost = Cost(Lock::Shared, Work::Rewrite);
/// The table is copied; writers wait.
const COPY: Cost = Cost(Lock::BlocksWrites, Work::Copy);

/// Collects steps.
struct Plan<'a> {
    flavour: Flavour,
    delta: &'a Delta,
    out: Lowered,
}

impl Plan<'_> {
    fn step(&mut self, phase: Phase, object: Object, sql: String, cost: Cost) {
        self.out.steps.push(Step {
            phase,
            object,
            statements: vec![Statement::new(sql)],
            lock: cost.0,
            work: cost.1,
        });
    }

    /// `ALTER TABLE` with one clause or more.
    fn alter(&mut self, phase: Phase, object: Object, clauses: &[String], cost: Cost) {
        let sql = format!(
            "ALTER TABLE {} {}",
            render::name(&object.name),
            clauses.join(", ")
        );
        self.step(phase, object, sql, cost);
    }

    fn refuse(&mut self, object: Object, reason: impl Into<String>, instead: impl Into<String>) {
        self.out.unsupported.push(Unsupported {
            object,
            reason: reason.into(),
            instead: instead.into(),
        });
    }
}

/// The steps for a difference.
pub(super) fn lower(flavour: Flavour, delta: &Delta) -> Lowered {
    let mut plan = Plan {
        flavour,
        delta,
        out: Lowered::default(),
    };
    guard::dependents(&mut plan);
    for change in &delta.changes {
        match change {
            Change::CreateTable(table) => create_table(&mut plan, table),
            Change::AlterTable(table) => alter::table(&mut plan, table),
            Change::DropTable(table) => drop_table(&mut plan, table),
            Change::CreateNamespace(name) | Change::DropNamespace(name) => plan.refuse(
                Object::part("schema", &Name::bare(name), ""),
                "a database has no namespaces here",
                "declare tables without a namespace",
            ),
            Change::CreateOpaque(..) | Change::DropOpaque(..) => {}
        }
    }
    foreign_keys::around_column_changes(&mut plan);
    opaque::all(&mut plan);
    plan.out
}

fn create_table(plan: &mut Plan, table: &Table) {
    let sql = render::create_table(table, plan.flavour);
    plan.step(Phase::CreateTables, Object::table(&table.name), sql, NEW);
    for key in &table.foreign_keys {
        // The table is empty, the other one is only looked at.
        foreign_keys::add(plan, table, key, NEW);
    }
}

/// A table that others refer to cannot be dropped (`MySQL` 8.4 manual, 15.1.20.5). Keys of tables
/// that stay are changes of those; keys of tables that are dropped later are dropped here.
fn drop_table(plan: &mut Plan, table: &Table) {
    let gone = plan.delta.changes.iter().filter_map(|change| match change {
        Change::DropTable(table) => Some(table),
        _ => None,
    });
    let later: Vec<&Table> = gone.skip_while(|other| other.name != table.name).collect();
    for child in later {
        for key in &child.foreign_keys {
            if key.references == table.name && child.name != table.name {
                let object = Object::part("foreign key", &child.name, &key.label.text);
                let clause = format!("DROP FOREIGN KEY {}", render::quote(&key.label.text));
                plan.alter(Phase::DropForeignKeys, object, &[clause], CATALOG);
            }
        }
    }
    let sql = format!("DROP TABLE {}", render::name(&table.name));
    plan.step(
        Phase::DropTables,
        Object::table(&table.name),
        sql,
        Cost(Lock::BlocksAll, Work::Metadata),
    );
}

/// What a change of a table's own attribute costs (`MySQL` 8.4 manual, 17.12.1, "Table
/// Operations").
fn table_attribute_cost(attribute: Attribute) -> Cost {
    match attribute {
        Attribute::StorageEngine => COPY,
        Attribute::RowFormat | Attribute::KeyBlockSize => REBUILD,
        _ => CATALOG,
    }
}
