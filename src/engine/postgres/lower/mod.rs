//! One change, its steps, with the lock each takes (13.3.1 "Table-Level Locks" and the pages of
//! the statements) and how much work it is.

mod column;
mod grant;
mod guard;
mod labels;
mod objects;
mod online;
mod opaque;
mod partition;
mod parts;
mod persistence;
mod required;
mod retype;
mod sequence;
mod swap;
mod table;

pub(super) use objects::{make, stand_in};

use super::facts::create_namespace;
use super::render::quote;
use crate::engine::{
    Leftover, Lock, Lowered, Manner, Mode, Object, Phase, Server, Statement, Step, Unsupported,
    Work,
};
use crate::schema::{Change, Delta, Name};
use std::collections::BTreeSet;

/// The steps for a difference.
pub(super) fn delta(server: &Server, delta: &Delta, manner: &Manner) -> Lowered {
    let moves = objects::moved(delta);
    let plain = Manner::plain();
    let manner = if objects::come_back_whole(delta, &moves) {
        manner
    } else {
        &plain
    };
    let mut lowering = Lowering::new(server, delta, manner);
    // Types and routines are made in the same phase, and inside of them.
    for change in &delta.changes {
        if let Change::CreateNamespace(name) = change {
            lowering.push(
                Phase::Prepare,
                schema_object(name),
                create_namespace(name),
                (Lock::None, Work::Metadata),
            );
        }
    }
    objects::lower(&mut lowering, &moves);
    for change in &delta.changes {
        match change {
            Change::DropNamespace(name) => lowering.push(
                Phase::Retire,
                schema_object(name),
                Statement::new(format!("DROP SCHEMA {}", quote(name))),
                (Lock::None, Work::Metadata),
            ),
            Change::CreateTable(table) => table::create(&mut lowering, table),
            Change::AlterTable(delta) => table::alter(&mut lowering, delta),
            Change::DropTable(table) => table::drop(&mut lowering, table),
            // Done first, in the order in which they lean on each other.
            Change::CreateNamespace(_) | Change::Object(_) => {}
            Change::CreateOpaque(key, opaque) => opaque::create(&mut lowering, key, opaque),
            Change::DropOpaque(key, _) => opaque::drop(&mut lowering, key),
        }
    }
    persistence::lower(&mut lowering);
    parts::keys_in_use(&mut lowering);
    swap::foreign_keys(&mut lowering);
    retype::foreign_keys(&mut lowering);
    labels::add(&mut lowering);
    lowering.out
}

fn schema_object(name: &str) -> Object {
    Object {
        kind: "schema".to_owned(),
        name: Name::bare(name),
        part: String::new(),
    }
}

fn partitioned(delta: &Delta) -> BTreeSet<&Name> {
    let altered = delta.changes.iter().filter_map(|change| match change {
        Change::AlterTable(inside) => Some(&inside.tables),
        _ => None,
    });
    let tables = altered.flat_map(|pair| [&pair.observed, &pair.desired]);
    let tables = tables.filter(|table| table.is_partitioned());
    tables.map(|table| &table.name).collect()
}

/// What is at hand while steps are made.
struct Lowering<'a> {
    server: &'a Server,
    delta: &'a Delta,
    manner: &'a Manner,
    /// Tables that the plan makes: nobody waits for them.
    new: BTreeSet<&'a Name>,
    /// Tables with columns whose types are swapped: they are written again in any case.
    swapped: BTreeSet<&'a Name>,
    /// Enums that gain labels.
    gains: Vec<labels::Gain>,
    /// Partitioned tables that are altered, under both names: some ways are closed to them.
    partitioned: BTreeSet<&'a Name>,
    out: Lowered,
}

/// The lock and the work of a step.
type Cost = (Lock, Work);

/// Readers and writers wait for the catalog to be written: `ACCESS EXCLUSIVE`.
const SWITCH: Cost = (Lock::BlocksAll, Work::Metadata);

impl<'a> Lowering<'a> {
    fn new(server: &'a Server, delta: &'a Delta, manner: &'a Manner) -> Self {
        let new = delta.changes.iter().filter_map(|change| match change {
            Change::CreateTable(table) => Some(&table.name),
            _ => None,
        });
        Self {
            server,
            delta,
            manner,
            new: new.collect(),
            swapped: swap::tables(delta),
            gains: Vec::new(),
            partitioned: partitioned(delta),
            out: Lowered::default(),
        }
    }

    /// Whether those who use a table go on while it changes.
    fn spares(&self, table: &Name) -> bool {
        let is_free = self.new.contains(table) || self.swapped.contains(table);
        !is_free && self.manner.spares(table)
    }

    /// Whether those who use a table go on while its indexes, keys and foreign keys change: on a
    /// partitioned table there is no `CONCURRENTLY`, no `USING INDEX` and no foreign key `NOT VALID`
    /// (`CREATE INDEX`, `ALTER TABLE`).
    fn builds_beside(&self, table: &Name) -> bool {
        self.spares(table) && !self.partitioned.contains(table)
    }

    /// A statement of its own, outside any transaction.
    fn alone(
        &mut self,
        phase: Phase,
        object: Object,
        sql: String,
        cost: Cost,
        leftover: Option<Leftover>,
    ) {
        self.out.steps.push(Step {
            phase,
            object,
            statements: vec![Statement::new(sql)],
            lock: cost.0,
            work: cost.1,
            mode: Mode::Alone,
            leftover,
            rungs: Vec::new(),
        });
    }

    fn push(&mut self, phase: Phase, object: Object, statement: Statement, cost: Cost) {
        self.push_all(phase, object, vec![statement], cost);
    }

    fn sql(&mut self, phase: Phase, object: Object, sql: String, cost: Cost) {
        self.push(phase, object, Statement::new(sql), cost);
    }

    fn push_all(&mut self, phase: Phase, object: Object, statements: Vec<Statement>, cost: Cost) {
        // A table that the plan itself makes is nobody's yet, and empty.
        let made = phase >= Phase::CreateTables && self.new.contains(&object.name);
        let cost = if made && cost.0 != Lock::None {
            (Lock::None, Work::Metadata)
        } else {
            cost
        };
        self.push_as_is(phase, object, statements, cost);
    }

    /// A step whose lock is not only on the table it is part of.
    fn push_as_is(&mut self, phase: Phase, object: Object, statements: Vec<Statement>, cost: Cost) {
        self.out.steps.push(Step {
            phase,
            object,
            statements,
            lock: cost.0,
            work: cost.1,
            mode: Mode::Joined,
            leftover: None,
            rungs: Vec::new(),
        });
    }

    fn refuse(&mut self, object: Object, reason: impl Into<String>, instead: impl Into<String>) {
        self.out.unsupported.push(Unsupported {
            object,
            reason: reason.into(),
            instead: instead.into(),
        });
    }
}
