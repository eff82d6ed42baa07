//! Keys, checks, foreign keys and indexes that come and go.

use super::altered::{Altered, added, removed};
use super::concern::Concern;
use super::rule::{Rule, Severity};
use crate::engine::{Object, Question};
use crate::schema::{Attribute, Check, Element, ForeignKey, Index, Part};

/// What there is to say of the parts of a table.
pub(super) fn concerns(table: &Altered<'_>, list: &mut Vec<Concern>) {
    let uniques = table.delta.uniques.iter().map(|edit| (edit, "unique"));
    let primary = table.delta.primary_key.iter();
    for (edit, kind) in uniques.chain(primary.map(|edit| (edit, "primary key"))) {
        if let Some(key) = added(edit) {
            list.extend(table.unique(kind, &key.label.text, &key.parts));
        }
        if let Some(key) = removed(edit) {
            list.push(table.gone(Rule::ConstraintDrop, kind, key));
        }
    }
    for edit in &table.delta.indexes {
        if let Some(index) = added(edit).filter(|index| index.unique) {
            list.extend(table.unique_index(index));
        }
        if let Some(index) = removed(edit) {
            list.push(table.gone(Rule::IndexDrop, "index", index));
        }
    }
    for edit in &table.delta.foreign_keys {
        if let Some(key) = added(edit) {
            list.push(table.foreign_key(key));
        }
        if let Some(key) = removed(edit) {
            list.push(table.gone(Rule::ForeignKeyDrop, "foreign key", key));
        }
    }
    for edit in &table.delta.checks {
        if let Some(check) = added(edit) {
            list.push(table.check(check));
        }
        if let Some(check) = removed(edit) {
            list.push(table.gone(Rule::ConstraintDrop, "check", check));
        }
    }
}

impl Altered<'_> {
    fn check(&self, check: &Check) -> Concern {
        let object = Object::part("check", &self.desired.name, &check.label.text);
        let question = Question::Violations(self.observed.clone(), check.expression.clone());
        Concern::violation(
            Rule::CheckAdd,
            object,
            question,
            "rows that break the new condition make the step fail",
            "rows in the way",
            "correct the rows first",
        )
    }

    fn unique(&self, kind: &str, label: &str, parts: &[Part]) -> Option<Concern> {
        let columns: Option<Vec<String>> = parts
            .iter()
            .map(|part| part.column_name().and_then(|name| self.before(name)))
            .collect();
        let object = Object::part(kind, &self.desired.name, label);
        let question = Question::Duplicates(self.observed.clone(), columns?);
        Some(Concern::violation(
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
            return Concern::plain(
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
        Concern::violation(
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
        Concern::plain(rule, object, severity, message, remedy)
    }
}
