//! Partitioned tables and partitions (5.11.2 "Declarative Partitioning").
//!
//! A partition is detached before it is dropped: `DROP TABLE` alone is refused where a foreign key
//! refers to the parent, and with `CONCURRENTLY` those who use the parent go on.

use super::{Cost, Lowering, SWITCH, column, parts};
use crate::engine::postgres::render::{self, literal, quote, quoted_name};
use crate::engine::{Leftover, Lock, Object, Phase, Statement, Work};
use crate::schema::{
    Attribute, Change, Check, Column, Name, Pair, PartitionOf, Rename, Table, TableDelta,
    inherited_column,
};

/// The parent, on the side on which the partition is one.
fn parent<'a>(tables: &'a crate::schema::Schema, of: &PartitionOf) -> Option<&'a Table> {
    tables.tables.get(&of.parent)
}

/// `CREATE TABLE … PARTITION OF`, with what it has beyond its parent.
pub(super) fn create(lowering: &mut Lowering<'_>, new: &Table, of: &PartitionOf) {
    let object = Object::table(&new.name);
    let known = parent(&lowering.delta.schemas.desired, of);
    let columns = known.map_or(&[][..], |parent| &parent.columns);
    let inherited: Vec<Column> = columns.iter().map(inherited_column).collect();
    let pairs: Vec<Pair<Column>> = new
        .columns
        .iter()
        .filter_map(|desired| {
            let observed = inherited.iter().find(|c| c.name == desired.name)?;
            Some(Pair {
                observed: observed.clone(),
                desired: desired.clone(),
            })
        })
        .collect();
    let lines: Vec<String> = pairs.iter().filter_map(own_column).collect();
    interrupted(lowering, &new.name, of);
    let cost = cost_of_making(lowering, of);
    let sql = render::create_partition(new, of, lines);
    lowering.out.steps.push(crate::engine::Step {
        phase: Phase::CreateTables,
        object: object.clone(),
        statements: vec![Statement::new(sql)],
        lock: cost.0,
        work: cost.1,
        mode: crate::engine::Mode::Joined,
        leftover: None,
        rungs: Vec::new(),
    });
    for pair in &pairs {
        let own = &pair.desired;
        if has_default(&pair.observed) && !has_default(own) {
            let sql = format!(
                "ALTER TABLE {} ALTER COLUMN {} DROP DEFAULT",
                quoted_name(&new.name),
                quote(&own.name)
            );
            let object = Object::part("column", &new.name, &own.name);
            lowering.sql(Phase::CreateTables, object, sql, SWITCH);
        }
        column::storage_change(lowering, Phase::CreateTables, &new.name, pair);
        // Before 17 a table with an identity of its own may have been attached.
        if let Some(identity) = render::identity(own) {
            let sql = format!(
                "ALTER TABLE {} ALTER COLUMN {} ADD {identity}",
                quoted_name(&new.name),
                quote(&own.name)
            );
            let object = Object::part("column", &new.name, &own.name);
            lowering.sql(Phase::CreateTables, object, sql, SWITCH);
        }
        column::comment_on(lowering, &new.name, own);
    }
}

/// `CREATE TABLE … PARTITION OF` takes `ACCESS EXCLUSIVE` on the parent (`CREATE TABLE`, "PARTITION
/// OF"), and looks through a default partition.
fn cost_of_making(lowering: &Lowering<'_>, of: &PartitionOf) -> Cost {
    if lowering.new.contains(&of.parent) {
        (Lock::None, Work::Metadata)
    } else if default_of(lowering, &of.parent) {
        (Lock::BlocksAll, Work::Scan)
    } else {
        SWITCH
    }
}

/// What it costs the tables that refer to a partitioned table when a partition leaves it: their rows
/// are looked through, under `SHARE`, for those that refer to the partition.
fn cost_of_leaving(lowering: &Lowering<'_>, parent: &Name) -> Cost {
    let mut tables = lowering.delta.schemas.observed.tables.values();
    let home = observed_name(lowering, parent);
    let refers = tables.any(|table| {
        let inherited = table.inherited.foreign_keys.iter();
        let mut keys = table.foreign_keys.iter().chain(inherited);
        keys.any(|key| key.references == home)
    });
    if refers {
        (Lock::BlocksWrites, Work::Scan)
    } else {
        (Lock::Shared, Work::Metadata)
    }
}

/// Whether a table that was there before has a default partition, which holds what fits nowhere else.
fn default_of(lowering: &Lowering<'_>, parent: &Name) -> bool {
    let observed = &lowering.delta.schemas.observed;
    let home = observed_name(lowering, parent);
    observed.partitions(&home).any(|partition| {
        let of = partition.partition_of.as_ref();
        of.is_some_and(PartitionOf::is_default)
    })
}

/// What a table was called before the plan.
fn observed_name(lowering: &Lowering<'_>, name: &Name) -> Name {
    let renames = lowering.delta.renames().iter();
    let mut from = renames.filter_map(|rename| match rename {
        Rename::Table { from, to } if to == name => Some(from.clone()),
        Rename::Table { .. } | Rename::Column { .. } => None,
    });
    from.next_back().unwrap_or_else(|| name.clone())
}

fn has_default(column: &Column) -> bool {
    column.default.is_some() || column.attributes.contains_key(&Attribute::ParentSequence)
}

/// A column as it stands in `PARTITION OF (…)`, where it differs from the parent's.
fn own_column(pair: &Pair<Column>) -> Option<String> {
    let Pair { observed, desired } = pair;
    let mut sql = quote(&desired.name);
    let bare = sql.len();
    if let Some(default) = &desired.default
        && observed.default != desired.default
    {
        render::push(&mut sql, format!(" DEFAULT {default}"));
    }
    if observed.nullable && !desired.nullable {
        render::push(&mut sql, format!(" {}", render::not_null(desired, "")));
    }
    (sql.len() > bare).then_some(sql)
}

/// Takes a partition that goes out of its parent, unless that goes as well.
pub(super) fn leave(lowering: &mut Lowering<'_>, gone: &Table, of: &PartitionOf) {
    let parent_goes = lowering
        .delta
        .changes
        .iter()
        .any(|change| matches!(change, Change::DropTable(table) if table.name == of.parent));
    if parent_goes {
        return;
    }
    let object = Object::table(&gone.name);
    let name = called(lowering, &of.parent);
    if lowering.spares(&name)
        && !interrupted(lowering, &gone.name, of)
        && !default_of(lowering, &name)
    {
        // Two transactions with a wait for those who still use it in between; one that is interrupted
        // is finished by hand (`ALTER TABLE`, `DETACH PARTITION`).
        let sql = detach(&of.parent, &gone.name, " CONCURRENTLY");
        let leftover = Leftover {
            sign: Statement::new(format!(
                "SELECT 1 FROM pg_catalog.pg_inherits i WHERE pg_catalog.to_jsonb(i) ->> 'inhdetachpending' = 'true' \
                 AND i.inhrelid = {}::pg_catalog.regclass",
                literal(&quoted_name(&gone.name))
            )),
            removal: Statement::new(detach(&of.parent, &gone.name, " FINALIZE")),
        };
        let cost = cost_of_leaving(lowering, &name);
        lowering.alone(Phase::SetAside, object, sql, cost, Some(leftover));
        return;
    }
    out(lowering, &gone.name, of);
}

/// What an observed table is called afterwards.
fn called(lowering: &Lowering<'_>, name: &Name) -> Name {
    let renames = lowering.delta.renames().iter();
    let mut to = renames.filter_map(|rename| match rename {
        Rename::Table { from, to } if from == name => Some(to.clone()),
        Rename::Table { .. } | Rename::Column { .. } => None,
    });
    to.next_back().unwrap_or_else(|| name.clone())
}

fn detach(parent: &Name, partition: &Name, how: &str) -> String {
    format!(
        "ALTER TABLE {} DETACH PARTITION {}{how}",
        quoted_name(parent),
        quoted_name(partition)
    )
}

/// Refuses what stands on a `DETACH PARTITION CONCURRENTLY` that was interrupted: until it is
/// finished the server takes no other change of the partition's place.
fn interrupted(lowering: &mut Lowering<'_>, partition: &Name, of: &PartitionOf) -> bool {
    if of.detaching {
        lowering.refuse(
            Object::table(partition),
            "detaching it was interrupted",
            format!(
                "finish it first: {}",
                detach(&of.parent, partition, " FINALIZE")
            ),
        );
    }
    of.detaching
}

/// `DETACH PARTITION` at once: `ACCESS EXCLUSIVE` on the parent, for a moment.
fn out(lowering: &mut Lowering<'_>, partition: &Name, of: &PartitionOf) {
    if interrupted(lowering, partition, of) {
        return;
    }
    let sql = detach(&of.parent, partition, "");
    let (_, work) = cost_of_leaving(lowering, &of.parent);
    let cost = (Lock::BlocksAll, work);
    lowering.sql(Phase::SetAside, Object::table(partition), sql, cost);
}

/// Whether a partition of a table that goes would stay.
pub(super) fn left_behind(lowering: &Lowering<'_>, gone: &Name) -> Option<Name> {
    let desired = &lowering.delta.schemas.desired;
    let mut left = desired.partitions(gone);
    left.next().map(|table| table.name.clone())
}

/// A table that becomes a partition, is one no longer, or gets another bound.
pub(super) fn alter(lowering: &mut Lowering<'_>, delta: &TableDelta) {
    let Some(pair) = &delta.partition else {
        return;
    };
    let (observed, desired) = (&delta.tables.observed, &delta.tables.desired);
    if let (Some(was), Some(is)) = (&pair.observed, &pair.desired)
        && was.parent != is.parent
    {
        lowering.refuse(
            Object::table(&desired.name),
            format!(
                "a partition of {} cannot become one of {} in one step",
                was.parent, is.parent
            ),
            format!(
                "declare it as a table of its own first, and as a partition of {} afterwards",
                is.parent
            ),
        );
        return;
    }
    if let Some(was) = &observed.partition_of {
        out(lowering, &observed.name, was);
    }
    if let Some(is) = &pair.desired {
        attach(lowering, delta, is);
    }
}

/// The checks of a table, its parent's among them.
fn checks(table: &Table) -> impl Iterator<Item = &Check> {
    table.checks.iter().chain(&table.inherited.checks)
}

/// `ATTACH PARTITION`: its rows are looked through under `ACCESS EXCLUSIVE` on the partition. The
/// checks of the parent have to be there before.
fn attach(lowering: &mut Lowering<'_>, delta: &TableDelta, of: &PartitionOf) {
    let (observed, desired) = (&delta.tables.observed, &delta.tables.desired);
    let known = parent(&lowering.delta.schemas.desired, of);
    let theirs = known.into_iter().flat_map(checks);
    let own: Vec<(&str, &str)> = checks(observed)
        .map(|check| (check.label.text.as_str(), check.expression.as_str()))
        .collect();
    let missing: Vec<Check> = theirs
        .filter(|check| !own.contains(&(&check.label.text, &check.expression)))
        .cloned()
        .collect();
    for mut check in missing {
        check.attributes.remove(&Attribute::Comment);
        parts::add_check(lowering, &desired.name, &check);
    }
    // One that is not valid conflicts with a parent's that is.
    let doubtful = observed.checks.iter().filter(|check| {
        let valid = |theirs: &&Check| !theirs.attributes.contains_key(&Attribute::NotValid);
        check.attributes.contains_key(&Attribute::NotValid)
            && known
                .into_iter()
                .flat_map(checks)
                .filter(valid)
                .any(|theirs| {
                    theirs.label.text == check.label.text && theirs.expression == check.expression
                })
    });
    for check in doubtful {
        let (table, label) = (&desired.name, &check.label.text);
        let sql = format!(
            "ALTER TABLE {} VALIDATE CONSTRAINT {}",
            quoted_name(table),
            quote(label)
        );
        let object = Object::part("check", table, label);
        lowering.sql(Phase::AddParts, object, sql, (Lock::Shared, Work::Scan));
    }
    let sql = format!(
        "ALTER TABLE {} ATTACH PARTITION {} {}",
        quoted_name(&of.parent),
        quoted_name(&desired.name),
        of.bound
    );
    // What the parent has and the table has not is built on the way.
    let builds = known.is_some_and(|parent| {
        let inherited = &parent.inherited;
        let primary = parent.primary_key.iter().chain(&inherited.primary_key);
        let keys = primary.chain(&parent.uniques).chain(&inherited.uniques);
        let indexes = parent.indexes.iter().chain(&inherited.indexes);
        keys.count() + indexes.count() > 0
    });
    let work = if builds { Work::IndexBuild } else { Work::Scan };
    let cost = (Lock::BlocksAll, work);
    lowering.sql(Phase::AddParts, Object::table(&desired.name), sql, cost);
}

/// What cannot become of a table by `ALTER TABLE`.
pub(super) fn key_changed(lowering: &mut Lowering<'_>, table: &Name, pair: &Pair<Option<String>>) {
    let (reason, instead) = match (&pair.observed, &pair.desired) {
        (None, _) => (
            "a plain table cannot become a partitioned one",
            "rename it, declare a partitioned table under its name, and attach it as a partition or copy its rows",
        ),
        (Some(_), None) => (
            "a partitioned table cannot become a plain one",
            "declare a plain table under another name, copy the rows, and exchange the names",
        ),
        (Some(_), Some(_)) => (
            "the partition key of a table cannot be changed",
            "declare a partitioned table under another name, copy the rows, and exchange the names",
        ),
    };
    lowering.refuse(Object::table(table), reason, instead);
}

/// Refuses what no statement says without the name of the parent's sequence.
pub(super) fn counts_alike(lowering: &mut Lowering<'_>, table: &Name, pair: &Pair<Column>) -> bool {
    let counts = |column: &Column| column.attributes.contains_key(&Attribute::ParentSequence);
    let (was, is) = (counts(&pair.observed), counts(&pair.desired));
    if was == is || !is {
        return true;
    }
    lowering.refuse(
        Object::part("column", table, &pair.desired.name),
        "its default has to read the sequence of the partitioned table's column",
        "set the default by hand before: nextval() of that sequence",
    );
    false
}
