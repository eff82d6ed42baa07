//! A difference → steps.
//!
//! The servers commit each statement by itself, so what must not be parted is one statement.

mod alter;
mod columns;
mod cost;
mod guard;
mod foreign_keys;
mod keyed;
mod keys;
mod ladder;
mod modify;
mod objects;
mod partitions;
mod renames;

pub(super) use objects::make;

use super::render;
use super::version::Flavour;
use crate::engine::manner::Manner;
use crate::engine::statement::Statement;
use crate::engine::step::{Lock, Lowered, Mode, Object, Phase, Rung, Step, Unsupported, Work};
use crate::schema::{Attribute, Change, Delta, Name, Table};
use std::collections::BTreeSet;

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
    manner: &'a Manner,
    /// Tables that this plan makes.
    made: BTreeSet<&'a Name>,
    out: Lowered,
}

impl Plan<'_> {
    fn step(&mut self, phase: Phase, object: Object, sql: String, cost: Cost) {
        self.push(phase, object, sql, cost, Vec::new());
    }

    fn push(&mut self, phase: Phase, object: Object, sql: String, cost: Cost, rungs: Vec<Rung>) {
        self.out.steps.push(Step {
            phase,
            object,
            statements: vec![Statement::new(sql)],
            lock: cost.0,
            work: cost.1,
            mode: Mode::Alone,
            leftover: None,
            rungs,
        });
    }

    /// `ALTER TABLE` with one clause or more.
    fn alter(&mut self, phase: Phase, object: Object, clauses: &[String], cost: Cost) {
        let sql = format!(
            "ALTER TABLE {} {}",
            render::name(&object.name),
            clauses.join(", ")
        );
        let spares = !self.made.contains(&object.name) && self.manner.spares(&object.name);
        let rungs = if cost.0 != Lock::None && spares {
            ladder::rungs(self.flavour, &sql, clauses, cost)
        } else {
            Vec::new()
        };
        self.push(phase, object, sql, cost, rungs);
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
pub(super) fn lower(flavour: Flavour, delta: &Delta, manner: &Manner) -> Lowered {
    let mut plan = Plan {
        flavour,
        delta,
        manner,
        made: made(delta),
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
            Change::Object(_) => {}
            Change::CreateOpaque(key, _) => plan.refuse(
                Object::part(&key.kind, &key.name, ""),
                "it does not exist, and the catalogs do not print how it is made",
                "create it by hand, or leave it out of the declaration",
            ),
            Change::DropOpaque(key, _) => plan.refuse(
                Object::part(&key.kind, &key.name, ""),
                "it is of a kind that is not modelled",
                "drop it by hand",
            ),
        }
    }
    foreign_keys::around_column_changes(&mut plan);
    objects::all(&mut plan);
    plan.out
}

fn made(delta: &Delta) -> BTreeSet<&Name> {
    let tables = delta.changes.iter().filter_map(|change| match change {
        Change::CreateTable(table) => Some(&table.name),
        _ => None,
    });
    tables.collect()
}

fn create_table(plan: &mut Plan, table: &Table) {
    let sql = render::create_table(table, plan.flavour);
    plan.step(Phase::CreateTables, Object::table(&table.name), sql, NEW);
    for key in &table.foreign_keys {
        // The table is empty; `MySQL` waits until it has the other one alone for a moment.
        let new = plan.made.contains(&key.references);
        foreign_keys::add(plan, table, key, if new { NEW } else { CATALOG });
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
fn table_attribute_cost(flavour: Flavour, table: &Table, attribute: Attribute) -> Cost {
    match attribute {
        Attribute::StorageEngine => COPY,
        Attribute::RowFormat | Attribute::KeyBlockSize => cost::rebuild(flavour, table),
        _ => CATALOG,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{
        Attributes, Column, Dependency, Fold, ForeignKey, Label, Opaque, OpaqueKey, Pair, Rename,
        Schema, diff,
    };

    fn table(name: &str, columns: &[(&str, &str)]) -> Table {
        let mut table = Table::new(Name::bare(name));
        table.columns = columns
            .iter()
            .map(|(name, data_type)| Column {
                name: (*name).to_owned(),
                data_type: (*data_type).to_owned(),
                nullable: true,
                default: None,
                generated: None,
                attributes: Attributes::new(),
            })
            .collect();
        table
    }

    fn referring(mut table: Table) -> Table {
        table.foreign_keys.push(ForeignKey {
            label: Label::given("fk"),
            columns: vec!["p".to_owned()],
            references: Name::bare("p"),
            referenced: vec!["id".to_owned()],
            attributes: Attributes::new(),
        });
        table
    }

    fn schema(tables: Vec<Table>) -> Schema {
        let mut schema = Schema::default();
        for table in tables {
            schema.tables.insert(table.name.clone(), table);
        }
        schema
    }

    fn lowered(observed: Schema, desired: Schema, renames: Vec<Rename>) -> Lowered {
        let pair = Pair { observed, desired };
        let delta = diff(pair, renames, Fold::Exact, Fold::UnicodeCase);
        let mut lowered = lower(Flavour::Mysql, &delta, &Manner::plain());
        lowered.steps.sort_by_key(|step| step.phase);
        lowered
    }

    fn texts(lowered: &Lowered) -> Vec<&str> {
        let steps = lowered.steps.iter().flat_map(|step| &step.statements);
        steps.map(Statement::sql).collect()
    }

    #[test]
    fn a_key_steps_aside_while_its_columns_change_type() {
        let before = schema(vec![
            table("p", &[("id", "int")]),
            referring(table("c", &[("p", "int")])),
        ]);
        let after = schema(vec![
            table("p", &[("id", "bigint")]),
            referring(table("c", &[("p", "bigint")])),
        ]);
        let lowered = lowered(before, after, Vec::new());
        let expected = [
            "ALTER TABLE `c` DROP FOREIGN KEY `fk`",
            "ALTER TABLE `c` MODIFY COLUMN `p` bigint NULL",
            "ALTER TABLE `p` MODIFY COLUMN `id` bigint NULL",
            "ALTER TABLE `c` ADD CONSTRAINT `fk` FOREIGN KEY (`p`) REFERENCES `p` (`id`)",
        ];
        assert_eq!(texts(&lowered), expected);
        assert_eq!(lowered.steps[1].work, Work::Copy);
    }

    #[test]
    fn names_that_change_places_do_so_at_once() {
        let before = schema(vec![table("t", &[("a", "int"), ("b", "date")])]);
        let after = schema(vec![table("t", &[("b", "int"), ("a", "date")])]);
        let rename = |from: &str, to: &str| Rename::Column {
            table: Name::bare("t"),
            from: from.to_owned(),
            to: to.to_owned(),
        };
        let lowered = lowered(before, after, vec![rename("a", "b"), rename("b", "a")]);
        let expected = ["ALTER TABLE `t` RENAME COLUMN `a` TO `b`, RENAME COLUMN `b` TO `a`"];
        assert_eq!(texts(&lowered), expected);
    }

    #[test]
    fn what_a_view_leans_on_stays() {
        let mut before = schema(vec![table("t", &[("a", "int"), ("b", "int")])]);
        let mut after = schema(vec![table("t", &[("b", "bigint")])]);
        let key = OpaqueKey {
            kind: "view".to_owned(),
            name: Name::bare("v"),
        };
        let view = Opaque {
            hash: String::new(),
            reason: String::new(),
            depends_on: vec![Dependency {
                table: Name::bare("t"),
                column: Some("a".to_owned()),
            }],
            definition: None,
        };
        before.opaque.insert(key.clone(), view.clone());
        after.opaque.insert(key, view);
        let lowered = lowered(before, after, Vec::new());
        let refused: Vec<String> = lowered
            .unsupported
            .iter()
            .map(|refusal| refusal.object.to_string())
            .collect();
        assert_eq!(refused, ["column t.a"], "the change of b goes on");
    }
}
