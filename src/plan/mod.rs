//! From a difference to a plan one can sign: ordered, judged, estimated, reversible, hashed.
//!
//! Invariant: pure. Facts about rows come in as [`Facts`]; an [`ApprovedPlan`] is made only by
//! the gate ([`judge`], [`judge_rehearsal`]), and nothing else can be executed.
//!
//! May import: `schema`, `engine` (values only, no connection).

mod care;
mod draft;
mod estimate;
mod gate;
mod identity;
mod reversal;
mod risk;
mod summary;
mod swap;

pub use draft::{Draft, Plan, PlannedStep, Proof, draft};
pub use estimate::Estimate;
pub use gate::{
    Advice, Approval, ApprovedPlan, Policy, RuleOverride, Verdict, Worth, judge, judge_rehearsal,
    judged,
};
pub use identity::{Fingerprint, PlanId};
pub use reversal::{Reversal, ReversalClass};
pub use risk::{Facts, Finding, Kind, Rule, Scene, Severity, questions};
pub use summary::{Counts, Summary};
