//! How `pg_dump` and `pg_restore` are told where to go (PostgreSQL 18 manual, 32.15 "Environment
//! Variables", 32.16 "The Password File").

use super::call::Environment;
use super::secret::SecretFile;
use crate::backup::error::BackupError;
use crate::engine::{Dialect, ServerTarget, Tls};
use crate::schema::Name;
use secrecy::ExposeSecret;
use std::ffi::OsString;

/// How long `pg_dump` waits for the locks of its tables, in milliseconds.
const LOCK_WAIT: &str = "30000";

/// A restore does not wait for ever for tables that somebody else uses.
pub(super) const LOAD_OPTIONS: &str = "-c lock_timeout=30s";

/// The environment for one call, and the file with the password it names.
pub(super) fn environment(
    target: &ServerTarget,
) -> Result<(Environment, Option<SecretFile>), BackupError> {
    let (mode, authority) = match &target.tls {
        Tls::Disable => ("disable", None),
        Tls::Prefer => ("prefer", None),
        Tls::Require => ("require", None),
        Tls::VerifyCa(file) => ("verify-ca", Some(file)),
        Tls::VerifyFull(file) => ("verify-full", Some(file)),
    };
    let mut environment: Environment = vec![
        ("PGHOST", target.host.clone().into()),
        ("PGPORT", target.port.to_string().into()),
        ("PGUSER", target.user.clone().into()),
        ("PGDATABASE", target.database.clone().into()),
        ("PGSSLMODE", mode.into()),
        ("PGGSSENCMODE", "disable".into()),
        ("PGCONNECT_TIMEOUT", "10".into()),
        ("PGAPPNAME", "driftless backup".into()),
        ("PGCLIENTENCODING", "UTF8".into()),
    ];
    if let Some(file) = authority {
        let file = file.clone().or_else(super::mysql::system_roots);
        environment.extend(file.map(|file| ("PGSSLROOTCERT", file.into_os_string())));
    }
    let Some(password) = &target.password else {
        return Ok((environment, None));
    };
    let escaped = password.expose_secret().replace('\\', "\\\\");
    let line = format!("*:*:*:*:{}\n", escaped.replace(':', "\\:"));
    let file = SecretFile::new(&line)?;
    environment.push(("PGPASSFILE", file.path().into()));
    Ok((environment, Some(file)))
}

/// What every dump is told.
fn dump(view: Option<&str>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = vec![
        "--format=custom".into(),
        "--no-password".into(),
        format!("--lock-wait-timeout={LOCK_WAIT}").into(),
    ];
    arguments.extend(view.map(|view| format!("--snapshot={view}").into()));
    arguments
}

/// Everything.
pub(super) fn dump_all(view: Option<&str>) -> Vec<OsString> {
    dump(view)
}

/// The structure of everything: a table alone lacks the types and routines it needs.
pub(super) fn dump_structure(view: Option<&str>) -> Vec<OsString> {
    let mut arguments = dump(view);
    arguments.push("--schema-only".into());
    arguments
}

/// Rows of tables. A quoted pattern means exactly that name (psql, "Patterns").
pub(super) fn dump_rows(
    view: Option<&str>,
    dialect: &dyn Dialect,
    tables: &[Name],
) -> Vec<OsString> {
    let mut arguments = dump(view);
    arguments.push("--data-only".into());
    arguments.extend(
        tables
            .iter()
            .map(|table| format!("--table={}", dialect.name(table)).into()),
    );
    arguments
}

/// What every restore is told; the name of a database is part of a connection string, so it is
/// quoted as such (32.1.1.1).
pub(super) fn restore(database: &str) -> Vec<OsString> {
    let quoted = database.replace('\\', "\\\\").replace('\'', "\\'");
    vec![
        "--no-password".into(),
        "--exit-on-error".into(),
        format!("--dbname=dbname='{quoted}'").into(),
    ]
}
