//! Tables that go, get another name or another kind of storage.

use super::altered::Altered;
use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::{Object, Question};
use crate::schema::{Attribute, Table};

/// A table that gets another name.
pub(super) fn renamed(table: &Altered<'_>) -> Option<Concern> {
    table.delta.renamed().then(|| {
        Concern::plain(
            Rule::TableRename,
            Object::table(&table.desired.name),
            Severity::Critical,
            "programs that use the old name fail at once",
            "leave a view with the old name for a while",
        )
    })
}

/// A partition that becomes a table of its own.
pub(super) fn detached(table: &Altered<'_>) -> Option<Concern> {
    let left = table.delta.partition.as_ref();
    let left = left.filter(|pair| pair.observed.is_some() && pair.desired.is_none());
    left.map(|_| Concern {
        alarmed: Severity::High,
        certain: Severity::High,
        ..Concern::counted(
            Rule::PartitionDetach,
            Object::table(&table.desired.name),
            Question::Rows(table.observed.clone()),
            "who reads the partitioned table does not find the rows of the partition any longer",
            "make sure that nobody looks for them there",
        )
    })
}

/// Partitions that go with their rows and are no tables of their own.
pub(super) fn partitions(table: &Altered<'_>, list: &mut Vec<Concern>) {
    let moves = table.delta.resettled(table.whole.direction);
    list.extend(moves.dropped.iter().map(|one| {
        let question = Question::PartitionRows(table.observed.clone(), one.name.clone());
        Concern::counted(
            Rule::TableDrop,
            Object::part("partition", &table.desired.name, &one.name),
            question,
            "the partition is dropped with its rows",
            "keep the partition declared until its rows are wanted no longer",
        )
    }));
}

/// What there is to say of a table's own attributes.
pub(super) fn attributes(table: &Altered<'_>, list: &mut Vec<Concern>) {
    let changed = |attribute| table.delta.attributes.contains_key(&attribute);
    if changed(Attribute::StorageEngine) || changed(Attribute::Unlogged) {
        list.push(Concern::counted(
            Rule::EngineChange,
            Object::table(&table.desired.name),
            Question::Rows(table.observed.clone()),
            "another kind of storage keeps rows by other rules (durability, foreign keys)",
            "copy the table by hand if its guarantees matter",
        ));
    }
    if changed(Attribute::ReplicaIdentity) {
        list.push(Concern::plain(
            Rule::ReplicaIdentity,
            Object::table(&table.desired.name),
            Severity::Medium,
            "subscribers find rows by other columns; without any, changes of published rows fail",
            "look at the publications and their subscribers first",
        ));
    }
    if changed(Attribute::Charset) {
        list.push(Concern::plain(
            Rule::CharsetConvert,
            Object::table(&table.desired.name),
            Severity::Medium,
            "columns added from now on take the new default character set",
            "convert columns one by one where text matters",
        ));
    }
}

/// A table that goes.
pub(super) fn dropped(table: &Table) -> Concern {
    Concern {
        rule: Rule::TableDrop,
        object: Object::table(&table.name),
        question: Some(Question::Rows(table.name.clone())),
        calm: Severity::Low,
        alarmed: Severity::Critical,
        certain: Severity::Critical,
        message: "the table is dropped with its rows",
        counts: "rows",
        remedy: "keep the table declared, or rename it by `renamedFrom` and drop it in a later release",
    }
}
