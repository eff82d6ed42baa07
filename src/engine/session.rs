//! A connection to one database, seen through narrow roles.
//!
//! A preview is given a [`Catalog`] and cannot execute; only `execute` asks for an [`Executor`].

use super::creation::{Creation, creation};
use super::dialect::{Dialect, SessionLock, Transaction};
use super::error::{DecodeError, EngineError, ErrorKind};
use super::kind::Server;
use super::ledger;
use super::link::Link;
use super::question::{Census, Question};
use super::scratch::Scratch;
use super::sizes::{Counting, RowCount, Sizes};
use super::statement::{Catalogs, Statement};
use super::step::Leftover;
use super::target::{Scope, Target, Timeouts};
use super::tools;
use crate::schema::{Name, Schema};
use async_trait::async_trait;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::time::{Duration, Instant};

/// The model that the rows of all catalog queries amount to, without the program's own tables and
/// with those of other migration tools set apart.
/// Pure, so that a recorded reading can be judged again without its server.
pub fn decode(
    dialect: &dyn Dialect,
    server: &Server,
    scope: &Scope,
    rows: &Catalogs,
) -> Result<Schema, DecodeError> {
    let schema = dialect.decode(server, scope, rows)?;
    let schema = ledger::without_own_tables(schema, dialect, scope);
    Ok(tools::set_apart(schema, dialect.default_namespace()))
}

/// Reads a database. Nothing here changes it.
#[async_trait]
pub trait Catalog: Send {
    /// The language spoken there.
    fn dialect(&self) -> &'static dyn Dialect;

    /// What the server said of itself.
    fn server(&self) -> &Server;

    /// Which database this is, without credentials.
    fn identity(&self) -> String;

    /// The rows of all catalog queries, unread.
    async fn catalogs(&mut self, scope: &Scope) -> Result<Catalogs, EngineError>;

    /// All objects in scope; the program's own tables are not among them.
    async fn read(&mut self, scope: &Scope) -> Result<Schema, EngineError> {
        let rows = self.catalogs(scope).await?;
        Ok(decode(self.dialect(), self.server(), scope, &rows)?)
    }

    /// How large the database and its tables are. One statement, and one reading of the catalogs.
    async fn sizes(&mut self, scope: &Scope) -> Result<Sizes, EngineError>;

    /// How many rows each table holds, by name. Estimates cost no more than [`Catalog::sizes`];
    /// exact numbers read every table, many of them in one statement.
    async fn row_counts(
        &mut self,
        scope: &Scope,
        counting: Counting,
    ) -> Result<Vec<RowCount>, EngineError>;

    /// The statements that make everything in scope again in an empty database.
    async fn create_statements(&mut self, scope: &Scope) -> Result<Creation, EngineError> {
        let schema = self.read(scope).await?;
        Ok(creation(self.dialect(), self.server(), &schema))
    }

    /// Answers to questions about rows. `None`: not to be had (no privilege, no time), which every
    /// caller takes for the worst.
    async fn ask(&mut self, questions: &[Question]) -> Result<Vec<Option<u64>>, EngineError>;

    /// Makes a scratch database like this one. The caller gives it back with
    /// [`Catalog::discard`]; one that was not, because the process died, is swept an hour later.
    async fn scratch(&mut self, token: &str, now: jiff::Timestamp) -> Result<Scratch, EngineError>;

    /// Drops a scratch database.
    async fn discard(&mut self, scratch: Scratch) -> Result<(), EngineError>;
}

/// Changes a database.
#[async_trait]
pub trait Executor: Catalog {
    /// Gets the lock that keeps other executions of this database out, polling until `wait` is
    /// over. Does nothing where the transaction is the lock.
    async fn lock(&mut self, wait: Duration) -> Result<(), EngineError>;

    /// Whether the lock is still this session's.
    async fn holds_lock(&mut self) -> Result<bool, EngineError>;

    /// Gives the lock back.
    async fn unlock(&mut self) -> Result<(), EngineError>;

    /// Begins the transaction around all steps, where the engine has one.
    async fn begin(&mut self) -> Result<(), EngineError>;

    /// Checks what must hold and commits. When a check fails the transaction is still open.
    async fn commit(&mut self) -> Result<(), EngineError>;

    /// Takes everything since [`Executor::begin`] back.
    async fn roll_back(&mut self) -> Result<(), EngineError>;

    /// Runs one statement of a plan.
    async fn run(&mut self, statement: &Statement) -> Result<u64, EngineError>;

    /// Runs one statement that stands alone, outside any transaction.
    async fn run_alone(&mut self, statement: &Statement) -> Result<u64, EngineError>;

    /// Takes away what a failed step left behind, if it is there.
    async fn clear(&mut self, leftover: &Leftover) -> Result<(), EngineError>;
}

/// What a census says, by table and column.
type Counted = BTreeMap<(Name, String), u64>;

/// A pinned connection with everything that is known of the server.
pub struct Session {
    pub(super) dialect: &'static dyn Dialect,
    pub(super) link: Box<dyn Link>,
    pub(super) server: Server,
    target: Target,
    timeouts: Timeouts,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session")
            .field("target", &self.target.identity())
            .finish_non_exhaustive()
    }
}

impl Session {
    /// Makes a session of a fresh link: settings first, then the server's profile.
    pub(super) async fn open(
        mut dialect: &'static dyn Dialect,
        mut link: Box<dyn Link>,
        target: Target,
        timeouts: Timeouts,
    ) -> Result<Self, EngineError> {
        for statement in dialect.settings(&timeouts) {
            link.run(&statement).await?;
        }
        for statement in dialect.wishes() {
            match link.run(&statement).await {
                Err(error) if error.kind == ErrorKind::Permission => {
                    tracing::debug!(%error, "a setting stays as the server has it");
                }
                outcome => drop(outcome?),
            }
        }
        let rows = link.fetch(&dialect.profile()).await?;
        let row = rows.iter().next().ok_or_else(|| {
            EngineError::new(
                ErrorKind::Other,
                "reading the server's version",
                "no row came back",
            )
        })?;
        let server = dialect.read_profile(row)?;
        if server.engine != dialect.engine() {
            dialect = super::connect::dialect(server.engine)?;
        }
        let database = target.identity();
        tracing::debug!(database, server = %server.version_text, "connected");
        Ok(Self {
            dialect,
            link,
            server,
            target,
            timeouts,
        })
    }

    /// Ends the connection.
    pub async fn close(self) {
        self.link.close().await;
    }

    fn session_lock(&self) -> Option<SessionLock> {
        self.dialect.lock(&self.target.identity())
    }

    async fn says_yes(&mut self, statement: &Statement) -> Result<bool, EngineError> {
        let rows = self.link.fetch(statement).await?;
        let answer = rows
            .values
            .first()
            .and_then(|row| row.first())
            .and_then(Option::as_deref);
        Ok(matches!(answer, Some("1" | "t" | "true")))
    }

    /// The facts of a census; none where they are not to be had.
    async fn count(&mut self, census: Census) -> Result<Counted, EngineError> {
        let Some(statement) = self.dialect.census(census) else {
            return Ok(Counted::new());
        };
        let rows = match self.link.fetch(&statement).await {
            Ok(rows) => rows,
            Err(error) if error.kind == ErrorKind::Unreachable => return Err(error),
            Err(error) => {
                tracing::debug!(?census, %error, "facts about tables are not to be had");
                return Ok(Counted::new());
            }
        };
        let known = rows.iter().filter_map(|row| {
            let schema = row.opt("namespace").unwrap_or_default();
            let table = Name::new(schema, row.opt("name")?);
            let value = row.opt("value")?.parse().ok()?;
            Some((
                (table, row.opt("part").unwrap_or_default().to_owned()),
                value,
            ))
        });
        Ok(known.collect())
    }

    pub(super) async fn run_all(&mut self, statements: &[Statement]) -> Result<(), EngineError> {
        for statement in statements {
            self.link.run(statement).await?;
        }
        Ok(())
    }

    pub(super) async fn first_rows(
        &mut self,
        statement: &Statement,
    ) -> Result<Vec<String>, EngineError> {
        let rows = self.link.fetch(statement).await?;
        Ok(rows
            .values
            .into_iter()
            .filter_map(|mut row| row.drain(..).next().flatten())
            .collect())
    }
}

#[async_trait]
impl Catalog for Session {
    fn dialect(&self) -> &'static dyn Dialect {
        self.dialect
    }

    fn server(&self) -> &Server {
        &self.server
    }

    fn identity(&self) -> String {
        self.target.identity()
    }

    async fn catalogs(&mut self, scope: &Scope) -> Result<Catalogs, EngineError> {
        let began = Instant::now();
        let mut catalogs = Catalogs::new();
        for query in self.dialect.catalog(&self.server, scope) {
            let rows = self.link.fetch(&query.statement).await.map_err(|error| {
                error.while_doing(format!("reading {} of the catalog", query.name))
            })?;
            catalogs.insert(query.name.to_owned(), rows);
        }
        for query in self.dialect.prints(&catalogs)? {
            match self.link.fetch(&query.statement).await {
                Ok(rows) => {
                    let known = catalogs.entry(query.name.to_owned()).or_default();
                    known.columns = rows.columns;
                    known.values.extend(rows.values);
                }
                Err(error) if error.kind == ErrorKind::Unreachable => return Err(error),
                Err(error) => {
                    tracing::debug!(query = query.name, %error, "some prints are not to be had");
                }
            }
        }
        let rows: usize = catalogs.values().map(|rows| rows.values.len()).sum();
        let ms = began.elapsed().as_millis();
        tracing::debug!(database = %self.identity(), queries = catalogs.len(), rows, ms, "the catalog was read");
        Ok(catalogs)
    }

    async fn sizes(&mut self, scope: &Scope) -> Result<Sizes, EngineError> {
        self.read_sizes(scope).await
    }

    async fn row_counts(
        &mut self,
        scope: &Scope,
        counting: Counting,
    ) -> Result<Vec<RowCount>, EngineError> {
        self.count_rows(scope, counting).await
    }

    async fn ask(&mut self, questions: &[Question]) -> Result<Vec<Option<u64>>, EngineError> {
        let mut answers = Vec::with_capacity(questions.len());
        let mut counted: BTreeMap<Census, Counted> = BTreeMap::new();
        for question in questions {
            if let Some((census, table, part)) = question.census() {
                let known = match counted.entry(census) {
                    Entry::Occupied(known) => known.into_mut(),
                    Entry::Vacant(unknown) => unknown.insert(self.count(census).await?),
                };
                let place = (table.clone(), part.to_owned());
                answers.push(known.get(&place).copied());
                continue;
            }
            let answer = self.first_rows(&self.dialect.question(question)).await;
            match answer {
                Ok(rows) => answers.push(rows.first().and_then(|text| text.parse().ok())),
                Err(error) if error.kind == ErrorKind::Unreachable => return Err(error),
                Err(error) => {
                    tracing::debug!(?question, %error, "a fact about rows is not to be had");
                    answers.push(None);
                }
            }
        }
        Ok(answers)
    }

    async fn scratch(&mut self, token: &str, now: jiff::Timestamp) -> Result<Scratch, EngineError> {
        let name = Scratch::name(token, now);
        let Some(statements) = self.dialect.scratch(&self.server, &name) else {
            let session = super::connect::connect(&Target::File(None), &self.timeouts).await?;
            return Ok(Scratch::new(session, Vec::new()));
        };
        for old in self.first_rows(&statements.list).await? {
            if Scratch::is_stale(&old, now)
                && let Some(leftover) = self.dialect.scratch(&self.server, &old)
                && let Err(error) = self.run_all(&leftover.drop).await
            {
                tracing::warn!(%error, scratch = %old, "a left-over scratch database stays");
            }
        }
        self.run_all(&statements.create)
            .await
            .map_err(|mut error| {
                if error.kind == ErrorKind::Permission {
                    error.message =
                        format!("{}; what would help: {}", error.message, statements.grant);
                }
                error.while_doing("creating a scratch database")
            })?;
        tracing::debug!(scratch = %name, "a scratch database was made");
        let target = self.target.with_database(&name);
        match super::connect::connect(&target, &self.timeouts).await {
            Ok(session) => Ok(Scratch::new(session, statements.drop)),
            Err(error) => {
                self.run_all(&statements.drop).await?;
                Err(error.while_doing("connecting to a scratch database"))
            }
        }
    }

    async fn discard(&mut self, scratch: Scratch) -> Result<(), EngineError> {
        let drop = scratch.close().await;
        self.run_all(&drop)
            .await
            .map_err(|error| error.while_doing("dropping a scratch database"))
    }
}

/// How long between two looks at a lock somebody else holds.
const LOCK_POLL: Duration = Duration::from_millis(200);

#[async_trait]
impl Executor for Session {
    async fn lock(&mut self, wait: Duration) -> Result<(), EngineError> {
        let Some(lock) = self.session_lock() else {
            return Ok(());
        };
        let mut left = wait;
        while !self.says_yes(&lock.acquire).await? {
            if left.is_zero() {
                return Err(EngineError::new(
                    ErrorKind::Transient,
                    "getting the execution lock",
                    format!("another execution held it for {} s", wait.as_secs()),
                ));
            }
            let nap = LOCK_POLL.min(left);
            tokio::time::sleep(nap).await;
            left = left.saturating_sub(nap);
        }
        Ok(())
    }

    async fn holds_lock(&mut self) -> Result<bool, EngineError> {
        match self.session_lock() {
            Some(lock) => self.says_yes(&lock.held).await,
            None => Ok(true),
        }
    }

    async fn unlock(&mut self) -> Result<(), EngineError> {
        if let Some(lock) = self.session_lock() {
            self.link.fetch(&lock.release).await?;
        }
        Ok(())
    }

    async fn begin(&mut self) -> Result<(), EngineError> {
        if let Transaction::Whole { before, begin, .. } = self.dialect.transaction() {
            self.run_all(&before).await?;
            self.link.run(&begin).await?;
        }
        Ok(())
    }

    async fn commit(&mut self) -> Result<(), EngineError> {
        if let Transaction::Whole { checks, after, .. } = self.dialect.transaction() {
            for (check, meaning) in checks {
                if !self.link.fetch(&check).await?.values.is_empty() {
                    return Err(EngineError::new(
                        ErrorKind::Data,
                        "checking before the commit",
                        meaning,
                    ));
                }
            }
            self.link
                .run(&Statement::new("COMMIT"))
                .await
                .map_err(|error| error.while_doing("committing"))?;
            self.run_all(&after).await?;
        }
        Ok(())
    }

    async fn roll_back(&mut self) -> Result<(), EngineError> {
        if let Transaction::Whole { after, .. } = self.dialect.transaction() {
            let back = Statement::new("ROLLBACK");
            if let Err(error) = self.link.run(&back).await {
                // SQLite takes a transaction back by itself when the disk is full, among others
                // (lang_transaction.html, 3 "Response To Errors Within A Transaction"). Then there
                // is none to take back, and another one can begin.
                if self.link.run(&Statement::new("BEGIN")).await.is_err() {
                    return Err(error);
                }
                self.link.run(&back).await?;
            }
            self.run_all(&after).await?;
        }
        Ok(())
    }

    async fn run(&mut self, statement: &Statement) -> Result<u64, EngineError> {
        self.link.run(statement).await
    }

    async fn run_alone(&mut self, statement: &Statement) -> Result<u64, EngineError> {
        let Some((before, after)) = self.dialect.unhurried(&self.timeouts) else {
            return self.link.run(statement).await;
        };
        self.link.run(&before).await?;
        let outcome = self.link.run(statement).await;
        let restored = self.link.run(&after).await;
        let done = outcome?;
        restored?;
        Ok(done)
    }

    async fn clear(&mut self, leftover: &Leftover) -> Result<(), EngineError> {
        if !self.link.fetch(&leftover.sign).await?.values.is_empty() {
            self.run_alone(&leftover.removal).await?;
        }
        Ok(())
    }
}
