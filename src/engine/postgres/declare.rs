//! Structured tables as statements of this dialect.
//!
//! The document's types are loose: the words of other engines are taken for what is nearest here.

use super::render::{comment, list, literal, push, quote, quoted_name};
use crate::engine::DeclarationError;
use crate::schema::{
    Attribute, Attributes, DeclaredColumn, DeclaredDefault, DeclaredForeignKey, DeclaredIndex,
    DeclaredKey, DeclaredTable, Term,
};
use std::collections::BTreeSet;

/// `NAMEDATALEN - 1` bytes (4.1.1 "Identifiers and Key Words"): the server would cut longer names
/// in silence.
const LONGEST_NAME: usize = 63;

/// The statements, or everything that is wrong.
pub(super) fn statements(tables: &[DeclaredTable]) -> Result<Vec<String>, Vec<DeclarationError>> {
    let mut errors = Vec::new();
    for table in tables {
        Check::new(table, &mut errors).run();
    }
    let types: Vec<Vec<String>> = tables
        .iter()
        .map(|table| column_types(table, &mut errors))
        .collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    let namespaces: BTreeSet<&str> = tables.iter().map(|t| t.name.schema.as_str()).collect();
    let mut out: Vec<String> = namespaces
        .into_iter()
        .filter(|name| !name.is_empty() && *name != "public")
        .map(|name| format!("CREATE SCHEMA IF NOT EXISTS {}", quote(name)))
        .collect();
    for (table, types) in tables.iter().zip(&types) {
        out.push(create(table, types));
        out.extend(table.indexes.iter().map(|index| create_index(table, index)));
        out.extend(column_options(table));
        out.extend(comments(table));
    }
    for table in tables {
        out.extend(table.foreign_keys.iter().map(|key| foreign_key(table, key)));
    }
    Ok(out)
}

fn create(table: &DeclaredTable, types: &[String]) -> String {
    let mut lines: Vec<String> = table
        .columns
        .iter()
        .zip(types)
        .map(|(c, data_type)| column(c, data_type))
        .collect();
    if let Some(key) = &table.primary_key {
        lines.push(constraint(
            key.name.as_deref(),
            &format!("PRIMARY KEY ({})", list(&key.columns)),
        ));
    } else if let Some(counted) = table.columns.iter().find(|c| c.auto_increment) {
        // A counted column is the key where none is declared: elsewhere it could not be otherwise.
        lines.push(format!("PRIMARY KEY ({})", quote(&counted.name)));
    }
    for key in &table.uniques {
        lines.push(constraint(
            key.name.as_deref(),
            &format!("UNIQUE ({})", list(&key.columns)),
        ));
    }
    for check in &table.checks {
        lines.push(constraint(
            check.name.as_deref(),
            &format!("CHECK ({})", check.expression),
        ));
    }
    let has = |attribute: Attribute| table.attributes.get(&attribute);
    let of = table.partition_of.as_ref().map(|of| {
        let head = format!(" PARTITION OF {}", quoted_name(&of.parent));
        (head, format!(" {}", of.bound))
    });
    let (head, bound) = of.unwrap_or_default();
    let body = if lines.is_empty() && !head.is_empty() {
        String::new()
    } else {
        format!(" (\n  {}\n)", lines.join(",\n  "))
    };
    let mut sql = format!(
        "CREATE {}TABLE {}{head}{body}{bound}",
        if has(Attribute::Unlogged).is_some() {
            "UNLOGGED "
        } else {
            ""
        },
        quoted_name(&table.name)
    );
    if let Some(key) = has(Attribute::PartitionBy) {
        push(&mut sql, format!(" PARTITION BY {key}"));
    }
    if let Some(options) = has(Attribute::StorageParameters) {
        push(&mut sql, format!(" WITH ({options})"));
    }
    if let Some(space) = has(Attribute::Tablespace) {
        push(&mut sql, format!(" TABLESPACE {}", quote(space)));
    }
    sql
}

fn constraint(name: Option<&str>, body: &str) -> String {
    match name {
        Some(name) => format!("CONSTRAINT {} {body}", quote(name)),
        None => body.to_owned(),
    }
}

fn column(column: &DeclaredColumn, data_type: &str) -> String {
    let get = |attribute: Attribute| column.attributes.get(&attribute);
    let serial = column.auto_increment && get(Attribute::Serial).is_some();
    let word = match data_type {
        "integer" if serial => "serial",
        "bigint" if serial => "bigserial",
        "smallint" if serial => "smallserial",
        other => other,
    };
    let mut sql = format!("{} {word}", quote(&column.name));
    if let Some(collation) = get(Attribute::Collation) {
        let qualified = collation.contains('"') || collation.contains('.');
        let collation = if qualified {
            collation.clone()
        } else {
            quote(collation)
        };
        push(&mut sql, format!(" COLLATE {collation}"));
    }
    if let Some(generated) = &column.generated {
        let kind = if generated.stored {
            "STORED"
        } else {
            "VIRTUAL"
        };
        push(
            &mut sql,
            format!(" GENERATED ALWAYS AS ({}) {kind}", generated.expression),
        );
    }
    match &column.default {
        Some(DeclaredDefault::Literal(text)) => {
            push(&mut sql, format!(" DEFAULT {}", value(text, data_type)));
        }
        Some(DeclaredDefault::Expression(text)) => push(&mut sql, format!(" DEFAULT {text}")),
        None => {}
    }
    let identity = get(Attribute::Identity).map(String::as_str);
    if (column.auto_increment && !serial) || identity.is_some() {
        let kind = identity.unwrap_or("BY DEFAULT");
        push(&mut sql, format!(" GENERATED {kind} AS IDENTITY"));
        if let Some(options) = get(Attribute::SequenceOptions) {
            push(&mut sql, format!(" ({options})"));
        }
    }
    if !column.nullable {
        sql.push_str(" NOT NULL");
    }
    sql
}

/// A value as the column's type is usually written: numbers and truth values bare.
fn value(text: &str, data_type: &str) -> String {
    let base = data_type.split('(').next().unwrap_or_default();
    let number = matches!(
        base,
        "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision"
    );
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.')
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.matches('.').count() <= 1;
    let lower = text.to_ascii_lowercase();
    if number && plain {
        text.to_owned()
    } else if base == "boolean" {
        match lower.as_str() {
            "1" | "t" | "true" | "yes" | "on" => "true".to_owned(),
            "0" | "f" | "false" | "no" | "off" => "false".to_owned(),
            _ => literal(text),
        }
    } else {
        literal(text)
    }
}

/// The type of each column; what cannot be one is an error.
fn column_types(table: &DeclaredTable, errors: &mut Vec<DeclarationError>) -> Vec<String> {
    let mut types = Vec::new();
    for column in &table.columns {
        match data_type(column) {
            Ok(text) => types.push(text),
            Err(problem) => errors.push(DeclarationError {
                path: format!("tables[{}].columns[{}].dataType", table.name, column.name),
                problem,
            }),
        }
    }
    types
}

fn data_type(column: &DeclaredColumn) -> Result<String, String> {
    let words: Vec<String> = column
        .data_type
        .split_whitespace()
        .map(str::to_ascii_lowercase)
        .collect();
    let written = words.join(" ");
    let allowed = |c: char| c.is_alphanumeric() || "_ .\"()[],'".contains(c);
    if written.is_empty() || !column.data_type.chars().all(allowed) {
        return Err(format!(
            "\"{}\" is no type; write a type's name",
            column.data_type
        ));
    }
    let length = column.length.map(|n| n.to_string());
    let precision = column.precision.map(|n| n.to_string());
    let one = |base: &str, number: Option<String>, tail: &str| match number {
        Some(number) => format!("{base}({number}){tail}"),
        None => format!("{base}{tail}"),
    };
    Ok(match written.as_str() {
        "int" | "integer" | "int4" | "mediumint" | "smallint unsigned" | "mediumint unsigned" => {
            "integer".to_owned()
        }
        "tinyint" | "smallint" | "int2" | "year" | "tinyint unsigned" => "smallint".to_owned(),
        "bigint" | "int8" | "int unsigned" | "integer unsigned" => "bigint".to_owned(),
        "bigint unsigned" => "numeric(20,0)".to_owned(),
        "bool" | "boolean" => "boolean".to_owned(),
        "decimal" | "numeric" | "dec" => match (precision, column.scale) {
            (Some(precision), Some(scale)) => format!("numeric({precision},{scale})"),
            (precision, _) => one("numeric", precision, ""),
        },
        "double" | "double precision" | "float8" => "double precision".to_owned(),
        "float" | "float4" | "real" => "real".to_owned(),
        "varchar" | "character varying" | "nvarchar" => one("varchar", length, ""),
        "char" | "character" | "nchar" => one("char", length, ""),
        "tinytext" | "mediumtext" | "longtext" | "text" => {
            if let Some(length) = length {
                return Err(format!(
                    "text takes no length; declare varchar with length {length}"
                ));
            }
            "text".to_owned()
        }
        "tinyblob" | "blob" | "mediumblob" | "longblob" | "binary" | "varbinary" | "bytea" => {
            "bytea".to_owned()
        }
        "datetime" | "timestamp" | "timestamp without time zone" => {
            one("timestamp", precision, " without time zone")
        }
        "timestamptz" | "timestamp with time zone" => {
            one("timestamp", precision, " with time zone")
        }
        "time" | "time without time zone" => one("time", precision, " without time zone"),
        "timetz" | "time with time zone" => one("time", precision, " with time zone"),
        "bit" => one("bit", length, ""),
        "varbit" | "bit varying" => one("bit varying", length, ""),
        "enum" | "set" => {
            return Err(format!(
                "{written} is no type here; create a type with CREATE TYPE … AS ENUM and name it"
            ));
        }
        other if other.starts_with("enum(") || other.starts_with("set(") => {
            return Err(
                "a list of values is no type here; create a type with CREATE TYPE … AS ENUM and name it"
                    .to_owned(),
            );
        }
        _ => one(column.data_type.trim(), length.or(precision), ""),
    })
}

fn create_index(table: &DeclaredTable, index: &DeclaredIndex) -> String {
    let parts: Vec<String> = index
        .parts
        .iter()
        .map(|part| {
            let term = match &part.term {
                Term::Column(column) => quote(column),
                Term::Expression(sql) => format!("({sql})"),
            };
            if part.descending {
                format!("{term} DESC")
            } else {
                term
            }
        })
        .collect();
    let method = index
        .method
        .as_deref()
        .unwrap_or("btree")
        .to_ascii_lowercase();
    let mut sql = format!(
        "CREATE {}INDEX {} ON {} USING {} ({})",
        if index.unique { "UNIQUE " } else { "" },
        quote(&index.name),
        quoted_name(&table.name),
        quote(&method),
        parts.join(", ")
    );
    if let Some(predicate) = &index.predicate {
        push(&mut sql, format!(" WHERE {predicate}"));
    }
    sql
}

fn column_options(table: &DeclaredTable) -> Vec<String> {
    let mut out = Vec::new();
    for column in &table.columns {
        let alter = format!(
            "ALTER TABLE {} ALTER COLUMN {} SET",
            quoted_name(&table.name),
            quote(&column.name)
        );
        for (attribute, word) in [
            (Attribute::Storage, "STORAGE"),
            (Attribute::Compression, "COMPRESSION"),
            (Attribute::Statistics, "STATISTICS"),
        ] {
            if let Some(value) = column.attributes.get(&attribute) {
                out.push(format!("{alter} {word} {value}"));
            }
        }
    }
    out
}

fn comments(table: &DeclaredTable) -> Vec<String> {
    let target = quoted_name(&table.name);
    let whole = table
        .comment
        .iter()
        .map(|text| comment(&format!("TABLE {target}"), Some(text)));
    let parts = table.columns.iter().filter_map(|column| {
        let text = column.comment.as_ref()?;
        Some(comment(
            &format!("COLUMN {target}.{}", quote(&column.name)),
            Some(text),
        ))
    });
    whole.chain(parts).collect()
}

fn foreign_key(table: &DeclaredTable, key: &DeclaredForeignKey) -> String {
    let mut body = format!(
        "FOREIGN KEY ({}) REFERENCES {}",
        list(&key.columns),
        quoted_name(&key.references)
    );
    if !key.referenced.is_empty() {
        push(&mut body, format!(" ({})", list(&key.referenced)));
    }
    for (word, action) in [("UPDATE", &key.on_update), ("DELETE", &key.on_delete)] {
        if let Some(action) = action {
            push(&mut body, format!(" ON {word} {action}"));
        }
    }
    format!(
        "ALTER TABLE {} ADD {}",
        quoted_name(&table.name),
        constraint(key.name.as_deref(), &body)
    )
}

/// Looks for what the server would refuse, or would take for something else.
struct Check<'a> {
    table: &'a DeclaredTable,
    columns: BTreeSet<&'a str>,
    errors: &'a mut Vec<DeclarationError>,
}

impl<'a> Check<'a> {
    fn new(table: &'a DeclaredTable, errors: &'a mut Vec<DeclarationError>) -> Self {
        let columns = table.columns.iter().map(|c| c.name.as_str()).collect();
        Self {
            table,
            columns,
            errors,
        }
    }

    fn run(mut self) {
        let table = self.table;
        self.name("name", &table.name.name);
        let mut seen = BTreeSet::new();
        for column in &table.columns {
            let path = format!("columns[{}]", column.name);
            self.name(&path, &column.name);
            if !seen.insert(column.name.as_str()) {
                self.error(&path, "it is declared twice; remove one of them");
            }
            self.column(&path, column);
        }
        if table.columns.iter().filter(|c| c.auto_increment).count() > 1
            && table.primary_key.is_none()
        {
            self.error(
                "columns",
                "two columns count and no primary key is declared; declare one",
            );
        }
        for key in table.primary_key.iter().chain(&table.uniques) {
            self.key(key);
        }
        for index in &table.indexes {
            self.index(index);
        }
        for key in &table.foreign_keys {
            self.foreign_key(key);
        }
        let known = [
            Attribute::Unlogged,
            Attribute::StorageParameters,
            Attribute::Tablespace,
            Attribute::PartitionBy,
        ];
        self.partition();
        self.attributes("attributes", &table.attributes, &known);
    }

    /// Both are written into a statement as they stand; the words at their heads say what was meant.
    fn partition(&mut self) {
        let starts = |text: &str, heads: &[&str]| {
            let text = text.trim_start().to_ascii_uppercase();
            heads.iter().any(|head| text.starts_with(head))
        };
        let table = self.table;
        if !table.partitions.is_empty() {
            self.error(
                "partitions",
                "a partition is a table of its own here; declare one with partitionOf for each",
            );
        }
        if let Some(key) = table.attributes.get(&Attribute::PartitionBy)
            && !starts(key, &["RANGE", "LIST", "HASH"])
        {
            self.error("partitionBy", "it begins with RANGE, LIST or HASH");
        }
        if let Some(of) = &table.partition_of
            && !starts(&of.bound, &["FOR VALUES", "DEFAULT"])
        {
            self.error(
                "partitionOf.bound",
                "it begins with FOR VALUES, or is DEFAULT",
            );
        }
    }

    fn error(&mut self, path: &str, problem: impl Into<String>) {
        self.errors.push(DeclarationError {
            path: format!("tables[{}].{path}", self.table.name),
            problem: problem.into(),
        });
    }

    fn name(&mut self, path: &str, name: &str) {
        if name.is_empty() {
            self.error(path, "the name is empty");
        } else if name.len() > LONGEST_NAME {
            self.error(
                path,
                format!(
                    "the name has {} bytes; {LONGEST_NAME} are the most",
                    name.len()
                ),
            );
        }
    }

    fn column(&mut self, path: &str, column: &DeclaredColumn) {
        if column.auto_increment && column.default.is_some() {
            self.error(
                path,
                "a counted column takes no default; remove one of them",
            );
        }
        if column.generated.is_some() && (column.default.is_some() || column.auto_increment) {
            self.error(
                path,
                "a generated column takes no default; remove one of them",
            );
        }
        if column.auto_increment {
            let integer = data_type(column)
                .is_ok_and(|t| matches!(t.as_str(), "smallint" | "integer" | "bigint"));
            if !integer {
                self.error(path, "only smallint, integer and bigint columns can count");
            }
        }
        let known = [
            Attribute::Collation,
            Attribute::Storage,
            Attribute::Compression,
            Attribute::Statistics,
            Attribute::Identity,
            Attribute::Serial,
            Attribute::SequenceOptions,
            Attribute::AutoIncrement,
        ];
        self.attributes(path, &column.attributes, &known);
    }

    fn attributes(&mut self, path: &str, attributes: &Attributes, known: &[Attribute]) {
        for attribute in attributes.keys().filter(|a| !known.contains(a)) {
            self.error(
                path,
                format!("{attribute:?} is not known to PostgreSQL; remove it"),
            );
        }
    }

    fn columns_exist(&mut self, path: &str, columns: &[String]) {
        if columns.is_empty() {
            self.error(path, "it names no column");
        }
        // A partition has the columns of its table.
        let known = self.table.partition_of.is_none();
        for column in columns.iter().filter(|_| known) {
            if !self.columns.contains(column.as_str()) {
                self.error(
                    path,
                    format!("column {column} is not declared in this table"),
                );
            }
        }
    }

    fn key(&mut self, key: &DeclaredKey) {
        let path = format!("keys[{}]", key.name.as_deref().unwrap_or_default());
        self.columns_exist(&path, &key.columns);
    }

    fn index(&mut self, index: &DeclaredIndex) {
        let path = format!("indexes[{}]", index.name);
        self.name(&path, &index.name);
        let columns: Vec<String> = index
            .parts
            .iter()
            .filter_map(|part| match &part.term {
                Term::Column(column) => Some(column.clone()),
                Term::Expression(_) => None,
            })
            .collect();
        if index.parts.is_empty() || !columns.is_empty() {
            self.columns_exist(&path, &columns);
        }
        if index.parts.iter().any(|part| part.length.is_some()) {
            self.error(
                &path,
                "an index part has no length here; index left(column, n) as an expression instead",
            );
        }
    }

    fn foreign_key(&mut self, key: &DeclaredForeignKey) {
        let path = format!("foreignKeys[{}]", key.name.as_deref().unwrap_or_default());
        self.columns_exist(&path, &key.columns);
        if !key.referenced.is_empty() && key.referenced.len() != key.columns.len() {
            self.error(&path, "it has not as many columns as it refers to");
        }
    }
}
