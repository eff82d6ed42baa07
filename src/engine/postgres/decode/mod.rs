//! Catalog rows as a model. Pure.

mod grants;
mod objects;
mod opaque;
mod parts;
mod table;

use super::catalog;
use crate::engine::{Catalogs, DecodeError, Grants, Row, Rows, Scope};
use crate::schema::{Attribute, Attributes, Name, Schema, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Objects of extensions, by catalog and oid.
type Members<'a> = BTreeSet<(&'a str, &'a str)>;

/// The schema that the rows show.
pub(super) fn schema(scope: &Scope, catalogs: &Catalogs) -> Result<Schema, DecodeError> {
    let mut schema = Schema::default();
    for row in rows(catalogs, catalog::NAMESPACES)?.iter() {
        schema.namespaces.insert(row.text("schema")?.to_owned());
    }
    let mut members = Members::new();
    for row in rows(catalogs, catalog::MEMBERS)?.iter() {
        members.insert((row.text("class")?, row.text("oid")?));
    }
    let understood = understood(scope, catalogs)?;
    let mut tables: BTreeMap<&str, Table> = BTreeMap::new();
    for row in rows(catalogs, catalog::RELATIONS)?.iter() {
        let oid = row.text("oid")?;
        if understood.contains(oid) {
            tables.insert(oid, table::table(&row)?);
        }
    }
    for row in rows(catalogs, catalog::COLUMNS)?.iter() {
        if let Some(table) = tables.get_mut(row.text("oid")?) {
            let column = table::column(&row, &table.name.name)?;
            table.columns.push(column);
        }
    }
    for row in rows(catalogs, catalog::CONSTRAINTS)?.iter() {
        if let Some(table) = tables.get_mut(row.text("oid")?) {
            parts::constraint(&row, table)?;
        }
    }
    let keys = parts::index_parts(rows(catalogs, catalog::INDEX_PARTS)?)?;
    for row in rows(catalogs, catalog::INDEXES)?.iter() {
        if let Some(table) = tables.get_mut(row.text("oid")?) {
            parts::index(&row, &keys, table)?;
        }
    }
    tables.values_mut().for_each(parts::in_order);
    let leans = objects::leans(catalogs)?;
    schema.objects = objects::all(scope, catalogs, &members, &tables, &leans)?;
    schema.opaque = opaque::all(scope, catalogs, &members, &leans, &understood)?;
    schema.tables = tables
        .into_values()
        .map(|table| (table.name.clone(), table))
        .collect();
    if scope.grants == Grants::Managed {
        grants::add(scope, catalogs, &members, &mut schema)?;
    }
    Ok(schema)
}

/// The tables that are wholly understood, by oid: a partition where its parent is.
fn understood<'a>(scope: &Scope, catalogs: &'a Catalogs) -> Result<BTreeSet<&'a str>, DecodeError> {
    let mut found = BTreeSet::new();
    let mut partitions: Vec<(&str, &str)> = Vec::new();
    for row in rows(catalogs, catalog::RELATIONS)?.iter() {
        if row.opt("fragile").is_some() || scope.excludes(row.text("name")?) {
            continue;
        }
        let oid = row.text("oid")?;
        match row.opt("parent_oid") {
            Some(parent) => partitions.push((oid, parent)),
            None => drop(found.insert(oid)),
        }
    }
    loop {
        let before = partitions.len();
        partitions.retain(|(oid, parent)| {
            let known = found.contains(parent);
            if known {
                found.insert(oid);
            }
            !known
        });
        if partitions.len() == before {
            return Ok(found);
        }
    }
}

fn rows<'a>(catalogs: &'a Catalogs, name: &str) -> Result<&'a Rows, DecodeError> {
    catalogs.get(name).ok_or_else(|| DecodeError {
        what: name.to_owned(),
        problem: "the query did not run".to_owned(),
    })
}

/// A name in the columns `schema` and `name`.
fn name_of(row: &Row<'_>) -> Result<Name, DecodeError> {
    Ok(Name::new(row.text("schema")?, row.text("name")?))
}

/// Sets an attribute where there is a value.
fn put(attributes: &mut Attributes, attribute: Attribute, value: Option<impl Into<String>>) {
    if let Some(value) = value {
        attributes.insert(attribute, value.into());
    }
}

/// Sets an attribute that has no value of its own.
fn put_flag(attributes: &mut Attributes, attribute: Attribute, set: Option<&str>, when: &str) {
    if set == Some(when) {
        attributes.insert(attribute, "true".to_owned());
    }
}

/// Options as a list for `WITH (…)`, sorted: their order means nothing.
fn options(row: &Row<'_>, columns: &[&str]) -> Result<Option<String>, DecodeError> {
    let mut all = Vec::new();
    for column in columns {
        all.extend(row.list(column)?);
    }
    all.sort();
    Ok((!all.is_empty()).then(|| all.join(", ")))
}
