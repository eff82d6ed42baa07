//! Whether there is room for what a plan writes beside what is there.

use super::finding::ValidationFinding;
use crate::engine::{Catalog, EngineError, Question, Target, Work};
use crate::pipeline::intent::{BackupWhen, Intent};
use crate::plan::{Plan, Severity};
use crate::schema::{Name, Schema};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A plan that writes less than this, in bytes, is not worth a word where nobody says how much is
/// free.
const NOTABLE_BYTES: u64 = 16 * 1024 * 1024;

/// What the plan and its backup need, where it is not there or cannot be known.
pub(super) async fn needed<C: Catalog + ?Sized>(
    session: &mut C,
    intent: &Intent,
    plan: &Plan,
) -> Result<Vec<ValidationFinding>, EngineError> {
    let written = written(plan);
    let observed = &plan.delta.schemas.observed;
    let saved: BTreeSet<Name> = match intent.backup.when {
        BackupWhen::Never => BTreeSet::new(),
        BackupWhen::Always | BackupWhen::BeforeDestructive => {
            plan.backup.iter().map(|table| table.name.clone()).collect()
        }
    };
    let here = sum(session, observed, &written).await?;
    let copied = sum(session, observed, &saved).await?;
    let mut found = Vec::new();
    match &intent.target {
        Target::File(Some(path)) => {
            if let Some(free) = free(path).await {
                found.extend(too_little(
                    plan,
                    "what the plan writes anew",
                    here,
                    free,
                    path,
                ));
            }
        }
        Target::File(None) => {}
        Target::Server(_) => found.extend(unknown(plan, here)),
    }
    let directory = &intent.backup.directory;
    if copied > 0
        && let Some(free) = free(directory).await
    {
        found.extend(too_little(plan, "the backup", copied, free, directory));
    }
    Ok(found)
}

/// Tables that a plan writes a second time: rewritten, copied, or indexed. An index is at most as
/// large as its table here.
fn written(plan: &Plan) -> BTreeSet<Name> {
    let observed = &plan.delta.schemas.observed.tables;
    let heavy = plan.steps.iter().map(|planned| &planned.step);
    heavy
        .filter(|step| step.work >= Work::IndexBuild)
        .map(|step| step.object.name.clone())
        .filter(|name| observed.contains_key(name))
        .collect()
}

/// What these tables hold; what partitions hold is part of what their table holds.
async fn sum<C: Catalog + ?Sized>(
    session: &mut C,
    observed: &Schema,
    tables: &BTreeSet<Name>,
) -> Result<u64, EngineError> {
    let apart = tables.iter().filter(|name| {
        let above = observed.ancestors(name);
        !above.into_iter().any(|above| tables.contains(above))
    });
    let asked: Vec<Question> = apart.cloned().map(Question::Bytes).collect();
    let answers = session.ask(&asked).await?;
    Ok(answers.into_iter().flatten().sum())
}

fn too_little(
    plan: &Plan,
    what: &str,
    needed: u64,
    free: u64,
    place: &Path,
) -> Option<ValidationFinding> {
    (needed > free).then(|| {
        ValidationFinding::blocking(
            "disk.space",
            plan.target.as_str(),
            format!(
                "{what} needs about {needed} bytes, and {free} are free at {}",
                place.display()
            ),
            "make room there, or name another place",
        )
    })
}

/// No server says how much room its disk has.
fn unknown(plan: &Plan, needed: u64) -> Option<ValidationFinding> {
    (needed >= NOTABLE_BYTES).then(|| {
        ValidationFinding::passing(
            "disk.space",
            Severity::Info,
            plan.target.as_str(),
            format!(
                "tables of about {needed} bytes are written again or indexed; the server does not \
                 say how much room it has"
            ),
            "make sure that the server's disk has as much free, and its log too",
        )
    })
}

/// Free bytes of the file system that a path is or will be on, as `df -Pk` prints them
/// (POSIX.1-2024, `df`); `None` where there is no such program.
async fn free(path: &Path) -> Option<u64> {
    let mut command = tokio::process::Command::new("df");
    command.arg("-Pk").arg("--").arg(existing(path)?);
    command.env("LC_ALL", "C").kill_on_drop(true);
    let output = command.output().await.ok()?;
    available(&String::from_utf8_lossy(&output.stdout))
}

/// The path, or the nearest folder above it that is there.
fn existing(path: &Path) -> Option<PathBuf> {
    let path = std::path::absolute(path).ok()?;
    let found = path.ancestors().find(|above| above.exists())?;
    Some(found.to_owned())
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
    use super::*;

    #[test]
    fn what_df_prints_is_read() {
        let head = "Filesystem 1024-blocks Used Available Capacity Mounted on\n";
        let line = "//host/a b 264 46 7 48% /mnt/x y\n";
        assert_eq!(available(&format!("{head}{line}")), Some(7 * 1024));
        assert_eq!(available(head), None);
    }
}
