//! What an engine has to do for one change.

use super::statement::Statement;
use crate::schema::{Name, ObjectKey};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A statement of a plan with what is known of it before it runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// When it runs; steps of one phase keep the order in which they were made.
    pub phase: Phase,
    /// What it changes.
    pub object: Object,
    /// What is run. More than one only where they must not be parted (a rebuild).
    pub statements: Vec<Statement>,
    /// The strongest lock it takes.
    pub lock: Lock,
    /// How much work it is.
    pub work: Work,
}

/// The phases of a plan. The order of the variants is the order of execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// Views, triggers and whatever else stands in the way of what follows.
    SetAside,
    /// Namespaces, extensions, types and routines that tables need.
    Prepare,
    /// Foreign keys that go, so that nothing below is held back by them.
    DropForeignKeys,
    /// Indexes, checks and unique constraints that go.
    DropParts,
    /// Tables that get another name.
    RenameTables,
    /// Tables that go.
    DropTables,
    /// New tables without their foreign keys.
    CreateTables,
    /// Columns and attributes of tables.
    AlterTables,
    /// Routines that need tables.
    MakeRoutines,
    /// Keys, unique constraints and checks that come.
    AddParts,
    /// Indexes that come.
    BuildIndexes,
    /// Foreign keys that come.
    AddForeignKeys,
    /// Views, routines, triggers and comments.
    Finish,
    /// Types, sequences and routines that nothing needs any more, and namespaces (only when undoing).
    Retire,
}

/// The object a step changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Object {
    /// `table`, `column`, `index`, `foreign key`, `check`, `unique`, `primary key`, `schema`, …
    pub kind: String,
    /// The table, or the object itself when it is no part of a table.
    pub name: Name,
    /// The part of the table; empty for the table itself.
    pub part: String,
}

impl Object {
    /// A part of a table.
    pub fn part(kind: &str, table: &Name, part: &str) -> Self {
        Self {
            kind: kind.to_owned(),
            name: table.clone(),
            part: part.to_owned(),
        }
    }

    /// A table.
    pub fn table(table: &Name) -> Self {
        Self::part("table", table, "")
    }
}

impl From<&ObjectKey> for Object {
    fn from(key: &ObjectKey) -> Self {
        Self::part(key.kind.as_str(), &key.name, &key.part)
    }
}

impl std::fmt::Display for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.part.is_empty() {
            write!(f, "{} {}", self.kind, self.name)
        } else {
            write!(f, "{} {}.{}", self.kind, self.name, self.part)
        }
    }
}

/// The strongest lock a step takes on an existing table, from weak to strong.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "camelCase")]
pub enum Lock {
    /// None on anything that existed before the plan.
    None,
    /// Readers and writers go on.
    Shared,
    /// Readers go on, writers wait.
    BlocksWrites,
    /// Readers and writers wait.
    BlocksAll,
}

/// How much work a step is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "camelCase")]
pub enum Work {
    /// The catalog only, whatever the table's size.
    Metadata,
    /// Every row is read.
    Scan,
    /// An index is built.
    IndexBuild,
    /// Every row is written again in place.
    Rewrite,
    /// The table is copied.
    Copy,
}

/// A change that cannot be made, and what to do instead.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, thiserror::Error,
)]
#[error("{object}: {reason}; {instead}")]
pub struct Unsupported {
    /// What would have been changed.
    pub object: Object,
    /// Why it is refused.
    pub reason: String,
    /// What a person can do.
    pub instead: String,
}

/// What came of lowering a difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lowered {
    /// Steps in any order of phases; the planner sorts them stably.
    pub steps: Vec<Step>,
    /// What could not be lowered. A plan with any of these is not offered.
    pub unsupported: Vec<Unsupported>,
}
