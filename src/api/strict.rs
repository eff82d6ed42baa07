//! Reads documents written by people, a DatabaseSchema or the body of a request: every unknown
//! field is refused, with its path, line and column. The API server prunes such fields silently; a
//! file on disk and a request have no such second chance to be noticed.

mod bounds;
mod json;
mod node;

use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use serde_saphyr::options::DuplicateKeyPolicy;

use node::{Node, walk};

use super::crds;
use super::resource::DatabaseSchema;

/// The largest manifest read, in bytes: twice what the API server stores in one object.
pub const LARGEST_MANIFEST: usize = 3 * 1024 * 1024;
/// The deepest nesting read. The wire types need 12.
const DEEPEST: usize = 40;
/// The most mappings, lists and scalars read.
const MOST_NODES: usize = 1_000_000;

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
    /// A value of the wrong type, or a missing field, in JSON that is well formed.
    #[error("line {line}, column {column}: {message}")]
    WrongValue {
        /// Line, from 1.
        line: u64,
        /// Column, from 1.
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
    /// Values that the schema does not allow: path and what is wrong.
    #[error("{}", .0.iter().map(|(path, problem)| format!("{path} {problem}")).collect::<Vec<_>>().join("; "))]
    OutOfBounds(Vec<(String, String)>),
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
    let root: Node = parse(text)?;
    check_kind(&root)?;
    if let Some(schema) = root_schema() {
        walk(&root, &schema)?;
    }
    parse(text)
}

/// Reads a JSON document of the shape `schema`, a JSON Schema whose references are its own. An
/// object whose schema names properties has no others, unless `additionalProperties` allows them.
///
/// # Errors
/// [`StrictError`] names the place of everything that is wrong with the text.
pub fn read_json<T: DeserializeOwned>(bytes: &[u8], schema: &Value) -> Result<T, StrictError> {
    let text = std::str::from_utf8(bytes).map_err(|error| StrictError::Malformed {
        line: 0,
        column: 0,
        message: format!("byte {} is not UTF-8", error.valid_up_to()),
    })?;
    walk(&json::scan(text, DEEPEST)?, schema)?;
    let value: Value = serde_json::from_str(text).map_err(|error| json::refused(&error))?;
    // First, since it knows the place of what is wrong.
    let read = serde_json::from_str(text).or_else(|error| {
        let whole = bounds::whole_numbers(value.clone());
        if whole == value {
            return Err(json::refused(&error));
        }
        serde_json::from_value(whole).map_err(|_| json::refused(&error))
    })?;
    bounds::check(&value, schema)?;
    Ok(read)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, StrictError> {
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
    let field =
        |name: &str| match root {
            Node::Map(entries) => entries.iter().find(|(key, _)| key.name == name).and_then(
                |(_, value)| match value {
                    Node::Text(text) => Some(text.as_str()),
                    Node::Scalar | Node::List(..) | Node::Map(_) => None,
                },
            ),
            Node::Scalar | Node::Text(_) | Node::List(..) => None,
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
fn root_schema() -> Option<Value> {
    let [crd, _] = crds::definitions();
    let version = crd.spec.versions.into_iter().next()?;
    let mut root = serde_json::to_value(version.schema?.open_api_v3_schema?).ok()?;
    let properties = root.get_mut("properties")?.as_object_mut()?;
    for common in ["apiVersion", "kind", "metadata"] {
        properties
            .entry(common.to_owned())
            .or_insert_with(|| json!({}));
    }
    Some(root)
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

    #[test]
    fn json_is_read_as_strictly() {
        let schema = json!({
            "properties": {"tables": {"anyOf": [{"$ref": "#/$defs/list"}, {"type": "null"}]}, "any": {}},
            "$defs": {"list": {"items": {"properties": {"name": {}}}}},
        });
        let read = |text: &str| read_json::<Value>(text.as_bytes(), &schema);
        let good = r#"{"tables": [{"name": "a\"}]} \u00e9"}], "any": {"x": [1, -2.5e3, null]}}"#;
        assert_eq!(read(good).unwrap()["tables"][0]["name"], "a\"}]} é");
        let Err(StrictError::UnknownFields(fields)) =
            read("{\n  \"tables\": [{\"name\": \"é\", \"nmae\": 1}],\n  \"x\\u0079z\": {}}")
        else {
            panic!("accepted")
        };
        assert_eq!(
            (fields[0].path.as_str(), fields[0].line, fields[0].column),
            ("tables[0].nmae", 2, 28)
        );
        assert_eq!(fields[0].nearest.as_deref(), Some("name"));
        assert_eq!((fields[1].path.as_str(), fields[1].line), ("xyz", 3));
        let deep = format!(
            "{{\"any\": {}{}}}",
            "[".repeat(100_000),
            "]".repeat(100_000)
        );
        for bad in [r#"{"a": 1"#, r"{'a': 1}", "", r#"{"any": "\ud800"}"#, &deep] {
            assert!(
                matches!(read(bad), Err(StrictError::Malformed { .. })),
                "{bad:.20}"
            );
        }
        assert_eq!(
            read_json::<Vec<u8>>(b"[1.0, 2]", &json!({})),
            Ok(vec![1, 2])
        );
        assert!(read_json::<Vec<u8>>(b"[1.5]", &json!({})).is_err());
        assert!(matches!(
            read_json::<Vec<u8>>(b"[\"a\"]", &json!({})),
            Err(StrictError::WrongValue { line: 1, .. })
        ));
        assert!(matches!(
            read(r#"{"tables": [[]]}"#),
            Err(StrictError::WrongValue { column: 13, .. })
        ));
        let broken = read_json::<Value>(b"{\"a\": \"\xff\"}", &json!({}));
        assert!(matches!(broken, Err(StrictError::Malformed { .. })));
    }
}
