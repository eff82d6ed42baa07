//! What safety copies ask of a session: rows out, rows back, a new database to put them in.
//!
//! Apart from `execute` and scratch this is the only way into a database, and it leads into one
//! that was made for it or that its owner named twice.

use super::error::{EngineError, ErrorKind};
use super::session::{Catalog, Session};
use super::statement::Statement;
use crate::schema::{Name, Table};
use async_trait::async_trait;

/// How a session sees one state of all rows while they are copied.
#[derive(Clone, Debug)]
pub struct View {
    /// Run first.
    pub begin: Vec<Statement>,
    /// Asks for the name under which another session can see the same; one text column.
    pub name: Option<Statement>,
    /// Run last.
    pub end: Statement,
}

/// Copies rows out.
#[async_trait]
pub trait Backup: Catalog {
    /// Hands each row of a table on as an `INSERT` that puts it back, and after them what else the
    /// table needs to go on from there (its counters). Answers the number of rows.
    async fn dump(
        &mut self,
        table: &Table,
        sink: &mut (dyn for<'a> FnMut(&'a str) -> std::io::Result<()> + Send),
    ) -> Result<u64, EngineError>;

    /// Copies the whole database to a file; false where the engine has no statement for that.
    async fn snapshot(&mut self, path: &str) -> Result<bool, EngineError>;

    /// How many rows a table has, all of them counted.
    async fn count(&mut self, table: &Name) -> Result<u64, EngineError>;

    /// From here on this session sees all rows as they are now. Answers the name under which
    /// another session can see the same, where the engine has such names.
    async fn begin_view(&mut self) -> Result<Option<String>, EngineError>;

    /// Ends what [`Backup::begin_view`] began.
    async fn end_view(&mut self) -> Result<(), EngineError>;

    /// What is wrong with the stored bytes, where the engine can tell; empty when nothing is.
    async fn damages(&mut self) -> Result<Vec<String>, EngineError>;
}

/// Puts a copy back.
#[async_trait]
pub trait Restore: Catalog {
    /// Makes an empty database on the same server, with the settings of this one. One that is
    /// there already is an error of kind [`ErrorKind::Exists`].
    async fn create_database(&mut self, name: &str) -> Result<(), EngineError>;

    /// Drops a database that [`Restore::create_database`] made.
    async fn drop_database(&mut self, name: &str) -> Result<(), EngineError>;

    /// Prepares the session for rows that come in any order.
    async fn begin_loading(&mut self) -> Result<(), EngineError>;

    /// Runs one statement of a copy whose checksum was right.
    async fn put_back(&mut self, sql: &str) -> Result<(), EngineError>;

    /// Waits until nobody else has the database and keeps everybody out until the connection ends
    /// (`SQLite`; elsewhere nothing happens).
    async fn keep_out_others(&mut self) -> Result<(), EngineError>;
}

#[async_trait]
impl Backup for Session {
    async fn dump(
        &mut self,
        table: &Table,
        sink: &mut (dyn for<'a> FnMut(&'a str) -> std::io::Result<()> + Send),
    ) -> Result<u64, EngineError> {
        let query = self.dialect.dump_rows(table);
        let doing = format!("copying the rows of table {}", table.name);
        let count = self
            .link
            .each(&query, sink)
            .await
            .map_err(|error| error.while_doing(doing.clone()))?;
        for statement in self.dialect.after_rows(table) {
            sink(&format!("{};", statement.sql())).map_err(|error| {
                EngineError::new(ErrorKind::Resources, doing.clone(), error.to_string())
            })?;
        }
        Ok(count)
    }

    async fn snapshot(&mut self, path: &str) -> Result<bool, EngineError> {
        match self.dialect.snapshot(path) {
            None => Ok(false),
            Some(statement) => self.link.run(&statement).await.map(|_| true),
        }
    }

    async fn count(&mut self, table: &Name) -> Result<u64, EngineError> {
        let sql = format!("SELECT count(*) FROM {}", self.dialect.name(table));
        let doing = format!("counting the rows of table {table}");
        self.number(&Statement::new(sql), &doing).await
    }

    async fn begin_view(&mut self) -> Result<Option<String>, EngineError> {
        let Some(view) = self.dialect.view(&self.server) else {
            return Ok(None);
        };
        self.run_all(&view.begin).await?;
        match view.name {
            None => Ok(None),
            Some(name) => Ok(self.first_rows(&name).await?.pop()),
        }
    }

    async fn end_view(&mut self) -> Result<(), EngineError> {
        match self.dialect.view(&self.server) {
            None => Ok(()),
            Some(view) => self.link.run(&view.end).await.map(drop),
        }
    }

    async fn damages(&mut self) -> Result<Vec<String>, EngineError> {
        let Some(statement) = self.dialect.integrity() else {
            return Ok(Vec::new());
        };
        let mut found = self.first_rows(&statement).await?;
        found.retain(|line| line != "ok");
        Ok(found)
    }
}

#[async_trait]
impl Restore for Session {
    async fn create_database(&mut self, name: &str) -> Result<(), EngineError> {
        let Some(statements) = self.dialect.scratch(&self.server, name) else {
            return Err(EngineError::new(
                ErrorKind::Unsupported,
                format!("creating the database {name}"),
                "this engine has no databases beside each other; name another file",
            ));
        };
        self.run_all(&statements.create)
            .await
            .map_err(|error| error.while_doing(format!("creating the database {name}")))
    }

    async fn drop_database(&mut self, name: &str) -> Result<(), EngineError> {
        let Some(statements) = self.dialect.scratch(&self.server, name) else {
            return Ok(());
        };
        self.run_all(&statements.drop)
            .await
            .map_err(|error| error.while_doing(format!("dropping the database {name}")))
    }

    async fn begin_loading(&mut self) -> Result<(), EngineError> {
        self.run_all(&self.dialect.loading()).await
    }

    async fn put_back(&mut self, sql: &str) -> Result<(), EngineError> {
        self.link.run(&Statement::new(sql)).await.map(drop)
    }

    async fn keep_out_others(&mut self) -> Result<(), EngineError> {
        let doing = "waiting until nobody else uses the database";
        for statement in self.dialect.exclusive() {
            self.link
                .run(&statement)
                .await
                .map_err(|error| error.while_doing(doing))?;
        }
        Ok(())
    }
}

impl Session {
    async fn number(&mut self, statement: &Statement, doing: &str) -> Result<u64, EngineError> {
        let rows = self.first_rows(statement).await;
        let rows = rows.map_err(|error| error.while_doing(doing))?;
        let number = rows.first().and_then(|text| text.parse().ok());
        number.ok_or_else(|| EngineError::new(ErrorKind::Other, doing, "the answer is no number"))
    }
}
