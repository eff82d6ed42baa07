//! The tables a statement names without making them.

use super::words::Words;
use super::{AlterKind, Flavor, Piece, PieceKind, tokens};

/// A table that a statement leans on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referred {
    /// Its namespace, where one was written.
    pub schema: Option<String>,
    /// Its name, folded and unescaped.
    pub name: String,
    /// The columns of it that a foreign key names; empty where none were written.
    pub columns: Vec<String>,
}

/// The tables that foreign keys of a piece refer to, and the one that an index is made on.
pub(super) fn referred(flavor: Flavor, piece: &Piece) -> Vec<Referred> {
    let tokens = tokens(flavor, &piece.text);
    let words = Words {
        flavor,
        text: &piece.text,
        tokens: &tokens,
    };
    match piece.kind {
        PieceKind::CreateTable | PieceKind::Alter(AlterKind::AddConstraint) => (0..tokens.len())
            .filter(|at| words.is(*at, "REFERENCES") && !words.symbol(at.wrapping_sub(1), "."))
            .filter_map(|at| table(&words, at + 1))
            .collect(),
        PieceKind::CreateIndex => (0..tokens.len())
            .find(|at| words.is(*at, "ON"))
            .map(|at| at + 1 + usize::from(words.is(at + 1, "ONLY")))
            .and_then(|at| table(&words, at))
            .map(|found| Referred {
                columns: Vec::new(),
                ..found
            })
            .into_iter()
            .collect(),
        _ => Vec::new(),
    }
}

fn table(words: &Words<'_>, at: usize) -> Option<Referred> {
    let mut name = words.name(at)?;
    let table = name.parts.pop()?;
    let mut columns = Vec::new();
    if words.symbol(name.end, "(") {
        let inside = name.end + 1..words.behind_group(name.end).saturating_sub(1);
        columns.extend(inside.filter_map(|at| words.part(at)));
    }
    Some(Referred {
        schema: name.parts.pop(),
        name: table,
        columns,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(flavor: Flavor, sql: &str) -> Vec<(String, Vec<String>)> {
        let pieces = super::super::split(flavor, sql).unwrap();
        let found = pieces.iter().flat_map(|piece| referred(flavor, piece));
        found.map(|r| (r.name, r.columns)).collect()
    }

    #[test]
    fn foreign_keys_and_indexes_name_tables() {
        let sql = "CREATE TABLE a (x int REFERENCES \"B b\" (id, k) ON DELETE CASCADE, \
                   y int DEFAULT 1, FOREIGN KEY (y) REFERENCES C);";
        let expected = vec![
            ("B b".to_owned(), vec!["id".to_owned(), "k".to_owned()]),
            ("c".to_owned(), Vec::new()),
        ];
        assert_eq!(names(Flavor::Postgres, sql), expected);
        let index = "CREATE INDEX i ON t (a, b);";
        for flavor in [Flavor::Mysql, Flavor::Sqlite, Flavor::Postgres] {
            assert_eq!(names(flavor, index), [("t".to_owned(), Vec::new())]);
        }
    }
}
