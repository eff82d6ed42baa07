//! Everything that differs between databases.
//!
//! Each engine fills one shelf ([`Dialect`] and a [`Link`]) with the same file names; the rest of
//! this room is written once for all of them. Invariant: a [`Statement`] is the only SQL that can
//! be executed and only this room makes one; sqlx is used only in the `link.rs` of each shelf.
//!
//! May import: `schema`.

mod absent;
mod aside;
mod checks;
mod connect;
mod creation;
mod dialect;
mod error;
mod kind;
mod ledger;
mod link;
mod manner;
pub mod mysql;
pub mod postgres;
mod question;
mod safety;
mod scratch;
pub mod script;
mod session;
mod sizes;
pub mod sqlite;
mod statement;
mod step;
mod target;
mod tools;

pub use absent::Absent;
pub use checks::{
    Checks, Examiner, Holding, Inquiry, Lacking, Need, Occupant, Occupants, Right, Trial,
};
pub use connect::{connect, dialect};
pub use creation::{Created, Creation, creation};
pub use dialect::{
    DeclarationError, Dialect, LedgerDialect, ScratchStatements, SessionLock, Transaction,
    TypeChange,
};
pub use error::{DecodeError, EngineError, ErrorKind};
pub use kind::{Engine, Server};
pub use ledger::{ExecutionRecord, Ledger, StepRecord};
pub use link::Link;
pub use manner::{Manner, Online};
pub use question::{COUNT_LIMIT, Census, Question};
pub use safety::{Backup, Restore, View};
pub use scratch::{LoadError, Scratch};
pub use session::{Catalog, Executor, Session, decode};
pub use sizes::{Counting, RowCount, Sizes, TableSize};
pub use statement::{Catalogs, Query, Row, Rows, Statement};
pub use step::{
    Leftover, Lock, Lowered, Mode, Object, Phase, Rung, Step, Unsupported, Work, groups,
};
pub use target::{Grants, Scope, ServerTarget, Target, Timeouts, Tls, glob};
