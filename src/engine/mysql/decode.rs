//! Catalog rows → model. Pure.

mod column;
mod keys;
mod modes;
mod names;
mod objects;
mod opaque;
mod partitions;
mod view;

use super::version::Flavour;
use crate::engine::error::DecodeError;
use crate::engine::kind::Server;
use crate::engine::statement::{Catalogs, Row, Rows};
use crate::engine::target::Scope;
use crate::schema::{Attribute, Attributes, Name, Schema, Table};
use std::collections::BTreeMap;

pub(super) use keys::{covers, implied_index_name, spares};
pub(super) use names::words;

/// The rows of one query; none when it was not asked.
fn rows<'a>(catalogs: &'a Catalogs, query: &str) -> impl Iterator<Item = Row<'a>> {
    catalogs.get(query).into_iter().flat_map(Rows::iter)
}

/// A text with the backslash escapes of `information_schema` undone: `MySQL` prints expressions
/// there as if they stood inside a string literal (bug 100607), and `MySQL` 9.7 also each byte of a
/// character beyond ASCII as a character. `MariaDB` prints them plainly.
fn expression(flavour: Flavour, text: &str) -> String {
    if flavour == Flavour::Mariadb {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let next = if c == '\\' { chars.next() } else { None };
        out.push(match (c, next) {
            ('\\', Some('n')) => '\n',
            ('\\', Some('r')) => '\r',
            ('\\', Some('0')) => '\0',
            ('\\', Some('Z')) => '\u{1a}',
            ('\\', Some(other)) => other,
            (plain, _) => plain,
        });
    }
    settled(&bytes_as_characters(&out).unwrap_or(out))
}

/// One print for what is printed in two ways: `-(101)` is `-101` once the table was open when it was
/// altered, and a literal compared with a column of another character set is of that one once its
/// print was loaded again. Otherwise any other change of the table looks like a change of its checks.
fn settled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut quote) = (text, None);
    while let Some(c) = rest.chars().next() {
        let inside = rest.strip_prefix("-(").and_then(|it| it.split_once(')'));
        if let (None, Some((number, after))) = (quote, inside)
            && number.starts_with(|c: char| c.is_ascii_digit())
            && number.chars().all(|c| c.is_ascii_digit() || c == '.')
        {
            out.push('-');
            out.push_str(number);
            rest = after;
            continue;
        }
        if let (None, Some(literal)) = (quote, narrow_literal(rest)) {
            out.push_str("_utf8mb4");
            rest = literal;
            continue;
        }
        if matches!(c, '\'' | '"' | '`') {
            quote = match quote {
                None => Some(c),
                Some(open) if open == c => None,
                other => other,
            };
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// What a text says whose characters are the bytes of UTF-8; `None` when it is no such text. One
/// that was printed rightly hardly ever is: `ö` alone is no UTF-8.
fn bytes_as_characters(text: &str) -> Option<String> {
    let bytes: Result<Vec<u8>, _> = text.chars().map(u8::try_from).collect();
    String::from_utf8(bytes.ok()?).ok()
}

/// The literal behind an introducer of a character set in which its characters are what they are in
/// `utf8mb4`.
fn narrow_literal(text: &str) -> Option<&str> {
    let introducers = ["_ascii", "_latin1", "_utf8mb3"];
    let literal = introducers.iter().find_map(|it| text.strip_prefix(it))?;
    let inside = literal.strip_prefix('\'')?.split('\'').next()?;
    inside.is_ascii().then_some(literal)
}

fn put(attributes: &mut Attributes, attribute: Attribute, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        attributes.insert(attribute, value.to_owned());
    }
}

/// Tables that are being put together, and why some of them are not understood.
struct Reading {
    flavour: Flavour,
    tables: BTreeMap<Name, Table>,
    strange: BTreeMap<Name, String>,
    /// The database they are in.
    database: String,
}

impl Reading {
    fn not_understood(&mut self, table: &Name, reason: impl Into<String>) {
        self.strange
            .entry(table.clone())
            .or_insert_with(|| reason.into());
    }

    /// The table a row belongs to; rows of views and of excluded tables belong to none.
    fn table(&mut self, row: Row<'_>) -> Result<Option<&mut Table>, DecodeError> {
        let name = Name::bare(row.text("table_name")?);
        Ok(self.tables.get_mut(&name))
    }
}

/// The whole database.
pub(super) fn schema(
    flavour: Flavour,
    server: &Server,
    scope: &Scope,
    catalogs: &Catalogs,
) -> Result<Schema, DecodeError> {
    let mut reading = Reading {
        flavour,
        tables: BTreeMap::new(),
        strange: BTreeMap::new(),
        database: server.setting("database").to_owned(),
    };
    let mut sequences = Vec::new();
    for row in rows(catalogs, "tables") {
        let name = Name::bare(row.text("name")?);
        if scope.excludes(&name.name) {
            continue;
        }
        match row.text("type")? {
            "BASE TABLE" => {
                let table = base_table(&mut reading, &name, row);
                reading.tables.insert(name, table);
            }
            "VIEW" | "SYSTEM VIEW" => {}
            "SEQUENCE" => sequences.push(name),
            other => {
                let reason = format!("it is a {} table", other.to_lowercase());
                reading
                    .tables
                    .insert(name.clone(), Table::new(name.clone()));
                reading.not_understood(&name, reason);
            }
        }
    }
    column::read(&mut reading, catalogs)?;
    keys::indexes(&mut reading, catalogs)?;
    keys::foreign_keys(&mut reading, catalogs)?;
    keys::checks(&mut reading, catalogs)?;
    partitions::read(&mut reading, catalogs)?;
    periods(&mut reading, catalogs);
    counters(&mut reading, server.setting("database"));
    let mut schema = Schema::default();
    opaque::tables(&mut reading, &mut schema);
    opaque::sequences(&sequences, &mut schema);
    schema.tables = reading.tables;
    for table in schema.tables.values_mut() {
        keys::in_order(table);
        keys::hide_implied(flavour, table);
    }
    objects::read(flavour, server, scope, catalogs, &mut schema)?;
    Ok(schema)
}

/// Periods (`MariaDB`), which the catalogs show as checks: keys without overlaps hang on them.
fn periods(reading: &mut Reading, catalogs: &Catalogs) {
    for row in rows(catalogs, "prints") {
        let print = row.opt("Create Table").unwrap_or("");
        if let (Some(name), true) = (row.opt("Table"), print.contains("\n  PERIOD FOR `")) {
            reading.not_understood(&Name::bare(name), "it has a period");
        }
    }
}

/// Defaults that count with a sequence (`MariaDB`), which the server prints with the database's name: a
/// copy of the table would have no sequence, or count with the live one.
fn counters(reading: &mut Reading, database: &str) {
    let mut found = Vec::new();
    for table in reading.tables.values_mut() {
        for column in &mut table.columns {
            let named = |sql: &&mut String| words(sql).iter().any(|word| word == "nextval");
            if let Some(default) = column.default.as_mut().filter(named) {
                *default = names::without_database(database, default);
                found.push((table.name.clone(), column.name.clone()));
            }
        }
    }
    if reading.flavour == Flavour::Mariadb {
        for (table, column) in found {
            reading.not_understood(
                &table,
                format!("column \"{column}\" counts with a sequence"),
            );
        }
    }
}

fn base_table(reading: &mut Reading, name: &Name, row: Row<'_>) -> Table {
    let mut table = Table::new(name.clone());
    let attributes = &mut table.attributes;
    put(attributes, Attribute::StorageEngine, row.opt("engine"));
    put(attributes, Attribute::Charset, row.opt("charset"));
    put(attributes, Attribute::Collation, row.opt("collation"));
    put(attributes, Attribute::Comment, row.opt("comment"));
    let mut rest = Vec::new();
    for option in row.opt("options").unwrap_or("").split_whitespace() {
        let plain = option.replace('`', "");
        let (key, value) = plain.split_once('=').unwrap_or((&plain, ""));
        match key.to_ascii_lowercase().as_str() {
            "row_format" => put(attributes, Attribute::RowFormat, Some(value)),
            "key_block_size" => put(attributes, Attribute::KeyBlockSize, Some(value)),
            // Said by the catalog of partitions, and not always here.
            "partitioned" => {}
            other => rest.push(format!(
                "{}={}",
                other.to_uppercase(),
                value.replace('"', "'")
            )),
        }
    }
    rest.sort();
    put(attributes, Attribute::TableOptions, Some(&rest.join(" ")));
    if row.opt("engine").is_none() {
        reading.not_understood(name, "the server cannot open it");
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_both_prints_of_a_literal() {
        let once = "(`_ascii'` in (_ascii'de',_latin1'x_ascii')) and (`b` <> _latin1'\u{e9}')";
        let again = "(`_ascii'` in (_utf8mb4'de',_utf8mb4'x_ascii')) and (`b` <> _latin1'\u{e9}')";
        assert_eq!(settled(once), again);
        assert_eq!(settled(again), again);
    }

    #[test]
    fn reads_both_prints_of_a_negative_number() {
        let once = "((`a-(1)` > -(101)) and (`b` <> '-(5)') and (`c` = -(`d`)) and (`e` > -(1.5)))";
        let again = "((`a-(1)` > -101) and (`b` <> '-(5)') and (`c` = -(`d`)) and (`e` > -1.5))";
        assert_eq!(settled(once), again);
        assert_eq!(settled(again), again);
    }

    #[test]
    fn undoes_the_escapes_of_mysql_once() {
        let printed = r"concat(`a`,_utf8mb4\'it\\\'s\')";
        let plain = r"concat(`a`,_utf8mb4'it\'s')";
        assert_eq!(expression(Flavour::Mysql, printed), plain);
        assert_eq!(expression(Flavour::Mariadb, plain), plain);
    }

    #[test]
    fn characters_that_are_bytes_are_put_together() {
        let printed = "(`gr\u{c3}\u{b6}\u{c3}\u{9f}e` > _utf8mb4\\'\u{e6}\u{97}\u{a5}\\')";
        let plain = "(`größe` > _utf8mb4'日')";
        assert_eq!(expression(Flavour::Mysql, printed), plain);
        assert_eq!(expression(Flavour::Mysql, plain), plain);
        assert_eq!(expression(Flavour::Mysql, "(`ö` > 1)"), "(`ö` > 1)");
    }
}
