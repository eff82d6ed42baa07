//! Grants, each an object that hangs on what it is given on.

use super::super::catalog;
use super::super::grant;
use super::{Members, name_of, rows};
use crate::engine::{Catalogs, DecodeError, Row, Scope};
use crate::schema::{
    Attributes, Defined, Dependency, Grant, Kind, Name, ObjectKey, Opaque, OpaqueKey, SEQUENCE,
    Schema,
};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Puts them into the schema, next to what they are given on.
pub(super) fn add(
    scope: &Scope,
    catalogs: &Catalogs,
    members: &Members<'_>,
    schema: &mut Schema,
) -> Result<(), DecodeError> {
    let homes = homes(schema);
    let mut found = BTreeMap::new();
    for row in rows(catalogs, catalog::GRANTS)?.iter() {
        let name = name_of(&row)?;
        let is_relation = row.text("class")? == "pg_class";
        if members.contains(&(row.text("class")?, row.text("oid")?))
            || is_relation && scope.excludes(&name.name)
        {
            continue;
        }
        let noun = row.text("noun")?;
        let privileges = row.list("privileges")?;
        if let Some(by) = row.opt("by") {
            let (key, opaque) = others(name, noun, by, &row, &privileges)?;
            schema.opaque.insert(key, opaque);
            continue;
        }
        let role = row.text("role")?;
        let column = row.opt("column");
        let word = noun.split(' ').next().unwrap_or_default();
        let grant = Grant::read(word, role, &privileges);
        let own = homes.get(&(is_relation, name.clone()));
        // A sequence that counts a column is no object of its own.
        let counted = match (row.opt("home_schema"), row.opt("home")) {
            (Some(schema), Some(table)) if column.is_none() && own.is_none() => {
                Some(Name::new(schema, table))
            }
            _ => None,
        };
        let part = match (column, &counted, row.opt("home_column")) {
            (Some(column), ..) => ObjectKey::on_column(role, column),
            (None, Some(_), Some(counts)) => {
                ObjectKey::on_column(&format!("{role}{SEQUENCE}"), counts)
            }
            (None, ..) => role.to_owned(),
        };
        let on = counted.unwrap_or(name);
        let mut object = defined(&grant, noun, column);
        if is_relation {
            let column = row.opt("home_column").map(str::to_owned);
            let whole = (on.clone(), None);
            let list =
                [whole, (on.clone(), column)].map(|(table, column)| Dependency { table, column });
            object.depends_on.extend(list);
            object.depends_on.dedup();
        }
        object.uses.extend(own.cloned());
        found.insert(ObjectKey::part(Kind::Grant, on, part), object);
    }
    schema.objects.append(&mut found);
    // What is made anew gets these by the grants themselves.
    for object in schema.objects.values_mut() {
        object
            .rights
            .retain(|statement| statement.starts_with("ALTER "));
    }
    Ok(())
}

/// The objects that something may be granted on, by whether they are relations and by name.
fn homes(schema: &Schema) -> BTreeMap<(bool, Name), ObjectKey> {
    let keys = schema.objects.keys();
    let keys = keys.filter(|key| {
        !key.kind.is_part()
            && !matches!(
                key.kind,
                Kind::Extension | Kind::Collation | Kind::Statistics
            )
    });
    let is_relation = |kind: Kind| kind.is_relation() || kind == Kind::Sequence;
    keys.map(|key| ((is_relation(key.kind), key.name.clone()), key.clone()))
        .collect()
}

fn defined(grant: &Grant, noun: &str, column: Option<&str>) -> Defined {
    let words = grant::words(grant, column, &grant::made(grant));
    let statements = words.iter().map(|words| words.around(noun));
    let texts: Vec<String> = statements.map(|it| it.sql().to_owned()).collect();
    // What it is on is its key's; a grant follows its name.
    let digest = grant.face().join("\n");
    Defined {
        hash: hex::encode(Sha256::digest(digest)),
        definition: texts.join(";\n"),
        face: grant.face(),
        attributes: Attributes::new(),
        depends_on: Vec::new(),
        mentions: Vec::new(),
        uses: Vec::new(),
        strangers: Vec::new(),
        rights: Vec::new(),
    }
}

/// What another role than the owner has granted, and what an owner has taken from itself, stays as it
/// is: only that role can take it back.
fn others(
    name: Name,
    noun: &str,
    by: &str,
    row: &Row<'_>,
    privileges: &[String],
) -> Result<(OpaqueKey, Opaque), DecodeError> {
    let (role, privileges) = (row.text("role")?, privileges.join(" "));
    let (called, reason) = if by == "owner" {
        (
            format!("{}.owner", name.name),
            "what an owner takes from itself is listed, not changed",
        )
    } else {
        (
            format!("{}.{role} by {by}", name.name),
            "what others than the owner have granted is listed, not changed",
        )
    };
    let key = OpaqueKey {
        kind: "grant".to_owned(),
        name: Name::new(name.schema, called),
    };
    let text = format!("{noun}\n{role}\n{by}\n{privileges}");
    let opaque = Opaque {
        hash: hex::encode(Sha256::digest(text)),
        reason: reason.to_owned(),
        depends_on: Vec::new(),
        definition: None,
    };
    Ok((key, opaque))
}
