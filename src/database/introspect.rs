//! What is there: the schema, one table, whether something exists, sizes, numbers of rows, the
//! statements that make it all.

use super::{Database, DatabaseError};
use crate::engine::{Catalog, Counting, Dialect, Server};
use crate::report::{
    CreateStatementsDocument, RowCountsDocument, SchemaDocument, SizeDocument, TableDocument,
};
use crate::schema::{Found, Schema, Table};

impl Database {
    /// Everything in scope: tables with columns, keys, indexes, constraints and triggers, views,
    /// functions, procedures, and whatever else the engine has.
    ///
    /// # Errors
    /// [`DatabaseError::Engine`] when the database cannot be reached or read.
    pub async fn schema(&self) -> Result<SchemaDocument, DatabaseError> {
        let (dialect, server, schema) = self.read().await?;
        Ok(SchemaDocument::of(dialect, &server, &schema))
    }

    /// One table, by its name or by namespace, dot and name, as the engine compares names.
    ///
    /// # Errors
    /// [`DatabaseError::Unknown`] with the nearest names, when there is no such table.
    pub async fn table(&self, name: &str) -> Result<TableDocument, DatabaseError> {
        let (dialect, server, schema) = self.read().await?;
        SchemaDocument::table(dialect, &server, &schema, name).map_err(|nearest| {
            DatabaseError::Unknown {
                what: "table",
                name: name.to_owned(),
                nearest,
            }
        })
    }

    /// Whether there is a table (or view) of that name.
    ///
    /// # Errors
    /// [`DatabaseError::Engine`] when the database cannot be reached or read.
    pub async fn table_exists(&self, table: &str) -> Result<bool, DatabaseError> {
        let (dialect, server, schema) = self.read().await?;
        let (tables, _) = dialect.folds(&server);
        let found = schema.find(table, dialect.default_namespace(), tables);
        Ok(!matches!(found, Found::Nothing(_)))
    }

    /// Whether a table has a column of that name; false where there is no such table.
    ///
    /// # Errors
    /// [`DatabaseError::Engine`] when the database cannot be reached or read.
    pub async fn column_exists(&self, table: &str, column: &str) -> Result<bool, DatabaseError> {
        let (dialect, server, schema) = self.read().await?;
        let (_, parts) = dialect.folds(&server);
        let found = plain(dialect, &server, &schema, table);
        Ok(found.is_some_and(|table| table.column(column, parts).is_some()))
    }

    /// Whether a table has an index of that name, one of a primary key or unique constraint
    /// included; false where there is no such table.
    ///
    /// # Errors
    /// [`DatabaseError::Engine`] when the database cannot be reached or read.
    pub async fn index_exists(&self, table: &str, index: &str) -> Result<bool, DatabaseError> {
        let (dialect, server, schema) = self.read().await?;
        let (_, parts) = dialect.folds(&server);
        let found = plain(dialect, &server, &schema, table);
        Ok(found.is_some_and(|table| table.has_index(index, parts)))
    }

    /// How large the database and its tables are, in bytes.
    ///
    /// # Errors
    /// [`DatabaseError::Engine`] when the database cannot be reached or read.
    pub async fn size(&self) -> Result<SizeDocument, DatabaseError> {
        let scope = &self.rules.scope;
        let sizes = self
            .look(async |session| Ok(session.sizes(scope).await?))
            .await?;
        Ok(SizeDocument::from(&sizes))
    }

    /// How many rows the tables hold: by the server's statistics, or counted one by one.
    ///
    /// # Errors
    /// [`DatabaseError::Engine`] when the database cannot be reached or read.
    pub async fn row_counts(&self, counting: Counting) -> Result<RowCountsDocument, DatabaseError> {
        let scope = &self.rules.scope;
        let counts = self
            .look(async |session| Ok(session.row_counts(scope, counting).await?))
            .await?;
        Ok(RowCountsDocument::of(counting, &counts))
    }

    /// The statements that make the schema in an empty database, object by object, in order.
    ///
    /// # Errors
    /// [`DatabaseError::Engine`] when the database cannot be reached or read.
    pub async fn create_statements(&self) -> Result<CreateStatementsDocument, DatabaseError> {
        let scope = &self.rules.scope;
        let creation = self
            .look(async |session| Ok(session.create_statements(scope).await?))
            .await?;
        Ok(CreateStatementsDocument::from(&creation))
    }

    async fn read(&self) -> Result<(&'static dyn Dialect, Server, Schema), DatabaseError> {
        let scope = &self.rules.scope;
        self.look(async |session| {
            let schema = session.read(scope).await?;
            Ok((session.dialect(), session.server().clone(), schema))
        })
        .await
    }
}

/// The table of that name, whoever keeps it; a view or a table that is not modelled is none.
fn plain<'a>(
    dialect: &dyn Dialect,
    server: &Server,
    schema: &'a Schema,
    name: &str,
) -> Option<&'a Table> {
    let (tables, _) = dialect.folds(server);
    match schema.find(name, dialect.default_namespace(), tables) {
        Found::Table(table) => Some(table),
        Found::OtherTool(other) => Some(&other.table),
        Found::View(..) | Found::Opaque(..) | Found::Nothing(_) => None,
    }
}
