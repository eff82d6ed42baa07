//! Changes as steps.
//!
//! Every write locks the whole file (lockingv3.html, section 3); foreign keys are part of their
//! table's text and never steps of their own.

mod alter;
mod objects;

use super::depend::Definition;
use super::text::quote;
use super::{render, version};
use crate::engine::aside::Moves;
use crate::engine::{
    Lock, Lowered, Mode, Object, Phase, Server, Statement, Step, Unsupported, Work,
};
use crate::schema::{Change, Delta, Index, ObjectKey, Table};
use std::collections::BTreeSet;

/// The steps for a difference.
pub(super) fn lower(server: &Server, delta: &Delta) -> Lowered {
    let moves = objects::all(delta);
    let mut lowering = Lowering::new(server, delta, &moves);
    lowering.objects(&moves);
    for change in &delta.changes {
        match change {
            Change::CreateNamespace(name) | Change::DropNamespace(name) => {
                let object = Object::part("schema", &crate::schema::Name::bare(name), "");
                lowering.refuse(object, "SQLite has no namespaces", "declare it without one");
            }
            Change::CreateTable(table) => lowering.create_table(table),
            Change::AlterTable(table) => lowering.alter_table(table),
            Change::DropTable(table) => lowering.drop_table(table),
            // Done first, in the order in which they lean on each other.
            Change::Object(_) | Change::CreateOpaque(..) | Change::DropOpaque(..) => {}
        }
    }
    lowering.lowered
}

/// A view, trigger or virtual table that is there before, after and meanwhile.
struct Staying<'a> {
    kind: &'a str,
    name: &'a str,
    sql: &'a str,
    definition: Definition<'a>,
}

impl std::fmt::Display for Staying<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind, self.name)
    }
}

/// What lowering knows and has made so far.
struct Lowering<'a> {
    delta: &'a Delta,
    lock: Lock,
    /// Views, triggers and virtual tables that are there before and after.
    staying: Vec<Staying<'a>>,
    lowered: Lowered,
}

impl<'a> Lowering<'a> {
    fn new(server: &Server, delta: &'a Delta, moves: &Moves<'_>) -> Self {
        let (observed, desired) = (&delta.schemas.observed, &delta.schemas.desired);
        let away: BTreeSet<&ObjectKey> = moves
            .aside
            .iter()
            .chain(&moves.dropped)
            .map(|(key, _)| *key)
            .collect();
        let objects = observed
            .objects
            .iter()
            .filter(|(key, _)| !away.contains(key))
            .map(|(key, object)| Staying {
                kind: key.kind.as_str(),
                name: key.bare(),
                sql: &object.definition,
                definition: Definition::new(&object.definition),
            });
        let virtual_tables = observed
            .opaque
            .iter()
            .filter(|(key, _)| key.kind != "table" && desired.opaque.contains_key(key))
            .filter_map(|(key, opaque)| {
                let sql = opaque.definition.as_deref()?;
                Some(Staying {
                    kind: &key.kind,
                    name: &key.name.name,
                    sql,
                    definition: Definition::new(sql),
                })
            });
        Self {
            delta,
            lock: version::write_lock(server),
            staying: objects.chain(virtual_tables).collect(),
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
            mode: Mode::Joined,
            leftover: None,
            rungs: Vec::new(),
        });
    }

    /// What it costs to make something new. The file is locked as a whole: those who use its tables
    /// wait.
    fn making(&self) -> (Lock, Work) {
        if self.delta.schemas.observed.tables.is_empty() {
            (Lock::None, Work::Metadata)
        } else {
            (self.lock, Work::Metadata)
        }
    }

    fn create_table(&mut self, table: &Table) {
        let sql = Statement::new(render::create_table(&table.name, table));
        let free = self.making();
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
            .filter(|staying| staying.definition.mention(table).is_some());
        mention.map(Staying::to_string).collect()
    }
}
