//! Counters that come to the end of their type.

use super::rule::{Rule, Severity};
use super::{Facts, Finding, Scene};
use crate::engine::{Engine, Object, Question};
use crate::schema::{Attribute, Change, Column, ColumnEdit, TableDelta};

/// From how much of a type on it is said, in percent.
const SPOKEN_AT: u64 = 70;

/// From how much of a type on it is urgent, in percent.
const URGENT_AT: u64 = 90;

pub(super) fn questions(scene: &Scene<'_>) -> Vec<Question> {
    let counters = counters(scene).into_iter();
    counters.map(|(_, _, question)| question).collect()
}

/// OP014: a table that is being changed is the moment to give its key more room. The number itself
/// is nearly a value of a row and is not said.
pub(super) fn findings(scene: &Scene<'_>, facts: &Facts) -> Vec<Finding> {
    let found = counters(scene).into_iter().filter_map(|(inside, column, question)| {
        let most = most(&column.data_type)?;
        let used = facts.get(&question)?.saturating_mul(100) / most;
        (used >= SPOKEN_AT).then(|| Finding {
            rule: Rule::CounterHeadroom,
            severity: if used >= URGENT_AT {
                Severity::High
            } else {
                Severity::Medium
            },
            object: Object::part("column", &inside.tables.desired.name, &column.name),
            message: format!(
                "the counter has used {used} % of {}; when it is at the end, no row can be added",
                column.data_type
            ),
            remedy: "declare bigint for the column and for those that refer to it, while there is time"
                .to_owned(),
            rows: None,
            bytes: None,
            overridden: None,
        })
    });
    found.collect()
}

/// Columns that count before and after, of tables that change, as they are desired.
fn counters<'a>(scene: &Scene<'a>) -> Vec<(&'a TableDelta, &'a Column, Question)> {
    match scene.dialect.engine() {
        Engine::Postgres | Engine::Mysql | Engine::Mariadb => {}
        // Every counter is of 64 bits (autoinc.html, 2).
        Engine::Sqlite => return Vec::new(),
    }
    let changes = scene.delta.changes.iter();
    let altered = changes.filter_map(|change| match change {
        Change::AlterTable(inside) => Some(&**inside),
        _ => None,
    });
    let mut found = Vec::new();
    for inside in altered {
        let observed = &inside.tables.observed;
        for column in observed.columns.iter().filter(|column| counts(column)) {
            let edit = inside.columns.iter().find_map(|edit| match edit {
                ColumnEdit::Change(pair) if pair.observed.name == column.name => {
                    Some(Some(&pair.desired))
                }
                ColumnEdit::Drop(gone) if gone.name == column.name => Some(None),
                _ => None,
            });
            let after = edit.unwrap_or(Some(column)).filter(|column| counts(column));
            if let Some(after) = after {
                let question = Question::Counter(observed.name.clone(), column.name.clone());
                found.push((inside, after, question));
            }
        }
    }
    found
}

fn counts(column: &Column) -> bool {
    [
        Attribute::AutoIncrement,
        Attribute::Identity,
        Attribute::Serial,
    ]
    .iter()
    .any(|attribute| column.attributes.contains_key(attribute))
}

/// The highest number of a type (`PostgreSQL` 15 manual, 8.1 "Numeric Types"; `MySQL` 8.4 manual, 13.1.2
/// "Integer Types").
fn most(data_type: &str) -> Option<u64> {
    let lower = data_type.to_ascii_lowercase();
    let base = lower.split([' ', '(']).next()?;
    let bits = match base {
        "tinyint" => 8,
        "smallint" => 16,
        "mediumint" => 24,
        "int" | "integer" => 32,
        "bigint" => 64,
        _ => return None,
    };
    let signed = u64::MAX >> (64 - bits + 1);
    Some(if lower.contains("unsigned") {
        signed * 2 + 1
    } else {
        signed
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_types() {
        for (data_type, end) in [
            ("tinyint(4)", 127),
            ("tinyint unsigned", 255),
            ("smallint", 32_767),
            ("mediumint(8) unsigned", 16_777_215),
            ("integer", 2_147_483_647),
            ("int(10) unsigned zerofill", 4_294_967_295),
            ("bigint", 9_223_372_036_854_775_807),
            ("bigint unsigned", u64::MAX),
        ] {
            assert_eq!(most(data_type), Some(end), "{data_type}");
        }
        assert_eq!(most("numeric(10,0)"), None);
    }
}
