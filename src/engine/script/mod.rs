//! Declared SQL scripts: lexed, split into statements and checked against an allow-list.
//!
//! Invariant: a [`Piece`] is exactly one statement in the eyes of its server, of a kind that
//! declares structure. Where the lexer is in doubt it ends a statement early or refuses it, so
//! nothing can ride along inside a piece. The servers' lexical rules are those of sessions that
//! pin `standard_conforming_strings = on` (PostgreSQL) and an `sql_mode` without `ANSI_QUOTES`,
//! `NO_BACKSLASH_ESCAPES` and `ORACLE` (MySQL, MariaDB); engines must pin these.
//!
//! Imports nothing but the standard library and `thiserror`.

mod alter;
mod body;
mod classify;
mod compound;
mod create;
mod error;
mod grant;
mod head;
mod ident;
mod lexer;
mod place;
mod qualify;
mod refers;
mod session;
mod splitter;
#[cfg(test)]
mod tests;
mod words;

pub use error::{Reason, ScriptError};
pub use ident::identifier;
pub use lexer::{Token, TokenKind, tokens};
pub use refers::Referred;

/// Largest script that is read, in bytes (16 MiB).
pub const MAX_SCRIPT_BYTES: usize = 16 * 1024 * 1024;
/// Most statements one script may hold, the ignored ones included.
pub const MAX_STATEMENTS: usize = 100_000;
/// Most violations reported for one script; further ones are left out.
pub const MAX_ERRORS: usize = 50;
/// Deepest nesting of parentheses, and of blocks in a routine body.
pub const MAX_NESTING: usize = 200;

/// The dialect whose lexical and grammatical rules a script follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flavor {
    /// `PostgreSQL` 14 and later.
    Postgres,
    /// `MySQL` 8.0 and later.
    Mysql,
    /// `MariaDB` 10.6 and later.
    Mariadb,
    /// `SQLite` 3.
    Sqlite,
}

impl Flavor {
    /// Whether the `MySQL` family's lexical rules apply.
    pub(super) fn is_mysql_family(self) -> bool {
        matches!(self, Self::Mysql | Self::Mariadb)
    }
}

/// One statement of a script as its author wrote it.
///
/// Comments around it are trimmed and its terminator is removed; comments inside it stay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The statement, without terminator.
    pub text: String,
    /// Line of its first character, from 1; lines end at `\n`.
    pub line: usize,
    /// Column of its first character, from 1, in characters.
    pub column: usize,
    /// What it declares.
    pub kind: PieceKind,
}

/// What a statement of a script declares.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum PieceKind {
    /// `CREATE [UNLOGGED] TABLE`.
    CreateTable,
    /// `CREATE [UNIQUE | FULLTEXT | SPATIAL] INDEX`.
    CreateIndex,
    /// `CREATE [MATERIALIZED | RECURSIVE] VIEW`.
    CreateView,
    /// `CREATE [CONSTRAINT] TRIGGER`.
    CreateTrigger,
    /// `CREATE FUNCTION` and `CREATE PROCEDURE`.
    CreateRoutine,
    /// `CREATE SEQUENCE`.
    CreateSequence,
    /// `CREATE SCHEMA` of `PostgreSQL`.
    CreateSchema,
    /// `CREATE TYPE`.
    CreateType,
    /// `CREATE DOMAIN`.
    CreateDomain,
    /// `CREATE EXTENSION`.
    CreateExtension,
    /// `CREATE EVENT` of `MySQL` and `MariaDB`.
    CreateEvent,
    /// `CREATE POLICY`.
    CreatePolicy,
    /// `CREATE VIRTUAL TABLE` of `SQLite`.
    CreateVirtualTable,
    /// Another structural object, by its upper-case SQL words: `AGGREGATE`, `CAST`, `RULE`, ...
    CreateOther(String),
    /// An `ALTER` of the few that dumps write to complete a `CREATE`.
    Alter(AlterKind),
    /// `COMMENT ON` of `PostgreSQL`.
    Comment,
    /// `GRANT` and `REVOKE` of `PostgreSQL`, on one or several objects by name.
    Grant,
    /// A session line of a dump, by its leading words; it is not to be executed.
    Ignored(String),
}

/// The `ALTER` forms that dumps use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AlterKind {
    /// `ALTER TABLE ... ADD [CONSTRAINT ...] PRIMARY KEY | UNIQUE | FOREIGN KEY | CHECK | ...`,
    /// in the `MySQL` family `ADD INDEX | KEY`, and `ALTER DOMAIN ... ADD CONSTRAINT`.
    AddConstraint,
    /// `ALTER TABLE ... ALTER COLUMN ... SET DEFAULT`.
    ColumnDefault,
    /// `ALTER TABLE ... ALTER COLUMN ... ADD GENERATED ... AS IDENTITY`.
    ColumnIdentity,
    /// `ALTER TABLE ... ALTER COLUMN ... SET NOT NULL`.
    ColumnNotNull,
    /// `ALTER TABLE ... ALTER COLUMN ... SET STATISTICS | STORAGE | COMPRESSION | (...)`.
    ColumnOption,
    /// `ALTER ... OWNER TO`.
    Owner,
    /// `ALTER SEQUENCE ... OWNED BY`.
    SequenceOwnedBy,
    /// `ALTER TABLE ... ENABLE | FORCE ROW LEVEL SECURITY`.
    RowSecurity,
    /// `ALTER TABLE | INDEX ... ATTACH PARTITION`.
    AttachPartition,
    /// `ALTER TABLE ... REPLICA IDENTITY`.
    ReplicaIdentity,
    /// `ALTER TABLE ... CLUSTER ON`.
    ClusterOn,
    /// `ALTER TABLE ... ENABLE | DISABLE TRIGGER`.
    TriggerState,
    /// `ALTER TEXT SEARCH CONFIGURATION ... ADD MAPPING FOR`.
    SearchMapping,
}

/// Splits a declared script into its statements and checks each against the allow-list.
///
/// # Errors
/// All violations found, in the order of the script, at most [`MAX_ERRORS`]. A violation that
/// leaves the rest of the text without meaning (an open string, say) is the last.
pub fn split(flavor: Flavor, text: &str) -> Result<Vec<Piece>, Vec<ScriptError>> {
    splitter::split(flavor, text)
}

/// The name (optional schema, name) of the object a `CREATE` piece makes.
///
/// Both parts are folded and unescaped by [`identifier`]. `None` for pieces that create nothing
/// or whose object has no name of its own (casts, operators, unnamed indexes).
pub fn created_name(flavor: Flavor, piece: &Piece) -> Option<(Option<String>, String)> {
    head::created_name(flavor, &piece.text)
}

/// The tables that a piece names without making them: those its foreign keys refer to, and the one
/// an index is made on.
pub fn referred(flavor: Flavor, piece: &Piece) -> Vec<Referred> {
    refers::referred(flavor, piece)
}
