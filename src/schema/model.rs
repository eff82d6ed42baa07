//! The model: one typed skeleton for all engines, native attributes beside it.

use super::{
    Attributes, Defined, Fold, Inherited, Name, ObjectKey, OtherTool, Partition, PartitionOf,
};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// All objects of one database that are in scope.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schema {
    /// Namespaces that exist (`PostgreSQL` schemas); empty where the engine has none.
    pub namespaces: BTreeSet<String>,
    /// Tables that are wholly understood, each under its own name.
    #[serde(with = "super::keyed")]
    pub tables: BTreeMap<Name, Table>,
    /// Everything else that its engine prints whole: views, routines, triggers, types.
    #[serde(default)]
    pub objects: BTreeMap<ObjectKey, Defined>,
    /// What the catalogs show and the model does not cover: listed, never dropped, never altered.
    pub opaque: BTreeMap<OpaqueKey, Opaque>,
    /// Tables that other migration tools keep here. They are no part of what is compared, hashed
    /// or copied.
    #[serde(skip)]
    pub other_tools: BTreeMap<Name, OtherTool>,
}

/// Identifies an object that is not modelled. Serialised as `kind name`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct OpaqueKey {
    /// What the engine calls such an object: `table`, `aggregate`, `publication`, …
    pub kind: String,
    /// Its name.
    pub name: Name,
}

impl From<OpaqueKey> for String {
    fn from(key: OpaqueKey) -> Self {
        format!("{} {}|{}", key.kind, key.name.schema, key.name.name)
    }
}

impl TryFrom<String> for OpaqueKey {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let parts = text.split_once('|').and_then(|(left, name)| {
            left.rsplit_once(' ')
                .map(|(kind, schema)| (kind, schema, name))
        });
        let (kind, schema, name) = parts.ok_or_else(|| "expected `kind schema|name`".to_owned())?;
        Ok(Self {
            kind: kind.to_owned(),
            name: Name::new(schema, name),
        })
    }
}

/// An object that is seen but not modelled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opaque {
    /// SHA-256 (hex) or another digest of the engine's own print, so that a change of it is seen.
    pub hash: String,
    /// Why it is not modelled, for people.
    pub reason: String,
    /// What it reads or guards: a change to these could break it, so such a change is refused.
    pub depends_on: Vec<Dependency>,
    /// The statement that makes it, where the engine prints one.
    pub definition: Option<String>,
}

/// A table, or one column of it, that something else leans on.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Dependency {
    /// The table.
    pub table: Name,
    /// The column, or the whole table where the engine does not say which.
    pub column: Option<String>,
}

/// A table and everything that is part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name.
    pub name: Name,
    /// Columns in the order of the catalog.
    pub columns: Vec<Column>,
    /// The primary key.
    pub primary_key: Option<Key>,
    /// Unique constraints (not unique indexes).
    pub uniques: Vec<Key>,
    /// Indexes that no constraint owns.
    pub indexes: Vec<Index>,
    /// Foreign keys that start here.
    pub foreign_keys: Vec<ForeignKey>,
    /// Check constraints.
    pub checks: Vec<Check>,
    /// Everything else.
    pub attributes: Attributes,
    /// Set for a partition. Its columns are those of its parent; its parts are what it has beyond it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partition_of: Option<PartitionOf>,
    /// The partitions its rows are divided among, where those are no tables (`MySQL`, `MariaDB`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partitions: Vec<Partition>,
    /// The parts of a partition that are its parent's. They are never compared while it is one.
    #[serde(skip)]
    pub inherited: Inherited,
    /// The indexes that exist because a foreign key needs one, by the key's name (`MySQL`,
    /// `MariaDB`). They are no objects of their own; of them, a name that somebody gave is compared.
    #[serde(skip)]
    pub key_indexes: BTreeMap<String, String>,
}

impl Table {
    /// A table without columns, to be filled.
    pub fn new(name: Name) -> Self {
        Self {
            name,
            columns: Vec::new(),
            primary_key: None,
            uniques: Vec::new(),
            indexes: Vec::new(),
            foreign_keys: Vec::new(),
            checks: Vec::new(),
            attributes: Attributes::new(),
            partition_of: None,
            partitions: Vec::new(),
            inherited: Inherited::default(),
            key_indexes: BTreeMap::new(),
        }
    }

    /// The column of that name by the dialect's comparison.
    pub fn column(&self, name: &str, fold: Fold) -> Option<&Column> {
        self.columns
            .iter()
            .find(|column| fold.same(&column.name, name))
    }
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The type as the engine prints it.
    pub data_type: String,
    /// Whether it takes NULL.
    pub nullable: bool,
    /// The default expression as the engine prints it.
    pub default: Option<String>,
    /// Set for a generated column.
    pub generated: Option<Generated>,
    /// Everything else.
    pub attributes: Attributes,
}

/// How a generated column gets its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Generated {
    /// The expression as the engine prints it.
    pub expression: String,
    /// Kept on disk rather than computed when read.
    pub stored: bool,
}

/// The name of a part of a table, and whether a person chose it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    /// The name in the catalog; empty where the engine gives none (`SQLite` constraints).
    pub text: String,
    /// True when the name is one the engine would have chosen itself.
    pub generated: bool,
}

impl Label {
    /// A name somebody chose.
    pub fn given(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            generated: false,
        }
    }

    /// A name the engine chose, or none.
    pub fn generated(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            generated: true,
        }
    }
}

/// A primary key or a unique constraint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// Its name.
    pub label: Label,
    /// What it is made of, in order.
    pub parts: Vec<Part>,
    /// Everything else.
    pub attributes: Attributes,
}

/// An index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// Its name.
    pub label: Label,
    /// Whether it refuses duplicates.
    pub unique: bool,
    /// What it is made of, in order.
    pub parts: Vec<Part>,
    /// Everything else.
    pub attributes: Attributes,
}

/// One part of a key or an index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What is sorted by.
    pub term: Term,
    /// Direction, prefix length, operator class, collation.
    pub attributes: Attributes,
}

impl Part {
    /// A plain column.
    pub fn column(name: impl Into<String>) -> Self {
        Self {
            term: Term::Column(name.into()),
            attributes: Attributes::new(),
        }
    }

    /// The column's name, unless this is an expression.
    pub fn column_name(&self) -> Option<&str> {
        match &self.term {
            Term::Column(name) => Some(name),
            Term::Expression(_) => None,
        }
    }
}

/// A column or an expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Term {
    /// A column's name.
    Column(String),
    /// An expression as the engine prints it.
    Expression(String),
}

/// A foreign key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForeignKey {
    /// Its name.
    pub label: Label,
    /// Referencing columns, in order.
    pub columns: Vec<String>,
    /// The table referred to.
    pub references: Name,
    /// Columns referred to, in order; empty where the engine keeps "its primary key" (`SQLite`).
    pub referenced: Vec<String>,
    /// Actions, deferrability, match.
    pub attributes: Attributes,
}

/// A check constraint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// Its name.
    pub label: Label,
    /// The condition as the engine prints it.
    pub expression: String,
    /// Everything else.
    pub attributes: Attributes,
}

/// A part of a table that has a name and, apart from it, a shape.
pub trait Element: Clone {
    /// Its name.
    fn label(&self) -> &Label;
    /// The same element under another name.
    #[must_use]
    fn with_label(&self, label: Label) -> Self;
    /// Whether two are the same but for their names.
    fn same_shape(&self, other: &Self, fold: Fold) -> bool;
    /// Whether it reads that column (by the dialect's comparison). Expressions are not looked into.
    fn uses(&self, column: &str, fold: Fold) -> bool;
}

fn same_parts(left: &[Part], right: &[Part], fold: Fold) -> bool {
    left.len() == right.len()
        && left.iter().zip(right).all(|(a, b)| {
            a.attributes == b.attributes
                && match (&a.term, &b.term) {
                    (Term::Column(x), Term::Column(y)) => fold.same(x, y),
                    (Term::Expression(x), Term::Expression(y)) => x == y,
                    (Term::Column(_), Term::Expression(_))
                    | (Term::Expression(_), Term::Column(_)) => false,
                }
        })
}

fn same_names(left: &[String], right: &[String], fold: Fold) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(a, b)| fold.same(a, b))
}

impl Element for Key {
    fn label(&self) -> &Label {
        &self.label
    }
    fn with_label(&self, label: Label) -> Self {
        Self {
            label,
            ..self.clone()
        }
    }
    fn same_shape(&self, other: &Self, fold: Fold) -> bool {
        self.attributes == other.attributes && same_parts(&self.parts, &other.parts, fold)
    }
    fn uses(&self, column: &str, fold: Fold) -> bool {
        self.parts
            .iter()
            .filter_map(Part::column_name)
            .any(|name| fold.same(name, column))
    }
}

impl Element for Index {
    fn label(&self) -> &Label {
        &self.label
    }
    fn with_label(&self, label: Label) -> Self {
        Self {
            label,
            ..self.clone()
        }
    }
    fn same_shape(&self, other: &Self, fold: Fold) -> bool {
        self.unique == other.unique
            && self.attributes == other.attributes
            && same_parts(&self.parts, &other.parts, fold)
    }
    fn uses(&self, column: &str, fold: Fold) -> bool {
        self.parts
            .iter()
            .filter_map(Part::column_name)
            .any(|name| fold.same(name, column))
    }
}

impl Element for ForeignKey {
    fn label(&self) -> &Label {
        &self.label
    }
    fn with_label(&self, label: Label) -> Self {
        Self {
            label,
            ..self.clone()
        }
    }
    fn same_shape(&self, other: &Self, fold: Fold) -> bool {
        self.attributes == other.attributes
            && fold.name(&self.references) == fold.name(&other.references)
            && same_names(&self.columns, &other.columns, fold)
            && same_names(&self.referenced, &other.referenced, fold)
    }
    fn uses(&self, column: &str, fold: Fold) -> bool {
        self.columns.iter().any(|name| fold.same(name, column))
    }
}

impl Element for Check {
    fn label(&self) -> &Label {
        &self.label
    }
    fn with_label(&self, label: Label) -> Self {
        Self {
            label,
            ..self.clone()
        }
    }
    fn same_shape(&self, other: &Self, _fold: Fold) -> bool {
        self.attributes == other.attributes && self.expression == other.expression
    }
    fn uses(&self, _column: &str, _fold: Fold) -> bool {
        false
    }
}
