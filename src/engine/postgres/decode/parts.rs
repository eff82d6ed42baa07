//! Keys, foreign keys, checks and indexes.

use super::super::expression::settled;
use super::super::naming::is_generated;
use super::{options, put, put_flag};
use crate::engine::{DecodeError, Row, Rows};
use crate::schema::{
    Attribute, Attributes, Check, ForeignKey, Index, Key, Label, Name, Part, Table, Term,
};
use std::collections::BTreeMap;

/// Key parts with the names the server made up for them, by the oid of their index.
pub(super) type IndexParts = BTreeMap<String, Vec<(Part, String)>>;

fn label(name: &str, table: &Table, columns: &[&str], kind: &str) -> Label {
    Label {
        text: name.to_owned(),
        generated: is_generated(name, &table.name.name, columns, kind),
    }
}

/// Adds a constraint to its table. Exclusion and temporal constraints are not modelled; they are
/// listed with the other objects.
pub(super) fn constraint(row: &Row<'_>, table: &mut Table) -> Result<(), DecodeError> {
    if row.flag("period") {
        return Ok(());
    }
    match (row.text("kind")?, row.flag("inherited")) {
        ("p", false) => table.primary_key = Some(key(row, table, "pkey")?),
        ("p", true) => table.inherited.primary_key = Some(key(row, table, "pkey")?),
        ("u", false) => table.uniques.push(key(row, table, "key")?),
        ("u", true) => table.inherited.uniques.push(key(row, table, "key")?),
        ("f", false) => table.foreign_keys.push(foreign_key(row, table)?),
        ("f", true) => {
            let key = foreign_key(row, table)?;
            table.inherited.foreign_keys.push(key);
        }
        ("c", false) => table.checks.push(check(row, table)?),
        ("c", true) => table.inherited.checks.push(check(row, table)?),
        _ => {}
    }
    Ok(())
}

fn timing(row: &Row<'_>) -> Attributes {
    let mut attributes = Attributes::new();
    put(&mut attributes, Attribute::Comment, row.opt("comment"));
    put_flag(
        &mut attributes,
        Attribute::Deferrable,
        row.opt("deferrable"),
        "true",
    );
    put_flag(
        &mut attributes,
        Attribute::InitiallyDeferred,
        row.opt("deferred"),
        "true",
    );
    put_flag(
        &mut attributes,
        Attribute::NotEnforced,
        row.opt("enforced"),
        "false",
    );
    // What is not enforced is never validated.
    if row.opt("enforced") == Some("true") {
        put_flag(
            &mut attributes,
            Attribute::NotValid,
            row.opt("validated"),
            "false",
        );
    }
    attributes
}

fn key(row: &Row<'_>, table: &Table, kind: &str) -> Result<Key, DecodeError> {
    let columns = row.list("columns")?;
    let mut attributes = timing(row);
    put(&mut attributes, Attribute::Include, row.opt("include"));
    put_flag(
        &mut attributes,
        Attribute::NullsNotDistinct,
        row.opt("nulls_not_distinct"),
        "true",
    );
    put(
        &mut attributes,
        Attribute::StorageParameters,
        options(row, &["options"])?,
    );
    put(
        &mut attributes,
        Attribute::Tablespace,
        row.opt("tablespace"),
    );
    let mut named: Vec<&str> = columns.iter().map(String::as_str).collect();
    if kind == "pkey" {
        named.clear();
    } else if let Some(include) = row.opt("include") {
        named.extend(include.split(", "));
    }
    Ok(Key {
        label: label(row.text("name")?, table, &named, kind),
        parts: columns.iter().map(Part::column).collect(),
        attributes,
    })
}

/// 54.13 `pg_constraint`: a = no action, r = restrict, c = cascade, n = set null, d = set default.
fn action(letter: Option<&str>) -> Option<&'static str> {
    match letter {
        Some("r") => Some("RESTRICT"),
        Some("c") => Some("CASCADE"),
        Some("n") => Some("SET NULL"),
        Some("d") => Some("SET DEFAULT"),
        _ => None,
    }
}

fn foreign_key(row: &Row<'_>, table: &Table) -> Result<ForeignKey, DecodeError> {
    let columns = row.list("columns")?;
    let mut attributes = timing(row);
    put(
        &mut attributes,
        Attribute::OnDelete,
        action(row.opt("on_delete")),
    );
    put(
        &mut attributes,
        Attribute::OnKeyUpdate,
        action(row.opt("on_update")),
    );
    put(
        &mut attributes,
        Attribute::Match,
        (row.opt("match") == Some("f")).then_some("FULL"),
    );
    put(
        &mut attributes,
        Attribute::SetColumns,
        row.opt("set_columns"),
    );
    let named: Vec<&str> = columns.iter().map(String::as_str).collect();
    Ok(ForeignKey {
        label: label(row.text("name")?, table, &named, "fkey"),
        columns: columns.clone(),
        references: Name::new(row.text("parent_schema")?, row.text("parent")?),
        referenced: row.list("parent_columns")?,
        attributes,
    })
}

fn check(row: &Row<'_>, table: &Table) -> Result<Check, DecodeError> {
    let columns = row.list("columns")?;
    let mut attributes = timing(row);
    put_flag(
        &mut attributes,
        Attribute::NoInherit,
        row.opt("no_inherit"),
        "true",
    );
    // The server puts a column into the name when the condition reads only that one.
    let named: Vec<&str> = match columns.as_slice() {
        [only] => vec![only.as_str()],
        _ => Vec::new(),
    };
    Ok(Check {
        label: label(row.text("name")?, table, &named, "check"),
        expression: settled(row.text("expression")?),
        attributes,
    })
}

/// Parts by name, whatever order the catalogs answered in.
pub(super) fn in_order(table: &mut Table) {
    table
        .uniques
        .sort_by(|a, b| a.label.text.cmp(&b.label.text));
    table
        .indexes
        .sort_by(|a, b| a.label.text.cmp(&b.label.text));
    table
        .foreign_keys
        .sort_by(|a, b| a.label.text.cmp(&b.label.text));
    table.checks.sort_by(|a, b| a.label.text.cmp(&b.label.text));
}

/// All key parts, by index.
pub(super) fn index_parts(rows: &Rows) -> Result<IndexParts, DecodeError> {
    let mut found = IndexParts::new();
    for row in rows.iter() {
        let term = match (row.opt("column"), row.opt("expression")) {
            (Some(column), None) => Term::Column(column.to_owned()),
            (_, expression) => Term::Expression(settled(expression.unwrap_or_default())),
        };
        let mut attributes = Attributes::new();
        put(&mut attributes, Attribute::Collation, row.opt("collation"));
        put(
            &mut attributes,
            Attribute::OperatorClass,
            row.opt("operator_class"),
        );
        let descending = row.opt("descending") == Some("1");
        let first = row.opt("nulls_first") == Some("2");
        put(
            &mut attributes,
            Attribute::Descending,
            descending.then_some("true"),
        );
        // Ascending keys have NULLs last, descending ones first, unless said otherwise
        // (`CREATE INDEX`).
        let nulls = match (descending, first) {
            (false, true) => Some("FIRST"),
            (true, false) => Some("LAST"),
            _ => None,
        };
        put(&mut attributes, Attribute::Nulls, nulls);
        let named = match &term {
            Term::Column(column) => column.clone(),
            Term::Expression(_) => row.text("label")?.to_owned(),
        };
        found
            .entry(row.text("index_oid")?.to_owned())
            .or_default()
            .push((Part { term, attributes }, named));
    }
    Ok(found)
}

/// Adds an index to its table.
pub(super) fn index(
    row: &Row<'_>,
    parts: &IndexParts,
    table: &mut Table,
) -> Result<(), DecodeError> {
    let own = parts
        .get(row.text("index_oid")?)
        .cloned()
        .unwrap_or_default();
    let mut attributes = Attributes::new();
    put(&mut attributes, Attribute::Comment, row.opt("comment"));
    let method = row.text("method")?;
    put(
        &mut attributes,
        Attribute::Method,
        (method != "btree").then_some(method),
    );
    put(
        &mut attributes,
        Attribute::Predicate,
        row.opt("predicate").map(settled),
    );
    put(&mut attributes, Attribute::Include, row.opt("include"));
    put_flag(
        &mut attributes,
        Attribute::NullsNotDistinct,
        row.opt("nulls_not_distinct"),
        "true",
    );
    put(
        &mut attributes,
        Attribute::StorageParameters,
        options(row, &["options"])?,
    );
    put(
        &mut attributes,
        Attribute::Tablespace,
        row.opt("tablespace"),
    );
    // What a failed CREATE INDEX CONCURRENTLY left: never like a declared one, so it is replaced.
    put_flag(
        &mut attributes,
        Attribute::NotValid,
        row.opt("valid"),
        "false",
    );
    let mut named: Vec<&str> = own.iter().map(|(_, name)| name.as_str()).collect();
    if let Some(include) = row.opt("include") {
        named.extend(include.split(", "));
    }
    let index = Index {
        label: label(row.text("name")?, table, &named, "idx"),
        unique: row.flag("unique"),
        parts: own.iter().map(|(part, _)| part.clone()).collect(),
        attributes,
    };
    if row.flag("inherited") {
        table.inherited.indexes.push(index);
    } else {
        table.indexes.push(index);
    }
    Ok(())
}
