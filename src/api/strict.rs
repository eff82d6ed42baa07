//! Reads a DatabaseSchema written by a person: every unknown field is refused, with its path,
//! line and column. The API server prunes such fields silently; a file on disk has no such
//! second chance to be noticed.

use std::fmt;

use k8s_openapi::apiextensions_apiserver::pkg::apis::apiextensions::v1::{
    JSONSchemaProps, JSONSchemaPropsOrArray,
};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::Spanned;
use serde_saphyr::options::DuplicateKeyPolicy;

use super::crds;
use super::resource::DatabaseSchema;

/// The largest manifest read, in bytes: twice what the API server stores in one object.
pub const LARGEST_MANIFEST: usize = 3 * 1024 * 1024;
/// The deepest nesting read. The wire types need 12.
const DEEPEST: usize = 40;
/// The most mappings, lists and scalars read.
const MOST_NODES: usize = 1_000_000;
/// How many unknown fields are listed.
const MOST_LISTED: usize = 20;

/// Why a manifest was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StrictError {
    /// Larger than [`LARGEST_MANIFEST`].
    #[error(
        "manifest has {0} bytes and at most {LARGEST_MANIFEST} are read: split the schema or use schema.from"
    )]
    TooLarge(usize),
    /// Not YAML, nested too deeply, or a value of the wrong type.
    #[error("line {line}, column {column}: {message}")]
    Malformed {
        /// Line, from 1; 0 when not known.
        line: u64,
        /// Column, from 1; 0 when not known.
        column: u64,
        /// What is wrong.
        message: String,
    },
    /// Not an object of the kind and version that are read.
    #[error(
        "manifest is {found}, not driftless.dev/v1alpha1 DatabaseSchema: set apiVersion and kind"
    )]
    OtherKind {
        /// What it says to be.
        found: String,
    },
    /// Fields that do not exist.
    #[error("unknown fields: {}", list(.0))]
    UnknownFields(Vec<UnknownField>),
}

/// A field that does not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField {
    /// Path from the root of the manifest.
    pub path: String,
    /// Line, from 1.
    pub line: u64,
    /// Column, from 1.
    pub column: u64,
    /// The nearest field that exists in the same place.
    pub nearest: Option<String>,
}

impl fmt::Display for UnknownField {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "line {}, column {}: {}",
            self.line, self.column, self.path
        )?;
        match &self.nearest {
            Some(nearest) => write!(out, " (did you mean {nearest}?)"),
            None => Ok(()),
        }
    }
}

fn list(fields: &[UnknownField]) -> String {
    fields
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

/// Reads one DatabaseSchema.
///
/// # Errors
/// [`StrictError`] names the place of everything that is wrong with the text.
pub fn read(text: &str) -> Result<DatabaseSchema, StrictError> {
    if text.len() > LARGEST_MANIFEST {
        return Err(StrictError::TooLarge(text.len()));
    }
    let root: Spanned<Node> = parse(text)?;
    check_kind(&root.value)?;
    let mut unknown = Vec::new();
    if let Some(schema) = root_schema() {
        walk(&root.value, &schema, "", &mut unknown);
    }
    if !unknown.is_empty() {
        return Err(StrictError::UnknownFields(unknown));
    }
    parse(text)
}

fn parse<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, StrictError> {
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! { max_depth: DEEPEST, max_nodes: MOST_NODES },
        duplicate_keys: DuplicateKeyPolicy::Error,
        strict_booleans: true,
    };
    serde_saphyr::from_str_with_options(text, options).map_err(|error| {
        let place = error.location();
        let message = error.without_snippet().to_string();
        StrictError::Malformed {
            line: place.map_or(0, |place| place.line()),
            column: place.map_or(0, |place| place.column()),
            message,
        }
    })
}

fn check_kind(root: &Node) -> Result<(), StrictError> {
    let field = |name: &str| match root {
        Node::Map(entries) => {
            entries
                .iter()
                .find(|(key, _)| key.value == name)
                .and_then(|(_, value)| match value {
                    Node::Text(text) => Some(text.as_str()),
                    Node::Scalar | Node::List(_) | Node::Map(_) => None,
                })
        }
        Node::Scalar | Node::Text(_) | Node::List(_) => None,
    };
    let (version, kind) = (field("apiVersion"), field("kind"));
    if version == Some("driftless.dev/v1alpha1") && kind == Some("DatabaseSchema") {
        return Ok(());
    }
    let found = format!(
        "{} {}",
        version.unwrap_or("without apiVersion"),
        kind.unwrap_or("without kind")
    );
    Err(StrictError::OtherKind { found })
}

/// The schema of the whole object. The definition leaves out what every object has, because the
/// API server knows it.
fn root_schema() -> Option<JSONSchemaProps> {
    let [crd, _] = crds::definitions();
    let version = crd.spec.versions.into_iter().next()?;
    let mut root = version.schema?.open_api_v3_schema?;
    let properties = root.properties.get_or_insert_default();
    for common in ["apiVersion", "kind", "metadata"] {
        properties.entry(common.to_owned()).or_default();
    }
    Some(root)
}

/// The shape of a document, with the place of every key.
enum Node {
    Scalar,
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Spanned<String>, Node)>),
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a YAML value")
    }
    fn visit_bool<E>(self, _: bool) -> Result<Node, E> {
        Ok(Node::Scalar)
    }
    fn visit_i64<E>(self, _: i64) -> Result<Node, E> {
        Ok(Node::Scalar)
    }
    fn visit_u64<E>(self, _: u64) -> Result<Node, E> {
        Ok(Node::Scalar)
    }
    fn visit_i128<E>(self, _: i128) -> Result<Node, E> {
        Ok(Node::Scalar)
    }
    fn visit_u128<E>(self, _: u128) -> Result<Node, E> {
        Ok(Node::Scalar)
    }
    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Scalar)
    }
    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }
    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Scalar)
    }
    fn visit_none<E>(self) -> Result<Node, E> {
        Ok(Node::Scalar)
    }
    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Node, D::Error> {
        Node::deserialize(from)
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = from.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = from.next_entry()? {
            entries.push(entry);
        }
        Ok(Node::Map(entries))
    }
}

fn walk(node: &Node, schema: &JSONSchemaProps, path: &str, unknown: &mut Vec<UnknownField>) {
    match node {
        Node::Scalar | Node::Text(_) => {}
        Node::List(items) => {
            if let Some(JSONSchemaPropsOrArray::Schema(inner)) = &schema.items {
                for (number, item) in items.iter().enumerate() {
                    walk(item, inner, &format!("{path}[{number}]"), unknown);
                }
            }
        }
        Node::Map(entries) => {
            // A schema without properties (metadata, free values) does not judge its keys.
            let Some(properties) = &schema.properties else {
                return;
            };
            for (key, value) in entries {
                let here = if path.is_empty() {
                    key.value.clone()
                } else {
                    format!("{path}.{}", key.value)
                };
                match properties.get(&key.value) {
                    Some(inner) => walk(value, inner, &here, unknown),
                    None if unknown.len() < MOST_LISTED => unknown.push(UnknownField {
                        path: here,
                        line: key.referenced.line(),
                        column: key.referenced.column(),
                        nearest: nearest(&key.value, properties.keys()),
                    }),
                    None => {}
                }
            }
        }
    }
}

/// The known name that shares most of its letters with `name`, if that is more than half.
fn nearest<'a>(name: &str, known: impl Iterator<Item = &'a String>) -> Option<String> {
    let lower = name.to_lowercase();
    known
        .map(|word| {
            let ratio = similar::TextDiff::from_chars(lower.as_str(), word.to_lowercase()).ratio();
            (ratio, word)
        })
        .filter(|(ratio, _)| *ratio > 0.6)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, word)| word.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "\
apiVersion: driftless.dev/v1alpha1
kind: DatabaseSchema
metadata:
  name: shop
  labels: {team: a}
spec:
  database:
    engine: sqlite
    path: shop.db
  schema:
    tables:
      - name: users
        columns:
          - {name: id, dataType: integer, isNullable: \"NO\", default: {literal: 0}}
        indexes:
          - {name: i, columns: [id]}
  drift: {interval: 5m}
";

    #[test]
    fn reads_what_is_right() {
        let object = read(GOOD).unwrap();
        assert_eq!(object.metadata.name.as_deref(), Some("shop"));
        assert_eq!(object.spec.schema.tables.unwrap()[0].columns[0].name, "id");
    }

    #[test]
    fn names_every_unknown_field_with_its_place() {
        let bad = GOOD
            .replace("dataType", "datatype")
            .replace("    path:", "    paht:");
        let Err(StrictError::UnknownFields(fields)) = read(&bad) else {
            panic!("accepted")
        };
        assert_eq!(fields.len(), 2);
        assert_eq!(
            (fields[0].path.as_str(), fields[0].line),
            ("spec.database.paht", 9)
        );
        assert_eq!(fields[0].column, 5);
        assert_eq!(fields[1].path, "spec.schema.tables[0].columns[0].datatype");
        assert_eq!(fields[1].nearest.as_deref(), Some("dataType"));
    }

    #[test]
    fn a_wrong_value_is_refused_with_its_line() {
        let Err(StrictError::Malformed { line, .. }) = read(&GOOD.replace("sqlite", "oracle"))
        else {
            panic!("accepted")
        };
        assert_eq!(line, 8);
    }

    #[test]
    fn duplicate_keys_depth_and_other_kinds_are_refused() {
        let twice = GOOD.replace("    path: shop.db", "    path: shop.db\n    path: other.db");
        assert!(matches!(
            read(&twice),
            Err(StrictError::Malformed { line: 10, .. })
        ));
        let deep = format!("a: {}{}", "[".repeat(200), "]".repeat(200));
        assert!(matches!(read(&deep), Err(StrictError::Malformed { .. })));
        let other = GOOD.replace("kind: DatabaseSchema", "kind: SchemaPlan");
        assert!(matches!(read(&other), Err(StrictError::OtherKind { .. })));
        assert_eq!(
            read(&" ".repeat(LARGEST_MANIFEST + 1)),
            Err(StrictError::TooLarge(LARGEST_MANIFEST + 1))
        );
    }
}
