//! A table.

use super::declaration::{
    check, foreign_key, index, key, options, partition, partition_by, partition_of,
};
use super::{ColumnDocument, ObjectDocument};
use crate::api::declaration::{
    Check, ForeignKey, Index, Key, Partition, PartitionOf, TableOptions,
};
use crate::engine::Engine;
use crate::schema::{self, Attribute, Defined, Element, ObjectKey, Opaque, OpaqueKey, Part, Term};
use schemars::JsonSchema;
use serde::Serialize;

/// A table. What it shares with a declared table has the same form there.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TableDocument {
    /// Its name.
    pub name: String,
    /// PostgreSQL: the schema it lives in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// Its comment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// What else the engine knows of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub options: Option<TableOptions>,
    /// By what its rows are divided among partitions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partition_by: Option<String>,
    /// The table it is a partition of. Its keys, indexes, foreign keys and checks are listed as far as
    /// they are not those of that table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partition_of: Option<PartitionOf>,
    /// MySQL, MariaDB: the partitions, which are no tables of their own, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partitions: Vec<Partition>,
    /// Columns, in order.
    pub columns: Vec<ColumnDocument>,
    /// The primary key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_key: Option<Key>,
    /// Unique constraints.
    pub uniques: Vec<Key>,
    /// Indexes that no constraint owns.
    pub indexes: Vec<Index>,
    /// Foreign keys that start here.
    pub foreign_keys: Vec<ForeignKey>,
    /// Check constraints.
    pub checks: Vec<Check>,
    /// All constraints, one list.
    pub constraints: Vec<ConstraintDocument>,
    /// Triggers.
    pub triggers: Vec<ObjectDocument>,
    /// The statements that make it with everything that is part of it, each ended by a semicolon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub create_statement: Option<String>,
    /// Why it is seen and not managed; absent where it is managed. Its columns are not listed then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_modelled: Option<String>,
    /// The other migration tool that keeps it; such a table is never changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_tool: Option<String>,
}

/// A constraint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ConstraintDocument {
    /// Its name; empty where the engine gives it none.
    pub name: String,
    /// `PRIMARY KEY`, `UNIQUE`, `FOREIGN KEY`, `CHECK`.
    pub r#type: String,
    /// Its columns, in order; none for a check.
    pub columns: Vec<String>,
    /// The condition of a check, as the engine prints it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
}

impl TableDocument {
    /// A table; its triggers and its statement are known only with the whole schema.
    pub(super) fn of(engine: Engine, table: &schema::Table) -> Self {
        let columns = table.columns.iter().enumerate();
        Self {
            name: table.name.name.clone(),
            schema: (!table.name.schema.is_empty()).then(|| table.name.schema.clone()),
            comment: table.attributes.get(&Attribute::Comment).cloned(),
            options: options(engine, table),
            partition_by: partition_by(table),
            partition_of: partition_of(table),
            partitions: table.partitions.iter().map(partition).collect(),
            columns: columns
                .map(|(at, column)| ColumnDocument::of(at, column))
                .collect(),
            primary_key: table.primary_key.as_ref().map(key),
            uniques: table.uniques.iter().map(key).collect(),
            indexes: table.indexes.iter().map(index).collect(),
            foreign_keys: table.foreign_keys.iter().map(foreign_key).collect(),
            checks: table.checks.iter().map(check).collect(),
            constraints: constraints(table),
            ..Self::default()
        }
    }

    /// A view; its columns are not among what is read of it.
    pub(super) fn view(key: &ObjectKey, view: &Defined) -> Self {
        Self {
            name: key.name.name.clone(),
            schema: (!key.name.schema.is_empty()).then(|| key.name.schema.clone()),
            comment: view.attributes.get(&Attribute::Comment).cloned(),
            create_statement: Some(view.definition.clone()),
            not_modelled: Some(format!("it is a {}", key.kind)),
            ..Self::default()
        }
    }

    /// A table that is seen and not modelled.
    pub(super) fn opaque(key: &OpaqueKey, opaque: &Opaque) -> Self {
        Self {
            name: key.name.name.clone(),
            schema: (!key.name.schema.is_empty()).then(|| key.name.schema.clone()),
            create_statement: opaque.definition.clone(),
            not_modelled: Some(opaque.reason.clone()),
            ..Self::default()
        }
    }
}

fn constraints(table: &schema::Table) -> Vec<ConstraintDocument> {
    let of_key = |word: &str, key: &schema::Key| ConstraintDocument {
        name: key.label().text.clone(),
        r#type: word.to_owned(),
        columns: key.parts.iter().map(part).collect(),
        expression: None,
    };
    let mut all = Vec::new();
    all.extend(
        table
            .primary_key
            .iter()
            .map(|key| of_key("PRIMARY KEY", key)),
    );
    all.extend(table.uniques.iter().map(|key| of_key("UNIQUE", key)));
    all.extend(table.foreign_keys.iter().map(|key| ConstraintDocument {
        name: key.label.text.clone(),
        r#type: "FOREIGN KEY".to_owned(),
        columns: key.columns.clone(),
        expression: None,
    }));
    all.extend(table.checks.iter().map(|check| ConstraintDocument {
        name: check.label.text.clone(),
        r#type: "CHECK".to_owned(),
        columns: Vec::new(),
        expression: Some(check.expression.clone()),
    }));
    all
}

fn part(part: &Part) -> String {
    match &part.term {
        Term::Column(text) | Term::Expression(text) => text.clone(),
    }
}
