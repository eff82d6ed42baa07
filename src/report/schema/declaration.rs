//! A live schema as a declaration that asks for nothing new.

use super::column::ColumnDocument;
use crate::api::declaration::{
    Check, Column, Declaration, ForeignKey, Index, IndexColumn, IndexPart, Key, Nullable,
    Partition, PartitionOf, Reference, ReferentialAction, Table, TableOptions, YesNo,
};
use crate::engine::Engine;
use crate::schema::{self, Attribute, Attributes, Label, Schema, Term};

/// The tables of a schema in the form in which tables are declared, as far as that form goes:
/// what a declared table has no field for (storage parameters, conflict clauses, operator classes)
/// is left out, and objects of other kinds are.
pub fn declaration_of(engine: Engine, schema: &Schema) -> Declaration {
    Declaration {
        tables: Some(schema.tables.values().map(|t| table(engine, t)).collect()),
        ..Declaration::default()
    }
}

fn table(engine: Engine, table: &schema::Table) -> Table {
    Table {
        name: table.name.name.clone(),
        schema: (!table.name.schema.is_empty()).then(|| table.name.schema.clone()),
        renamed_from: None,
        comment: table.attributes.get(&Attribute::Comment).cloned(),
        options: options(engine, table),
        partition_by: partition_by(table),
        partition_of: partition_of(table),
        partitions: table.partitions.iter().map(partition).collect(),
        // A partition has those of its table.
        columns: table
            .columns
            .iter()
            .filter(|_| table.partition_of.is_none())
            .map(column)
            .collect(),
        primary_key: table.primary_key.as_ref().map(key),
        uniques: table.uniques.iter().map(key).collect(),
        indexes: table.indexes.iter().map(index).collect(),
        foreign_keys: table.foreign_keys.iter().map(foreign_key).collect(),
        checks: table.checks.iter().map(check).collect(),
    }
}

pub(super) fn partition_by(table: &schema::Table) -> Option<String> {
    table.attributes.get(&Attribute::PartitionBy).cloned()
}

pub(super) fn partition(partition: &schema::Partition) -> Partition {
    Partition {
        name: partition.name.clone(),
        values: (!partition.values.is_empty()).then(|| partition.values.clone()),
        comment: partition.comment.clone(),
        subpartitions: partition.subpartitions.clone(),
    }
}

pub(super) fn partition_of(table: &schema::Table) -> Option<PartitionOf> {
    let of = table.partition_of.as_ref()?;
    Some(PartitionOf {
        schema: (!of.parent.schema.is_empty()).then(|| of.parent.schema.clone()),
        table: of.parent.name.clone(),
        bound: of.bound.clone(),
    })
}

pub(super) fn options(engine: Engine, table: &schema::Table) -> Option<TableOptions> {
    let text = |attribute: Attribute| table.attributes.get(&attribute).cloned();
    let flag = |attribute: Attribute| table.attributes.contains_key(&attribute).then_some(true);
    let options = match engine {
        Engine::Postgres => return None,
        Engine::Mysql | Engine::Mariadb => TableOptions {
            engine: text(Attribute::StorageEngine),
            charset: text(Attribute::Charset),
            collation: text(Attribute::Collation),
            ..TableOptions::default()
        },
        Engine::Sqlite => TableOptions {
            strict: flag(Attribute::Strict),
            without_rowid: flag(Attribute::WithoutRowid),
            ..TableOptions::default()
        },
    };
    (options != TableOptions::default()).then_some(options)
}

fn column(column: &schema::Column) -> Column {
    let document = ColumnDocument::of(0, column);
    // A serial column is one by its type; an identity is what `auto_increment` means otherwise.
    let serial = column.attributes.contains_key(&Attribute::Serial);
    let data_type = match column.data_type.as_str() {
        "smallint" if serial => "smallserial",
        "integer" if serial => "serial",
        "bigint" if serial => "bigserial",
        other => other,
    };
    Column {
        name: document.name,
        data_type: data_type.to_owned(),
        is_nullable: Some(Nullable::Word(if column.nullable {
            YesNo::Yes
        } else {
            YesNo::No
        })),
        extra: document.extra.filter(|_| !serial),
        default: document.default,
        generated: document.generated,
        collation: document.collation,
        charset: document.charset,
        comment: document.comment,
        ..Column::default()
    }
}

/// A name somebody chose; one the engine made up is made up again.
fn given(label: &Label) -> Option<String> {
    (!label.generated && !label.text.is_empty()).then(|| label.text.clone())
}

pub(super) fn key(key: &schema::Key) -> Key {
    let columns = key.parts.iter().map(|part| match &part.term {
        Term::Column(text) | Term::Expression(text) => text.clone(),
    });
    Key {
        name: given(&key.label),
        columns: columns.collect(),
    }
}

pub(super) fn index(index: &schema::Index) -> Index {
    let get = |attribute: Attribute| index.attributes.get(&attribute).cloned();
    Index {
        name: index.label.text.clone(),
        columns: index.parts.iter().map(index_column).collect(),
        unique: index.unique.then_some(true),
        method: get(Attribute::Method),
        r#where: get(Attribute::Predicate),
    }
}

fn index_column(part: &schema::Part) -> IndexColumn {
    let length = part.attributes.get(&Attribute::Length);
    let (name, expression) = match &part.term {
        Term::Column(name) => (Some(name.clone()), None),
        Term::Expression(sql) => (None, Some(sql.clone())),
    };
    let part = IndexPart {
        name,
        expression,
        length: length.and_then(|text| text.parse().ok()),
        descending: part
            .attributes
            .contains_key(&Attribute::Descending)
            .then_some(true),
    };
    match part {
        IndexPart {
            name: Some(name),
            expression: None,
            length: None,
            descending: None,
        } => IndexColumn::Name(name),
        part => IndexColumn::Part(part),
    }
}

pub(super) fn foreign_key(key: &schema::ForeignKey) -> ForeignKey {
    let schema = &key.references.schema;
    ForeignKey {
        name: given(&key.label),
        columns: key.columns.clone(),
        references: Reference {
            schema: (!schema.is_empty()).then(|| schema.clone()),
            table: key.references.name.clone(),
            columns: key.referenced.clone(),
        },
        on_delete: action(&key.attributes, Attribute::OnDelete),
        on_update: action(&key.attributes, Attribute::OnKeyUpdate),
    }
}

fn action(attributes: &Attributes, attribute: Attribute) -> Option<ReferentialAction> {
    let text = attributes.get(&attribute)?;
    let all = [
        ReferentialAction::NoAction,
        ReferentialAction::Restrict,
        ReferentialAction::Cascade,
        ReferentialAction::SetNull,
        ReferentialAction::SetDefault,
    ];
    all.into_iter().find(|action| action.as_sql() == text)
}

pub(super) fn check(check: &schema::Check) -> Check {
    // One that is written at a column is known by the column's name (MariaDB).
    let at_column = check.attributes.contains_key(&Attribute::ColumnLevel);
    Check {
        name: if at_column {
            Some(check.label.text.clone())
        } else {
            given(&check.label)
        },
        expression: check.expression.clone(),
    }
}
