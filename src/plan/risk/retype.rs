//! Columns of another type.

use super::altered::Altered;
use super::concern::Concern;
use super::rule::{Rule, Severity};
use super::swapped;
use crate::engine::{Dialect, Question, TypeChange};
use crate::plan::swap::type_change;
use crate::schema::{Column, Pair};

/// What there is to say of a column of another type; nothing where members are only added.
pub(super) fn concerns(
    table: &Altered<'_>,
    pair: &Pair<Column>,
    dialect: &dyn Dialect,
) -> Vec<Concern> {
    let Pair { observed, desired } = pair;
    let object = table.column(desired);
    let values = Question::Values(table.observed.clone(), observed.name.clone());
    let concern = match (members(&observed.data_type), members(&desired.data_type)) {
        (Some(old), Some(new)) if old.iter().any(|m| !new.contains(m)) => Concern::counted(
            Rule::EnumValueRemove,
            object,
            values,
            "rows that hold a removed member fail or lose it",
            "map the values first",
        ),
        (Some(old), Some(new)) if !new.starts_with(&old) => Concern::counted(
            Rule::EnumReorder,
            object,
            values,
            "the order of members is part of what is stored",
            "append new members at the end",
        ),
        (Some(_), Some(_)) => return Vec::new(),
        _ => match type_change(table.whole, pair, dialect) {
            TypeChange::Widening if let Some(found) = swapped::concerns(table, pair) => {
                return found;
            }
            TypeChange::Widening => Concern::plain(
                Rule::TypeVisible,
                object,
                Severity::Low,
                "drivers see another type",
                "make sure that programs read the wider type",
            ),
            TypeChange::Narrowing => {
                let question = match length(&desired.data_type) {
                    Some(most) => {
                        Question::LongerThan(table.observed.clone(), observed.name.clone(), most)
                    }
                    None => values,
                };
                Concern::counted(
                    Rule::ColumnNarrow,
                    object,
                    question,
                    "values may not fit the new type",
                    "add a new column, convert into it, and switch",
                )
            }
            TypeChange::Recast => Concern::counted(
                Rule::ColumnRecast,
                object,
                values,
                "values are converted to another kind of type",
                "add a new column, convert into it, and switch",
            ),
        },
    };
    vec![concern]
}

/// The members of a `MySQL` `enum(…)` or `set(…)`, as printed.
fn members(data_type: &str) -> Option<Vec<String>> {
    let lower = data_type.to_ascii_lowercase();
    let inside = ["enum(", "set("]
        .iter()
        .find_map(|prefix| lower.starts_with(prefix).then_some(prefix.len()))?;
    let list = data_type.get(inside..)?.strip_suffix(')')?;
    Some(
        list.split("','")
            .map(|member| member.trim_matches('\'').to_owned())
            .collect(),
    )
}

/// The length of a bounded text type, in characters.
fn length(data_type: &str) -> Option<u64> {
    let lower = data_type.to_ascii_lowercase();
    if !(lower.contains("char") || lower.contains("binary")) {
        return None;
    }
    let open = lower.find('(')?;
    let rest = &lower[open + 1..];
    rest[..rest.find(')')?].trim().parse().ok()
}
