//! Values of another storage class than a column is declared for (`SQLite`).

use super::altered::Altered;
use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::{Dialect, Engine, Question, TypeChange};
use crate::schema::{Attribute, Column, ColumnEdit};

/// DF011: a STRICT table takes only values that its type can hold or convert without loss
/// (stricttables.html, 2), any other keeps them as they are (datatype3.html, 3). Counted by `typeof`.
pub(super) fn concerns(table: &Altered<'_>, dialect: &dyn Dialect, list: &mut Vec<Concern>) {
    match dialect.engine() {
        Engine::Sqlite => {}
        Engine::Postgres | Engine::Mysql | Engine::Mariadb => return,
    }
    let strict = table.desired.attributes.contains_key(&Attribute::Strict);
    let becomes_strict = strict && table.delta.attributes.contains_key(&Attribute::Strict);
    for column in &table.desired.columns {
        let retyped = retyped(table, column, dialect);
        let asked = (becomes_strict && !takes_all(column)) || retyped;
        let Some(before) = table.before(&column.name).filter(|_| asked) else {
            continue;
        };
        if column.generated.is_some() {
            continue;
        }
        let question = Question::Misfits(table.observed.clone(), before, column.data_type.clone());
        let concern = Concern::violation(
            Rule::Misfit,
            table.column(column),
            question,
            "values that the declared type neither holds nor converts without loss make the copy fail",
            "such values",
            "correct them first, or declare ANY",
        );
        list.push(if strict {
            concern
        } else {
            Concern {
                alarmed: Severity::Medium,
                certain: Severity::Medium,
                message: "values that the declared type neither holds nor converts without loss stay \
                          as they are, and are compared and sorted otherwise",
                remedy: "correct them first",
                ..concern
            }
        });
    }
}

fn takes_all(column: &Column) -> bool {
    ["ANY", ""].contains(&column.data_type.as_str())
}

/// Whether a column gets a type that converts.
fn retyped(table: &Altered<'_>, column: &Column, dialect: &dyn Dialect) -> bool {
    table.delta.columns.iter().any(|edit| match edit {
        ColumnEdit::Change(pair) => {
            pair.desired.name == column.name
                && dialect.type_change(&pair.observed.data_type, &pair.desired.data_type)
                    != TypeChange::Widening
        }
        ColumnEdit::Add { .. } | ColumnEdit::Drop(_) => false,
    })
}
