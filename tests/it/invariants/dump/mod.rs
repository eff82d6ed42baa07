//! What an engine says itself of a schema: `pg_dump`, `SHOW CREATE`, `sqlite_schema`. Nothing of the
//! program's own reading is in it, so what its model does not see cannot hide here.
//!
//! A dump is taken apart only as far as two of them can be compared without a word about what means
//! nothing: the order in which objects are printed, and the order of constraints inside a table.

mod mysql;
mod postgres;
mod sqlite;

use super::lab::World;
use driftless::engine::Engine;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// One object as its engine prints it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// A table's columns, one line each, in the engine's order.
    pub(super) columns: Vec<String>,
    /// Everything else; lines whose order means nothing.
    pub(super) rest: Vec<String>,
}

/// All objects, by kind and name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Dump(pub(super) BTreeMap<Object, Entry>);

/// What the engine calls an object, and its name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Object {
    /// `TABLE`, `INDEX`, `VIEW`, …
    pub(super) kind: String,
    /// The name, with its namespace where there are any.
    pub(super) name: String,
}

/// Whether the order of columns is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Columns {
    InOrder,
    AnyOrder,
}

impl Entry {
    /// A thing that is one text.
    pub(super) fn text(text: &str) -> Self {
        Self {
            columns: Vec::new(),
            rest: vec![text.trim().to_owned()],
        }
    }

    pub(super) fn lines(&self, order: Columns) -> Vec<&str> {
        let mut columns: Vec<&str> = self.columns.iter().map(String::as_str).collect();
        if order == Columns::AnyOrder {
            columns.sort_unstable();
        }
        let mut rest: Vec<&str> = self.rest.iter().map(String::as_str).collect();
        rest.sort_unstable();
        columns.extend(rest);
        columns
    }
}

impl Dump {
    /// Asks the engine.
    pub(super) async fn of(world: &World) -> Result<Self, String> {
        match world.engine {
            Engine::Postgres => postgres::dump(world).await,
            Engine::Mysql | Engine::Mariadb => mysql::dump(world).await,
            Engine::Sqlite => sqlite::dump(world).await,
        }
    }

    /// Without the settings of the file, which are no part of a schema and belong to one database.
    pub(super) fn without_settings(mut self) -> Self {
        self.0.retain(|object, _| object.kind != "PRAGMA");
        self
    }

    /// As anybody would have made it: without the names a server makes up (those of MySQL and
    /// MariaDB are gone already) and without the account that made it.
    pub(super) fn whoever_made_it(self, engine: Engine) -> Self {
        match engine {
            Engine::Postgres => postgres::without_made_up_names(self),
            Engine::Mysql | Engine::Mariadb => mysql::without_definers(self),
            Engine::Sqlite => self,
        }
    }

    fn add(&mut self, kind: &str, name: &str, entry: Entry) {
        let object = Object {
            kind: kind.to_owned(),
            name: name.to_owned(),
        };
        let at = self.0.entry(object).or_default();
        at.columns.extend(entry.columns);
        at.rest.extend(entry.rest);
    }

    /// What two dumps differ in, for people; empty when in nothing.
    pub(super) fn differences(&self, other: &Self, order: Columns) -> String {
        let objects: BTreeSet<&Object> = self.0.keys().chain(other.0.keys()).collect();
        let mut told = String::new();
        for object in objects {
            let lines = |dump: &'_ Self| -> Vec<String> {
                let entry = dump.0.get(object);
                let lines = entry.map(|entry| entry.lines(order)).unwrap_or_default();
                lines.into_iter().map(str::to_owned).collect()
            };
            let (left, right) = (lines(self), lines(other));
            if left == right && self.0.contains_key(object) == other.0.contains_key(object) {
                continue;
            }
            writeln!(told, "{} {}", object.kind, object.name).unwrap();
            let (left, right) = (left.join("\n"), right.join("\n"));
            let changes = similar::TextDiff::from_lines(&left, &right);
            for change in changes.iter_all_changes() {
                if change.tag() != similar::ChangeTag::Equal {
                    writeln!(told, "  {}{}", change.tag(), change.value().trim_end()).unwrap();
                }
            }
        }
        told
    }
}
