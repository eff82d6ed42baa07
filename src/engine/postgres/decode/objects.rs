//! Objects that are printed whole, with what they lean on.

use super::super::catalog;
use super::super::expression::mentions;
use super::super::render::{quote, quoted_name};
use super::{Members, name_of, rows};
use crate::engine::{Catalogs, DecodeError, Row, Scope};
use crate::schema::{Attribute, Attributes, Defined, Dependency, Kind, Name, ObjectKey, Table};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// What an object leans on, by catalog and oid.
pub(super) type Leans<'a> = BTreeMap<(&'a str, &'a str), Vec<Dependency>>;
type Found = BTreeMap<ObjectKey, Defined>;
/// The keys of all objects, by catalog and oid.
type Places<'a> = BTreeMap<(&'a str, &'a str), ObjectKey>;

/// The relations that each object leans on.
pub(super) fn leans(catalogs: &Catalogs) -> Result<Leans<'_>, DecodeError> {
    let mut leans = Leans::new();
    for row in rows(catalogs, catalog::DEPENDS)?.iter() {
        let table = Name::new(row.text("schema")?, row.text("table")?);
        let column = row.opt("column").map(str::to_owned);
        leans
            .entry((row.text("class")?, row.text("oid")?))
            .or_default()
            .push(Dependency { table, column });
    }
    Ok(leans)
}

/// All of them.
pub(super) fn all(
    scope: &Scope,
    catalogs: &Catalogs,
    members: &Members<'_>,
    tables: &BTreeMap<&str, Table>,
    leans: &Leans<'_>,
) -> Result<Found, DecodeError> {
    let mut found = Found::new();
    let mut places = Places::new();
    for row in rows(catalogs, catalog::OBJECTS)?.iter() {
        let place = (row.text("class")?, row.text("oid")?);
        let out_of_scope = row.opt("host").is_some_and(|host| scope.excludes(host));
        if members.contains(&place) || out_of_scope {
            continue;
        }
        let key = key_of(&row)?;
        if key.kind.is_relation() && scope.excludes(&key.name.name) {
            continue;
        }
        let mut object = object(&row)?;
        object.depends_on = leans.get(&place).cloned().unwrap_or_default();
        // The rule that makes a view leans on the view, too.
        if key.kind.is_relation() {
            object.depends_on.retain(|on| on.table != key.name);
        }
        object.mentions = by_text(&row, tables)?;
        if key.kind.is_part() && key.kind != Kind::DomainCheck {
            object.depends_on.push(whole(&key.name));
        }
        places.insert(place, key.clone());
        found.insert(key, object);
    }
    exclusions(catalogs, tables, &mut places, &mut found)?;
    view_indexes(scope, catalogs, &mut found)?;
    uses(catalogs, &places, &mut found)?;
    strangers(catalogs, tables, &places, &mut found)?;
    for object in found.values_mut() {
        for list in [&mut object.depends_on, &mut object.mentions] {
            list.sort();
            list.dedup();
        }
        object.uses.sort();
        object.uses.dedup();
    }
    Ok(found)
}

fn whole(table: &Name) -> Dependency {
    Dependency {
        table: table.clone(),
        column: None,
    }
}

fn key_of(row: &Row<'_>) -> Result<ObjectKey, DecodeError> {
    let word = row.text("kind")?;
    let kind = Kind::parse(word).ok_or_else(|| DecodeError {
        what: catalog::OBJECTS.to_owned(),
        problem: format!("there is no kind of object called {word:?}"),
    })?;
    Ok(ObjectKey::part(kind, name_of(row)?, row.text("part")?))
}

fn object(row: &Row<'_>) -> Result<Defined, DecodeError> {
    let mut attributes = Attributes::new();
    let text = row.opt("attributes").unwrap_or("{}");
    let known: BTreeMap<Attribute, String> =
        serde_json::from_str(text).map_err(|error| DecodeError {
            what: catalog::OBJECTS.to_owned(),
            problem: format!("attributes are not understood: {error}"),
        })?;
    attributes.extend(known);
    let mut object = defined(row.text("definition")?, row.opt("digest").unwrap_or(""));
    object.attributes = attributes;
    object.face = row.list("face")?;
    object.rights = row.list("rights")?;
    Ok(object)
}

fn defined(definition: &str, digest: &str) -> Defined {
    let text = format!("{definition}\n{digest}");
    Defined {
        hash: hex::encode(Sha256::digest(text.as_bytes())),
        definition: definition.to_owned(),
        face: Vec::new(),
        attributes: Attributes::new(),
        depends_on: Vec::new(),
        mentions: Vec::new(),
        uses: Vec::new(),
        strangers: Vec::new(),
        rights: Vec::new(),
    }
}

/// Exclusion constraints, and the temporal keys of 18.
fn exclusions<'a>(
    catalogs: &'a Catalogs,
    tables: &BTreeMap<&str, Table>,
    places: &mut Places<'a>,
    found: &mut Found,
) -> Result<(), DecodeError> {
    let (mut keys, mut leading) = (Vec::new(), Vec::new());
    for row in rows(catalogs, catalog::CONSTRAINTS)?.iter() {
        let Some(table) = tables.get(row.text("oid")?) else {
            continue;
        };
        if row.flag("inherited") {
            continue;
        }
        let kind = match (row.text("kind")?, row.flag("period")) {
            ("x", _) => Kind::Exclusion,
            (_, true) => Kind::Temporal,
            _ => continue,
        };
        let constraint = row.text("name")?;
        let key = ObjectKey::part(kind, table.name.clone(), constraint);
        if let Some(own) = row.opt("constraint_oid") {
            places.insert(("pg_constraint", own), key.clone());
        }
        if let (Some(schema), Some(parent)) = (row.opt("parent_schema"), row.opt("parent")) {
            leading.push((key.clone(), Name::new(schema, parent)));
        } else {
            keys.push(key.clone());
        }
        found.insert(key, exclusion(&row, &table.name)?);
    }
    // A foreign key leans on the keys of the table it leads to.
    for (key, parent) in leading {
        let used = keys.iter().filter(|other| other.name == parent).cloned();
        if let Some(object) = found.get_mut(&key) {
            object.uses.extend(used);
        }
    }
    Ok(())
}

fn exclusion(row: &Row<'_>, table: &Name) -> Result<Defined, DecodeError> {
    let definition = format!(
        "ALTER TABLE {} ADD CONSTRAINT {} {}",
        quoted_name(table),
        quote(row.text("name")?),
        row.text("definition")?
    );
    let mut object = defined(&definition, "");
    if let Some(comment) = row.opt("comment") {
        object
            .attributes
            .insert(Attribute::Comment, comment.to_owned());
    }
    let mut lean = |table: &Name, columns: Vec<String>| {
        object.depends_on.push(whole(table));
        object
            .depends_on
            .extend(columns.into_iter().map(|column| Dependency {
                table: table.clone(),
                column: Some(column),
            }));
    };
    lean(table, row.list("columns")?);
    if let (Some(schema), Some(parent)) = (row.opt("parent_schema"), row.opt("parent")) {
        lean(&Name::new(schema, parent), row.list("parent_columns")?);
    }
    Ok(object)
}

fn view_indexes(scope: &Scope, catalogs: &Catalogs, found: &mut Found) -> Result<(), DecodeError> {
    for row in rows(catalogs, catalog::INDEXES)?.iter() {
        let view = Name::new(row.text("schema")?, row.text("table")?);
        if row.text("table_kind")? != "m" || scope.excludes(&view.name) {
            continue;
        }
        let mut object = defined(row.text("definition")?, "");
        if let Some(comment) = row.opt("comment") {
            object
                .attributes
                .insert(Attribute::Comment, comment.to_owned());
        }
        object.depends_on.push(whole(&view));
        let key = ObjectKey::part(Kind::ViewIndex, view, row.text("name")?);
        found.insert(key, object);
    }
    Ok(())
}

/// The objects that objects lean on, as far as both are listed. A part leans on what it hangs on.
fn uses(catalogs: &Catalogs, places: &Places<'_>, found: &mut Found) -> Result<(), DecodeError> {
    for row in rows(catalogs, catalog::USES)?.iter() {
        let own = places.get(&(row.text("class")?, row.text("oid")?));
        let used = places.get(&(row.text("used_class")?, row.text("used_oid")?));
        if let (Some(own), Some(used)) = (own, used)
            && own != used
            && let Some(object) = found.get_mut(own)
        {
            object.uses.push(used.clone());
        }
    }
    let homes: BTreeMap<Name, ObjectKey> = found
        .keys()
        .filter(|key| key.kind.is_relation() || key.kind == Kind::Domain)
        .map(|key| (key.name.clone(), key.clone()))
        .collect();
    for (key, object) in found.iter_mut().filter(|(key, _)| key.kind.is_part()) {
        object.uses.extend(homes.get(&key.name).cloned());
    }
    Ok(())
}

/// What leans on a type and is neither a table that is understood, or part of one, nor an object.
fn strangers(
    catalogs: &Catalogs,
    tables: &BTreeMap<&str, Table>,
    places: &Places<'_>,
    found: &mut Found,
) -> Result<(), DecodeError> {
    for row in rows(catalogs, catalog::HOLDERS)?.iter() {
        let Some(key) = places.get(&(row.text("used_class")?, row.text("used_oid")?)) else {
            continue;
        };
        let home = |oid| tables.contains_key(oid) || places.contains_key(&("pg_class", oid));
        let known = places.contains_key(&(row.text("class")?, row.text("oid")?))
            || row.opt("host").is_some_and(home);
        if let Some(object) = found.get_mut(key).filter(|_| !known) {
            object.strangers.push(row.text("holder")?.to_owned());
        }
    }
    Ok(())
}

/// What a routine's text names. The server keeps no dependencies for bodies that are text (38.5
/// "Query Language (SQL) Functions"), so words decide: a table's name, and with it its columns'
/// names; for a trigger, the columns of its own table.
fn by_text(row: &Row<'_>, tables: &BTreeMap<&str, Table>) -> Result<Vec<Dependency>, DecodeError> {
    let Some(source) = row.opt("source") else {
        return Ok(Vec::new());
    };
    let schema = row.text("schema")?;
    let host = row.opt("host");
    let mut found = Vec::new();
    for table in tables.values() {
        let own = host == Some(table.name.name.as_str()) && schema == table.name.schema;
        let named = host.is_none() && mentions(source, &table.name.name);
        if named {
            found.push(Dependency {
                table: table.name.clone(),
                column: None,
            });
        }
        if own || named {
            let columns = table.columns.iter().filter(|c| mentions(source, &c.name));
            found.extend(columns.map(|column| Dependency {
                table: table.name.clone(),
                column: Some(column.name.clone()),
            }));
        }
    }
    Ok(found)
}
