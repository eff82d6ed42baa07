//! Result codes as kinds (rescode.html). Nobody looks at texts.

use crate::engine::{EngineError, ErrorKind};

/// The kind of an extended result code; its low byte is the primary one.
fn kind(code: i32) -> ErrorKind {
    match code & 0xFF {
        // BUSY, LOCKED, INTERRUPT, PROTOCOL, SCHEMA.
        5 | 6 | 9 | 15 | 17 => ErrorKind::Transient,
        // CONSTRAINT, MISMATCH.
        19 | 20 => ErrorKind::Data,
        // PERM, READONLY, AUTH.
        3 | 8 | 23 => ErrorKind::Permission,
        // CANTOPEN.
        14 => ErrorKind::Unreachable,
        // NOMEM, FULL, TOOBIG.
        7 | 13 | 18 => ErrorKind::Resources,
        // ERROR, RANGE.
        1 | 25 => ErrorKind::Statement,
        // NOLFS, NOTADB.
        22 | 26 => ErrorKind::Unsupported,
        _ => ErrorKind::Other,
    }
}

/// An error with a result code.
pub(super) fn from_code(code: Option<&str>, message: &str, doing: &str) -> EngineError {
    let number = code.and_then(|code| code.parse().ok());
    EngineError {
        kind: number.map_or(ErrorKind::Other, kind),
        code: code.map(str::to_owned),
        doing: doing.to_owned(),
        message: message.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extended_codes_have_the_kind_of_their_primary_one() {
        // SQLITE_CONSTRAINT_UNIQUE, SQLITE_BUSY_SNAPSHOT, SQLITE_READONLY_DIRECTORY.
        assert_eq!(kind(2067), ErrorKind::Data);
        assert_eq!(kind(517), ErrorKind::Transient);
        assert_eq!(kind(1544), ErrorKind::Permission);
        assert_eq!(kind(999), ErrorKind::Other);
    }
}
