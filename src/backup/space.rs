//! Whether the destination is large enough, before anything is written.

use super::error::BackupError;
use super::take::BackupScope;
use crate::engine::{Backup, Scope};
use crate::schema::Name;
use std::path::Path;

/// Room is asked for this many fifths of what is copied: copies are mostly smaller (no indexes,
/// compressed), but text form can be larger than what is stored.
const FIFTHS: u64 = 6;

/// Refuses when the file system of `directory` has less room than the copy may need. What cannot
/// be found out (no `df`, no privilege) stops nothing: writing fails by itself when the disk is
/// full, and what was begun is removed.
pub(super) async fn check<S: Backup + ?Sized>(
    session: &mut S,
    scope: BackupScope,
    tables: &[Name],
    directory: &Path,
) -> Result<(), BackupError> {
    let sizes = session.sizes(&Scope::default()).await?;
    let size = match scope {
        BackupScope::Database => sizes.database_bytes,
        BackupScope::Affected => {
            let copied = sizes.tables.iter().filter(|table| {
                // What a partitioned table holds is what its partitions hold.
                let above = table.part_of.as_ref();
                tables.contains(&table.name) && !above.is_some_and(|of| tables.contains(of))
            });
            copied.map(|table| table.total_bytes).sum()
        }
    };
    let needed = size / 5 * FIFTHS;
    let Some(free) = free(directory).await else {
        tracing::debug!(directory = %directory.display(), "how much room there is is not to be had");
        return Ok(());
    };
    if free >= needed {
        return Ok(());
    }
    Err(BackupError::NoSpace {
        database: session.identity(),
        path: directory.to_owned(),
        needed,
        free,
    })
}

/// Free bytes of a folder's file system, as `df -Pk` prints them (POSIX.1-2024, `df`).
async fn free(directory: &Path) -> Option<u64> {
    let mut command = tokio::process::Command::new("df");
    command.arg("-Pk").arg("--").arg(directory);
    command.env("LC_ALL", "C").kill_on_drop(true);
    let output = command.output().await.ok()?;
    available(&String::from_utf8_lossy(&output.stdout))
}

fn available(df: &str) -> Option<u64> {
    let line = df.lines().nth(1)?;
    // The first field may hold blanks; the others are counted from the percentage backwards.
    let fields: Vec<&str> = line.split_whitespace().collect();
    let percent = fields.iter().rposition(|field| field.ends_with('%'))?;
    let kilobytes: u64 = fields.get(percent.checked_sub(1)?)?.parse().ok()?;
    kilobytes.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::available;

    #[test]
    fn what_df_prints_is_read() {
        let head = "Filesystem 1024-blocks Used Available Capacity Mounted on\n";
        for (line, bytes) in [
            ("/dev/vda 264 46 50 48% /", Some(50 * 1024)),
            ("//host/a b 264 46 7 48% /mnt/x y", Some(7 * 1024)),
            ("", None),
        ] {
            assert_eq!(available(&format!("{head}{line}\n")), bytes, "{line}");
        }
    }
}
