//! The shelf of `PostgreSQL`, 14 to 18.
//!
//! Invariant: every text of the model is one the server printed with an empty `search_path`, so
//! that it means the same wherever it is read again. Facts of the engine carry the section of its
//! manual (version 15 unless said otherwise) beside them.
//!
//! May import: `schema` and the engine room's own contract.

mod catalog;
mod census;
mod checks;
mod declare;
mod decode;
mod error;
mod expression;
mod facts;
mod grant;
mod link;
mod lower;
mod naming;
mod render;
mod sequence;
mod sizes;
mod types;
mod version;
mod words;

pub(in crate::engine) use link::connect;

use super::script::Flavor;
use super::{
    Catalogs, Census, Checks, DeclarationError, DecodeError, Dialect, Engine, LedgerDialect,
    Lowered, Manner, Query, Question, Row, Scope, ScratchStatements, Server, SessionLock,
    Statement, Timeouts, Transaction, TypeChange, View,
};
use crate::schema::{DeclaredTable, Defined, Delta, Fold, Name, ObjectKey, Schema, Table};

/// `PostgreSQL`.
#[derive(Clone, Copy, Debug)]
pub struct Postgres;

impl Dialect for Postgres {
    fn engine(&self) -> Engine {
        Engine::Postgres
    }

    fn flavor(&self) -> Flavor {
        Flavor::Postgres
    }

    /// Unquoted names are folded when they are read, so what the catalog holds compares exactly
    /// (4.1.1 "Identifiers and Key Words").
    fn folds(&self, _server: &Server) -> (Fold, Fold) {
        (Fold::Exact, Fold::Exact)
    }

    fn quote(&self, identifier: &str) -> String {
        render::quote(identifier)
    }

    fn default_namespace(&self) -> &'static str {
        "public"
    }

    fn profile(&self) -> Statement {
        version::profile()
    }

    fn read_profile(&self, row: Row<'_>) -> Result<Server, DecodeError> {
        version::read(row)
    }

    fn settings(&self, timeouts: &Timeouts) -> Vec<Statement> {
        facts::settings(timeouts)
    }

    fn catalog(&self, _server: &Server, scope: &Scope) -> Vec<Query> {
        catalog::queries(scope)
    }

    fn decode(
        &self,
        _server: &Server,
        scope: &Scope,
        rows: &Catalogs,
    ) -> Result<Schema, DecodeError> {
        decode::schema(scope, rows)
    }

    fn sizes(&self, scope: &Scope, apart: &[&Name]) -> Statement {
        sizes::sizes(scope, apart)
    }

    fn declare(
        &self,
        _server: &Server,
        tables: &[DeclaredTable],
    ) -> Result<Vec<String>, Vec<DeclarationError>> {
        declare::statements(tables)
    }

    fn create_namespace(&self, name: &str) -> Option<Statement> {
        Some(facts::create_namespace(name))
    }

    fn type_change(&self, observed: &str, desired: &str) -> TypeChange {
        types::change(observed, desired)
    }

    fn lower(&self, server: &Server, delta: &Delta, manner: &Manner) -> Lowered {
        lower::delta(server, delta, manner)
    }

    fn question(&self, question: &Question) -> Statement {
        facts::question(question)
    }

    fn census(&self, census: Census) -> Option<Statement> {
        census::statement(census)
    }

    fn reserved_words(&self) -> &'static [&'static str] {
        words::RESERVED
    }

    fn transaction(&self) -> Transaction {
        facts::transaction()
    }

    fn unhurried(&self, timeouts: &Timeouts) -> Option<(Statement, Statement)> {
        Some(facts::unhurried(timeouts))
    }

    fn lock(&self, key: &str) -> Option<SessionLock> {
        Some(facts::lock(key))
    }

    fn scratch(&self, server: &Server, name: &str) -> Option<ScratchStatements> {
        Some(facts::scratch(server, name))
    }

    fn copy_object(&self, key: &ObjectKey, object: &Defined) -> Vec<Statement> {
        lower::make(key, object)
    }

    fn stand_in(&self, key: &ObjectKey, object: &Defined) -> Option<(Statement, Vec<Statement>)> {
        lower::stand_in(key, object)
    }

    fn ledger(&self) -> LedgerDialect {
        facts::ledger()
    }

    fn dump_rows(&self, table: &Table) -> Statement {
        facts::dump_rows(table)
    }

    /// Copying a whole database is no statement here (`pg_dump` is a program).
    fn snapshot(&self, _path: &str) -> Option<Statement> {
        None
    }

    fn after_rows(&self, table: &Table) -> Vec<Statement> {
        facts::after_rows(table)
    }

    fn view(&self, _server: &Server) -> Option<View> {
        Some(facts::view())
    }

    fn checks(&self) -> Checks {
        Checks::Asked(&Self)
    }
}
