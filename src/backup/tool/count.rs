//! Counts the rows in a script of `mysqldump` or `mariadb-dump` while it passes by.
//!
//! Those programs see a state of the rows that no other session can be given, so the rows are
//! counted where they are: in the script. It has one `INSERT` per line or several lines, texts with
//! a backslash before every newline and quote (MySQL 8.4 manual, 6.5.4; MariaDB documentation,
//! "mariadb-dump"), and bodies of routines between `DELIMITER ;;` and `DELIMITER ;`.

use std::collections::BTreeMap;

const INSERT: &[u8] = b"INSERT INTO `";
const DELIMITER: &[u8] = b"DELIMITER ";
const VALUES: &[u8] = b"VALUES";

/// The counter.
#[derive(Debug)]
pub(super) struct Counter {
    place: Place,
    in_body: bool,
    table: Vec<u8>,
    counts: BTreeMap<String, u64>,
}

/// Where in the script the next byte is.
#[derive(Debug)]
enum Place {
    /// In the first bytes of a line, which so far begin like something that matters.
    Begin(Vec<u8>),
    /// In a line that does not matter.
    Rest,
    /// In the name of the table; true after a backquote that may end it.
    Name(bool),
    /// Between name and rows: the last bytes outside of backquotes, and whether inside.
    Head(Vec<u8>, bool),
    /// Among rows: how many parentheses are open.
    Rows(u32),
    /// In a text inside a row; true after a backslash.
    Text(u32, bool),
}

impl Counter {
    pub(super) fn new() -> Self {
        Self {
            place: Place::Begin(Vec::new()),
            in_body: false,
            table: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    /// Sees the next bytes.
    pub(super) fn see(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            let place = std::mem::replace(&mut self.place, Place::Rest);
            self.place = self.next(place, byte);
        }
    }

    /// Rows by table, of those that have any.
    pub(super) fn counts(self) -> BTreeMap<String, u64> {
        self.counts
    }

    fn next(&mut self, place: Place, byte: u8) -> Place {
        match place {
            Place::Begin(line) => self.begin(line, byte),
            Place::Rest if byte == b'\n' => Place::Begin(Vec::new()),
            Place::Rest => Place::Rest,
            Place::Name(true) if byte != b'`' => Place::Head(vec![byte], false),
            Place::Name(false) if byte == b'`' => Place::Name(true),
            Place::Name(_) => {
                self.table.push(byte);
                Place::Name(false)
            }
            Place::Head(last, inside) => head(last, inside, byte),
            Place::Rows(0) if byte == b';' => Place::Rest,
            Place::Rows(open) => match byte {
                b'(' => {
                    if open == 0 {
                        let table = String::from_utf8_lossy(&self.table).into_owned();
                        *self.counts.entry(table).or_default() += 1;
                    }
                    Place::Rows(open + 1)
                }
                b')' => Place::Rows(open.saturating_sub(1)),
                b'\'' => Place::Text(open, false),
                _ => Place::Rows(open),
            },
            Place::Text(open, true) => Place::Text(open, false),
            Place::Text(open, false) => match byte {
                b'\\' => Place::Text(open, true),
                b'\'' => Place::Rows(open),
                _ => Place::Text(open, false),
            },
        }
    }

    fn begin(&mut self, mut line: Vec<u8>, byte: u8) -> Place {
        if byte == b'\n' {
            if line.starts_with(DELIMITER) {
                self.in_body = line[DELIMITER.len()..] != *b";";
            }
            return Place::Begin(Vec::new());
        }
        line.push(byte);
        if line == INSERT && !self.in_body {
            self.table.clear();
            return Place::Name(false);
        }
        let matters = INSERT.starts_with(&line)
            || DELIMITER.starts_with(&line)
            || (line.starts_with(DELIMITER) && line.len() < 32);
        if matters {
            Place::Begin(line)
        } else {
            Place::Rest
        }
    }
}

/// Rows begin after the word outside of the names of columns.
fn head(mut last: Vec<u8>, inside: bool, byte: u8) -> Place {
    if byte == b'`' {
        return Place::Head(Vec::new(), !inside);
    }
    if inside {
        return Place::Head(last, true);
    }
    last.push(byte);
    if last.ends_with(VALUES) {
        return Place::Rows(0);
    }
    let surplus = last.len().saturating_sub(VALUES.len());
    last.drain(..surplus);
    Place::Head(last, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(script: &str, piece: usize) -> Vec<(String, u64)> {
        let mut counter = Counter::new();
        for part in script.as_bytes().chunks(piece) {
            counter.see(part);
        }
        counter.counts().into_iter().collect()
    }

    #[test]
    fn rows_are_counted_and_nothing_else() {
        let script = "CREATE TABLE `a` (\n  `x` int DEFAULT (1),\n);\n\
            INSERT INTO `a` VALUES (1,'),(\\'','x'),(2,NULL,_binary '\\\\');\n\
            INSERT INTO `a` VALUES\n(3,'(',''),\n(4,'a''b;','');\n\
            INSERT INTO `b``(` (`VALUES (`, `d`) VALUES (1,2);\n\
            DELIMITER ;;\nCREATE TRIGGER t BEGIN\nINSERT INTO `a` VALUES (9);\nEND ;;\nDELIMITER ;\n\
            INSERT INTO `c` VALUES (0x00);\n-- INSERT INTO `c` VALUES (1);\n";
        let expected = [("a", 4), ("b`(", 1), ("c", 1)].map(|(t, n)| (t.to_owned(), n));
        for piece in [1, 7, 4096] {
            assert_eq!(count(script, piece), expected, "in pieces of {piece}");
        }
    }
}
