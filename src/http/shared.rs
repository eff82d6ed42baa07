//! What all handlers share: who is let in, where the databases are, and the bounds on work.

use super::guard::{Caller, Guard, Verb};
use super::places::Places;
use super::problem::{Problem, ProblemKind};
use super::running::Running;
use crate::database::{Database, DatabaseError};
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Bounds on what one client, and all together, can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest body, in bytes.
    pub body: usize,
    /// How long an answer may take.
    pub request: Duration,
    /// How long an execution is waited for before 202 is answered.
    pub wait: Duration,
    /// How many requests work on databases at once; more are answered 503.
    pub at_once: usize,
}

impl Default for Limits {
    /// 1 MiB, one minute, ten seconds, 32.
    fn default() -> Self {
        Self {
            body: 1024 * 1024,
            request: Duration::from_mins(1),
            wait: Duration::from_secs(10),
            at_once: 32,
        }
    }
}

/// What all handlers share.
#[derive(Clone)]
pub(super) struct Shared(Arc<Inner>);

struct Inner {
    places: Arc<dyn Places>,
    guard: Arc<dyn Guard>,
    limits: Limits,
    slots: Arc<Semaphore>,
    running: Running,
}

impl Shared {
    pub(super) fn new(places: Arc<dyn Places>, guard: Arc<dyn Guard>, limits: Limits) -> Self {
        Self(Arc::new(Inner {
            places,
            guard,
            limits,
            slots: Arc::new(Semaphore::new(limits.at_once)),
            running: Running::default(),
        }))
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    pub(super) fn guard(&self) -> &dyn Guard {
        &*self.0.guard
    }

    pub(super) fn running(&self) -> &Running {
        &self.0.running
    }

    /// The database of a target, for a caller who may do this to it. What is there is told only to
    /// who may know.
    pub(super) async fn enter(
        &self,
        caller: &Caller,
        verb: Verb,
        target: Option<&str>,
    ) -> Result<Database, Problem> {
        self.0.guard.allow(caller, verb, target).await?;
        Ok(self.0.places.find(target).await?)
    }

    /// Works on a database. The work goes on to its end when the client goes away or the time is
    /// over, so that nothing is left half done in scratch.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, DatabaseError>> + Send + 'static,
    ) -> Result<T, Problem> {
        let slots = Arc::clone(&self.0.slots);
        let slot = slots.try_acquire_owned().map_err(|_| {
            let text = format!("{} requests are being worked on", self.0.limits.at_once);
            Problem::new(ProblemKind::Overloaded, text, "try again in a moment")
        })?;
        let task = self.0.running.spawn(async move {
            let done = work.await;
            drop(slot);
            done
        });
        let limit = self.0.limits.request;
        match tokio::time::timeout(limit, task).await {
            Ok(Ok(done)) => Ok(done?),
            Ok(Err(_)) => Err(bug()),
            Err(_) => Err(Problem::new(
                ProblemKind::Timeout,
                format!("the database has not answered within {} s", limit.as_secs()),
                "ask for less, or have --request-timeout raised",
            )),
        }
    }
}

/// What is told when a task panicked; the log says more.
pub(super) fn bug() -> Problem {
    Problem::new(
        ProblemKind::Internal,
        "the request met a bug; the log of the server says where",
        "report it with that line of the log",
    )
}
