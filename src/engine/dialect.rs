//! What an engine's shelf is: facts and pure functions. Nothing here talks to a server.

use super::checks::Checks;
use super::error::DecodeError;
use super::kind::{Engine, Server};
use super::manner::Manner;
use super::question::{Census, Question};
use super::safety::View;
use super::script::Flavor;
use super::statement::{Catalogs, Query, Row, Statement};
use super::step::{Lowered, Unsupported};
use super::target::{Scope, Timeouts};
use crate::schema::{DeclaredTable, Defined, Delta, Fold, Name, ObjectKey, Schema, Table};

/// An engine's language and habits.
pub trait Dialect: Send + Sync {
    /// The engine.
    fn engine(&self) -> Engine;

    /// How its scripts are split.
    fn flavor(&self) -> Flavor;

    /// How names of tables, and of everything inside a table, are compared.
    fn folds(&self, server: &Server) -> (Fold, Fold);

    /// An identifier as it stands in a statement, always quoted.
    fn quote(&self, identifier: &str) -> String;

    /// A whole name as it stands in a statement.
    fn name(&self, name: &Name) -> String {
        if name.schema.is_empty() {
            self.quote(&name.name)
        } else {
            format!("{}.{}", self.quote(&name.schema), self.quote(&name.name))
        }
    }

    /// What lets tables be made that refer to one another before all are there, and what ends it; `None`
    /// where the engine takes them without, or not at all.
    fn circles(&self) -> Option<(Statement, Statement)> {
        None
    }

    /// The namespace that unqualified names mean; empty where there are no namespaces.
    fn default_namespace(&self) -> &'static str {
        ""
    }

    /// Asks the server for its version and settings: one row.
    fn profile(&self) -> Statement;

    /// Reads that row.
    fn read_profile(&self, row: Row<'_>) -> Result<Server, DecodeError>;

    /// Run right after connecting, so that no server or account default changes how statements are
    /// read, printed or bounded.
    fn settings(&self, timeouts: &Timeouts) -> Vec<Statement>;

    /// Settings for which not every account has the privilege: tried, and left as the server has them
    /// where that is refused.
    fn wishes(&self) -> Vec<Statement> {
        Vec::new()
    }

    /// The catalog queries: a fixed number, whatever the number of objects.
    fn catalog(&self, server: &Server, scope: &Scope) -> Vec<Query>;

    /// What the catalogs do not say and only a statement for each object does: asked once the catalogs
    /// were read, many at once, and left out where an account may not ask.
    fn prints(&self, rows: &Catalogs) -> Result<Vec<Query>, DecodeError> {
        let _ = rows;
        Ok(Vec::new())
    }

    /// Their rows as a model.
    fn decode(
        &self,
        server: &Server,
        scope: &Scope,
        rows: &Catalogs,
    ) -> Result<Schema, DecodeError>;

    /// Asks how large everything in scope is: one row for each table with the columns `schema`,
    /// `name`, `data`, `indexes`, `total` (bytes) and `rows` (an estimate, or NULL), and one for
    /// the whole database, in which only `total` is not NULL. Tables in `apart` are not looked at
    /// where looking takes a lock on them.
    fn sizes(&self, scope: &Scope, apart: &[&Name]) -> Statement;

    /// Structured tables as this dialect's statements, foreign keys apart and last, `CREATE SCHEMA`
    /// for the namespaces they name first. All violations at once.
    fn declare(
        &self,
        server: &Server,
        tables: &[DeclaredTable],
    ) -> Result<Vec<String>, Vec<DeclarationError>>;

    /// The statement that makes a namespace; `None` where the engine has none.
    fn create_namespace(&self, name: &str) -> Option<Statement>;

    /// What a change of type does to values.
    fn type_change(&self, observed: &str, desired: &str) -> TypeChange;

    /// The steps for a difference. Everything that cannot be done is named in `unsupported`.
    fn lower(&self, server: &Server, delta: &Delta, manner: &Manner) -> Lowered;

    /// A question about rows.
    fn question(&self, question: &Question) -> Statement;

    /// Asks for the facts of a census: one row for each table, or column, with the columns
    /// `namespace`, `name`, `part` and `value`; `None` where the engine keeps no such facts.
    fn census(&self, census: Census) -> Option<Statement> {
        let _ = census;
        None
    }

    /// Words that stand for a name only in quotes: upper case, sorted.
    fn reserved_words(&self) -> &'static [&'static str];

    /// What of a declaration's texts the server kept and shows otherwise, when it is read back as
    /// `schema`.
    fn misread(&self, texts: &[&str], schema: &Schema) -> Vec<Unsupported> {
        let _ = (texts, schema);
        Vec::new()
    }

    /// What surrounds the steps.
    fn transaction(&self) -> Transaction;

    /// Run before and after each step that stands alone, where the session's bounds are not right
    /// for it: what keeps nobody waiting may take its time.
    fn unhurried(&self, timeouts: &Timeouts) -> Option<(Statement, Statement)> {
        let _ = timeouts;
        None
    }

    /// The lock that keeps other executions out; `None` where the transaction itself does.
    fn lock(&self, key: &str) -> Option<SessionLock>;

    /// How a scratch database of that name is made on the same server; `None` where scratch is a
    /// private database in memory.
    fn scratch(&self, server: &Server, name: &str) -> Option<ScratchStatements>;

    /// The statements that make an object beside tables in a copy of its database.
    fn copy_object(&self, key: &ObjectKey, object: &Defined) -> Vec<Statement> {
        let _ = key;
        vec![Statement::new(&*object.definition)]
    }

    /// What is made in place of an object that waits for others which lean on it, and what makes the
    /// object of it afterwards; `None` where there is no such thing, or nothing waits.
    fn stand_in(&self, key: &ObjectKey, object: &Defined) -> Option<(Statement, Vec<Statement>)> {
        let _ = (key, object);
        None
    }

    /// How the ledger's tables are made here.
    fn ledger(&self) -> LedgerDialect;

    /// A query with one text column: for each row of a table, an `INSERT` that puts it back.
    fn dump_rows(&self, table: &Table) -> Statement;

    /// The statement that copies the whole database to a file, where the engine has one.
    fn snapshot(&self, path: &str) -> Option<Statement>;

    /// What must run after the rows of a table were put back one by one: counters that an
    /// `INSERT` with a value does not move.
    fn after_rows(&self, table: &Table) -> Vec<Statement> {
        let _ = table;
        Vec::new()
    }

    /// Settings under which rows may be put back in any order.
    fn loading(&self) -> Vec<Statement> {
        Vec::new()
    }

    /// How one state of all rows is seen while they are copied; `None` where a copy is one
    /// statement.
    fn view(&self, server: &Server) -> Option<View>;

    /// Asks what is wrong with the stored bytes: one text column, `ok` when nothing is.
    fn integrity(&self) -> Option<Statement> {
        None
    }

    /// Keeps everybody else out of a database that is a file.
    fn exclusive(&self) -> Vec<Statement> {
        Vec::new()
    }

    /// How privileges and other sessions are looked at.
    fn checks(&self) -> Checks;
}

/// Which transaction surrounds the steps of a plan.
#[derive(Clone, Debug)]
pub enum Transaction {
    /// All steps in one transaction, which takes everything back when one fails.
    Whole {
        /// Run before it begins.
        before: Vec<Statement>,
        /// Begins it.
        begin: Statement,
        /// Queries that must answer no row before it may commit, with what a row means.
        checks: Vec<(Statement, &'static str)>,
        /// Run after it ended, either way.
        after: Vec<Statement>,
    },
    /// The engine commits each statement by itself.
    PerStatement,
}

/// A lock held by a session, not by a transaction.
#[derive(Clone, Debug)]
pub struct SessionLock {
    /// Answers `1` (or `t`) when the lock was got; does not wait.
    pub acquire: Statement,
    /// Answers `1` (or `t`) while this session holds it.
    pub held: Statement,
    /// Gives it back.
    pub release: Statement,
}

/// How a scratch database is made and swept.
#[derive(Clone, Debug)]
pub struct ScratchStatements {
    /// Makes it.
    pub create: Vec<Statement>,
    /// Drops it.
    pub drop: Vec<Statement>,
    /// Lists all scratch databases there, leftovers included: one text column.
    pub list: Statement,
    /// The statement that gives this account the privilege, for when making it is refused.
    pub grant: String,
}

/// How the ledger's tables are made.
#[derive(Clone, Copy, Debug)]
pub struct LedgerDialect {
    /// The namespace they live in; empty where there are none.
    pub namespace: &'static str,
    /// Column type of an identity key, with everything it needs to count itself.
    pub identity: &'static str,
    /// Type of a bounded text: `varchar(n)` or what stands for it, with `{n}` for the length.
    pub varchar: &'static str,
    /// Type of a long text.
    pub text: &'static str,
    /// Type of a JSON document.
    pub json: &'static str,
    /// Type of a truth value.
    pub boolean: &'static str,
    /// Type of a point in time.
    pub timestamp: &'static str,
    /// The placeholder of the n-th (from 1) bound text for a column of each type, `{n}` for n.
    pub placeholder: &'static str,
    /// As `placeholder`, cast to JSON where needed.
    pub json_placeholder: &'static str,
    /// As `placeholder`, cast to an integer.
    pub integer_placeholder: &'static str,
    /// As `placeholder`, cast from `true`/`false`.
    pub boolean_placeholder: &'static str,
    /// As `placeholder`, cast from RFC 3339.
    pub timestamp_placeholder: &'static str,
    /// Casts a column to text for reading, `{c}` for the column; a timestamp becomes RFC 3339 in UTC.
    pub read_text: &'static str,
    /// As `read_text`, for a timestamp.
    pub read_timestamp: &'static str,
    /// Lists the columns of a table: one text column; `{t}` stands for the table's name as a
    /// literal, and the namespace is the one above or the current database.
    pub columns_of: &'static str,
}

/// What a change of type does to values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypeChange {
    /// Every value fits and means the same.
    Widening,
    /// Some values may not fit or lose precision.
    Narrowing,
    /// Values are converted to another kind.
    Recast,
}

/// Something wrong with a structured declaration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {problem}")]
pub struct DeclarationError {
    /// Where, as `tables[users].columns[id].dataType`.
    pub path: String,
    /// What is wrong and what to do.
    pub problem: String,
}
