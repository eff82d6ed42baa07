//! Backups and restores as JSON documents and as text.

use super::text::line;
use crate::backup::{Counted, Manifest, Restored, Structure, Taken};
use serde::Serialize;
use std::path::PathBuf;

/// A backup: its folder and everything its manifest says.
#[derive(Clone, Debug, Serialize)]
pub struct BackupDocument {
    /// Where it lies.
    pub folder: PathBuf,
    /// What it holds.
    pub manifest: Manifest,
}

impl From<&Taken> for BackupDocument {
    fn from(taken: &Taken) -> Self {
        Self {
            folder: taken.folder.clone(),
            manifest: taken.manifest.clone(),
        }
    }
}

/// What was restored.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RestoreDocument {
    /// Where it is now, without credentials.
    pub database: String,
    /// The tables whose rows were counted.
    pub tables: Vec<Counted>,
    /// `Same`, `Other` (another version of the server, or objects that were there before) or
    /// `Partial` (only tables were copied).
    pub structure: &'static str,
    /// The copy of what was there before; absent when nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saved: Option<PathBuf>,
}

impl From<&Restored> for RestoreDocument {
    fn from(restored: &Restored) -> Self {
        Self {
            database: restored.target.identity(),
            tables: restored.tables.clone(),
            structure: restored.structure.as_str(),
            saved: restored.saved.clone(),
        }
    }
}

/// A backup for people.
pub fn backup_text(taken: &Taken) -> String {
    let manifest = &taken.manifest;
    let mut out = String::new();
    line(&mut out, &format!("Backup    {}", taken.folder.display()));
    line(&mut out, &format!("Database  {}", manifest.database));
    let tool = match &manifest.tool {
        Some(tool) => format!(", {}", tool.version),
        None => String::new(),
    };
    line(
        &mut out,
        &format!("Form      {}{tool}", manifest.form.as_str()),
    );
    line(&mut out, &format!("Size      {} bytes", manifest.bytes));
    tables(&mut out, &manifest.tables);
    for table in &manifest.not_in_one_state {
        let what = "has no transactions; its rows are as they were when they were read";
        line(&mut out, &format!("Note      {table} {what}"));
    }
    out
}

/// A restore for people.
pub fn restore_text(restored: &Restored) -> String {
    let mut out = String::new();
    line(
        &mut out,
        &format!("Restored  {}", restored.target.identity()),
    );
    let structure = match restored.structure {
        Structure::Same => "as it was",
        Structure::Other => "not as it was: another server version, or objects that were there",
        Structure::Partial => "of the copied tables",
    };
    line(&mut out, &format!("Structure {structure}"));
    tables(&mut out, &restored.tables);
    if let Some(saved) = &restored.saved {
        line(&mut out, &format!("Before    {}", saved.display()));
    }
    out
}

fn tables(out: &mut String, tables: &[Counted]) {
    for counted in tables {
        line(
            out,
            &format!("Table     {}: {} rows", counted.table, counted.rows),
        );
    }
}
