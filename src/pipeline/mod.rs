//! The one corridor: observe, compare, plan, prove, apply. Every front door goes through here.
//!
//! Invariant: a plan that is offered was replayed in scratch, forward and back; a difference that
//! is not understood is a [`Refusal`], never an empty plan. Nothing here knows Kubernetes.
//!
//! May import: `schema`, `engine`, `plan`, `backup`, `history`, `execute`.

mod apply;
mod back_up;
mod chronicle;
mod desired;
mod intent;
mod memory;
mod preview;
mod prove;
mod refusal;
mod rollback;
mod validate;

pub use apply::{Applied, apply};
pub use back_up::back_up;
pub use chronicle::{execution, executions};
pub use intent::{Aim, BackupPolicy, BackupWhen, Extent, Intent, Moment, Source};
pub use preview::{Preview, preview};
pub use refusal::{PipelineError, Refusal, RefusalClass, RefusedItem};
pub use validate::{Validation, ValidationFinding, validate};
