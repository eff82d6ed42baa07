//! The shape of a document with the place of every key, and what of it no schema knows.

use super::{StrictError, UnknownField};
use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Value;
use serde_saphyr::Spanned;
use std::fmt;

/// How many unknown fields are listed.
const MOST_LISTED: usize = 20;
/// How many references of a schema are followed one after the other.
const LONGEST_CHAIN: usize = 8;

/// A document.
pub(super) enum Node {
    Scalar,
    Text(String),
    List(Place, Vec<Node>),
    Map(Vec<(Key, Node)>),
}

/// A line and a column, from 1; 0 when not known.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    pub(super) line: u64,
    pub(super) column: u64,
}

/// A key and where it stands.
pub(super) struct Key {
    pub(super) name: String,
    pub(super) place: Place,
}

impl From<Spanned<String>> for Key {
    fn from(key: Spanned<String>) -> Self {
        let place = Place {
            line: key.referenced.line(),
            column: key.referenced.column(),
        };
        Self {
            name: key.value,
            place,
        }
    }
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
        Ok(Node::List(Place::default(), items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Node, A::Error> {
        let mut entries = Vec::new();
        while let Some((key, value)) = from.next_entry::<Spanned<String>, Node>()? {
            entries.push((key.into(), value));
        }
        Ok(Node::Map(entries))
    }
}

/// Refuses a document with fields that its schema does not know, or with a list where the schema
/// has an object, which serde would read field by field.
pub(super) fn walk(root: &Node, schema: &Value) -> Result<(), StrictError> {
    let mut walk = Walk {
        root: schema,
        unknown: Vec::new(),
        list: None,
    };
    walk.node(root, &[schema], "");
    if let Some(place) = walk.list {
        return Err(StrictError::WrongValue {
            line: place.line,
            column: place.column,
            message: "invalid type: a list, expected an object".to_owned(),
        });
    }
    if walk.unknown.is_empty() {
        Ok(())
    } else {
        Err(StrictError::UnknownFields(walk.unknown))
    }
}

struct Walk<'a> {
    root: &'a Value,
    /// At most [`MOST_LISTED`].
    unknown: Vec<UnknownField>,
    /// The first list that stands where an object belongs.
    list: Option<Place>,
}

impl<'a> Walk<'a> {
    /// `schemas` are the alternatives that a value may have.
    fn node(&mut self, node: &Node, schemas: &[&'a Value], path: &str) {
        let mut shapes = Vec::new();
        for schema in schemas {
            self.alternatives(schema, LONGEST_CHAIN, &mut shapes);
        }
        match node {
            Node::Scalar | Node::Text(_) => {}
            Node::List(place, items) => {
                let inner: Vec<&Value> = shapes.iter().filter_map(|s| s.get("items")).collect();
                if inner.is_empty() && shapes.iter().any(|s| s.get("properties").is_some()) {
                    self.list.get_or_insert(*place);
                }
                for (number, item) in items.iter().enumerate() {
                    self.node(item, &inner, &format!("{path}[{number}]"));
                }
            }
            Node::Map(entries) => self.map(entries, &shapes, path),
        }
    }

    fn map(&mut self, entries: &[(Key, Node)], shapes: &[&'a Value], path: &str) {
        let maps: Vec<_> = shapes
            .iter()
            .filter_map(|shape| shape.get("properties")?.as_object())
            .collect();
        // A schema without properties (metadata, free values) does not judge its keys, nor does one
        // that says that others may come.
        let open = |shape: &&Value| {
            shape
                .get("additionalProperties")
                .is_some_and(|more| *more != Value::Bool(false))
        };
        let judged = !maps.is_empty() && !shapes.iter().any(open);
        for (key, value) in entries {
            let here = if path.is_empty() {
                key.name.clone()
            } else {
                format!("{path}.{}", key.name)
            };
            let inner: Vec<&Value> = maps.iter().filter_map(|map| map.get(&key.name)).collect();
            if !inner.is_empty() {
                self.node(value, &inner, &here);
            } else if judged && self.unknown.len() < MOST_LISTED {
                self.unknown.push(UnknownField {
                    path: here,
                    line: key.place.line,
                    column: key.place.column,
                    nearest: nearest(&key.name, maps.iter().flat_map(|map| map.keys())),
                });
            }
        }
    }

    /// What a schema stands for: itself, what it refers to, and each of its alternatives.
    fn alternatives(&self, schema: &'a Value, left: usize, found: &mut Vec<&'a Value>) {
        if left == 0 {
            return;
        }
        found.push(schema);
        let referred = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|place| self.root.pointer(place.strip_prefix('#')?));
        if let Some(referred) = referred {
            self.alternatives(referred, left - 1, found);
        }
        for word in ["anyOf", "oneOf", "allOf"] {
            for one in schema
                .get(word)
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
            {
                self.alternatives(one, left - 1, found);
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
