//! Everything that is seen and not modelled, with what it leans on.

use super::super::catalog;
use super::objects::Leans;
use super::{Members, name_of, rows};
use crate::engine::{Catalogs, DecodeError, Scope};
use crate::schema::{Dependency, Name, Opaque, OpaqueKey};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};

type Found = BTreeMap<OpaqueKey, Opaque>;

/// All objects that are neither plain tables nor printed whole.
pub(super) fn all(
    scope: &Scope,
    catalogs: &Catalogs,
    members: &Members<'_>,
    leans: &Leans<'_>,
    understood: &BTreeSet<&str>,
) -> Result<Found, DecodeError> {
    let mut found = Found::new();
    relations(scope, catalogs, leans, understood, &mut found)?;
    for row in rows(catalogs, catalog::OPAQUE)?.iter() {
        let place = (row.text("class")?, row.text("oid")?);
        if members.contains(&place) {
            continue;
        }
        let kind = row.text("kind")?;
        let made = Made {
            reason: format!("{kind}s are listed, not changed"),
            definition: row.opt("definition").map(str::to_owned),
            digest: row.opt("digest").unwrap_or_default(),
            depends_on: leans.get(&place).cloned().unwrap_or_default(),
        };
        insert(&mut found, kind, name_of(&row)?, made);
    }
    Ok(found)
}

/// What is known of an opaque object.
struct Made<'a> {
    reason: String,
    definition: Option<String>,
    digest: &'a str,
    depends_on: Vec<Dependency>,
}

fn insert(found: &mut Found, kind: &str, name: Name, mut made: Made<'_>) {
    made.depends_on.sort();
    made.depends_on.dedup();
    let text = format!(
        "{kind}\n{}\n{}",
        made.definition.as_deref().unwrap_or_default(),
        made.digest
    );
    let opaque = Opaque {
        hash: hex::encode(Sha256::digest(text.as_bytes())),
        reason: made.reason,
        depends_on: made.depends_on,
        definition: made.definition,
    };
    let key = OpaqueKey {
        kind: kind.to_owned(),
        name,
    };
    found.insert(key, opaque);
}

/// Tables that are not wholly understood.
fn relations(
    scope: &Scope,
    catalogs: &Catalogs,
    leans: &Leans<'_>,
    understood: &BTreeSet<&str>,
    found: &mut Found,
) -> Result<(), DecodeError> {
    for row in rows(catalogs, catalog::RELATIONS)?.iter() {
        let name = name_of(&row)?;
        let oid = row.text("oid")?;
        if understood.contains(oid) || scope.excludes(&name.name) {
            continue;
        }
        let reason = row.opt("fragile");
        let reason = reason.unwrap_or("it is a partition of a table that is not managed");
        let place = ("pg_class", oid);
        let made = Made {
            reason: reason.to_owned(),
            definition: None,
            digest: row.opt("digest").unwrap_or_default(),
            depends_on: leans.get(&place).cloned().unwrap_or_default(),
        };
        insert(found, "table", name, made);
    }
    Ok(())
}
