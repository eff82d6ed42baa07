//! The statements for objects beside tables.

use super::super::grant;
use super::replacing;
use crate::engine::Statement;
use crate::engine::postgres::naming;
use crate::engine::postgres::render::{literal, quote, quoted_name, routine};
use crate::schema::{Attribute, Defined, Field, Kind, Name, ObjectKey, Pair, added_labels, fields};
use std::collections::BTreeMap;

/// What an object is called in `COMMENT ON`, `ALTER` and `DROP`.
pub(super) fn noun(key: &ObjectKey) -> String {
    let name = quoted_name(&key.name);
    let on = |word: &str| format!("{word} {} ON {name}", quote(&key.part));
    match key.kind {
        Kind::Extension => format!("EXTENSION {}", quote(&key.name.name)),
        Kind::Collation => format!("COLLATION {name}"),
        Kind::Enum | Kind::RangeType | Kind::CompositeType => format!("TYPE {name}"),
        Kind::Domain => format!("DOMAIN {name}"),
        Kind::DomainCheck => format!("CONSTRAINT {} ON DOMAIN {name}", quote(&key.part)),
        Kind::Sequence => format!("SEQUENCE {name}"),
        Kind::Function => format!("FUNCTION {}", routine(&key.name)),
        Kind::Procedure => format!("PROCEDURE {}", routine(&key.name)),
        Kind::View => format!("VIEW {name}"),
        Kind::MaterializedView => format!("MATERIALIZED VIEW {name}"),
        Kind::ViewIndex => {
            let index = Name::new(key.name.schema.clone(), key.part.clone());
            format!("INDEX {}", quoted_name(&index))
        }
        Kind::Exclusion | Kind::Temporal => on("CONSTRAINT"),
        Kind::Statistics => format!("STATISTICS {name}"),
        Kind::Rule => on("RULE"),
        Kind::Policy => on("POLICY"),
        Kind::Trigger => on("TRIGGER"),
        // Events are not to be had here; the server would say so.
        Kind::Event => format!("EVENT {name}"),
        // Neither commented on nor renamed, and never dropped as one.
        Kind::Grant => format!("GRANT {name}"),
    }
}

/// A plain `DROP`: without `CASCADE` it fails where something still leans on the object.
pub(in crate::engine::postgres::lower) fn drop(key: &ObjectKey) -> String {
    let name = quoted_name(&key.name);
    match key.kind {
        Kind::DomainCheck => format!("ALTER DOMAIN {name} DROP CONSTRAINT {}", quote(&key.part)),
        Kind::Exclusion | Kind::Temporal => {
            format!("ALTER TABLE {name} DROP CONSTRAINT {}", quote(&key.part))
        }
        _ => format!("DROP {}", noun(key)),
    }
}

/// Gives a type another name in its namespace.
pub(super) fn rename(key: &ObjectKey, to: &Name) -> Statement {
    Statement::new(format!("ALTER {} RENAME TO {}", noun(key), quote(&to.name)))
}

/// Whether an object becomes another one without being dropped.
pub(super) fn in_place(kind: Kind, objects: Pair<&Defined>) -> bool {
    let Pair { observed, desired } = objects;
    if observed.hash == desired.hash {
        return true;
    }
    match kind {
        // `CREATE OR REPLACE VIEW`: the columns there are stay, in order, with their types.
        Kind::View => desired.face.starts_with(&observed.face),
        // `CREATE OR REPLACE FUNCTION`: neither the result nor names of arguments may change.
        Kind::Function | Kind::Procedure => observed.face == desired.face,
        Kind::Enum => added_labels(objects).is_some(),
        Kind::CompositeType => observed.face != desired.face && field_edits(objects).is_some(),
        Kind::Grant => true,
        _ => false,
    }
}

/// The statements that make an object, its attributes included.
pub(in crate::engine::postgres) fn make(key: &ObjectKey, object: &Defined) -> Vec<Statement> {
    if key.kind == Kind::Grant {
        return grant::make(key, object);
    }
    let mut first = object.definition.clone();
    match key.kind {
        Kind::Sequence => {
            if let Some(options) = object.attributes.get(&Attribute::SequenceOptions) {
                first = format!("{first} {options}");
            }
        }
        Kind::Domain => {
            if let Some(default) = object.attributes.get(&Attribute::ValueDefault) {
                first = format!("{first} DEFAULT {default}");
            }
            if let Some(value) = object.attributes.get(&Attribute::ValueNotNull) {
                first = match given(value) {
                    Some(name) => format!("{first} CONSTRAINT {} NOT NULL", quote(name)),
                    None => format!("{first} NOT NULL"),
                };
            }
        }
        _ => {}
    }
    let mut all = vec![first];
    for (attribute, value) in &object.attributes {
        let inside = matches!(
            attribute,
            Attribute::SequenceOptions | Attribute::ValueDefault | Attribute::ValueNotNull
        );
        if !inside {
            all.extend(set(key, *attribute, None, Some(value)));
        }
    }
    unchecked(key, object, all)
}

/// A body that names tables is not looked into: they may come later ("Notes" of `pg_dump`;
/// 19.11.1, `check_function_bodies`). The declaration was checked when it was loaded.
fn unchecked(key: &ObjectKey, object: &Defined, statements: Vec<String>) -> Vec<Statement> {
    let routine = matches!(key.kind, Kind::Function | Kind::Procedure);
    let plain = statements.into_iter().map(Statement::new);
    if !routine || object.mentions.is_empty() {
        return plain.collect();
    }
    let mut all = vec![Statement::new("SET check_function_bodies = off")];
    all.extend(plain);
    all.push(Statement::new("SET check_function_bodies = on"));
    all
}

/// The statements that turn one into the other, where [`in_place`] says that there are some.
pub(super) fn alter(key: &ObjectKey, objects: Pair<&Defined>) -> Vec<Statement> {
    let Pair { observed, desired } = objects;
    if key.kind == Kind::Grant {
        return grant::alter(key, objects);
    }
    let mut all = Vec::new();
    if observed.hash != desired.hash {
        match key.kind {
            // Labels are added apart.
            Kind::Enum => {}
            Kind::CompositeType => all.extend(
                field_edits(objects)
                    .map(|actions| format!("ALTER {} {}", noun(key), actions.join(", "))),
            ),
            Kind::View => all.push(replacing(&desired.definition)),
            // The server prints routines as `CREATE OR REPLACE`.
            _ => all.push(desired.definition.clone()),
        }
    }
    let known = observed.attributes.keys().chain(desired.attributes.keys());
    let known: std::collections::BTreeSet<Attribute> = known.copied().collect();
    for attribute in known {
        let (before, after) = (
            observed.attributes.get(&attribute),
            desired.attributes.get(&attribute),
        );
        if before != after {
            all.extend(set(key, attribute, before, after));
        }
    }
    unchecked(key, desired, all)
}

/// The column that owns a sequence; `NONE` where none does.
pub(super) fn owner(object: &Defined) -> Option<&str> {
    object
        .attributes
        .get(&Attribute::OwnedBy)
        .map(String::as_str)
}

fn set(
    key: &ObjectKey,
    attribute: Attribute,
    before: Option<&String>,
    after: Option<&String>,
) -> Vec<String> {
    let noun = noun(key);
    match attribute {
        Attribute::Comment => {
            let text = after.map_or("NULL".to_owned(), |text| literal(text));
            vec![format!("COMMENT ON {noun} IS {text}")]
        }
        Attribute::ColumnComments => map_edits(before, after)
            .map(|(column, text)| {
                let text = text.map_or("NULL".to_owned(), |text| literal(&text));
                let column = format!("{}.{}", quoted_name(&key.name), quote(&column));
                format!("COMMENT ON COLUMN {column} IS {text}")
            })
            .collect(),
        Attribute::ColumnDefaults => map_edits(before, after)
            .map(|(column, sql)| {
                let action = sql.map_or("DROP DEFAULT".to_owned(), |sql| {
                    format!("SET DEFAULT {sql}")
                });
                // As dumps write it; `ALTER TABLE` takes views, too.
                let view = quoted_name(&key.name);
                format!(
                    "ALTER TABLE {view} ALTER COLUMN {} {action}",
                    quote(&column)
                )
            })
            .collect(),
        Attribute::State => {
            let state = after.map_or("ENABLE", String::as_str);
            let word = if key.kind == Kind::Rule {
                "RULE"
            } else {
                "TRIGGER"
            };
            let (table, part) = (quoted_name(&key.name), quote(&key.part));
            vec![format!("ALTER TABLE {table} {state} {word} {part}")]
        }
        Attribute::SequenceOptions => {
            let options = after.into_iter();
            options
                .map(|options| format!("ALTER {noun} {options}"))
                .collect()
        }
        Attribute::OwnedBy if after.is_none() => vec![format!("ALTER {noun} OWNED BY NONE")],
        Attribute::ValueDefault => {
            let action = after.map_or("DROP DEFAULT".to_owned(), |sql| {
                format!("SET DEFAULT {sql}")
            });
            vec![format!("ALTER {noun} {action}")]
        }
        Attribute::ValueNotNull => vec![match (before, after) {
            (_, None) => format!("ALTER {noun} DROP NOT NULL"),
            (None, Some(value)) => match given(value) {
                Some(name) => format!("ALTER {noun} ADD CONSTRAINT {} NOT NULL", quote(name)),
                None => format!("ALTER {noun} SET NOT NULL"),
            },
            (Some(before), Some(after)) => {
                let made_up = naming::make(&key.name.name, "", naming::NOT_NULL);
                let called = |value| quote(given(value).unwrap_or(&made_up));
                let (before, after) = (called(before), called(after));
                format!("ALTER {noun} RENAME CONSTRAINT {before} TO {after}")
            }
        }],
        // Set later, when the column is there; the rest is no attribute of such an object.
        _ => Vec::new(),
    }
}

/// The name that somebody gave the `NOT NULL` of a domain.
fn given(value: &str) -> Option<&str> {
    (value != "true").then_some(value)
}

/// The entries that differ between two JSON objects, with what they become.
fn map_edits(
    before: Option<&String>,
    after: Option<&String>,
) -> impl Iterator<Item = (String, Option<String>)> {
    let read = |text: Option<&String>| -> BTreeMap<String, String> {
        text.and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or_default()
    };
    let (before, after) = (read(before), read(after));
    let mut edits: BTreeMap<String, Option<String>> = BTreeMap::new();
    for column in before.keys() {
        edits.insert(column.clone(), None);
    }
    for (column, text) in &after {
        if before.get(column) == Some(text) {
            edits.remove(column);
        } else {
            edits.insert(column.clone(), Some(text.clone()));
        }
    }
    edits.into_iter()
}

/// The statements that add labels where they stand.
pub(in crate::engine::postgres::lower) fn add_labels(
    key: &ObjectKey,
    objects: Pair<&Defined>,
) -> Vec<String> {
    let first = objects.observed.face.first();
    let added = added_labels(objects).unwrap_or_default();
    let statements = added.into_iter().map(|(behind, label)| {
        let place = match (behind, first) {
            (Some(behind), _) => format!(" AFTER {}", literal(behind)),
            (None, Some(first)) => format!(" BEFORE {}", literal(first)),
            (None, None) => String::new(),
        };
        format!("ALTER {} ADD VALUE {}{place}", noun(key), literal(label))
    });
    statements.collect()
}

/// `ALTER TYPE … ADD, DROP, ALTER ATTRIBUTE`; `None` where the order of the fields would be
/// another one.
fn field_edits(objects: Pair<&Defined>) -> Option<Vec<String>> {
    let (before, after) = (fields(objects.observed)?, fields(objects.desired)?);
    let in_after = |name: &str| after.iter().find(|known| known.name == name);
    let mut actions = Vec::new();
    let mut order = Vec::new();
    for Field { name, data_type } in &before {
        match in_after(name) {
            None => actions.push(format!("DROP ATTRIBUTE {name}")),
            Some(wanted) => {
                order.push(*name);
                if wanted.data_type != *data_type {
                    actions.push(format!("ALTER ATTRIBUTE {name} TYPE {}", wanted.data_type));
                }
            }
        }
    }
    for Field { name, data_type } in &after {
        if !before.iter().any(|known| known.name == *name) {
            order.push(*name);
            actions.push(format!("ADD ATTRIBUTE {name} {data_type}"));
        }
    }
    let wanted = after.iter().map(|field| field.name);
    wanted.eq(order).then_some(actions)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Attributes;

    fn with_face(face: &[&str]) -> Defined {
        Defined {
            hash: face.join(","),
            definition: String::new(),
            face: face.iter().map(|line| (*line).to_owned()).collect(),
            attributes: Attributes::new(),
            depends_on: Vec::new(),
            mentions: Vec::new(),
            uses: Vec::new(),
            strangers: Vec::new(),
            rights: Vec::new(),
        }
    }

    fn labels(before: &[&str], after: &[&str]) -> Option<Vec<String>> {
        let (observed, desired) = (with_face(before), with_face(after));
        let objects = Pair {
            observed: &observed,
            desired: &desired,
        };
        let key = ObjectKey::new(Kind::Enum, Name::new("public", "e"));
        added_labels(objects)?;
        Some(add_labels(&key, objects))
    }

    #[test]
    fn labels_are_added_where_they_stand() {
        let found = labels(&["b", "d"], &["a", "b", "c", "d", "e"]).unwrap();
        let expected = [
            "ALTER TYPE \"public\".\"e\" ADD VALUE 'a' BEFORE 'b'",
            "ALTER TYPE \"public\".\"e\" ADD VALUE 'c' AFTER 'b'",
            "ALTER TYPE \"public\".\"e\" ADD VALUE 'e' AFTER 'd'",
        ];
        assert_eq!(found, expected);
        assert_eq!(labels(&["a", "b"], &["b", "a"]), None);
        assert_eq!(labels(&["a", "b"], &["a"]), None);
        assert_eq!(labels(&["a", "b"], &["a", "c"]), None);
    }

    #[test]
    fn fields_are_altered_in_their_order() {
        let (observed, desired) = (
            with_face(&["a integer", "\"b c\" text", "d date"]),
            with_face(&["a bigint", "d date", "e text COLLATE \"pg_catalog\".\"C\""]),
        );
        let pair = Pair {
            observed: &observed,
            desired: &desired,
        };
        let expected = [
            "ALTER ATTRIBUTE a TYPE bigint",
            "DROP ATTRIBUTE \"b c\"",
            "ADD ATTRIBUTE e text COLLATE \"pg_catalog\".\"C\"",
        ];
        assert_eq!(field_edits(pair).unwrap(), expected);
        let moved = with_face(&["d date", "a integer", "\"b c\" text"]);
        assert!(
            field_edits(Pair {
                observed: &observed,
                desired: &moved
            })
            .is_none()
        );
    }
}
