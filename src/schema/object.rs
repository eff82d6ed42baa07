//! Objects beside tables that their engine prints whole: views, routines, triggers, types.
//!
//! One is known by the statement that makes it. Two are compared by what the server printed, and
//! one is changed by making it again, in place where the engine can.

use super::{Attributes, Dependency, Fold, Name};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What an object is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// `PostgreSQL` extension.
    Extension,
    /// `PostgreSQL` collation.
    Collation,
    /// `PostgreSQL` enumerated type.
    Enum,
    /// `PostgreSQL` range type.
    RangeType,
    /// `PostgreSQL` composite type.
    CompositeType,
    /// `PostgreSQL` domain.
    Domain,
    /// Check of a `PostgreSQL` domain.
    DomainCheck,
    /// Sequence that no column counts with.
    Sequence,
    /// Function.
    Function,
    /// Procedure.
    Procedure,
    /// View.
    View,
    /// `PostgreSQL` materialized view.
    MaterializedView,
    /// Index of a materialized view.
    ViewIndex,
    /// `PostgreSQL` exclusion constraint.
    Exclusion,
    /// `PostgreSQL` 18 key `WITHOUT OVERLAPS`, or foreign key with `PERIOD`.
    Temporal,
    /// `PostgreSQL` extended statistics.
    Statistics,
    /// `PostgreSQL` rewrite rule.
    Rule,
    /// `PostgreSQL` row-level security policy.
    Policy,
    /// Trigger.
    Trigger,
    /// `MySQL` or `MariaDB` event.
    Event,
    /// What one `PostgreSQL` role may do with one object, or one column, beyond or below what it may by
    /// default. Seen only where a declaration asks for it.
    Grant,
}

impl Kind {
    /// All kinds with the word people use, in the order in which one may need another.
    const WORDS: [(Self, &'static str); 21] = [
        (Self::Extension, "extension"),
        (Self::Collation, "collation"),
        (Self::Enum, "enum"),
        (Self::RangeType, "range type"),
        (Self::CompositeType, "composite type"),
        (Self::Domain, "domain"),
        (Self::DomainCheck, "domain constraint"),
        (Self::Sequence, "sequence"),
        (Self::Function, "function"),
        (Self::Procedure, "procedure"),
        (Self::View, "view"),
        (Self::MaterializedView, "materialized view"),
        (Self::ViewIndex, "index of a materialized view"),
        (Self::Exclusion, "exclusion constraint"),
        (Self::Temporal, "temporal constraint"),
        (Self::Statistics, "statistics"),
        (Self::Rule, "rule"),
        (Self::Policy, "policy"),
        (Self::Trigger, "trigger"),
        (Self::Event, "event"),
        (Self::Grant, "grant"),
    ];

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        let mut words = Self::WORDS.iter();
        words
            .find(|(kind, _)| *kind == self)
            .map_or("", |(_, word)| word)
    }

    /// The kind that a word stands for.
    pub fn parse(word: &str) -> Option<Self> {
        let mut words = Self::WORDS.iter();
        words
            .find(|(_, known)| *known == word)
            .map(|(kind, _)| *kind)
    }

    /// Whether it shares names with tables and can be read like one.
    pub fn is_relation(self) -> bool {
        matches!(self, Self::View | Self::MaterializedView)
    }

    /// Whether it hangs on what its key names (a relation; a domain; for a grant anything), and goes with it.
    pub fn is_part(self) -> bool {
        matches!(
            self,
            Self::DomainCheck
                | Self::ViewIndex
                | Self::Exclusion
                | Self::Temporal
                | Self::Rule
                | Self::Policy
                | Self::Trigger
                | Self::Grant
        )
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Behind the role of a grant on the sequence that counts a column.
pub const SEQUENCE: &str = " on sequence";

/// Identifies an object. Serialised as `kind namespace|name|part`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct ObjectKey {
    /// What it is.
    pub kind: Kind,
    /// Its name (a routine's with its argument types); of a part, the name of what it hangs on.
    pub name: Name,
    /// The own name of a part; empty otherwise.
    pub part: String,
}

impl ObjectKey {
    /// An object with a name of its own.
    pub fn new(kind: Kind, name: Name) -> Self {
        Self {
            kind,
            name,
            part: String::new(),
        }
    }

    /// An object that hangs on `on`.
    pub fn part(kind: Kind, on: Name, part: impl Into<String>) -> Self {
        Self {
            kind,
            name: on,
            part: part.into(),
        }
    }

    /// The part of a grant on one column.
    pub fn on_column(role: &str, column: &str) -> String {
        format!("{role} ({column})")
    }

    /// The role and the column of a grant on one column, or on the sequence that counts it: what
    /// [`ObjectKey::on_column`] wrote.
    pub fn column(&self) -> Option<(&str, &str)> {
        let part = Some(self.part.as_str()).filter(|_| self.kind == Kind::Grant)?;
        // A quoted role may hold anything.
        let behind = part
            .strip_prefix('"')
            .map_or(Some(0), |rest| rest.find('"'))?;
        let at = behind + part.get(behind..)?.find(" (")?;
        let (role, column) = part.split_at_checked(at)?;
        Some((role, column.strip_prefix(" (")?.strip_suffix(')')?))
    }

    /// The name it goes by: a part's own, a routine's without its arguments.
    pub fn bare(&self) -> &str {
        if self.part.is_empty() {
            let name = &self.name.name;
            name.split_once('(').map_or(name, |(bare, _)| bare)
        } else {
            &self.part
        }
    }

    /// The key under which two that mean the same object are equal.
    pub(super) fn folded(&self, (tables, parts): (Fold, Fold)) -> Self {
        let names = if self.kind.is_relation() || self.kind.is_part() {
            tables
        } else {
            parts
        };
        Self {
            kind: self.kind,
            name: names.name(&self.name),
            part: parts.key(&self.part),
        }
    }
}

impl fmt::Display for ObjectKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind, self.name)?;
        if self.part.is_empty() {
            Ok(())
        } else {
            write!(f, ".{}", self.part)
        }
    }
}

impl From<ObjectKey> for String {
    fn from(key: ObjectKey) -> Self {
        format!(
            "{} {}|{}|{}",
            key.kind, key.name.schema, key.name.name, key.part
        )
    }
}

impl TryFrom<String> for ObjectKey {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let read = || {
            let (left, rest) = text.split_once('|')?;
            let (name, part) = rest.rsplit_once('|')?;
            let (kind, schema) = left.rsplit_once(' ')?;
            Some(Self::part(
                Kind::parse(kind)?,
                Name::new(schema, name),
                part,
            ))
        };
        read().ok_or_else(|| "expected `kind namespace|name|part`".to_owned())
    }
}

/// An object as its engine prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Defined {
    /// SHA-256 (hex) of what decides whether two are the same.
    pub hash: String,
    /// The statement that makes it.
    pub definition: String,
    /// What others may lean on, in order: a view's columns with their types, a routine's result
    /// and the names of its arguments, an enum's labels, what a domain is made of. Engines can add to it, hardly ever take away.
    pub face: Vec<String>,
    /// What is changed without making it again: comment, state, options of a sequence.
    pub attributes: Attributes,
    /// Relations (and columns of them) that the server knows it leans on.
    pub depends_on: Vec<Dependency>,
    /// Relations that its text names, where the server keeps no dependencies.
    pub mentions: Vec<Dependency>,
    /// Other objects that it leans on.
    pub uses: Vec<ObjectKey>,
    /// What is not managed and leans on it, in the server's words. Never compared.
    #[serde(skip)]
    pub strangers: Vec<String>,
    /// Statements that give a new object of this definition the owner and grants this one has.
    /// Never compared.
    #[serde(skip)]
    pub rights: Vec<String>,
}

impl Defined {
    /// Whether there is nothing to change between the two.
    pub fn same(&self, other: &Self) -> bool {
        self.hash == other.hash && self.attributes == other.attributes
    }

    /// All relations it leans on, as far as is known.
    pub fn leans(&self) -> impl Iterator<Item = &Dependency> {
        self.depends_on.iter().chain(&self.mentions)
    }
}

/// A change of one object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectChange {
    /// It is made.
    Create(ObjectKey, Defined),
    /// It is made anew or altered. The keys differ where what it hangs on gets another name.
    Replace(Box<Replaced>),
    /// It goes.
    Drop(ObjectKey, Defined),
}

/// An object before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// What it is called before and after.
    pub keys: super::Pair<ObjectKey>,
    /// What it is before and after.
    pub objects: super::Pair<Defined>,
}

impl ObjectChange {
    /// What it is called when the plan is done (or was, if it goes).
    pub fn key(&self) -> &ObjectKey {
        match self {
            Self::Create(key, _) | Self::Drop(key, _) => key,
            Self::Replace(replaced) => &replaced.keys.desired,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_back_from_their_text() {
        let key = ObjectKey::part(Kind::Trigger, Name::new("public", "a|b"), "c");
        let text = String::from(key.clone());
        assert_eq!(text, "trigger public|a|b|c");
        assert_eq!(ObjectKey::try_from(text), Ok(key));
        let key = ObjectKey::new(Kind::ViewIndex, Name::new("", "v"));
        assert_eq!(ObjectKey::try_from(String::from(key.clone())), Ok(key));
        assert!(ObjectKey::try_from("thing a|b|".to_owned()).is_err());
    }

    #[test]
    fn grants_know_their_column() {
        let on = |part: &str| ObjectKey::part(Kind::Grant, Name::bare("t"), part);
        assert_eq!(on("reporter (a (b)").column(), Some(("reporter", "a (b")));
        assert_eq!(on("\"x (y\" (a)").column(), Some(("\"x (y\"", "a")));
        let counts = on("reporter on sequence (id)");
        assert_eq!(counts.column(), Some(("reporter on sequence", "id")));
        assert_eq!(on("PUBLIC").column(), None);
        let policy = ObjectKey::part(Kind::Policy, Name::bare("t"), "p (a)");
        assert_eq!(policy.column(), None);
    }

    #[test]
    fn every_kind_has_a_word() {
        for (kind, word) in Kind::WORDS {
            assert_eq!(kind.as_str(), word);
            assert_eq!(Kind::parse(word), Some(kind));
        }
    }

    #[test]
    fn routines_are_called_without_their_arguments() {
        let key = ObjectKey::new(Kind::Function, Name::bare("f(integer, text)"));
        assert_eq!(key.bare(), "f");
        assert_eq!(
            ObjectKey::part(Kind::Trigger, Name::bare("t"), "r").bare(),
            "r"
        );
    }
}
