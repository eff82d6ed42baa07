//! Everything that is seen and not modelled, with what it leans on.

use super::super::catalog;
use super::super::expression::mentions;
use super::super::render::quoted_name;
use super::{Members, name_of, options, rows};
use crate::engine::{Catalogs, DecodeError, Row, Scope};
use crate::schema::{Dependency, Name, Opaque, OpaqueKey, Table};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

type Leans<'a> = BTreeMap<(&'a str, &'a str), Vec<Dependency>>;
type Found = BTreeMap<OpaqueKey, Opaque>;

/// All objects that are no plain table.
pub(super) fn all(
    scope: &Scope,
    catalogs: &Catalogs,
    members: &Members<'_>,
    tables: &BTreeMap<&str, Table>,
) -> Result<Found, DecodeError> {
    let mut leans = Leans::new();
    for row in rows(catalogs, catalog::DEPENDS)?.iter() {
        let table = Name::new(row.text("schema")?, row.text("table")?);
        let column = row.opt("column").map(str::to_owned);
        leans
            .entry((row.text("class")?, row.text("oid")?))
            .or_default()
            .push(Dependency { table, column });
    }
    let mut found = Found::new();
    relations(scope, catalogs, &leans, &mut found)?;
    exclusions(catalogs, tables, &mut found)?;
    matview_indexes(catalogs, &mut found)?;
    for row in rows(catalogs, catalog::OBJECTS)?.iter() {
        let place = (row.text("class")?, row.text("oid")?);
        if members.contains(&place) {
            continue;
        }
        let mut depends_on = leans.get(&place).cloned().unwrap_or_default();
        depends_on.extend(by_text(&row, tables)?);
        let kind = row.text("kind")?;
        let definition = row.opt("definition").map(str::to_owned);
        let digest = row.opt("digest").unwrap_or_default();
        insert(
            &mut found,
            kind,
            name_of(&row)?,
            definition,
            digest,
            depends_on,
        );
    }
    Ok(found)
}

fn insert(
    found: &mut Found,
    kind: &str,
    name: Name,
    definition: Option<String>,
    digest: &str,
    mut depends_on: Vec<Dependency>,
) {
    depends_on.sort();
    depends_on.dedup();
    let text = format!(
        "{kind}\n{}\n{digest}",
        definition.as_deref().unwrap_or_default()
    );
    let opaque = Opaque {
        hash: hex::encode(Sha256::digest(text.as_bytes())),
        reason: format!("{kind}s are listed, not changed"),
        depends_on,
        definition,
    };
    let key = OpaqueKey {
        kind: kind.to_owned(),
        name,
    };
    found.insert(key, opaque);
}

fn relations(
    scope: &Scope,
    catalogs: &Catalogs,
    leans: &Leans<'_>,
    found: &mut Found,
) -> Result<(), DecodeError> {
    for row in rows(catalogs, catalog::RELATIONS)?.iter() {
        let name = name_of(&row)?;
        let kind = match (row.text("kind")?, row.opt("fragile")) {
            ("v", _) => "view",
            ("m", _) => "materialized view",
            ("c", _) => "composite type",
            (_, Some(_)) if !scope.excludes(&name.name) => "table",
            _ => continue,
        };
        let definition = relation_definition(&row, &name)?;
        let depends_on = leans
            .get(&("pg_class", row.text("oid")?))
            .cloned()
            .unwrap_or_default();
        let digest = row.opt("digest").unwrap_or_default();
        insert(found, kind, name.clone(), definition, digest, depends_on);
        if let Some(reason) = row.opt("fragile") {
            let key = OpaqueKey {
                kind: kind.to_owned(),
                name,
            };
            if let Some(opaque) = found.get_mut(&key) {
                reason.clone_into(&mut opaque.reason);
            }
        }
    }
    Ok(())
}

fn relation_definition(row: &Row<'_>, name: &Name) -> Result<Option<String>, DecodeError> {
    let with = options(row, &["options"])?
        .map(|list| format!(" WITH ({list})"))
        .unwrap_or_default();
    let target = quoted_name(name);
    Ok(
        match (row.text("kind")?, row.opt("view"), row.opt("fields")) {
            ("v", Some(body), _) => Some(format!(
                "CREATE VIEW {target}{with} AS\n{}",
                body.trim_end_matches(';')
            )),
            ("m", Some(body), _) => Some(format!(
                "CREATE MATERIALIZED VIEW {target}{with} AS\n{}",
                body.trim_end_matches(';')
            )),
            ("c", _, fields) => Some(format!(
                "CREATE TYPE {target} AS ({})",
                fields.unwrap_or_default()
            )),
            _ => None,
        },
    )
}

/// Exclusion constraints, and the temporal keys of 18.
fn exclusions(
    catalogs: &Catalogs,
    tables: &BTreeMap<&str, Table>,
    found: &mut Found,
) -> Result<(), DecodeError> {
    for row in rows(catalogs, catalog::CONSTRAINTS)?.iter() {
        let Some(table) = tables.get(row.text("oid")?) else {
            continue;
        };
        let kind = match (row.text("kind")?, row.flag("period")) {
            ("x", _) => "exclusion constraint",
            (_, true) => "temporal constraint",
            _ => continue,
        };
        let constraint = row.text("name")?;
        let definition = format!(
            "ALTER TABLE {} ADD CONSTRAINT {} {}",
            quoted_name(&table.name),
            super::super::render::quote(constraint),
            row.text("definition")?
        );
        let mut depends_on = vec![Dependency {
            table: table.name.clone(),
            column: None,
        }];
        depends_on.extend(row.list("columns")?.into_iter().map(|column| Dependency {
            table: table.name.clone(),
            column: Some(column),
        }));
        let name = Name::new(
            &table.name.schema,
            format!("{}.{constraint}", table.name.name),
        );
        insert(found, kind, name, Some(definition), "", depends_on);
    }
    Ok(())
}

fn matview_indexes(catalogs: &Catalogs, found: &mut Found) -> Result<(), DecodeError> {
    for row in rows(catalogs, catalog::INDEXES)?.iter() {
        if row.text("table_kind")? == "m" {
            let view = Name::new(row.text("schema")?, row.text("table")?);
            let name = name_of(&row)?;
            let depends_on = vec![Dependency {
                table: view,
                column: None,
            }];
            let definition = row.opt("definition").map(str::to_owned);
            insert(
                found,
                "index of a materialized view",
                name,
                definition,
                "",
                depends_on,
            );
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
