//! What is asked before a plan runs: may the account do it, and who is in the way now.

use super::error::{DecodeError, EngineError, ErrorKind};
use super::kind::Server;
use super::session::{Catalog, Session};
use super::statement::{Rows, Statement};
use crate::schema::Name;
use async_trait::async_trait;
use std::time::Duration;

/// Something a plan does for which an account needs a privilege.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Right {
    /// Keep history in the database.
    Ledger,
    /// Make a namespace.
    CreateNamespace,
    /// Make a table.
    CreateTable,
    /// Make a view.
    CreateView,
    /// Make a function or a procedure.
    CreateRoutine,
    /// Make an event.
    CreateEvent,
    /// Make any other object.
    CreateOther,
    /// Make a trigger on a table.
    Trigger,
    /// Change a table.
    Alter,
    /// Give a table another name.
    Rename,
    /// Make an index on a table, or a constraint that needs one.
    Index,
    /// Drop a table.
    Drop,
    /// Let a foreign key refer to a table.
    References,
    /// Read the rows of a table.
    Read,
}

impl Right {
    /// What is done, for messages; the object's name follows.
    pub const fn doing(self) -> &'static str {
        match self {
            Self::Ledger => "keeping the history",
            Self::CreateNamespace => "creating schema",
            Self::CreateTable => "creating table",
            Self::CreateView => "creating view",
            Self::CreateRoutine => "creating routine",
            Self::CreateEvent => "creating event",
            Self::CreateOther => "creating object",
            Self::Trigger => "creating a trigger on table",
            Self::Alter => "changing table",
            Self::Rename => "renaming table",
            Self::Index => "indexing table",
            Self::Drop => "dropping table",
            Self::References => "referring to table",
            Self::Read => "reading table",
        }
    }
}

/// A right and the object it is needed for. For [`Right::Ledger`] the name is empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Need {
    /// The right.
    pub right: Right,
    /// The object, as the observed schema names it; one that is made, by its new name.
    pub object: Name,
}

/// A privilege that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lacking {
    /// What cannot be done without it.
    pub need: Need,
    /// The privilege by the engine's own name.
    pub privilege: String,
    /// What gives it: a statement for somebody who may run it, or words where no statement does.
    pub remedy: String,
}

/// What another session does that a plan would have to wait for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holding {
    /// It holds a lock on a table.
    Table(Name),
    /// It holds the only lock there is, that of the whole file.
    File,
    /// It has a transaction open; what it will touch is not known.
    Transaction,
}

/// Another session that is in the way. Never what it runs, which may hold values of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occupant {
    /// What the server calls the session (process id, connection id); empty where it does not say.
    pub id: String,
    /// Its account; empty where the server does not say.
    pub user: String,
    /// How long its transaction is open, in seconds, where the server says so.
    pub seconds: Option<u64>,
    /// What it holds.
    pub holding: Holding,
}

/// How an engine's privileges and other sessions are looked at.
#[derive(Clone)]
pub enum Checks {
    /// The server is asked.
    Asked(&'static dyn Inquiry),
    /// There are neither accounts nor a list of sessions, so it is tried.
    Tried(Trial),
}

/// What a server is asked, and how its answers are read.
pub trait Inquiry: Send + Sync {
    /// Asks what the account may do.
    fn rights(&self, needs: &[Need]) -> Statement;

    /// What that answer lacks, each grant once.
    fn lacking(
        &self,
        server: &Server,
        needs: &[Need],
        rows: &Rows,
    ) -> Result<Vec<Lacking>, DecodeError>;

    /// Who holds locks on these tables or has a transaction open for longer than `bound`: queries
    /// that each answer it, best first, of which the first one that the server takes counts.
    /// Columns: `id`, `account`, `seconds`, `namespace`, `name` (NULL for a transaction).
    fn occupants(&self, tables: &[Name], bound: Duration) -> Vec<Statement>;

    /// What lets an account see the sessions of others.
    fn seeing(&self) -> &'static str;
}

/// What is tried and taken back.
#[derive(Clone, Debug)]
pub struct Trial {
    /// Tried, in order.
    pub attempt: Vec<Statement>,
    /// Takes everything back, whichever of them failed.
    pub undo: Statement,
    /// The privilege whose lack the attempt shows.
    pub privilege: &'static str,
    /// What gives it.
    pub remedy: &'static str,
}

impl Occupant {
    /// Somebody who holds the lock of the whole file; nobody says who.
    const fn of_the_file() -> Self {
        Self {
            id: String::new(),
            user: String::new(),
            seconds: None,
            holding: Holding::File,
        }
    }
}

/// Who is in the way, as far as the account may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Occupants {
    /// These.
    Seen(Vec<Occupant>),
    /// The account sees no sessions of others; the statement would let it.
    Hidden(&'static str),
}

/// The rows of one answer about other sessions: columns `id`, `account`, `seconds`, `namespace`
/// and `name`, the last one NULL for a transaction.
fn occupants(rows: &Rows) -> Result<Vec<Occupant>, DecodeError> {
    rows.iter()
        .map(|row| {
            let holding = row.opt("name").map_or(Holding::Transaction, |name| {
                Holding::Table(Name::new(row.opt("namespace").unwrap_or_default(), name))
            });
            Ok(Occupant {
                id: row.text("id")?.to_owned(),
                user: row.opt("account").unwrap_or_default().to_owned(),
                seconds: row.opt("seconds").and_then(|text| text.parse().ok()),
                holding,
            })
        })
        .collect()
}

/// Looks at what surrounds a plan. Nothing here leaves anything behind.
#[async_trait]
pub trait Examiner: Catalog {
    /// The privileges that the account lacks for these needs.
    ///
    /// # Errors
    /// Those of the server; on an engine where it is tried, anything but a lack of permission.
    async fn lacking(&mut self, needs: &[Need]) -> Result<Vec<Lacking>, EngineError>;

    /// Sessions that hold locks on these tables (observed names), or whose transaction is open for
    /// longer than `bound`.
    ///
    /// # Errors
    /// A broken link. An account that may not look is an answer.
    async fn occupants(
        &mut self,
        tables: &[Name],
        bound: Duration,
    ) -> Result<Occupants, EngineError>;
}

impl Session {
    /// Runs a trial and takes it back; answers how it failed.
    async fn tried(&mut self, trial: &Trial) -> Option<EngineError> {
        let mut failed = None;
        for statement in &trial.attempt {
            if let Err(error) = self.link.run(statement).await {
                failed = Some(error);
                break;
            }
        }
        if let Err(error) = self.link.run(&trial.undo).await {
            // Nothing was begun when the first statement failed already.
            tracing::debug!(%error, "a trial needed no undoing");
        }
        failed
    }
}

#[async_trait]
impl Examiner for Session {
    async fn lacking(&mut self, needs: &[Need]) -> Result<Vec<Lacking>, EngineError> {
        let Some(first) = needs.first() else {
            return Ok(Vec::new());
        };
        let inquiry = match self.dialect.checks() {
            Checks::Asked(inquiry) => inquiry,
            Checks::Tried(trial) => {
                return match self.tried(&trial).await {
                    None => Ok(Vec::new()),
                    Some(error) => untried(error, first, &trial),
                };
            }
        };
        let question = inquiry.rights(needs);
        let rows = self.link.fetch(&question).await;
        let rows = rows.map_err(|e| e.while_doing("asking for the account's privileges"))?;
        Ok(inquiry.lacking(&self.server, needs, &rows)?)
    }

    async fn occupants(
        &mut self,
        tables: &[Name],
        bound: Duration,
    ) -> Result<Occupants, EngineError> {
        let inquiry = match self.dialect.checks() {
            Checks::Asked(inquiry) => inquiry,
            Checks::Tried(trial) => {
                let failed = self.tried(&trial).await;
                let busy = failed.is_some_and(|error| error.kind == ErrorKind::Transient);
                let occupant = busy.then(Occupant::of_the_file);
                return Ok(Occupants::Seen(occupant.into_iter().collect()));
            }
        };
        for statement in inquiry.occupants(tables, bound) {
            match self.link.fetch(&statement).await {
                Ok(rows) => return Ok(Occupants::Seen(occupants(&rows)?)),
                Err(error) if error.kind == ErrorKind::Unreachable => return Err(error),
                Err(error) => {
                    tracing::debug!(%error, "other sessions cannot be seen this way");
                }
            }
        }
        Ok(Occupants::Hidden(inquiry.seeing()))
    }
}

/// What a failed trial says of the account. A folder that takes no journal is one in which a file
/// cannot be opened; somebody else's lock says nothing.
fn untried(error: EngineError, need: &Need, trial: &Trial) -> Result<Vec<Lacking>, EngineError> {
    match error.kind {
        ErrorKind::Permission | ErrorKind::Unreachable => Ok(vec![Lacking {
            need: need.clone(),
            privilege: trial.privilege.to_owned(),
            remedy: trial.remedy.to_owned(),
        }]),
        ErrorKind::Transient => Ok(Vec::new()),
        ErrorKind::Authentication
        | ErrorKind::Tls
        | ErrorKind::Data
        | ErrorKind::Statement
        | ErrorKind::Exists
        | ErrorKind::Unsupported
        | ErrorKind::Resources
        | ErrorKind::Other => Err(error.while_doing("trying whether the database can be written")),
    }
}
