//! Tables that are not wholly understood, and sequences.

use super::Reading;
use crate::schema::{Dependency, Kind, Name, Opaque, OpaqueKey, Schema};
use sha2::{Digest, Sha256};

const NOT_YET: &str = "objects of this kind are not modelled";

/// `M` and `DISTANCE` of a vector index are in no catalog (`MariaDB` 11.8, "CREATE TABLE with Vectors").
pub(super) const UNSEEN: &str =
    "it has a vector index, whose options the server shows in no catalog";

fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

fn put(schema: &mut Schema, kind: &str, name: &str, opaque: Opaque) {
    let key = OpaqueKey {
        kind: kind.to_owned(),
        name: Name::bare(name),
    };
    schema.opaque.insert(key, opaque);
}

/// Moves the tables that are not wholly understood out of the model.
pub(super) fn tables(reading: &mut Reading, schema: &mut Schema) {
    for (name, reason) in std::mem::take(&mut reading.strange) {
        let Some(table) = reading.tables.remove(&name) else {
            continue;
        };
        let mut print = format!("{table:?}");
        if reason == UNSEEN {
            // Two that look alike may differ: none is taken for the other.
            print.push_str(&reading.database);
        }
        let depends_on = table
            .foreign_keys
            .iter()
            .flat_map(|key| {
                key.referenced.iter().map(|column| Dependency {
                    table: key.references.clone(),
                    column: Some(column.clone()),
                })
            })
            .collect();
        let opaque = Opaque {
            hash: hash(&print),
            reason,
            depends_on,
            definition: None,
        };
        put(schema, "table", &name.name, opaque);
    }
}

/// Sequences (`MariaDB`): their values are in a table of their own, not in a catalog.
pub(super) fn sequences(names: &[Name], schema: &mut Schema) {
    for name in names {
        let opaque = Opaque {
            hash: hash(&name.name),
            reason: NOT_YET.to_owned(),
            depends_on: Vec::new(),
            definition: None,
        };
        put(schema, "sequence", &name.name, opaque);
    }
}

/// An object whose text this account may not see.
pub(super) fn hidden(
    schema: &mut Schema,
    kind: Kind,
    name: &str,
    print: &str,
    depends_on: Vec<Dependency>,
) {
    let opaque = Opaque {
        hash: hash(print),
        reason: "its definition is hidden from this account".to_owned(),
        depends_on,
        definition: None,
    };
    put(schema, kind.as_str(), name, opaque);
}

/// An object of a kind that is not modelled.
pub(super) fn listed(schema: &mut Schema, kind: &str, name: &str, print: &str) {
    let opaque = Opaque {
        hash: hash(print),
        reason: NOT_YET.to_owned(),
        depends_on: Vec::new(),
        definition: None,
    };
    put(schema, kind, name, opaque);
}
