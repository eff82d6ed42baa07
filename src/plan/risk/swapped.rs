//! Columns whose type is swapped for another one of the same name.

use super::altered::Altered;
use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::Question;
use crate::schema::{Column, Kind, Pair, keeps_order, removed_labels};

/// What there is to say of a column whose type is swapped and whose values stay as they are; `None`
/// where its type is not.
pub(super) fn concerns(table: &Altered<'_>, pair: &Pair<Column>) -> Option<Vec<Concern>> {
    let Pair { observed, desired } = pair;
    let swaps = &table.whole.swaps;
    let (key, objects) = swaps.between(&observed.data_type, &desired.data_type)?;
    let mut list = Vec::new();
    let enums = swaps.enums(key, objects);
    let removed: Vec<String> = enums
        .iter()
        .flat_map(|pair| removed_labels(*pair))
        .collect();
    if !removed.is_empty() {
        // Which fields of a composite type hold one is not asked.
        let question = (key.kind != Kind::CompositeType)
            .then(|| Question::Labelled(table.observed.clone(), observed.name.clone(), removed));
        list.push(Concern {
            rule: Rule::EnumValueRemove,
            object: table.column(desired),
            question,
            calm: Severity::Low,
            alarmed: Severity::High,
            certain: Severity::Forbidden,
            message: "rows that hold a removed label make the step fail",
            counts: "rows",
            remedy: "give them another label first",
        });
    }
    let (severity, message) = if enums.iter().all(|pair| keeps_order(*pair)) {
        (
            Severity::Low,
            "drivers see another type under the same name",
        )
    } else {
        (
            Severity::Medium,
            "drivers see another type under the same name; its values are compared and sorted in \
             another order",
        )
    };
    list.push(Concern::plain(
        Rule::TypeVisible,
        table.column(desired),
        severity,
        message,
        "let programs connect anew afterwards",
    ));
    Some(list)
}
