//! How often an execution is tried again, and how long it waits before that.

use super::Hands;
use crate::engine::{EngineError, ErrorKind};
use rand::Rng;
use std::time::Duration;

/// The longest wait between two tries, before jitter.
const LONGEST_BACKOFF: Duration = Duration::from_secs(30);

/// The tries that one execution has, and what they were needed for.
#[derive(Debug)]
pub(super) struct Patience {
    most: u32,
    backoff: Duration,
    /// How often it was tried again.
    pub(super) retries: u32,
    /// After what.
    pub(super) warnings: Vec<String>,
}

impl Patience {
    /// At most so many tries more, the first one after `backoff`.
    pub(super) fn new(most: u32, backoff: Duration) -> Self {
        Self {
            most,
            backoff,
            retries: 0,
            warnings: Vec::new(),
        }
    }

    /// Waits before another try, or answers that there is none: only errors that are transient by
    /// the server's own code are worth it.
    pub(super) async fn again(&mut self, error: &EngineError) -> bool {
        if error.kind != ErrorKind::Transient || self.retries >= self.most {
            return false;
        }
        let jitter = rand::rng().random_range(0.5..1.5);
        let nap = pause(self.backoff, self.retries).mul_f64(jitter);
        self.retries += 1;
        tracing::warn!(%error, retry = self.retries, "trying again");
        self.warnings.push(format!("tried again after: {error}"));
        tokio::time::sleep(nap).await;
        true
    }
}

/// The wait before the next try: doubled with each one.
fn pause(first: Duration, retries: u32) -> Duration {
    first
        .saturating_mul(1 << retries.min(16))
        .min(LONGEST_BACKOFF)
}

/// Makes the history tables where they are missing, with the tries of an execution: on SQLite
/// whoever writes to the file keeps everybody else from writing.
///
/// # Errors
/// What the last try ended in.
pub async fn make_ledger<S: Hands + ?Sized>(
    session: &mut S,
    max_retries: u32,
    backoff: Duration,
) -> Result<(), EngineError> {
    let mut patience = Patience::new(max_retries, backoff);
    loop {
        match session.ensure_ledger().await {
            Err(error) if patience.again(&error).await => {}
            ended => return ended,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_up_to_a_bound() {
        let waits: Vec<u64> = (0..9)
            .map(|retries| pause(Duration::from_millis(500), retries).as_secs())
            .collect();
        assert_eq!(waits, [0, 1, 2, 4, 8, 16, 30, 30, 30]);
        assert_eq!(pause(Duration::from_secs(1), u32::MAX), LONGEST_BACKOFF);
    }

    #[tokio::test]
    async fn only_transient_errors_are_worth_another_try() {
        let all = [
            ErrorKind::Unreachable,
            ErrorKind::Authentication,
            ErrorKind::Tls,
            ErrorKind::Permission,
            ErrorKind::Transient,
            ErrorKind::Data,
            ErrorKind::Statement,
            ErrorKind::Exists,
            ErrorKind::Unsupported,
            ErrorKind::Resources,
            ErrorKind::Other,
        ];
        for kind in all {
            let error = EngineError::new(kind, "a", "b");
            let mut patience = Patience::new(2, Duration::from_millis(1));
            let tries = [
                patience.again(&error).await,
                patience.again(&error).await,
                patience.again(&error).await,
            ];
            let expected = if kind == ErrorKind::Transient {
                [true, true, false]
            } else {
                [false; 3]
            };
            assert_eq!(tries, expected, "{kind:?}");
            assert_eq!(
                patience.warnings.len(),
                tries.iter().filter(|t| **t).count()
            );
        }
    }
}
