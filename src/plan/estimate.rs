//! How long a step takes, as an interval.

use crate::engine::{Question, Step, Work};
use crate::plan::risk::Facts;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An interval in milliseconds, and what it rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    /// Half of all runs take less.
    pub p50_ms: u64,
    /// Nineteen runs of twenty take less.
    pub p95_ms: u64,
}

/// Rows per second assumed before this target has any history of its own: wide on purpose. Scans
/// and rewrites are bounded by storage, index builds by sorting.
const fn rates(work: Work) -> Option<(u64, u64)> {
    match work {
        Work::Metadata => None,
        Work::Scan => Some((2_000_000, 200_000)),
        Work::IndexBuild => Some((500_000, 50_000)),
        Work::Rewrite => Some((300_000, 30_000)),
        Work::Copy => Some((200_000, 20_000)),
    }
}

/// A change of the catalog alone, in milliseconds.
const METADATA_MS: (u64, u64) = (5, 250);

/// Rows assumed where they could not be counted.
const UNKNOWN_ROWS: u64 = 1_000_000;

impl std::fmt::Display for Estimate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "about {} to {} ms", self.p50_ms, self.p95_ms)
    }
}

impl Estimate {
    /// The estimate for one step.
    pub fn of(step: &Step, facts: &Facts) -> Self {
        Self::of_rows(
            step.work,
            facts.get(&Question::Rows(step.object.name.clone())),
        )
    }

    /// The estimate for work on so many rows.
    pub(super) fn of_rows(work: Work, rows: Option<u64>) -> Self {
        let (p50, p95) = METADATA_MS;
        match rates(work) {
            None => Self {
                p50_ms: p50,
                p95_ms: p95,
            },
            Some((fast, slow)) => {
                let rows = rows.unwrap_or(UNKNOWN_ROWS);
                Self {
                    p50_ms: p50 + rows.saturating_mul(1_000) / fast,
                    p95_ms: p95 + rows.saturating_mul(1_000) / slow,
                }
            }
        }
    }

    /// Both intervals one after the other.
    #[must_use]
    pub const fn then(self, next: Self) -> Self {
        Self {
            p50_ms: self.p50_ms + next.p50_ms,
            p95_ms: self.p95_ms + next.p95_ms,
        }
    }
}
