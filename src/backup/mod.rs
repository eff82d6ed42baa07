//! Safety copies: taken before a plan destroys rows, verified before it does, put back on demand.
//!
//! A copy is a folder: an archive of `pg_dump`, a compressed script of `mysqldump` or
//! `mariadb-dump`, a `SQLite` file, or one compressed file of `INSERT`s per table; and
//! `manifest.json`, written last: a folder without a manifest is no backup. Invariants: what
//! [`take`] answers was read back and compared; what [`restore`] puts back was compared first; no
//! password stands in an argument list, a message or a manifest.
//!
//! May import: `schema`, `engine`, `plan` (fingerprints).

mod error;
mod file;
mod list;
mod manifest;
mod restore;
mod rows;
mod space;
mod statements;
mod take;
mod tool;
mod verify;
mod write;

pub use error::BackupError;
pub use list::{Listed, list};
pub use manifest::{Copied, Counted, Form, Holds, LeftOut, Manifest, ToolUsed};
pub use restore::{Into, Restored, Structure, restore};
pub use take::{BackupScope, Preference, Request, Taken, take};
pub use tool::Tools;
pub use verify::{read, verify};
