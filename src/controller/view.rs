//! What one look at a database came to, and which conditions follow. Pure.

use crate::api::SchemaPlanSpec;
use crate::api::condition::{ConditionStatus, ConditionType, Finding, Reason};
use crate::api::status::{HistoryEntry, Objects, PlanStatus, ServerStatus};
use crate::engine::{EngineError, ErrorKind};
use crate::execute::Execution;
use crate::history::State;
use crate::pipeline::{PipelineError, Refusal, RefusalClass};

/// What one look came to.
#[derive(Clone, Debug)]
pub(super) struct View {
    /// The reason of `Ready`.
    pub(super) state: Reason,
    /// What it says to people.
    pub(super) message: String,
    /// Other conditions that were found out; the rest keep what they said.
    pub(super) findings: Vec<Finding>,
    /// What was seen of the database, if it was reached.
    pub(super) seen: Option<Seen>,
    /// The plan that waits.
    pub(super) plan: Option<PlanShown>,
    /// What became of it.
    pub(super) fate: Option<super::publish::Fate>,
    /// The execution that just ended.
    pub(super) execution: Option<Execution>,
    /// The newest executions that the database remembers, if it was reached.
    pub(super) history: Option<History>,
}

/// Rows of the history, newest first.
#[derive(Clone, Debug)]
pub(super) struct History(pub(super) Vec<crate::engine::ExecutionRecord>);

/// A database that answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) server: ServerStatus,
    /// What others changed in the schema; `None` where that was not compared.
    pub(super) drift: Option<Drift>,
    pub(super) desired: Option<String>,
    pub(super) live: Option<String>,
    pub(super) unmanaged: Objects,
    pub(super) opaque: Objects,
}

/// What others changed since the declaration was applied; nothing by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Drift {
    /// The objects that differ.
    pub(super) objects: Objects,
    /// How many statements would put them right.
    pub(super) statements: u32,
}

/// A plan as status and as SchemaPlan.
#[derive(Clone, Debug)]
pub(super) struct PlanShown {
    pub(super) status: PlanStatus,
    pub(super) spec: SchemaPlanSpec,
}

/// How `Reconciling` and `Stalled` follow from the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Course {
    /// Ready.
    Settled,
    /// It goes on by itself, after a pause that grows with each failure.
    Retrying,
    /// It waits for a decision or a time; neither working nor stuck.
    Waiting,
    /// A person must act; looked at again now and then, since the cure may be elsewhere.
    Stalled,
}

impl View {
    /// A view that says one thing.
    pub(super) fn new(state: Reason, message: impl Into<String>) -> Self {
        Self {
            state,
            message: message.into(),
            findings: Vec::new(),
            seen: None,
            plan: None,
            fate: None,
            execution: None,
            history: None,
        }
    }

    /// What others changed in the schema.
    pub(super) fn set_drift(&mut self, drift: Drift) {
        if let Some(seen) = &mut self.seen {
            seen.drift = Some(drift);
        }
    }

    /// The plan ran to its end: what was desired is live, and nothing waits.
    pub(super) fn settle(&mut self, plan: &crate::plan::Plan) {
        if let Some(seen) = &mut self.seen {
            seen.live = Some(plan.desired.0.clone());
            seen.drift = Some(Drift::default());
        }
    }

    /// The same, and one condition more.
    #[must_use]
    pub(super) fn with(
        mut self,
        kind: ConditionType,
        status: ConditionStatus,
        reason: Reason,
        message: impl Into<String>,
    ) -> Self {
        self.findings.push(Finding {
            kind,
            status,
            reason,
            message: message.into(),
        });
        self
    }

    /// The declaration is not sound.
    pub(super) fn invalid(reason: Reason, message: String) -> Self {
        let valid = ConditionType::SchemaValid;
        Self::new(Reason::InvalidSchema, message.clone()).with(
            valid,
            ConditionStatus::False,
            reason,
            message,
        )
    }

    /// Something the declaration refers to is missing.
    pub(super) fn not_found(message: String) -> Self {
        let connected = ConditionType::Connected;
        Self::new(Reason::ConnectionFailed, message.clone()).with(
            connected,
            ConditionStatus::False,
            Reason::SecretNotFound,
            message,
        )
    }

    /// The pipeline stopped.
    pub(super) fn stopped(error: &PipelineError) -> Self {
        match error {
            PipelineError::Refused(refusal) => Self::refused(refusal),
            PipelineError::Engine(error) | PipelineError::Busy { error, .. } => Self::failed(error),
        }
    }

    fn refused(refusal: &Refusal) -> Self {
        let message = refusal.to_string();
        match refusal.class {
            RefusalClass::InvalidSchema | RefusalClass::AmbiguousRename => {
                Self::invalid(Reason::ParseError, message)
            }
            RefusalClass::Unsupported => Self::invalid(Reason::Unsupported, message),
            RefusalClass::ScratchUnavailable => Self::new(Reason::ScratchUnavailable, message),
            RefusalClass::NonConvergent => Self::new(Reason::NonConvergent, message),
            RefusalClass::TargetOwnedByAnother => Self::new(Reason::TargetOwnedByAnother, message),
            RefusalClass::BackupFailed | RefusalClass::BackupRequired => {
                Self::new(Reason::BackupFailed, message.clone()).with(
                    ConditionType::BackupReady,
                    ConditionStatus::False,
                    Reason::Failed,
                    message,
                )
            }
            RefusalClass::UnknownExecution
            | RefusalClass::NothingToRollBack
            | RefusalClass::NotRecorded
            | RefusalClass::Diverged => Self::new(Reason::Diverged, message),
        }
    }

    /// The database refused, or did not answer.
    pub(super) fn failed(error: &EngineError) -> Self {
        let message = error.to_string();
        let reason = match error.kind {
            ErrorKind::Unreachable | ErrorKind::Resources | ErrorKind::Other => {
                Reason::HostUnreachable
            }
            ErrorKind::Authentication => Reason::AuthenticationFailed,
            ErrorKind::Tls => Reason::TLSVerificationFailed,
            ErrorKind::Permission => Reason::PermissionDenied,
            ErrorKind::Transient => return Self::new(Reason::LockTimeout, message),
            ErrorKind::Unsupported => return Self::new(Reason::UnsupportedVersion, message),
            ErrorKind::Data | ErrorKind::Statement | ErrorKind::Exists => {
                return Self::new(Reason::CheckFailed, message).with(
                    ConditionType::Drifted,
                    ConditionStatus::Unknown,
                    Reason::CheckFailed,
                    error.to_string(),
                );
            }
        };
        let connected = ConditionType::Connected;
        Self::new(Reason::ConnectionFailed, message.clone())
            .with(connected, ConditionStatus::False, reason, message)
            .with(
                ConditionType::Drifted,
                ConditionStatus::Unknown,
                Reason::CheckFailed,
                "the database was not read",
            )
    }

    /// How a plan ended.
    pub(super) fn executed(execution: Execution) -> Self {
        let why = execution.error.clone().unwrap_or_default();
        let id = execution.execution_id.clone();
        let (state, message) = match execution.state {
            State::Succeeded => (
                Reason::InSync,
                format!("execution {id} brought the schema to its declaration"),
            ),
            State::RolledBack => (
                Reason::RolledBack,
                format!("execution {id} failed and was undone: {why}"),
            ),
            State::PartiallyApplied => (
                Reason::PartiallyApplied,
                format!(
                    "execution {id} failed and what ran before stays: {why}; look at the new plan and approve it"
                ),
            ),
            State::RollbackBlocked => (
                Reason::RollbackBlocked,
                format!(
                    "execution {id} failed and cannot be undone without losing data: {why}; look at the new plan and approve it"
                ),
            ),
            State::Running | State::Interrupted => (
                Reason::RetryScheduled,
                format!("execution {id} was interrupted: {why}"),
            ),
            State::DryRun => (
                Reason::DryRunComplete,
                format!("execution {id} was a rehearsal"),
            ),
        };
        let mut view = Self::new(state, message);
        view.execution = Some(execution);
        view
    }

    /// How the object goes on from here.
    pub(super) const fn course(&self) -> Course {
        course(self.state)
    }

    /// All conditions that follow, `Ready` first.
    pub(super) fn conditions(&self, drift_is_tolerated: Tolerance) -> Vec<Finding> {
        let course = self.course();
        let tolerated =
            self.state == Reason::DriftDetected && drift_is_tolerated == Tolerance::Report;
        let holds = |yes| {
            if yes {
                ConditionStatus::True
            } else {
                ConditionStatus::False
            }
        };
        let say = |kind, status| Finding {
            kind,
            status,
            reason: self.state,
            message: self.message.clone(),
        };
        let mut all = vec![
            say(
                ConditionType::Ready,
                holds(course == Course::Settled || tolerated),
            ),
            say(
                ConditionType::Reconciling,
                holds(course == Course::Retrying),
            ),
            say(ConditionType::Stalled, holds(course == Course::Stalled)),
        ];
        all.extend(self.findings.iter().cloned());
        all
    }
}

/// Whether an object whose schema others changed stays ready.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tolerance {
    /// It stays ready.
    Report,
    /// It does not.
    Fail,
}

/// How an object goes on from a state.
pub(super) const fn course(state: Reason) -> Course {
    match state {
        Reason::InSync | Reason::DryRunComplete | Reason::Validated => Course::Settled,
        Reason::AwaitingApproval
        | Reason::AwaitingWindow
        | Reason::Suspended
        | Reason::DriftDetected => Course::Waiting,
        Reason::RollbackBlocked
        | Reason::PartiallyApplied
        | Reason::NonConvergent
        | Reason::Diverged
        | Reason::InvalidSchema
        | Reason::PolicyDenied
        | Reason::PlanRejected
        | Reason::ValidationFailed
        | Reason::TargetOwnedByAnother
        | Reason::UnsupportedVersion
        | Reason::ScratchUnavailable
        | Reason::BackupFailed
        | Reason::ParseError
        | Reason::UnknownReference
        | Reason::Unsupported
        | Reason::Rejected => Course::Stalled,
        Reason::Planning
        | Reason::BackingUp
        | Reason::Applying
        | Reason::RetryScheduled
        | Reason::RolledBack
        | Reason::ConnectionFailed
        | Reason::LockTimeout
        | Reason::Connected
        | Reason::HostUnreachable
        | Reason::AuthenticationFailed
        | Reason::SecretNotFound
        | Reason::TLSVerificationFailed
        | Reason::PermissionDenied
        | Reason::DatabaseNotFound
        | Reason::Valid
        | Reason::NotRequired
        | Reason::Approved
        | Reason::Pending
        | Reason::HashMismatch
        | Reason::Expired
        | Reason::Verified
        | Reason::Running
        | Reason::Failed
        | Reason::NoDrift
        | Reason::CheckFailed => Course::Retrying,
    }
}

/// What is kept of an execution's row in the database.
pub(super) fn history_entry(record: &crate::engine::ExecutionRecord) -> HistoryEntry {
    let time = record.created_at.parse().ok();
    HistoryEntry {
        id: record.execution_id.clone(),
        plan: Some(record.plan_id.clone()).filter(|id| !id.is_empty()),
        outcome: record.state.clone(),
        started_at: time.map(k8s_openapi::apimachinery::pkg::apis::meta::v1::Time),
        duration_millis: record.duration_ms,
        statements: None,
        approved_by: record.approved_by.clone(),
        backup_path: record.backup_path.clone(),
        error: record
            .error_message
            .as_deref()
            .map(|text| cut(text, LONGEST_ERROR)),
    }
}

const LONGEST_ERROR: usize = 2000;

/// At most `most` bytes, cut between characters.
pub(super) fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let mut end = most.saturating_sub('…'.len_utf8());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}…", &text[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status_of(view: &View, tolerance: Tolerance, kind: ConditionType) -> ConditionStatus {
        let all = view.conditions(tolerance);
        all.iter()
            .find(|finding| finding.kind == kind)
            .unwrap()
            .status
    }

    #[test]
    fn waiting_for_a_person_is_neither_work_nor_trouble() {
        let view = View::new(Reason::AwaitingApproval, "m");
        for kind in [
            ConditionType::Ready,
            ConditionType::Reconciling,
            ConditionType::Stalled,
        ] {
            assert_eq!(
                status_of(&view, Tolerance::Fail, kind),
                ConditionStatus::False
            );
        }
    }

    #[test]
    fn reported_drift_leaves_the_object_ready() {
        let view = View::new(Reason::DriftDetected, "m");
        let ready = ConditionType::Ready;
        assert_eq!(
            status_of(&view, Tolerance::Report, ready),
            ConditionStatus::True
        );
        assert_eq!(
            status_of(&view, Tolerance::Fail, ready),
            ConditionStatus::False
        );
    }

    #[test]
    fn a_failure_says_what_to_look_at() {
        let error = EngineError::new(ErrorKind::Authentication, "connecting", "no");
        let view = View::failed(&error);
        let connected = view
            .findings
            .iter()
            .find(|f| f.kind == ConditionType::Connected)
            .unwrap();
        assert_eq!(connected.reason, Reason::AuthenticationFailed);
        assert_eq!(view.course(), Course::Retrying);
    }

    #[test]
    fn texts_are_cut_between_characters() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("ééé", 5), "é…");
        assert!(cut(&"é".repeat(100), 50).len() <= 50);
    }
}
