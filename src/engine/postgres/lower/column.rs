//! Columns: dropped, renamed, changed, added - in that order, so that names are free when they
//! are needed.

use super::guard::{Harm, allows};
use super::sequence::{self, Counting, counting};
use super::table::parameters;
use super::{Cost, Lowering, SWITCH, partition, parts, required, retype};
use crate::engine::postgres::expression::mentions;
use crate::engine::postgres::render::{self, quote, quoted_name};
use crate::engine::postgres::types;
use crate::engine::{Lock, Object, Phase, Work};
use crate::schema::{
    Attribute, Column, ColumnEdit, Delta, Generated, Kind, Name, ObjectKey, Pair, Table, TableDelta,
};

/// All column edits of a table.
pub(super) fn lower(lowering: &mut Lowering<'_>, delta: &TableDelta) {
    let table = &delta.tables.desired.name;
    let changes: Vec<&Pair<Column>> = delta
        .columns
        .iter()
        .filter_map(|edit| match edit {
            ColumnEdit::Change(pair) => Some(pair),
            _ => None,
        })
        .collect();
    let again = made_again(lowering, delta, &changes);
    drop_columns(lowering, delta, &again);
    for pair in &changes {
        rename(lowering, delta, pair);
    }
    for pair in &changes {
        if !again.iter().any(|column| column.name == pair.desired.name) {
            change(lowering, delta, pair);
        }
    }
    add_columns(lowering, delta, &again);
    parts::make_again(lowering, delta, &again);
    for pair in changes {
        if pair.observed.attributes.get(&Attribute::Comment)
            != pair.desired.attributes.get(&Attribute::Comment)
            && !again.iter().any(|column| column.name == pair.desired.name)
        {
            write_comment(lowering, table, &pair.desired);
        }
    }
}

/// Generated columns that must be dropped and made again: those with another expression before 17
/// (`ALTER TABLE … SET EXPRESSION` is 17+), of another kind, and those that read a column whose
/// type changes ("cannot alter type of a column used by a generated column"), or are of a type that is
/// swapped.
fn made_again(
    lowering: &Lowering<'_>,
    delta: &TableDelta,
    changes: &[&Pair<Column>],
) -> Vec<Column> {
    let before = |name: &str| {
        let pair = changes.iter().find(|pair| pair.desired.name == name);
        match pair {
            Some(pair) => Some(&pair.observed),
            None => delta
                .tables
                .observed
                .columns
                .iter()
                .find(|c| c.name == name),
        }
    };
    let reads_retyped = |expression: &str| {
        changes
            .iter()
            .any(|pair| retyped(pair) && mentions(expression, &pair.desired.name))
    };
    let columns = delta.tables.desired.columns.iter().filter(|column| {
        let Some(old) = before(&column.name) else {
            return false;
        };
        let (Some(was), Some(is)) = (&old.generated, &column.generated) else {
            return false;
        };
        let edited = changes.iter().any(|pair| pair.desired.name == column.name);
        let other = edited && was.expression != is.expression && !renamed_only(changes, was, is);
        // `USING` cannot be said of a generated column (`ALTER TABLE`).
        let swapped = edited && lowering.delta.swaps.leaves(&old.data_type);
        was.stored != is.stored
            || swapped
            || reads_retyped(&is.expression)
            || (other && !sets_expression(lowering, delta, is))
    });
    columns.cloned().collect()
}

/// Whether an expression can be changed in place: since 17; for a virtual column, which is since 18, not
/// on a table with checks (18, `ALTER TABLE`, "SET EXPRESSION").
fn sets_expression(lowering: &Lowering<'_>, delta: &TableDelta, is: &Generated) -> bool {
    let checked = |table: &Table| !table.checks.is_empty() || !table.inherited.checks.is_empty();
    let tables = &delta.tables;
    lowering.server.at_least(17, 0)
        && (is.stored || !(checked(&tables.observed) || checked(&tables.desired)))
}

/// Whether two expressions differ by renamed columns only, which the server follows by itself.
fn renamed_only(changes: &[&Pair<Column>], was: &Generated, is: &Generated) -> bool {
    let renames = changes
        .iter()
        .filter(|pair| pair.observed.name != pair.desired.name);
    let mut text = was.expression.clone();
    for pair in renames {
        text = text.replace(&pair.observed.name, &pair.desired.name);
    }
    text == is.expression
}

fn retyped(pair: &Pair<Column>) -> bool {
    pair.observed.data_type != pair.desired.data_type
        || pair.observed.attributes.get(&Attribute::Collation)
            != pair.desired.attributes.get(&Attribute::Collation)
}

/// Drops the generated ones first: others may be what they read.
fn drop_columns(lowering: &mut Lowering<'_>, delta: &TableDelta, again: &[Column]) {
    let observed = &delta.tables.observed;
    let mut gone: Vec<&Column> = observed
        .columns
        .iter()
        .filter(|column| {
            let dropped = delta
                .columns
                .iter()
                .any(|edit| matches!(edit, ColumnEdit::Drop(c) if c.name == column.name));
            dropped || again.iter().any(|c| old_name(delta, c) == column.name)
        })
        .collect();
    gone.sort_by_key(|column| column.generated.is_none());
    let table = &delta.tables.desired.name;
    for column in gone {
        let object = Object::part("column", table, &column.name);
        if allows(
            lowering,
            Harm::Drop,
            &observed.name,
            Some(&column.name),
            &object,
        ) {
            // The column is hidden; its space is taken back row by row later (`ALTER TABLE`,
            // "Notes").
            let sql = format!(
                "ALTER TABLE {} DROP COLUMN {}",
                quoted_name(table),
                quote(&column.name)
            );
            lowering.sql(Phase::AlterTables, object, sql, SWITCH);
        }
    }
}

fn old_name<'a>(delta: &'a TableDelta, column: &'a Column) -> &'a str {
    delta
        .columns
        .iter()
        .find_map(|edit| match edit {
            ColumnEdit::Change(pair) if pair.desired.name == column.name => {
                Some(pair.observed.name.as_str())
            }
            _ => None,
        })
        .unwrap_or(&column.name)
}

fn rename(lowering: &mut Lowering<'_>, delta: &TableDelta, pair: &Pair<Column>) {
    let (from, to) = (&pair.observed.name, &pair.desired.name);
    if from == to {
        return;
    }
    let table = &delta.tables.desired.name;
    let object = Object::part("column", table, to);
    let home = &delta.tables.observed.name;
    if allows(lowering, Harm::Rename, home, Some(from), &object) {
        let sql = format!(
            "ALTER TABLE {} RENAME COLUMN {} TO {}",
            quoted_name(table),
            quote(from),
            quote(to)
        );
        lowering.sql(Phase::AlterTables, object, sql, SWITCH);
    }
}

/// New columns, generated ones last: they may read the others.
fn add_columns(lowering: &mut Lowering<'_>, delta: &TableDelta, again: &[Column]) {
    let table = &delta.tables.desired.name;
    let mut new: Vec<&Column> = delta
        .columns
        .iter()
        .filter_map(|edit| match edit {
            ColumnEdit::Add { column, .. } => Some(column),
            _ => None,
        })
        .chain(again)
        .collect();
    new.sort_by_key(|column| column.generated.is_some());
    for column in new {
        let object = Object::part("column", table, &column.name);
        let sql = format!(
            "ALTER TABLE {} ADD COLUMN {}",
            quoted_name(table),
            render::column(column)
        );
        let cost = cost_of_adding(lowering.delta, column);
        lowering.sql(Phase::AlterTables, object, sql, cost);
        sequence::complete(lowering, Phase::AlterTables, table, column);
        required::complete(lowering, Phase::AlterTables, table, column);
        storage(lowering, Phase::AlterTables, table, column);
        comment_on(lowering, table, column);
    }
}

/// "Adding a column with a non-volatile default … does not rewrite; a volatile default, a stored
/// generated column, an identity column, or a domain with constraints does" (`ALTER TABLE`,
/// "Notes"). A call of an unknown function counts as volatile, a type of the user as a domain.
fn cost_of_adding(delta: &Delta, column: &Column) -> Cost {
    let stored = column.generated.as_ref().is_some_and(|g| g.stored);
    let counts = counting(column) != Counting::Not;
    let volatile = column.default.as_deref().is_some_and(may_be_volatile);
    let domain = match constrained(delta, &column.data_type) {
        Some(constrained) => constrained,
        None => column.data_type.contains('.') && !column.nullable,
    };
    if stored || counts || volatile || domain {
        (Lock::BlocksAll, Work::Rewrite)
    } else if !column.nullable && column.default.is_none() {
        // The rows are looked at; there must be none.
        (Lock::BlocksAll, Work::Scan)
    } else {
        SWITCH
    }
}

/// Whether a domain looks at its values, itself or by the one it is made of; `None` for other types.
fn constrained(delta: &Delta, data_type: &str) -> Option<bool> {
    let (schema, name) = data_type.split_once('.')?;
    let objects = &delta.schemas.desired.objects;
    let unquoted = |text: &str| text.trim_matches('"').replace("\"\"", "\"");
    let name = Name::new(unquoted(schema), unquoted(name));
    let domain = objects.get(&ObjectKey::new(Kind::Domain, name.clone()))?;
    let first = ObjectKey::part(Kind::DomainCheck, name.clone(), "");
    let mut checks = objects.range(first..);
    let has_check = checks
        .next()
        .is_some_and(|(key, _)| key.kind == Kind::DomainCheck && key.name == name);
    let base = domain.face.first().map_or("", String::as_str);
    Some(has_check || domain.definition.contains(" NOT NULL") || base.contains('.'))
}

/// Whether a printed default calls something that may answer differently for each row.
fn may_be_volatile(default: &str) -> bool {
    let mut outside = String::new();
    for (at, piece) in default.split('\'').enumerate() {
        if at % 2 == 0 {
            outside.push_str(piece);
        }
    }
    let stable = [
        "now",
        "statement_timestamp",
        "transaction_timestamp",
        "numeric",
        "varying",
        "timestamp",
        "time",
        "character",
        "bit",
        "interval",
        "timezone",
        "CURRENT_TIMESTAMP",
        "LOCALTIMESTAMP",
    ];
    outside.match_indices('(').any(|(at, _)| {
        let head = &outside[..at];
        let in_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '"' | '.');
        let begins = head.trim_end_matches(in_name).len();
        let called = &head[begins..];
        // A name with a schema is that of somebody's function, whatever it is called.
        !called.is_empty() && !stable.contains(&called)
    })
}

fn change(lowering: &mut Lowering<'_>, delta: &TableDelta, pair: &Pair<Column>) {
    let table = &delta.tables.desired.name;
    let (old, new) = (&pair.observed, &pair.desired);
    let object = Object::part("column", table, &new.name);
    let alter = format!(
        "ALTER TABLE {} ALTER COLUMN {}",
        quoted_name(table),
        quote(&new.name)
    );
    let counted = partition::counts_alike(lowering, table, pair);
    if !counted || !generation(lowering, delta, pair, &object, &alter) {
        return;
    }
    sequence::leave(lowering, table, pair);
    let retyped = retyped(pair);
    // A default is converted with the column where it can be; a new one is set afterwards anyway.
    let counts = |column: &Column| column.attributes.contains_key(&Attribute::ParentSequence);
    let drops_default = (old.default.is_some() || (counts(old) && !counts(new)))
        && (new.default.is_none() || (retyped && old.data_type != new.data_type));
    if drops_default {
        let sql = format!("{alter} DROP DEFAULT");
        lowering.sql(Phase::AlterTables, object.clone(), sql, SWITCH);
    }
    if retyped {
        retype::lower(lowering, delta, pair, &object, &alter);
    }
    if let Some(default) = &new.default
        && (drops_default || old.default != new.default)
    {
        let sql = format!("{alter} SET DEFAULT {default}");
        lowering.sql(Phase::AlterTables, object.clone(), sql, SWITCH);
    }
    required::enter(lowering, delta, pair);
    sequence::enter(lowering, table, pair);
    if !old.nullable && new.nullable {
        let sql = format!("{alter} DROP NOT NULL");
        lowering.sql(Phase::AlterTables, object, sql, SWITCH);
    }
    // "ALTER TYPE" puts the storage of the type in the place of what was set (`ATExecAlterColumnType`
    // of all versions).
    let mut before = pair.clone();
    if old.data_type != new.data_type {
        let reset = [Attribute::Storage, Attribute::Compression];
        let kept = &mut before.observed.attributes;
        kept.retain(|attribute, _| !reset.contains(attribute));
    }
    storage_change(lowering, Phase::AlterTables, table, &before);
}

/// Whether the rest of the change may go on.
fn generation(
    lowering: &mut Lowering<'_>,
    delta: &TableDelta,
    pair: &Pair<Column>,
    object: &Object,
    alter: &str,
) -> bool {
    match (&pair.observed.generated, &pair.desired.generated) {
        (None, Some(_)) => {
            lowering.refuse(
                object.clone(),
                "a plain column cannot become a generated one, its values would be lost",
                "add the generated column under another name and drop the old one",
            );
            false
        }
        (Some(was), None) if was.stored => {
            let sql = format!("{alter} DROP EXPRESSION");
            lowering.sql(Phase::AlterTables, object.clone(), sql, SWITCH);
            true
        }
        (Some(_), None) => {
            lowering.refuse(
                object.clone(),
                "a virtual generated column has no values that could stay",
                "drop it and add a plain column under another name",
            );
            false
        }
        (Some(was), Some(is)) if was.expression != is.expression => {
            let renamed = [pair];
            if pair.observed.name == pair.desired.name
                && !renamed_only(&renamed, was, is)
                && sets_expression(lowering, delta, is)
            {
                let sql = format!("{alter} SET EXPRESSION AS ({})", is.expression);
                let work = match (is.stored, pair.desired.nullable) {
                    (true, _) => Work::Rewrite,
                    (false, false) => Work::Scan,
                    (false, true) => Work::Metadata,
                };
                let cost = (Lock::BlocksAll, work);
                lowering.sql(Phase::AlterTables, object.clone(), sql, cost);
            }
            true
        }
        _ => true,
    }
}

/// Storage, compression, statistics and options of a new column.
pub(super) fn storage(lowering: &mut Lowering<'_>, phase: Phase, table: &Name, column: &Column) {
    let pair = Pair {
        observed: Column {
            attributes: crate::schema::Attributes::new(),
            ..column.clone()
        },
        desired: column.clone(),
    };
    storage_change(lowering, phase, table, &pair);
}

/// `SET STATISTICS` and options take `SHARE UPDATE EXCLUSIVE`, the others `ACCESS EXCLUSIVE`.
/// They count for rows written from now on (`ALTER TABLE`).
pub(super) fn storage_change(
    lowering: &mut Lowering<'_>,
    phase: Phase,
    table: &Name,
    pair: &Pair<Column>,
) {
    let object = Object::part("column", table, &pair.desired.name);
    let alter = format!(
        "ALTER TABLE {} ALTER COLUMN {}",
        quoted_name(table),
        quote(&pair.desired.name)
    );
    let value = |attribute: Attribute| {
        let of = |column: &Column| column.attributes.get(&attribute).cloned();
        let (observed, desired) = (of(&pair.observed), of(&pair.desired));
        (observed != desired).then_some(Pair { observed, desired })
    };
    let shared = (Lock::Shared, Work::Metadata);
    if let Some(mode) = value(Attribute::Storage) {
        // 16 knows `SET STORAGE DEFAULT`; before, the type's own mode has to be named.
        let usual = types::usual_storage(&pair.desired.data_type);
        let mode = mode.desired.unwrap_or_else(|| usual.to_owned());
        let sql = format!("{alter} SET STORAGE {mode}");
        lowering.sql(phase, object.clone(), sql, SWITCH);
    }
    if let Some(method) = value(Attribute::Compression) {
        let method = method.desired.unwrap_or_else(|| "DEFAULT".to_owned());
        let sql = format!("{alter} SET COMPRESSION {method}");
        lowering.sql(phase, object.clone(), sql, SWITCH);
    }
    if let Some(target) = value(Attribute::Statistics) {
        let target = target.desired.unwrap_or_else(|| "-1".to_owned());
        let sql = format!("{alter} SET STATISTICS {target}");
        lowering.sql(phase, object.clone(), sql, shared);
    }
    if let Some(options) = value(Attribute::StorageParameters) {
        for action in parameters(&options) {
            lowering.sql(phase, object.clone(), format!("{alter} {action}"), shared);
        }
    }
}

/// The comment of a new column.
pub(super) fn comment_on(lowering: &mut Lowering<'_>, table: &Name, column: &Column) {
    if column.attributes.contains_key(&Attribute::Comment) {
        write_comment(lowering, table, column);
    }
}

/// `COMMENT` takes `SHARE UPDATE EXCLUSIVE`.
fn write_comment(lowering: &mut Lowering<'_>, table: &Name, column: &Column) {
    let on = format!("COLUMN {}.{}", quoted_name(table), quote(&column.name));
    let sql = render::comment(&on, column.attributes.get(&Attribute::Comment));
    let object = Object::part("column", table, &column.name);
    lowering.sql(Phase::Finish, object, sql, (Lock::Shared, Work::Metadata));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_answers_once_for_all_rows_is_known_by_its_whole_name() {
        for (default, expected) in [
            ("now()", false),
            ("CURRENT_TIMESTAMP(3)", false),
            ("('clock('::text)::character varying(9)", false),
            ("clock_timestamp()", true),
            ("shop.now()", true),
            ("gen_random_uuid()", true),
        ] {
            assert_eq!(may_be_volatile(default), expected, "{default}");
        }
    }
}
