//! ST005, ST006, ST007: indexes that are too many, and those that are missing.

use super::Advice;
use super::made::Made;
use crate::engine::{Engine, Object};
use crate::plan::risk::rule::Rule;
use crate::schema::{Attribute, Attributes, ForeignKey, Part, Table};

/// What finds rows by columns: an index or the index of a key.
struct Finder<'a> {
    name: &'a str,
    parts: &'a [Part],
    attributes: &'a Attributes,
    /// Whether it may be left out without losing a rule on rows.
    plain: bool,
}

/// What there is to say of indexes, unique constraints and foreign keys.
pub(super) fn advise(made: &Made<'_>, engine: Engine, list: &mut Vec<Advice>) {
    let table = made.table;
    let finders = finders(table);
    redundant(made, &finders, list);
    for key in &made.foreign_keys {
        // `MySQL` and `MariaDB` make an index for each key that has none (8.4 manual, 15.1.20.5).
        let made_anyway = matches!(engine, Engine::Mysql | Engine::Mariadb);
        if !made_anyway && !finders.iter().any(|finder| finds(finder, key)) {
            list.push(Advice::new(
                Rule::ForeignKeyWithoutIndex,
                Object::part("foreign key", &table.name, &shown(key)),
                format!(
                    "no index begins with ({}): each row that goes from {} reads this table whole",
                    key.columns.join(", "),
                    key.references
                ),
                "declare an index that begins with these columns, unless rows of the parent stay",
            ));
        }
    }
    let uniques = made
        .uniques
        .iter()
        .map(|key| ("unique", &key.label, &key.parts, &key.attributes));
    let indexes = made.indexes.iter().filter(|index| index.unique);
    let indexes = indexes.map(|it| ("index", &it.label, &it.parts, &it.attributes));
    for (kind, label, parts, attributes) in uniques.chain(indexes) {
        let nullable = parts.iter().filter_map(Part::column_name).find(|name| {
            let column = table.columns.iter().find(|column| column.name == **name);
            column.is_some_and(|column| column.nullable)
        });
        let distinct = !attributes.contains_key(&Attribute::NullsNotDistinct)
            && !attributes.contains_key(&Attribute::Predicate);
        if let Some(column) = nullable.filter(|_| distinct) {
            list.push(Advice::new(
                Rule::NullableUnique,
                Object::part(kind, &table.name, &label.text),
                format!("column {column} takes NULL, and rows with NULL are never alike"),
                "declare the column NOT NULL, if rows with NULL are to be told apart, too",
            ));
        }
    }
}

/// The name of a foreign key, or its columns where it has none.
fn shown(key: &ForeignKey) -> String {
    if key.label.text.is_empty() {
        key.columns.join(",")
    } else {
        key.label.text.clone()
    }
}

fn finders(table: &Table) -> Vec<Finder<'_>> {
    let keys = table.primary_key.iter().chain(&table.uniques);
    let inherited = table
        .inherited
        .primary_key
        .iter()
        .chain(&table.inherited.uniques);
    let keys = keys.chain(inherited).map(|key| Finder {
        name: &key.label.text,
        parts: &key.parts,
        attributes: &key.attributes,
        plain: false,
    });
    let indexes = table.indexes.iter().chain(&table.inherited.indexes);
    let indexes = indexes.map(|index| Finder {
        name: &index.label.text,
        parts: &index.parts,
        attributes: &index.attributes,
        plain: !index.unique,
    });
    keys.chain(indexes).collect()
}

/// An index whose columns another one begins with finds nothing that the other one does not. Said once
/// of two that are alike; only plain trees, in which order is all there is.
fn redundant(made: &Made<'_>, finders: &[Finder<'_>], list: &mut Vec<Advice>) {
    let fresh = |name: &str| {
        made.indexes.iter().any(|index| index.label.text == name)
            || made.uniques.iter().any(|key| key.label.text == name)
    };
    for (at, short) in finders.iter().enumerate() {
        if !short.plain || !is_tree(short.attributes) {
            continue;
        }
        let longer = finders.iter().enumerate().find(|(other, long)| {
            let begins = long.parts.len() >= short.parts.len()
                && short.parts.iter().zip(long.parts).all(|(a, b)| a == b);
            let alike = long.parts.len() == short.parts.len();
            *other != at
                && begins
                && is_tree(long.attributes)
                && (fresh(short.name) || fresh(long.name))
                // Of two plain ones that are alike, the later one is too many.
                && !(alike && long.plain && *other > at)
        });
        if let Some((_, long)) = longer {
            list.push(Advice::new(
                Rule::RedundantIndex,
                Object::part("index", &made.table.name, short.name),
                format!(
                    "{} begins with the same columns and finds the same rows; both are written with each",
                    if long.name.is_empty() { "a key" } else { long.name }
                ),
                "leave the shorter one out",
            ));
        }
    }
}

/// Whether it is an ordinary index over all rows.
fn is_tree(attributes: &Attributes) -> bool {
    let method = attributes.get(&Attribute::Method);
    method.is_none_or(|method| method.eq_ignore_ascii_case("btree"))
        && ![
            Attribute::Predicate,
            Attribute::Include,
            Attribute::Hidden,
            Attribute::Deferrable,
        ]
        .iter()
        .any(|attribute| attributes.contains_key(attribute))
}

/// Whether rows are found by the columns of a foreign key, in whatever order.
fn finds(finder: &Finder<'_>, key: &ForeignKey) -> bool {
    let leading: Vec<&str> = finder
        .parts
        .iter()
        .take(key.columns.len())
        .filter_map(Part::column_name)
        .collect();
    let all = finder.attributes.get(&Attribute::Predicate).is_none();
    all && key
        .columns
        .iter()
        .all(|column| leading.iter().any(|name| name.eq_ignore_ascii_case(column)))
}
