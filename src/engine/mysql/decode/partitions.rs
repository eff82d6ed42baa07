//! How a table's rows are divided among partitions (`information_schema.PARTITIONS`; `MySQL` 8.4
//! manual, 28.3.21).
//!
//! Not there: `ALGORITHM` of a key, and directories and row limits of single partitions.

use super::{Reading, rows};
use crate::engine::error::DecodeError;
use crate::engine::statement::{Catalogs, Row};
use crate::schema::{Attribute, Name, Partition, Table};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// A row with its places among partitions and subpartitions.
type Placed<'a> = ((u32, u32), Row<'a>);

pub(super) fn read(reading: &mut Reading, catalogs: &Catalogs) -> Result<(), DecodeError> {
    let mut by_table: BTreeMap<Name, Vec<Placed<'_>>> = BTreeMap::new();
    for row in rows(catalogs, "partitions") {
        let place = |column| {
            row.opt(column)
                .and_then(|text| text.parse().ok())
                .unwrap_or(0)
        };
        let at = (place("place"), place("subplace"));
        let table = Name::bare(row.text("table_name")?);
        by_table.entry(table).or_default().push((at, row));
    }
    for (name, mut placed) in by_table {
        placed.sort_by_key(|(at, _)| *at);
        let Some(table) = reading.tables.get_mut(&name) else {
            continue;
        };
        match key(&placed)? {
            Ok(key) => {
                table.attributes.insert(Attribute::PartitionBy, key);
            }
            Err(method) => {
                reading.not_understood(&name, format!("it is partitioned by {method}"));
                continue;
            }
        }
        partitions(table, &placed)?;
    }
    Ok(())
}

/// The key as it stands in a statement; the method, where it is none of those that are known.
fn key(placed: &[Placed<'_>]) -> Result<Result<String, String>, DecodeError> {
    let Some((_, row)) = placed.first() else {
        return Ok(Err("nothing".to_owned()));
    };
    let method = row.text("method")?;
    let known = [
        "RANGE",
        "RANGE COLUMNS",
        "LIST",
        "LIST COLUMNS",
        "HASH",
        "LINEAR HASH",
        "KEY",
        "LINEAR KEY",
    ];
    if !known.contains(&method) {
        return Ok(Err(method.to_owned()));
    }
    let mut key = format!("{method} ({})", row.opt("expression").unwrap_or(""));
    if let Some(method) = row.opt("submethod") {
        let expression = row.opt("subexpression").unwrap_or("");
        let _ = write!(key, " SUBPARTITION BY {method} ({expression})");
        if usual_names(placed)? {
            let (first, _) = placed.first().map_or((0, 0), |(at, _)| *at);
            let count = placed.iter().filter(|((at, _), _)| *at == first).count();
            let _ = write!(key, " SUBPARTITIONS {count}");
        }
    }
    Ok(Ok(key))
}

/// Whether subpartitions are called as the server calls them when it is told their number.
fn usual_names(placed: &[Placed<'_>]) -> Result<bool, DecodeError> {
    for ((_, subplace), row) in placed {
        let usual = format!("{}sp{}", row.text("name")?, subplace.saturating_sub(1));
        if row.opt("subname") != Some(usual.as_str()) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn partitions(table: &mut Table, placed: &[Placed<'_>]) -> Result<(), DecodeError> {
    let usual = usual_names(placed)?;
    for (_, row) in placed {
        let name = row.text("name")?;
        if table.partitions.last().is_none_or(|last| last.name != name) {
            let bound = row.opt("bound").unwrap_or("");
            let method = row.text("method")?;
            let values = match method {
                _ if method.starts_with("RANGE") => format!("LESS THAN ({bound})"),
                _ if method.starts_with("LIST") => format!("IN ({bound})"),
                _ => String::new(),
            };
            let comment = row.opt("comment").filter(|comment| !comment.is_empty());
            table.partitions.push(Partition {
                name: name.to_owned(),
                values,
                comment: comment.map(str::to_owned),
                subpartitions: Vec::new(),
            });
        }
        if let (Some(sub), false, Some(last)) =
            (row.opt("subname"), usual, table.partitions.last_mut())
        {
            last.subpartitions.push(sub.to_owned());
        }
    }
    Ok(())
}
