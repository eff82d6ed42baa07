//! What a version of SQLite can do (changes.html), and what its journal means for readers.

use crate::engine::{Lock, Server};

/// The oldest version with `STRICT` and `pragma_table_list` (3.37.0), on which reading relies.
pub(super) const OLDEST: (u32, u32) = (3, 37);

/// `1.2.3` as three numbers; what is missing is 0.
pub(super) fn parse(text: &str) -> Option<(u32, u32, u32)> {
    let mut numbers = text.split('.').map(str::parse::<u32>);
    let major = numbers.next()?.ok()?;
    let mut next = || numbers.next().map_or(Some(0), Result::ok);
    Some((major, next()?, next()?))
}

/// The lock a write takes on the file: with a write-ahead log readers go on (wal.html, section 2.2),
/// with a rollback journal they wait for the commit (lockingv3.html, section 3).
pub(super) fn write_lock(server: &Server) -> Lock {
    if server.setting("journal_mode").eq_ignore_ascii_case("wal") {
        Lock::BlocksWrites
    } else {
        Lock::BlocksAll
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_three_numbers() {
        assert_eq!(parse("3.51.3"), Some((3, 51, 3)));
        assert_eq!(parse("3.8"), Some((3, 8, 0)));
        assert_eq!(parse("x"), None);
    }
}
