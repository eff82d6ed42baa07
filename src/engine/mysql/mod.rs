//! `MySQL` and `MariaDB`.
//!
//! Two flavours of one shelf: they answer the same catalog columns and take nearly the same
//! statements, and where they differ, [`version::Flavour`] decides. Invariant: what `decode` makes
//! of a database is what the server keeps, so that a database and a copy of it made from its model
//! decode alike. Both commit every statement by themselves.
//!
//! May import: `engine` and `schema`.

mod catalog;
mod census;
mod checks;
mod declare;
mod decode;
mod error;
mod facts;
mod grants;
mod link;
mod lower;
mod narrow;
mod render;
mod sizes;
mod types;
mod version;
mod words;

pub(in crate::engine) use link::connect;

use crate::engine::checks::Checks;
use crate::engine::dialect::{
    DeclarationError, Dialect, LedgerDialect, ScratchStatements, SessionLock, Transaction,
    TypeChange,
};
use crate::engine::error::DecodeError;
use crate::engine::kind::{Engine, Server};
use crate::engine::manner::Manner;
use crate::engine::question::{self, Census, Question};
use crate::engine::safety::View;
use crate::engine::script::Flavor;
use crate::engine::statement::{Catalogs, Query, Row, Statement};
use crate::engine::step::{Lowered, Unsupported};
use crate::engine::target::{Scope, Timeouts};
use crate::schema::{DeclaredTable, Defined, Delta, Fold, Name, ObjectKey, Schema, Table};
use version::Flavour;

/// One of the two flavours.
#[derive(Clone, Copy, Debug)]
pub struct MySql(Flavour);

impl MySql {
    /// `MySQL`.
    pub const MYSQL: Self = Self(Flavour::Mysql);
    /// `MariaDB`.
    pub const MARIADB: Self = Self(Flavour::Mariadb);
}

impl Dialect for MySql {
    fn engine(&self) -> Engine {
        self.0.engine()
    }

    fn flavor(&self) -> Flavor {
        match self.0 {
            Flavour::Mysql => Flavor::Mysql,
            Flavour::Mariadb => Flavor::Mariadb,
        }
    }

    fn folds(&self, server: &Server) -> (Fold, Fold) {
        let tables = if version::folds_table_names(server) {
            Fold::UnicodeCase
        } else {
            Fold::Exact
        };
        (tables, Fold::UnicodeCase)
    }

    fn quote(&self, identifier: &str) -> String {
        render::quote(identifier)
    }

    fn profile(&self) -> Statement {
        facts::profile()
    }

    fn read_profile(&self, row: Row<'_>) -> Result<Server, DecodeError> {
        facts::read_profile(row)
    }

    fn settings(&self, timeouts: &Timeouts) -> Vec<Statement> {
        facts::settings(timeouts)
    }

    fn wishes(&self) -> Vec<Statement> {
        facts::wishes()
    }

    fn catalog(&self, _server: &Server, _scope: &Scope) -> Vec<Query> {
        catalog::queries(self.0)
    }

    fn prints(&self, rows: &Catalogs) -> Result<Vec<Query>, DecodeError> {
        catalog::prints(self.0, rows)
    }

    fn decode(
        &self,
        server: &Server,
        scope: &Scope,
        rows: &Catalogs,
    ) -> Result<Schema, DecodeError> {
        decode::schema(self.0, server, scope, rows)
    }

    fn sizes(&self, _scope: &Scope, _apart: &[&Name]) -> Statement {
        sizes::sizes()
    }

    fn declare(
        &self,
        _server: &Server,
        tables: &[DeclaredTable],
    ) -> Result<Vec<String>, Vec<DeclarationError>> {
        declare::statements(self.0, tables)
    }

    fn create_namespace(&self, _name: &str) -> Option<Statement> {
        None
    }

    fn type_change(&self, observed: &str, desired: &str) -> TypeChange {
        types::change(observed, desired)
    }

    fn misread(&self, texts: &[&str], schema: &Schema) -> Vec<Unsupported> {
        narrow::misread(self.0, texts, schema)
    }

    fn lower(&self, _server: &Server, delta: &Delta, manner: &Manner) -> Lowered {
        lower::lower(self.0, delta, manner)
    }

    fn question(&self, question: &Question) -> Statement {
        facts::question(self.0, question)
            .or_else(|| question::common(self, question))
            // Every question is one of the two; a wrong one is answered by NULL, which is no fact.
            .unwrap_or_else(|| Statement::new("SELECT NULL"))
    }

    fn census(&self, census: Census) -> Option<Statement> {
        census::statement(self.0, census)
    }

    fn reserved_words(&self) -> &'static [&'static str] {
        words::reserved(self.0)
    }

    fn transaction(&self) -> Transaction {
        Transaction::PerStatement
    }

    fn lock(&self, key: &str) -> Option<SessionLock> {
        Some(facts::lock(key))
    }

    fn scratch(&self, server: &Server, name: &str) -> Option<ScratchStatements> {
        Some(facts::scratch(server, name))
    }

    /// An event would begin to run in scratch, so it is made disabled there.
    fn copy_object(&self, key: &ObjectKey, object: &Defined) -> Vec<Statement> {
        lower::make(key, object)
    }

    fn ledger(&self) -> LedgerDialect {
        facts::ledger()
    }

    fn dump_rows(&self, table: &Table) -> Statement {
        facts::dump_rows(table)
    }

    fn snapshot(&self, _path: &str) -> Option<Statement> {
        None
    }

    /// A foreign key to a table that is not there yet is taken while they are not checked (8.4 manual,
    /// 15.1.20.5 "FOREIGN KEY Constraints").
    fn circles(&self) -> Option<(Statement, Statement)> {
        let checked = |on: u8| Statement::new(format!("SET SESSION foreign_key_checks = {on}"));
        Some((checked(0), checked(1)))
    }

    fn loading(&self) -> Vec<Statement> {
        facts::loading()
    }

    fn view(&self, _server: &Server) -> Option<View> {
        Some(facts::view())
    }

    fn checks(&self) -> Checks {
        Checks::Asked(match self.0 {
            Flavour::Mysql => &Self::MYSQL,
            Flavour::Mariadb => &Self::MARIADB,
        })
    }
}
