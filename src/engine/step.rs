//! What an engine has to do for one change.

use super::statement::Statement;
use crate::schema::{Name, ObjectKey};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::ops::Range;

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
    /// Whether it shares a transaction.
    pub mode: Mode,
    /// What is left of it when it fails, if anything.
    pub leftover: Option<Leftover>,
    /// Other ways to run it, best first, where only the server knows which of them it takes.
    pub rungs: Vec<Rung>,
}

/// One way to run a step, in which the server is told what it may do, so that it refuses rather than
/// do more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rung {
    /// What is run.
    pub statement: Statement,
    /// The strongest lock it takes then.
    pub lock: Lock,
    /// How much work it is then.
    pub work: Work,
}

impl Step {
    /// The step as it runs that way.
    pub fn settle(&mut self, rung: Rung) {
        self.statements = vec![rung.statement];
        self.lock = rung.lock;
        self.work = rung.work;
        self.rungs.clear();
    }
}

/// Whether a step shares a transaction.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "camelCase")]
pub enum Mode {
    /// With the joined steps around it: all of them or none.
    Joined,
    /// By itself, outside any transaction of ours.
    Alone,
}

/// What a step that failed outside a transaction leaves behind: in nobody's way but the next try's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leftover {
    /// Answers a row where it is there.
    pub sign: Statement,
    /// Takes it away.
    pub removal: Statement,
}

/// Which steps run together, by their positions: joined neighbours share a transaction, what stands
/// alone is a group of its own. Where not all share one anyway, none locks two tables strongly, one
/// after the other, except to exchange their names: that is where others deadlock with us.
pub fn groups<'a>(steps: impl IntoIterator<Item = &'a Step>) -> Vec<Range<usize>> {
    let steps: Vec<&Step> = steps.into_iter().collect();
    let whole = steps.iter().all(|step| step.mode == Mode::Joined);
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut hot: Option<&Name> = None;
    for (at, step) in steps.iter().enumerate() {
        let locked = (step.lock >= Lock::BlocksWrites).then_some(&step.object.name);
        let second = locked.is_some() && hot.is_some() && locked != hot;
        let exchange = step.phase == Phase::RenameTables;
        let before = at.checked_sub(1).map(|at| steps[at].mode);
        let joins = step.mode == Mode::Joined
            && before == Some(Mode::Joined)
            && (whole || exchange || !second);
        match groups.last_mut() {
            Some(group) if joins => group.end = at + 1,
            _ => {
                groups.push(at..at + 1);
                hot = None;
            }
        }
        hot = locked.or(hot);
    }
    groups
}

/// The phases of a plan. The order of the variants is the order of execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// Labels that enums gain, before anything that uses them.
    AddLabels,
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

#[cfg(test)]
mod tests {
    use super::*;
    use Mode::{Alone, Joined};

    fn step(mode: Mode, table: &str, lock: Lock) -> Step {
        Step {
            phase: Phase::AlterTables,
            object: Object::table(&Name::bare(table)),
            statements: Vec::new(),
            lock,
            work: Work::Metadata,
            mode,
            leftover: None,
            rungs: Vec::new(),
        }
    }

    /// From and up to which position each group goes.
    fn bounds(steps: &[Step]) -> Vec<(usize, usize)> {
        let groups = groups(steps).into_iter();
        groups.map(|group| (group.start, group.end)).collect()
    }

    #[test]
    fn neighbours_join_and_the_rest_stands_alone() {
        let of = |modes: &[Mode]| {
            let steps = modes.iter().map(|mode| step(*mode, "t", Lock::BlocksAll));
            bounds(&steps.collect::<Vec<_>>())
        };
        assert!(of(&[]).is_empty());
        assert_eq!(of(&[Joined, Joined]), [(0, 2)]);
        assert_eq!(of(&[Alone, Alone]), [(0, 1), (1, 2)]);
        assert_eq!(
            of(&[Joined, Joined, Alone, Joined, Alone, Joined, Joined]),
            [(0, 2), (2, 3), (3, 4), (4, 5), (5, 7)]
        );
    }

    /// LK012.
    #[test]
    fn a_group_locks_one_table_strongly() {
        let on = |table, lock| step(Joined, table, lock);
        let mut steps = vec![
            on("a", Lock::BlocksAll),
            on("new", Lock::None),
            on("a", Lock::BlocksWrites),
            on("b", Lock::Shared),
            on("b", Lock::BlocksWrites),
        ];
        assert_eq!(
            bounds(&steps),
            [(0, 5)],
            "one transaction is one transaction"
        );
        steps.push(step(Alone, "b", Lock::Shared));
        assert_eq!(bounds(&steps), [(0, 4), (4, 5), (5, 6)]);
        steps[4].phase = Phase::RenameTables;
        assert_eq!(bounds(&steps), [(0, 5), (5, 6)]);
    }
}
