//! Whether the file can be written: there are no accounts, so it is tried.

use crate::engine::Statement;
use crate::engine::checks::Trial;

/// The write lock is taken and a page is changed, so that the journal beside the file is made too;
/// then everything is taken back (`lang_transaction.html`; `rescode.html`, `SQLITE_READONLY`,
/// `SQLITE_READONLY_DIRECTORY`, `SQLITE_CANTOPEN`, `SQLITE_BUSY`).
pub(super) fn trial() -> Trial {
    Trial {
        attempt: vec![
            Statement::new("BEGIN IMMEDIATE"),
            Statement::new("CREATE TABLE main.driftless_trial (a)"),
        ],
        undo: Statement::new("ROLLBACK"),
        privilege: "write permission on the file and its folder",
        remedy: "let the account that runs Driftless write the file and the folder it is in: \
                 SQLite keeps its journal there",
    }
}
