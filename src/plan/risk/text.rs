//! Texts that name what goes: bodies of routines, triggers and events, which no catalog looks into.

use super::rule::{Rule, Severity};
use super::{Finding, Scene};
use crate::engine::Object;
use crate::engine::script::{Flavor, TokenKind, identifier, tokens};
use crate::schema::{Change, ColumnEdit, Defined, Kind, Name, ObjectChange, ObjectKey};
use std::collections::BTreeSet;

/// How deep a text in a text is read: a body that is a literal, and a statement that it puts together.
const DEEPEST: usize = 2;

/// What begins a statement; other literals are values and messages.
const VERBS: [&str; 10] = [
    "SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "MERGE", "REPLACE", "CALL", "WITH", "LOCK",
];

/// Something that has another name when the plan is done, or none.
struct Gone<'a> {
    object: Object,
    /// What a text would call it.
    word: &'a str,
    /// Of a column, its table: by the names it has before and after.
    table: Option<[&'a Name; 2]>,
    verb: &'static str,
}

/// OP004: what is declared together with the change is the author's, and may be meant for another
/// time; what nobody declared is refused by the engines. Whether a word means the object is not known,
/// so all that name it are said.
pub(super) fn findings(scene: &Scene<'_>) -> Vec<Finding> {
    let gone = gone(scene);
    if gone.is_empty() {
        return Vec::new();
    }
    let flavor = scene.dialect.flavor();
    let (tables, parts) = scene.dialect.folds(scene.server);
    let mut found = Vec::new();
    for (key, object) in texts(scene) {
        let words = words(flavor, object);
        let named = |word: &str, fold: crate::schema::Fold| {
            words.iter().any(|known| fold.same(known, word))
        };
        let hits = gone.iter().filter(|it| match it.table {
            None => named(it.word, tables),
            Some(table) => {
                let home = key.kind.is_part() && table.contains(&&key.name);
                named(it.word, parts) && (home || table.iter().any(|t| named(&t.name, tables)))
            }
        });
        let hits: Vec<String> = hits
            .map(|it| format!("{} {}", it.object, it.verb))
            .collect();
        if !hits.is_empty() {
            found.push(finding(key, &hits));
        }
    }
    found
}

fn finding(key: &ObjectKey, hits: &[String]) -> Finding {
    Finding {
        rule: Rule::TextNames,
        severity: Severity::High,
        object: Object::from(key),
        message: format!(
            "its text names what is not there afterwards ({}), and would fail when it runs",
            hits.join(", ")
        ),
        remedy: "read its text, and declare it as it shall be afterwards".to_owned(),
        rows: None,
        bytes: None,
        overridden: None,
    }
}

/// Objects that are there afterwards and whose text the server does not look into.
fn texts<'a>(scene: &Scene<'a>) -> impl Iterator<Item = (&'a ObjectKey, &'a Defined)> {
    let objects = scene.delta.schemas.desired.objects.iter();
    objects.filter(|(key, _)| match key.kind {
        Kind::Function | Kind::Procedure | Kind::Trigger | Kind::Event => true,
        Kind::Extension
        | Kind::Collation
        | Kind::Enum
        | Kind::RangeType
        | Kind::CompositeType
        | Kind::Domain
        | Kind::DomainCheck
        | Kind::Sequence
        | Kind::View
        | Kind::MaterializedView
        | Kind::ViewIndex
        | Kind::Exclusion
        | Kind::Temporal
        | Kind::Statistics
        | Kind::Rule
        | Kind::Policy
        | Kind::Grant => false,
    })
}

/// Tables, columns, views and routines that go or get another name, and whose name nothing takes.
fn gone<'a>(scene: &Scene<'a>) -> Vec<Gone<'a>> {
    let desired = &scene.delta.schemas.desired;
    let taken = |name: &Name| {
        desired.tables.contains_key(name)
            || desired
                .objects
                .keys()
                .any(|key| key.kind.is_relation() && key.name == *name)
    };
    let table = |name: &'a Name, verb| Gone {
        object: Object::table(name),
        word: &name.name,
        table: None,
        verb,
    };
    let mut found = Vec::new();
    for change in &scene.delta.changes {
        match change {
            Change::DropTable(it) if !taken(&it.name) => found.push(table(&it.name, "is dropped")),
            Change::AlterTable(inside) => {
                let (before, after) = (&inside.tables.observed, &inside.tables.desired);
                if inside.renamed() && !taken(&before.name) {
                    found.push(table(&before.name, "is renamed"));
                }
                for edit in &inside.columns {
                    let (name, verb) = match edit {
                        ColumnEdit::Drop(column) => (&column.name, "is dropped"),
                        ColumnEdit::Change(pair) if pair.observed.name != pair.desired.name => {
                            (&pair.observed.name, "is renamed")
                        }
                        ColumnEdit::Add { .. } | ColumnEdit::Change(_) => continue,
                    };
                    if after.columns.iter().all(|column| column.name != *name) {
                        found.push(Gone {
                            object: Object::part("column", &before.name, name),
                            word: name,
                            table: Some([&before.name, &after.name]),
                            verb,
                        });
                    }
                }
            }
            Change::Object(ObjectChange::Drop(key, _)) => {
                let called =
                    key.kind.is_relation() || matches!(key.kind, Kind::Function | Kind::Procedure);
                let mut others = desired.objects.keys();
                let again = taken(&key.name)
                    || others.any(|it| it.kind == key.kind && it.bare() == key.bare());
                if called && !again {
                    found.push(Gone {
                        object: Object::from(key),
                        word: key.bare(),
                        table: None,
                        verb: "is dropped",
                    });
                }
            }
            Change::DropTable(_)
            | Change::Object(ObjectChange::Create(..) | ObjectChange::Replace(_))
            | Change::CreateNamespace(_)
            | Change::DropNamespace(_)
            | Change::CreateTable(_)
            | Change::CreateOpaque(..)
            | Change::DropOpaque(..) => {}
        }
    }
    found
}

/// The names in an object's statement, bare or quoted, its own head left out.
fn words(flavor: Flavor, object: &Defined) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    read(flavor, &object.definition, 0, &mut found);
    found
}

fn read(flavor: Flavor, text: &str, depth: usize, found: &mut BTreeSet<String>) {
    for token in tokens(flavor, text) {
        let raw = &text[token.start..token.end];
        match token.kind {
            TokenKind::Word | TokenKind::Quoted => {
                found.insert(identifier(flavor, raw));
            }
            TokenKind::String if depth < DEEPEST => {
                let inside = unquoted(raw);
                let whole = depth == 0 && flavor == Flavor::Postgres;
                if whole || is_statement(&inside) {
                    read(flavor, &inside, depth + 1, found);
                }
            }
            TokenKind::String | TokenKind::Number | TokenKind::Symbol => {}
        }
    }
}

/// The inside of a literal: between quotes, or between the tags of dollars.
fn unquoted(raw: &str) -> String {
    if let Some(tag) = raw.strip_prefix('$').and_then(|rest| rest.split_once('$')) {
        let close = format!("${}$", tag.0);
        return tag.1.strip_suffix(&close).unwrap_or(tag.1).to_owned();
    }
    let from = raw.find(['\'', '"']).map_or(0, |at| at + 1);
    let inside = &raw[from..];
    let inside = inside.strip_suffix(['\'', '"']).unwrap_or(inside);
    inside.replace("''", "'")
}

fn is_statement(text: &str) -> bool {
    let first = text.trim_start().split(|c: char| !c.is_alphabetic()).next();
    let first = first.unwrap_or_default();
    VERBS.iter().any(|verb| verb.eq_ignore_ascii_case(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(flavor: Flavor, text: &str) -> Vec<String> {
        let mut found = BTreeSet::new();
        read(flavor, text, 0, &mut found);
        found.into_iter().collect()
    }

    #[test]
    fn words_are_tokens() {
        let body = "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $b$ DELETE FROM Orders o -- carts\n \
                    WHERE \"Odd\" = 'lines' $b$";
        let found = names(Flavor::Postgres, body);
        assert!(found.contains(&"orders".to_owned()) && found.contains(&"Odd".to_owned()));
        for absent in ["carts", "lines", "order"] {
            assert!(!found.contains(&absent.to_owned()), "{absent}");
        }
    }

    #[test]
    fn statements_in_literals_are_read() {
        let body = "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN EXECUTE ''delete from a''; \
                    RAISE NOTICE ''b is done''; END'";
        let found = names(Flavor::Postgres, body);
        assert!(
            found.contains(&"a".to_owned()) && !found.contains(&"b".to_owned()),
            "{found:?}"
        );
        let body =
            "CREATE PROCEDURE p() BEGIN PREPARE s FROM 'SELECT 1 FROM `a b`'; SELECT 'c'; END";
        let found = names(Flavor::Mysql, body);
        assert!(
            found.contains(&"a b".to_owned()) && !found.contains(&"c".to_owned()),
            "{found:?}"
        );
    }
}
