//! The shape of a JSON text. `serde_json` judges the text; this only finds where its keys stand.

use super::StrictError;
use super::node::{Key, Node, Place};
use serde::de::IgnoredAny;

/// The shape of a text, at most `deepest` values inside one another.
pub(super) fn scan(text: &str, deepest: usize) -> Result<Node, StrictError> {
    // Skips without recursion, whatever the depth.
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        return Err(refused(&error));
    }
    let mut scanner = Scanner {
        rest: text.char_indices().peekable(),
        text,
        here: Place { line: 1, column: 1 },
        deepest,
    };
    scanner.value(1)
}

/// What `serde_json` says, without the place it repeats at the end.
pub(super) fn refused(error: &serde_json::Error) -> StrictError {
    let number = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let (line, column) = (number(error.line()), number(error.column()));
    let text = error.to_string();
    let place = format!(" at line {line} column {column}");
    let message = text.strip_suffix(&place).unwrap_or(&text).to_owned();
    if error.is_data() {
        StrictError::WrongValue {
            line,
            column,
            message,
        }
    } else {
        StrictError::Malformed {
            line,
            column,
            message,
        }
    }
}

struct Scanner<'a> {
    rest: std::iter::Peekable<std::str::CharIndices<'a>>,
    text: &'a str,
    here: Place,
    deepest: usize,
}

impl Scanner<'_> {
    fn value(&mut self, depth: usize) -> Result<Node, StrictError> {
        if depth > self.deepest {
            return Err(StrictError::Malformed {
                line: self.here.line,
                column: self.here.column,
                message: format!("more than {} values inside one another", self.deepest),
            });
        }
        match self.peek() {
            Some('{') => self.map(depth),
            Some('[') => self.list(depth),
            Some('"') => Ok(Node::Text(self.text())),
            _ => {
                while self.peek().is_some_and(|c| !",]}".contains(c)) {
                    self.next();
                }
                Ok(Node::Scalar)
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Node, StrictError> {
        let mut entries = Vec::new();
        self.next();
        while self.peek().is_some_and(|c| c != '}') {
            let place = self.here;
            let name = self.text();
            let key = Key { name, place };
            self.skip(':');
            entries.push((key, self.value(depth + 1)?));
            self.skip(',');
        }
        self.next();
        Ok(Node::Map(entries))
    }

    fn list(&mut self, depth: usize) -> Result<Node, StrictError> {
        let (place, mut items) = (self.here, Vec::new());
        self.next();
        while self.peek().is_some_and(|c| c != ']') {
            items.push(self.value(depth + 1)?);
            self.skip(',');
        }
        self.next();
        Ok(Node::List(place, items))
    }

    /// A string. One that cannot be read (a lone surrogate) is told as it stands; reading the whole
    /// text refuses it afterwards.
    fn text(&mut self) -> String {
        let from = self.place();
        self.next();
        while let Some(c) = self.next() {
            match c {
                '\\' => {
                    self.next();
                }
                '"' => break,
                _ => {}
            }
        }
        let raw = self.text.get(from..self.place()).unwrap_or_default();
        serde_json::from_str(raw).unwrap_or_else(|_| raw.to_owned())
    }

    /// The next character that is not white space.
    fn peek(&mut self) -> Option<char> {
        while self
            .rest
            .peek()
            .is_some_and(|(_, c)| c.is_ascii_whitespace())
        {
            self.next();
        }
        self.rest.peek().map(|(_, c)| *c)
    }

    fn skip(&mut self, expected: char) {
        if self.peek() == Some(expected) {
            self.next();
        }
    }

    fn place(&mut self) -> usize {
        self.rest.peek().map_or(self.text.len(), |(at, _)| *at)
    }

    fn next(&mut self) -> Option<char> {
        let (_, c) = self.rest.next()?;
        if c == '\n' {
            self.here.line += 1;
            self.here.column = 1;
        } else {
            self.here.column += 1;
        }
        Some(c)
    }
}
