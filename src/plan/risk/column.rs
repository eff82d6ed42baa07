//! Columns that come, go, and become something else.

use super::altered::Altered;
use super::concern::Concern;
use super::retype;
use super::rule::{Rule, Severity};
use crate::engine::{Dialect, Engine, Object, Question};
use crate::schema::{Attribute, Column, ColumnEdit, Pair, Part};

/// Attributes by which a column counts itself.
const COUNTING: [Attribute; 3] = [
    Attribute::AutoIncrement,
    Attribute::Identity,
    Attribute::Serial,
];

fn counts(column: &Column) -> bool {
    COUNTING
        .iter()
        .any(|attribute| column.attributes.contains_key(attribute))
}

/// What there is to say of the columns of a table.
pub(super) fn concerns(table: &Altered<'_>, dialect: &dyn Dialect, list: &mut Vec<Concern>) {
    if dialect.engine() == Engine::Postgres {
        list.extend(plans(table));
    }
    for edit in &table.delta.columns {
        match edit {
            ColumnEdit::Add { column, .. } => list.extend(table.added(column)),
            ColumnEdit::Drop(column) => list.push(table.dropped(column)),
            ColumnEdit::Change(pair) => table.changed(pair, dialect, list),
        }
    }
}

/// BC007: `SELECT *`, once prepared, insists on the columns it had ("cached plan must not change
/// result type").
fn plans(table: &Altered<'_>) -> Option<Concern> {
    let shown = |edit: &ColumnEdit| match edit {
        ColumnEdit::Add { .. } | ColumnEdit::Drop(_) => true,
        ColumnEdit::Change(pair) => {
            pair.observed.name != pair.desired.name
                || pair.observed.data_type != pair.desired.data_type
        }
    };
    table.delta.columns.iter().any(shown).then(|| {
        Concern::plain(
            Rule::PlansCached,
            Object::table(&table.desired.name),
            Severity::Info,
            "a `SELECT *` that a session has prepared fails once in each session that goes on",
            "let connection pools renew their sessions afterwards, or name the columns",
        )
    })
}

impl Altered<'_> {
    fn added(&self, column: &Column) -> Option<Concern> {
        let filled = column.nullable
            || column.default.is_some()
            || column.generated.is_some()
            || [
                Attribute::AutoIncrement,
                Attribute::Identity,
                Attribute::Serial,
                Attribute::NotValid,
            ]
            .iter()
            .any(|attribute| column.attributes.contains_key(attribute));
        (!filled).then(|| Concern {
            rule: Rule::ColumnAddRequired,
            object: self.column(column),
            question: Some(Question::Rows(self.observed.clone())),
            calm: Severity::Low,
            alarmed: Severity::Forbidden,
            certain: Severity::Forbidden,
            message: "existing rows have no value for the new column",
            counts: "rows",
            remedy: "give it a default, or add it nullable, fill it, and make it NOT NULL in a later release",
        })
    }

    fn dropped(&self, column: &Column) -> Concern {
        let values = Question::Values(self.observed.clone(), column.name.clone());
        Concern {
            rule: Rule::ColumnDrop,
            object: self.column(column),
            question: column.generated.is_none().then_some(values),
            calm: Severity::Medium,
            alarmed: if column.generated.is_some() {
                Severity::Medium
            } else {
                Severity::Critical
            },
            certain: Severity::Critical,
            message: "the column is dropped with its values",
            counts: "values",
            remedy: "stop using it first and drop it in a later release; `renamedFrom` if it is a rename",
        }
    }

    /// OP007: `ALTER COLUMN … TYPE` forgets the column's statistics (`ALTER TABLE`, "Notes").
    fn statistics(&self, column: &Column) -> Concern {
        Concern {
            rule: Rule::StatisticsLost,
            object: self.column(column),
            question: Some(Question::Rows(self.observed.clone())),
            calm: Severity::Info,
            alarmed: Severity::Medium,
            certain: Severity::Low,
            message: "queries are planned without statistics of the column until it is analysed",
            counts: "rows",
            remedy: "run ANALYZE on the table right after the change",
        }
    }

    fn changed(&self, pair: &Pair<Column>, dialect: &dyn Dialect, list: &mut Vec<Concern>) {
        let Pair { observed, desired } = pair;
        let object = self.column(desired);
        let mut push = |concern: Concern| list.push(concern);
        if observed.name != desired.name {
            push(Concern::plain(
                Rule::ColumnRename,
                object.clone(),
                Severity::Critical,
                "programs that use the old name fail at once",
                "add the new column beside the old one and switch in steps, if that matters",
            ));
        }
        if observed.data_type != desired.data_type && dialect.engine() == Engine::Postgres {
            list.push(self.statistics(desired));
        }
        if observed.data_type != desired.data_type {
            list.extend(retype::concerns(self, pair, dialect));
        }
        let mut push = |concern: Concern| list.push(concern);
        let unchecked = |column: &Column| {
            column.nullable || column.attributes.contains_key(&Attribute::NotValid)
        };
        if unchecked(observed) && !unchecked(desired) {
            let question = Question::Nulls(self.observed.clone(), observed.name.clone());
            push(Concern::violation(
                Rule::ColumnNotNull,
                object.clone(),
                question,
                "rows without a value make the step fail",
                "rows with NULL",
                "fill them first",
            ));
        }
        if !observed.nullable && desired.nullable {
            push(Concern::plain(
                Rule::NotNullDrop,
                object.clone(),
                Severity::Low,
                "readers may meet NULLs",
                "make sure that programs expect them",
            ));
        }
        // SQLite numbers the alias of its rowid with or without AUTOINCREMENT (autoinc.html, 1).
        let counted = |column: &Column| counts(column) && dialect.engine() != Engine::Sqlite;
        let filled = |column: &Column| {
            column.default.is_some() || column.generated.is_some() || counted(column)
        };
        if filled(observed) && !filled(desired) && !desired.nullable {
            push(Concern::plain(
                Rule::DefaultDrop,
                object.clone(),
                Severity::Medium,
                "writers that leave the column out fail from now on",
                "change the writers first",
            ));
        }
        if counts(observed) && !counts(desired) {
            push(Concern::plain(
                Rule::IdentityDrop,
                object.clone(),
                Severity::Medium,
                "what was counted is forgotten; counting again later begins anew and may meet values that are there",
                "set the counter beyond the highest value when the column counts again",
            ));
        }
        if counts(desired) && !counts(observed) {
            push(Concern::plain(
                Rule::IdentityAdd,
                object.clone(),
                Severity::Medium,
                "values that exist may collide with the first ones counted",
                "set the counter beyond the highest value",
            ));
        }
        let differs = |attribute: Attribute| {
            observed.attributes.get(&attribute) != desired.attributes.get(&attribute)
        };
        if differs(Attribute::Charset) {
            push(Concern::counted(
                Rule::CharsetConvert,
                object.clone(),
                Question::Values(self.observed.clone(), observed.name.clone()),
                "text is converted to another character set; characters it lacks are lost",
                "convert a copy first and compare",
            ));
        }
        let keyed = self
            .desired
            .primary_key
            .iter()
            .chain(&self.desired.uniques)
            .any(|key| {
                key.parts
                    .iter()
                    .filter_map(Part::column_name)
                    .any(|name| name == desired.name)
            });
        if differs(Attribute::Collation) && keyed {
            push(Concern::plain(
                Rule::CollationKey,
                object,
                Severity::High,
                "keys that differ today may be equal under the new collation",
                "look for duplicates under the new collation first",
            ));
        }
    }
}
