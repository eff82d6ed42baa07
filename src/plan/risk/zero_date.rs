//! Dates that a copy refuses (`MySQL`, `MariaDB`).

use super::Scene;
use super::concern::Concern;
use super::locking::{existing, observed_name};
use super::rule::Rule;
use crate::engine::{Dialect, Engine, Object, Question, Work};

use crate::schema::{Column, Table};

/// DF006: a table that is copied under a strict mode is written row by row, and a date that the mode
/// refuses ends it (`MySQL` 8.4 manual, 7.1.11 "Server SQL Modes", `NO_ZERO_DATE`, `NO_ZERO_IN_DATE`). What
/// is changed in place is not looked at.
pub(super) fn concerns(scene: &Scene<'_>) -> Vec<Concern> {
    match scene.dialect.engine() {
        Engine::Mysql | Engine::Mariadb => {}
        Engine::Postgres | Engine::Sqlite => return Vec::new(),
    }
    let mut modes = scene.server.setting("sql_mode").split(',');
    let has = |mode: &str| modes.clone().any(|it| it == mode);
    if !has("STRICT_TRANS_TABLES") && !has("STRICT_ALL_TABLES") {
        return Vec::new();
    }
    let Some(condition) = condition(has("NO_ZERO_DATE"), modes.any(|it| it == "NO_ZERO_IN_DATE"))
    else {
        return Vec::new();
    };
    let tables = existing(scene.delta);
    let copied = scene.steps.iter().filter(|step| step.work == Work::Copy);
    let mut list: Vec<Concern> = Vec::new();
    for step in copied {
        let Some(name) = observed_name(&tables, step) else {
            continue;
        };
        let Some(table) = scene.delta.schemas.observed.tables.get(name) else {
            continue;
        };
        let dates = dates(table, scene.dialect);
        if dates.is_empty() || list.iter().any(|it| it.object == Object::table(name)) {
            continue;
        }
        let all: Vec<String> = dates
            .iter()
            .map(|date| condition.replace("{}", date))
            .collect();
        list.push(Concern::violation(
            Rule::ZeroDate,
            Object::table(name),
            Question::Violations(name.clone(), all.join(" AND ")),
            "rows with a zero date make the copy fail under the server's sql_mode",
            "rows with one",
            "give them a date or NULL first",
        ));
    }
    list
}

/// What must hold of a date, for which `{}` stands; `None` where the mode takes them all.
fn condition(no_zero: bool, no_part: bool) -> Option<&'static str> {
    match (no_zero, no_part) {
        (false, false) => None,
        (true, true) => Some("(MONTH({}) <> 0 AND DAYOFMONTH({}) <> 0)"),
        (true, false) => Some("(YEAR({}) <> 0 OR MONTH({}) <> 0 OR DAYOFMONTH({}) <> 0)"),
        (false, true) => Some(
            "(MONTH({}) <> 0 AND DAYOFMONTH({}) <> 0 \
             OR YEAR({}) = 0 AND MONTH({}) = 0 AND DAYOFMONTH({}) = 0)",
        ),
    }
}

/// Columns of dates that are kept in rows, quoted.
fn dates(table: &Table, dialect: &dyn Dialect) -> Vec<String> {
    let is_date = |column: &&Column| {
        let lower = column.data_type.to_ascii_lowercase();
        let date = ["date", "timestamp"]
            .iter()
            .any(|word| lower.starts_with(word));
        date && column.generated.is_none()
    };
    let columns = table.columns.iter().filter(is_date);
    columns.map(|column| dialect.quote(&column.name)).collect()
}
