//! One connection, seen as text: the whole input and output an engine's shelf has.

use super::error::EngineError;
use super::statement::{Rows, Statement};
use async_trait::async_trait;

/// A pinned connection. Only the `link.rs` of each engine implements it, over sqlx.
#[async_trait]
pub trait Link: Send {
    /// Runs a statement and collects its rows.
    async fn fetch(&mut self, statement: &Statement) -> Result<Rows, EngineError>;

    /// Runs a statement for its effect and answers how many rows it touched.
    async fn run(&mut self, statement: &Statement) -> Result<u64, EngineError>;

    /// Runs a query whose rows have one text column and hands each on as it comes, so that memory
    /// stays bounded. Answers the number of rows. An error of `sink` ends it.
    async fn each(
        &mut self,
        statement: &Statement,
        sink: &mut (dyn for<'a> FnMut(&'a str) -> std::io::Result<()> + Send),
    ) -> Result<u64, EngineError>;

    /// Ends the connection politely.
    async fn close(self: Box<Self>);
}
