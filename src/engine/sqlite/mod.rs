//! SQLite.
//!
//! Invariant: what `sqlite_schema` keeps as text is read by a real lexer and held against what the
//! pragmas see; where the two disagree the object is listed and never touched. Everything a plan
//! does happens in one transaction with foreign keys off, checked before it commits.
//!
//! May import: the rest of `engine` and `schema`. Section numbers are those of the pages of
//! <https://sqlite.org>, for version 3.51.

mod catalog;
mod checks;
mod declare;
mod decode;
mod depend;
mod error;
mod facts;
mod integrity;
mod lex;
mod link;
mod lower;
mod parse;
mod rebuild;
mod render;
mod sizes;
mod text;
mod types;
mod version;
mod words;

pub(in crate::engine) use link::connect;

use super::script::Flavor;
use super::{
    Catalogs, Checks, DeclarationError, DecodeError, Dialect, Engine, LedgerDialect, Lowered,
    Manner, Query, Question, Row, Scope, ScratchStatements, Server, SessionLock, Statement,
    Timeouts, Transaction, TypeChange, View,
};
use crate::schema::{DeclaredTable, Delta, Fold, Name, Schema, Table};

/// The dialect.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sqlite;

impl Dialect for Sqlite {
    fn engine(&self) -> Engine {
        Engine::Sqlite
    }

    fn flavor(&self) -> Flavor {
        Flavor::Sqlite
    }

    fn folds(&self, _server: &Server) -> (Fold, Fold) {
        (Fold::AsciiCase, Fold::AsciiCase)
    }

    fn quote(&self, identifier: &str) -> String {
        text::quote(identifier)
    }

    fn profile(&self) -> Statement {
        facts::profile()
    }

    fn read_profile(&self, row: Row<'_>) -> Result<Server, DecodeError> {
        facts::read_profile(row)
    }

    fn settings(&self, _timeouts: &Timeouts) -> Vec<Statement> {
        facts::settings()
    }

    fn catalog(&self, _server: &Server, _scope: &Scope) -> Vec<Query> {
        catalog::queries()
    }

    fn decode(
        &self,
        _server: &Server,
        scope: &Scope,
        rows: &Catalogs,
    ) -> Result<Schema, DecodeError> {
        decode::schema(scope, rows)
    }

    fn sizes(&self, _scope: &Scope, _apart: &[&Name]) -> Statement {
        sizes::sizes()
    }

    fn declare(
        &self,
        _server: &Server,
        tables: &[DeclaredTable],
    ) -> Result<Vec<String>, Vec<DeclarationError>> {
        declare::statements(tables)
    }

    fn create_namespace(&self, _name: &str) -> Option<Statement> {
        None
    }

    fn type_change(&self, observed: &str, desired: &str) -> TypeChange {
        types::change(observed, desired)
    }

    fn lower(&self, server: &Server, delta: &Delta, _manner: &Manner) -> Lowered {
        lower::lower(server, delta)
    }

    fn question(&self, question: &Question) -> Statement {
        facts::question(self, question)
    }

    fn reserved_words(&self) -> &'static [&'static str] {
        words::RESERVED
    }

    fn transaction(&self) -> Transaction {
        integrity::transaction()
    }

    fn lock(&self, _key: &str) -> Option<SessionLock> {
        None
    }

    fn scratch(&self, _server: &Server, _name: &str) -> Option<ScratchStatements> {
        None
    }

    fn ledger(&self) -> LedgerDialect {
        facts::ledger()
    }

    fn dump_rows(&self, table: &Table) -> Statement {
        facts::dump_rows(table)
    }

    fn snapshot(&self, path: &str) -> Option<Statement> {
        Some(facts::snapshot(path))
    }

    /// A copy is one statement.
    fn view(&self, _server: &Server) -> Option<View> {
        None
    }

    fn integrity(&self) -> Option<Statement> {
        Some(Statement::new("PRAGMA integrity_check"))
    }

    fn exclusive(&self) -> Vec<Statement> {
        facts::exclusive()
    }

    fn checks(&self) -> Checks {
        Checks::Tried(checks::trial())
    }
}
