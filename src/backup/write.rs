//! Takes a backup.

use super::BackupError;
use super::manifest::{Copied, Manifest};
use super::verify::{sha256_of, verify};
use crate::engine::{Backup, Question};
use crate::schema::{Pair, Schema, Table, diff};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The form of the manifest.
const VERSION: u32 = 1;

/// Copies `tables` (or, where the engine can, the whole database) into a new folder under
/// `directory`, reads it back, and only then writes the manifest. Answers the folder.
pub async fn take<S: Backup + ?Sized>(
    session: &mut S,
    tables: &[Table],
    directory: &Path,
    execution_id: &str,
    now: jiff::Timestamp,
) -> Result<PathBuf, BackupError> {
    let folder = directory.join(execution_id);
    fs::create_dir_all(&folder).map_err(BackupError::io(&folder))?;
    let whole = folder.join("database.sqlite");
    let files = if session.snapshot(&whole.to_string_lossy()).await? {
        snapshot_entries(session, tables, &whole).await?
    } else {
        rows(session, tables, &folder).await?
    };
    let manifest = Manifest {
        version: VERSION,
        execution_id: execution_id.to_owned(),
        engine: session.server().engine,
        server_version: session.server().version_text.clone(),
        database: session.identity(),
        taken_at: now.to_string(),
        files,
    };
    verify(&folder, &manifest).await?;
    let path = folder.join("manifest.json");
    let text = serde_json::to_string_pretty(&manifest)
        .map_err(|error| BackupError::Structure(error.to_string()))?;
    fs::write(&path, text).map_err(BackupError::io(&path))?;
    Ok(folder)
}

/// One entry per table that the plan destroys rows of; the file is the same.
async fn snapshot_entries<S: Backup + ?Sized>(
    session: &mut S,
    tables: &[Table],
    path: &Path,
) -> Result<Vec<Copied>, BackupError> {
    let questions: Vec<Question> = tables
        .iter()
        .map(|table| Question::Rows(table.name.clone()))
        .collect();
    let counted = session.ask(&questions).await?;
    let whole = Entry {
        path,
        file: "database.sqlite",
        content: None,
    };
    if tables.is_empty() {
        return Ok(vec![whole.of("", 0)?]);
    }
    let entries = tables.iter().zip(counted);
    entries
        .map(|(table, rows)| whole.of(&table.name.to_string(), rows.unwrap_or(0)))
        .collect()
}

async fn rows<S: Backup + ?Sized>(
    session: &mut S,
    tables: &[Table],
    folder: &Path,
) -> Result<Vec<Copied>, BackupError> {
    let structure = folder.join("schema.sql");
    fs::write(&structure, structure_of(session, tables)?).map_err(BackupError::io(&structure))?;
    let mut files = vec![
        Entry {
            path: &structure,
            file: "schema.sql",
            content: None,
        }
        .of("", 0)?,
    ];
    for (at, table) in tables.iter().enumerate() {
        let file = format!("{at:04}.sql.gz");
        let path = folder.join(&file);
        let output = File::create(&path).map_err(BackupError::io(&path))?;
        let mut packed = GzEncoder::new(output, Compression::fast());
        let mut hash = Sha256::new();
        let count = session
            .dump(table, &mut |line| {
                hash.update(line);
                hash.update("\n");
                writeln!(packed, "{line}")
            })
            .await?;
        let output = packed.finish().map_err(BackupError::io(&path))?;
        output.sync_all().map_err(BackupError::io(&path))?;
        let content = Some(hex::encode(hash.finalize()));
        files.push(
            Entry {
                path: &path,
                file: &file,
                content,
            }
            .of(&table.name.to_string(), count)?,
        );
    }
    Ok(files)
}

/// A written file.
struct Entry<'a> {
    path: &'a Path,
    file: &'a str,
    content: Option<String>,
}

impl Entry<'_> {
    fn of(&self, table: &str, rows: u64) -> Result<Copied, BackupError> {
        let sha256 = sha256_of(self.path)?;
        Ok(Copied {
            file: self.file.to_owned(),
            table: table.to_owned(),
            rows,
            bytes: fs::metadata(self.path)
                .map_err(BackupError::io(self.path))?
                .len(),
            content_sha256: self.content.clone().unwrap_or_else(|| sha256.clone()),
            sha256,
        })
    }
}

/// The statements that make the copied tables again, without keys into tables that are not copied.
fn structure_of<S: Backup + ?Sized>(session: &S, tables: &[Table]) -> Result<String, BackupError> {
    let dialect = session.dialect();
    let mut schema = Schema::default();
    for table in tables {
        let mut table = table.clone();
        table
            .foreign_keys
            .retain(|key| tables.iter().any(|t| t.name == key.references));
        schema.tables.insert(table.name.clone(), table);
    }
    let (fold, parts) = dialect.folds(session.server());
    let pair = Pair {
        observed: Schema::default(),
        desired: schema,
    };
    let lowered = dialect.lower(session.server(), &diff(pair, Vec::new(), fold, parts));
    if let Some(first) = lowered.unsupported.first() {
        return Err(BackupError::Structure(first.to_string()));
    }
    let mut steps = lowered.steps;
    steps.sort_by_key(|step| step.phase);
    let statements = steps.iter().flat_map(|step| &step.statements);
    let mut text = String::new();
    for statement in statements {
        text.extend([statement.sql(), ";\n"]);
    }
    Ok(text)
}
