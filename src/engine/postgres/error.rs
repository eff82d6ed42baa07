//! `SQLSTATE` to kind, by appendix A of the manual ("PostgreSQL Error Codes"). Nobody looks at
//! message texts: they are translated.

use crate::engine::ErrorKind;

/// The kind of an error by its five-character code.
pub(super) fn kind(code: &str) -> ErrorKind {
    match code {
        // lock_not_available, query_canceled (statement_timeout), serialization_failure,
        // deadlock_detected, cannot_connect_now, idle_in_transaction_session_timeout.
        // object_in_use (somebody is connected to the database that is dropped or copied).
        "55P03" | "57014" | "40001" | "40P01" | "57P03" | "25P03" | "55006" => ErrorKind::Transient,
        // admin_shutdown, crash_shutdown, idle_session_timeout.
        "57P01" | "57P02" | "57P05" => ErrorKind::Unreachable,
        "42501" => ErrorKind::Permission,
        // duplicate table, column, object, schema, database, function, alias.
        "42P07" | "42701" | "42710" | "42P06" | "42P04" | "42723" => ErrorKind::Exists,
        // invalid_text_representation while converting rows is class 22 as well.
        "0A000" => ErrorKind::Unsupported,
        // dependent_objects_still_exist, and violations of checks by the statement itself.
        "2BP01" => ErrorKind::Statement,
        _ => by_class(code),
    }
}

fn by_class(code: &str) -> ErrorKind {
    match code.get(..2) {
        Some("08") => ErrorKind::Unreachable,
        Some("28") => ErrorKind::Authentication,
        // 22: data exceptions; 23: integrity constraint violations.
        Some("22" | "23") => ErrorKind::Data,
        // 3D, 3F: no such database or schema; 26: no such prepared statement.
        Some("42" | "3D" | "3F" | "26" | "34") => ErrorKind::Statement,
        Some("53") => ErrorKind::Resources,
        _ => ErrorKind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_decide() {
        for (code, expected) in [
            ("55P03", ErrorKind::Transient),
            ("40P01", ErrorKind::Transient),
            ("28P01", ErrorKind::Authentication),
            ("42501", ErrorKind::Permission),
            ("23505", ErrorKind::Data),
            ("22003", ErrorKind::Data),
            ("42P01", ErrorKind::Statement),
            ("42P07", ErrorKind::Exists),
            ("53300", ErrorKind::Resources),
            ("57P01", ErrorKind::Unreachable),
            ("XX000", ErrorKind::Other),
            ("", ErrorKind::Other),
        ] {
            assert_eq!(kind(code), expected, "{code}");
        }
    }
}
