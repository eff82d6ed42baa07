//! Changes as steps.
//!
//! Every write locks the whole file (lockingv3.html, section 3); foreign keys are part of their
//! table's text and never steps of their own.

mod alter;
mod opaque;

use super::depend::Definition;
use super::text::quote;
use super::{render, version};
use crate::engine::{Lock, Lowered, Object, Phase, Server, Statement, Step, Unsupported, Work};
use crate::schema::{Change, Delta, Index, OpaqueKey, Table};

/// The steps for a difference.
pub(super) fn lower(server: &Server, delta: &Delta) -> Lowered {
    let mut lowering = Lowering::new(server, delta);
    lowering.opaque();
    for change in &delta.changes {
        match change {
            Change::CreateNamespace(name) | Change::DropNamespace(name) => {
                let object = Object::part("schema", &crate::schema::Name::bare(name), "");
                lowering.refuse(object, "SQLite has no namespaces", "declare it without one");
            }
            Change::CreateTable(table) => lowering.create_table(table),
            Change::AlterTable(table) => lowering.alter_table(table),
            Change::DropTable(table) => lowering.drop_table(table),
            Change::CreateOpaque(..) | Change::DropOpaque(..) => {}
        }
    }
    lowering.lowered
}

/// What lowering knows and has made so far.
struct Lowering<'a> {
    delta: &'a Delta,
    lock: Lock,
    /// Views, triggers and virtual tables that are there before and after.
    staying: Vec<(&'a OpaqueKey, &'a str, Definition<'a>)>,
    lowered: Lowered,
}

impl<'a> Lowering<'a> {
    fn new(server: &Server, delta: &'a Delta) -> Self {
        let (observed, desired) = (&delta.schemas.observed, &delta.schemas.desired);
        let staying = observed
            .opaque
            .iter()
            .filter(|(key, _)| key.kind != "table" && desired.opaque.contains_key(key))
            .filter_map(|(key, opaque)| {
                let sql = opaque.definition.as_deref()?;
                Some((key, sql, Definition::new(sql)))
            });
        Self {
            delta,
            lock: version::write_lock(server),
            staying: staying.collect(),
            lowered: Lowered::default(),
        }
    }

    fn refuse(&mut self, object: Object, reason: &str, instead: &str) {
        self.lowered.unsupported.push(Unsupported {
            object,
            reason: reason.to_owned(),
            instead: instead.to_owned(),
        });
    }

    fn step(&mut self, phase: Phase, object: Object, sql: String, work: Work) {
        let lock = self.lock;
        self.push(phase, object, vec![Statement::new(sql)], (lock, work));
    }

    fn push(
        &mut self,
        phase: Phase,
        object: Object,
        statements: Vec<Statement>,
        (lock, work): (Lock, Work),
    ) {
        self.lowered.steps.push(Step {
            phase,
            object,
            statements,
            lock,
            work,
        });
    }

    fn create_table(&mut self, table: &Table) {
        let sql = Statement::new(render::create_table(&table.name, table));
        let free = (Lock::None, Work::Metadata);
        self.push(
            Phase::CreateTables,
            Object::table(&table.name),
            vec![sql],
            free,
        );
        for index in &table.indexes {
            let sql = Statement::new(render::create_index(&table.name, index));
            let object = Object::part("index", &table.name, &index.label.text);
            self.push(Phase::BuildIndexes, object, vec![sql], free);
        }
    }

    fn create_index(&mut self, table: &Table, index: &Index) {
        let object = Object::part("index", &table.name, &index.label.text);
        let sql = render::create_index(&table.name, index);
        self.step(Phase::BuildIndexes, object, sql, Work::IndexBuild);
    }

    fn drop_index(&mut self, table: &Table, index: &Index) {
        let object = Object::part("index", &table.name, &index.label.text);
        let sql = format!("DROP INDEX {}", quote(&index.label.text));
        self.step(Phase::DropParts, object, sql, Work::Metadata);
    }

    fn drop_table(&mut self, table: &Table) {
        let readers = self.readers(&table.name.name);
        for reader in &readers {
            let reason = format!("{reader} depends on it");
            let instead = format!("drop {reader} first");
            self.refuse(Object::table(&table.name), &reason, &instead);
        }
        if readers.is_empty() {
            let sql = format!("DROP TABLE {}", quote(&table.name.name));
            self.step(
                Phase::DropTables,
                Object::table(&table.name),
                sql,
                Work::Metadata,
            );
        }
    }

    /// What stays and mentions a table, as `view v`.
    fn readers(&self, table: &str) -> Vec<String> {
        let mention = self
            .staying
            .iter()
            .filter(|(_, _, d)| d.mention(table).is_some());
        mention
            .map(|(key, ..)| format!("{} {}", key.kind, key.name))
            .collect()
    }
}
