//! Refuses what would break an object that is not modelled.

use super::Lowering;
use crate::engine::Object;
use crate::schema::{Change, Name, OpaqueKey};

/// What is about to happen to a table or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Harm {
    Drop,
    Rename,
    Retype,
}

impl Harm {
    /// Kinds that the server carries through by itself: what keeps a tree of the query or the
    /// condition (52 "System Catalogs": `pg_rewrite`, `pg_policy`, `pg_statistic_ext`) follows a
    /// rename, statistics follow a change of type. Texts of routines follow nothing.
    fn is_carried(self, kind: &str, whole_table: bool) -> bool {
        match self {
            Self::Drop => false,
            Self::Rename if whole_table => matches!(
                kind,
                "view" | "materialized view" | "statistics" | "publication" | "sequence" | "table"
            ),
            Self::Rename => !matches!(kind, "function" | "procedure" | "trigger"),
            Self::Retype => matches!(kind, "statistics" | "sequence"),
        }
    }
}

/// Whether nothing that stays leans on a table (or on a column of it, by observed names);
/// otherwise the change is refused, naming what leans on it.
pub(super) fn allows(
    lowering: &mut Lowering<'_>,
    harm: Harm,
    table: &Name,
    column: Option<&str>,
    object: &Object,
) -> bool {
    let Some(key) = dependent(lowering, harm, table, column) else {
        return true;
    };
    let verb = match harm {
        Harm::Drop => "dropped",
        Harm::Rename => "renamed",
        Harm::Retype => "given another type",
    };
    lowering.refuse(
        object.clone(),
        format!(
            "it cannot be {verb} while {} {} depends on it",
            key.kind, key.name
        ),
        format!(
            "drop {} {} first, and create it again afterwards",
            key.kind, key.name
        ),
    );
    false
}

fn dependent(
    lowering: &Lowering<'_>,
    harm: Harm,
    table: &Name,
    column: Option<&str>,
) -> Option<OpaqueKey> {
    let goes = |key: &OpaqueKey| {
        lowering
            .delta
            .changes
            .iter()
            .any(|change| matches!(change, Change::DropOpaque(gone, _) if gone == key))
    };
    let leans = |on: &crate::schema::Dependency| {
        on.table == *table && (column.is_none() || on.column.as_deref() == column)
    };
    lowering
        .delta
        .schemas
        .observed
        .opaque
        .iter()
        .find(|(key, opaque)| {
            opaque.depends_on.iter().any(leans)
                && !harm.is_carried(&key.kind, column.is_none())
                && !goes(key)
        })
        .map(|(key, _)| key.clone())
}
