//! Rows made from the types of the columns, for every table of a schema, so that a change never
//! meets only empty tables.
//!
//! Values are tried until the server takes a row: what a type, a check, a key or a trigger refuses
//! is answered by other values. A table that takes none stays empty, and that is counted.

use super::hand::Hand;
use driftless::engine::{Dialect, Engine};
use driftless::schema::{Attribute, Column, Name, Schema, Table};

/// How many rows a table is given.
const ROWS: usize = 3;

/// Puts rows into all tables, as far as they take any; answers the statements that worked.
pub(super) async fn fill(hand: &mut Hand, dialect: &dyn Dialect, schema: &Schema) -> Vec<String> {
    let mut done = Vec::new();
    // Parents may be named after their children: what failed is tried again.
    let mut left: Vec<&Table> = schema
        .tables
        .values()
        .filter(|table| ours(&table.name))
        .collect();
    for _ in 0..3 {
        let mut again = Vec::new();
        for table in left {
            let before = done.len();
            for row in 0..ROWS {
                for attempt in 0..ATTEMPTS {
                    let statement = insert(dialect, table, row, attempt);
                    if hand.run(&statement).await.is_ok() {
                        done.push(statement);
                        break;
                    }
                }
            }
            if done.len() == before {
                again.push(table);
            }
        }
        left = again;
    }
    done
}

fn ours(name: &Name) -> bool {
    name.schema != "elsewhere"
}

/// How many rows are tried before a table is given up.
const ATTEMPTS: usize = 8;

/// The `attempt`-th idea of the `row`-th row.
fn insert(dialect: &dyn Dialect, table: &Table, row: usize, attempt: usize) -> String {
    let engine = dialect.engine();
    let columns = table.columns.iter().filter(|column| written(column));
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for column in columns {
        let Some(value) = value(engine, table, column, row, attempt) else {
            continue;
        };
        names.push(dialect.quote(&column.name));
        values.push(value);
    }
    let name = dialect.name(&table.name);
    if names.is_empty() {
        return match engine {
            Engine::Mysql | Engine::Mariadb => format!("INSERT INTO {name} () VALUES ()"),
            Engine::Postgres | Engine::Sqlite => format!("INSERT INTO {name} DEFAULT VALUES"),
        };
    }
    format!(
        "INSERT INTO {name} ({}) VALUES ({})",
        names.join(", "),
        values.join(", ")
    )
}

/// Whether a row may say what stands in it.
fn written(column: &Column) -> bool {
    column.generated.is_none()
        && column
            .attributes
            .get(&Attribute::Identity)
            .is_none_or(|kind| kind != "ALWAYS")
}

/// A value, or nothing where the column's default is to stand.
fn value(
    engine: Engine,
    table: &Table,
    column: &Column,
    row: usize,
    attempt: usize,
) -> Option<String> {
    let optional = column.nullable || column.default.is_some();
    match attempt {
        // NULL in the second row, wherever it may stand.
        0 if row == 1 && column.nullable && !is_key(table, &column.name) => {
            return Some("NULL".to_owned());
        }
        // Last of all, only what must be said.
        6 if column.nullable => return Some("NULL".to_owned()),
        7 if optional => return None,
        _ => {}
    }
    let number = [
        row + 1,
        100 + row,
        1,
        row,
        7 * (row + 1),
        40 + row,
        row + 1,
        row + 1,
    ][attempt];
    Some(typed(engine, &column.data_type, number, attempt))
}

fn is_key(table: &Table, column: &str) -> bool {
    let key = table.primary_key.iter();
    key.flat_map(|key| &key.parts)
        .any(|part| part.column_name() == Some(column))
}

/// A literal for a type.
fn typed(engine: Engine, data_type: &str, number: usize, attempt: usize) -> String {
    let lower = data_type.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let array = lower.ends_with("[]");
    let day = number % 28 + 1;
    let text = if array {
        "{}".to_owned()
    } else if has(&["range"]) {
        "empty".to_owned()
    } else if has(&["bool"]) && engine == Engine::Postgres {
        "true".to_owned()
    } else if lower.starts_with("enum(") || lower.starts_with("set(") {
        let members: Vec<&str> = lower.split('\'').collect();
        let at = (number % 2) * 2 + 1;
        let member = members.get(at).or_else(|| members.get(1));
        member.unwrap_or(&"").to_string()
    } else if has(&["timestamp", "datetime"]) {
        format!("2024-02-{day:02} 03:04:05")
    } else if has(&["interval"]) {
        format!("{number} days")
    } else if has(&["date"]) {
        format!("2024-02-{day:02}")
    } else if lower.starts_with("time") {
        format!("03:04:{:02}", number % 60)
    } else if lower == "year" || lower.starts_with("year(") {
        format!("{}", 2000 + number % 100)
    } else if has(&["uuid"]) {
        format!("00000000-0000-4000-8000-{number:012}")
    } else if has(&["json"]) {
        format!("{{\"n\": {number}}}")
    } else if has(&["xml"]) {
        format!("<a>{number}</a>")
    } else if has(&["inet", "cidr"]) {
        format!("10.0.0.{}", number % 256)
    } else if has(&["macaddr"]) {
        format!("08:00:2b:01:02:{:02x}", number % 256)
    } else if has(&["bit"]) && engine == Engine::Postgres {
        let digits = length(&lower).unwrap_or(1);
        return format!("B'{}'", "1".repeat(digits));
    } else if has(&["bit"]) {
        return format!("b'{}'", number % 2);
    } else if engine == Engine::Mysql || engine == Engine::Mariadb {
        match () {
            () if has(&["polygon"]) => {
                return "ST_GeomFromText('POLYGON((0 0,0 1,1 1,0 0))')".to_owned();
            }
            () if has(&["linestring"]) => {
                return "ST_GeomFromText('LINESTRING(0 0,1 1)')".to_owned();
            }
            () if has(&["point", "geom"]) => {
                return format!("ST_GeomFromText('POINT({} 1)')", number % 90);
            }
            () => plain(&lower, number, attempt),
        }
    } else if engine == Engine::Postgres && has(&["point"]) {
        format!("({number},1)")
    } else if engine == Engine::Postgres && lower == "box" {
        "(1,1),(0,0)".to_owned()
    } else if engine == Engine::Postgres && has(&["tsvector", "hstore"]) {
        String::new()
    } else {
        plain(&lower, number, attempt)
    };
    let numeric = text.bytes().all(|b| b.is_ascii_digit()) && !text.is_empty();
    let named = has(&[
        "char", "text", "clob", "name", "citext", "blob", "binary", "bytea",
    ]);
    if numeric && !named && engine != Engine::Postgres {
        text
    } else {
        format!("'{text}'")
    }
}

/// A number, or a short text with one in it.
fn plain(lower: &str, number: usize, attempt: usize) -> String {
    let texts = ["char", "text", "clob", "name", "blob", "binary", "bytea"];
    if !texts.iter().any(|word| lower.contains(word)) {
        return match attempt {
            // A type of the schema's own: an enum, a domain, a composite.
            2 => "a".to_owned(),
            3 => "(1,x)".to_owned(),
            4 => "new".to_owned(),
            _ => number.to_string(),
        };
    }
    let text = match attempt {
        0 => format!("v{number}"),
        1 => number.to_string(),
        2 => format!("Ä'' {number}"),
        3 => "a".to_owned(),
        4 => format!("a{number}@example.org"),
        _ => (number % 10).to_string(),
    };
    match length(lower) {
        Some(most) if text.chars().count() > most => (number % 10).to_string(),
        _ => text,
    }
}

/// `n` of `char(n)`.
fn length(lower: &str) -> Option<usize> {
    let inside = lower.split_once('(')?.1;
    inside.split([')', ',']).next()?.trim().parse().ok()
}
