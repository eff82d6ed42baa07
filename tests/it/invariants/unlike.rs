//! Differences between two dumps that are known, each with its reason.

use super::dump::{Columns, Dump};
use driftless::engine::Engine;
use serde::Deserialize;

/// One known difference.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Unlike {
    /// Which comparison it is about.
    pub(crate) at: At,
    /// On which engines; on all when absent.
    #[serde(default)]
    pub(crate) engines: Vec<String>,
    /// What differs and nothing else.
    pub(crate) only: Only,
    /// Why it must.
    pub(crate) because: String,
}

/// Two dumps that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum At {
    /// What was printed, loaded elsewhere, and the original.
    Printed,
    /// The migrated database, and one into which the declaration was loaded.
    Arrival,
    /// The database after the way back, and as it was first.
    Back,
    /// A database whose plan was interrupted, and one whose was not.
    Resumed,
}

/// What may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Only {
    /// The order of columns.
    ColumnOrder,
    /// More than that; the reason says what.
    Text,
}

impl Unlike {
    fn is_about(&self, at: At, engine: Engine) -> bool {
        self.at == at
            && (self.engines.is_empty() || self.engines.iter().any(|name| name == engine.as_str()))
    }
}

/// Compares, with what is known of the difference. One that is said and not seen is wrong, too.
pub(super) fn compare(
    known: &[Unlike],
    at: At,
    engine: Engine,
    found: &Dump,
    wanted: &Dump,
) -> Result<(), String> {
    let seen = differs(known, at, engine, found, wanted)?;
    all_seen(known, at, engine, seen)
}

/// Whether what is said of a comparison was seen in one of several.
pub(super) fn all_seen(known: &[Unlike], at: At, engine: Engine, seen: bool) -> Result<(), String> {
    match known.iter().find(|unlike| unlike.is_about(at, engine)) {
        Some(Unlike { only, .. }) if !seen => Err(format!(
            "the case says that {only:?} differs, but it does not"
        )),
        _ => Ok(()),
    }
}

/// Whether the two differ; an error where they do otherwise than is known.
pub(super) fn differs(
    known: &[Unlike],
    at: At,
    engine: Engine,
    found: &Dump,
    wanted: &Dump,
) -> Result<bool, String> {
    let known = known.iter().find(|unlike| unlike.is_about(at, engine));
    let ordered = found.differences(wanted, Columns::InOrder);
    let unordered = found.differences(wanted, Columns::AnyOrder);
    let seen = match (ordered.is_empty(), unordered.is_empty()) {
        (true, _) => None,
        (false, true) => Some(Only::ColumnOrder),
        (false, false) => Some(Only::Text),
    };
    match (seen, known.map(|unlike| unlike.only)) {
        (None, _) => Ok(false),
        (seen, said) if seen == said => Ok(true),
        (Some(Only::ColumnOrder), _) => Err(format!("the order of columns differs\n{ordered}")),
        (_, _) => Err(format!(
            "the engine prints (- found, + wanted)\n{unordered}"
        )),
    }
}

#[test]
fn a_difference_is_said_and_seen_or_neither() {
    use super::dump::{Entry, Object};
    let dump = |columns: &[&str], rest: &str| {
        let object = Object {
            kind: "TABLE".to_owned(),
            name: "t".to_owned(),
        };
        let entry = Entry {
            columns: columns.iter().map(|&column| column.to_owned()).collect(),
            rest: vec![rest.to_owned()],
        };
        Dump([(object, entry)].into())
    };
    let said = |only| Unlike {
        at: At::Back,
        engines: vec!["sqlite".to_owned()],
        only,
        because: "a test".to_owned(),
    };
    let tried = |known: &[Unlike], engine, found: &Dump| {
        compare(known, At::Back, engine, found, &dump(&["a", "b"], "x")).is_ok()
    };
    let (same, moved, other) = (
        dump(&["a", "b"], "x"),
        dump(&["b", "a"], "x"),
        dump(&["a", "b"], "y"),
    );
    let (order, text) = ([said(Only::ColumnOrder)], [said(Only::Text)]);
    assert!(tried(&[], Engine::Sqlite, &same));
    assert!(!tried(&[], Engine::Sqlite, &moved) && !tried(&[], Engine::Sqlite, &other));
    assert!(tried(&order, Engine::Sqlite, &moved) && tried(&text, Engine::Sqlite, &other));
    // Said, but not seen; seen, but more of it; said of another engine.
    assert!(!tried(&order, Engine::Sqlite, &same) && !tried(&text, Engine::Sqlite, &same));
    assert!(!tried(&order, Engine::Sqlite, &other) && !tried(&text, Engine::Sqlite, &moved));
    assert!(!tried(&order, Engine::Postgres, &moved));
    assert!(!tried(&[], Engine::Sqlite, &Dump::default()));
}
