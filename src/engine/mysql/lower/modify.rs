//! Columns that stay and become something else.

use super::columns::{add_clause, collation, converts};
use super::{CATALOG, COPY, Cost, Plan, REBUILD, keys};
use crate::engine::mysql::render::{self, Collations};
use crate::engine::mysql::types;
use crate::engine::mysql::version::Flavour;
use crate::engine::step::{Lock, Object, Phase, Work};
use crate::schema::{Attribute, Column, Pair, TableDelta};

/// `MODIFY COLUMN` repeats the whole definition: what it leaves out is lost (`MySQL` 8.4 manual,
/// 15.1.9, "Renaming, Redefining, and Reordering Columns").
pub(super) fn clause(delta: &TableDelta, column: &Column) -> String {
    let definition = render::column(&delta.tables.desired, column, Collations::Always);
    format!("MODIFY COLUMN {definition}")
}

/// `MySQL` 8.4 manual, 17.12.1, "Column Operations": a type or character set is changed by a copy,
/// unless it grows inside its class; NULL and NOT NULL by a rebuild; the rest in the catalog.
fn cost(delta: &TableDelta, pair: &Pair<Column>) -> Cost {
    let (old, new) = (&pair.observed, &pair.desired);
    let checked = render::column_check(&delta.tables.desired, &new.name).is_some();
    if old.generated != new.generated || checked {
        return COPY;
    }
    if converts(delta, pair) {
        let own = new.attributes.get(&Attribute::Charset);
        let charset = own.or_else(|| delta.tables.desired.attributes.get(&Attribute::Charset));
        let bytes = match charset.map(String::as_str) {
            Some("latin1" | "ascii" | "binary") => 1,
            _ => 4,
        };
        let same = collation(&delta.tables.observed, old) == collation(&delta.tables.desired, new);
        let grows = same && types::in_catalog_alone(&old.data_type, &new.data_type, bytes);
        return if grows { CATALOG } else { COPY };
    }
    let counts = |column: &Column| column.attributes.contains_key(&Attribute::AutoIncrement);
    if counts(old) != counts(new) {
        return Cost(Lock::BlocksWrites, Work::Rewrite);
    }
    if old.nullable == new.nullable {
        CATALOG
    } else {
        REBUILD
    }
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
            plan.alter(Phase::AlterTables, object, &[clause], cost(delta, pair));
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
