//! What columns are made of on each engine.

use driftless::engine::Engine;

/// Values of one kind; types of a family hold what the rows hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Whole,
    Text,
    Decimal,
    Time,
    Truth,
}

pub(super) const FAMILIES: [Family; 5] = [
    Family::Whole,
    Family::Text,
    Family::Decimal,
    Family::Time,
    Family::Truth,
];

/// The types of a family.
pub(super) fn types(engine: Engine, family: Family) -> &'static [&'static str] {
    match (engine, family) {
        (Engine::Sqlite, Family::Whole) => &["INTEGER", "INT", "BIGINT"],
        (Engine::Sqlite, Family::Text) => &["TEXT", "VARCHAR(20)"],
        (Engine::Sqlite, Family::Decimal) => &["NUMERIC", "DECIMAL(10,2)"],
        (Engine::Sqlite, Family::Time) => &["TEXT", "DATETIME"],
        (Engine::Sqlite, Family::Truth) => &["BOOLEAN", "INTEGER"],
        (_, Family::Whole) => &["smallint", "int", "bigint"],
        (_, Family::Text) => &["varchar(20)", "varchar(40)", "varchar(300)", "text"],
        (_, Family::Decimal) => &["numeric(8,2)", "numeric(10,2)", "numeric(12,4)"],
        (Engine::Postgres, Family::Time) => &["date", "timestamp"],
        (_, Family::Time) => &["date", "datetime"],
        (_, Family::Truth) => &["boolean"],
    }
}

/// Defaults of a family.
pub(super) fn defaults(engine: Engine, family: Family) -> &'static [&'static str] {
    match family {
        Family::Whole => &["0", "7", "-1"],
        Family::Text => &["''", "'it''s'", "'a,b'", "'ü'"],
        Family::Decimal => &["0", "1.5"],
        Family::Time => &["'2024-02-29'"],
        Family::Truth if engine == Engine::Sqlite => &["0", "1"],
        Family::Truth => &["true", "false"],
    }
}

/// Whether a column of the type may have a plain default and stand in a key as a whole.
pub(super) fn is_plain(engine: Engine, data_type: &str) -> bool {
    match engine {
        Engine::Mysql | Engine::Mariadb => data_type != "text",
        Engine::Postgres | Engine::Sqlite => true,
    }
}

/// The `n`th value of a family; another for each `n`, but for truths.
pub(super) fn value(engine: Engine, family: Family, n: usize) -> String {
    match family {
        Family::Whole => n.to_string(),
        Family::Text => format!("'v{n}'"),
        Family::Decimal => format!("{n}.25"),
        Family::Time => format!("'2024-01-{n:02}'"),
        Family::Truth if engine == Engine::Sqlite => (n % 2).to_string(),
        Family::Truth => n.is_multiple_of(2).to_string(),
    }
}

/// A condition that every value holds.
pub(super) fn condition(engine: Engine, family: Family, column: &str, n: usize) -> String {
    let column = quote(engine, column);
    match family {
        Family::Whole => format!("{column} > -{}", n + 100),
        Family::Text => format!("{column} <> 'x{n}'"),
        Family::Decimal => format!("{column} < {}", n + 50_000),
        Family::Time | Family::Truth => format!("{column} IS NOT NULL OR 1 < {}", n + 2),
    }
}

/// A name in quotes.
pub(super) fn quote(engine: Engine, name: &str) -> String {
    match engine {
        Engine::Mysql | Engine::Mariadb => format!("`{name}`"),
        Engine::Postgres | Engine::Sqlite => format!("\"{name}\""),
    }
}
