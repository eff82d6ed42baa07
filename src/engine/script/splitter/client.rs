//! Lines of a script that are for the client program instead of the server.

use super::Splitter;
use super::snippet::bounded;
use crate::engine::script::{Flavor, PieceKind, Reason, Token, TokenKind};

/// Longest delimiter of a client, in characters.
const MAX_DELIMITER: usize = 16;

impl<'a> Splitter<'a> {
    /// The rows behind `COPY ... FROM stdin;` are data, not SQL: they are neither read nor shown.
    pub(super) fn skip_copied_rows(&mut self, from: usize) {
        const MARK: &str = "\n\\.";
        let rest = self.text.get(from..).unwrap_or_default();
        let end = rest
            .find(MARK)
            .map_or(self.text.len(), |at| from + at + MARK.len());
        self.lexer.skip_to(end);
    }

    /// Takes a line that is for the client: `DELIMITER //`, `\connect`, `.read`.
    pub(super) fn client_line(&mut self, token: Token, raw: &str) -> bool {
        let delimiter = self.flavor.is_mysql_family()
            && token.kind == TokenKind::Word
            && raw.eq_ignore_ascii_case("DELIMITER");
        let dot = raw == "." && self.flavor == Flavor::Sqlite;
        let command = token.kind == TokenKind::Symbol && (raw == "\\" || dot);
        if !delimiter && !command {
            return false;
        }
        let rest = self.text.get(token.start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        self.place.advance(self.text, token.start);
        self.lexer.skip_to(token.start + line.len());
        if delimiter {
            self.set_delimiter(token, line.get(raw.len()..).unwrap_or_default().trim());
        } else {
            self.client_command(token, line.trim_end());
        }
        true
    }

    fn set_delimiter(&mut self, token: Token, word: &'a str) {
        let allowed = |c: char| "$/|;&%^~!".contains(c);
        if word.is_empty() || word.len() > MAX_DELIMITER || !word.chars().all(allowed) {
            return self.error(token.start, Reason::Delimiter, "DELIMITER".to_owned());
        }
        self.lexer
            .set_delimiter(if word == ";" { None } else { Some(word) });
    }

    /// `\restrict` and `\unrestrict` of `pg_dump` are ignored, all other commands refused.
    fn client_command(&mut self, token: Token, line: &str) {
        self.count += 1;
        let mut parts = line.split_ascii_whitespace();
        let command = parts.next().unwrap_or_default();
        let key = parts.next().unwrap_or_default();
        let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let known = matches!(command, "\\restrict" | "\\unrestrict");
        if self.flavor == Flavor::Postgres && known && plain && parts.next().is_none() {
            return self.piece(line, PieceKind::Ignored(command.to_owned()));
        }
        let name = bounded(command);
        self.error(token.start, Reason::ClientCommand(name.clone()), name);
    }
}
