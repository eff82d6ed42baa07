//! What a server shows of a statement: the locks it takes on what existed before, and how much of
//! it is read, built or written again. Nothing here is known beforehand; each engine's own tables
//! are asked, and `PostgreSQL` even while the statement's transaction is still open.

mod atlas;
mod mysql;
mod postgres;
mod sqlite;

use driftless::engine::{Engine, Lock, Work};
use driftless::plan::Plan;

/// What a server showed of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// The strongest lock on what existed before, by who has to wait.
    pub(crate) lock: Lock,
    /// The most that was done with what existed before.
    pub(crate) work: Work,
    /// The same in the server's own words.
    pub(crate) words: Vec<String>,
}

impl Shown {
    const fn nothing() -> Self {
        Self {
            lock: Lock::None,
            work: Work::Metadata,
            words: Vec::new(),
        }
    }

    fn raise(&mut self, lock: Lock, work: Work) {
        self.lock = self.lock.max(lock);
        self.work = self.work.max(work);
    }
}

/// A connection that runs statements and watches the server meanwhile. What exists when it is
/// opened is what counts; tables made later are nobody's.
pub(crate) enum Probe {
    Postgres(postgres::Probe),
    Mysql(Box<mysql::Probe>),
    Sqlite(sqlite::Probe),
}

impl Probe {
    pub(crate) async fn open(engine: Engine, url: &str) -> Result<Self, String> {
        let opened = match engine {
            Engine::Postgres => Self::Postgres(postgres::Probe::open(url).await?),
            Engine::Mysql | Engine::Mariadb => {
                Self::Mysql(Box::new(mysql::Probe::open(engine, url).await?))
            }
            Engine::Sqlite => Self::Sqlite(sqlite::Probe::open(url).await?),
        };
        Ok(opened)
    }

    /// Runs the statements of one step, for good.
    pub(crate) async fn run(&mut self, statements: &[&str]) -> Result<Shown, String> {
        match self {
            Self::Postgres(probe) => probe.run(statements).await,
            Self::Mysql(probe) => probe.run(statements).await,
            Self::Sqlite(probe) => probe.run(statements).await,
        }
    }

    /// The server's version, as a section of the atlas is called.
    pub(crate) async fn version(&mut self) -> String {
        match self {
            Self::Postgres(probe) => probe.version().await,
            Self::Mysql(probe) => probe.version().await,
            Self::Sqlite(probe) => probe.version().await,
        }
    }

    pub(crate) async fn close(self) {
        match self {
            Self::Postgres(probe) => probe.close().await,
            Self::Mysql(probe) => probe.close().await,
            Self::Sqlite(probe) => probe.close().await,
        }
    }
}

/// Runs a plan's steps on a database in the state it was planned for, and compares each with what
/// was announced: a lock or a work that the server showed must be among what the plan says.
/// Answers the steps of which more was said than shown.
pub(crate) async fn sound(engine: Engine, url: &str, plan: &Plan) -> Result<Vec<String>, String> {
    let mut probe = Probe::open(engine, url).await?;
    let (mut wrong, mut excess) = (Vec::new(), Vec::new());
    for planned in &plan.steps {
        let step = &planned.step;
        let statements: Vec<&str> = step
            .statements
            .iter()
            .map(driftless::engine::Statement::sql)
            .collect();
        let shown = probe
            .run(&statements)
            .await
            .map_err(|error| format!("{error}\n  {}", statements.join(";\n  ")))?;
        let line = format!(
            "{}\n  announced {:?}, {:?}; shown {:?}, {:?} ({})",
            statements.join(";\n"),
            step.lock,
            step.work,
            shown.lock,
            shown.work,
            shown.words.join(", ")
        );
        if step.lock < shown.lock || step.work < shown.work {
            wrong.push(line);
        } else if step.lock > shown.lock || step.work > shown.work {
            excess.push(line);
        }
    }
    probe.close().await;
    if wrong.is_empty() {
        Ok(excess)
    } else {
        Err(format!(
            "the server showed more than was announced:\n{}",
            wrong.join("\n")
        ))
    }
}
