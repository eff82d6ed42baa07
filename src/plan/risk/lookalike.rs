//! A drop and an add that look like a rename nobody declared.

use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::{Object, Question};
use crate::schema::{Change, Delta, Suggestion};

/// DL004. A drop that destroys nothing needs no alarm.
pub(super) fn concern(suggestion: &Suggestion, delta: &Delta) -> Concern {
    let observed = &delta.schemas.observed;
    let (object, question) = if let Some(column) = &suggestion.column {
        let table = delta.changes.iter().find_map(|change| match change {
            Change::AlterTable(inside) if inside.tables.desired.name == suggestion.table => {
                Some(inside.tables.observed.name.clone())
            }
            _ => None,
        });
        let table = table.unwrap_or_else(|| suggestion.table.clone());
        (
            Object::part("column", &suggestion.table, column),
            Question::Values(table, column.clone()),
        )
    } else {
        let name = observed
            .tables
            .keys()
            .find(|name| name.to_string() == suggestion.from);
        let name = name.unwrap_or(&suggestion.table).clone();
        (Object::table(&name), Question::Rows(name))
    };
    Concern {
        rule: Rule::Lookalike,
        object,
        question: Some(question),
        calm: Severity::Info,
        alarmed: Severity::Forbidden,
        certain: Severity::Forbidden,
        message: "this drop and an addition look like a rename; data would be lost",
        counts: "rows",
        remedy: "declare `renamedFrom` if it is one; if it is not, allow rule rename.undeclared for this object",
    }
}
