//! How steps are made: whether they go out of others' way, and where that is not needed.

use crate::schema::Name;
use std::collections::BTreeSet;

/// Whether the engine's ways to change a table without keeping others waiting are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Online {
    /// On tables that were there before, unless they are known to be empty.
    #[default]
    Auto,
    /// Nowhere.
    Never,
}

/// How the steps for a difference are made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    online: Online,
    empty: BTreeSet<Name>,
}

impl Manner {
    /// The shortest way, whoever has to wait: for scratch, for copies, for tables nobody uses.
    pub fn plain() -> Self {
        Self {
            online: Online::Never,
            empty: BTreeSet::new(),
        }
    }

    /// As asked for, but for tables (under any name they have in a difference) without a row.
    pub fn of(online: Online, empty: BTreeSet<Name>) -> Self {
        Self { online, empty }
    }

    /// The same where nothing is known of rows.
    #[must_use]
    pub fn unknowing(&self) -> Self {
        Self::of(self.online, BTreeSet::new())
    }

    /// Whether those who use a table that was there before are spared.
    pub fn spares(&self, table: &Name) -> bool {
        match self.online {
            Online::Auto => !self.empty.contains(table),
            Online::Never => false,
        }
    }
}
