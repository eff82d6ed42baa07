//! What a `CREATE TABLE` or `CREATE INDEX` that SQLite keeps says, after the grammar of its
//! `parse.y` (`lang_createtable.html`, `lang_createindex.html`).
//!
//! The catalogs' pragmas know neither checks nor constraint names, collations, conflict clauses,
//! `AUTOINCREMENT` or generated expressions; the text does. A text that is not wholly understood
//! is `None`, and its table is then left alone.

use super::lex::{Kind, Token, tokens};

/// A kept `CREATE TABLE`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TableSql<'a> {
    pub(super) columns: Vec<ColumnSql<'a>>,
    pub(super) constraints: Vec<(Option<String>, Constraint<'a>)>,
    pub(super) strict: bool,
    pub(super) without_rowid: bool,
}

/// One column of it, with the constraints written behind its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ColumnSql<'a> {
    pub(super) name: String,
    pub(super) data_type: Vec<Token<'a>>,
    pub(super) constraints: Vec<(Option<String>, Constraint<'a>)>,
}

/// A constraint of a table or of a column; those of a column name no columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Constraint<'a> {
    PrimaryKey {
        parts: Vec<PartSql<'a>>,
        descending: bool,
        autoincrement: bool,
        conflict: Option<String>,
    },
    Unique {
        parts: Vec<PartSql<'a>>,
        conflict: Option<String>,
    },
    NotNull {
        conflict: Option<String>,
    },
    Check(Vec<Token<'a>>),
    Default(Vec<Token<'a>>),
    Collate(String),
    ForeignKey {
        columns: Vec<String>,
        key: Reference,
    },
    /// `DEFERRABLE` that stands apart from its column's `REFERENCES`.
    Deferred,
    Generated {
        expression: Vec<Token<'a>>,
        stored: bool,
    },
    /// `NULL`, which says nothing.
    Nothing,
}

/// A part of a key or an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PartSql<'a> {
    pub(super) term: Vec<Token<'a>>,
    pub(super) collation: Option<String>,
    pub(super) descending: bool,
}

/// What a foreign key refers to and does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) table: String,
    pub(super) columns: Vec<String>,
    pub(super) on_delete: Option<String>,
    pub(super) on_update: Option<String>,
    pub(super) matching: Option<String>,
    pub(super) deferred: bool,
}

/// A kept `CREATE INDEX`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct IndexSql<'a> {
    pub(super) unique: bool,
    pub(super) parts: Vec<PartSql<'a>>,
    pub(super) predicate: Option<Vec<Token<'a>>>,
}

/// Reads a `CREATE TABLE`.
pub(super) fn table(sql: &str) -> Option<TableSql<'_>> {
    let tokens = tokens(sql);
    let mut cursor = Cursor {
        tokens: &tokens,
        at: 0,
    };
    cursor.expect_words(&["CREATE", "TABLE"])?;
    cursor.qualified_name()?;
    let body = cursor.parenthesised()?;
    let mut table = TableSql::default();
    while !cursor.done() {
        if cursor.words(&["WITHOUT", "ROWID"]) {
            table.without_rowid = true;
        } else if cursor.words(&["STRICT"]) {
            table.strict = true;
        } else if !cursor.symbol(",") {
            return None;
        }
    }
    let mut body = Cursor {
        tokens: &body,
        at: 0,
    };
    loop {
        if body.at_table_constraint() {
            break;
        }
        table.columns.push(body.column()?);
        if !body.symbol(",") {
            break;
        }
    }
    while !body.done() {
        let constraint = body.named(Cursor::table_constraint)?;
        table.constraints.push(constraint);
        body.symbol(",");
    }
    Some(table)
}

/// Reads a `CREATE INDEX`.
pub(super) fn index(sql: &str) -> Option<IndexSql<'_>> {
    let tokens = tokens(sql);
    let mut cursor = Cursor {
        tokens: &tokens,
        at: 0,
    };
    cursor.expect_words(&["CREATE"])?;
    let unique = cursor.words(&["UNIQUE"]);
    cursor.expect_words(&["INDEX"])?;
    cursor.qualified_name()?;
    cursor.expect_words(&["ON"])?;
    cursor.name()?;
    let parts = cursor.parts()?;
    let predicate = cursor.words(&["WHERE"]).then(|| cursor.rest());
    cursor.done().then_some(IndexSql {
        unique,
        parts,
        predicate,
    })
}

/// A place in a list of tokens.
struct Cursor<'a, 'b> {
    tokens: &'b [Token<'a>],
    at: usize,
}

impl<'a> Cursor<'a, '_> {
    fn done(&self) -> bool {
        self.at >= self.tokens.len()
    }

    fn peek(&self, ahead: usize) -> Option<&Token<'a>> {
        self.tokens.get(self.at + ahead)
    }

    fn sees(&self, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(at, word)| self.peek(at).is_some_and(|token| token.is_word(word)))
    }

    fn words(&mut self, words: &[&str]) -> bool {
        let seen = self.sees(words);
        if seen {
            self.at += words.len();
        }
        seen
    }

    fn expect_words(&mut self, words: &[&str]) -> Option<()> {
        self.words(words).then_some(())
    }

    fn symbol(&mut self, symbol: &str) -> bool {
        let seen = self.peek(0).is_some_and(|token| token.is_symbol(symbol));
        if seen {
            self.at += 1;
        }
        seen
    }

    fn token(&mut self) -> Option<Token<'a>> {
        let token = self.peek(0).copied();
        self.at += 1;
        token
    }

    fn rest(&mut self) -> Vec<Token<'a>> {
        let rest = self.tokens.get(self.at..).unwrap_or_default().to_vec();
        self.at = self.tokens.len();
        rest
    }

    fn name(&mut self) -> Option<String> {
        self.token()?.name()
    }

    fn qualified_name(&mut self) -> Option<()> {
        self.name()?;
        if self.symbol(".") {
            self.name()?;
        }
        Some(())
    }

    /// The tokens between a parenthesis and its counterpart.
    fn parenthesised(&mut self) -> Option<Vec<Token<'a>>> {
        if !self.symbol("(") {
            return None;
        }
        let start = self.at;
        let mut depth = 1_usize;
        while depth > 0 {
            let token = self.token()?;
            if token.is_symbol("(") {
                depth += 1;
            } else if token.is_symbol(")") {
                depth -= 1;
            }
        }
        Some(self.tokens.get(start..self.at - 1)?.to_vec())
    }

    fn at_table_constraint(&self) -> bool {
        ["CONSTRAINT", "CHECK", "UNIQUE"]
            .iter()
            .any(|word| self.sees(&[word]))
            || self.sees(&["PRIMARY", "KEY"])
            || self.sees(&["FOREIGN", "KEY"])
    }

    fn column(&mut self) -> Option<ColumnSql<'a>> {
        let name = self.name()?;
        let data_type = self.data_type()?;
        let mut constraints = Vec::new();
        while !self.done() && !self.peek(0)?.is_symbol(",") {
            constraints.push(self.named(Self::column_constraint)?);
        }
        Some(ColumnSql {
            name,
            data_type,
            constraints,
        })
    }

    /// `typetoken` of `parse.y`: names, then perhaps one or two numbers in parentheses.
    fn data_type(&mut self) -> Option<Vec<Token<'a>>> {
        const ENDS: [&str; 10] = [
            "CONSTRAINT",
            "PRIMARY",
            "NOT",
            "NULL",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "COLLATE",
            "REFERENCES",
            "AS",
        ];
        let start = self.at;
        while let Some(token) = self.peek(0) {
            let ends = ENDS.iter().any(|word| token.is_word(word))
                || self.sees(&["GENERATED", "ALWAYS"])
                || token.is_word("ON")
                || token.is_word("DEFERRABLE");
            let part = matches!(token.kind, Kind::Word | Kind::Quoted | Kind::Text);
            if ends || !part {
                break;
            }
            self.at += 1;
        }
        if self.at > start && self.peek(0).is_some_and(|token| token.is_symbol("(")) {
            self.parenthesised()?;
        }
        Some(self.tokens.get(start..self.at)?.to_vec())
    }

    /// A constraint with the name before it, if there is one. A name without a constraint is
    /// allowed by the grammar and says nothing.
    fn named(
        &mut self,
        read: impl FnOnce(&mut Self) -> Option<Constraint<'a>>,
    ) -> Option<(Option<String>, Constraint<'a>)> {
        let mut name = None;
        while self.words(&["CONSTRAINT"]) {
            name = Some(self.name()?);
        }
        let ended = self.peek(0).is_none_or(|token| token.is_symbol(","));
        if ended {
            return Some((name, Constraint::Nothing));
        }
        Some((name, read(self)?))
    }

    fn column_constraint(&mut self) -> Option<Constraint<'a>> {
        if self.words(&["PRIMARY", "KEY"]) {
            let descending = self.direction();
            let conflict = self.conflict()?;
            let autoincrement = self.words(&["AUTOINCREMENT"]);
            let parts = Vec::new();
            return Some(Constraint::PrimaryKey {
                parts,
                descending,
                autoincrement,
                conflict,
            });
        }
        if self.words(&["NOT", "NULL"]) {
            return Some(Constraint::NotNull {
                conflict: self.conflict()?,
            });
        }
        if self.words(&["NULL"]) {
            self.conflict()?;
            return Some(Constraint::Nothing);
        }
        if self.words(&["UNIQUE"]) {
            return Some(Constraint::Unique {
                parts: Vec::new(),
                conflict: self.conflict()?,
            });
        }
        if self.words(&["DEFAULT"]) {
            return self.default();
        }
        if self.words(&["COLLATE"]) {
            return Some(Constraint::Collate(self.name()?));
        }
        if self.words(&["GENERATED", "ALWAYS", "AS"]) || self.words(&["AS"]) {
            let expression = self.parenthesised()?;
            let stored = self.words(&["STORED"]);
            if !stored {
                self.words(&["VIRTUAL"]);
            }
            return Some(Constraint::Generated { expression, stored });
        }
        if let Some(deferred) = self.deferrable() {
            return Some(if deferred {
                Constraint::Deferred
            } else {
                Constraint::Nothing
            });
        }
        self.shared_constraint(Vec::new())
    }

    fn table_constraint(&mut self) -> Option<Constraint<'a>> {
        if self.words(&["PRIMARY", "KEY"]) {
            let (parts, autoincrement) = self.key_parts()?;
            let conflict = self.conflict()?;
            let descending = false;
            return Some(Constraint::PrimaryKey {
                parts,
                descending,
                autoincrement,
                conflict,
            });
        }
        if self.words(&["UNIQUE"]) {
            let parts = self.parts()?;
            return Some(Constraint::Unique {
                parts,
                conflict: self.conflict()?,
            });
        }
        if self.words(&["FOREIGN", "KEY"]) {
            let columns = self.names()?;
            return self.shared_constraint(columns);
        }
        self.shared_constraint(Vec::new())
    }

    fn shared_constraint(&mut self, columns: Vec<String>) -> Option<Constraint<'a>> {
        if self.words(&["CHECK"]) {
            let expression = self.parenthesised()?;
            self.conflict()?;
            return Some(Constraint::Check(expression));
        }
        self.expect_words(&["REFERENCES"])?;
        Some(Constraint::ForeignKey {
            columns,
            key: self.reference()?,
        })
    }

    fn default(&mut self) -> Option<Constraint<'a>> {
        if self.peek(0)?.is_symbol("(") {
            return Some(Constraint::Default(self.parenthesised()?));
        }
        let start = self.at;
        if !self.symbol("-") {
            self.symbol("+");
        }
        self.token()?;
        Some(Constraint::Default(
            self.tokens.get(start..self.at)?.to_vec(),
        ))
    }

    fn reference(&mut self) -> Option<Reference> {
        let mut key = Reference {
            table: self.name()?,
            ..Reference::default()
        };
        if self.peek(0).is_some_and(|token| token.is_symbol("(")) {
            key.columns = self.names()?;
        }
        loop {
            if self.words(&["ON", "DELETE"]) {
                key.on_delete = self.action()?;
            } else if self.words(&["ON", "UPDATE"]) {
                key.on_update = self.action()?;
            } else if self.words(&["ON", "INSERT"]) {
                self.action()?;
            } else if self.words(&["MATCH"]) {
                let name = self.name()?.to_ascii_uppercase();
                key.matching = (name != "SIMPLE").then_some(name);
            } else if let Some(deferred) = self.deferrable() {
                key.deferred = deferred;
            } else {
                return Some(key);
            }
        }
    }

    /// Whether a `[NOT] DEFERRABLE …` stands here, and if so whether it defers: only
    /// `DEFERRABLE INITIALLY DEFERRED` does (foreignkeys.html, section 4.2).
    fn deferrable(&mut self) -> Option<bool> {
        let not = self.words(&["NOT", "DEFERRABLE"]);
        if !not && !self.words(&["DEFERRABLE"]) {
            return None;
        }
        let deferred = self.words(&["INITIALLY", "DEFERRED"]);
        if !deferred {
            self.words(&["INITIALLY", "IMMEDIATE"]);
        }
        Some(deferred && !not)
    }

    /// An action; `NO ACTION`, the default, is `None`.
    #[allow(clippy::option_option, reason = "no action, and no understanding")]
    fn action(&mut self) -> Option<Option<String>> {
        for words in [["SET", "NULL"], ["SET", "DEFAULT"]] {
            if self.words(&words) {
                return Some(Some(words.join(" ")));
            }
        }
        for word in ["CASCADE", "RESTRICT"] {
            if self.words(&[word]) {
                return Some(Some(word.to_owned()));
            }
        }
        self.words(&["NO", "ACTION"]).then_some(None)
    }

    /// `ON CONFLICT …`; `ABORT`, the default, is `None`.
    #[allow(clippy::option_option, reason = "no clause, and no understanding")]
    fn conflict(&mut self) -> Option<Option<String>> {
        if !self.words(&["ON", "CONFLICT"]) {
            return Some(None);
        }
        let word = self.name()?.to_ascii_uppercase();
        Some((word != "ABORT").then_some(word))
    }

    fn direction(&mut self) -> bool {
        let descending = self.words(&["DESC"]);
        if !descending {
            self.words(&["ASC"]);
        }
        descending
    }

    fn names(&mut self) -> Option<Vec<String>> {
        let list = self.parenthesised()?;
        split(&list)
            .iter()
            .map(|name| name.first()?.name())
            .collect()
    }

    fn parts(&mut self) -> Option<Vec<PartSql<'a>>> {
        Some(self.key_parts()?.0)
    }

    /// The parts of a key, and whether `AUTOINCREMENT` stands behind the last.
    fn key_parts(&mut self) -> Option<(Vec<PartSql<'a>>, bool)> {
        let mut list = self.parenthesised()?;
        let autoincrement = list.last()?.is_word("AUTOINCREMENT");
        if autoincrement {
            list.pop();
        }
        Some((split(&list).into_iter().map(part).collect(), autoincrement))
    }
}

/// The items between commas that stand in no parentheses.
fn split<'a, 'b>(list: &'b [Token<'a>]) -> Vec<&'b [Token<'a>]> {
    let mut depth = 0_i32;
    list.split(|token| {
        if token.is_symbol("(") {
            depth += 1;
        } else if token.is_symbol(")") {
            depth -= 1;
        }
        depth == 0 && token.is_symbol(",")
    })
    .collect()
}

fn part<'a>(tokens: &[Token<'a>]) -> PartSql<'a> {
    let (tokens, descending) = match tokens {
        [term @ .., last] if last.is_word("DESC") => (term, true),
        [term @ .., last] if last.is_word("ASC") => (term, false),
        term => (term, false),
    };
    let (term, collation) = match tokens {
        [term @ .., word, name] if word.is_word("COLLATE") && !term.is_empty() => {
            (term, name.name())
        }
        term => (term, None),
    };
    PartSql {
        term: term.to_vec(),
        collation,
        descending,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_with_everything_is_read() {
        let sql = "CREATE TABLE main.\"a b\" (id INTEGER CONSTRAINT pk PRIMARY KEY DESC ON CONFLICT \
            REPLACE, [c d] VARCHAR ( 10 ) DEFAULT -1 NOT NULL ON CONFLICT IGNORE COLLATE nocase, \
            e AS (id + 1) STORED, f REFERENCES p ON DELETE SET NULL NOT DEFERRABLE, \
            CONSTRAINT u UNIQUE (e DESC, f COLLATE rtrim), CHECK (e > (1)) \
            FOREIGN KEY (e, f) REFERENCES q (g, h) DEFERRABLE INITIALLY DEFERRED) STRICT, WITHOUT ROWID";
        let table = table(sql).unwrap();
        assert!(table.strict && table.without_rowid);
        assert_eq!(table.columns.len(), 4);
        assert_eq!(table.columns[1].data_type.len(), 4);
        assert_eq!(table.columns[1].constraints.len(), 3);
        assert_eq!(table.constraints.len(), 3);
        let (_, Constraint::ForeignKey { columns, key }) = &table.constraints[2] else {
            panic!("no foreign key: {:?}", table.constraints[2]);
        };
        assert_eq!(
            (columns.len(), key.columns.len(), key.deferred),
            (2, 2, true)
        );
    }

    #[test]
    fn an_index_with_everything_is_read() {
        let sql =
            "CREATE UNIQUE INDEX i ON t (a COLLATE nocase DESC, (b + 1), lower(c)) WHERE a > 1";
        let index = index(sql).unwrap();
        assert!(index.unique && index.parts.len() == 3 && index.predicate.is_some());
        assert_eq!(index.parts[0].collation.as_deref(), Some("nocase"));
        assert!(index.parts[0].descending);
    }

    #[test]
    fn what_is_not_understood_is_nothing() {
        for sql in [
            "CREATE VIRTUAL TABLE t USING fts5(a)",
            "CREATE TABLE t (a INT FROBNICATE (1) 2)",
            "CREATE TABLE t (a INT) FROBNICATED",
            "CREATE TABLE t (a INT",
        ] {
            assert_eq!(table(sql), None, "{sql}");
        }
    }
}
