//! Rust source as far as the architecture test needs it: tokens with their lines, comments and
//! literals left out, and the paths they form with groups and `super` written out.

/// A word or one character of punctuation; `::` is one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What is written.
    pub(super) text: String,
    /// Where, counted from 1.
    pub(super) line: usize,
}

/// A path of the source with its segments written out: `use a::{b, c}` are two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Path {
    /// `crate`, then the modules; or a crate, then its items.
    pub(super) segments: Vec<String>,
    /// Where it stands, counted from 1.
    pub(super) line: usize,
}

/// The words and the punctuation of a source.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let end = skip(&chars, at).unwrap_or(at);
        if end > at {
            line += newlines(&chars[at..end]);
            at = end;
            continue;
        }
        let end = word_end(&chars, at);
        let text: String = chars[at..end].iter().collect();
        if !text.trim().is_empty() {
            found.push(Token { text, line });
        }
        line += newlines(&chars[at..end]);
        at = end;
    }
    found
}

fn newlines(chars: &[char]) -> usize {
    chars.iter().filter(|c| **c == '\n').count()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Where the token at `at` ends.
fn word_end(chars: &[char], at: usize) -> usize {
    if is_word(chars[at]) {
        return at + chars[at..].iter().take_while(|c| is_word(**c)).count();
    }
    at + if chars[at..].starts_with(&[':', ':']) {
        2
    } else {
        1
    }
}

/// Where the comment, text or character literal that begins at `at` ends, if one does.
fn skip(chars: &[char], at: usize) -> Option<usize> {
    let rest = &chars[at..];
    let next = rest.get(1).copied();
    match rest[0] {
        '/' if next == Some('/') => Some(at + rest.iter().take_while(|c| **c != '\n').count()),
        '/' if next == Some('*') => Some(at + block_comment(rest)),
        '"' => Some(at + text(rest)),
        'r' if matches!(next, Some('"' | '#')) && before_word(chars, at) => {
            raw_text(rest).map(|length| at + length)
        }
        '\'' => character(rest).map(|length| at + length),
        _ => None,
    }
}

/// Whether `r` at `at` begins a word, or follows only the `b` or `c` of a literal.
fn before_word(chars: &[char], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map(|i| chars[i]);
    match before(1) {
        Some('b' | 'c') => !before(2).is_some_and(is_word),
        other => !other.is_some_and(is_word),
    }
}

fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with(&['/', '*']) {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with(&['*', '/']) {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += 1;
        }
    }
    at
}

fn text(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// `r"…"` and `r#"…"#`; not `r#word`.
fn raw_text(rest: &[char]) -> Option<usize> {
    let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return None;
    }
    let mut end = vec!['"'];
    end.resize(1 + hashes, '#');
    let body = 2 + hashes;
    let length = rest[body..].windows(end.len()).position(|w| w == end)?;
    Some(body + length + end.len())
}

/// A character literal; not a lifetime.
fn character(rest: &[char]) -> Option<usize> {
    if rest.get(1) == Some(&'\\') {
        let end = rest.iter().skip(3).position(|c| *c == '\'')?;
        return Some(end + 4);
    }
    (rest.get(2) == Some(&'\'')).then_some(3)
}

/// The paths of a source that is the module `module` (without `crate`).
pub(super) fn paths(tokens: &[Token], module: &[String]) -> Vec<Path> {
    let mut found = Vec::new();
    let mut inside = Modules::new(module);
    let mut at = 0;
    while at < tokens.len() {
        inside.step(tokens, at);
        let follows = at.checked_sub(1).is_some_and(|i| tokens[i].text == "::");
        if follows || !tokens[at].text.starts_with(is_word) {
            at += 1;
            continue;
        }
        let mut written = Vec::new();
        let end = tree(tokens, at, &[], &mut written);
        found.extend(written.into_iter().map(|path| inside.absolute(path)));
        at = end.max(at + 1);
    }
    found
}

/// Which module a place is in: the file's, and those written inside it.
struct Modules {
    names: Vec<String>,
    /// The brace depth each module written inside the file began at.
    opened: Vec<usize>,
    depth: usize,
}

impl Modules {
    fn new(module: &[String]) -> Self {
        Self {
            names: module.to_vec(),
            opened: Vec::new(),
            depth: 0,
        }
    }

    fn step(&mut self, tokens: &[Token], at: usize) {
        match tokens[at].text.as_str() {
            "{" => {
                if at >= 2 && tokens[at - 2].text == "mod" {
                    self.names.push(tokens[at - 1].text.clone());
                    self.opened.push(self.depth);
                }
                self.depth += 1;
            }
            "}" => {
                self.depth = self.depth.saturating_sub(1);
                if self.opened.last() == Some(&self.depth) {
                    self.opened.pop();
                    self.names.pop();
                }
            }
            _ => {}
        }
    }

    /// `self` and `super` replaced by what they mean here.
    fn absolute(&self, mut path: Path) -> Path {
        let relative = |word: &String| word == "self" || word == "super";
        if path.segments.len() < 2 || !path.segments.first().is_some_and(relative) {
            return path;
        }
        let mut base = self.names.clone();
        while path.segments.first().is_some_and(relative) {
            if path.segments.remove(0) == "super" {
                base.pop();
            }
        }
        base.insert(0, "crate".to_owned());
        base.append(&mut path.segments);
        path.segments = base;
        path
    }
}

/// Writes out the path or group at `at` and answers where it ends.
fn tree(tokens: &[Token], at: usize, before: &[String], found: &mut Vec<Path>) -> usize {
    let Some(token) = tokens.get(at) else {
        return at;
    };
    if token.text == "{" {
        let mut at = at + 1;
        while at < tokens.len() && tokens[at].text != "}" {
            let end = tree(tokens, at, before, found);
            at = end.max(at + 1);
        }
        return at + 1;
    }
    if !token.text.starts_with(is_word) && token.text != "*" {
        return at;
    }
    let mut segments = before.to_vec();
    segments.push(token.text.clone());
    let goes_on = tokens.get(at + 1).is_some_and(|next| next.text == "::");
    let further = tokens.get(at + 2).map_or("", |next| next.text.as_str());
    if goes_on && (further.starts_with(is_word) || further == "{" || further == "*") {
        return tree(tokens, at + 2, &segments, found);
    }
    found.push(Path {
        segments,
        line: token.line,
    });
    at + 1
}
