//! What is refused in a script, where, and what to write instead.

use thiserror::Error;

/// One violation in a declared script.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: {reason}")]
pub struct ScriptError {
    /// Line of the offending text, from 1.
    pub line: usize,
    /// Column of the offending text, from 1, in characters.
    pub column: usize,
    /// What is wrong and what to do about it.
    pub reason: Reason,
    /// The first few tokens there, bounded; literals are replaced by an ellipsis.
    pub snippet: String,
}

/// Why a script, or one statement of it, is refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Reason {
    /// A statement that does not declare structure, by its verb.
    #[error("{0} is not allowed in a declaration: declare structure only")]
    NotAllowed(String),
    /// A `CREATE` of something that is not part of one database's schema.
    #[error("CREATE {0} is not allowed in a declaration: it is not part of the schema")]
    NotSchema(String),
    /// A temporary object or schema.
    #[error("temporary objects are not allowed in a declaration: they end with the session")]
    Temporary,
    /// `OR REPLACE` on an object that holds data or cannot be replaced.
    #[error("CREATE OR REPLACE {0} is not allowed in a declaration: write CREATE {0}")]
    OrReplace(String),
    /// `CREATE TABLE ... AS SELECT` in any of its forms.
    #[error("CREATE TABLE from a query is not allowed: declare the columns instead")]
    TableFromQuery,
    /// `CREATE INDEX CONCURRENTLY`.
    #[error("CONCURRENTLY is not part of a declaration: how an index is built is planned later")]
    Concurrently,
    /// Schema elements inside `CREATE SCHEMA`.
    #[error("CREATE SCHEMA takes no elements here: write each as a statement of its own")]
    SchemaElements,
    /// A function loaded from a library file.
    #[error("functions from library files are not allowed in a declaration")]
    LoadableFunction,
    /// An explicit `DEFINER` account.
    #[error("DEFINER is not allowed in a declaration: objects belong to the account that applies")]
    Definer,
    /// A table option that reaches outside the database.
    #[error("table option {0} is not allowed: it reaches outside the database")]
    Option(String),
    /// A `MySQL` or `MariaDB` name with its database.
    #[error("names carry no database here: remove \"{0}\" and its dot")]
    DatabaseInName(String),
    /// A name in a schema that a declaration may not write to.
    #[error("schema \"{0}\" cannot hold declared objects: use another schema or none")]
    ForeignSchema(String),
    /// A name of more parts than schema and object.
    #[error("a name has at most two parts here, schema and object: remove the database")]
    TooManyParts,
    /// A `CREATE` without a readable name.
    #[error("a name is expected after CREATE {0}")]
    NoName(String),
    /// `GRANT` or `REVOKE` on everything in a schema.
    #[error(
        "ON ALL is not allowed in a declaration: name the objects, since it speaks only of those it names"
    )]
    GrantOnAll,
    /// An `ALTER` that dumps do not use.
    #[error("this ALTER is not allowed in a declaration: write the wanted state in CREATE")]
    Alter,
    /// An `ALTER` with several actions.
    #[error("an ALTER takes one action here: write each as a statement of its own")]
    AlterList,
    /// A session setting that dumps do not write, or not with this value.
    #[error("SET {0} is not allowed in a declaration: only the harmless SET lines of dumps are")]
    Setting(String),
    /// A client command, `\connect` and the like.
    #[error("client command {0} is not allowed in a declaration")]
    ClientCommand(String),
    /// An executable comment around anything but a `SET` line of a dump, or what a table has beyond
    /// others.
    #[error(
        "executable comments are not allowed except around SET lines and inside CREATE TABLE: write plain SQL"
    )]
    ExecutableComment,
    /// A `DELIMITER` line that is not understood.
    #[error("DELIMITER takes one word of 1 to 16 characters out of $ / | ; & % ^ ~ ! here")]
    Delimiter,
    /// The delimiter, or a `DELIMITER` line, inside a routine body.
    #[error("the statement is cut inside its body: move the delimiter behind its END")]
    DelimiterInBody,
    /// A literal, quoted name or comment that does not end.
    #[error("{0} is not closed")]
    Unclosed(&'static str),
    /// A closing parenthesis too many.
    #[error("\")\" without its \"(\"")]
    ExtraParenthesis,
    /// An opening parenthesis too many.
    #[error("\"(\" without its \")\" before the end of the statement")]
    OpenParenthesis,
    /// A body whose `END` is missing.
    #[error("the body of the statement is not ended: add its END")]
    OpenBody,
    /// A body whose blocks do not match.
    #[error("{0} does not fit here: the blocks of the body do not match")]
    BlockMismatch(String),
    /// Tokens behind the `END` of a body.
    #[error("the statement goes on after its END: separate statements by a semicolon")]
    AfterEnd,
    /// Parentheses or blocks nested too deeply.
    #[error(
        "nested deeper than {} levels: simplify the statement",
        super::MAX_NESTING
    )]
    TooDeep,
    /// A character that SQL has no use for outside of literals, by its code point.
    #[error("character U+{0:04X} is not allowed here: remove it")]
    Character(u32),
    /// A number that runs into something else.
    #[error("a number is followed by other text: put a space between them")]
    NumberJunk,
    /// A quoted name written with Unicode escapes.
    #[error("names with Unicode escapes are not allowed: write the characters themselves")]
    EscapedName,
    /// An escape string continued on the next line.
    #[error("an escape string is continued after its end: write it as one literal")]
    ContinuedString,
    /// A script over [`super::MAX_SCRIPT_BYTES`].
    #[error(
        "the script is larger than {} bytes: split the declaration",
        super::MAX_SCRIPT_BYTES
    )]
    TooLarge,
    /// A script over [`super::MAX_STATEMENTS`].
    #[error(
        "more than {} statements: split the declaration",
        super::MAX_STATEMENTS
    )]
    TooMany,
}

/// A refusal inside one statement: the token it is about, and why.
#[derive(Debug)]
pub(super) struct Refusal {
    /// Index of the offending token in the statement.
    pub(super) token: usize,
    /// Why.
    pub(super) reason: Reason,
}

impl Refusal {
    /// A refusal at a token of the statement.
    pub(super) fn at(token: usize, reason: Reason) -> Self {
        Self { token, reason }
    }
}
