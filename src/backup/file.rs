//! The form of `SQLite`: a file that is a database.

use super::error::BackupError;
use super::manifest::{Counted, Form, Holds};
use super::take::Contents;
use super::write::whole;
use crate::engine::{self, Backup, Target, Timeouts};
use crate::schema::Name;
use std::path::Path;

/// The copy's name inside the folder.
pub(super) const FILE: &str = "database.sqlite";

/// Copies the whole database and counts its rows in the copy, which is one state of it; `None`
/// where the engine has no statement for that.
pub(super) async fn copy<S: Backup + ?Sized>(
    session: &mut S,
    tables: &[Name],
    folder: &Path,
) -> Result<Option<Contents>, BackupError> {
    let path = folder.join(FILE);
    if !session.snapshot(&path.to_string_lossy()).await? {
        return Ok(None);
    }
    let target = Target::File(Some(path));
    let mut copied = engine::connect(&target, &Timeouts::default()).await?;
    let mut counted = Vec::with_capacity(tables.len());
    for table in tables {
        counted.push(Counted {
            table: table.clone(),
            rows: copied.count(table).await?,
        });
    }
    copied.close().await;
    Ok(Some(Contents {
        form: Form::File,
        tool: None,
        tables: counted,
        left_out: Vec::new(),
        files: vec![whole(folder, FILE, Holds::Everything)?],
    }))
}
