//! The only SQL that can be executed, and what comes back.

use super::error::DecodeError;
use serde::{Deserialize, Serialize};

/// One statement. Made only inside `engine`; values are bound, identifiers are quoted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Statement {
    sql: String,
    #[serde(skip)]
    binds: Vec<Option<String>>,
}

impl Statement {
    /// A statement without values.
    pub(in crate::engine) fn new(sql: impl Into<String>) -> Self {
        Self {
            sql: sql.into(),
            binds: Vec::new(),
        }
    }

    /// The same statement with text values (or NULL) bound in the order of its placeholders.
    pub(in crate::engine) fn bind(
        mut self,
        values: impl IntoIterator<Item = Option<String>>,
    ) -> Self {
        self.binds.extend(values);
        self
    }

    /// The text.
    pub fn sql(&self) -> &str {
        &self.sql
    }

    /// The bound values.
    pub(in crate::engine) fn binds(&self) -> &[Option<String>] {
        &self.binds
    }
}

/// The rows of one answer; every value as the text the server prints for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// One list of values per row.
    pub values: Vec<Vec<Option<String>>>,
}

impl Rows {
    /// The rows, one by one.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.values.iter().map(|values| Row {
            columns: &self.columns,
            values,
        })
    }
}

/// One row.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    columns: &'a [String],
    values: &'a [Option<String>],
}

impl<'a> Row<'a> {
    /// A value that may be NULL; a column that is not there is NULL, too.
    pub fn opt(&self, column: &str) -> Option<&'a str> {
        let at = self
            .columns
            .iter()
            .position(|name| name.eq_ignore_ascii_case(column))?;
        self.values.get(at)?.as_deref()
    }

    /// A value that must be there.
    pub fn text(&self, column: &str) -> Result<&'a str, DecodeError> {
        self.opt(column)
            .ok_or_else(|| Self::wrong(column, "is NULL or missing"))
    }

    /// A number that must be there.
    pub fn number<T: std::str::FromStr>(&self, column: &str) -> Result<T, DecodeError> {
        self.text(column)?
            .parse()
            .map_err(|_| Self::wrong(column, "is not a number in range"))
    }

    /// A truth value: `1`, `t`, `true`, `yes` or `on`, in any case; anything else is false.
    pub fn flag(&self, column: &str) -> bool {
        let yes = ["1", "t", "true", "yes", "on"];
        self.opt(column)
            .is_some_and(|v| yes.iter().any(|y| v.eq_ignore_ascii_case(y)))
    }

    /// A list that the server printed as a JSON array of texts; NULL is the empty list.
    pub fn list(&self, column: &str) -> Result<Vec<String>, DecodeError> {
        let Some(json) = self.opt(column) else {
            return Ok(Vec::new());
        };
        serde_json::from_str(json).map_err(|_| Self::wrong(column, "is not a JSON array of texts"))
    }

    fn wrong(column: &str, problem: &str) -> DecodeError {
        DecodeError {
            what: format!("column \"{column}\""),
            problem: problem.to_owned(),
        }
    }
}

/// A catalog query by the name its rows are known under.
#[derive(Clone, Debug)]
pub struct Query {
    /// The name, unique within one reading.
    pub name: &'static str,
    /// The query.
    pub statement: Statement,
}

/// The rows of all catalog queries of one reading, by query name.
pub type Catalogs = std::collections::BTreeMap<String, Rows>;
