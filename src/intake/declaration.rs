//! A declaration as tables, scripts and renames.

use super::Violation;
use crate::api::declaration as api;
use crate::api::declaration::{
    Column, ColumnDefault, Declaration, Definition, ForeignKey, Index, IndexColumn, Literal,
    ReferentialAction, Table,
};
use crate::pipeline::Source;
use crate::schema::{
    Attribute, Attributes, DeclaredCheck, DeclaredColumn, DeclaredDefault, DeclaredForeignKey,
    DeclaredGenerated, DeclaredIndex, DeclaredKey, DeclaredPart, DeclaredTable, Name, Partition,
    PartitionOf, Rename, Term,
};
use std::collections::BTreeSet;

/// What was declared.
#[derive(Debug, Default)]
pub(super) struct Declared {
    pub(super) tables: Vec<DeclaredTable>,
    pub(super) renames: Vec<Rename>,
    pub(super) sources: Vec<Source>,
    pub(super) notes: Vec<String>,
}

/// Reads a declaration that stands at `root` of its document.
pub(super) fn read(wire: &Declaration, root: &str, found: &mut Vec<Violation>) -> Declared {
    let mut declared = Declared::default();
    let mut seen = BTreeSet::new();
    for table in wire.tables.iter().flatten() {
        let name = Name::new(table.schema.clone().unwrap_or_default(), table.name.clone());
        let path = format!("{root}.tables[{name}]");
        if !seen.insert(name.clone()) {
            found.push(Violation::new(
                &path,
                "is declared twice; declare each table once",
            ));
        }
        declared.table(table, name, &path, found);
    }
    let lists: [(&str, &Option<Vec<Definition>>); 5] = [
        ("enums", &wire.enums),
        ("sequences", &wire.sequences),
        ("routines", &wire.routines),
        ("views", &wire.views),
        ("triggers", &wire.triggers),
    ];
    for (field, list) in lists {
        declared
            .sources
            .extend(list.iter().flatten().map(|object| Source {
                name: format!("{root}.{field}[{}]", object.name),
                text: object.definition.clone(),
            }));
    }
    if let Some(sql) = &wire.sql {
        declared.sources.push(Source {
            name: format!("{root}.sql"),
            text: sql.clone(),
        });
    }
    declared
}

impl Declared {
    fn table(&mut self, table: &Table, name: Name, path: &str, found: &mut Vec<Violation>) {
        if let Some(from) = &table.renamed_from {
            let from = Name::new(name.schema.clone(), from.clone());
            self.renames.push(Rename::Table {
                from,
                to: name.clone(),
            });
        }
        if table.partition_of.is_some() {
            if !table.columns.is_empty() {
                found.push(Violation::new(
                    path,
                    "is a partition and has the columns of its table; leave columns out",
                ));
            }
        } else if table.columns.is_empty() {
            found.push(Violation::new(path, "has no columns; declare at least one"));
        }
        let mut columns = Vec::with_capacity(table.columns.len());
        let mut seen = BTreeSet::new();
        for column in &table.columns {
            let path = format!("{path}.columns[{}]", column.name);
            if !seen.insert(column.name.clone()) {
                found.push(Violation::new(
                    &path,
                    "is declared twice; declare each column once",
                ));
            }
            if let Some(from) = &column.renamed_from {
                self.renames.push(Rename::Column {
                    table: name.clone(),
                    from: from.clone(),
                    to: column.name.clone(),
                });
            }
            columns.push(read_column(column, &path, found));
        }
        let keys = table.primary_key.iter().map(|key| key.columns.as_slice());
        let keys = keys.chain(table.uniques.iter().map(|key| key.columns.as_slice()));
        let keys = keys.chain(table.foreign_keys.iter().map(|key| key.columns.as_slice()));
        // A partition's columns are not known here; the server knows them.
        let unknown = |column: &&String| table.partition_of.is_none() && !seen.contains(*column);
        for column in keys.flatten().filter(unknown) {
            found.push(Violation::new(
                path,
                format!("a key names column {column:?}, which is not declared"),
            ));
        }
        for (index, column) in indexed(table).filter(|(_, column)| unknown(column)) {
            let path = format!("{path}.indexes[{index}]");
            found.push(Violation::new(
                path,
                format!("names column {column:?}, which is not declared"),
            ));
        }
        let key = |key: &crate::api::declaration::Key| DeclaredKey {
            name: key.name.clone(),
            columns: key.columns.clone(),
        };
        let primary_key = match &table.primary_key {
            Some(given) => Some(key(given)),
            None => self.counted_key(table, &columns, path),
        };
        self.tables.push(DeclaredTable {
            columns,
            primary_key,
            uniques: table.uniques.iter().map(key).collect(),
            indexes: table
                .indexes
                .iter()
                .map(|index| read_index(index, path, found))
                .collect(),
            foreign_keys: table
                .foreign_keys
                .iter()
                .map(|k| foreign_key(k, &name))
                .collect(),
            checks: table
                .checks
                .iter()
                .map(|c| DeclaredCheck {
                    name: c.name.clone(),
                    expression: c.expression.clone(),
                })
                .collect(),
            comment: table.comment.clone(),
            partition_of: table
                .partition_of
                .as_ref()
                .map(|of| partition_of(of, &name)),
            partitions: table.partitions.iter().map(partition).collect(),
            attributes: options(table),
            name,
        });
    }
}

impl Declared {
    /// A column that counts itself up needs a key on every engine but one; without any of its own
    /// it becomes the primary key, and the plan says so.
    fn counted_key(
        &mut self,
        table: &Table,
        columns: &[DeclaredColumn],
        path: &str,
    ) -> Option<DeclaredKey> {
        let counted = columns.iter().find(|column| column.auto_increment)?;
        let leads = |name: Option<&String>| name == Some(&counted.name);
        let keyed = table.uniques.iter().any(|key| leads(key.columns.first()))
            || indexed(table).any(|(_, column)| *column == counted.name);
        if keyed {
            return None;
        }
        self.notes.push(format!(
            "{path}: column {} counts itself up and has no key, so it becomes the primary key",
            counted.name
        ));
        Some(DeclaredKey {
            name: None,
            columns: vec![counted.name.clone()],
        })
    }
}

/// Each index and the columns it names.
fn indexed(table: &Table) -> impl Iterator<Item = (&String, &String)> {
    table.indexes.iter().flat_map(|index| {
        index.columns.iter().filter_map(move |column| match column {
            IndexColumn::Name(name) => Some((&index.name, name)),
            IndexColumn::Part(part) => part.name.as_ref().map(|name| (&index.name, name)),
        })
    })
}

fn options(table: &Table) -> Attributes {
    let mut attributes = Attributes::new();
    let key = table.partition_by.iter();
    attributes.extend(key.map(|key| (Attribute::PartitionBy, key.clone())));
    let Some(options) = &table.options else {
        return attributes;
    };
    let texts = [
        (Attribute::StorageEngine, &options.engine),
        (Attribute::Charset, &options.charset),
        (Attribute::Collation, &options.collation),
    ];
    for (attribute, text) in texts {
        attributes.extend(text.iter().map(|text| (attribute, text.clone())));
    }
    let flags = [
        (Attribute::Strict, options.strict),
        (Attribute::WithoutRowid, options.without_rowid),
    ];
    for (attribute, flag) in flags {
        attributes.extend((flag == Some(true)).then(|| (attribute, "true".to_owned())));
    }
    attributes
}

fn read_column(column: &Column, path: &str, found: &mut Vec<Violation>) -> DeclaredColumn {
    let mut attributes = Attributes::new();
    attributes.extend(
        column
            .collation
            .iter()
            .map(|text| (Attribute::Collation, text.clone())),
    );
    attributes.extend(
        column
            .charset
            .iter()
            .map(|text| (Attribute::Charset, text.clone())),
    );
    let mut auto_increment = false;
    let extra = column.extra.as_deref().unwrap_or_default().trim();
    let lower = extra.to_ascii_lowercase();
    if lower == "auto_increment" {
        auto_increment = true;
    } else if lower.starts_with("on update ") {
        attributes.insert(
            Attribute::OnUpdate,
            extra["on update ".len()..].trim().to_owned(),
        );
    } else if lower == "invisible" {
        attributes.insert(Attribute::Invisible, "true".to_owned());
    } else if !lower.is_empty() {
        let problem = format!(
            "{extra:?} is not understood; write auto_increment, invisible or \"on update EXPRESSION\""
        );
        found.push(Violation::new(format!("{path}.extra"), problem));
    }
    if column.default.is_some() && column.generated.is_some() {
        found.push(Violation::new(
            path,
            "has a default and is generated; it can be one of them",
        ));
    }
    let scale = column
        .scale
        .map(u32::try_from)
        .transpose()
        .unwrap_or_else(|_| {
            found.push(Violation::new(
                format!("{path}.scale"),
                "must not be negative; write the type out in dataType",
            ));
            None
        });
    DeclaredColumn {
        name: column.name.clone(),
        data_type: column.data_type.clone(),
        length: column.max_length,
        precision: column.precision,
        scale,
        nullable: column
            .is_nullable
            .is_none_or(crate::api::declaration::Nullable::is_allowed),
        auto_increment,
        default: column
            .default
            .as_ref()
            .and_then(|d| read_default(d, path, found)),
        generated: column.generated.as_ref().map(|g| DeclaredGenerated {
            expression: g.expression.clone(),
            stored: g.stored.unwrap_or(false),
        }),
        comment: column.comment.clone(),
        attributes,
    }
}

fn read_default(
    default: &ColumnDefault,
    path: &str,
    found: &mut Vec<Violation>,
) -> Option<DeclaredDefault> {
    match (&default.literal, &default.expression) {
        (Some(literal), None) => Some(DeclaredDefault::Literal(match literal {
            Literal::Boolean(value) => value.to_string(),
            Literal::Integer(value) => value.to_string(),
            Literal::Number(value) => value.to_string(),
            Literal::Text(value) => value.clone(),
        })),
        (None, Some(expression)) => Some(DeclaredDefault::Expression(expression.clone())),
        (Some(_), Some(_)) | (None, None) => {
            let path = format!("{path}.default");
            found.push(Violation::new(
                path,
                "needs exactly one of literal and expression",
            ));
            None
        }
    }
}

fn read_index(index: &Index, path: &str, found: &mut Vec<Violation>) -> DeclaredIndex {
    let mut parts = Vec::with_capacity(index.columns.len());
    for column in &index.columns {
        let part = match column {
            IndexColumn::Name(name) => Some(plain(Term::Column(name.clone()))),
            IndexColumn::Part(part) => match (&part.name, &part.expression) {
                (Some(name), None) => Some((Term::Column(name.clone()), part)),
                (None, Some(sql)) => Some((Term::Expression(sql.clone()), part)),
                (Some(_), Some(_)) | (None, None) => None,
            }
            .map(|(term, part)| DeclaredPart {
                term,
                length: part.length,
                descending: part.descending.unwrap_or(false),
            }),
        };
        match part {
            Some(part) => parts.push(part),
            None => found.push(Violation::new(
                format!("{path}.indexes[{}].columns", index.name),
                "each entry needs exactly one of name and expression",
            )),
        }
    }
    DeclaredIndex {
        name: index.name.clone(),
        parts,
        unique: index.unique.unwrap_or(false),
        method: index.method.clone(),
        predicate: index.r#where.clone(),
    }
}

fn plain(term: Term) -> DeclaredPart {
    DeclaredPart {
        term,
        length: None,
        descending: false,
    }
}

fn partition(partition: &api::Partition) -> Partition {
    let values = partition.values.as_deref().unwrap_or_default();
    Partition {
        name: partition.name.clone(),
        values: values.trim().to_owned(),
        comment: partition.comment.clone(),
        subpartitions: partition.subpartitions.clone(),
    }
}

fn partition_of(of: &api::PartitionOf, table: &Name) -> PartitionOf {
    let schema = of.schema.clone().unwrap_or_else(|| table.schema.clone());
    PartitionOf {
        parent: Name::new(schema, of.table.clone()),
        bound: of.bound.trim().to_owned(),
        detaching: false,
    }
}

fn foreign_key(key: &ForeignKey, table: &Name) -> DeclaredForeignKey {
    // A reference without a namespace means the table's own.
    let schema = key
        .references
        .schema
        .clone()
        .unwrap_or_else(|| table.schema.clone());
    DeclaredForeignKey {
        name: key.name.clone(),
        columns: key.columns.clone(),
        references: Name::new(schema, key.references.table.clone()),
        referenced: key.references.columns.clone(),
        on_delete: key.on_delete.map(action),
        on_update: key.on_update.map(action),
    }
}

fn action(action: ReferentialAction) -> String {
    match action {
        ReferentialAction::NoAction => "NO ACTION",
        ReferentialAction::Restrict => "RESTRICT",
        ReferentialAction::Cascade => "CASCADE",
        ReferentialAction::SetNull => "SET NULL",
        ReferentialAction::SetDefault => "SET DEFAULT",
    }
    .to_owned()
}
