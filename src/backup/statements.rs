//! Copies in text, cut into statements again.

use super::error::BackupError;
use std::io::{self, Read};

/// What stands between two statements of structure. Their own text may hold any `;`.
const BETWEEN: &str = ";\n-- end of statement\n";

/// Statements of structure as one text that a client can read, too.
pub(super) fn join<'a>(statements: impl Iterator<Item = &'a str>) -> Result<String, BackupError> {
    let mut text = String::new();
    for statement in statements {
        if statement.contains(BETWEEN) {
            let problem = "a definition holds the line \"-- end of statement\"".to_owned();
            return Err(BackupError::Structure(problem));
        }
        text.extend([statement, BETWEEN]);
    }
    Ok(text)
}

/// What [`join`] put together.
pub(super) fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(BETWEEN).filter(|piece| !piece.trim().is_empty())
}

/// Reads statements that hold values, one after the other, so that memory is bounded by one row.
/// Literals are between single quotes, a quote inside is doubled or has a backslash before it: so
/// they are printed by `quote_nullable` (PostgreSQL 18 manual, 9.4: `E'…'` where there is a
/// backslash) and by `QUOTE` (MySQL 8.4 manual, 14.8).
pub(super) struct Statements<R> {
    from: R,
    buffer: Vec<u8>,
    at: usize,
}

impl<R: Read> Statements<R> {
    /// Reads from what is unpacked already.
    pub(super) fn new(from: R) -> Self {
        Self {
            from,
            buffer: Vec::new(),
            at: 0,
        }
    }

    /// The next statement without its end; `None` after the last.
    pub(super) fn next(&mut self) -> io::Result<Option<String>> {
        let mut statement = Vec::new();
        let (mut inside, mut escaped) = (false, false);
        while let Some(byte) = self.byte()? {
            match byte {
                b';' if !inside => return text(statement).map(Some),
                _ if escaped => escaped = false,
                b'\\' if inside => escaped = true,
                b'\'' => inside = !inside,
                _ => {}
            }
            statement.push(byte);
        }
        if statement.iter().all(u8::is_ascii_whitespace) {
            return Ok(None);
        }
        let problem = "the copy ends inside a statement";
        Err(io::Error::new(io::ErrorKind::UnexpectedEof, problem))
    }

    fn byte(&mut self) -> io::Result<Option<u8>> {
        if self.at == self.buffer.len() {
            self.buffer.resize(64 * 1024, 0);
            let read = self.from.read(&mut self.buffer)?;
            self.buffer.truncate(read);
            self.at = 0;
        }
        let byte = self.buffer.get(self.at).copied();
        self.at += usize::from(byte.is_some());
        Ok(byte)
    }
}

fn text(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<String> {
        let mut statements = Statements::new(text.as_bytes());
        std::iter::from_fn(|| statements.next().unwrap())
            .map(|statement| statement.trim().to_owned())
            .collect()
    }

    #[test]
    fn values_do_not_end_statements() {
        assert_eq!(
            cut("INSERT ('a;b', 'it''s;', E'back\\\\slash\\';');\nINSERT ('x\n;');\n"),
            [
                "INSERT ('a;b', 'it''s;', E'back\\\\slash\\';')",
                "INSERT ('x\n;')"
            ]
        );
    }

    #[test]
    fn what_is_cut_off_is_noticed() {
        for text in ["INSERT ('a", "INSERT (1)"] {
            assert!(Statements::new(text.as_bytes()).next().is_err(), "{text}");
        }
    }

    #[test]
    fn structure_comes_back_as_it_went() {
        let statements = ["CREATE TABLE a (b text DEFAULT ';')", "DO $$ ; $$"];
        let text = join(statements.into_iter()).unwrap();
        assert_eq!(split(&text).collect::<Vec<_>>(), statements);
        assert!(join([text.as_str()].into_iter()).is_err());
    }
}
