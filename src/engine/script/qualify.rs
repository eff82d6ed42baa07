//! Which schema or database a name may stand in.

use super::error::Refusal;
use super::ident::shown;
use super::words::{Name, Words};
use super::{Flavor, PieceKind, Reason};

/// Functions that take a `FROM` between their arguments.
const FROM_FUNCTIONS: &[&str] = &["EXTRACT", "TRIM", "SUBSTRING", "SUBSTR", "MID"];

/// Words that end a list of tables.
const CLAUSES: &[&str] = &[
    "SELECT",
    "WHERE",
    "GROUP",
    "HAVING",
    "ORDER",
    "LIMIT",
    "WINDOW",
    "UNION",
    "EXCEPT",
    "INTERSECT",
    "SET",
    "INTO",
    "FOR",
    "DUPLICATE",
    "RETURNING",
];

/// Words before an `UPDATE` that is no statement.
const LOCKS: &[&str] = &["KEY", "ON", "FOR"];

/// Checks the schema of an object that a statement makes or alters; the name stands at `at`.
pub(super) fn object(words: &Words<'_>, at: usize, name: &Name) -> Result<(), Refusal> {
    let Some((_, qualifiers)) = name.parts.split_last() else {
        return Ok(());
    };
    let Some(schema) = qualifiers.last() else {
        return Ok(());
    };
    let reason = match words.flavor {
        Flavor::Mysql | Flavor::Mariadb => Some(Reason::DatabaseInName(shown(schema))),
        _ if qualifiers.len() > 1 => Some(Reason::TooManyParts),
        Flavor::Postgres => postgres_schema(schema),
        Flavor::Sqlite => sqlite_schema(schema),
    };
    reason.map_or(Ok(()), |reason| Err(Refusal::at(at, reason)))
}

/// Why nothing may be declared in this schema of `PostgreSQL`, if so. Names beginning with
/// `pg_` are the system's (manual 18, 5.10.5).
pub(super) fn postgres_schema(schema: &str) -> Option<Reason> {
    if schema == "pg_temp" || schema.starts_with("pg_temp_") {
        return Some(Reason::Temporary);
    }
    let system = schema.starts_with("pg_") || schema == "information_schema";
    system.then(|| Reason::ForeignSchema(shown(schema)))
}

fn sqlite_schema(schema: &str) -> Option<Reason> {
    if schema.eq_ignore_ascii_case("main") {
        return None;
    }
    if schema.eq_ignore_ascii_case("temp") {
        return Some(Reason::Temporary);
    }
    Some(Reason::ForeignSchema(shown(schema)))
}

/// Checks the names that a statement refers to.
pub(super) fn references(words: &Words<'_>, kind: &PieceKind) -> Result<(), Refusal> {
    match words.flavor {
        Flavor::Postgres => temporary_schemas(words),
        Flavor::Mysql | Flavor::Mariadb | Flavor::Sqlite => tables(words, kind),
    }
}

fn temporary_schemas(words: &Words<'_>) -> Result<(), Refusal> {
    for at in 0..words.tokens.len() {
        let qualifier = words.symbol(at + 1, ".") && !words.symbol(at.wrapping_sub(1), ".");
        let Some(part) = words.part(at).filter(|_| qualifier) else {
            continue;
        };
        if part == "pg_temp" || part.starts_with("pg_temp_") {
            return Err(Refusal::at(at, Reason::Temporary));
        }
    }
    Ok(())
}

/// What is known of one level of parentheses.
#[derive(Default)]
struct Level {
    /// Opened behind one of [`FROM_FUNCTIONS`].
    function: bool,
    /// Inside a list of tables.
    listing: bool,
}

/// Looks at the names that stand where the grammar has a table; elsewhere a dot separates a
/// table from its column.
fn tables(words: &Words<'_>, kind: &PieceKind) -> Result<(), Refusal> {
    let mut levels = vec![Level::default()];
    let owned_on = matches!(kind, PieceKind::CreateIndex | PieceKind::CreateTrigger);
    let mut owner = owned_on.then_some(());
    for at in 0..words.tokens.len() {
        if words.symbol(at, "(") {
            let level = levels
                .last()
                .map_or_else(Level::default, |outer| inner(words, at, outer));
            levels.push(level);
        } else if words.symbol(at, ")") {
            levels.pop();
        }
        let Some(level) = levels.last_mut() else {
            break;
        };
        let from =
            words.is(at, "FROM") && !level.function && !words.is(at.wrapping_sub(1), "DISTINCT");
        if words.any(at, CLAUSES) || words.symbol(at, ";") {
            level.listing = false;
        }
        let updates = words.is(at, "UPDATE") && !words.any(at.wrapping_sub(1), LOCKS);
        level.listing |= from || updates;
        let listed = level.listing && (words.symbol(at, ",") || words.symbol(at, "("));
        let owns = words.is(at, "ON") && owner.take().is_some();
        if from || listed || owns || introduces(words, at, kind) {
            table(words, at + 1)?;
        }
        whole(words, at)?;
    }
    Ok(())
}

/// The level that a parenthesis at `at` opens: `FROM (a, b)` goes on with its list.
fn inner(words: &Words<'_>, at: usize, outer: &Level) -> Level {
    let before = at.wrapping_sub(1);
    let opens = words.any(before, &["FROM", "JOIN", "STRAIGHT_JOIN"])
        || words.symbol(before, ",")
        || words.symbol(before, "(");
    Level {
        function: words.any(before, FROM_FUNCTIONS),
        listing: outer.listing && opens,
    }
}

/// Whether a table's (or routine's) name follows this word.
fn introduces(words: &Words<'_>, at: usize, kind: &PieceKind) -> bool {
    const MODIFIERS: &[&str] = &[
        "INSERT",
        "REPLACE",
        "IGNORE",
        "DELAYED",
        "LOW_PRIORITY",
        "HIGH_PRIORITY",
        "ABORT",
    ];
    let before = at.wrapping_sub(1);
    if words.is(at, "UPDATE") {
        return !words.any(before, LOCKS);
    }
    if words.is(at, "INTO") {
        return words.any(before, MODIFIERS);
    }
    if words.is(at, "LIKE") {
        return *kind == PieceKind::CreateTable;
    }
    words.any(
        at,
        &[
            "JOIN",
            "STRAIGHT_JOIN",
            "REFERENCES",
            "CALL",
            "TABLE",
            "EXISTS",
            "USING",
        ],
    )
}

/// Refuses the name at `at` when it is qualified and must not be.
fn table(words: &Words<'_>, at: usize) -> Result<(), Refusal> {
    words
        .name(at)
        .map_or(Ok(()), |name| object(words, at, &name))
}

/// In the `MySQL` family `a.b.c` and `a.b(` always begin with a database.
fn whole(words: &Words<'_>, at: usize) -> Result<(), Refusal> {
    let starts = words.symbol(at + 1, ".") && !words.symbol(at.wrapping_sub(1), ".");
    if !words.flavor.is_mysql_family() || !starts {
        return Ok(());
    }
    let Some(name) = words.name(at) else {
        return Ok(());
    };
    let routine = name.parts.len() == 2 && words.symbol(name.end, "(");
    if name.parts.len() > 2 || routine {
        let database = name
            .parts
            .first()
            .map(|part| shown(part))
            .unwrap_or_default();
        return Err(Refusal::at(at, Reason::DatabaseInName(database)));
    }
    Ok(())
}
