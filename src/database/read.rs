//! What a database holds.

use super::{Database, DatabaseError};
use crate::engine::{Catalog, Counting, Session};
use crate::report::{
    CreateStatementsDocument, RowCountsDocument, SchemaDocument, SizeDocument, TableDocument,
};
use crate::schema::{Found, Schema, Table};

impl Database {
    /// The whole schema in scope: tables with their columns, indexes, foreign keys and constraints,
    /// views, triggers, functions, procedures, and everything else that is there.
    ///
    /// # Errors
    /// [`DatabaseError::Engine`], here and below, when the database cannot be reached or read.
    pub async fn schema(&self) -> Result<SchemaDocument, DatabaseError> {
        self.look(async |session| {
            let schema = session.read(&self.rules.scope).await?;
            Ok(SchemaDocument::of(
                session.dialect(),
                session.server(),
                &schema,
            ))
        })
        .await
    }

    /// One table, by its name with or without its namespace.
    ///
    /// # Errors
    /// [`DatabaseError::Unknown`] with the nearest names when there is none.
    pub async fn table(&self, name: &str) -> Result<TableDocument, DatabaseError> {
        self.look(async |session| {
            let schema = session.read(&self.rules.scope).await?;
            let found = SchemaDocument::table(session.dialect(), session.server(), &schema, name);
            found.map_err(|nearest| unknown("table", name, nearest))
        })
        .await
    }

    /// Whether there is a table (or a view) of that name.
    ///
    /// # Errors
    /// As [`Database::schema`].
    pub async fn table_exists(&self, name: &str) -> Result<bool, DatabaseError> {
        self.look(async |session| {
            let schema = session.read(&self.rules.scope).await?;
            Ok(!matches!(find(session, &schema, name), Found::Nothing(_)))
        })
        .await
    }

    /// Whether a table has a column. A table that is not there has none.
    ///
    /// # Errors
    /// As [`Database::schema`].
    pub async fn column_exists(&self, table: &str, column: &str) -> Result<bool, DatabaseError> {
        self.look(async |session| {
            let schema = session.read(&self.rules.scope).await?;
            let (_, parts) = session.dialect().folds(session.server());
            let has = |table: &Table| table.columns.iter().any(|c| parts.same(&c.name, column));
            Ok(whole(&find(session, &schema, table)).is_some_and(has))
        })
        .await
    }

    /// Whether a table has an index, those of its keys included. A table that is not there has none.
    ///
    /// # Errors
    /// As [`Database::schema`].
    pub async fn index_exists(&self, table: &str, index: &str) -> Result<bool, DatabaseError> {
        self.look(async |session| {
            let schema = session.read(&self.rules.scope).await?;
            let (_, parts) = session.dialect().folds(session.server());
            let has = |table: &Table| table.has_index(index, parts);
            Ok(whole(&find(session, &schema, table)).is_some_and(has))
        })
        .await
    }

    /// Sizes on disk, in bytes.
    ///
    /// # Errors
    /// As [`Database::schema`].
    pub async fn size(&self) -> Result<SizeDocument, DatabaseError> {
        self.look(async |session| Ok(SizeDocument::from(&session.sizes(&self.rules.scope).await?)))
            .await
    }

    /// How many rows each table holds, estimated or counted.
    ///
    /// # Errors
    /// As [`Database::schema`].
    pub async fn row_counts(&self, counting: Counting) -> Result<RowCountsDocument, DatabaseError> {
        self.look(async |session| {
            let counts = session.row_counts(&self.rules.scope, counting).await?;
            Ok(RowCountsDocument::of(counting, &counts))
        })
        .await
    }

    /// The statements that make everything again in an empty database.
    ///
    /// # Errors
    /// As [`Database::schema`].
    pub async fn create_statements(&self) -> Result<CreateStatementsDocument, DatabaseError> {
        self.look(async |session| {
            let creation = session.create_statements(&self.rules.scope).await?;
            Ok(CreateStatementsDocument::from(&creation))
        })
        .await
    }
}

fn find<'a>(session: &Session, schema: &'a Schema, name: &str) -> Found<'a> {
    let dialect = session.dialect();
    let (tables, _) = dialect.folds(session.server());
    schema.find(name, dialect.default_namespace(), tables)
}

fn whole<'a>(found: &Found<'a>) -> Option<&'a Table> {
    match found {
        Found::Table(table) => Some(table),
        Found::OtherTool(other) => Some(&other.table),
        Found::Opaque(..) | Found::Nothing(_) => None,
    }
}

pub(super) fn unknown(what: &'static str, name: &str, nearest: Vec<String>) -> DatabaseError {
    DatabaseError::Unknown {
        what,
        name: name.to_owned(),
        nearest,
    }
}
