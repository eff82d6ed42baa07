//! What views, triggers and virtual tables lean on, read from their statements.
//!
//! SQLite's catalogs do not say. A name counts as mentioned wherever it stands: too much is
//! refused rather than too little.

use super::lex::{Kind, Token, tokens};
use crate::schema::{Dependency, Table};

/// How a statement mentions a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mention {
    /// It reads all columns by `*`.
    pub(super) star: bool,
    /// It inserts values by position, without naming columns.
    pub(super) positional: bool,
}

/// A statement to look into.
pub(super) struct Definition<'a> {
    tokens: Vec<Token<'a>>,
    literals: bool,
}

impl<'a> Definition<'a> {
    /// A view, a trigger or a virtual table. Arguments of the latter (`content='t'`) name tables
    /// in strings.
    pub(super) fn new(sql: &'a str) -> Self {
        let tokens = tokens(sql);
        let literals = tokens.get(1).is_some_and(|token| token.is_word("VIRTUAL"));
        Self { tokens, literals }
    }

    /// Whether the name stands anywhere in it.
    pub(super) fn names(&self, name: &str) -> bool {
        self.places(name).next().is_some()
    }

    fn places(&self, name: &str) -> impl Iterator<Item = usize> {
        let is = |token: &Token| {
            let counts = token.kind != Kind::Text || self.literals;
            counts
                && token
                    .name()
                    .is_some_and(|found| found.eq_ignore_ascii_case(name))
        };
        let found = self.tokens.iter().enumerate();
        let found: Vec<usize> = found.filter(|(_, t)| is(t)).map(|(at, _)| at).collect();
        found.into_iter()
    }

    /// How a table is mentioned, if it is.
    pub(super) fn mention(&self, table: &str) -> Option<Mention> {
        let places: Vec<usize> = self.places(table).collect();
        if places.is_empty() {
            return None;
        }
        let positional = places.iter().any(|at| self.inserts_by_position(*at));
        Some(Mention {
            star: self.has_star(),
            positional,
        })
    }

    /// Whether `INSERT INTO` stands before and no list of columns behind this place.
    fn inserts_by_position(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.tokens.get(at));
        let after = self.tokens.get(at + 1);
        before.is_some_and(|token| token.is_word("INTO"))
            && after.is_some_and(|token| !token.is_symbol("(") && !token.is_word("DEFAULT"))
    }

    fn has_star(&self) -> bool {
        self.tokens.windows(2).any(|pair| match pair {
            [before, star] => {
                let list = ["SELECT", "ALL", "DISTINCT"]
                    .iter()
                    .any(|word| before.is_word(word));
                let opens = list || before.is_symbol(",") || before.is_symbol(".");
                star.is_symbol("*") && opens
            }
            _ => false,
        })
    }

    /// The table or view a trigger is on.
    pub(super) fn trigger_table(&self) -> Option<String> {
        let on = self.tokens.iter().position(|token| token.is_word("ON"))?;
        let mut name = self.tokens.get(on + 1)?.name()?;
        if self
            .tokens
            .get(on + 2)
            .is_some_and(|token| token.is_symbol("."))
        {
            name = self.tokens.get(on + 3)?.name()?;
        }
        Some(name)
    }

    /// The tables and columns it leans on.
    pub(super) fn dependencies<'t>(
        &self,
        tables: impl Iterator<Item = &'t Table>,
    ) -> Vec<Dependency> {
        let mut found = Vec::new();
        for table in tables {
            let Some(mention) = self.mention(&table.name.name) else {
                continue;
            };
            let on = |column: Option<String>| Dependency {
                table: table.name.clone(),
                column,
            };
            let named = table
                .columns
                .iter()
                .filter(|column| self.names(&column.name));
            let columns: Vec<Dependency> =
                named.map(|column| on(Some(column.name.clone()))).collect();
            if columns.is_empty() || mention.star || mention.positional {
                found.push(on(None));
            }
            found.extend(columns);
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_positions_are_told_from_counts_and_products() {
        let mention = |sql: &str| Definition::new(sql).mention("t").unwrap();
        assert!(mention("CREATE VIEW v AS SELECT x.* FROM t AS x").star);
        assert!(!mention("CREATE VIEW v AS SELECT count(*), a * 2 FROM t").star);
        assert!(
            mention("CREATE TRIGGER r AFTER INSERT ON u BEGIN INSERT INTO t VALUES (1); END")
                .positional
        );
        assert!(
            !mention("CREATE TRIGGER r AFTER INSERT ON u BEGIN INSERT INTO t (a) VALUES (1); END")
                .positional
        );
    }

    #[test]
    fn only_virtual_tables_name_tables_in_strings() {
        assert!(Definition::new("CREATE VIRTUAL TABLE f USING fts5(a, content='t')").names("T"));
        assert!(!Definition::new("CREATE VIEW v AS SELECT 't'").names("t"));
    }

    #[test]
    fn the_table_of_a_trigger_is_found() {
        let sql = "CREATE TRIGGER r AFTER UPDATE OF a ON \"T 1\" BEGIN SELECT 1; END";
        assert_eq!(Definition::new(sql).trigger_table().as_deref(), Some("T 1"));
    }
}
