//! Restores on servers.

use super::{Copy, Restored, confirm, history, rows};
use crate::backup::error::BackupError;
use crate::backup::manifest::Form;
use crate::backup::tool::{Load, Over};
use crate::engine::{
    self, Catalog as _, ErrorKind, Executor as _, Restore as _, Server, ServerTarget, Session,
    Target, Timeouts,
};
use std::time::Duration;

/// How long a restore into place waits for an execution that runs.
const LOCK_WAIT: Duration = Duration::from_secs(30);

/// Makes the database, fills it, and drops it again when that fails.
pub(super) async fn new(
    copy: &Copy<'_>,
    server: &ServerTarget,
    name: &str,
) -> Result<Restored, BackupError> {
    let home = Target::Server(server.clone());
    let mut session = engine::connect(&home, &Timeouts::default()).await?;
    let made = make(copy, &mut session, server, name).await;
    session.close().await;
    made
}

async fn make(
    copy: &Copy<'_>,
    session: &mut Session,
    server: &ServerTarget,
    name: &str,
) -> Result<Restored, BackupError> {
    let answered = session.server().clone();
    let load = program(copy, &answered, server).await?;
    let created = session.create_database(name).await;
    created.map_err(|error| match error.kind {
        ErrorKind::Exists => BackupError::Exists(format!("database {name}")),
        _ => error.into(),
    })?;
    let filled = fill(copy, load.as_ref(), server, name).await;
    if filled.is_err()
        && let Err(error) = session.drop_database(name).await
    {
        tracing::warn!(%error, database = name, "a half-restored database stays");
    }
    filled
}

async fn fill(
    copy: &Copy<'_>,
    load: Option<&Load>,
    server: &ServerTarget,
    name: &str,
) -> Result<Restored, BackupError> {
    let target = Target::Server(server.clone()).with_database(name);
    if let Some(load) = load {
        load.put_back(copy.folder, copy.manifest, name, Over::Nothing)
            .await?;
    } else {
        let mut session = engine::connect(&target, &Timeouts::default()).await?;
        let done = rows::put_back(copy, &mut session).await;
        session.close().await;
        done?;
    }
    compare(copy, &target, None).await
}

/// The engine's program, where the form needs one.
async fn program(
    copy: &Copy<'_>,
    answered: &Server,
    target: &ServerTarget,
) -> Result<Option<Load>, BackupError> {
    match copy.form() {
        Form::Rows => Ok(None),
        Form::File => Err(BackupError::Refused(
            "the backup is a database file; name a sqlite: address".to_owned(),
        )),
        Form::Archive | Form::Script => {
            let load = Load::find(copy.tools, answered, target).await?;
            load.check(copy.folder, copy.manifest).await?;
            Ok(Some(load))
        }
    }
}

async fn compare(
    copy: &Copy<'_>,
    target: &Target,
    saved: Option<std::path::PathBuf>,
) -> Result<Restored, BackupError> {
    // A session of its own: loading changed the settings of the other one.
    let mut session = engine::connect(target, &Timeouts::default()).await?;
    let compared = copy.compare(&mut session, saved, target).await;
    session.close().await;
    compared
}

/// Replaces what a database holds, under the lock that keeps executions out.
pub(super) async fn place(
    copy: &Copy<'_>,
    server: &ServerTarget,
    confirmed: &str,
) -> Result<Restored, BackupError> {
    confirm(&server.database, confirmed)?;
    let target = Target::Server(server.clone());
    let mut session = engine::connect(&target, &Timeouts::default()).await?;
    let done = locked(copy, &mut session, server, &target).await;
    session.close().await;
    done
}

async fn locked(
    copy: &Copy<'_>,
    session: &mut Session,
    server: &ServerTarget,
    target: &Target,
) -> Result<Restored, BackupError> {
    let answered = session.server().clone();
    let load = program(copy, &answered, server)
        .await?
        .ok_or_else(|| BackupError::Refused("rows alone cannot replace a database".to_owned()))?;
    // Given back with the connection.
    session.lock(LOCK_WAIT).await?;
    let kept = history::keep(session).await?;
    let saved = copy.save(session, target).await?.folder;
    let filled = load
        .put_back(copy.folder, copy.manifest, &server.database, Over::Objects)
        .await;
    let told = match filled {
        Ok(()) => history::put_back(session, &kept).await,
        // An archive goes back in one transaction, so nothing was changed.
        Err(error) if copy.form() == Form::Archive => return Err(error),
        failed => failed,
    };
    told.map_err(|source| BackupError::HalfWay {
        place: target.identity(),
        saved: saved.clone(),
        source: Box::new(source),
    })?;
    compare(copy, target, Some(saved)).await
}
