//! The ways to change a table while those who use it go on, for tables that were there before.
//!
//! `CREATE` and `DROP INDEX CONCURRENTLY` and `VALIDATE CONSTRAINT` take `SHARE UPDATE EXCLUSIVE`,
//! which lets readers and writers go on, and take as long as the table is large: they stand alone.
//! What is left for a strong lock is the catalog, in a transaction without any work in it.

use super::parts::Kind;
use super::{Lowering, SWITCH, required};
use crate::engine::postgres::render::{self, literal, quote, quoted_name};
use crate::engine::{Leftover, Lock, Object, Phase, Statement, Work};
use crate::schema::{
    Attribute, Attributes, Change, Column, ColumnEdit, ForeignKey, Index, Key, Label, Name,
    TableDelta, helper_name,
};

/// Whether the columns of a table are, for its parts, the same before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Columns {
    /// They are.
    Stay,
    /// One goes, or gets another name, type or meaning.
    Move,
}

/// A part that comes, and the one it takes the place of.
pub(super) struct Swap<'a, T> {
    /// The table.
    pub(super) table: &'a Name,
    /// What has to go at the same moment.
    pub(super) gone: Option<&'a T>,
}

/// A part can only stay until its successor is there where no column it stands on changes before.
pub(super) fn settled(delta: &TableDelta) -> Columns {
    let stays = delta.columns.iter().all(|edit| match edit {
        ColumnEdit::Add { .. } => true,
        ColumnEdit::Drop(_) => false,
        ColumnEdit::Change(pair) => {
            let (old, new) = (&pair.observed, &pair.desired);
            let collation = |column: &Column| column.attributes.get(&Attribute::Collation).cloned();
            old.name == new.name
                && old.data_type == new.data_type
                && old.generated == new.generated
                && collation(old) == collation(new)
                && (old.nullable || !new.nullable)
        }
    });
    if stays { Columns::Stay } else { Columns::Move }
}

/// `CREATE INDEX CONCURRENTLY` ("Building Indexes Concurrently": two scans, and a wait for the
/// transactions that could still use the table as it was). One that fails leaves an invalid index.
fn build(lowering: &mut Lowering<'_>, phase: Phase, object: Object, table: &Name, index: &Index) {
    let name = Name::new(&table.schema, &index.label.text);
    let leftover = Leftover {
        sign: Statement::new(format!(
            "SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid \
             JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace \
             WHERE NOT i.indisvalid AND n.nspname = {} AND c.relname = {}",
            literal(&name.schema),
            literal(&name.name)
        )),
        removal: Statement::new(drop_concurrently(&name)),
    };
    let sql = render::index_concurrently(table, index);
    let cost = (Lock::Shared, Work::IndexBuild);
    lowering.alone(phase, object, sql, cost, Some(leftover));
}

fn drop_concurrently(name: &Name) -> String {
    format!("DROP INDEX CONCURRENTLY {}", quoted_name(name))
}

/// `DROP INDEX CONCURRENTLY`: waits for those who read by the index instead of making them wait.
pub(super) fn drop_index(lowering: &mut Lowering<'_>, phase: Phase, table: &Name, label: &str) {
    let object = Object::part("index", table, label);
    let sql = drop_concurrently(&Name::new(&table.schema, label));
    lowering.alone(phase, object, sql, (Lock::Shared, Work::Metadata), None);
}

/// An index; in the place of another it is built under a name of its own first.
pub(super) fn index(lowering: &mut Lowering<'_>, swap: &Swap<'_, Index>, index: &Index) -> bool {
    let table = swap.table;
    let label = &index.label.text;
    let object = Object::part("index", table, label);
    let Some(gone) = swap.gone else {
        build(lowering, Phase::BuildIndexes, object, table, index);
        return true;
    };
    if gone.label.text != *label || label.is_empty() {
        return false;
    }
    let helper = helper(lowering, table, label);
    let interim = Index {
        label: Label::given(&helper),
        ..index.clone()
    };
    build(
        lowering,
        Phase::BuildIndexes,
        object.clone(),
        table,
        &interim,
    );
    let statements = vec![
        Statement::new(format!(
            "DROP INDEX {}",
            quoted_name(&Name::new(&table.schema, label))
        )),
        Statement::new(format!(
            "ALTER INDEX {} RENAME TO {}",
            quoted_name(&Name::new(&table.schema, &helper)),
            quote(label)
        )),
    ];
    lowering.push_all(Phase::BuildIndexes, object, statements, SWITCH);
    true
}

/// A primary key or unique constraint: its index first, then `ADD … USING INDEX`, which gives the
/// index the constraint's name (`ALTER TABLE`). `gone` is a constraint whose place it takes.
pub(super) fn key(
    lowering: &mut Lowering<'_>,
    table: &Name,
    key: &Key,
    gone: Option<&str>,
    word: &str,
) -> bool {
    let label = &key.label.text;
    if label.is_empty() {
        return false;
    }
    let mut attributes = Attributes::new();
    for attribute in [
        Attribute::Include,
        Attribute::NullsNotDistinct,
        Attribute::StorageParameters,
        Attribute::Tablespace,
    ] {
        if let Some(value) = key.attributes.get(&attribute) {
            attributes.insert(attribute, value.clone());
        }
    }
    let helper = helper(lowering, table, label);
    let index = Index {
        label: Label::given(&helper),
        unique: true,
        parts: key.parts.clone(),
        attributes,
    };
    let object = Object::part(word, table, label);
    build(lowering, Phase::AddParts, object.clone(), table, &index);
    let drop = gone.map_or_else(String::new, |gone| {
        format!("DROP CONSTRAINT {}, ", quote(gone))
    });
    let sql = format!(
        "ALTER TABLE {} {drop}ADD CONSTRAINT {} {} USING INDEX {}{}",
        quoted_name(table),
        quote(label),
        word.to_uppercase(),
        quote(&helper),
        render::timing(&key.attributes)
    );
    lowering.sql(Phase::AddParts, object, sql, SWITCH);
    true
}

/// Whether a foreign key may stay until its successor is there: not when something happens to a
/// table it leads to, whose key it may hold on to.
pub(super) fn stands_free(lowering: &Lowering<'_>, swap: &Swap<'_, ForeignKey>) -> bool {
    let Some(gone) = swap.gone else { return true };
    lowering.delta.changes.iter().all(|change| {
        change
            .table()
            .is_none_or(|table| table.name != gone.references)
    })
}

/// A check or a foreign key: `NOT VALID` first, which looks at no row and holds for those written
/// from then on, then `VALIDATE CONSTRAINT` for the others (`ALTER TABLE`, "Notes").
pub(super) fn trusted_first<T: Kind>(
    lowering: &mut Lowering<'_>,
    swap: &Swap<'_, T>,
    part: &T,
) -> bool {
    let label = part.label().text.clone();
    let attributes = part.attributes();
    let unchecked = [Attribute::NotValid, Attribute::NotEnforced];
    if label.is_empty() || unchecked.iter().any(|a| attributes.contains_key(a)) {
        return false;
    }
    let mut trusted = part.clone();
    trusted
        .attributes_mut()
        .insert(Attribute::NotValid, "true".to_owned());
    let mut sql = trusted.add(swap.table);
    if let Some(gone) = swap.gone {
        let drop = T::drop(swap.table, &gone.label().text);
        // One statement, so that there is no moment without either.
        let head = format!("ALTER TABLE {} ", quoted_name(swap.table));
        sql = format!("{drop}, {}", sql.strip_prefix(&head).unwrap_or(&sql));
    }
    let object = Object::part(T::WORD, swap.table, &label);
    // What drops a constraint takes `ACCESS EXCLUSIVE` (`ALTER TABLE`).
    let cost = match swap.gone {
        Some(_) => SWITCH,
        None => (part.cost().0, Work::Metadata),
    };
    lowering.sql(T::COMES, object.clone(), sql, cost);
    validate(lowering, T::COMES, &object, &label);
    true
}

/// `VALIDATE CONSTRAINT`: a scan under `SHARE UPDATE EXCLUSIVE`. In one transaction with what comes
/// before it, it would prolong a stronger lock.
pub(super) fn validate(lowering: &mut Lowering<'_>, phase: Phase, object: &Object, label: &str) {
    let sql = format!(
        "ALTER TABLE {} VALIDATE CONSTRAINT {}",
        quoted_name(&object.name),
        quote(label)
    );
    let cost = (Lock::Shared, Work::Scan);
    if lowering.spares(&object.name) {
        lowering.alone(phase, object.clone(), sql, cost, None);
    } else {
        lowering.sql(phase, object.clone(), sql, cost);
    }
}

/// `SET NOT NULL` without a scan under its lock: "if a valid CHECK constraint is found which proves
/// no NULL can exist, then the table scan is skipped" (`ALTER TABLE`). Answers whether there is such
/// a way: for a composite value `IS NOT NULL` says another thing (9.2 "Comparison Functions and
/// Operators").
pub(super) fn not_null(lowering: &mut Lowering<'_>, table: &Name, column: &Column) -> bool {
    if !lowering.spares(table) || may_be_composite(lowering, &column.data_type) {
        return false;
    }
    let helper = helper(lowering, table, &column.name);
    let object = Object::part("column", table, &column.name);
    let (target, part, check) = (quoted_name(table), quote(&column.name), quote(&helper));
    let sql =
        format!("ALTER TABLE {target} ADD CONSTRAINT {check} CHECK ({part} IS NOT NULL) NOT VALID");
    lowering.sql(Phase::AlterTables, object.clone(), sql, SWITCH);
    validate(lowering, Phase::AlterTables, &object, &helper);
    let statements = vec![
        Statement::new(format!("ALTER TABLE {target} {}", required::action(column))),
        Statement::new(format!("ALTER TABLE {target} DROP CONSTRAINT {check}")),
    ];
    lowering.push_all(Phase::AlterTables, object, statements, SWITCH);
    true
}

/// Types of the system are printed without a namespace; of the others enums are known.
fn may_be_composite(lowering: &Lowering<'_>, data_type: &str) -> bool {
    if !data_type.contains('.') || data_type.ends_with("[]") {
        return false;
    }
    let known = &lowering.delta.schemas.observed.objects;
    let is_enum = known.keys().any(|key| {
        key.kind == crate::schema::Kind::Enum && key.name.to_string() == data_type.replace('"', "")
    });
    !is_enum
}

/// A name for what is there only in between, which nothing on the table has.
fn helper(lowering: &Lowering<'_>, table: &Name, label: &str) -> String {
    let before = lowering
        .delta
        .changes
        .iter()
        .find_map(|change| match change {
            Change::AlterTable(inside) if inside.tables.desired.name == *table => {
                Some(&inside.tables.observed)
            }
            _ => None,
        });
    let taken: Vec<&str> = before
        .into_iter()
        .flat_map(|table| {
            let indexes = table.indexes.iter().map(|index| &index.label);
            indexes.chain(table.checks.iter().map(|check| &check.label))
        })
        .map(|label| label.text.as_str())
        .collect();
    helper_name(table, label, &taken)
}
