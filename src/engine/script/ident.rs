//! Names as the servers understand them.

use super::Flavor;

/// The name a token means: folded by the dialect when unquoted, unescaped when quoted.
///
/// `PostgreSQL` lower-cases ASCII letters of unquoted names (manual 18, section 4.1.1); the
/// others keep names as written, and compare them by rules of their own.
pub fn identifier(flavor: Flavor, token_text: &str) -> String {
    let bracketed = flavor == Flavor::Sqlite;
    let mut chars = token_text.chars();
    let close = match chars.next() {
        Some('[') if bracketed => ']',
        Some('\'') if bracketed => '\'',
        Some('`') if flavor != Flavor::Postgres => '`',
        Some('"') => '"',
        Some(_) | None => return fold(flavor, token_text),
    };
    let inner = chars.as_str();
    let inner = inner.strip_suffix(close).unwrap_or(inner);
    if close == ']' {
        return inner.to_owned();
    }
    inner.replace(&format!("{close}{close}"), &close.to_string())
}

fn fold(flavor: Flavor, name: &str) -> String {
    match flavor {
        Flavor::Postgres => name.to_ascii_lowercase(),
        Flavor::Mysql | Flavor::Mariadb | Flavor::Sqlite => name.to_owned(),
    }
}

/// A name for a message: bounded, without control characters.
pub(super) fn shown(name: &str) -> String {
    const MAX_SHOWN_NAME: usize = 64;
    let printable = |c: char| if c.is_control() { '?' } else { c };
    name.chars().take(MAX_SHOWN_NAME).map(printable).collect()
}
