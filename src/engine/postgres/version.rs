//! What the server says of itself, and which versions are spoken.

use crate::engine::{DecodeError, Engine, Row, Server, Statement};
use std::collections::BTreeMap;

/// The oldest major version whose catalogs these queries know. Older ones have reached their end
/// of life ("Versioning Policy").
pub(super) const OLDEST: u32 = 14;

/// One row: version, database, encoding and locale. `pg_database` gained `datlocprovider` in 15,
/// `daticulocale` in 15 and `datlocale` in 17 (54.15 `pg_database`), hence the row as JSON.
pub(super) fn profile() -> Statement {
    Statement::new(
        "SELECT current_setting('server_version') AS version_text, \
         current_setting('server_version_num') AS version_num, \
         version() AS banner, \
         current_user::text AS account, \
         d.datname::text AS database, \
         pg_encoding_to_char(d.encoding)::text AS encoding, \
         d.datcollate::text AS collate, \
         d.datctype::text AS ctype, \
         coalesce(to_jsonb(d) ->> 'datlocprovider', 'c') AS provider, \
         coalesce(to_jsonb(d) ->> 'datlocale', to_jsonb(d) ->> 'daticulocale') AS locale \
         FROM pg_catalog.pg_database d WHERE d.datname = current_database()",
    )
}

/// Reads that row. Products that speak the protocol with other catalogs are refused.
pub(super) fn read(row: Row<'_>) -> Result<Server, DecodeError> {
    let wrong = |problem: String| DecodeError {
        what: "the server's version".to_owned(),
        problem,
    };
    let banner = row.text("banner")?;
    let imitation = [
        "CockroachDB",
        "Redshift",
        "-YB-",
        "Greenplum",
        "Materialize",
    ];
    if !banner.starts_with("PostgreSQL ") || imitation.iter().any(|name| banner.contains(name)) {
        return Err(wrong(format!(
            "\"{banner}\" is not PostgreSQL; its catalogs are not known"
        )));
    }
    // 20.2.8 "Preset Options": major * 10000 + minor since 10.
    let number: u32 = row.number("version_num")?;
    let version = (number / 10_000, number % 10_000, 0);
    if version.0 < OLDEST {
        return Err(wrong(format!(
            "PostgreSQL {} is older than {OLDEST}, the oldest one supported; upgrade the server",
            row.text("version_text")?
        )));
    }
    let mut settings = BTreeMap::new();
    for name in [
        "account", "database", "encoding", "collate", "ctype", "provider", "locale",
    ] {
        if let Some(value) = row.opt(name) {
            settings.insert(name.to_owned(), value.to_owned());
        }
    }
    Ok(Server {
        engine: Engine::Postgres,
        version,
        version_text: row.text("version_text")?.to_owned(),
        settings,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::Rows;

    fn profile_of(banner: &str, number: &str) -> Result<Server, DecodeError> {
        let columns = ["banner", "version_num", "version_text", "database"];
        let rows = Rows {
            columns: columns.map(str::to_owned).to_vec(),
            values: vec![vec![
                Some(banner.to_owned()),
                Some(number.to_owned()),
                Some("x".to_owned()),
                Some("app".to_owned()),
            ]],
        };
        let row = rows.iter().next().ok_or_else(|| DecodeError {
            what: "test".to_owned(),
            problem: "no row".to_owned(),
        })?;
        read(row)
    }

    #[test]
    fn version_is_split() {
        let server = profile_of("PostgreSQL 15.20 (Debian)", "150020").unwrap();
        assert_eq!(server.version, (15, 20, 0));
        assert_eq!(server.setting("database"), "app");
        assert!(server.at_least(15, 0) && !server.at_least(16, 0));
    }

    #[test]
    fn imitations_and_old_ones_are_refused() {
        assert!(profile_of("PostgreSQL 11.2-YB-2.20.0", "110002").is_err());
        assert!(profile_of("CockroachDB CCL v23", "130000").is_err());
        assert!(profile_of("PostgreSQL 13.9", "130009").is_err());
    }
}
