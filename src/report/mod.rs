//! From the domain to the wire: plans, refusals and executions as documents and as text.
//!
//! Invariant: pure, the mirror of `intake`; field names are stable and documented in
//! `docs/plan-json.md`; no secret and no row value is in any of them.
//!
//! May import: `schema`, `api`, `engine` (values), `plan`, `backup` (values),
//! `history` (values), `execute` (values), `pipeline` (values).

mod backup;
mod execution;
mod health;
mod history;
mod inspection;
mod outcome;
mod plan;
mod schema;
mod text;
mod validation;

pub use backup::{BackupDocument, RestoreDocument, backup_text, restore_text};
pub use execution::ExecutionDocument;
pub use health::{Health, HealthDocument, PartDocument};
pub use history::{HistoryDocument, HistoryEntryDocument, history_entry_text, history_text};
pub use inspection::{InspectError, inspection_manifest, inspection_sql};
pub use outcome::OutcomeDocument;
pub use plan::{Level, PlanDocument, RefusalDocument, RiskDocument};
pub use schema::{
    ColumnDocument, ColumnType, ConstraintDocument, CreateStatementsDocument, CreatedDocument,
    NotWrittenDocument, ObjectDocument, OtherToolDocument, RowCountDocument, RowCountsDocument,
    SchemaDocument, SizeDocument, TableDocument, TableSizeDocument, declaration_of,
};
pub use text::{execution_text, plan_text};
pub use validation::{FindingDocument, ValidationDocument, validation_text};
