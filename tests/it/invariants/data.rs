//! Data kept: what stood in a column that was neither dropped nor converted stands there afterwards,
//! row by row.

use super::hand::Hand;
use super::{Planned, Trial};
use driftless::engine::{Catalog, Dialect, Engine, Session};
use driftless::schema::{Attribute, Column, Fold, Name, Rename, Schema, Table};
use std::fmt::Write;

/// One table before, and where its kept columns are afterwards.
pub(super) struct Kept {
    before: Name,
    after: Name,
    /// Names before and after.
    columns: Vec<(String, String)>,
    /// How to read a column so that the same value is the same text.
    texts: Vec<bool>,
}

/// The tables that are there on both sides, each with the columns that mean the same on both.
pub(super) fn kept(
    observed: &Schema,
    desired: &Schema,
    renames: &[Rename],
    (tables, parts): (Fold, Fold),
) -> Vec<Kept> {
    let mut kept = Vec::new();
    for table in observed.tables.values() {
        let name = renamed_table(&table.name, renames, tables);
        let Some(other) = desired
            .tables
            .values()
            .find(|other| tables.name(&other.name) == tables.name(&name))
        else {
            continue;
        };
        // Its rows are those of its partitions, which may come and go.
        if table.attributes.contains_key(&Attribute::PartitionBy) {
            continue;
        }
        // A type of the same name may be another one afterwards.
        let is_another = |column: &Column| {
            let called = column.data_type.replace('"', "");
            let called = called.trim_end_matches("[]");
            observed.objects.iter().any(|(key, object)| {
                let kept = desired.objects.get(key);
                key.name.to_string() == called && kept.is_some_and(|kept| kept.hash != object.hash)
            })
        };
        let same = |column: &Column| -> Option<(String, String)> {
            if is_another(column) {
                return None;
            }
            let name = renamed_column(&other.name, &column.name, renames);
            let found = other.column(&name, parts)?;
            means_the_same(column, found).then(|| (column.name.clone(), found.name.clone()))
        };
        let columns: Vec<(String, String)> = table.columns.iter().filter_map(same).collect();
        let texts = columns
            .iter()
            .map(|(name, _)| is_text(table, name))
            .collect();
        kept.push(Kept {
            before: table.name.clone(),
            after: other.name.clone(),
            columns,
            texts,
        });
    }
    kept
}

fn renamed_table(name: &Name, renames: &[Rename], fold: Fold) -> Name {
    let other = renames.iter().find_map(|rename| match rename {
        Rename::Table { from, to } if fold.name(from) == fold.name(name) => Some(to.clone()),
        Rename::Table { .. } | Rename::Column { .. } => None,
    });
    other.unwrap_or_else(|| name.clone())
}

fn renamed_column(table: &Name, column: &str, renames: &[Rename]) -> String {
    let other = renames.iter().find_map(|rename| match rename {
        Rename::Column {
            table: of,
            from,
            to,
        } if of == table && from == column => Some(to.clone()),
        Rename::Table { .. } | Rename::Column { .. } => None,
    });
    other.unwrap_or_else(|| column.to_owned())
}

/// A `timestamp` that becomes required is given the time of the change where it was NULL (MariaDB
/// knowledge base, "TIMESTAMP").
fn means_the_same(left: &Column, right: &Column) -> bool {
    let charset = |column: &Column| column.attributes.get(&Attribute::Charset).cloned();
    if left.data_type.starts_with("timestamp") && left.nullable && !right.nullable {
        return false;
    }
    left.data_type == right.data_type
        && left.generated == right.generated
        && charset(left) == charset(right)
}

fn is_text(table: &Table, column: &str) -> bool {
    let column = table.columns.iter().find(|found| found.name == column);
    column.is_some_and(|column| {
        let lower = column.data_type.to_lowercase();
        ["char", "text", "enum", "set("]
            .iter()
            .any(|word| lower.contains(word))
    })
}

/// All rows of the kept columns, sorted; the tables by their names before.
pub(super) async fn rows(
    hand: &mut Hand,
    dialect: &dyn Dialect,
    kept: &[Kept],
    side: Side,
) -> Result<Vec<(Name, Vec<String>)>, String> {
    let mut found = Vec::with_capacity(kept.len());
    for table in kept {
        let columns: Vec<String> = table
            .columns
            .iter()
            .zip(&table.texts)
            .map(|((before, after), text)| {
                let column = match side {
                    Side::Before => before,
                    Side::After => after,
                };
                read(dialect.engine(), &dialect.quote(column), *text)
            })
            .collect();
        let name = match side {
            Side::Before => &table.before,
            Side::After => &table.after,
        };
        let values = match dialect.engine() {
            _ if columns.is_empty() => "'row'".to_owned(),
            Engine::Mysql | Engine::Mariadb => format!("CONCAT_WS('|', {})", columns.join(", ")),
            Engine::Postgres | Engine::Sqlite => columns.join(" || '|' || "),
        };
        let mut rows = hand
            .list(&format!("SELECT {values} FROM {}", dialect.name(name)))
            .await?;
        rows.sort();
        found.push((table.before.clone(), rows));
    }
    Ok(found)
}

/// Under which names tables and columns are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Before,
    After,
}

/// A column as a text that is never NULL.
fn read(engine: Engine, column: &str, text: bool) -> String {
    match engine {
        Engine::Postgres => format!("coalesce(quote_literal({column}::text), 'NULL')"),
        Engine::Sqlite => format!("quote({column})"),
        Engine::Mysql | Engine::Mariadb if text => {
            format!("COALESCE(QUOTE(CONVERT({column} USING utf8mb4)), 'NULL')")
        }
        Engine::Mysql | Engine::Mariadb => format!("COALESCE(HEX(CONCAT({column})), 'NULL')"),
    }
}

/// What is not as it was.
pub(super) fn differences(before: &[(Name, Vec<String>)], after: &[(Name, Vec<String>)]) -> String {
    let mut told = String::new();
    for ((name, left), (_, right)) in before.iter().zip(after) {
        if left != right {
            let (left, right) = (left.join("\n"), right.join("\n"));
            let changes = similar::TextDiff::from_lines(&left, &right);
            write!(told, "rows of {name}\n{}", changes.unified_diff()).unwrap();
        }
    }
    told
}

/// The rows of a situation's tables at one moment.
pub(super) struct Watched(Vec<(Name, Vec<String>)>);

impl Watched {
    /// Reads them where the plan runs.
    pub(super) async fn of(
        trial: &Trial<'_>,
        session: &Session,
        planned: &Planned,
        side: Side,
    ) -> Result<Self, String> {
        let renames = planned.plan.delta.renames();
        let kept = kept(
            planned.observed(),
            planned.plan.goal(),
            renames,
            planned.folds()?,
        );
        let mut hand = Hand::at(trial.engine(), &trial.live.url).await?;
        let found = rows(&mut hand, session.dialect(), &kept, side).await;
        hand.close().await;
        Ok(Self(found?))
    }

    /// Whether nothing was lost in between.
    pub(super) fn same(&self, other: &Self) -> Result<(), String> {
        let told = differences(&self.0, &other.0);
        if told.is_empty() { Ok(()) } else { Err(told) }
    }
}
