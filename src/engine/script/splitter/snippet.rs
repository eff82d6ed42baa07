//! What an error repeats of a script: never literals, never much.

use crate::engine::script::ident::shown;
use crate::engine::script::{Token, TokenKind};

/// Most tokens of a statement repeated in an error.
const SNIPPET_TOKENS: usize = 6;
/// Longest token repeated in an error, in characters.
const SNIPPET_TOKEN_CHARS: usize = 32;

/// The first tokens of a text on one line, without literals.
pub(super) fn snippet(text: &str, tokens: &[Token]) -> String {
    let mut shown_tokens = Vec::new();
    for token in tokens.iter().take(SNIPPET_TOKENS) {
        let raw = text.get(token.start..token.end).unwrap_or_default();
        shown_tokens.push(match token.kind {
            TokenKind::String => "'…'".to_owned(),
            TokenKind::Number => "…".to_owned(),
            TokenKind::Symbol if raw.starts_with("/*") => "/*! … */".to_owned(),
            TokenKind::Word | TokenKind::Quoted | TokenKind::Symbol => bounded(raw),
        });
    }
    shown_tokens.join(" ")
}

/// A piece of text for a message: short, without control characters.
pub(super) fn bounded(raw: &str) -> String {
    let cut: String = raw.chars().take(SNIPPET_TOKEN_CHARS).collect();
    shown(&cut)
}
