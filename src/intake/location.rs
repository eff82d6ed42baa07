//! A database's address in one line.

use crate::engine::{Engine, ServerTarget, Target, Tls};
use percent_encoding::percent_decode_str;
use secrecy::SecretString;
use std::path::PathBuf;
use url::Url;

/// Why an address is not understood. The address itself is never repeated: it may hold a password.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocationError {
    /// Not a URL.
    #[error(
        "the database URL is not understood ({0}); write postgres://user:password@host:port/database, mysql://…, mariadb://… or sqlite:path"
    )]
    Malformed(String),
    /// Another product.
    #[error(
        "the database URL begins with {0:?}; it must begin with postgres:, mysql:, mariadb: or sqlite:"
    )]
    Engine(String),
    /// Something a server's URL must have.
    #[error("the database URL names no {0}")]
    Missing(&'static str),
    /// A parameter after `?`.
    #[error("parameter {0:?} of the database URL is not understood; sslmode and sslrootcert are")]
    Parameter(String),
}

/// Reads `postgres://`, `postgresql://`, `mysql://`, `mariadb://` and `sqlite:` addresses.
/// `sslmode` takes disable, prefer, require, verify-ca and verify-full on all servers (and the
/// `ssl-mode` spelling of `MySQL`).
pub fn target_from_url(text: &str) -> Result<Target, LocationError> {
    if let Some(path) = text.strip_prefix("sqlite:") {
        let path = path.strip_prefix("//").unwrap_or(path);
        return match path {
            "" => Err(LocationError::Missing("path")),
            ":memory:" => Ok(Target::File(None)),
            _ => Ok(Target::File(Some(PathBuf::from(path)))),
        };
    }
    let url = Url::parse(text).map_err(|error| LocationError::Malformed(error.to_string()))?;
    let (engine, port) = match url.scheme() {
        "postgres" | "postgresql" => (Engine::Postgres, 5432),
        "mysql" => (Engine::Mysql, 3306),
        "mariadb" => (Engine::Mariadb, 3306),
        other => return Err(LocationError::Engine(other.to_owned())),
    };
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let host = url.host_str().filter(|host| !host.is_empty());
    let host = host.ok_or(LocationError::Missing("host"))?;
    let database = decode(url.path().trim_start_matches('/'));
    let user = decode(url.username());
    if user.is_empty() {
        return Err(LocationError::Missing("user"));
    }
    let database = match (database.is_empty(), engine) {
        (false, _) => database,
        (true, Engine::Postgres) => user.clone(),
        (true, _) => return Err(LocationError::Missing("database")),
    };
    Ok(Target::Server(ServerTarget {
        engine,
        host: decode(host.trim_start_matches('[').trim_end_matches(']')),
        port: url.port().unwrap_or(port),
        user,
        password: url.password().map(|text| SecretString::from(decode(text))),
        database,
        tls: tls(&url)?,
    }))
}

fn tls(url: &Url) -> Result<Tls, LocationError> {
    let mut mode = None;
    let mut authority = None;
    for (key, value) in url.query_pairs() {
        match key.as_ref() {
            "sslmode" | "ssl-mode" => mode = Some(value.to_lowercase().replace('_', "-")),
            "sslrootcert" | "ssl-ca" => authority = Some(PathBuf::from(value.as_ref())),
            other => return Err(LocationError::Parameter(other.to_owned())),
        }
    }
    match mode.as_deref() {
        None if authority.is_some() => Ok(Tls::VerifyFull(authority)),
        None => Ok(Tls::default()),
        Some("disable" | "disabled") => Ok(Tls::Disable),
        Some("allow" | "prefer" | "preferred") => Ok(Tls::Prefer),
        Some("require" | "required") => Ok(Tls::Require),
        Some("verify-ca") => Ok(Tls::VerifyCa(authority)),
        Some("verify-full" | "verify-identity") => Ok(Tls::VerifyFull(authority)),
        Some(other) => Err(LocationError::Parameter(format!("sslmode={other}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(text: &str) -> ServerTarget {
        match target_from_url(text).unwrap() {
            Target::Server(server) => server,
            Target::File(_) => panic!("a file"),
        }
    }

    #[test]
    fn reads_every_part_of_a_server() {
        let found = server("postgres://ann:p%40ss@[::1]:7000/shop?sslmode=require");
        assert_eq!(
            (found.engine, found.host.as_str(), found.port),
            (Engine::Postgres, "::1", 7000)
        );
        assert_eq!(
            (found.user.as_str(), found.database.as_str()),
            ("ann", "shop")
        );
        assert_eq!(found.tls, Tls::Require);
        let secret = found
            .password
            .as_ref()
            .map(|p| secrecy::ExposeSecret::expose_secret(p).to_owned());
        assert_eq!(secret.as_deref(), Some("p@ss"));
        assert!(
            !format!("{found:?}").contains("p@ss"),
            "a password must not be printed"
        );
    }

    #[test]
    fn fills_in_what_is_usual() {
        assert_eq!(server("postgresql://ann@db").database, "ann");
        assert_eq!(server("mariadb://ann@db/x").port, 3306);
        assert_eq!(server("mysql://ann@db/x").tls, Tls::Prefer);
    }

    #[test]
    fn files_are_paths() {
        for (text, path) in [
            ("sqlite:a/b.db", "a/b.db"),
            ("sqlite:///a b.db", "/a b.db"),
            ("sqlite:/x", "/x"),
        ] {
            match target_from_url(text).unwrap() {
                Target::File(found) => assert_eq!(found, Some(PathBuf::from(path)), "{text}"),
                Target::Server(_) => panic!("{text} is a file"),
            }
        }
    }

    #[test]
    fn refusals_never_repeat_the_address() {
        for text in [
            "oracle://u:s3cret@h/d",
            "postgres://u:s3cret@/d",
            "mysql://u:s3cret@h",
            "u:s3cret@h",
            "postgres://u:s3cret@h/d?sslmode=maybe",
            "postgres://u:s3cret@h/d?x=1",
            "sqlite:",
            "mysql://:s3cret@h/d",
            "postgres://u:s3cret@h:99999/d",
        ] {
            let error = target_from_url(text).unwrap_err().to_string();
            assert!(!error.contains("s3cret"), "{error}");
        }
    }
}
