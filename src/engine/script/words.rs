//! One statement's tokens, read by position.

use super::{Flavor, Token, TokenKind, identifier};

/// Longest word that is repeated in a message, in characters.
const MAX_SHOWN_WORD: usize = 40;

/// The tokens of one statement with the text they stand in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'a> {
    /// Dialect of the text.
    pub(super) flavor: Flavor,
    /// The text that token offsets point into.
    pub(super) text: &'a str,
    /// The tokens, comments left out.
    pub(super) tokens: &'a [Token],
}

/// A dotted name: its parts and the index of the token behind it.
#[derive(Debug)]
pub(super) struct Name {
    /// One to any number of parts, folded and unescaped.
    pub(super) parts: Vec<String>,
    /// Index of the token behind the name.
    pub(super) end: usize,
}

impl<'a> Words<'a> {
    /// The kind of token `index`, if there is one.
    pub(super) fn kind(&self, index: usize) -> Option<TokenKind> {
        self.tokens.get(index).map(|token| token.kind)
    }

    /// The text of token `index`; empty behind the last.
    pub(super) fn raw(&self, index: usize) -> &'a str {
        let token = self.tokens.get(index);
        token
            .and_then(|token| self.text.get(token.start..token.end))
            .unwrap_or_default()
    }

    /// Whether token `index` is this keyword, unquoted, in any case.
    pub(super) fn is(&self, index: usize, keyword: &str) -> bool {
        self.kind(index) == Some(TokenKind::Word) && self.raw(index).eq_ignore_ascii_case(keyword)
    }

    /// Whether token `index` is one of these keywords.
    pub(super) fn any(&self, index: usize, keywords: &[&str]) -> bool {
        keywords.iter().any(|keyword| self.is(index, keyword))
    }

    /// Whether the tokens from `index` on are these keywords, separated by spaces; if so, how
    /// many they are.
    pub(super) fn sequence(&self, index: usize, keywords: &str) -> Option<usize> {
        let mut count = 0;
        for keyword in keywords.split(' ') {
            if !self.is(index + count, keyword) {
                return None;
            }
            count += 1;
        }
        Some(count)
    }

    /// Whether token `index` is this symbol.
    pub(super) fn symbol(&self, index: usize, symbol: &str) -> bool {
        self.kind(index) == Some(TokenKind::Symbol) && self.raw(index) == symbol
    }

    /// Whether the statement is over before `index`.
    pub(super) fn ended(&self, index: usize) -> bool {
        index >= self.tokens.len()
    }

    /// Token `index` as a name part. `SQLite` takes string literals for names too (`parse.y`,
    /// rule `nm`).
    pub(super) fn part(&self, index: usize) -> Option<String> {
        match self.kind(index)? {
            TokenKind::Word | TokenKind::Quoted => {}
            TokenKind::String if self.flavor == Flavor::Sqlite => {}
            TokenKind::String | TokenKind::Number | TokenKind::Symbol => return None,
        }
        Some(identifier(self.flavor, self.raw(index)))
    }

    /// The dotted name at `index`.
    pub(super) fn name(&self, index: usize) -> Option<Name> {
        let mut parts = vec![self.part(index)?];
        let mut end = index + 1;
        while self.symbol(end, ".")
            && let Some(part) = self.part(end + 1)
        {
            parts.push(part);
            end += 2;
        }
        Some(Name { parts, end })
    }

    /// Token `index` for a message: upper case, bounded, nothing but a word.
    pub(super) fn shown(&self, index: usize) -> String {
        match self.kind(index) {
            Some(TokenKind::Word) => self
                .raw(index)
                .chars()
                .take(MAX_SHOWN_WORD)
                .collect::<String>()
                .to_uppercase(),
            Some(TokenKind::Symbol) => self.raw(index).chars().take(MAX_SHOWN_WORD).collect(),
            Some(TokenKind::Quoted | TokenKind::String | TokenKind::Number) | None => {
                "this statement".to_owned()
            }
        }
    }

    /// The index behind the parenthesis group that opens at `index`; `index` itself when none
    /// opens there.
    pub(super) fn behind_group(&self, index: usize) -> usize {
        if !self.symbol(index, "(") {
            return index;
        }
        let mut depth = 0_usize;
        for at in index..self.tokens.len() {
            if self.symbol(at, "(") {
                depth += 1;
            } else if self.symbol(at, ")") {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
        }
        self.tokens.len()
    }
}
