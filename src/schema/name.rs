//! Names of objects, and the rule by which a dialect calls two of them the same.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of an object inside one database: a namespace (PostgreSQL calls it a schema; empty
/// where the engine has none) and a name, both exactly as the engine's catalog holds them.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
pub struct Name {
    /// The namespace; empty on `MySQL`, `MariaDB` and `SQLite`.
    pub schema: String,
    /// The name inside the namespace.
    pub name: String,
}

impl Name {
    /// A name inside a namespace.
    pub fn new(schema: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            schema: schema.into(),
            name: name.into(),
        }
    }

    /// A name on an engine without namespaces.
    pub fn bare(name: impl Into<String>) -> Self {
        Self::new("", name)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.schema.is_empty() {
            write!(f, "{}", self.name)
        } else {
            write!(f, "{}.{}", self.schema, self.name)
        }
    }
}

/// How a dialect compares identifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// Byte for byte (`PostgreSQL`; table names on `MySQL` with `lower_case_table_names=0`).
    Exact,
    /// ASCII letters compare without case (`SQLite`, section "Identifiers" of its language manual).
    AsciiCase,
    /// Unicode letters compare without case (`MySQL` and `MariaDB` column, index and constraint
    /// names; `MySQL` 8.4 manual, 11.2.3 "Identifier Case Sensitivity").
    UnicodeCase,
}

impl Fold {
    /// The key under which two identifiers that mean the same thing are equal.
    pub fn key(self, identifier: &str) -> String {
        match self {
            Self::Exact => identifier.to_owned(),
            Self::AsciiCase => identifier.to_ascii_lowercase(),
            Self::UnicodeCase => identifier.to_lowercase(),
        }
    }

    /// The key of a whole name.
    pub fn name(self, name: &Name) -> Name {
        Name::new(self.key(&name.schema), self.key(&name.name))
    }

    /// Whether two identifiers mean the same thing.
    pub fn same(self, left: &str, right: &str) -> bool {
        self.key(left) == self.key(right)
    }
}

/// Replaces an identifier in SQL where it stands as a whole word, bare or quoted, outside string
/// literals.
pub fn replace_word(sql: &str, from: &str, to: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' => string_length(rest),
            _ if is_word(first) => rest.find(|c: char| !is_word(c)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (token, tail) = rest.split_at(length);
        out.push_str(if token == from { to } else { token });
        rest = tail;
    }
    out
}

/// The length in bytes of the string literal `sql` starts with.
fn string_length(sql: &str) -> usize {
    let mut inside = sql.char_indices().skip(1).peekable();
    while let Some((at, c)) = inside.next() {
        if c == '\'' {
            if inside.peek().is_some_and(|(_, next)| *next == '\'') {
                inside.next();
            } else {
                return at + 1;
            }
        }
    }
    sql.len()
}

/// The name that a type is printed by, without the brackets of an array; `None` where it has no
/// namespace.
pub fn type_name(printed: &str) -> Option<Name> {
    let element = printed.strip_suffix("[]").unwrap_or(printed);
    let (schema, rest) = identifier(element)?;
    let (name, rest) = identifier(rest.strip_prefix('.')?)?;
    rest.is_empty().then(|| Name::new(schema, name))
}

/// Gives other names to what stands in SQL as a namespace and a name, outside string literals;
/// the namespace stays. What is called like a function is none of it.
pub(super) fn replace_qualified(sql: &str, to: impl Fn(&Name) -> Option<String>) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let mut length = match first {
            '\'' => string_length(rest),
            _ => first.len_utf8(),
        };
        if let Some((schema, behind)) = identifier(rest) {
            length = rest.len() - behind.len();
            let qualified = behind.strip_prefix('.').and_then(identifier);
            if let Some((name, behind)) = qualified.filter(|(_, tail)| !tail.starts_with('('))
                && let Some(other) = to(&Name::new(schema, name))
            {
                out.push_str(&rest[..=length]);
                out.push_str(&other);
                rest = behind;
                continue;
            }
        }
        let (token, tail) = rest.split_at(length);
        out.push_str(token);
        rest = tail;
    }
    out
}

/// The identifier that SQL starts with, bare or quoted, and what follows it.
fn identifier(sql: &str) -> Option<(String, &str)> {
    if let Some(inside) = sql.strip_prefix('"') {
        let mut from = 0;
        loop {
            let at = from + inside[from..].find('"')?;
            let tail = &inside[at + 1..];
            if tail.starts_with('"') {
                from = at + 2;
            } else {
                return Some((inside[..at].replace("\"\"", "\""), tail));
            }
        }
    }
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
    let end = sql.find(|c: char| !is_word(c)).unwrap_or(sql.len());
    (end > 0).then(|| (sql[..end].to_owned(), &sql[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_types_are_read() {
        let of = |printed| type_name(printed).map(|name| (name.schema, name.name));
        let pair = |schema: &str, name: &str| Some((schema.to_owned(), name.to_owned()));
        assert_eq!(of("public.mood"), pair("public", "mood"));
        assert_eq!(of("public.\"A \"\"b\"[]"), pair("public", "A \"b"));
        for printed in ["integer", "numeric(5,2)", "public.t(5)", "\"open.x", ""] {
            assert_eq!(of(printed), None, "{printed}");
        }
    }

    #[test]
    fn qualified_names_are_replaced_outside_literals() {
        let to = |name: &Name| (name.name == "mood").then(|| "other".to_owned());
        for (sql, expected) in [
            ("'public.mood'::public.mood", "'public.mood'::public.other"),
            (
                "(a = ANY (ARRAY['x'::\"public\".\"mood\"]))",
                "(a = ANY (ARRAY['x'::\"public\".other]))",
            ),
            ("public.mood('x'::text)", "public.mood('x'::text)"),
            ("public.moody = mood.x", "public.moody = mood.x"),
            ("'it''s'::public.mood[]", "'it''s'::public.other[]"),
        ] {
            assert_eq!(replace_qualified(sql, to), expected);
        }
    }
}
