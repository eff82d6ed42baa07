//! What differs between `MySQL` and `MariaDB`, and between their versions.

use crate::engine::kind::{Engine, Server};

/// Which of the two servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flavour {
    /// `MySQL` 8.4 and later.
    Mysql,
    /// `MariaDB` 10.11 and later.
    Mariadb,
}

impl Flavour {
    /// The engine as the rest of the program calls it.
    pub(super) const fn engine(self) -> Engine {
        match self {
            Self::Mysql => Engine::Mysql,
            Self::Mariadb => Engine::Mariadb,
        }
    }
}

/// The engine and version in the text `VERSION()` answers, as `9.7.0`, `10.11.6-MariaDB-log` or
/// `5.5.5-10.6.12-MariaDB` (a prefix for old replication clients; `MariaDB` knowledge base,
/// "VERSION").
pub(super) fn parse(text: &str) -> Option<(Engine, (u32, u32, u32))> {
    let mariadb = text.to_ascii_lowercase().contains("mariadb");
    let plain = text.strip_prefix("5.5.5-").filter(|_| mariadb);
    let digits = plain.unwrap_or(text);
    let end = digits
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(digits.len());
    let mut parts = digits[..end].split('.').map(str::parse::<u32>);
    let major = parts.next()?.ok()?;
    let minor = parts.next()?.ok()?;
    let patch = parts.next().and_then(Result::ok).unwrap_or(0);
    let engine = if mariadb {
        Engine::Mariadb
    } else {
        Engine::Mysql
    };
    Some((engine, (major, minor, patch)))
}

/// Whether table names compare without case: `lower_case_table_names` other than 0 (`MySQL` 8.4
/// manual, 11.2.3).
pub(super) fn folds_table_names(server: &Server) -> bool {
    !matches!(server.setting("lower_case_table_names"), "0" | "")
}

/// Whether columns may be added anywhere and dropped without touching rows: `MySQL` 8.0.29
/// (manual 17.12.1) and `MariaDB` 10.4 ("`InnoDB` Online DDL Operations with ALGORITHM=INSTANT").
/// Both are below the oldest version supported, so only the storage engine and the row format
/// decide.
pub(super) fn instant_columns(storage_engine: &str, row_format: &str) -> bool {
    storage_engine.eq_ignore_ascii_case("InnoDB") && !row_format.eq_ignore_ascii_case("COMPRESSED")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_servers_call_themselves() {
        let cases = [
            ("9.7.0", Engine::Mysql, (9, 7, 0)),
            ("8.4.3-0ubuntu0.24.04.1", Engine::Mysql, (8, 4, 3)),
            ("26.1", Engine::Mysql, (26, 1, 0)),
            ("10.11.6-MariaDB-0+deb12u1", Engine::Mariadb, (10, 11, 6)),
            ("5.5.5-10.6.12-MariaDB", Engine::Mariadb, (10, 6, 12)),
            (
                "10.6.20-16-MariaDB-enterprise-log",
                Engine::Mariadb,
                (10, 6, 20),
            ),
        ];
        for (text, engine, version) in cases {
            assert_eq!(parse(text), Some((engine, version)), "{text}");
        }
        assert_eq!(parse("unknown"), None);
    }
}
