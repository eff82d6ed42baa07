//! Who is told how an execution goes.

use serde::Serialize;
use std::fmt;
use std::sync::Arc;

/// Told of each step as it goes; nobody by default. Must not block.
#[derive(Clone, Default)]
pub struct Progress(Option<Listener>);

type Listener = Arc<dyn Fn(&ProgressEvent) + Send + Sync>;

/// What happens in an execution.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    tag = "event"
)]
pub enum ProgressEvent {
    /// It has its row in history, and its steps come next.
    Started {
        /// Its id.
        execution_id: String,
        /// How many steps there are.
        steps: usize,
    },
    /// A step begins, ends or fails. After a retry positions may come again.
    Step {
        /// From 0.
        position: usize,
        /// What it changes.
        object: String,
        /// `started`, `done` or `failed`.
        state: &'static str,
    },
}

impl Progress {
    /// Tells this one.
    pub fn to(listener: impl Fn(&ProgressEvent) + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(listener)))
    }

    pub(super) fn tell(&self, event: &ProgressEvent) {
        if let Some(listener) = &self.0 {
            listener(event);
        }
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = if self.0.is_some() {
            "somebody"
        } else {
            "nobody"
        };
        f.debug_tuple("Progress").field(&who).finish()
    }
}
