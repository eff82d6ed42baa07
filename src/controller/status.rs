//! One look → the next status. Pure: the same look at the same time gives the same status.

use std::time::Duration;

use jiff::Timestamp;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::Time;

use super::view::{Course, Drift, Seen, Tolerance, View};
use crate::api::DatabaseSchemaStatus;
use crate::api::condition::{
    ConditionStatus, ConditionType, Finding, Reason, find_condition, set_condition,
};
use crate::api::status::{BackupStatus, DriftStatus, ExecutionStatus, HistoryEntry, Objects};
use crate::history::State;

/// The first pause after a failure; doubled with each further one.
const FIRST_PAUSE: Duration = Duration::from_secs(5);
/// The longest pause after a failure.
const LONGEST_PAUSE: Duration = Duration::from_mins(5);
/// How much a pause is spread, in percent of its length.
const SPREAD_PERCENT: u32 = 10;

/// What the next status is made of, beside the look itself.
#[derive(Debug)]
pub(super) struct Around<'a> {
    pub(super) before: &'a DatabaseSchemaStatus,
    pub(super) generation: i64,
    pub(super) now: Timestamp,
    /// Time between two checks.
    pub(super) interval: Duration,
    pub(super) tolerance: Tolerance,
    pub(super) history: Option<Vec<HistoryEntry>>,
    pub(super) check_at: Option<String>,
    /// A random number from 0 to 100.
    pub(super) dice: u32,
}

/// The next status, and how long to wait before the next look.
pub(super) fn next(view: &View, around: Around<'_>) -> (DatabaseSchemaStatus, Duration) {
    let course = view.course();
    let attempt = match course {
        Course::Retrying => attempts(around.before).saturating_add(1),
        Course::Settled | Course::Waiting | Course::Stalled => 0,
    };
    let wait = spread(
        match course {
            Course::Retrying => pause(attempt),
            Course::Settled | Course::Waiting | Course::Stalled => around.interval,
        },
        around.dice,
    );
    let due = around.now.checked_add(wait).ok().map(Time);
    let mut status = around.before.clone();
    conditions(&mut status, view, &around);
    status.observed_generation = Some(around.generation);
    status.phase = Some(view.state.as_str().to_owned());
    if let Some(seen) = &view.seen {
        look(&mut status, seen, around.now);
    }
    match (&view.plan, &view.seen) {
        // One that ran to its end waits for nothing.
        (Some(_), _) if view.state == Reason::InSync => status.plan = None,
        (Some(plan), _) => status.plan = Some(plan.status.clone()),
        (None, Some(_)) => status.plan = None,
        // Nothing was seen, so what was known of the plan still stands.
        (None, None) => {}
    }
    let drift = status.drift.get_or_insert_default();
    drift.next_check_time.clone_from(&due);
    status.execution = (attempt > 0).then(|| ExecutionStatus {
        id: view
            .execution
            .as_ref()
            .map(|execution| execution.execution_id.clone()),
        attempt: Some(attempt),
        next_attempt_at: due,
        ..ExecutionStatus::default()
    });
    executed(&mut status, view, around.now);
    if let Some(history) = around.history {
        status.history = history;
    }
    status.last_handled_check_at = around.check_at;
    (status, wait)
}

fn attempts(before: &DatabaseSchemaStatus) -> u32 {
    before
        .execution
        .as_ref()
        .and_then(|execution| execution.attempt)
        .unwrap_or(0)
}

fn pause(attempt: u32) -> Duration {
    let doublings = attempt.saturating_sub(1).min(16);
    FIRST_PAUSE
        .saturating_mul(1 << doublings)
        .min(LONGEST_PAUSE)
}

/// Spreads pauses, so that objects made together do not look at one server together for ever.
fn spread(pause: Duration, dice: u32) -> Duration {
    let least = 100 - SPREAD_PERCENT;
    pause * (least + dice.min(100) * 2 * SPREAD_PERCENT / 100) / 100
}

fn conditions(status: &mut DatabaseSchemaStatus, view: &View, around: &Around<'_>) {
    let mut findings = view.conditions(around.tolerance);
    let mut usually = |kind, reason, message: &str| {
        if findings
            .iter()
            .all(|finding: &Finding| finding.kind != kind)
        {
            let status = ConditionStatus::True;
            findings.push(Finding {
                kind,
                status,
                reason,
                message: message.to_owned(),
            });
        }
    };
    if let Some(seen) = &view.seen {
        let server = &seen.server;
        let message = format!("{} {} answered", server.flavour, server.version);
        usually(ConditionType::Connected, Reason::Connected, &message);
        usually(
            ConditionType::SchemaValid,
            Reason::Valid,
            "the server accepts the declaration",
        );
        findings.extend(drifted(seen));
    }
    for finding in findings {
        set_condition(
            &mut status.conditions,
            finding,
            around.generation,
            around.now,
        );
    }
    let order = |name: &str| {
        ConditionType::ALL
            .iter()
            .position(|kind| kind.as_str() == name)
    };
    status
        .conditions
        .sort_by_key(|condition| order(&condition.type_));
}

fn drifted(seen: &Seen) -> Option<Finding> {
    let objects = &seen.drift.as_ref()?.objects;
    let (status, reason, message) = if objects.count > 0 {
        (
            ConditionStatus::True,
            Reason::DriftDetected,
            format!(
                "changed since the declaration was applied: {}",
                listed(objects)
            ),
        )
    } else {
        (
            ConditionStatus::False,
            Reason::NoDrift,
            "the schema is as it was applied".to_owned(),
        )
    };
    let kind = ConditionType::Drifted;
    Some(Finding {
        kind,
        status,
        reason,
        message,
    })
}

fn drift_status(drift: &Drift) -> DriftStatus {
    let is_any = drift.objects.count > 0;
    DriftStatus {
        detected: Some(is_any),
        objects: is_any.then(|| drift.objects.clone()),
        statements: is_any.then_some(drift.statements),
        ..DriftStatus::default()
    }
}

/// The first few names, and how many more there are.
fn listed(objects: &Objects) -> String {
    const FEW: usize = 5;
    let names: Vec<&str> = objects.names.iter().take(FEW).map(String::as_str).collect();
    let rest = usize::try_from(objects.count).unwrap_or(usize::MAX) - names.len();
    let more = if rest > 0 {
        format!(" and {rest} more")
    } else {
        String::new()
    };
    names.join(", ") + &more
}

fn look(status: &mut DatabaseSchemaStatus, seen: &Seen, now: Timestamp) {
    status.server = Some(seen.server.clone());
    status.desired_fingerprint.clone_from(&seen.desired);
    status.live_fingerprint.clone_from(&seen.live);
    status.unmanaged = Some(seen.unmanaged.clone()).filter(|objects| objects.count > 0);
    status.opaque = Some(seen.opaque.clone()).filter(|objects| objects.count > 0);
    let drift = status.drift.get_or_insert_default();
    *drift = DriftStatus {
        last_check_time: Some(Time(now)),
        ..seen
            .drift
            .as_ref()
            .map_or_else(|| drift.clone(), drift_status)
    };
}

fn executed(status: &mut DatabaseSchemaStatus, view: &View, now: Timestamp) {
    let Some(execution) = &view.execution else {
        return;
    };
    if execution.state == State::Succeeded {
        status.last_applied_time = Some(Time(now));
        status.schema_version = Some(status.schema_version.unwrap_or(0).saturating_add(1));
    }
    if let Some(path) = &execution.backup_path {
        status.last_backup = Some(BackupStatus {
            path: path.clone(),
            taken_at: Some(Time(now)),
            bytes: None,
            verified: true,
        });
    }
}

/// Whether people should be told: another state, or another plan.
pub(super) fn is_transition(before: &DatabaseSchemaStatus, after: &DatabaseSchemaStatus) -> bool {
    let plan = |status: &DatabaseSchemaStatus| status.plan.as_ref().map(|plan| plan.id.clone());
    ready_reason(before) != ready_reason(after) || plan(before) != plan(after)
}

/// The reason of `Ready`, if it was ever set.
pub(super) fn ready_reason(status: &DatabaseSchemaStatus) -> Option<&str> {
    find_condition(&status.conditions, ConditionType::Ready).map(|ready| ready.reason.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTERVAL: Duration = Duration::from_mins(15);

    fn around(before: &DatabaseSchemaStatus) -> Around<'_> {
        Around {
            before,
            generation: 3,
            now: Timestamp::from_second(1_000).unwrap(),
            interval: INTERVAL,
            tolerance: Tolerance::Fail,
            history: None,
            check_at: None,
            dice: 50,
        }
    }

    #[test]
    fn failures_wait_longer_and_longer_and_success_forgets_them() {
        let failed = View::new(Reason::ConnectionFailed, "m");
        let mut status = DatabaseSchemaStatus::default();
        let mut waits = Vec::new();
        for _ in 0..9 {
            let (after, wait) = next(&failed, around(&status));
            waits.push(wait.as_secs());
            status = after;
        }
        assert_eq!(waits, [5, 10, 20, 40, 80, 160, 300, 300, 300]);
        let (status, wait) = next(&View::new(Reason::InSync, "m"), around(&status));
        assert_eq!((status.execution, wait), (None, INTERVAL));
    }

    #[test]
    fn every_state_is_looked_at_again() {
        for state in Reason::ALL {
            let before = DatabaseSchemaStatus::default();
            let (_, wait) = next(&View::new(*state, "m"), around(&before));
            assert!(
                wait >= FIRST_PAUSE * 9 / 10 && wait <= INTERVAL,
                "{state:?} {wait:?}"
            );
        }
    }

    #[test]
    fn an_unreachable_database_leaves_what_was_known() {
        let plan = crate::api::status::PlanStatus {
            id: "p".to_owned(),
            ..Default::default()
        };
        let before = DatabaseSchemaStatus {
            plan: Some(plan),
            ..Default::default()
        };
        let (status, _) = next(&View::new(Reason::ConnectionFailed, "m"), around(&before));
        assert_eq!(status.plan.unwrap().id, "p");
        let mut seen = View::new(Reason::InSync, "m");
        seen.seen = Some(Seen::default());
        assert_eq!(next(&seen, around(&before)).0.plan, None);
    }

    #[test]
    fn drift_names_its_objects_until_it_is_gone() {
        let mut view = View::new(Reason::DriftDetected, "m");
        let names = vec!["index t.i".to_owned()];
        view.seen = Some(Seen {
            drift: Some(Drift {
                objects: Objects { count: 7, names },
                statements: 2,
            }),
            ..Seen::default()
        });
        let (status, _) = next(&view, around(&DatabaseSchemaStatus::default()));
        let condition = find_condition(&status.conditions, ConditionType::Drifted).unwrap();
        assert!(condition.message.ends_with("index t.i and 6 more"));
        let drift = status.drift.clone().unwrap();
        assert_eq!((drift.detected, drift.statements), (Some(true), Some(2)));
        view.set_drift(Drift::default());
        let drift = next(&view, around(&status)).0.drift.unwrap();
        assert_eq!((drift.detected, drift.objects), (Some(false), None));
    }

    #[test]
    fn looking_again_is_no_transition() {
        let mut view = View::new(Reason::InSync, "m");
        view.seen = Some(Seen {
            drift: Some(Drift::default()),
            ..Seen::default()
        });
        let (first, _) = next(&view, around(&DatabaseSchemaStatus::default()));
        let later = Around {
            now: Timestamp::from_second(5_000).unwrap(),
            ..around(&first)
        };
        let (second, _) = next(&view, later);
        assert!(first != second && !is_transition(&first, &second));
    }
}
