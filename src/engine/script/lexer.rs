//! The four dialects' tokens.
//!
//! Rules follow `scan.l` of `PostgreSQL` 18 (manual 4.1), `sql_lex.cc` of `MySQL` 8.4 (manual
//! 11.1, 11.2, 11.7) and `MariaDB` 11.8, and `tokenize.c` of `SQLite` 3.

mod literal;

use literal::Inside;

use super::{Flavor, Reason};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A keyword or unquoted name.
    Word,
    /// A quoted name.
    Quoted,
    /// A string literal, without its prefix word (`N`, `_utf8mb4`) but with the `E` of
    /// `PostgreSQL`; dollar-quoted strings too.
    String,
    /// A number.
    Number,
    /// Anything else: one character, or a whole `@variable`.
    Symbol,
}

/// One token: its kind and where it stands in the text it was read from, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Offset of its first byte.
    pub start: usize,
    /// Offset behind its last byte.
    pub end: usize,
}

/// The tokens of one statement; comments are skipped.
///
/// Reading stops at the first thing that is not a token, which cannot happen in the text of a
/// piece.
pub fn tokens(flavor: Flavor, text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for lexeme in Lexer::new(flavor, text).map_while(Result::ok) {
        match lexeme {
            Lexeme::Token(token) => tokens.push(token),
            Lexeme::Executable(comment) => {
                tokens.extend(inside(flavor, text, comment).unwrap_or_default());
            }
            Lexeme::Delimiter => {}
        }
    }
    tokens
}

/// The tokens inside an executable comment, as a server reads them that is new enough.
///
/// Older ones read on behind it, so the inside must be whole by itself: no comment in it, no
/// semicolon, no literal that goes on behind it. `None` where it is not.
pub(super) fn inside(flavor: Flavor, text: &str, comment: Token) -> Option<Vec<Token>> {
    let raw = text.get(comment.start..comment.end)?.strip_suffix("*/")?;
    let inner = raw
        .strip_prefix("/*!")
        .or_else(|| raw.strip_prefix("/*M!"))?;
    let inner = inner.trim_start_matches(|c: char| c.is_ascii_digit());
    if ["/*", "--", "#", ";"]
        .iter()
        .any(|mark| inner.contains(mark))
    {
        return None;
    }
    let from = comment.start + raw.len() - inner.len();
    let mut tokens = Vec::new();
    for lexeme in Lexer::new(flavor, inner) {
        let token = lexeme.ok().and_then(Lexeme::token)?;
        tokens.push(Token {
            start: from + token.start,
            end: from + token.end,
            ..token
        });
    }
    Some(tokens)
}

/// What the lexer finds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Lexeme {
    /// A token.
    Token(Token),
    /// An executable comment, `/*! ... */` or `/*M! ... */`, from its `/` to its `/`.
    Executable(Token),
    /// The delimiter that a `DELIMITER` line has set.
    Delimiter,
}

impl Lexeme {
    /// The token, if it is one.
    pub(super) fn token(self) -> Option<Token> {
        match self {
            Self::Token(token) => Some(token),
            Self::Executable(_) | Self::Delimiter => None,
        }
    }
}

/// A place in the text where no token can be read.
#[derive(Debug)]
pub(super) struct LexError {
    /// Offset of what is wrong, in bytes.
    pub(super) at: usize,
    /// Why.
    pub(super) reason: Reason,
}

/// Reads lexemes from a text, front to back, each byte a bounded number of times.
#[derive(Debug)]
pub(super) struct Lexer<'a> {
    flavor: Flavor,
    text: &'a str,
    at: usize,
    delimiter: Option<&'a str>,
}

impl<'a> Lexer<'a> {
    /// A lexer at the start of `text`.
    pub(super) fn new(flavor: Flavor, text: &'a str) -> Self {
        Self {
            flavor,
            text,
            at: 0,
            delimiter: None,
        }
    }

    /// Goes on reading at `offset`, which must be behind everything read so far.
    pub(super) fn skip_to(&mut self, offset: usize) {
        self.at = offset;
    }

    /// Sets the delimiter of the client; `None` for the semicolon.
    pub(super) fn set_delimiter(&mut self, delimiter: Option<&'a str>) {
        self.delimiter = delimiter;
    }

    fn byte(&self, offset: usize) -> u8 {
        // The text holds no NUL, so 0 stands for its end.
        self.text.as_bytes().get(offset).copied().unwrap_or(0)
    }

    fn rest(&self, offset: usize) -> &'a str {
        self.text.get(offset..).unwrap_or_default()
    }

    fn fail<T>(at: usize, reason: Reason) -> Result<T, LexError> {
        Err(LexError { at, reason })
    }

    /// Skips white space and comments; stops at an executable comment.
    fn skip_blank(&mut self) -> Result<(), LexError> {
        loop {
            match (self.byte(self.at), self.byte(self.at + 1)) {
                (b' ' | b'\t' | b'\n' | b'\r' | 0x0C, _) => self.at += 1,
                (b'-', b'-') if self.dashes_comment() => self.line_comment(),
                (b'#', _) if self.flavor.is_mysql_family() => self.line_comment(),
                (b'/', b'*') if self.is_executable() => return Ok(()),
                (b'/', b'*') => self.at = self.block_comment()?,
                _ => return Ok(()),
            }
        }
    }

    /// `MySQL` wants white space or a control character behind the dashes (manual 11.7).
    fn dashes_comment(&self) -> bool {
        let next = self.byte(self.at + 2);
        !self.flavor.is_mysql_family() || next <= b' ' || next == 0x7F
    }

    fn line_comment(&mut self) {
        // Only PostgreSQL ends a line comment at a lone carriage return (scan.l, "comment").
        let ends =
            |byte: &u8| *byte == b'\n' || (*byte == b'\r' && self.flavor == Flavor::Postgres);
        let rest = self.rest(self.at).as_bytes();
        self.at += rest.iter().position(ends).unwrap_or(rest.len());
    }

    fn is_executable(&self) -> bool {
        let rest = self.rest(self.at);
        self.flavor.is_mysql_family() && (rest.starts_with("/*!") || rest.starts_with("/*M!"))
    }

    /// The end of the block comment that starts here. Only `PostgreSQL` nests them.
    fn block_comment(&self) -> Result<usize, LexError> {
        let mut depth = 1_usize;
        let mut at = self.at + 2;
        while at < self.text.len() {
            match (self.byte(at), self.byte(at + 1)) {
                (b'*', b'/') => {
                    at += 2;
                    depth -= 1;
                    if depth == 0 {
                        return Ok(at);
                    }
                }
                (b'/', b'*') if self.flavor == Flavor::Postgres => {
                    at += 2;
                    depth += 1;
                }
                _ => at += 1,
            }
        }
        Self::fail(self.at, Reason::Unclosed("a comment"))
    }

    fn lexeme(&mut self) -> Result<Option<Lexeme>, LexError> {
        self.skip_blank()?;
        let start = self.at;
        if start >= self.text.len() {
            return Ok(None);
        }
        if let Some(delimiter) = self.delimiter
            && self.rest(start).starts_with(delimiter)
        {
            self.at = start + delimiter.len();
            return Ok(Some(Lexeme::Delimiter));
        }
        if self.is_executable() {
            self.at = self.block_comment()?;
            let token = Token {
                kind: TokenKind::Symbol,
                start,
                end: self.at,
            };
            return Ok(Some(Lexeme::Executable(token)));
        }
        let (kind, end) = self.token(start)?;
        self.at = end;
        Ok(Some(Lexeme::Token(Token { kind, start, end })))
    }

    fn token(&self, start: usize) -> Result<(TokenKind, usize), LexError> {
        let byte = self.byte(start);
        let mysql = self.flavor.is_mysql_family();
        match byte {
            b'\'' | b'"' if mysql => self.string(start, start, Inside::Backslash),
            b'\'' => self.string(start, start, Inside::Doubled),
            b'"' => self.quoted(start, b'"', Inside::Doubled),
            b'`' if self.flavor != Flavor::Postgres => self.quoted(start, b'`', Inside::Doubled),
            b'[' if self.flavor == Flavor::Sqlite => self.quoted(start, b']', Inside::Bare),
            b'$' if self.flavor == Flavor::Postgres => self.dollar(start),
            b'@' if mysql => Ok((TokenKind::Symbol, self.variable(start))),
            b'0'..=b'9' => self.number(start),
            b'.' if !mysql && self.byte(start + 1).is_ascii_digit() => self.number(start),
            _ if self.starts_word(byte) => self.word(start),
            b'$' | b'@' | b'#' | b':' | b'?' if self.flavor == Flavor::Sqlite => {
                // Variables have no use in a schema and rules of their own in tokenize.c.
                Self::fail(start, Reason::Character(u32::from(byte)))
            }
            0..b' ' | 0x7F => Self::fail(start, Reason::Character(u32::from(byte))),
            _ => Ok((TokenKind::Symbol, start + 1)),
        }
    }

    fn starts_word(&self, byte: u8) -> bool {
        let dollar = byte == b'$' && self.flavor.is_mysql_family();
        byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 || dollar
    }

    fn continues_word(byte: u8) -> bool {
        byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || byte >= 0x80
    }

    /// The end of the run of name characters at `at`, cut at the delimiter as clients do.
    fn word_end(&self, start: usize) -> usize {
        let mut at = start;
        while Self::continues_word(self.byte(at)) {
            let dollar = self.byte(at) == b'$' && at > start;
            if dollar
                && self
                    .delimiter
                    .is_some_and(|text| self.rest(at).starts_with(text))
            {
                break;
            }
            at += 1;
        }
        at
    }

    fn word(&self, start: usize) -> Result<(TokenKind, usize), LexError> {
        let end = self.word_end(start);
        let word = self.text.get(start..end).unwrap_or_default();
        if let Some(at) = word.find('\u{FEFF}') {
            // SQLite reads this character as white space, the others as part of the name.
            return Self::fail(start + at, Reason::Character(0xFEFF));
        }
        if self.flavor == Flavor::Postgres {
            if word.eq_ignore_ascii_case("e") && self.byte(end) == b'\'' {
                return self.escape_string(start, end);
            }
            if word.eq_ignore_ascii_case("u") && self.rest(end).starts_with("&\"") {
                return Self::fail(start, Reason::EscapedName);
            }
        }
        Ok((TokenKind::Word, end))
    }
}

impl Iterator for Lexer<'_> {
    type Item = Result<Lexeme, LexError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.lexeme().transpose()
    }
}
