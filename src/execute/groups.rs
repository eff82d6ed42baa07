//! Steps that cannot share one transaction: group after group, each committed before the next.

use super::checks::{converged, still_as_planned};
use super::forward::Run;
use super::undo::way_back;
use super::{Hands, OnFailure, Rehearsal};
use crate::engine::{EngineError, ErrorKind, Mode, Step, groups};
use crate::history::State;
use std::ops::Range;

/// What a failed group leaves behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trace {
    /// Nothing: it never began, or its transaction took it back.
    None,
    /// Perhaps something.
    Some,
}

impl Run<'_> {
    /// A failure is followed by the way back from whatever was committed.
    pub(super) async fn in_groups<S: Hands + ?Sized>(
        &mut self,
        session: &mut S,
    ) -> Result<(State, Option<String>), EngineError> {
        if self.order.rehearsal == Rehearsal::Yes {
            // The proof in scratch was the rehearsal; the target is not touched.
            return Ok((State::DryRun, None));
        }
        if let Err(error) = still_as_planned(session, self.order).await {
            return Ok((State::RolledBack, Some(error.to_string())));
        }
        let mut trace = Trace::None;
        for group in self.order.approved.plan().groups() {
            loop {
                // I2: asserted before each group, since others come between.
                let held = session.holds_lock().await?;
                let tried = if held {
                    self.group(session, group.clone(), &mut trace).await
                } else {
                    Err(lock_lost())
                };
                let Err(error) = tried else { break };
                if !held || !self.patience.again(&error).await {
                    return self.failed(session, &error, trace).await;
                }
            }
        }
        match converged(session, self.order).await {
            Ok(()) => Ok((State::Succeeded, None)),
            Err(error) => Ok((State::PartiallyApplied, Some(error.to_string()))),
        }
    }

    async fn group<S: Hands + ?Sized>(
        &mut self,
        session: &mut S,
        group: Range<usize>,
        trace: &mut Trace,
    ) -> Result<(), EngineError> {
        let first = &self.order.approved.plan().steps[group.start].step;
        match first.mode {
            Mode::Alone => {
                *trace = Trace::Some;
                let again = self.results.iter().any(|it| it.position == group.start);
                if let (true, Some(leftover)) = (again, &first.leftover) {
                    session.clear(leftover).await?;
                }
                let outcome = self.step(session, group.start).await;
                if let Err(error) = &outcome {
                    self.clear(session, first, error).await;
                }
                outcome
            }
            Mode::Joined => {
                session.begin().await?;
                let outcome = self.joined(session, group.clone()).await;
                match &outcome {
                    Ok(()) => *trace = Trace::Some,
                    Err(error) => {
                        session.roll_back().await.map_err(|second| {
                            second.while_doing(format!("rolling back after \"{error}\""))
                        })?;
                        self.undone_in(&group);
                    }
                }
                outcome
            }
        }
    }

    async fn joined<S: Hands + ?Sized>(
        &mut self,
        session: &mut S,
        group: Range<usize>,
    ) -> Result<(), EngineError> {
        for at in group {
            self.step(session, at).await?;
        }
        session.commit().await
    }

    /// What a failed step left is in nobody's way, but of no use to anybody either.
    async fn clear<S: Hands + ?Sized>(
        &mut self,
        session: &mut S,
        step: &Step,
        error: &EngineError,
    ) {
        let Some(leftover) = &step.leftover else {
            return;
        };
        if error.kind == ErrorKind::Unreachable {
            // The next plan finds it.
            return;
        }
        if let Err(second) = session.clear(leftover).await {
            let what = format!(
                "what the failed step for {} left stays for now",
                step.object
            );
            self.patience
                .warnings
                .push(second.while_doing(what).to_string());
        }
    }

    async fn failed<S: Hands + ?Sized>(
        &mut self,
        session: &mut S,
        error: &EngineError,
        trace: Trace,
    ) -> Result<(State, Option<String>), EngineError> {
        if trace == Trace::None {
            return Ok((State::RolledBack, Some(error.to_string())));
        }
        if self.order.on_failure == OnFailure::Stop {
            return Ok((State::PartiallyApplied, Some(error.to_string())));
        }
        let tried = std::mem::take(&mut self.patience.retries);
        let back = self.go_back(session).await;
        self.patience.retries += tried;
        match back {
            Ok(()) => {
                self.undone();
                Ok((State::RolledBack, Some(error.to_string())))
            }
            Err(second) => Ok((
                State::RollbackBlocked,
                Some(format!(
                    "{error}; taking back the steps before it: {second}"
                )),
            )),
        }
    }

    async fn go_back<S: Hands + ?Sized>(&mut self, session: &mut S) -> Result<(), EngineError> {
        let plan = self.order.approved.plan();
        let steps = way_back(session, plan, self.order.scope).await?;
        for group in groups(&steps) {
            let group = &steps[group];
            while let Err(error) = back(session, group).await {
                if !self.patience.again(&error).await {
                    return Err(error);
                }
            }
        }
        Ok(())
    }
}

/// One group of the way back.
async fn back<S: Hands + ?Sized>(session: &mut S, group: &[Step]) -> Result<(), EngineError> {
    let joined = group.first().is_some_and(|step| step.mode == Mode::Joined);
    if joined {
        session.begin().await?;
    }
    let outcome = back_inside(session, group).await;
    if joined && let Err(error) = &outcome {
        session
            .roll_back()
            .await
            .map_err(|second| second.while_doing(format!("rolling back after \"{error}\"")))?;
    }
    outcome
}

async fn back_inside<S: Hands + ?Sized>(
    session: &mut S,
    group: &[Step],
) -> Result<(), EngineError> {
    for step in group {
        for statement in &step.statements {
            let outcome = match step.mode {
                Mode::Joined => session.run(statement).await,
                Mode::Alone => session.run_alone(statement).await,
            };
            if let (Err(_), Some(leftover)) = (&outcome, &step.leftover) {
                session.clear(leftover).await?;
            }
            outcome.map_err(|error| {
                error.while_doing(format!("undoing the change of {}", step.object))
            })?;
        }
    }
    if group.first().is_some_and(|step| step.mode == Mode::Joined) {
        session.commit().await?;
    }
    Ok(())
}

fn lock_lost() -> EngineError {
    EngineError::new(
        ErrorKind::Other,
        "keeping the execution lock",
        "the lock is no longer ours",
    )
}
