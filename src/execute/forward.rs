//! An execution: its row in history, its steps, and what came of them.

use super::checks::{converged, still_as_planned};
use super::patience::Patience;
use super::{Execution, Hands, Order, ProgressEvent, Rehearsal, StepResult};
use crate::engine::{EngineError, ErrorKind, ExecutionRecord, Mode, StepRecord};
use crate::history::{State, keep_footprint};
use crate::plan::{Plan, Worth};
use crate::schema::Footprint;
use std::time::Instant;

/// Runs an approved plan. The caller holds the execution lock and has made the ledger.
pub async fn forward<S: Hands + ?Sized>(
    session: &mut S,
    order: &Order<'_>,
    summary: String,
) -> Result<Execution, EngineError> {
    let plan = order.approved.plan();
    if order.approved.worth() == Worth::Rehearsal && order.rehearsal == Rehearsal::No {
        return Err(EngineError::new(
            ErrorKind::Other,
            format!("executing plan {}", plan.id),
            "it was let through for a rehearsal only; approve it by its id",
        ));
    }
    let began = Instant::now();
    let mut patience = Patience::new(order.max_retries, order.backoff);
    let mut record = ExecutionRecord {
        execution_id: order.execution_id.clone(),
        plan_id: plan.id.to_string(),
        state: State::Running.as_str().to_owned(),
        plan_summary: summary,
        backup_path: order.backup_path.clone(),
        dry_run: order.rehearsal == Rehearsal::Yes,
        created_at: order.now.to_string(),
        owner: order.owner.clone(),
        approved_by: order.approved.approved_by().map(str::to_owned),
        rollback_of: plan.rollback_of.clone(),
        ..ExecutionRecord::default()
    };
    while let Err(error) = session.open_execution(&record).await {
        if !patience.again(&error).await {
            return Err(error);
        }
    }
    let footprint = Footprint::of(&plan.delta);
    if order.rehearsal == Rehearsal::No {
        keep_footprint(session, &order.execution_id, &footprint).await?;
    }
    order.progress.tell(&ProgressEvent::Started {
        execution_id: order.execution_id.clone(),
        steps: plan.steps.len(),
    });
    let mut run = Run {
        order,
        results: Vec::new(),
        patience,
    };
    let (state, error) = if plan.is_one_transaction() {
        run.whole(session, &mut record, began).await?
    } else {
        run.in_groups(session).await?
    };
    let execution = run.finish(plan, state, error, began);
    // Inside one transaction the row was written with the steps; saying it again does no harm.
    fill(&mut record, &execution);
    session.update_execution(&record).await?;
    if matches!(state, State::PartiallyApplied | State::RollbackBlocked) {
        // What was planned is not what is there; taking it back starts from what is.
        let live = session.read(order.scope).await?;
        let (tables, parts) = session.dialect().folds(session.server());
        let footprint = footprint.ended(&live, tables, parts);
        keep_footprint(session, &order.execution_id, &footprint).await?;
    }
    Ok(execution)
}

fn fill(record: &mut ExecutionRecord, execution: &Execution) {
    execution.state.as_str().clone_into(&mut record.state);
    record.results = serde_json::to_string(&execution.results).ok();
    record.duration_ms = Some(execution.duration_ms);
    record.error_message.clone_from(&execution.error);
    record.warnings.clone_from(&execution.warnings);
}

/// An execution on its way.
pub(super) struct Run<'a> {
    pub(super) order: &'a Order<'a>,
    pub(super) results: Vec<StepResult>,
    pub(super) patience: Patience,
}

impl Run<'_> {
    fn finish(
        &self,
        plan: &Plan,
        state: State,
        error: Option<String>,
        began: Instant,
    ) -> Execution {
        Execution {
            execution_id: self.order.execution_id.clone(),
            plan_id: plan.id.to_string(),
            state,
            results: self.results.clone(),
            duration_ms: millis(began),
            backup_path: self.order.backup_path.clone(),
            retries: self.patience.retries,
            error,
            warnings: plan
                .notes
                .iter()
                .chain(&self.patience.warnings)
                .cloned()
                .collect(),
            rollback_of: plan.rollback_of.clone(),
        }
    }

    /// All steps in one transaction: any failure takes everything back.
    async fn whole<S: Hands + ?Sized>(
        &mut self,
        session: &mut S,
        record: &mut ExecutionRecord,
        began: Instant,
    ) -> Result<(State, Option<String>), EngineError> {
        loop {
            self.results.clear();
            let error = match self.transaction(session, record, began).await {
                Ok(state) => return Ok((state, None)),
                Err(error) => error,
            };
            session
                .roll_back()
                .await
                .map_err(|second| second.while_doing(format!("rolling back after \"{error}\"")))?;
            self.undone();
            if !self.patience.again(&error).await {
                return Ok((State::RolledBack, Some(error.to_string())));
            }
        }
    }

    async fn transaction<S: Hands + ?Sized>(
        &mut self,
        session: &mut S,
        record: &mut ExecutionRecord,
        began: Instant,
    ) -> Result<State, EngineError> {
        let plan = self.order.approved.plan();
        session.begin().await?;
        // Under the transaction's own lock nobody else can have changed anything since.
        still_as_planned(session, self.order).await?;
        for at in 0..plan.steps.len() {
            self.step(session, at).await?;
        }
        converged(session, self.order).await?;
        if self.order.rehearsal == Rehearsal::Yes {
            session.roll_back().await?;
            return Ok(State::DryRun);
        }
        let execution = self.finish(plan, State::Succeeded, None, began);
        fill(record, &execution);
        session.update_execution(record).await?;
        session.commit().await?;
        Ok(State::Succeeded)
    }

    /// Every result so far is of no effect any more.
    pub(super) fn undone(&mut self) {
        for result in &mut self.results {
            if result.state == "done" {
                result.state = "undone";
            }
        }
    }

    /// The results of one group are.
    pub(super) fn undone_in(&mut self, group: &std::ops::Range<usize>) {
        for result in &mut self.results {
            if result.state == "done" && group.contains(&result.position) {
                result.state = "undone";
            }
        }
    }

    /// Runs one step and writes down what came of it.
    pub(super) async fn step<S: Hands + ?Sized>(
        &mut self,
        session: &mut S,
        at: usize,
    ) -> Result<(), EngineError> {
        let step = &self.order.approved.plan().steps[at].step;
        let mut record = StepRecord {
            execution_id: self.order.execution_id.clone(),
            position: at,
            object: step.object.to_string(),
            state: "started",
            error_message: None,
        };
        let began = Instant::now();
        session.write_step(&record).await?;
        self.tell(&record);
        let mut outcome = Ok(());
        for statement in &step.statements {
            tracing::debug!(step = at, sql = statement.sql(), "running");
            outcome = match step.mode {
                Mode::Joined => session.run(statement).await.map(|_| ()),
                Mode::Alone => session.run_alone(statement).await.map(|_| ()),
            };
            if outcome.is_err() {
                break;
            }
        }
        let outcome =
            outcome.map_err(|error| error.while_doing(format!("changing {}", step.object)));
        let state = if outcome.is_ok() { "done" } else { "failed" };
        let error = outcome.as_ref().err().map(ToString::to_string);
        self.results.retain(|result| result.position != at);
        self.results.push(StepResult {
            position: at,
            object: step.object.to_string(),
            state,
            duration_ms: millis(began),
            error: error.clone(),
        });
        tracing::info!(step = at, object = %step.object, state, "step");
        record.state = state;
        record.error_message = error;
        self.tell(&record);
        // A failed transaction takes no further statement; its rows go with it anyway.
        if outcome.is_ok() || step.mode == Mode::Alone {
            session.write_step(&record).await?;
        }
        outcome
    }

    fn tell(&self, step: &StepRecord) {
        self.order.progress.tell(&ProgressEvent::Step {
            position: step.position,
            object: step.object.clone(),
            state: step.state,
        });
    }
}

fn millis(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}
