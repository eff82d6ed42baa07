//! Strings, quoted names, variables and numbers.

use super::{LexError, Lexer, TokenKind};
use crate::engine::script::Reason;

/// How a quoted thing treats what is inside it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    /// A doubled quote stands for one.
    Doubled,
    /// As above, and a backslash takes the next character.
    Backslash,
    /// The first closing character ends it.
    Bare,
}

impl Lexer<'_> {
    /// `E'...'`. A literal goes on behind a line break by the rules of its first part (manual
    /// 4.1.2.1); that form is refused rather than followed.
    pub(super) fn escape_string(
        &self,
        start: usize,
        quote: usize,
    ) -> Result<(TokenKind, usize), LexError> {
        let (kind, end) = self.string(start, quote, Inside::Backslash)?;
        let mut ahead = Lexer { at: end, ..*self };
        ahead.skip_blank()?;
        if ahead.byte(ahead.at) == b'\'' {
            return Self::fail(ahead.at, Reason::ContinuedString);
        }
        Ok((kind, end))
    }

    pub(super) fn string(
        &self,
        start: usize,
        quote: usize,
        inside: Inside,
    ) -> Result<(TokenKind, usize), LexError> {
        match self.closing(quote, self.byte(quote), inside) {
            Some(end) => Ok((TokenKind::String, end)),
            None => Self::fail(start, Reason::Unclosed("a string")),
        }
    }

    pub(super) fn quoted(
        &self,
        start: usize,
        close: u8,
        inside: Inside,
    ) -> Result<(TokenKind, usize), LexError> {
        match self.closing(start, close, inside) {
            Some(end) => Ok((TokenKind::Quoted, end)),
            None => Self::fail(start, Reason::Unclosed("a quoted name")),
        }
    }

    fn closing(&self, open: usize, close: u8, inside: Inside) -> Option<usize> {
        let mut at = open + 1;
        while at < self.text.len() {
            let byte = self.byte(at);
            if byte == b'\\' && inside == Inside::Backslash {
                at += 2;
            } else if byte != close {
                at += 1;
            } else if inside != Inside::Bare && self.byte(at + 1) == close {
                at += 2;
            } else {
                return Some(at + 1);
            }
        }
        None
    }

    /// A dollar-quoted string (manual 4.1.2.4) or a parameter of a routine body.
    pub(super) fn dollar(&self, start: usize) -> Result<(TokenKind, usize), LexError> {
        let mut at = start + 1;
        if self.byte(at).is_ascii_digit() {
            while self.byte(at).is_ascii_digit() {
                at += 1;
            }
            return self.separate(TokenKind::Symbol, start, at);
        }
        while self.byte(at) != b'$' && Self::continues_word(self.byte(at)) {
            at += 1;
        }
        if self.byte(at) != b'$' {
            return Self::fail(start, Reason::Character(u32::from(b'$')));
        }
        let tag = self.text.get(start..=at).unwrap_or_default();
        match self.rest(at + 1).find(tag) {
            Some(length) => Ok((TokenKind::String, at + 1 + length + tag.len())),
            None => Self::fail(start, Reason::Unclosed("a dollar-quoted string")),
        }
    }

    /// `@name`, `@@name` as one token, so that `@begin` is no `BEGIN`. A quoted name or host
    /// behind the sign is a token of its own.
    pub(super) fn variable(&self, start: usize) -> usize {
        let mut at = start + 1;
        if self.byte(at) == b'@' {
            at += 1;
        }
        self.word_end(at)
    }

    pub(super) fn number(&self, start: usize) -> Result<(TokenKind, usize), LexError> {
        if self.flavor.is_mysql_family() {
            return self.mysql_number(start);
        }
        let mut end = start;
        loop {
            let byte = self.byte(end);
            let part = byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.';
            if !part && !self.exponent_sign(end) {
                return self.separate(TokenKind::Number, start, end);
            }
            end += 1;
        }
    }

    /// Whether a sign stands at `at` that belongs to an exponent, as in `1e-5`.
    fn exponent_sign(&self, at: usize) -> bool {
        let behind_e = matches!(self.byte(at.saturating_sub(1)), b'e' | b'E');
        let sign = matches!(self.byte(at), b'+' | b'-');
        sign && behind_e && self.byte(at + 1).is_ascii_digit()
    }

    /// In the `MySQL` family a name may begin with digits (manual 11.2).
    fn mysql_number(&self, start: usize) -> Result<(TokenKind, usize), LexError> {
        let mut end = self.word_end(start);
        let run = self.text.get(start..end).unwrap_or_default();
        let tail = run.trim_start_matches(|c: char| c.is_ascii_digit());
        let exponent = tail.strip_prefix(['e', 'E']);
        let power = exponent.is_some_and(|p| p.bytes().all(|byte| byte.is_ascii_digit()));
        let radix = tail.starts_with(['x', 'b']) && run.starts_with('0');
        if !(tail.is_empty() || power || radix) {
            return Ok((TokenKind::Word, end));
        }
        if tail.is_empty() && self.byte(end) == b'.' && self.byte(end + 1).is_ascii_digit() {
            end = self.word_end(end + 1);
        }
        if self.exponent_sign(end) {
            end = self.word_end(end + 1);
        }
        self.separate(TokenKind::Number, start, end)
    }

    /// Refuses a number glued to what follows: servers of different age read that differently.
    fn separate(
        &self,
        kind: TokenKind,
        start: usize,
        end: usize,
    ) -> Result<(TokenKind, usize), LexError> {
        let next = self.byte(end);
        let cut = self
            .delimiter
            .is_some_and(|text| self.rest(end).starts_with(text));
        let glued = Self::continues_word(next) || matches!(next, b'\'' | b'"' | b'`');
        if glued && !cut {
            return Self::fail(start, Reason::NumberJunk);
        }
        Ok((kind, end))
    }
}
