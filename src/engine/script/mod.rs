//! Declared scripts: lexer, splitter, classifier.

/// Whose lexical rules apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flavor {
    /// `PostgreSQL`.
    Postgres,
    /// `MySQL`.
    Mysql,
    /// `MariaDB`.
    Mariadb,
    /// `SQLite`.
    Sqlite,
}

/// One statement of a script as its author wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its text.
    pub text: String,
    /// Line from 1.
    pub line: usize,
    /// Column from 1.
    pub column: usize,
}
