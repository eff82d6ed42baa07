//! Catalog rows as a model. Pure.
//!
//! A table's text says what it is; what SQLite makes of it (the pragmas' rows) is held against it,
//! and a table on which the two disagree is listed as not understood.

mod link;
mod table;

pub(super) use table::YES;

use super::catalog::SCHEMA;
use super::text;
use crate::engine::{Catalogs, DecodeError, Row, Rows, Scope};
use crate::schema::{Attributes, Defined, Kind, Name, ObjectKey, Opaque, OpaqueKey, Part, Schema};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A column as the pragmas see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) name: String,
    pub(super) not_null: bool,
    pub(super) in_key: bool,
    pub(super) generated: bool,
}

/// Reads a whole schema.
pub(super) fn schema(scope: &Scope, rows: &Catalogs) -> Result<Schema, DecodeError> {
    let rows = rows.get(SCHEMA).ok_or_else(|| DecodeError {
        what: SCHEMA.to_owned(),
        problem: "the query was not run".to_owned(),
    })?;
    let columns = seen_columns(rows)?;
    let keys = seen_keys(rows)?;
    let indexes = written_indexes(rows)?;
    let objects: Vec<Row<'_>> = part(rows, "object").collect();
    let (mut schema, mut excluded) = (Schema::default(), Vec::new());
    for row in objects
        .iter()
        .filter(|row| row.opt("type") == Some("table"))
    {
        let name = row.text("name")?;
        if scope.excludes(name) {
            excluded.push(name);
            continue;
        }
        let seen = columns.get(name).map_or(&[][..], Vec::as_slice);
        let keys = keys.get(name).copied().unwrap_or(0);
        let indexes = indexes.get(name).map_or(&[][..], Vec::as_slice);
        read_table(row, indexes, seen, keys, &mut schema)?;
    }
    resolve_references(&mut schema);
    for row in &objects {
        let kind = row.text("type")?;
        if matches!(kind, "view" | "trigger") && !scope.excludes(row.text("tbl_name")?) {
            add_object(&mut schema, row)?;
        }
    }
    link::all(&mut schema, &excluded);
    Ok(schema)
}

/// The rows of one part of the query.
fn part<'a>(rows: &'a Rows, part: &'a str) -> impl Iterator<Item = Row<'a>> {
    rows.iter().filter(move |row| row.opt("part") == Some(part))
}

fn seen_columns(rows: &Rows) -> Result<BTreeMap<String, Vec<Seen>>, DecodeError> {
    let mut columns: BTreeMap<String, Vec<Seen>> = BTreeMap::new();
    for row in part(rows, "column") {
        let seen = Seen {
            name: row.text("name")?.to_owned(),
            not_null: row.flag("not_null"),
            in_key: row.number::<u32>("pk")? > 0,
            // 2 is a virtual and 3 a stored generated column (pragma.html#pragma_table_xinfo).
            generated: row.number::<u32>("hidden")? > 1,
        };
        let table = row.text("tbl_name")?.to_owned();
        columns.entry(table).or_default().push(seen);
    }
    Ok(columns)
}

/// The name and the text of each index of a table.
type WrittenIndexes<'a> = BTreeMap<&'a str, Vec<(&'a str, &'a str)>>;

/// Each table's indexes; those of constraints have no text.
fn written_indexes(rows: &Rows) -> Result<WrittenIndexes<'_>, DecodeError> {
    let mut indexes = WrittenIndexes::new();
    for row in part(rows, "object").filter(|row| row.opt("type") == Some("index")) {
        if let Some(sql) = row.opt("sql") {
            let of_table = indexes.entry(row.text("tbl_name")?).or_default();
            of_table.push((row.text("name")?, sql));
        }
    }
    Ok(indexes)
}

fn seen_keys(rows: &Rows) -> Result<BTreeMap<String, usize>, DecodeError> {
    part(rows, "keys")
        .map(|row| {
            Ok((
                row.text("tbl_name")?.to_owned(),
                row.number("foreign_keys")?,
            ))
        })
        .collect()
}

fn read_table(
    row: &Row<'_>,
    indexes: &[(&str, &str)],
    seen: &[Seen],
    keys: usize,
    schema: &mut Schema,
) -> Result<(), DecodeError> {
    let name = row.text("name")?;
    match row.opt("kind") {
        // Made and dropped with their virtual table (vtab.html, section 2.1.2).
        Some("shadow") => return Ok(()),
        Some("virtual") => {
            let reason = "virtual tables are not changed by this version";
            return add_opaque(schema, "virtual table", row, reason);
        }
        _ => {}
    }
    match table::read(name, row.text("sql")?, indexes, seen, keys) {
        Ok(table) => {
            schema.tables.insert(table.name.clone(), table);
            Ok(())
        }
        Err(reason) => add_opaque(schema, "table", row, &reason),
    }
}

/// A key that names no columns refers to the parent's primary key (foreignkeys.html, section 3).
fn resolve_references(schema: &mut Schema) {
    let primary: BTreeMap<String, Vec<String>> = schema
        .tables
        .values()
        .filter_map(|table| {
            let parts = &table.primary_key.as_ref()?.parts;
            let columns = parts
                .iter()
                .filter_map(Part::column_name)
                .map(str::to_owned);
            Some((table.name.name.to_ascii_lowercase(), columns.collect()))
        })
        .collect();
    for table in schema.tables.values_mut() {
        for key in &mut table.foreign_keys {
            let parent = primary.get(&key.references.name.to_ascii_lowercase());
            if let Some(columns) = parent.filter(|columns| columns.len() == key.columns.len())
                && key.referenced.is_empty()
            {
                key.referenced.clone_from(columns);
            }
        }
    }
}

fn add_opaque(
    schema: &mut Schema,
    kind: &str,
    row: &Row<'_>,
    reason: &str,
) -> Result<(), DecodeError> {
    let sql = row.text("sql")?;
    let key = OpaqueKey {
        kind: kind.to_owned(),
        name: Name::bare(row.text("name")?),
    };
    let opaque = Opaque {
        hash: hex::encode(Sha256::digest(text::statement(sql))),
        reason: reason.to_owned(),
        depends_on: Vec::new(),
        definition: Some(sql.to_owned()),
    };
    schema.opaque.insert(key, opaque);
    Ok(())
}

/// A view, or a trigger on a table or a view.
fn add_object(schema: &mut Schema, row: &Row<'_>) -> Result<(), DecodeError> {
    let (sql, name) = (row.text("sql")?, row.text("name")?);
    let key = match row.text("type")? {
        "trigger" => ObjectKey::part(Kind::Trigger, Name::bare(row.text("tbl_name")?), name),
        _ => ObjectKey::new(Kind::View, Name::bare(name)),
    };
    let object = Defined {
        hash: hex::encode(Sha256::digest(text::statement(sql))),
        definition: sql.to_owned(),
        face: Vec::new(),
        attributes: Attributes::new(),
        depends_on: Vec::new(),
        mentions: Vec::new(),
        uses: Vec::new(),
        strangers: Vec::new(),
        rights: Vec::new(),
    };
    schema.objects.insert(key, object);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    type Values<'a> = [Option<&'a str>; 9];

    fn read(values: &[Values<'_>]) -> Result<Schema, DecodeError> {
        let columns = [
            "part", "type", "name", "tbl_name", "sql", "kind", "not_null", "pk", "hidden",
        ];
        let rows = Rows {
            columns: columns.map(str::to_owned).to_vec(),
            values: values
                .iter()
                .map(|row| row.iter().map(|value| value.map(str::to_owned)).collect())
                .collect(),
        };
        schema(
            &Scope::default(),
            &Catalogs::from([(SCHEMA.to_owned(), rows)]),
        )
    }

    fn object<'a>(kind: &'a str, name: &'a str, sql: &'a str) -> Values<'a> {
        let object = Some("object");
        [
            object,
            Some(kind),
            Some(name),
            Some("t"),
            Some(sql),
            Some(kind),
            None,
            None,
            None,
        ]
    }

    fn column<'a>(name: &'a str, pk: &'a str) -> Values<'a> {
        let (part, zero) = (Some("column"), Some("0"));
        [
            part,
            None,
            Some(name),
            Some("t"),
            None,
            None,
            zero,
            Some(pk),
            zero,
        ]
    }

    #[test]
    fn a_table_whose_text_and_rows_disagree_is_listed_and_left_alone() {
        let sql = "CREATE TABLE t (a INT, b INT PRIMARY KEY)";
        let well = [
            object("table", "t", sql),
            column("a", "0"),
            column("b", "1"),
        ];
        assert_eq!(read(&well).unwrap().tables.len(), 1);
        for rows in [
            vec![object("table", "t", sql), column("a", "0")],
            vec![
                object("table", "t", sql),
                column("a", "1"),
                column("b", "0"),
            ],
            vec![
                object("table", "t", "CREATE TABLE t (a INT ?)"),
                column("a", "0"),
            ],
        ] {
            let schema = read(&rows).unwrap();
            assert!(
                schema.tables.is_empty() && schema.opaque.len() == 1,
                "{schema:?}"
            );
        }
    }

    #[test]
    fn what_a_view_reads_is_known() {
        let rows = [
            object("table", "t", "CREATE TABLE t (a INT, b INT)"),
            object("view", "v", "CREATE VIEW v AS SELECT b FROM T"),
            column("a", "0"),
            column("b", "0"),
        ];
        let schema = read(&rows).unwrap();
        let view = schema.objects.values().next().unwrap();
        let on: Vec<Option<&str>> = view
            .depends_on
            .iter()
            .map(|d| d.column.as_deref())
            .collect();
        assert_eq!(on, [Some("b")]);
    }

    #[test]
    fn a_row_that_is_not_as_expected_is_an_error() {
        let rows = [
            object("table", "t", "CREATE TABLE t (a)"),
            column("a", "many"),
        ];
        assert!(read(&rows).unwrap_err().to_string().contains("pk"));
    }
}
