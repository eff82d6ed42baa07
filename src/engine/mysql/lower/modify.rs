//! Columns that stay and become something else.

use super::columns::add_clause;
use super::{COPY, Plan, cost, keys};
use crate::engine::mysql::render::{self, Collations};
use crate::engine::mysql::version::Flavour;
use crate::engine::step::{Object, Phase};
use crate::schema::{Column, Pair, TableDelta};

/// `MODIFY COLUMN` repeats the whole definition: what it leaves out is lost (`MySQL` 8.4 manual,
/// 15.1.9, "Renaming, Redefining, and Reordering Columns").
pub(super) fn clause(delta: &TableDelta, column: &Column) -> String {
    let definition = render::column(&delta.tables.desired, column, Collations::Always);
    format!("MODIFY COLUMN {definition}")
}

/// What becomes of the way a column gets its value.
enum Way {
    InPlace,
    Again,
    Refused,
}

/// Which ways the servers go: a stored column may become a plain one and back, nothing else
/// changes in place (`MySQL` 8.4 manual, 15.1.9.2; `MariaDB` knowledge base, "Generated Columns").
fn way(flavour: Flavour, pair: &Pair<Column>) -> Way {
    let kind = |column: &Column| column.generated.as_ref().map(|g| g.stored);
    match (kind(&pair.observed), kind(&pair.desired)) {
        (old, new) if old == new => Way::InPlace,
        (Some(_), Some(_)) => Way::Again,
        (Some(true), None) => Way::InPlace,
        (None, Some(true)) if flavour == Flavour::Mysql => Way::InPlace,
        _ => Way::Refused,
    }
}

/// The step that changes a column.
pub(super) fn step(plan: &mut Plan, delta: &TableDelta, pair: &Pair<Column>) {
    let table = &delta.tables.desired;
    let object = Object::part("column", &table.name, &pair.desired.name);
    match way(plan.flavour, pair) {
        Way::InPlace => {
            let clause = clause(delta, &pair.desired);
            let cost = cost::modifying(plan.flavour, delta, pair);
            plan.alter(Phase::AlterTables, object, &[clause], cost);
        }
        Way::Again if keys::indexed(table, &pair.desired.name) => plan.refuse(
            object,
            "a computed column is stored or virtual from its beginning, and an index holds on to it",
            "drop the index in one declaration, change the column in the next, then declare the index again",
        ),
        Way::Again => {
            let at = table.columns.iter().position(|c| c.name == pair.desired.name);
            let before = at.and_then(|at| table.columns.get(at.checked_sub(1)?));
            let after = before.map(|column| column.name.clone());
            let clauses = [
                format!("DROP COLUMN {}", render::quote(&pair.desired.name)),
                add_clause(delta, &pair.desired, after.as_ref()),
            ];
            plan.alter(Phase::AlterTables, object, &clauses, COPY);
        }
        Way::Refused => plan.refuse(
            object,
            "a plain column does not become a computed one, or the other way round, in place",
            "add a column under another name, move the values, then drop the old one",
        ),
    }
}
