//! What absence from a declaration means, for each family of objects.

use super::Kind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What happens to objects that exist and are not declared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Prune {
    /// Dropped if an earlier applied declaration held them; left alone otherwise.
    #[default]
    Owned,
    /// Dropped.
    Exact,
    /// Left alone.
    Keep,
}

/// Objects that share a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Family {
    /// Tables.
    Table,
    /// Columns of declared tables.
    Column,
    /// Indexes.
    Index,
    /// Keys, foreign keys, checks, exclusion constraints.
    Constraint,
    /// Views and what hangs on them.
    View,
    /// Functions and procedures.
    Routine,
    /// Triggers, rules, policies, events.
    Trigger,
    /// Types.
    Enum,
    /// Sequences.
    Sequence,
    /// Grants.
    Grant,
    /// Everything else.
    Other,
}

impl Family {
    /// The family of a kind of object.
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::View | Kind::MaterializedView | Kind::ViewIndex => Self::View,
            Kind::Function | Kind::Procedure => Self::Routine,
            Kind::Trigger | Kind::Rule | Kind::Policy | Kind::Event => Self::Trigger,
            Kind::Enum
            | Kind::RangeType
            | Kind::CompositeType
            | Kind::Domain
            | Kind::DomainCheck => Self::Enum,
            Kind::Sequence => Self::Sequence,
            Kind::Grant => Self::Grant,
            Kind::Exclusion | Kind::Temporal => Self::Constraint,
            Kind::Extension | Kind::Collation | Kind::Statistics => Self::Other,
        }
    }
}

/// The rules for all families.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pruning {
    /// For families not named below.
    pub default: Prune,
    /// For these.
    pub families: BTreeMap<Family, Prune>,
}

impl From<Prune> for Pruning {
    fn from(default: Prune) -> Self {
        Self {
            default,
            families: BTreeMap::new(),
        }
    }
}

impl Pruning {
    /// Inside a table that is declared the rest of columns, indexes and constraints is dropped;
    /// nothing else is.
    pub fn inside() -> Self {
        let inside = [Family::Column, Family::Index, Family::Constraint];
        Self {
            default: Prune::Keep,
            families: inside.map(|family| (family, Prune::Exact)).into(),
        }
    }

    /// The rule for one family.
    pub fn of(&self, family: Family) -> Prune {
        self.families.get(&family).copied().unwrap_or(self.default)
    }

    /// Whether something undeclared stays; `owned` when an earlier declaration held it.
    pub(super) fn keeps(&self, family: Family, owned: bool) -> bool {
        match self.of(family) {
            Prune::Owned => !owned,
            Prune::Exact => false,
            Prune::Keep => true,
        }
    }
}
