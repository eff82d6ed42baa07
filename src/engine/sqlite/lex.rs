//! Tokens of the statements SQLite keeps in `sqlite_schema.sql`, after its `tokenize.c`.
//!
//! Unlike the lexer for declared scripts this one refuses nothing: what it reads was accepted by
//! SQLite, perhaps by an older and laxer one.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A keyword or a bare name.
    Word,
    /// A name in `"…"`, `[…]` or backquotes.
    Quoted,
    /// A string in `'…'`.
    Text,
    /// A literal in `x'…'`.
    Blob,
    /// A number.
    Number,
    /// An operator or a mark.
    Symbol,
}

/// A token and its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: Kind,
    /// As written.
    pub(super) text: &'a str,
}

impl Token<'_> {
    /// Whether it is that keyword (upper case), unquoted.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is that mark.
    pub(super) fn is_symbol(&self, symbol: &str) -> bool {
        self.kind == Kind::Symbol && self.text == symbol
    }

    /// The name it means, where it can be one: SQLite takes strings for names, too.
    pub(super) fn name(&self) -> Option<String> {
        match self.kind {
            Kind::Word => Some(self.text.to_owned()),
            Kind::Quoted | Kind::Text => Some(self.inside()),
            Kind::Blob | Kind::Number | Kind::Symbol => None,
        }
    }

    /// What stands between the quotes.
    pub(super) fn inside(&self) -> String {
        let mut chars = self.text.chars();
        let close = match chars.next() {
            Some('[') => ']',
            Some(quote) => quote,
            None => return String::new(),
        };
        let inner = chars.as_str();
        let inner = inner.strip_suffix(close).unwrap_or(inner);
        if close == ']' {
            return inner.to_owned();
        }
        inner.replace(&format!("{close}{close}"), &close.to_string())
    }
}

/// The tokens of a statement; white space and comments are left out.
pub(super) fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = sql.get(at..).filter(|rest| !rest.is_empty()) {
        let (kind, length) = next(rest);
        if let (Some(kind), Some(text)) = (kind, rest.get(..length)) {
            found.push(Token { kind, text });
        }
        at += length;
    }
    found
}

/// The kind (none for a blank) and the length in bytes of what `rest` starts with.
fn next(rest: &str) -> (Option<Kind>, usize) {
    let bytes = rest.as_bytes();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    match (byte(0), byte(1)) {
        (b' ' | b'\t' | b'\n' | b'\r' | 0x0C, _) => (None, 1),
        (b'-', b'-') => (None, rest.find('\n').unwrap_or(rest.len())),
        (b'/', b'*') => {
            let inner = rest.get(2..).unwrap_or_default();
            (None, inner.find("*/").map_or(rest.len(), |end| end + 4))
        }
        (b'\'', _) => (Some(Kind::Text), quoted(rest, 0, b'\'')),
        (b'x' | b'X', b'\'') => (Some(Kind::Blob), quoted(rest, 1, b'\'')),
        (quote @ (b'"' | b'`'), _) => (Some(Kind::Quoted), quoted(rest, 0, quote)),
        (b'[', _) => (
            Some(Kind::Quoted),
            rest.find(']').map_or(rest.len(), |end| end + 1),
        ),
        (b'0'..=b'9', _) | (b'.', b'0'..=b'9') => (Some(Kind::Number), number(bytes)),
        (first, _) if is_name(first) => {
            let end = bytes.iter().position(|byte| !is_name(*byte));
            (Some(Kind::Word), end.unwrap_or(rest.len()))
        }
        _ => (Some(Kind::Symbol), symbol(rest)),
    }
}

fn is_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || byte >= 0x80
}

/// The length of a quoted thing whose quote stands at `open`; a doubled quote stands for one.
fn quoted(rest: &str, open: usize, quote: u8) -> usize {
    let bytes = rest.as_bytes();
    let mut at = open + 1;
    while let Some(byte) = bytes.get(at) {
        if *byte != quote {
            at += 1;
        } else if bytes.get(at + 1) == Some(&quote) {
            at += 2;
        } else {
            return at + 1;
        }
    }
    rest.len()
}

fn number(bytes: &[u8]) -> usize {
    let hexadecimal = matches!(bytes.get(1), Some(b'x' | b'X'));
    let mut end = 0;
    while let Some(byte) = bytes.get(end) {
        let exponent = !hexadecimal && end > 0 && matches!(bytes.get(end - 1), Some(b'e' | b'E'));
        let sign = exponent && matches!(byte, b'+' | b'-');
        if !(byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_') || sign) {
            break;
        }
        end += 1;
    }
    end
}

fn symbol(rest: &str) -> usize {
    const LONG: [&str; 11] = [
        "->>", "->", "||", "<=", ">=", "<>", "!=", "==", "<<", ">>", "::",
    ];
    let long = LONG.iter().find(|symbol| rest.starts_with(**symbol));
    long.map_or_else(
        || rest.chars().next().map_or(1, char::len_utf8),
        |symbol| symbol.len(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_blanks_vanish_and_quotes_stay() {
        let sql = "a /* b */ -- c\n\"d\"\"e\" [f g] `h` 'it''s' x'0A' 1e-5 .5 0x1F <= ||-";
        let texts: Vec<&str> = tokens(sql).iter().map(|token| token.text).collect();
        assert_eq!(
            texts,
            [
                "a",
                "\"d\"\"e\"",
                "[f g]",
                "`h`",
                "'it''s'",
                "x'0A'",
                "1e-5",
                ".5",
                "0x1F",
                "<=",
                "||",
                "-"
            ]
        );
    }

    #[test]
    fn names_lose_their_quotes() {
        let names: Vec<String> = tokens("\"a\"\"b\" [c d] `e` 'f' g")
            .iter()
            .filter_map(Token::name)
            .collect();
        assert_eq!(names, ["a\"b", "c d", "e", "f", "g"]);
    }

    #[test]
    fn what_is_not_closed_ends_with_the_text() {
        for sql in ["'a", "\"a", "[a", "x'0", "é€"] {
            assert_eq!(tokens(sql).len(), 1, "{sql}");
        }
        assert!(tokens("/* a").is_empty());
    }
}
