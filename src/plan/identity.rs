//! Hashes that stand for a schema and for a plan.

use crate::engine::Engine;
use crate::schema::Schema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt;

/// SHA-256 of everything that influences an execution, as `sha256:` and 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PlanId(pub String);

impl fmt::Display for PlanId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// SHA-256 of a schema's canonical model, in the same form.
///
/// The model is ordered maps all the way down, so its JSON is canonical. The server's version is
/// not part of it: an upgrade is not a drift.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub String);

impl Fingerprint {
    /// The fingerprint of a schema.
    pub fn of(engine: Engine, schema: &Schema) -> Self {
        Self(digest(&(engine, schema)))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The hash of a value's JSON; of what `Debug` shows, which holds as much, were there no JSON of it.
/// Never of less: two values with one hash would be one plan.
pub(super) fn digest<T: Serialize + fmt::Debug>(value: &T) -> String {
    let bytes = serde_json::to_vec(value).unwrap_or_else(|_| format!("{value:?}").into_bytes());
    format!("sha256:{}", hex::encode(Sha256::digest(&bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Attributes, Column, Name, Table};

    fn schema(columns: &[&str]) -> Schema {
        let mut table = Table::new(Name::new("public", "t"));
        table.columns.extend(columns.iter().map(|name| Column {
            name: (*name).to_owned(),
            data_type: "integer".to_owned(),
            nullable: true,
            default: None,
            generated: None,
            attributes: Attributes::new(),
        }));
        let mut schema = Schema::default();
        schema.tables.insert(table.name.clone(), table);
        schema
    }

    #[test]
    fn a_fingerprint_tells_schemas_apart() {
        let of = |columns: &[&str]| Fingerprint::of(Engine::Sqlite, &schema(columns));
        assert_eq!(of(&["a", "b"]), of(&["a", "b"]));
        assert_ne!(of(&["a", "b"]), of(&["a"]));
        assert_ne!(
            of(&["a"]),
            Fingerprint::of(Engine::Sqlite, &Schema::default())
        );
    }

    #[test]
    fn a_schema_comes_back_from_its_json() {
        let schema = schema(&["a", "b"]);
        let text = serde_json::to_string(&schema).unwrap();
        assert_eq!(serde_json::from_str::<Schema>(&text).unwrap(), schema);
    }
}
