//! SQL text of tables and their parts. Nothing is decided here.

use super::types;
use super::version::Flavour;
use crate::schema::{
    Attribute, Attributes, Check, Column, Division, ForeignKey, Index, Key, Label, Name, Part,
    Partition, Table, Term,
};
use std::fmt::Write as _;

/// An identifier, quoted.
pub(super) fn quote(identifier: &str) -> String {
    format!("`{}`", identifier.replace('`', "``"))
}

/// A table's name, quoted.
pub(super) fn name(name: &Name) -> String {
    quote(&name.name)
}

/// A string literal for a session without `NO_BACKSLASH_ESCAPES` (`MySQL` 8.4 manual, 11.1.1).
pub(super) fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('\'');
    for c in text.chars() {
        match c {
            '\'' => out.push_str("''"),
            '\\' => out.push_str("\\\\"),
            '\0' => out.push_str("\\0"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\u{1a}' => out.push_str("\\Z"),
            other => out.push(other),
        }
    }
    out.push('\'');
    out
}

/// A list of columns in parentheses.
pub(super) fn columns(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| quote(name)).collect();
    format!("({})", quoted.join(", "))
}

fn comment(attributes: &Attributes) -> String {
    attributes
        .get(&Attribute::Comment)
        .map(|text| format!(" COMMENT {}", literal(text)))
        .unwrap_or_default()
}

/// Whether a column's character set and collation are written even when they are the table's.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Collations {
    /// Written when they differ: in `CREATE TABLE`.
    WhenOwn,
    /// Always written: in `ALTER TABLE`, which runs whatever the table's default is at that time.
    Always,
}

fn collation(table: &Table, column: &Column, collations: Collations) -> String {
    let own = |attribute: Attribute| {
        let fallback = table
            .attributes
            .get(&attribute)
            .filter(|_| collations == Collations::Always);
        column.attributes.get(&attribute).or(fallback)
    };
    let mut out = String::new();
    if !types::parse(&column.data_type).is_text() {
        return out;
    }
    if let Some(charset) = own(Attribute::Charset) {
        let _ = write!(out, " CHARACTER SET {charset}");
    }
    if let Some(collation) = own(Attribute::Collation) {
        let _ = write!(out, " COLLATE {collation}");
    }
    out
}

/// A column's whole definition, as `CREATE TABLE`, `ADD COLUMN` and `MODIFY COLUMN` take it.
pub(super) fn column(table: &Table, column: &Column, collations: Collations) -> String {
    let mut sql = format!("{} {}", quote(&column.name), column.data_type);
    sql.push_str(&collation(table, column, collations));
    if let Some(generated) = &column.generated {
        let kind = if generated.stored {
            "STORED"
        } else {
            "VIRTUAL"
        };
        let _ = write!(
            sql,
            " GENERATED ALWAYS AS ({}) {kind}",
            generated.expression
        );
    }
    if !column.nullable {
        sql.push_str(" NOT NULL");
    } else if column.generated.is_none() {
        // Said aloud, since a TIMESTAMP may mean NOT NULL without it (`MySQL` 8.4 manual, 7.1.8,
        // explicit_defaults_for_timestamp).
        sql.push_str(" NULL");
    }
    if let Some(default) = &column.default {
        let _ = write!(sql, " DEFAULT {default}");
    }
    for (attribute, value) in &column.attributes {
        let _ = match attribute {
            Attribute::OnUpdate => write!(sql, " ON UPDATE {value}"),
            Attribute::AutoIncrement => write!(sql, " AUTO_INCREMENT"),
            Attribute::Invisible => write!(sql, " INVISIBLE"),
            Attribute::Srid => write!(sql, " SRID {value}"),
            _ => Ok(()),
        };
    }
    sql.push_str(&comment(&column.attributes));
    if let Some(check) = column_check(table, &column.name) {
        let _ = write!(sql, " CHECK ({})", check.expression);
    }
    sql
}

/// The check that is written at a column (`MariaDB`): it is called as the column.
pub(super) fn column_check<'a>(table: &'a Table, column: &str) -> Option<&'a Check> {
    table.checks.iter().find(|check| {
        check.attributes.contains_key(&Attribute::ColumnLevel)
            && check.label.text.eq_ignore_ascii_case(column)
    })
}

/// Key parts in parentheses.
pub(super) fn parts(parts: &[Part]) -> String {
    let written: Vec<String> = parts.iter().map(part).collect();
    format!("({})", written.join(", "))
}

fn part(part: &Part) -> String {
    let mut sql = match &part.term {
        Term::Column(column) => quote(column),
        Term::Expression(expression) => format!("({expression})"),
    };
    if let Some(length) = part.attributes.get(&Attribute::Length) {
        let _ = write!(sql, "({length})");
    }
    if part.attributes.contains_key(&Attribute::Descending) {
        sql.push_str(" DESC");
    }
    sql
}

fn options(table: &Table, attributes: &Attributes, flavour: Flavour) -> String {
    let mut sql = String::new();
    let memory = table
        .attributes
        .get(&Attribute::StorageEngine)
        .is_some_and(|engine| engine.eq_ignore_ascii_case("MEMORY"));
    match attributes.get(&Attribute::Method).map(String::as_str) {
        Some("FULLTEXT" | "SPATIAL") => {}
        Some(method) => {
            let _ = write!(sql, " USING {method}");
        }
        // MEMORY makes hash indexes unless told otherwise (`MySQL` 8.4 manual, 18.3).
        None if memory => sql.push_str(" USING BTREE"),
        None => {}
    }
    if let Some(parser) = attributes.get(&Attribute::Parser) {
        let _ = write!(sql, " WITH PARSER {}", quote(parser));
    }
    sql.push_str(&comment(attributes));
    if attributes.contains_key(&Attribute::Hidden) {
        sql.push_str(match flavour {
            Flavour::Mysql => " INVISIBLE",
            Flavour::Mariadb => " IGNORED",
        });
    }
    sql
}

fn label(label: &Label) -> String {
    if label.text.is_empty() {
        String::new()
    } else {
        format!(" {}", quote(&label.text))
    }
}

/// A primary key as a clause.
pub(super) fn primary_key(table: &Table, key: &Key, flavour: Flavour) -> String {
    format!(
        "PRIMARY KEY {}{}",
        parts(&key.parts),
        options(table, &key.attributes, flavour)
    )
}

/// A unique constraint as a clause.
pub(super) fn unique(table: &Table, key: &Key, flavour: Flavour) -> String {
    format!(
        "UNIQUE KEY{} {}{}",
        label(&key.label),
        parts(&key.parts),
        options(table, &key.attributes, flavour)
    )
}

/// An index as a clause.
pub(super) fn index(table: &Table, index: &Index, flavour: Flavour) -> String {
    let kind = match index.attributes.get(&Attribute::Method).map(String::as_str) {
        Some("FULLTEXT") => "FULLTEXT KEY",
        Some("SPATIAL") => "SPATIAL KEY",
        _ if index.unique => "UNIQUE KEY",
        _ => "KEY",
    };
    format!(
        "{kind}{} {}{}",
        label(&index.label),
        parts(&index.parts),
        options(table, &index.attributes, flavour)
    )
}

fn constraint(name: &Label) -> String {
    if name.text.is_empty() {
        String::new()
    } else {
        format!("CONSTRAINT {} ", quote(&name.text))
    }
}

/// A check as a clause.
pub(super) fn check(check: &Check) -> String {
    let enforced = if check.attributes.contains_key(&Attribute::NotEnforced) {
        " NOT ENFORCED"
    } else {
        ""
    };
    format!(
        "{}CHECK ({}){enforced}",
        constraint(&check.label),
        check.expression
    )
}

/// A foreign key as a clause.
pub(super) fn foreign_key(key: &ForeignKey) -> String {
    let mut sql = format!(
        "{}FOREIGN KEY {} REFERENCES {} {}",
        constraint(&key.label),
        columns(&key.columns),
        name(&key.references),
        columns(&key.referenced)
    );
    if let Some(action) = key.attributes.get(&Attribute::OnDelete) {
        let _ = write!(sql, " ON DELETE {action}");
    }
    if let Some(action) = key.attributes.get(&Attribute::OnKeyUpdate) {
        let _ = write!(sql, " ON UPDATE {action}");
    }
    sql
}

/// One table option.
pub(super) fn table_option(attribute: Attribute, value: &str) -> Option<String> {
    match attribute {
        Attribute::StorageEngine => Some(format!("ENGINE={value}")),
        Attribute::Charset => Some(format!("DEFAULT CHARACTER SET={value}")),
        Attribute::Collation => Some(format!("COLLATE={value}")),
        Attribute::RowFormat => Some(format!("ROW_FORMAT={value}")),
        Attribute::KeyBlockSize => Some(format!("KEY_BLOCK_SIZE={value}")),
        Attribute::Comment => Some(format!("COMMENT={}", literal(value))),
        Attribute::TableOptions => Some(value.to_owned()),
        _ => None,
    }
}

/// `CREATE TABLE` with everything but its foreign keys.
pub(super) fn create_table(table: &Table, flavour: Flavour) -> String {
    let mut lines: Vec<String> = table
        .columns
        .iter()
        .map(|c| column(table, c, Collations::WhenOwn))
        .collect();
    lines.extend(
        table
            .primary_key
            .iter()
            .map(|key| primary_key(table, key, flavour)),
    );
    lines.extend(table.uniques.iter().map(|key| unique(table, key, flavour)));
    lines.extend(table.indexes.iter().map(|i| index(table, i, flavour)));
    let own = table
        .checks
        .iter()
        .filter(|check| !check.attributes.contains_key(&Attribute::ColumnLevel));
    lines.extend(own.map(check));
    let order = [
        Attribute::StorageEngine,
        Attribute::Charset,
        Attribute::Collation,
        Attribute::RowFormat,
        Attribute::KeyBlockSize,
        Attribute::TableOptions,
        Attribute::Comment,
    ];
    let options: Vec<String> = order
        .iter()
        .filter_map(|attribute| table_option(*attribute, table.attributes.get(attribute)?))
        .collect();
    let mut sql = format!(
        "CREATE TABLE {} (\n  {}\n)",
        name(&table.name),
        lines.join(",\n  ")
    );
    if !options.is_empty() {
        let _ = write!(sql, " {}", options.join(" "));
    }
    if let Some(clause) = partitioning(table) {
        let _ = write!(sql, "\n{clause}");
    }
    sql
}

/// How rows are divided, as `CREATE TABLE` and `ALTER TABLE` take it.
pub(super) fn partitioning(table: &Table) -> Option<String> {
    let key = table.attributes.get(&Attribute::PartitionBy)?;
    let mut sql = format!("PARTITION BY {key}");
    if counted(table) {
        let _ = write!(sql, " PARTITIONS {}", table.partitions.len());
    } else if !table.partitions.is_empty() {
        let _ = write!(sql, " (\n  {}\n)", partitions(&table.partitions));
    }
    Some(sql)
}

/// Whether partitions are known by their number alone: they are called as the server calls them.
pub(super) fn counted(table: &Table) -> bool {
    let usual = |(at, one): (usize, &Partition)| {
        one.name == format!("p{at}") && one.comment.is_none() && one.values.is_empty()
    };
    table.division() == Some(Division::Hash)
        && !table.partitions.is_empty()
        && table.partitions.iter().enumerate().all(usual)
}

/// Partitions as a list of clauses.
pub(super) fn partitions<'a>(list: impl IntoIterator<Item = &'a Partition>) -> String {
    let clauses: Vec<String> = list.into_iter().map(partition).collect();
    clauses.join(",\n  ")
}

fn partition(partition: &Partition) -> String {
    let mut sql = format!("PARTITION {}", quote(&partition.name));
    if !partition.values.is_empty() {
        let _ = write!(sql, " VALUES {}", partition.values);
    }
    if let Some(comment) = &partition.comment {
        let _ = write!(sql, " COMMENT = {}", literal(comment));
    }
    if !partition.subpartitions.is_empty() {
        let names = partition.subpartitions.iter();
        let names: Vec<String> = names
            .map(|name| format!("SUBPARTITION {}", quote(name)))
            .collect();
        let _ = write!(sql, " ({})", names.join(", "));
    }
    sql
}
