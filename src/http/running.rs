//! Executions of this process: what runs, what was told of it, and for a while how it ended.

use super::problem::{Problem, ProblemKind};
use super::refused::busy;
use crate::execute::ProgressEvent;
use crate::report::OutcomeDocument;
use std::collections::VecDeque;
use std::future::Future;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_util::task::TaskTracker;

/// How many ended executions are remembered.
const MOST_ENDED: usize = 256;
/// How long.
const REMEMBERED: Duration = Duration::from_mins(10);
/// How many events of one execution are kept: two for each step of the longest plans.
const MOST_EVENTS: usize = 20_000;

/// How an execution ended.
pub(super) type End = Result<OutcomeDocument, Problem>;

/// All executions of this process.
#[derive(Default)]
pub(super) struct Running {
    entries: Mutex<VecDeque<Arc<Entry>>>,
    tasks: TaskTracker,
}

/// One execution.
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) plan_id: String,
    /// Which database, without credentials.
    database: String,
    events: Mutex<Vec<ProgressEvent>>,
    told: watch::Sender<()>,
    end: OnceLock<(End, Instant)>,
}

impl Running {
    /// Begins an execution, unless one of the same database is running here.
    pub(super) fn begin(
        &self,
        database: &str,
        id: String,
        plan_id: String,
    ) -> Result<Arc<Entry>, Problem> {
        if self.tasks.is_closed() {
            return Err(Problem::new(
                ProblemKind::Stopping,
                "the server is being stopped and begins no execution",
                "ask again when it is back",
            ));
        }
        let mut entries = self.entries();
        forget(&mut entries);
        let same = |entry: &&Arc<Entry>| entry.database == database && entry.end().is_none();
        if let Some(other) = entries.iter().find(same) {
            return Err(busy(Some(other.id.clone())));
        }
        let entry = Arc::new(Entry {
            id,
            plan_id,
            database: database.to_owned(),
            events: Mutex::default(),
            told: watch::Sender::new(()),
            end: OnceLock::new(),
        });
        entries.push_back(Arc::clone(&entry));
        Ok(entry)
    }

    /// An execution of this database that is running or ended a short while ago.
    pub(super) fn find(&self, database: &str, id: &str) -> Option<Arc<Entry>> {
        let mut entries = self.entries();
        forget(&mut entries);
        let this = |entry: &&Arc<Entry>| entry.id == id && entry.database == database;
        entries.iter().find(this).cloned()
    }

    /// Runs something that the end of the program waits for.
    pub(super) fn spawn<T: Send + 'static>(
        &self,
        task: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<T> {
        self.tasks.spawn(task)
    }

    /// From now on nothing is begun.
    pub(super) fn close(&self) {
        self.tasks.close();
    }

    /// Waits until everything has ended.
    pub(super) async fn ended(&self) {
        self.close();
        self.tasks.wait().await;
    }

    fn entries(&self) -> MutexGuard<'_, VecDeque<Arc<Entry>>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets go of what ended long ago, and of the oldest where there are too many.
fn forget(entries: &mut VecDeque<Arc<Entry>>) {
    let ended = entries.iter().filter(|entry| entry.end().is_some()).count();
    let mut surplus = ended.saturating_sub(MOST_ENDED);
    entries.retain(|entry| {
        let Some((_, when)) = entry.end.get() else {
            return true;
        };
        let surplus_one = surplus > 0;
        surplus = surplus.saturating_sub(1);
        !surplus_one && when.elapsed() < REMEMBERED
    });
}

impl Entry {
    /// Remembers an event and wakes who waits for it.
    pub(super) fn tell(&self, event: &ProgressEvent) {
        let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        if events.len() < MOST_EVENTS {
            events.push(event.clone());
        }
        drop(events);
        self.told.send_replace(());
    }

    /// It has ended.
    pub(super) fn finish(&self, end: End) {
        drop(self.end.set((end, Instant::now())));
        self.told.send_replace(());
    }

    /// How it ended, if it has.
    pub(super) fn end(&self) -> Option<&End> {
        self.end.get().map(|(end, _)| end)
    }

    /// The event at a position, if it has happened.
    pub(super) fn event(&self, position: usize) -> Option<ProgressEvent> {
        let events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        events.get(position).cloned()
    }

    /// Wakes at every event and at the end.
    pub(super) fn watch(&self) -> watch::Receiver<()> {
        self.told.subscribe()
    }

    /// Waits for the end, so long as `patience` lasts.
    pub(super) async fn wait(&self, patience: Duration) -> Option<&End> {
        let mut told = self.watch();
        let ended = async { while self.end().is_none() && told.changed().await.is_ok() {} };
        drop(tokio::time::timeout(patience, ended).await);
        self.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    fn refused() -> End {
        Err(Problem::new(ProblemKind::StalePlan, "gone", "plan again"))
    }

    #[tokio::test]
    async fn one_runs_per_database_and_its_end_is_remembered() {
        let running = Running::default();
        let one = running.begin("a", "1".into(), "p".into()).unwrap();
        let second = running.begin("a", "2".into(), "p".into()).err().unwrap();
        assert_eq!(second.kind, ProblemKind::Busy);
        assert_eq!(second.execution_id.as_deref(), Some("1"));
        running.begin("b", "3".into(), "p".into()).unwrap();
        assert!(one.wait(Duration::ZERO).await.is_none());
        one.finish(refused());
        assert!(one.wait(Duration::from_mins(1)).await.is_some());
        running.begin("a", "2".into(), "p".into()).unwrap();
        assert!(running.find("a", "1").unwrap().end().is_some());
        assert!(running.find("b", "1").is_none());
        running.close();
        let late = running.begin("c", "4".into(), "p".into()).err().unwrap();
        assert_eq!(late.kind, ProblemKind::Stopping);
    }

    #[test]
    fn what_ended_is_remembered_in_a_bounded_number() {
        let running = Running::default();
        for number in 0..MOST_ENDED + 10 {
            let entry = running.begin("a", number.to_string(), "p".into()).unwrap();
            entry.finish(refused());
        }
        running.begin("a", "last".into(), "p".into()).unwrap();
        assert_eq!(running.entries().len(), MOST_ENDED + 1);
        assert!(running.find("a", "0").is_none());
        assert!(running.find("a", "last").is_some());
    }
}
