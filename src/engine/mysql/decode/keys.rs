//! Keys, indexes, foreign keys and checks.

use super::{Reading, expression, opaque, put, rows};
use crate::engine::error::DecodeError;
use crate::engine::mysql::version::Flavour;
use crate::engine::statement::{Catalogs, Row};
use crate::schema::{
    Attribute, Attributes, Check, ForeignKey, Index, Key, Label, Name, Part, Table, Term,
};
use std::collections::BTreeMap;

/// Whether `name` is `stem` with nothing, or `_` and a number, behind it.
fn numbered(name: &str, stem: &str) -> bool {
    let (name, stem) = (name.to_lowercase(), stem.to_lowercase());
    name.strip_prefix(&stem).is_some_and(|tail| {
        tail.is_empty()
            || tail
                .strip_prefix('_')
                .is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// An index without a name is called as its first column, or `functional_index` (`MySQL` 8.4
/// manual, 15.1.15), with a number behind it when that is taken.
fn index_label(name: &str, first: Option<&Part>) -> Label {
    let stem = first.and_then(Part::column_name);
    Label {
        text: name.to_owned(),
        generated: numbered(name, stem.unwrap_or("functional_index")),
    }
}

fn part(flavour: Flavour, row: Row<'_>, plain: bool) -> Result<Part, DecodeError> {
    let term = match row.opt("expression") {
        Some(sql) => Term::Expression(expression(flavour, sql)),
        None => Term::Column(row.text("column_name")?.to_owned()),
    };
    let mut attributes = Attributes::new();
    if plain {
        put(&mut attributes, Attribute::Length, row.opt("length"));
        if row.opt("direction") == Some("D") {
            attributes.insert(Attribute::Descending, "true".to_owned());
        }
    }
    Ok(Part { term, attributes })
}

/// Indexes, unique constraints and primary keys. The servers know no unique index that is not a
/// constraint (`TABLE_CONSTRAINTS` lists them all), so each of them is one.
pub(super) fn indexes(reading: &mut Reading, catalogs: &Catalogs) -> Result<(), DecodeError> {
    let flavour = reading.flavour;
    for row in rows(catalogs, "indexes") {
        let (name, method) = (row.text("name")?, row.text("type")?);
        if method == "VECTOR" {
            let table = Name::bare(row.text("table_name")?);
            reading.not_understood(&table, opaque::UNSEEN);
        }
        let Some(table) = reading.table(row)? else {
            continue;
        };
        let plain = !matches!(method, "FULLTEXT" | "SPATIAL");
        let part = part(flavour, row, plain)?;
        if let Some(found) = parts_of(table, name) {
            found.push(part);
            continue;
        }
        let mut attributes = Attributes::new();
        put(&mut attributes, Attribute::Comment, row.opt("comment"));
        put(
            &mut attributes,
            Attribute::Method,
            Some(method).filter(|m| *m != "BTREE"),
        );
        if row.flag("hidden") {
            attributes.insert(Attribute::Hidden, "true".to_owned());
        }
        let label = index_label(name, Some(&part));
        if name == "PRIMARY" {
            table.primary_key = Some(Key {
                label: Label::generated(name),
                parts: vec![part],
                attributes,
            });
        } else if row.opt("non_unique") == Some("0") {
            table.uniques.push(Key {
                label,
                parts: vec![part],
                attributes,
            });
        } else {
            table.indexes.push(Index {
                label,
                unique: false,
                parts: vec![part],
                attributes,
            });
        }
    }
    Ok(())
}

fn parts_of<'a>(table: &'a mut Table, name: &str) -> Option<&'a mut Vec<Part>> {
    let keys = table.primary_key.iter_mut().chain(&mut table.uniques);
    let keys = keys.map(|key| (&key.label, &mut key.parts));
    let indexes = table.indexes.iter_mut().map(|i| (&i.label, &mut i.parts));
    keys.chain(indexes)
        .find(|(label, _)| label.text == name)
        .map(|(_, parts)| parts)
}

pub(super) fn foreign_keys(reading: &mut Reading, catalogs: &Catalogs) -> Result<(), DecodeError> {
    for row in rows(catalogs, "foreign_keys") {
        let Some(table) = reading.table(row)? else {
            continue;
        };
        let (name, column) = (row.text("name")?, row.text("column_name")?);
        let parent_column = row.text("parent_column")?;
        if let Some(key) = table.foreign_keys.iter_mut().find(|k| k.label.text == name) {
            key.columns.push(column.to_owned());
            key.referenced.push(parent_column.to_owned());
        } else {
            // `InnoDB` makes no difference between RESTRICT and NO ACTION (`MySQL` 8.4 manual,
            // 15.1.20.5), and the servers print one or the other by history.
            let action = |column: &str| {
                row.opt(column)
                    .filter(|action| !matches!(*action, "RESTRICT" | "NO ACTION"))
            };
            let mut attributes = Attributes::new();
            put(&mut attributes, Attribute::OnDelete, action("on_delete"));
            put(&mut attributes, Attribute::OnKeyUpdate, action("on_update"));
            let stem = format!("{}_ibfk", table.name.name);
            let generated = name.bytes().all(|b| b.is_ascii_digit())
                || (numbered(name, &stem) && !name.eq_ignore_ascii_case(&stem));
            table.foreign_keys.push(ForeignKey {
                label: Label {
                    text: name.to_owned(),
                    generated,
                },
                columns: vec![column.to_owned()],
                references: Name::bare(row.text("parent")?),
                referenced: vec![parent_column.to_owned()],
                attributes,
            });
        }
        let elsewhere = row.opt("elsewhere").unwrap_or("");
        if !elsewhere.is_empty() {
            let table = Name::bare(row.text("table_name")?);
            let reason = format!("its foreign key \"{name}\" refers to another database");
            reading.not_understood(&table, reason);
        }
    }
    Ok(())
}

pub(super) fn checks(reading: &mut Reading, catalogs: &Catalogs) -> Result<(), DecodeError> {
    let flavour = reading.flavour;
    for row in rows(catalogs, "checks") {
        let Some(table) = reading.table(row)? else {
            continue;
        };
        let name = row.text("name")?;
        let at_column = row.opt("level") == Some("Column");
        let mut attributes = Attributes::new();
        if at_column {
            attributes.insert(Attribute::ColumnLevel, "true".to_owned());
        }
        if row.opt("enforced") == Some("NO") {
            attributes.insert(Attribute::NotEnforced, "true".to_owned());
        }
        let stem = match flavour {
            Flavour::Mysql => format!("{}_chk", table.name.name),
            Flavour::Mariadb => "CONSTRAINT".to_owned(),
        };
        let generated = at_column || (numbered(name, &stem) && !name.eq_ignore_ascii_case(&stem));
        let expression = expression(flavour, row.text("expression")?);
        table.checks.push(Check {
            label: Label {
                text: name.to_owned(),
                generated,
            },
            expression,
            attributes,
        });
    }
    Ok(())
}

/// Whether an index on these parts serves a foreign key on these columns: they are its first
/// parts, whole, in this order (`MySQL` 8.4 manual, 15.1.20.5).
pub(in crate::engine::mysql) fn covers(
    parts: &[Part],
    attributes: &Attributes,
    columns: &[String],
) -> bool {
    let searchable = !matches!(
        attributes.get(&Attribute::Method).map(String::as_str),
        Some("FULLTEXT" | "SPATIAL" | "HASH")
    );
    searchable
        && parts.len() >= columns.len()
        && parts.iter().zip(columns).all(|(part, column)| {
            !part.attributes.contains_key(&Attribute::Length)
                && part
                    .column_name()
                    .is_some_and(|name| name.eq_ignore_ascii_case(column))
        })
}

/// Whether such an index keeps the server from making one of its own. `MySQL` makes one beside an index
/// that descends in one of the columns, though that would do: it lets its own go afterwards (seen on
/// 9.7); `MariaDB` makes no difference.
pub(in crate::engine::mysql) fn spares(
    flavour: Flavour,
    parts: &[Part],
    attributes: &Attributes,
    columns: &[String],
) -> bool {
    let descends = |part: &Part| part.attributes.contains_key(&Attribute::Descending);
    covers(parts, attributes, columns)
        && (flavour == Flavour::Mariadb || !parts.iter().take(columns.len()).any(descends))
}

/// The name the server gives to the index it makes for a foreign key: the constraint's if it was
/// given one, else the first column's, numbered when that is taken (`MySQL` 8.4 manual,
/// 15.1.20.5).
pub(in crate::engine::mysql) fn implied_index_name(
    key: &ForeignKey,
    taken: impl Fn(&str) -> bool,
) -> String {
    if !key.label.generated {
        return key.label.text.clone();
    }
    let stem = key.columns.first().map_or("", String::as_str);
    if !taken(stem) {
        return stem.to_owned();
    }
    (2..100)
        .map(|n| format!("{stem}_{n}"))
        .find(|name| !taken(name))
        .unwrap_or_else(|| stem.to_owned())
}

/// Parts by name without case, as the server sorts them, whatever order the catalogs answered in.
pub(super) fn in_order(table: &mut Table) {
    table
        .uniques
        .sort_by_cached_key(|key| key.label.text.to_uppercase());
    table
        .indexes
        .sort_by_cached_key(|index| index.label.text.to_uppercase());
    table
        .foreign_keys
        .sort_by_cached_key(|key| key.label.text.to_uppercase());
    table
        .checks
        .sort_by_cached_key(|check| check.label.text.to_uppercase());
}

/// Takes the indexes out that foreign keys live on: exactly as long, and no other index would do.
/// Whether the server made such an index or a person did, it is there as long as the key is, and
/// the catalogs do not tell the two apart.
pub(super) fn hide_implied(flavour: Flavour, table: &mut Table) {
    let mut found = BTreeMap::new();
    for key in &table.foreign_keys {
        let implied = table.indexes.iter().find(|index| {
            index.parts.len() == key.columns.len()
                && index.attributes.is_empty()
                && index.parts.iter().all(|part| part.attributes.is_empty())
                && covers(&index.parts, &index.attributes, &key.columns)
                && !others_spare(flavour, table, &index.label.text, &key.columns)
        });
        if let Some(index) = implied {
            let name = index.label.text.clone();
            // Keys on the same columns share it; it is noted once.
            if !found.values().any(|other| *other == name) {
                found.insert(key.label.text.clone(), name);
            }
        }
    }
    let hidden = |index: &Index| found.values().any(|name| *name == index.label.text);
    table.indexes.retain(|index| !hidden(index));
    table.key_indexes = found;
}

fn others_spare(flavour: Flavour, table: &Table, but: &str, columns: &[String]) -> bool {
    let keys = table.primary_key.iter().chain(&table.uniques);
    keys.map(|key| (&key.parts, &key.attributes))
        .chain(
            table
                .indexes
                .iter()
                .filter(|index| index.label.text != but)
                .map(|index| (&index.parts, &index.attributes)),
        )
        .any(|(parts, attributes)| spares(flavour, parts, attributes, columns))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_server_makes_up() {
        assert!(numbered("a", "a") && numbered("A_12", "a"));
        assert!(!numbered("a_x", "a") && !numbered("a_", "a") && !numbered("ab", "a"));
        let first = Part::column("email");
        assert!(index_label("email_2", Some(&first)).generated);
        assert!(!index_label("by_email", Some(&first)).generated);
    }

    #[test]
    fn the_index_of_a_foreign_key_is_no_object_of_its_own() {
        let mut table = Table::new(Name::bare("c"));
        table.foreign_keys.push(ForeignKey {
            label: Label::given("fk"),
            columns: vec!["p".to_owned()],
            references: Name::bare("p"),
            referenced: vec!["id".to_owned()],
            attributes: Attributes::new(),
        });
        let index = |name: &str| Index {
            label: Label::given(name),
            unique: false,
            parts: vec![Part::column("p")],
            attributes: Attributes::new(),
        };
        table.indexes = vec![index("fk")];
        let mut alone = table.clone();
        hide_implied(Flavour::Mysql, &mut alone);
        assert!(alone.indexes.is_empty());
        assert_eq!(alone.key_indexes["fk"], "fk");
        table.indexes.push(index("other"));
        hide_implied(Flavour::Mysql, &mut table);
        assert_eq!(table.indexes.len(), 2, "both were made by somebody");
    }
}
