//! Puts back the form that needs no program: structure, rows, what comes after the rows.

use super::Copy;
use crate::backup::error::BackupError;
use crate::backup::manifest::{Copied, Holds};
use crate::backup::statements::{Statements, split};
use crate::engine::{Restore as _, Session};
use flate2::read::GzDecoder;
use std::fs::{self, File};

pub(super) async fn put_back(copy: &Copy<'_>, session: &mut Session) -> Result<(), BackupError> {
    session.begin_loading().await?;
    for copied in files(copy, |holds| *holds == Holds::Structure) {
        structure(copy, copied, session).await?;
    }
    for copied in files(copy, |holds| matches!(holds, Holds::RowsOf(_))) {
        rows(copy, copied, session).await?;
    }
    for copied in files(copy, |holds| *holds == Holds::Finish) {
        structure(copy, copied, session).await?;
    }
    Ok(())
}

fn files<'a>(copy: &Copy<'a>, wanted: fn(&Holds) -> bool) -> impl Iterator<Item = &'a Copied> {
    let files = copy.manifest.files.iter();
    files.filter(move |copied| wanted(&copied.holds))
}

async fn structure(
    copy: &Copy<'_>,
    copied: &Copied,
    session: &mut Session,
) -> Result<(), BackupError> {
    let path = copy.folder.join(&copied.file);
    let text = fs::read_to_string(&path).map_err(BackupError::io(&path))?;
    for statement in split(&text) {
        let done = session.put_back(statement).await;
        done.map_err(|error| error.while_doing(format!("restoring {}", copied.file)))?;
    }
    Ok(())
}

async fn rows(copy: &Copy<'_>, copied: &Copied, session: &mut Session) -> Result<(), BackupError> {
    let path = copy.folder.join(&copied.file);
    let file = File::open(&path).map_err(BackupError::io(&path))?;
    let mut statements = Statements::new(GzDecoder::new(file));
    while let Some(statement) = statements.next().map_err(BackupError::io(&path))? {
        let done = session.put_back(&statement).await;
        done.map_err(|error| error.while_doing(format!("restoring {}", copied.file)))?;
    }
    Ok(())
}
