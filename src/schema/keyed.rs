//! The map of tables on the wire: a list, since each table knows its own name and the keys of a
//! JSON object are texts.

use super::{Name, Table};
use serde::{Deserialize, Deserializer, Serializer};
use std::collections::BTreeMap;

pub(super) fn serialize<S: Serializer>(
    tables: &BTreeMap<Name, Table>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(tables.values())
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<BTreeMap<Name, Table>, D::Error> {
    let tables = Vec::<Table>::deserialize(deserializer)?;
    Ok(tables
        .into_iter()
        .map(|table| (table.name.clone(), table))
        .collect())
}
