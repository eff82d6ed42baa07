//! Views, routines, triggers and events.

use super::names::{depends_on, quoted_words, words};
use super::{expression, modes, opaque, put, rows, view};
use crate::engine::error::DecodeError;
use crate::engine::kind::Server;
use crate::engine::mysql::render::{literal, quote};
use crate::engine::mysql::version::Flavour;
use crate::engine::statement::{Catalogs, Row};
use crate::engine::target::Scope;
use crate::schema::{Attribute, Attributes, Defined, Dependency, Kind, Name, ObjectKey, Schema};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Views, routines, triggers and events.
pub(super) fn read(
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
    let mut add = |kind: Kind, row: Row<'_>, made: Made| -> Result<(), DecodeError> {
        let name = row.text("name")?;
        let home = made.home.as_deref();
        let words = match kind {
            Kind::View => quoted_words(&made.body),
            _ => words(&made.body),
        };
        let leans = depends_on(&columns, name, &words, home);
        // Text of another language (`MariaDB` knowledge base, "SQL_MODE=ORACLE").
        let own = row.opt("sql_mode").unwrap_or("");
        if own.split(',').any(|mode| mode == "ORACLE") {
            opaque::listed(schema, kind.as_str(), name, &made.hashed);
            return Ok(());
        }
        let Some(definition) = made.definition else {
            // Its text is hidden from this account, so it is no more than listed.
            opaque::hidden(schema, kind, name, &made.hashed, leans);
            return Ok(());
        };
        let key = match home {
            Some(home) => ObjectKey::part(kind, Name::bare(home), name),
            None => ObjectKey::new(kind, Name::bare(name)),
        };
        // The server keeps no dependencies; a view is looked into when it is made, bodies are not.
        let (depends_on, mentions) = match kind {
            Kind::View => (leans, Vec::new()),
            _ => (home.map(whole).into_iter().collect(), leans),
        };
        let mut attributes = Attributes::new();
        let modes = modes::reading(own, server.setting("sql_mode"), &definition);
        put(&mut attributes, Attribute::SqlMode, modes.as_deref());
        let object = Defined {
            hash: hex::encode(Sha256::digest(made.hashed.as_bytes())),
            definition,
            face: Vec::new(),
            attributes,
            depends_on,
            mentions,
            uses: Vec::new(),
            strangers: Vec::new(),
            rights: Vec::new(),
        };
        schema.objects.insert(key, object);
        Ok(())
    };
    let prints = view::prints(catalogs);
    for row in rows(catalogs, "views") {
        let name = row.text("name")?;
        if !scope.excludes(name) {
            add(
                Kind::View,
                row,
                view::read(database, row, prints.get(name))?,
            )?;
        }
    }
    for row in rows(catalogs, "triggers") {
        if !scope.excludes(row.text("table_name")?) {
            add(Kind::Trigger, row, trigger(row)?)?;
        }
    }
    let mut packages = Vec::new();
    for row in rows(catalogs, "routines") {
        match row.text("type")? {
            "FUNCTION" => add(Kind::Function, row, routine(flavour, catalogs, row)?)?,
            "PROCEDURE" => add(Kind::Procedure, row, routine(flavour, catalogs, row)?)?,
            // Packages of `MariaDB`'s Oracle mode.
            other => packages.push((other.to_lowercase(), row)),
        }
    }
    for row in rows(catalogs, "events") {
        add(Kind::Event, row, event(row)?)?;
    }
    for (kind, row) in packages {
        opaque::listed(
            schema,
            &kind,
            row.text("name")?,
            row.opt("body").unwrap_or(""),
        );
    }
    routines_in_views(schema);
    triggers_in_turn(catalogs, schema)
}

fn whole(table: &str) -> Dependency {
    Dependency {
        table: Name::bare(table),
        column: None,
    }
}

/// Table, timing and event.
type Moment<'a> = (&'a str, &'a str, &'a str);

/// A trigger needs the one that fires before it (`ACTION_ORDER`; `MySQL` 8.4 manual, 28.3.45).
fn triggers_in_turn(catalogs: &Catalogs, schema: &mut Schema) -> Result<(), DecodeError> {
    let mut turns: BTreeMap<Moment<'_>, Vec<(u32, ObjectKey)>> = BTreeMap::new();
    for row in rows(catalogs, "triggers") {
        let table = row.text("table_name")?;
        let key = ObjectKey::part(Kind::Trigger, Name::bare(table), row.text("name")?);
        if schema.objects.contains_key(&key) {
            let position = row.text("position")?.parse().unwrap_or(u32::MAX);
            let moment = (table, row.text("timing")?, row.text("event")?);
            turns.entry(moment).or_default().push((position, key));
        }
    }
    for mut turn in turns.into_values() {
        turn.sort();
        for pair in turn.windows(2) {
            if let [(_, before), (_, key)] = pair
                && let Some(object) = schema.objects.get_mut(key)
            {
                object.uses = vec![before.clone()];
            }
        }
    }
    Ok(())
}

/// A view needs the functions it calls when it is made; their names in its text tell.
fn routines_in_views(schema: &mut Schema) {
    let functions: BTreeMap<String, ObjectKey> = schema
        .objects
        .keys()
        .filter(|key| key.kind == Kind::Function)
        .map(|key| (key.name.name.to_lowercase(), key.clone()))
        .collect();
    for (key, object) in &mut schema.objects {
        if key.kind == Kind::View {
            let words = words(&object.definition);
            let called = functions.iter().filter(|(name, _)| words.contains(*name));
            object.uses = called.map(|(_, key)| key.clone()).collect();
        }
    }
}

/// An object's print in parts: what it does, what its digest is of, how it is made again.
pub(super) struct Made {
    pub(super) body: String,
    pub(super) hashed: String,
    pub(super) definition: Option<String>,
    pub(super) home: Option<String>,
}

/// The body without what a client that sends several statements at once leaves at its end.
fn body(row: Row<'_>) -> &str {
    let end: &[char] = &[';', ' ', '\t', '\r', '\n'];
    row.opt("body").unwrap_or("").trim_end_matches(end)
}

fn trigger(row: Row<'_>) -> Result<Made, DecodeError> {
    let (table, body) = (row.text("table_name")?, body(row));
    let sql = format!(
        "CREATE TRIGGER {} {} {} ON {} FOR EACH ROW {body}",
        quote(row.text("name")?),
        row.text("timing")?,
        row.text("event")?,
        quote(table),
    );
    Ok(Made {
        hashed: sql.clone(),
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
    let body = body(row);
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
        hashed: expression(flavour, &sql),
        definition: printable.then_some(sql),
        body: body.to_owned(),
        home: None,
    })
}

fn event(row: Row<'_>) -> Result<Made, DecodeError> {
    let body = body(row);
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
        hashed: format!("{sql}{rest}"),
        definition: (!body.is_empty()).then(|| format!("{sql} {status}{rest}")),
        body: body.to_owned(),
        home: None,
    })
}
