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

/// The hash of a value's JSON. Our own types always serialise; were one not to, its error text is
/// hashed, which equals nothing else.
pub(super) fn digest<T: Serialize>(value: &T) -> String {
    let bytes = serde_json::to_vec(value).unwrap_or_else(|error| error.to_string().into_bytes());
    format!("sha256:{}", hex::encode(Sha256::digest(&bytes)))
}
