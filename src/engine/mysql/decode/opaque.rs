//! Everything that is seen but not modelled.

use super::names::{depends_on, without_database};
use super::{Reading, expression, rows};
use crate::engine::error::DecodeError;
use crate::engine::kind::Server;
use crate::engine::mysql::render::{literal, quote};
use crate::engine::mysql::version::Flavour;
use crate::engine::statement::{Catalogs, Row};
use crate::engine::target::Scope;
use crate::schema::{Dependency, Name, Opaque, OpaqueKey, Schema};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

const NOT_YET: &str = "objects of this kind are not modelled";

fn hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

fn put(schema: &mut Schema, kind: &str, name: &str, opaque: Opaque) {
    let key = OpaqueKey {
        kind: kind.to_owned(),
        name: Name::bare(name),
    };
    schema.opaque.insert(key, opaque);
}

/// Moves the tables that are not wholly understood out of the model.
pub(super) fn tables(
    reading: &mut Reading,
    catalogs: &Catalogs,
    schema: &mut Schema,
) -> Result<(), DecodeError> {
    for (name, reason) in std::mem::take(&mut reading.strange) {
        let Some(table) = reading.tables.remove(&name) else {
            continue;
        };
        let mut print = format!("{table:?}");
        for row in rows(catalogs, "partitions") {
            if row.text("table_name")? == name.name {
                print.push_str(row.opt("definition").unwrap_or(""));
            }
        }
        let depends_on = table
            .foreign_keys
            .iter()
            .flat_map(|key| {
                key.referenced.iter().map(|column| Dependency {
                    table: key.references.clone(),
                    column: Some(column.clone()),
                })
            })
            .collect();
        let opaque = Opaque {
            hash: hash(&print),
            reason,
            depends_on,
            definition: None,
        };
        put(schema, "table", &name.name, opaque);
    }
    Ok(())
}

/// Sequences (`MariaDB`): their values are in a table of their own, not in a catalog.
pub(super) fn sequences(names: &[Name], schema: &mut Schema) {
    for name in names {
        let opaque = Opaque {
            hash: hash(&name.name),
            reason: NOT_YET.to_owned(),
            depends_on: Vec::new(),
            definition: None,
        };
        put(schema, "sequence", &name.name, opaque);
    }
}

/// Views, routines, triggers and events.
pub(super) fn others(
    flavour: Flavour,
    server: &Server,
    scope: &Scope,
    catalogs: &Catalogs,
    schema: &mut Schema,
) -> Result<(), DecodeError> {
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows(catalogs, "columns") {
        let table = row.text("table_name")?;
        let known = columns.entry(table.to_owned()).or_default();
        known.push(row.text("name")?.to_owned());
    }
    let database = server.setting("database");
    let mut add = |kind: &str, row: Row<'_>, made: Made| -> Result<(), DecodeError> {
        let name = row.text("name")?;
        let mut leans = columns.clone();
        leans.remove(name);
        let opaque = Opaque {
            hash: hash(&made.hashed),
            reason: NOT_YET.to_owned(),
            depends_on: depends_on(&leans, &made.body, made.home.as_deref()),
            definition: made.definition,
        };
        put(schema, kind, name, opaque);
        Ok(())
    };
    for row in rows(catalogs, "views") {
        if !scope.excludes(row.text("name")?) {
            add("view", row, view(database, row)?)?;
        }
    }
    for row in rows(catalogs, "triggers") {
        if !scope.excludes(row.text("table_name")?) {
            add("trigger", row, trigger(row)?)?;
        }
    }
    for row in rows(catalogs, "routines") {
        let kind = row.text("type")?.to_lowercase();
        add(&kind, row, routine(flavour, catalogs, row)?)?;
    }
    for row in rows(catalogs, "events") {
        add("event", row, event(row)?)?;
    }
    Ok(())
}

/// An object's print in parts: what it does, what its digest is of, how it is made again.
struct Made {
    body: String,
    hashed: String,
    definition: Option<String>,
    home: Option<String>,
}

fn view(database: &str, row: Row<'_>) -> Result<Made, DecodeError> {
    let body = without_database(database, row.opt("body").unwrap_or(""));
    let mut sql = "CREATE".to_owned();
    match row.opt("algorithm") {
        None | Some("UNDEFINED") => {}
        Some(algorithm) => {
            let _ = write!(sql, " ALGORITHM={algorithm}");
        }
    }
    if row.opt("security") == Some("INVOKER") {
        sql.push_str(" SQL SECURITY INVOKER");
    }
    let _ = write!(sql, " VIEW {} AS {body}", quote(row.text("name")?));
    if let Some(option @ ("CASCADED" | "LOCAL")) = row.opt("check_option") {
        let _ = write!(sql, " WITH {option} CHECK OPTION");
    }
    Ok(Made {
        hashed: sql.clone(),
        // A view whose text an account may not see is printed without one.
        definition: (!body.is_empty()).then_some(sql),
        body,
        home: None,
    })
}

fn trigger(row: Row<'_>) -> Result<Made, DecodeError> {
    let (table, body) = (row.text("table_name")?, row.opt("body").unwrap_or(""));
    let sql = format!(
        "CREATE TRIGGER {} {} {} ON {} FOR EACH ROW {body}",
        quote(row.text("name")?),
        row.text("timing")?,
        row.text("event")?,
        quote(table),
    );
    let position = row.opt("position").unwrap_or("");
    let mode = row.opt("sql_mode").unwrap_or("");
    Ok(Made {
        hashed: format!("{position} {mode} {sql}"),
        definition: (!body.is_empty()).then_some(sql),
        body: body.to_owned(),
        home: Some(table.to_owned()),
    })
}

fn data_type(row: Row<'_>, column: &str) -> String {
    let printed = row.opt(column).unwrap_or("");
    match row.opt("charset") {
        Some(charset) if !printed.to_ascii_lowercase().contains("charset") => {
            format!("{printed} CHARSET {charset}")
        }
        _ => printed.to_owned(),
    }
}

fn routine(flavour: Flavour, catalogs: &Catalogs, row: Row<'_>) -> Result<Made, DecodeError> {
    let (name, kind) = (row.text("name")?, row.text("type")?);
    let mut parameters = Vec::new();
    for parameter in rows(catalogs, "parameters") {
        if parameter.text("routine")? == name && parameter.text("type")? == kind {
            let mode = match (kind, parameter.opt("mode")) {
                ("PROCEDURE", Some(mode)) => format!("{mode} "),
                _ => String::new(),
            };
            let own = quote(parameter.opt("name").unwrap_or(""));
            parameters.push(format!("{mode}{own} {}", data_type(parameter, "data_type")));
        }
    }
    let body = row.opt("body").unwrap_or("");
    let mut sql = format!("CREATE {kind} {}({})", quote(name), parameters.join(", "));
    if kind == "FUNCTION" {
        let _ = write!(sql, " RETURNS {}", data_type(row, "returns"));
    }
    if row.flag("deterministic") {
        sql.push_str(" DETERMINISTIC");
    }
    let _ = write!(sql, " {}", row.opt("access").unwrap_or("CONTAINS SQL"));
    if row.opt("security") == Some("INVOKER") {
        sql.push_str(" SQL SECURITY INVOKER");
    }
    if let Some(comment) = row.opt("comment").filter(|comment| !comment.is_empty()) {
        let _ = write!(sql, " COMMENT {}", literal(comment));
    }
    let _ = write!(sql, " {body}");
    let printable = !body.is_empty()
        && row.opt("language") == Some("SQL")
        && matches!(kind, "FUNCTION" | "PROCEDURE");
    Ok(Made {
        hashed: format!(
            "{} {}",
            row.opt("sql_mode").unwrap_or(""),
            expression(flavour, &sql)
        ),
        definition: printable.then_some(sql),
        body: body.to_owned(),
        home: None,
    })
}

fn event(row: Row<'_>) -> Result<Made, DecodeError> {
    let body = row.opt("body").unwrap_or("");
    let mut sql = format!("CREATE EVENT {} ON SCHEDULE", quote(row.text("name")?));
    if let Some(moment) = row.opt("execute_at") {
        let _ = write!(sql, " AT {}", literal(moment));
    } else {
        let (every, unit) = (
            row.opt("every").unwrap_or(""),
            row.opt("unit").unwrap_or(""),
        );
        let _ = write!(sql, " EVERY {} {unit}", literal(every));
    }
    for (word, column) in [("STARTS", "starts"), ("ENDS", "ends")] {
        if let Some(moment) = row.opt(column) {
            let _ = write!(sql, " {word} {}", literal(moment));
        }
    }
    let _ = write!(
        sql,
        " ON COMPLETION {}",
        row.opt("on_completion").unwrap_or("NOT PRESERVE")
    );
    // Whether it is enabled is left out of the digest: a copy that must not run is the same event.
    let rest = match row.opt("comment").filter(|comment| !comment.is_empty()) {
        Some(comment) => format!(" COMMENT {} DO {body}", literal(comment)),
        None => format!(" DO {body}"),
    };
    let status = match row.opt("status") {
        Some("ENABLED") => "ENABLE",
        _ => "DISABLE",
    };
    Ok(Made {
        hashed: format!("{} {sql}{rest}", row.opt("sql_mode").unwrap_or("")),
        definition: (!body.is_empty()).then(|| format!("{sql} {status}{rest}")),
        body: body.to_owned(),
        home: None,
    })
}
