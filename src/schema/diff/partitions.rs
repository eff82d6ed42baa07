//! What a change of a partitioned table does to its partitions by itself, and what becomes of a
//! table that becomes a partition or is none any longer.
//!
//! `ALTER TABLE` of a partitioned table goes on to its partitions (PostgreSQL 15 manual, `ALTER
//! TABLE`), except where said otherwise here. What is left to do to a partition is the difference
//! between what comes of that and what it shall be.

use super::{ColumnEdit, Edit, Moved, Pair, Rename, TableDelta, table_delta};
use crate::schema::partition::inherited_column;
use crate::schema::{
    Attribute, Column, Element, Fold, Inherited, Name, Schema, Swaps, Table, name,
};
use std::collections::BTreeMap;

/// The renames with those of columns repeated for partitions, whose columns follow.
pub(super) fn with_partitions(
    renames: &[Rename],
    observed: &Schema,
    desired: &Schema,
    tables: Fold,
) -> Vec<Rename> {
    let mut all = renames.to_vec();
    let moved = Moved::new(renames, tables);
    let attached: Vec<&Table> = observed
        .tables
        .values()
        .filter(|t| is_partition(t))
        .collect();
    for rename in renames {
        let Rename::Column { table, from, to } = rename else {
            continue;
        };
        let below = attached.iter().map(|live| moved.table(&live.name));
        let below = below.filter(|name| desired.ancestors(name).contains(&table));
        all.extend(below.map(|name| Rename::Column {
            table: name.clone(),
            from: from.clone(),
            to: to.clone(),
        }));
    }
    all
}

fn is_partition(table: &Table) -> bool {
    table.partition_of.is_some()
}

/// How the parents of partitions change, whole.
pub(super) struct Parents<'a> {
    schemas: Pair<&'a Schema>,
    moved: &'a Moved<'a>,
    swaps: &'a Swaps,
    folds: (Fold, Fold),
    known: BTreeMap<Name, Option<TableDelta>>,
}

impl<'a> Parents<'a> {
    pub(super) fn new(
        schemas: Pair<&'a Schema>,
        (moved, swaps): (&'a Moved<'a>, &'a Swaps),
        folds: (Fold, Fold),
    ) -> Self {
        Self {
            schemas,
            moved,
            swaps,
            folds,
            known: BTreeMap::new(),
        }
    }

    /// The change of a table of the desired schema that was there before.
    fn change(&mut self, name: &Name) -> Option<&TableDelta> {
        if !self.known.contains_key(name) {
            let Pair { observed, desired } = self.schemas;
            let before = observed
                .tables
                .values()
                .find(|table| self.moved.table(&table.name) == name);
            let names = (self.moved, self.swaps);
            let delta = before
                .zip(desired.tables.get(name))
                .map(|(before, after)| table_delta(before, after, names, self.folds, None));
            self.known.insert(name.clone(), delta);
        }
        self.known.get(name).and_then(Option::as_ref)
    }

    /// An observed table, renamed, as it is once others have changed and it was attached or detached:
    /// what is left to do is the difference to `after`.
    pub(super) fn base(&mut self, renamed: &Table, after: &Table) -> Table {
        let fold = self.folds.1;
        match (&renamed.partition_of, &after.partition_of) {
            (Some(was), Some(is)) if was.parent == is.parent => match self.change(&is.parent) {
                Some(parent) => followed(renamed, parent, fold),
                None => renamed.clone(),
            },
            (None, None) | (Some(_), Some(_)) => renamed.clone(),
            (None, Some(is)) => match self.schemas.desired.tables.get(&is.parent) {
                Some(parent) => attached(renamed, &parent.with_inherited(), after, fold),
                None => renamed.clone(),
            },
            (Some(_), None) => detached(renamed, after, fold),
        }
    }
}

/// Makes partitions of `desired` what comes of the observed ones by itself: those that nobody declared
/// have to be what the change of their parents makes of them.
pub(in crate::schema) fn follow(
    observed: &Schema,
    desired: &mut Schema,
    renames: &[Rename],
    folds: (Fold, Fold),
    follows: &dyn Fn(&Name) -> bool,
) {
    let mut names: Vec<Name> = desired
        .tables
        .values()
        .filter(|table| is_partition(table) && follows(&table.name))
        .map(|table| table.name.clone())
        .collect();
    names.sort_by_key(|name| desired.ancestors(name).len());
    let renames = with_partitions(renames, observed, desired, folds.0);
    let (moved, swaps) = (Moved::new(&renames, folds.0), Swaps::default());
    for name in names {
        let mut tables = observed.tables.values();
        let Some(live) = tables.find(|live| *moved.table(&live.name) == name) else {
            continue;
        };
        let called = moved.apply(live);
        let schemas = Pair {
            observed,
            desired: &*desired,
        };
        let table = Parents::new(schemas, (&moved, &swaps), folds).base(&called, &called);
        desired.tables.insert(name, table);
    }
}

/// Gives partitions the columns of their parents, whichever of them were kept.
pub(in crate::schema) fn align(schema: &mut Schema, fold: Fold, aligned: &dyn Fn(&Name) -> bool) {
    let mut names: Vec<Name> = schema
        .tables
        .values()
        .filter(|table| is_partition(table) && aligned(&table.name))
        .map(|table| table.name.clone())
        .collect();
    names.sort_by_key(|name| schema.ancestors(name).len());
    for name in names {
        let parent = schema
            .ancestors(&name)
            .first()
            .and_then(|parent| schema.tables.get(*parent))
            .map(|parent| parent.columns.clone());
        if let (Some(columns), Some(table)) = (parent, schema.tables.get_mut(&name)) {
            let theirs = |name: &str| columns.iter().any(|c| fold.same(&c.name, name));
            table.columns.retain(|column| theirs(&column.name));
            for column in &columns {
                if table.column(&column.name, fold).is_none() {
                    table.columns.push(inherited_column(column));
                }
            }
        }
    }
}

/// A partition after a change of its parent.
fn followed(partition: &Table, parent: &TableDelta, fold: Fold) -> Table {
    let mut after = partition.clone();
    for edit in &parent.columns {
        match edit {
            ColumnEdit::Drop(gone) => without_column(&mut after, &gone.name, fold),
            ColumnEdit::Add { column, .. } => {
                let mut column = inherited_column(column);
                // `SET COMPRESSION` stays where it is said, `SET STATISTICS` goes on.
                column.attributes.remove(&Attribute::Compression);
                let statistics = edit_statistics(edit);
                column.attributes.extend(statistics);
                after.columns.push(column);
            }
            ColumnEdit::Change(pair) => {
                let mut columns = after.columns.iter_mut();
                if let Some(column) = columns.find(|c| fold.same(&c.name, &pair.desired.name)) {
                    change_column(column, pair);
                }
            }
        }
    }
    let new = Inherited {
        primary_key: parent.primary_key.as_ref().and_then(comes).cloned(),
        uniques: parent.uniques.iter().filter_map(comes).cloned().collect(),
        indexes: parent.indexes.iter().filter_map(comes).cloned().collect(),
        foreign_keys: parent
            .foreign_keys
            .iter()
            .filter_map(comes)
            .cloned()
            .collect(),
        checks: parent.checks.iter().filter_map(comes).cloned().collect(),
    };
    absorb(&mut after, &new, fold);
    after
}

fn edit_statistics(edit: &ColumnEdit) -> Option<(Attribute, String)> {
    match edit {
        ColumnEdit::Add { column, .. } => column
            .attributes
            .get_key_value(&Attribute::Statistics)
            .map(|(key, value)| (*key, value.clone())),
        ColumnEdit::Drop(_) | ColumnEdit::Change(_) => None,
    }
}

fn comes<T>(edit: &Edit<T>) -> Option<&T> {
    match edit {
        Edit::Add(part) | Edit::Replace(Pair { desired: part, .. }) => Some(part),
        Edit::Drop(_) | Edit::Rename(_) => None,
    }
}

/// "Indexes and table constraints involving the column will be automatically dropped as well"
/// (`ALTER TABLE`, `DROP COLUMN`).
fn without_column(table: &mut Table, gone: &str, fold: Fold) {
    if let Some(at) = table.columns.iter().position(|c| fold.same(&c.name, gone)) {
        table.columns.remove(at);
    }
    let free = |text: &str| name::replace_word(text, gone, "") == text;
    table.primary_key = table.primary_key.take().filter(|key| !key.uses(gone, fold));
    table.uniques.retain(|key| !key.uses(gone, fold));
    table.foreign_keys.retain(|key| !key.uses(gone, fold));
    table.checks.retain(|check| free(&check.expression));
    table.indexes.retain(|index| {
        let predicate = index.attributes.get(&Attribute::Predicate);
        !index.uses(gone, fold) && predicate.is_none_or(|text| free(text))
    });
}

/// What `ALTER TABLE … ALTER COLUMN` of the parent changes here as well.
fn change_column(column: &mut Column, pair: &Pair<Column>) {
    let (old, new) = (&pair.observed, &pair.desired);
    let retyped = old.data_type != new.data_type;
    // The parent's default is set again when its type has changed.
    if old.default != new.default || (retyped && new.default.is_some()) {
        column.default.clone_from(&new.default);
    }
    column.data_type.clone_from(&new.data_type);
    if old.nullable != new.nullable {
        column.nullable = new.nullable;
    }
    if old.generated != new.generated {
        column.generated.clone_from(&new.generated);
    }
    for attribute in [
        Attribute::Collation,
        Attribute::Storage,
        Attribute::Statistics,
    ] {
        put(column, attribute, attribute, pair);
    }
    put(column, Attribute::Serial, Attribute::ParentSequence, pair);
}

/// Repeats the change of one attribute.
fn put(column: &mut Column, from: Attribute, to: Attribute, pair: &Pair<Column>) {
    let (old, new) = (
        pair.observed.attributes.get(&from),
        pair.desired.attributes.get(&from),
    );
    if old == new {
        return;
    }
    match new {
        None => drop(column.attributes.remove(&to)),
        Some(_) if to == Attribute::ParentSequence => {
            column.attributes.insert(to, "true".to_owned());
        }
        Some(value) => drop(column.attributes.insert(to, value.clone())),
    }
}

/// An index or constraint that the parent has, too, becomes part of the parent's (`CREATE INDEX`,
/// "Notes"; `ALTER TABLE`, `ATTACH PARTITION`). Checks are known by their names.
fn absorb(table: &mut Table, parent: &Inherited, fold: Fold) -> Inherited {
    let mut taken = Inherited::default();
    if let Some(theirs) = &parent.primary_key {
        let own = &mut table.primary_key;
        taken.primary_key = own.take_if(|own| own.same_shape(theirs, fold));
    }
    take(
        &mut table.uniques,
        &parent.uniques,
        &mut taken.uniques,
        fold,
    );
    take(
        &mut table.indexes,
        &parent.indexes,
        &mut taken.indexes,
        fold,
    );
    take(
        &mut table.foreign_keys,
        &parent.foreign_keys,
        &mut taken.foreign_keys,
        fold,
    );
    table.checks.retain(|own| {
        let named = |theirs: &&crate::schema::Check| {
            theirs.label.text == own.label.text && theirs.expression == own.expression
        };
        let theirs = parent.checks.iter().any(|check| named(&check));
        if theirs {
            taken.checks.push(own.clone());
        }
        !theirs
    });
    taken
}

/// One of the own parts for each of the parent's.
fn take<T: Element>(own: &mut Vec<T>, parent: &[T], taken: &mut Vec<T>, fold: Fold) {
    for theirs in parent {
        if let Some(at) = own.iter().position(|o| o.same_shape(theirs, fold)) {
            taken.push(own.remove(at));
        }
    }
}

/// A table once it is a partition.
fn attached(table: &Table, parent: &Table, after: &Table, fold: Fold) -> Table {
    let mut attached = table.clone();
    let theirs = Inherited {
        primary_key: parent.primary_key.clone(),
        uniques: parent.uniques.clone(),
        indexes: parent.indexes.clone(),
        foreign_keys: parent.foreign_keys.clone(),
        checks: parent.checks.clone(),
    };
    attached.inherited = absorb(&mut attached, &theirs, fold);
    for column in &mut attached.columns {
        let counts = after
            .column(&column.name, fold)
            .is_some_and(|after| after.attributes.contains_key(&Attribute::ParentSequence));
        let reads = column.default.as_deref().is_some_and(reads_sequence);
        if counts && reads {
            column.default = None;
            let counted = "true".to_owned();
            column.attributes.insert(Attribute::ParentSequence, counted);
        }
    }
    attached
}

/// A table once it is no partition any longer: what was its parent's is its own now.
fn detached(table: &Table, after: &Table, fold: Fold) -> Table {
    let mut detached = table.with_inherited();
    for column in &mut detached.columns {
        if column
            .attributes
            .remove(&Attribute::ParentSequence)
            .is_some()
        {
            let wanted = after.column(&column.name, fold);
            let wanted = wanted.and_then(|column| column.default.clone());
            let same = wanted.filter(|text| reads_sequence(text));
            column.default = Some(same.unwrap_or_else(|| "nextval(…)".to_owned()));
        }
    }
    detached
}

fn reads_sequence(default: &str) -> bool {
    default.starts_with("nextval(")
}

/// The parts a table has from its parent once it is attached: its own that were taken, under their
/// names, and those the server makes.
pub(super) fn names_kept(attached: &Inherited, made: &Inherited, fold: Fold) -> Inherited {
    Inherited {
        primary_key: attached.primary_key.clone().or(made.primary_key.clone()),
        uniques: rest(&made.uniques, &attached.uniques, fold),
        indexes: rest(&made.indexes, &attached.indexes, fold),
        foreign_keys: rest(&made.foreign_keys, &attached.foreign_keys, fold),
        checks: made.checks.clone(),
    }
}

fn rest<T: Element>(made: &[T], own: &[T], fold: Fold) -> Vec<T> {
    let mut left = made.to_vec();
    for taken in own {
        if let Some(at) = left.iter().position(|part| part.same_shape(taken, fold)) {
            left.remove(at);
        }
    }
    own.iter().cloned().chain(left).collect()
}

#[cfg(test)]
mod tests {
    use crate::schema::{
        Attribute, Attributes, Change, Column, Fold, Index, Label, Name, Pair, Part, PartitionOf,
        Rename, Schema, Table, diff,
    };

    fn column(name: &str, data_type: &str) -> Column {
        Column {
            name: name.to_owned(),
            data_type: data_type.to_owned(),
            nullable: true,
            default: None,
            generated: None,
            attributes: Attributes::new(),
        }
    }

    fn index(label: Label, column: &str) -> Index {
        Index {
            label,
            unique: false,
            parts: vec![Part::column(column)],
            attributes: Attributes::new(),
        }
    }

    /// `p`, partitioned, with a partition `a` that has a partition `b`.
    fn schema(columns: &[Column]) -> Schema {
        let mut schema = Schema::default();
        for (name, parent) in [("p", None), ("a", Some("p")), ("b", Some("a"))] {
            let mut table = Table::new(Name::bare(name));
            table.columns = columns.to_vec();
            if name != "b" {
                let key = "LIST (k)".to_owned();
                table.attributes.insert(Attribute::PartitionBy, key);
            }
            table.partition_of = parent.map(|parent| PartitionOf {
                parent: Name::bare(parent),
                bound: "DEFAULT".to_owned(),
                detaching: false,
            });
            schema.tables.insert(table.name.clone(), table);
        }
        schema
    }

    fn changed(observed: Schema, desired: Schema, renames: Vec<Rename>) -> Vec<String> {
        let pair = Pair { observed, desired };
        let delta = diff(pair, renames, Fold::Exact, Fold::Exact);
        delta.changes.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn columns_are_changed_once() {
        let observed = schema(&[column("k", "int"), column("gone", "int")]);
        let desired = schema(&[column("k", "bigint"), column("new", "text")]);
        assert_eq!(changed(observed, desired, Vec::new()), ["table p"]);
    }

    #[test]
    fn a_renamed_column_is_renamed_below() {
        let mut observed = schema(&[column("k", "int")]);
        let mut desired = schema(&[column("key", "int")]);
        for table in desired.tables.values_mut().filter(|t| t.is_partitioned()) {
            let key = "LIST (key)".to_owned();
            table.attributes.insert(Attribute::PartitionBy, key);
        }
        for (schema, column) in [(&mut observed, "k"), (&mut desired, "key")] {
            let leaf = schema.tables.get_mut(&Name::bare("b")).unwrap();
            leaf.indexes.push(index(Label::given("own"), column));
        }
        let rename = Rename::Column {
            table: Name::bare("p"),
            from: "k".to_owned(),
            to: "key".to_owned(),
        };
        assert_eq!(changed(observed, desired, vec![rename]), ["table p"]);
    }

    #[test]
    fn an_index_of_a_partition_becomes_part_of_the_same_one_of_its_table() {
        let mut observed = schema(&[column("k", "int")]);
        let mut desired = observed.clone();
        let leaf = observed.tables.get_mut(&Name::bare("a")).unwrap();
        leaf.indexes.push(index(Label::given("mine"), "k"));
        let top = desired.tables.get_mut(&Name::bare("p")).unwrap();
        top.indexes.push(index(Label::given("all"), "k"));
        assert_eq!(changed(observed.clone(), desired, Vec::new()), ["table p"]);
        let without = schema(&[column("k", "int")]);
        assert_eq!(changed(observed, without, Vec::new()), ["table a"]);
    }

    #[test]
    fn what_a_partition_has_alone_is_its_own_change() {
        let observed = schema(&[column("k", "int")]);
        let mut desired = observed.clone();
        let leaf = desired.tables.get_mut(&Name::bare("b")).unwrap();
        leaf.columns[0].default = Some("1".to_owned());
        assert_eq!(changed(observed, desired, Vec::new()), ["table b"]);
    }

    #[test]
    fn a_detached_table_owns_what_was_inherited() {
        let mut observed = schema(&[column("k", "int")]);
        let leaf = observed.tables.get_mut(&Name::bare("b")).unwrap();
        leaf.inherited.indexes = vec![index(Label::generated("b_k_idx"), "k")];
        let mut desired = schema(&[column("k", "int")]);
        let leaf = desired.tables.get_mut(&Name::bare("b")).unwrap();
        leaf.partition_of = None;
        leaf.indexes = vec![index(Label::generated("b_k_idx"), "k")];
        let pair = Pair { observed, desired };
        let delta = diff(pair, Vec::new(), Fold::Exact, Fold::Exact);
        let [Change::AlterTable(inside)] = delta.changes.as_slice() else {
            panic!("one change: {:?}", delta.changes)
        };
        assert!(inside.partition.is_some() && inside.indexes.is_empty());
    }

    #[test]
    fn tables_come_before_their_partitions_and_go_after_them() {
        let all = schema(&[column("k", "int")]);
        let made = changed(Schema::default(), all.clone(), Vec::new());
        assert_eq!(made, ["table p", "table a", "table b"]);
        let gone = changed(all, Schema::default(), Vec::new());
        assert_eq!(gone, ["table b", "table a", "table p"]);
    }
}
