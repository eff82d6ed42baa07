//! Facts about rows that risks and validation ask for. Every answer is one number.

use super::dialect::Dialect;
use super::statement::Statement;
use crate::schema::{ForeignKey, Name};
use serde::{Deserialize, Serialize};

/// Counting stops here, so that a fact costs no more than it is worth. An answer equal to it means
/// "at least".
pub const COUNT_LIMIT: u64 = 10_000_000;

/// One question. Names are those of the observed schema.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Question {
    /// Rows in a table.
    Rows(Name),
    /// Rows in a partition that is no table of its own.
    PartitionRows(Name, String),
    /// 1 where a table holds a row, 0 where it holds none. Costs next to nothing.
    Filled(Name),
    /// Rows in which a column is not NULL.
    Values(Name, String),
    /// Rows in which a column is NULL.
    Nulls(Name, String),
    /// Groups of rows that are alike in these columns, none of them NULL.
    Duplicates(Name, Vec<String>),
    /// Rows whose key is not in the table referred to: table, columns, parent, parent's columns.
    Orphans(Name, Vec<String>, Name, Vec<String>),
    /// Rows for which a condition (the engine's own print, or the declaration's) is false.
    Violations(Name, String),
    /// Rows in which a column, or an element of it, is one of these labels.
    Labelled(Name, String, Vec<String>),
    /// Rows whose text in a column is longer than so many characters.
    LongerThan(Name, String, u64),
    /// Size on disk in bytes, indexes included.
    Bytes(Name),
    /// Rows whose value in a column would not be of the storage class of this declared type once it
    /// is copied into a column of it (`SQLite`).
    Misfits(Name, String, String),
    /// How far the counter of a column has come: the last number, or the next one.
    Counter(Name, String),
    /// How often columns of a table came and went in the catalog alone (`MySQL`).
    RowVersions(Name),
    /// Servers that follow this one.
    Replicas,
    /// Nodes that run each statement of ours at the same moment (`MariaDB` with Galera).
    ClusterNodes,
}

/// Facts that one statement answers for all tables at once, whatever their number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Census {
    /// Of [`Question::Counter`].
    Counters,
    /// Of [`Question::RowVersions`].
    RowVersions,
}

impl Question {
    /// The question whether a foreign key would find orphans.
    pub fn orphans(table: &Name, key: &ForeignKey) -> Self {
        Self::Orphans(
            table.clone(),
            key.columns.clone(),
            key.references.clone(),
            key.referenced.clone(),
        )
    }

    /// The census that answers it, and the table and column it is about there; `None` for a question
    /// that is asked by itself.
    pub(in crate::engine) fn census(&self) -> Option<(Census, &Name, &str)> {
        match self {
            Self::Counter(table, column) => Some((Census::Counters, table, column)),
            Self::RowVersions(table) => Some((Census::RowVersions, table, "")),
            Self::Rows(_)
            | Self::PartitionRows(..)
            | Self::Filled(_)
            | Self::Values(..)
            | Self::Nulls(..)
            | Self::Duplicates(..)
            | Self::Orphans(..)
            | Self::Violations(..)
            | Self::Labelled(..)
            | Self::LongerThan(..)
            | Self::Bytes(_)
            | Self::Misfits(..)
            | Self::Replicas
            | Self::ClusterNodes => None,
        }
    }
}

/// The question in SQL that all engines share; `None` for those that each engine asks its own way.
pub(in crate::engine) fn common(dialect: &dyn Dialect, question: &Question) -> Option<Statement> {
    let name = |table: &Name| dialect.name(table);
    let quoted = |columns: &[String]| -> Vec<String> {
        columns.iter().map(|column| dialect.quote(column)).collect()
    };
    let count = |table: &Name, condition: &str| {
        format!(
            "SELECT count(*) FROM (SELECT 1 FROM {} WHERE {condition} LIMIT {COUNT_LIMIT}) AS facts",
            name(table)
        )
    };
    let sql = match question {
        Question::Rows(table) => count(table, "1 = 1"),
        Question::Filled(table) => {
            format!(
                "SELECT count(*) FROM (SELECT 1 FROM {} LIMIT 1) AS facts",
                name(table)
            )
        }
        Question::Values(table, column) => {
            count(table, &format!("{} IS NOT NULL", dialect.quote(column)))
        }
        Question::Nulls(table, column) => {
            count(table, &format!("{} IS NULL", dialect.quote(column)))
        }
        Question::Duplicates(table, columns) => {
            let columns = quoted(columns);
            let filled: Vec<String> = columns.iter().map(|c| format!("{c} IS NOT NULL")).collect();
            format!(
                "SELECT count(*) FROM (SELECT 1 FROM {} WHERE {} GROUP BY {} HAVING count(*) > 1 LIMIT {COUNT_LIMIT}) AS facts",
                name(table),
                filled.join(" AND "),
                columns.join(", ")
            )
        }
        Question::Orphans(table, columns, parent, referenced) => {
            let (columns, referenced) = (quoted(columns), quoted(referenced));
            let filled: Vec<String> = columns
                .iter()
                .map(|c| format!("child.{c} IS NOT NULL"))
                .collect();
            let equal: Vec<String> = columns
                .iter()
                .zip(&referenced)
                .map(|(c, r)| format!("parent.{r} = child.{c}"))
                .collect();
            format!(
                "SELECT count(*) FROM (SELECT 1 FROM {} AS child WHERE {} AND NOT EXISTS (SELECT 1 FROM {} AS parent WHERE {}) LIMIT {COUNT_LIMIT}) AS facts",
                name(table),
                filled.join(" AND "),
                name(parent),
                equal.join(" AND ")
            )
        }
        Question::Violations(table, condition) => count(table, &format!("NOT ({condition})")),
        Question::PartitionRows(..)
        | Question::Labelled(..)
        | Question::LongerThan(..)
        | Question::Bytes(_)
        | Question::Misfits(..)
        | Question::Counter(..)
        | Question::RowVersions(_)
        | Question::Replicas
        | Question::ClusterNodes => return None,
    };
    Some(Statement::new(sql))
}
