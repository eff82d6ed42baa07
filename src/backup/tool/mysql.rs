//! How the programs of MySQL and MariaDB are told where to go: in an option file, which is the only
//! one they read (MySQL 8.4 manual, 6.2.2.2 "Using Option Files"; MariaDB documentation,
//! "Configuring MariaDB with Option Files").

use super::secret::SecretFile;
use crate::backup::error::BackupError;
use crate::engine::{Engine, ServerTarget, Tls};
use crate::schema::Name;
use secrecy::ExposeSecret;
use std::ffi::OsString;
use std::path::PathBuf;

/// Where systems keep the certificates they trust.
const ROOTS: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// The file with the certificates the system trusts.
pub(super) fn system_roots() -> Option<PathBuf> {
    let named = std::env::var_os("SSL_CERT_FILE").map(PathBuf::from);
    let roots = ROOTS.iter().map(PathBuf::from);
    named.into_iter().chain(roots).find(|path| path.is_file())
}

/// Whether TLS is asked of a client that cannot be told "where the server offers it".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attempt {
    /// As the target says, with TLS where it says "prefer".
    Encrypted,
    /// Without, where it says "prefer".
    Plain,
}

impl Attempt {
    /// What is tried, in this order. Only MariaDB's programs need a second one.
    pub(super) fn all(target: &ServerTarget) -> &'static [Self] {
        if target.engine == Engine::Mariadb && target.tls == Tls::Prefer {
            &[Self::Encrypted, Self::Plain]
        } else {
            &[Self::Encrypted]
        }
    }
}

/// The option file for one call.
pub(super) fn options(target: &ServerTarget, attempt: Attempt) -> Result<SecretFile, BackupError> {
    let mut lines = vec!["[client]".to_owned()];
    let mut set = |option: &str, value: &str| lines.push(format!("{option}={}", quoted(value)));
    set("user", &target.user);
    if let Some(password) = &target.password {
        set("password", password.expose_secret());
    }
    if target.host.starts_with('/') {
        set("socket", &target.host);
        set("protocol", "socket");
    } else {
        set("host", &target.host);
        set("port", &target.port.to_string());
        set("protocol", "tcp");
    }
    set("default-character-set", "utf8mb4");
    let authority = match &target.tls {
        Tls::VerifyCa(file) | Tls::VerifyFull(file) => file.clone().or_else(system_roots),
        Tls::Disable | Tls::Prefer | Tls::Require => None,
    };
    if let Some(file) = authority {
        set("ssl-ca", &file.to_string_lossy());
    }
    if target.engine == Engine::Mariadb {
        lines.extend(mariadb_tls(&target.tls, attempt));
    } else {
        lines.push(format!("ssl-mode={}", mysql_tls(&target.tls)));
        if matches!(target.tls, Tls::Disable | Tls::Prefer) {
            // What sqlx does, too, so that a password of caching_sha2_password is not sent in clear.
            lines.push("get-server-public-key".to_owned());
        }
    }
    lines.push(String::new());
    SecretFile::new(&lines.join("\n"))
}

const fn mysql_tls(tls: &Tls) -> &'static str {
    match tls {
        Tls::Disable => "DISABLED",
        Tls::Prefer => "PREFERRED",
        Tls::Require => "REQUIRED",
        Tls::VerifyCa(_) => "VERIFY_CA",
        Tls::VerifyFull(_) => "VERIFY_IDENTITY",
    }
}

/// MariaDB's programs know "verify" and "do not": a target that asks for the CA alone has its name
/// verified, too.
fn mariadb_tls(tls: &Tls, attempt: Attempt) -> Vec<String> {
    let lines: &[&str] = match (tls, attempt) {
        (Tls::Disable, _) | (Tls::Prefer, Attempt::Plain) => &["skip-ssl"],
        (Tls::Prefer | Tls::Require, _) => &["ssl", "ssl-verify-server-cert=0"],
        (Tls::VerifyCa(_) | Tls::VerifyFull(_), _) => &["ssl", "ssl-verify-server-cert=1"],
    };
    lines.iter().map(|line| (*line).to_owned()).collect()
}

/// A value between quotes; backslashes begin escapes.
fn quoted(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '"' => out.push_str("\\\""),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// What every call begins with: it has to be the first argument.
fn only(options: &SecretFile) -> OsString {
    let mut argument = OsString::from("--defaults-file=");
    argument.push(options.path());
    argument
}

/// A script of tables, or of everything when none is named: one state of transactional tables,
/// row by row instead of table by table in memory, bytes in hexadecimal (MySQL 8.4 manual, 6.5.4;
/// MariaDB documentation, "mariadb-dump"). Nothing in it names the database.
pub(super) fn dump(target: &ServerTarget, options: &SecretFile, tables: &[Name]) -> Vec<OsString> {
    let mut arguments = vec![only(options)];
    let common = [
        "--single-transaction",
        "--quick",
        "--hex-blob",
        "--triggers",
        "--no-tablespaces",
        "--comments",
        "--extended-insert",
    ];
    arguments.extend(common.map(OsString::from));
    if target.engine == Engine::Mysql {
        arguments.push("--set-gtid-purged=OFF".into());
    }
    if tables.is_empty() {
        arguments.extend(["--routines", "--events"].map(OsString::from));
    }
    arguments.extend(["--".into(), target.database.clone().into()]);
    arguments.extend(tables.iter().map(|table| table.name.clone().into()));
    arguments
}

/// A client that takes statements and nothing else: a script may come from a server that is not
/// trusted (`--binary-mode` turns the client's own commands off).
pub(super) fn load(target: &ServerTarget, options: &SecretFile) -> Vec<OsString> {
    vec![
        only(options),
        "--binary-mode".into(),
        "--batch".into(),
        "--max-allowed-packet=1G".into(),
        format!("--database={}", target.database).into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_value_cannot_leave_its_quotes() {
        assert_eq!(quoted("a\"b\\c\n#;'"), "\"a\\\"b\\\\c\\n#;'\"");
    }
}
