//! A table as somebody declares it in structured form, before any engine has seen it.

use super::{Attributes, Name, Partition, PartitionOf};

/// One declared table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredTable {
    /// Its name; the namespace is empty when none was given.
    pub name: Name,
    /// Columns in order.
    pub columns: Vec<DeclaredColumn>,
    /// The primary key.
    pub primary_key: Option<DeclaredKey>,
    /// Unique constraints.
    pub uniques: Vec<DeclaredKey>,
    /// Indexes.
    pub indexes: Vec<DeclaredIndex>,
    /// Foreign keys.
    pub foreign_keys: Vec<DeclaredForeignKey>,
    /// Checks.
    pub checks: Vec<DeclaredCheck>,
    /// A comment.
    pub comment: Option<String>,
    /// Set for a partition, which declares no columns.
    pub partition_of: Option<PartitionOf>,
    /// Partitions that are no tables of their own.
    pub partitions: Vec<Partition>,
    /// Dialect options by attribute (storage engine, row format, `STRICT`, …).
    pub attributes: Attributes,
}

/// One declared column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredColumn {
    /// Its name.
    pub name: String,
    /// The type without its lengths, as written (`varchar`, `decimal`, `int unsigned`).
    pub data_type: String,
    /// Length in characters or bytes, as the type counts.
    pub length: Option<u64>,
    /// Digits in all.
    pub precision: Option<u32>,
    /// Digits after the point.
    pub scale: Option<u32>,
    /// Whether it takes NULL.
    pub nullable: bool,
    /// The engine counts it up (`auto_increment`, identity, `AUTOINCREMENT`).
    pub auto_increment: bool,
    /// Its default.
    pub default: Option<DeclaredDefault>,
    /// Set for a generated column.
    pub generated: Option<DeclaredGenerated>,
    /// A comment.
    pub comment: Option<String>,
    /// Collation, charset, on update and whatever else was given.
    pub attributes: Attributes,
}

/// A declared default.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeclaredDefault {
    /// A value: quoted by the dialect as the column's type needs it.
    Literal(String),
    /// SQL, written into the statement as it stands.
    Expression(String),
}

/// A declared generated column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredGenerated {
    /// SQL.
    pub expression: String,
    /// Kept on disk.
    pub stored: bool,
}

/// A declared primary key or unique constraint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredKey {
    /// Its name, if one was given.
    pub name: Option<String>,
    /// Its columns.
    pub columns: Vec<String>,
}

/// A declared index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredIndex {
    /// Its name.
    pub name: String,
    /// What it is made of.
    pub parts: Vec<DeclaredPart>,
    /// Whether it refuses duplicates.
    pub unique: bool,
    /// Access method.
    pub method: Option<String>,
    /// Predicate, as SQL.
    pub predicate: Option<String>,
}

/// One part of a declared index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredPart {
    /// A column, or an expression in SQL.
    pub term: super::Term,
    /// Prefix length in characters.
    pub length: Option<u32>,
    /// Sorted downwards.
    pub descending: bool,
}

/// A declared foreign key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredForeignKey {
    /// Its name, if one was given.
    pub name: Option<String>,
    /// Referencing columns.
    pub columns: Vec<String>,
    /// The table referred to.
    pub references: Name,
    /// Columns referred to.
    pub referenced: Vec<String>,
    /// `ON DELETE`, upper case.
    pub on_delete: Option<String>,
    /// `ON UPDATE`, upper case.
    pub on_update: Option<String>,
}

/// A declared check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredCheck {
    /// Its name, if one was given.
    pub name: Option<String>,
    /// SQL.
    pub expression: String,
}
