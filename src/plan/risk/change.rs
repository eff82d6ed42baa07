//! Rules about rows and about those who use them.

use super::rule::{Rule, Severity};
use super::{Facts, Finding, counted};
use crate::engine::{Dialect, Engine, Object, Question, TypeChange};
use crate::schema::{
    Attribute, Change, Column, ColumnEdit, Delta, Edit, Element, ForeignKey, Index, Name, Pair,
    Part, Suggestion, Table, TableDelta,
};
use std::collections::BTreeSet;

/// What a rule is about to say, and the question whose answer can calm it.
struct Concern {
    rule: Rule,
    object: Object,
    /// Asked of the observed table; the finding's rows are its answer.
    question: Option<Question>,
    /// When the answer is 0 (or there is no question).
    calm: Severity,
    /// When it is not, or is not known.
    alarmed: Severity,
    /// When it is known and not 0: the step cannot succeed or would destroy what nobody meant.
    certain: Severity,
    message: &'static str,
    counts: &'static str,
    remedy: &'static str,
}

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

impl Concern {
    fn judged(self, facts: &Facts) -> Finding {
        let rows = self
            .question
            .as_ref()
            .and_then(|question| facts.get(question));
        let severity = match (&self.question, rows) {
            (Some(_), Some(0)) => self.calm,
            (Some(_), Some(_)) => self.certain,
            (None, _) | (Some(_), None) => self.alarmed,
        };
        let message = if self.question.is_some() {
            format!("{}: {}", self.message, counted(rows, self.counts))
        } else {
            self.message.to_owned()
        };
        Finding {
            rule: self.rule,
            severity,
            object: self.object,
            message,
            remedy: self.remedy.to_owned(),
            rows,
            bytes: None,
            overridden: None,
        }
    }
}

fn concerns(delta: &Delta, dialect: &dyn Dialect, suggestions: &[Suggestion]) -> Vec<Concern> {
    let mut list = Vec::new();
    for change in &delta.changes {
        match change {
            Change::DropTable(table) => list.push(dropped_table(table)),
            Change::AlterTable(inside) => altered(inside, dialect, &mut list),
            Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::CreateTable(_)
            | Change::Object(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => {}
        }
    }
    list.extend(
        suggestions
            .iter()
            .map(|suggestion| lookalike(suggestion, delta)),
    );
    list
}

fn dropped_table(table: &Table) -> Concern {
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

/// DL004. A drop that destroys nothing needs no alarm.
fn lookalike(suggestion: &Suggestion, delta: &Delta) -> Concern {
    let observed = &delta.schemas.observed;
    let (object, question) = if let Some(column) = &suggestion.column {
        let table = delta.changes.iter().find_map(|change| match change {
            Change::AlterTable(inside) if inside.tables.desired.name == suggestion.table => {
                Some(inside.tables.observed.name.clone())
            }
            _ => None,
        });
        let table = table.unwrap_or_else(|| suggestion.table.clone());
        (
            Object::part("column", &suggestion.table, column),
            Question::Values(table, column.clone()),
        )
    } else {
        let name = observed
            .tables
            .keys()
            .find(|name| name.to_string() == suggestion.from);
        let name = name.unwrap_or(&suggestion.table).clone();
        (Object::table(&name), Question::Rows(name))
    };
    Concern {
        rule: Rule::Lookalike,
        object,
        question: Some(question),
        calm: Severity::Info,
        alarmed: Severity::Forbidden,
        certain: Severity::Forbidden,
        message: "this drop and an addition look like a rename; data would be lost",
        counts: "rows",
        remedy: "declare `renamedFrom` if it is one; if it is not, allow rule rename.undeclared for this object",
    }
}

fn altered(inside: &TableDelta, dialect: &dyn Dialect, list: &mut Vec<Concern>) {
    let table = Ctx {
        observed: &inside.tables.observed.name,
        desired: &inside.tables.desired,
        delta: inside,
    };
    if inside.renamed() {
        list.push(table.plain(
            Rule::TableRename,
            Object::table(&table.desired.name),
            Severity::Critical,
            "programs that use the old name fail at once",
            "leave a view with the old name for a while",
        ));
    }
    for edit in &inside.columns {
        match edit {
            ColumnEdit::Add { column, .. } => list.extend(table.added(column)),
            ColumnEdit::Drop(column) => list.push(table.dropped(column)),
            ColumnEdit::Change(pair) => table.changed(pair, dialect, list),
        }
    }
    for (edit, primary) in inside
        .uniques
        .iter()
        .map(|e| (e, false))
        .chain(inside.primary_key.iter().map(|e| (e, true)))
    {
        let kind = if primary { "primary key" } else { "unique" };
        if let Some(key) = added(edit) {
            list.extend(table.unique(kind, &key.label.text, &key.parts));
        }
        if let Some(key) = removed(edit) {
            list.push(table.gone(Rule::ConstraintDrop, kind, key));
        }
    }
    for edit in &inside.indexes {
        if let Some(index) = added(edit).filter(|index| index.unique) {
            list.extend(table.unique_index(index));
        }
        if let Some(index) = removed(edit) {
            list.push(table.gone(Rule::IndexDrop, "index", index));
        }
    }
    for edit in &inside.foreign_keys {
        if let Some(key) = added(edit) {
            list.push(table.foreign_key(key));
        }
        if let Some(key) = removed(edit) {
            list.push(table.gone(Rule::ForeignKeyDrop, "foreign key", key));
        }
    }
    for edit in &inside.checks {
        if let Some(check) = added(edit) {
            let object = Object::part("check", &table.desired.name, &check.label.text);
            let question = Question::Violations(table.observed.clone(), check.expression.clone());
            list.push(table.violation(
                Rule::CheckAdd,
                object,
                question,
                "rows that break the new condition make the step fail",
                "rows in the way",
                "correct the rows first",
            ));
        }
        if let Some(check) = removed(edit) {
            list.push(table.gone(Rule::ConstraintDrop, "check", check));
        }
    }
    if inside.attributes.contains_key(&Attribute::StorageEngine)
        || inside.attributes.contains_key(&Attribute::Unlogged)
    {
        list.push(table.counted(
            Rule::EngineChange,
            Object::table(&table.desired.name),
            Question::Rows(table.observed.clone()),
            "another kind of storage keeps rows by other rules (durability, foreign keys)",
            "copy the table by hand if its guarantees matter",
        ));
    }
    if inside.attributes.contains_key(&Attribute::Charset) {
        list.push(table.plain(
            Rule::CharsetConvert,
            Object::table(&table.desired.name),
            Severity::Medium,
            "columns added from now on take the new default character set",
            "convert columns one by one where text matters",
        ));
    }
}

fn added<T>(edit: &Edit<T>) -> Option<&T> {
    match edit {
        Edit::Add(part) | Edit::Replace(Pair { desired: part, .. }) => Some(part),
        Edit::Drop(_) | Edit::Rename(_) => None,
    }
}

/// Parts that go without another taking their place.
fn removed<T>(edit: &Edit<T>) -> Option<&T> {
    match edit {
        Edit::Drop(part) => Some(part),
        Edit::Add(_) | Edit::Replace(_) | Edit::Rename(_) => None,
    }
}

/// One altered table.
struct Ctx<'a> {
    observed: &'a Name,
    desired: &'a Table,
    delta: &'a TableDelta,
}

impl Ctx<'_> {
    fn plain(
        &self,
        rule: Rule,
        object: Object,
        severity: Severity,
        message: &'static str,
        remedy: &'static str,
    ) -> Concern {
        let _ = self;
        Concern {
            rule,
            object,
            question: None,
            calm: severity,
            alarmed: severity,
            certain: severity,
            message,
            counts: "",
            remedy,
        }
    }

    /// Critical with rows, low without.
    fn counted(
        &self,
        rule: Rule,
        object: Object,
        question: Question,
        message: &'static str,
        remedy: &'static str,
    ) -> Concern {
        let _ = self;
        Concern {
            rule,
            object,
            question: Some(question),
            calm: Severity::Low,
            alarmed: Severity::Critical,
            certain: Severity::Critical,
            message,
            counts: "rows",
            remedy,
        }
    }

    /// High while unknown, low when no row is in the way, forbidden when one is: it would fail.
    fn violation(
        &self,
        rule: Rule,
        object: Object,
        question: Question,
        message: &'static str,
        counts: &'static str,
        remedy: &'static str,
    ) -> Concern {
        let _ = self;
        Concern {
            rule,
            object,
            question: Some(question),
            calm: Severity::Low,
            alarmed: Severity::High,
            certain: Severity::Forbidden,
            message,
            counts,
            remedy,
        }
    }

    fn column(&self, column: &Column) -> Object {
        Object::part("column", &self.desired.name, &column.name)
    }

    /// The observed name of a desired column, or `None` when it is new.
    fn before(&self, column: &str) -> Option<String> {
        let edits = self.delta.columns.iter();
        for edit in edits {
            match edit {
                ColumnEdit::Add { column: new, .. } if new.name == column => return None,
                ColumnEdit::Change(pair) if pair.desired.name == column => {
                    return Some(pair.observed.name.clone());
                }
                ColumnEdit::Add { .. } | ColumnEdit::Change(_) | ColumnEdit::Drop(_) => {}
            }
        }
        Some(column.to_owned())
    }

    fn added(&self, column: &Column) -> Option<Concern> {
        let filled = column.nullable
            || column.default.is_some()
            || column.generated.is_some()
            || [
                Attribute::AutoIncrement,
                Attribute::Identity,
                Attribute::Serial,
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

    fn changed(&self, pair: &Pair<Column>, dialect: &dyn Dialect, list: &mut Vec<Concern>) {
        let Pair { observed, desired } = pair;
        let object = self.column(desired);
        let mut push = |concern: Concern| list.push(concern);
        if observed.name != desired.name {
            push(self.plain(
                Rule::ColumnRename,
                object.clone(),
                Severity::Critical,
                "programs that use the old name fail at once",
                "add the new column beside the old one and switch in steps, if that matters",
            ));
        }
        if observed.data_type != desired.data_type {
            self.retyped(pair, dialect, list);
        }
        let mut push = |concern: Concern| list.push(concern);
        if observed.nullable && !desired.nullable {
            let question = Question::Nulls(self.observed.clone(), observed.name.clone());
            push(self.violation(
                Rule::ColumnNotNull,
                object.clone(),
                question,
                "rows without a value make the step fail",
                "rows with NULL",
                "fill them first",
            ));
        }
        if !observed.nullable && desired.nullable {
            push(self.plain(
                Rule::NotNullDrop,
                object.clone(),
                Severity::Low,
                "readers may meet NULLs",
                "make sure that programs expect them",
            ));
        }
        let counts = |column: &Column| {
            [
                Attribute::AutoIncrement,
                Attribute::Identity,
                Attribute::Serial,
            ]
            .iter()
            .any(|attribute| column.attributes.contains_key(attribute))
        };
        // SQLite numbers the alias of its rowid with or without AUTOINCREMENT (autoinc.html, 1).
        let counted = |column: &Column| counts(column) && dialect.engine() != Engine::Sqlite;
        let filled = |column: &Column| {
            column.default.is_some() || column.generated.is_some() || counted(column)
        };
        if filled(observed) && !filled(desired) && !desired.nullable {
            push(self.plain(
                Rule::DefaultDrop,
                object.clone(),
                Severity::Medium,
                "writers that leave the column out fail from now on",
                "change the writers first",
            ));
        }
        if counts(desired) && !counts(observed) {
            push(self.plain(
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
            push(self.counted(
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
            push(self.plain(
                Rule::CollationKey,
                object,
                Severity::High,
                "keys that differ today may be equal under the new collation",
                "look for duplicates under the new collation first",
            ));
        }
    }

    fn retyped(&self, pair: &Pair<Column>, dialect: &dyn Dialect, list: &mut Vec<Concern>) {
        let Pair { observed, desired } = pair;
        let object = self.column(desired);
        let values = Question::Values(self.observed.clone(), observed.name.clone());
        let concern = match (members(&observed.data_type), members(&desired.data_type)) {
            (Some(old), Some(new)) if old.iter().any(|m| !new.contains(m)) => self.counted(
                Rule::EnumValueRemove,
                object,
                values,
                "rows that hold a removed member fail or lose it",
                "map the values first",
            ),
            (Some(old), Some(new)) if !new.starts_with(&old) => self.counted(
                Rule::EnumReorder,
                object,
                values,
                "the order of members is part of what is stored",
                "append new members at the end",
            ),
            (Some(_), Some(_)) => return,
            _ => match dialect.type_change(&observed.data_type, &desired.data_type) {
                TypeChange::Widening => self.plain(
                    Rule::TypeVisible,
                    object,
                    Severity::Low,
                    "drivers see another type",
                    "make sure that programs read the wider type",
                ),
                TypeChange::Narrowing => {
                    let question = match length(&desired.data_type) {
                        Some(most) => {
                            Question::LongerThan(self.observed.clone(), observed.name.clone(), most)
                        }
                        None => values,
                    };
                    self.counted(
                        Rule::ColumnNarrow,
                        object,
                        question,
                        "values may not fit the new type",
                        "add a new column, convert into it, and switch",
                    )
                }
                TypeChange::Recast => self.counted(
                    Rule::ColumnRecast,
                    object,
                    values,
                    "values are converted to another kind of type",
                    "add a new column, convert into it, and switch",
                ),
            },
        };
        list.push(concern);
    }

    fn unique(&self, kind: &str, label: &str, parts: &[Part]) -> Option<Concern> {
        let columns: Option<Vec<String>> = parts
            .iter()
            .map(|part| part.column_name().and_then(|name| self.before(name)))
            .collect();
        let object = Object::part(kind, &self.desired.name, label);
        let question = Question::Duplicates(self.observed.clone(), columns?);
        Some(self.violation(
            Rule::UniqueAdd,
            object,
            question,
            "rows that are alike make the step fail",
            "duplicates",
            "remove the duplicates first",
        ))
    }

    fn unique_index(&self, index: &Index) -> Option<Concern> {
        if index.attributes.contains_key(&Attribute::Predicate) {
            return None;
        }
        self.unique("index", &index.label.text, &index.parts)
    }

    fn foreign_key(&self, key: &ForeignKey) -> Concern {
        let object = Object::part("foreign key", &self.desired.name, &key.label.text);
        let columns: Option<Vec<String>> =
            key.columns.iter().map(|name| self.before(name)).collect();
        let Some(columns) = columns else {
            return self.plain(
                Rule::ForeignKeyAdd,
                object,
                Severity::Low,
                "writers of both tables wait for a moment while the reference is added",
                "run it in a quiet hour",
            );
        };
        let asked = ForeignKey {
            columns,
            ..key.clone()
        };
        let question = Question::orphans(self.observed, &asked);
        self.violation(
            Rule::ForeignKeyAdd,
            object,
            question,
            "rows without a parent make the step fail",
            "orphans",
            "remove or adopt the orphans first",
        )
    }

    fn gone<T: Element>(&self, rule: Rule, kind: &str, part: &T) -> Concern {
        let object = Object::part(kind, &self.desired.name, &part.label().text);
        let (severity, message, remedy) = match rule {
            Rule::IndexDrop => (
                Severity::Medium,
                "queries that used the index get slower",
                "look at its use first",
            ),
            Rule::ForeignKeyDrop => (
                Severity::High,
                "the engine no longer keeps the reference",
                "keep it declared if it matters",
            ),
            _ => (
                Severity::Medium,
                "the engine no longer keeps the rule",
                "keep it declared if it matters",
            ),
        };
        self.plain(rule, object, severity, message, remedy)
    }
}

/// The members of a `MySQL` `enum(…)` or `set(…)`, as printed.
fn members(data_type: &str) -> Option<Vec<String>> {
    let lower = data_type.to_ascii_lowercase();
    let inside = ["enum(", "set("]
        .iter()
        .find_map(|prefix| lower.starts_with(prefix).then_some(prefix.len()))?;
    let list = data_type.get(inside..)?.strip_suffix(')')?;
    Some(
        list.split("','")
            .map(|member| member.trim_matches('\'').to_owned())
            .collect(),
    )
}

/// The length of a bounded text type, in characters.
fn length(data_type: &str) -> Option<u64> {
    let lower = data_type.to_ascii_lowercase();
    if !(lower.contains("char") || lower.contains("binary")) {
        return None;
    }
    let open = lower.find('(')?;
    let rest = &lower[open + 1..];
    rest[..rest.find(')')?].trim().parse().ok()
}
