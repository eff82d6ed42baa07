//! Rules about rows and about those who use them: each change of a plan, asked by family.

use super::altered::Altered;
use super::concern::Concern;
use super::{
    Facts, Finding, bound, column, held, lookalike, misfit, object, parents, part, security, table,
};
use crate::engine::{Dialect, Question};
use crate::schema::{Change, Delta, Suggestion, TableDelta};
use std::collections::BTreeSet;

pub(super) fn questions(delta: &Delta, dialect: &dyn Dialect) -> BTreeSet<Question> {
    concerns(delta, dialect, &[])
        .into_iter()
        .filter_map(|concern| concern.question)
        .collect()
}

pub(super) fn findings(
    delta: &Delta,
    dialect: &dyn Dialect,
    facts: &Facts,
    suggestions: &[Suggestion],
) -> Vec<Finding> {
    concerns(delta, dialect, suggestions)
        .into_iter()
        .map(|concern| concern.judged(facts))
        .collect()
}

fn concerns(delta: &Delta, dialect: &dyn Dialect, suggestions: &[Suggestion]) -> Vec<Concern> {
    let mut list = Vec::new();
    for change in &delta.changes {
        match change {
            Change::DropTable(gone) => list.push(table::dropped(gone)),
            Change::AlterTable(inside) => {
                altered(inside, delta, dialect, &mut list);
            }
            Change::Object(change) => object::concerns(change, &mut list),
            Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::CreateTable(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => {}
        }
    }
    list.extend(held::concerns(delta, dialect));
    list.extend(bound::concerns(delta, dialect));
    list.extend(
        suggestions
            .iter()
            .map(|suggestion| lookalike::concern(suggestion, delta)),
    );
    list.extend(parents::concerns(delta, dialect.engine()));
    list
}

fn altered(inside: &TableDelta, whole: &Delta, dialect: &dyn Dialect, list: &mut Vec<Concern>) {
    let altered = Altered {
        observed: &inside.tables.observed.name,
        desired: &inside.tables.desired,
        delta: inside,
        whole,
    };
    list.extend(table::renamed(&altered));
    list.extend(table::detached(&altered));
    table::partitions(&altered, list);
    column::concerns(&altered, dialect, list);
    part::concerns(&altered, list);
    table::attributes(&altered, list);
    misfit::concerns(&altered, dialect, list);
    security::concerns(&altered, &whole.schemas.desired, list);
}
