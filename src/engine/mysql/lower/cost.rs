//! What a statement costs, by what stands in the table beside the thing that changes. The servers
//! themselves were asked (`docs/locks.md`); the manuals leave most of it out.

use super::{CATALOG, COPY, Cost, REBUILD, columns, keys};
use crate::engine::mysql::render;
use crate::engine::mysql::types;
use crate::engine::mysql::version::{self, Flavour};
use crate::engine::step::{Lock, Work};
use crate::schema::{Attribute, Column, Pair, Part, Table, TableDelta, Term};

/// The table is rebuilt in place while writers wait.
pub(super) const HELD_REBUILD: Cost = Cost(Lock::BlocksWrites, Work::Rewrite);

fn fulltext(table: &Table) -> bool {
    let methods = table
        .indexes
        .iter()
        .filter_map(|index| index.attributes.get(&Attribute::Method));
    methods.into_iter().any(|method| method == "FULLTEXT")
}

fn is_virtual(column: &Column) -> bool {
    column.generated.as_ref().is_some_and(|g| !g.stored)
}

fn indexed_virtual(table: &Table) -> bool {
    let mut columns = table.columns.iter().filter(|column| is_virtual(column));
    columns.any(|column| keys::indexed(table, &column.name))
}

/// A rebuild in place. With a full-text index `MySQL` copies instead, and `MariaDB` lets writers
/// wait.
pub(super) fn rebuild(flavour: Flavour, table: &Table) -> Cost {
    match flavour {
        _ if !fulltext(table) => REBUILD,
        Flavour::Mysql => COPY,
        Flavour::Mariadb => HELD_REBUILD,
    }
}

fn instant(table: &Table) -> bool {
    let text = |attribute| table.attributes.get(&attribute).map_or("", String::as_str);
    version::instant_columns(text(Attribute::StorageEngine), text(Attribute::RowFormat))
}

/// A new column. `checked`: with a `CHECK` of its own; `varying`: with a default that gives each row
/// a value of its own.
pub(super) fn adding(
    flavour: Flavour,
    delta: &TableDelta,
    column: &Column,
    checked: bool,
    varying: bool,
) -> Cost {
    let observed = &delta.tables.observed;
    let stored = column.generated.as_ref().is_some_and(|g| g.stored);
    let computed = column.default.as_ref().is_some_and(|d| d.starts_with('('));
    let copied = match flavour {
        Flavour::Mysql => checked || computed,
        Flavour::Mariadb => varying || stands_before_virtual(delta, column),
    };
    if stored || copied {
        COPY
    } else if flavour == Flavour::Mariadb && indexed_virtual(observed) {
        HELD_REBUILD
    } else if instant(observed) && !fulltext(observed) {
        CATALOG
    } else {
        rebuild(flavour, observed)
    }
}

/// Whether a virtual column that is there already will stand behind a new one.
fn stands_before_virtual(delta: &TableDelta, column: &Column) -> bool {
    let desired = &delta.tables.desired.columns;
    let behind = desired.iter().skip_while(|c| c.name != column.name).skip(1);
    let mut behind = behind.filter(|c| is_virtual(c));
    behind.any(|c| columns::is_observed(delta, c))
}

/// A column that goes.
pub(super) fn dropping(flavour: Flavour, table: &Table, column: &Column) -> Cost {
    if is_virtual(column) {
        CATALOG
    } else if flavour == Flavour::Mariadb && indexed_virtual(table) {
        HELD_REBUILD
    } else if instant(table) && !fulltext(table) {
        CATALOG
    } else {
        rebuild(flavour, table)
    }
}

/// A column that becomes something else: another type or character set is a copy, unless it grows
/// inside its class; NULL and NOT NULL are a rebuild; the rest stands in the catalog.
pub(super) fn modifying(flavour: Flavour, delta: &TableDelta, pair: &Pair<Column>) -> Cost {
    let (old, new) = (&pair.observed, &pair.desired);
    let (before, after) = (&delta.tables.observed, &delta.tables.desired);
    let counts = |column: &Column| column.attributes.contains_key(&Attribute::AutoIncrement);
    // A check at the column is tested on every row (`MariaDB`).
    let checked = render::column_check(after, &new.name).is_some();
    if checked || old.generated != new.generated || counts(old) != counts(new) {
        return COPY;
    }
    if columns::converts(delta, pair) {
        let own = new.attributes.get(&Attribute::Charset);
        let charset = own.or_else(|| after.attributes.get(&Attribute::Charset));
        let bytes = match charset.map(String::as_str) {
            Some("latin1" | "ascii" | "binary") => 1,
            _ => 4,
        };
        let same = columns::collation(before, old) == columns::collation(after, new);
        if !same || !types::in_catalog_alone(&old.data_type, &new.data_type, bytes) {
            return COPY;
        }
    }
    if old.nullable == new.nullable {
        return CATALOG;
    }
    // `MariaDB` goes through every row again where others lean on what is computed.
    let stored = |column: &Column| column.generated.as_ref().is_some_and(|g| g.stored);
    let leans = before.columns.iter().any(stored) || indexed_virtual(before);
    let zero = types::parse(&new.data_type).base == "timestamp";
    if flavour == Flavour::Mariadb && !new.nullable && (leans || zero) {
        COPY
    } else {
        rebuild(flavour, before)
    }
}

/// An index, by what it is made of: a hidden column is added with the parts that are computed
/// (`MySQL` 8.4 manual, 15.1.15, "Functional Key Parts").
pub(super) fn building(flavour: Flavour, parts: &[Part], method: Option<&str>) -> Cost {
    let computed = parts.iter().any(|part| match part.term {
        Term::Expression(_) => true,
        Term::Column(_) => false,
    });
    match method {
        _ if computed && flavour == Flavour::Mysql => COPY,
        // The first one of a table gives it a hidden column.
        Some("FULLTEXT") => HELD_REBUILD,
        Some("SPATIAL") => Cost(Lock::BlocksWrites, Work::IndexBuild),
        _ => super::BUILD,
    }
}
