//! Columns that count: identity and serial, and the ways between them.

use super::{Cost, Lowering, SWITCH};
use crate::engine::postgres::naming;
use crate::engine::postgres::render::{
    identity, is_plain_serial, literal, quote, quoted_name, sequence_options,
};
use crate::engine::{Lock, Object, Phase, Statement, Work};
use crate::schema::{Attribute, Change, Column, Name, Pair, Part, Term};

/// How a column counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counting<'a> {
    Not,
    Serial,
    Identity(&'a str),
}

pub(super) fn counting(column: &Column) -> Counting<'_> {
    if let Some(kind) = column.attributes.get(&Attribute::Identity) {
        Counting::Identity(kind)
    } else if column.attributes.contains_key(&Attribute::Serial) {
        Counting::Serial
    } else {
        Counting::Not
    }
}

/// Whether the two count by different sequences.
pub(super) fn recounted(observed: &Column, desired: &Column) -> bool {
    std::mem::discriminant(&counting(observed)) != std::mem::discriminant(&counting(desired))
}

/// The sequence's name is the server's affair: it stays when the table is renamed. So statements
/// that need it ask for it (9.26.4 `pg_get_serial_sequence`).
pub(super) fn with_sequence(table: &Name, column: &str, head: &str, tail: &str) -> Statement {
    let body = format!(
        "BEGIN EXECUTE pg_catalog.format({}, pg_catalog.pg_get_serial_sequence({}, {})); END",
        literal(&format!("{head} %s{tail}")),
        literal(&quoted_name(table)),
        literal(column)
    );
    Statement::new(format!("DO {}", literal(&body)))
}

/// What a fresh serial column still needs when the word `serial` does not say all.
pub(super) fn complete(lowering: &mut Lowering<'_>, phase: Phase, table: &Name, column: &Column) {
    if counting(column) != Counting::Serial || is_plain_serial(column) {
        return;
    }
    let object = Object::part("column", table, &column.name);
    if matches!(column.data_type.as_str(), "smallint" | "integer" | "bigint") {
        let tail = format!("{} RESTART", options_tail(column));
        let statement = with_sequence(table, &column.name, "ALTER SEQUENCE", &tail);
        lowering.push(phase, object, statement, SWITCH);
    } else {
        lowering.push_all(phase, object, make_serial(table, column), SWITCH);
    }
}

fn options_tail(column: &Column) -> String {
    let of = column.attributes.get(&Attribute::Serial);
    let of = of.unwrap_or(&column.data_type);
    format!(" AS {of} {}", sequence_options(column))
}

fn make_serial(table: &Name, column: &Column) -> Vec<Statement> {
    let sequence = Name::new(
        &table.schema,
        naming::make(&table.name, &column.name, "seq"),
    );
    let (sequence, target, part) = (
        quoted_name(&sequence),
        quoted_name(table),
        quote(&column.name),
    );
    vec![
        Statement::new(format!(
            "CREATE SEQUENCE {sequence}{} OWNED BY {target}.{part}",
            options_tail(column)
        )),
        Statement::new(format!(
            "ALTER TABLE {target} ALTER COLUMN {part} SET DEFAULT nextval({}::regclass)",
            literal(&sequence)
        )),
        catch_up(table, column),
    ]
}

/// Goes on counting behind the values that are there (9.17 `setval`).
fn catch_up(table: &Name, column: &Column) -> Statement {
    let part = quote(&column.name);
    let sequence = sequence_options(column);
    let (lowest, highest) = sequence.bounds();
    Statement::new(format!(
        "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence({}, {})::regclass, last) \
         FROM (SELECT {}({part})::bigint AS last FROM {}) AS present WHERE last BETWEEN {lowest} AND {highest}",
        literal(&quoted_name(table)),
        literal(&column.name),
        if sequence.is_ascending() {
            "max"
        } else {
            "min"
        },
        quoted_name(table)
    ))
}

/// The highest value is looked up in an index that begins with the column, or read from every row
/// (11.2.1 "B-Tree").
fn catching_up(lowering: &Lowering<'_>, table: &Name, column: &Column) -> Cost {
    let mut tables = lowering
        .delta
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::AlterTable(inside) if inside.tables.desired.name == *table => {
                Some(&inside.tables.observed)
            }
            _ => None,
        });
    let begins = |parts: &[Part]| match parts.first().map(|part| &part.term) {
        Some(Term::Column(name)) => *name == column.name,
        Some(Term::Expression(_)) | None => false,
    };
    let is_led = tables.next().is_some_and(|observed| {
        let keys = observed.primary_key.iter().chain(&observed.uniques);
        keys.map(|key| &key.parts).any(|parts| begins(parts))
    });
    (
        Lock::BlocksAll,
        if is_led { Work::Metadata } else { Work::Scan },
    )
}

/// Takes the old way of counting away where the new one is another.
pub(super) fn leave(lowering: &mut Lowering<'_>, table: &Name, pair: &Pair<Column>) {
    let object = Object::part("column", table, &pair.desired.name);
    let alter = format!(
        "ALTER TABLE {} ALTER COLUMN {}",
        quoted_name(table),
        quote(&pair.desired.name)
    );
    match (counting(&pair.observed), counting(&pair.desired)) {
        (Counting::Identity(_), Counting::Not | Counting::Serial) => {
            let sql = format!("{alter} DROP IDENTITY");
            lowering.sql(Phase::AlterTables, object, sql, SWITCH);
        }
        (Counting::Serial, Counting::Not | Counting::Identity(_)) => {
            // The sequence is found by its owner, which stays until the default has gone.
            let statements = vec![
                Statement::new(format!("{alter} DROP DEFAULT")),
                with_sequence(table, &pair.desired.name, "DROP SEQUENCE", ""),
            ];
            lowering.push_all(Phase::AlterTables, object, statements, SWITCH);
        }
        _ => {}
    }
}

/// Takes the new way of counting up, or changes its options. After the column is NOT NULL.
pub(super) fn enter(lowering: &mut Lowering<'_>, table: &Name, pair: &Pair<Column>) {
    let column = &pair.desired;
    let object = Object::part("column", table, &column.name);
    let alter = format!(
        "ALTER TABLE {} ALTER COLUMN {}",
        quoted_name(table),
        quote(&column.name)
    );
    match (counting(&pair.observed), counting(column)) {
        (Counting::Identity(old), Counting::Identity(new)) => {
            if old != new {
                let sql = format!("{alter} SET GENERATED {new}");
                lowering.sql(Phase::AlterTables, object.clone(), sql, SWITCH);
            }
            if options_differ(pair) {
                let set: Vec<String> = sequence_options(column)
                    .clauses()
                    .iter()
                    .map(|clause| format!("SET {clause}"))
                    .collect();
                let sql = format!("{alter} {}", set.join(" "));
                lowering.sql(Phase::AlterTables, object, sql, SWITCH);
            }
        }
        (_, Counting::Identity(_)) => {
            let add = identity(column).unwrap_or_default();
            let statements = vec![
                Statement::new(format!("{alter} ADD {add}")),
                catch_up(table, column),
            ];
            let cost = catching_up(lowering, table, &pair.observed);
            lowering.push_all(Phase::AlterTables, object, statements, cost);
        }
        (Counting::Serial, Counting::Serial) => {
            if options_differ(pair) {
                let tail = options_tail(column);
                let statement = with_sequence(table, &column.name, "ALTER SEQUENCE", &tail);
                lowering.push(Phase::AlterTables, object, statement, SWITCH);
            }
        }
        (_, Counting::Serial) => {
            let statements = make_serial(table, column);
            let cost = catching_up(lowering, table, &pair.observed);
            lowering.push_all(Phase::AlterTables, object, statements, cost);
        }
        (_, Counting::Not) => {}
    }
}

/// A change of type moves an identity's bounds with it (`ALTER TABLE`), a serial's never.
fn options_differ(pair: &Pair<Column>) -> bool {
    let get = |column: &Column, attribute| column.attributes.get(&attribute).cloned();
    [Attribute::SequenceOptions, Attribute::Serial]
        .into_iter()
        .any(|attribute| get(&pair.observed, attribute) != get(&pair.desired, attribute))
}
