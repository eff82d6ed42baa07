//! Conditions: the closed lists of types and reasons, and the one way to set one.

use jiff::Timestamp;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::{Condition, Time};

/// What a condition speaks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConditionType {
    /// The live schema equals the declared one.
    Ready,
    /// Working, or waiting for something that comes by itself.
    Reconciling,
    /// A person must act.
    Stalled,
    /// The last contact with the database worked.
    Connected,
    /// The declaration is sound.
    SchemaValid,
    /// The current plan may run.
    Approved,
    /// The copy for the current plan is verified.
    BackupReady,
    /// The live schema differs from what was last applied.
    Drifted,
}

impl ConditionType {
    /// Every type, in the order in which status shows them.
    pub const ALL: [Self; 8] = [
        Self::Ready,
        Self::Reconciling,
        Self::Stalled,
        Self::Connected,
        Self::SchemaValid,
        Self::Approved,
        Self::BackupReady,
        Self::Drifted,
    ];

    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ready => "Ready",
            Self::Reconciling => "Reconciling",
            Self::Stalled => "Stalled",
            Self::Connected => "Connected",
            Self::SchemaValid => "SchemaValid",
            Self::Approved => "Approved",
            Self::BackupReady => "BackupReady",
            Self::Drifted => "Drifted",
        }
    }
}

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConditionStatus {
    /// It holds.
    True,
    /// It does not.
    False,
    /// It could not be found out.
    Unknown,
}

impl ConditionStatus {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::True => "True",
            Self::False => "False",
            Self::Unknown => "Unknown",
        }
    }
}

/// Declares [`Reason`] so that a variant and its wire word cannot fall apart.
macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// Why a condition has its status. The words are part of the API: alerts match on them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Reason { $($(#[$doc])* $name),+ }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),+ }
            }
        }
    };
}

reasons! {
    /// Live equals declared.
    InSync,
    /// The rehearsal asked for is done.
    DryRunComplete,
    /// The check asked for is done, and nothing stops the plan.
    Validated,
    /// The check asked for is done, and something stops the plan.
    ValidationFailed,
    /// The difference is being planned.
    Planning,
    /// The plan waits for a person.
    AwaitingApproval,
    /// The plan waits for its time window.
    AwaitingWindow,
    /// The safety copy is being taken.
    BackingUp,
    /// The plan is running.
    Applying,
    /// The last try failed; the next one is scheduled.
    RetryScheduled,
    /// The plan failed and its steps were undone.
    RolledBack,
    /// The plan failed and some of its steps stay.
    PartiallyApplied,
    /// Undoing the plan's steps would lose data, or failed.
    RollbackBlocked,
    /// The plan ran, and the live schema still differs.
    NonConvergent,
    /// An execution cannot be taken back: it is unknown, or what it changed was changed since.
    Diverged,
    /// The live schema was changed by somebody else.
    DriftDetected,
    /// The declaration is not sound.
    InvalidSchema,
    /// The plan holds something the policy forbids.
    PolicyDenied,
    /// A person refused the plan.
    PlanRejected,
    /// The database could not be reached or used.
    ConnectionFailed,
    /// Another object keeps this database's schema.
    TargetOwnedByAnother,
    /// `spec.suspend` is set.
    Suspended,
    /// The server's version is not supported.
    UnsupportedVersion,
    /// No throw-away database could be had to prove the plan in.
    ScratchUnavailable,
    /// The database's lock is held by somebody else.
    LockTimeout,
    /// The safety copy could not be taken or verified.
    BackupFailed,
    /// The last contact worked.
    Connected,
    /// The server does not answer.
    HostUnreachable,
    /// The server refused the account.
    AuthenticationFailed,
    /// A Secret or ConfigMap referred to is missing, or lacks the key.
    SecretNotFound,
    /// The server's certificate is not trusted.
    TLSVerificationFailed,
    /// The account lacks a privilege.
    PermissionDenied,
    /// The database does not exist.
    DatabaseNotFound,
    /// The declaration is sound.
    Valid,
    /// The declaration cannot be read.
    ParseError,
    /// The declaration refers to something that does not exist.
    UnknownReference,
    /// The declaration asks for what is not built or what the engine cannot do.
    Unsupported,
    /// Nothing of the kind is needed.
    NotRequired,
    /// A person approved the plan.
    Approved,
    /// Nobody has decided yet.
    Pending,
    /// The approval names another plan.
    HashMismatch,
    /// The approval is too old.
    Expired,
    /// A person refused.
    Rejected,
    /// The copy was read back and is whole.
    Verified,
    /// The copy is being taken.
    Running,
    /// It did not work.
    Failed,
    /// Live is what was last applied.
    NoDrift,
    /// The comparison could not be made.
    CheckFailed,
}

/// What is to be said through one condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it speaks about.
    pub kind: ConditionType,
    /// Whether it holds.
    pub status: ConditionStatus,
    /// Why, for machines.
    pub reason: Reason,
    /// Why, for people, and what to do.
    pub message: String,
}

/// The API server's bound for a condition's message.
const LONGEST_MESSAGE: usize = 32_768;

/// Sets one condition in its place. `lastTransitionTime` moves only when the status does, so that
/// the same finding twice is not a change.
pub fn set_condition(
    conditions: &mut Vec<Condition>,
    finding: Finding,
    generation: i64,
    now: Timestamp,
) {
    let mut condition = Condition {
        type_: finding.kind.as_str().to_owned(),
        status: finding.status.as_str().to_owned(),
        reason: finding.reason.as_str().to_owned(),
        message: cut(finding.message),
        observed_generation: Some(generation),
        last_transition_time: Time(now),
    };
    match conditions
        .iter_mut()
        .find(|known| known.type_ == condition.type_)
    {
        Some(known) => {
            if known.status == condition.status {
                condition.last_transition_time = known.last_transition_time.clone();
            }
            *known = condition;
        }
        None => conditions.push(condition),
    }
}

fn cut(mut message: String) -> String {
    if message.len() > LONGEST_MESSAGE {
        let mut end = LONGEST_MESSAGE;
        while !message.is_char_boundary(end) {
            end -= 1;
        }
        message.truncate(end);
    }
    message
}

/// The condition of one type, if it was ever set.
pub fn find_condition(conditions: &[Condition], kind: ConditionType) -> Option<&Condition> {
    conditions
        .iter()
        .find(|condition| condition.type_ == kind.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(status: ConditionStatus, reason: Reason) -> Finding {
        Finding {
            kind: ConditionType::Ready,
            status,
            reason,
            message: "m".to_owned(),
        }
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_transition_time_moves_only_with_the_status() {
        let mut all = Vec::new();
        set_condition(
            &mut all,
            finding(ConditionStatus::False, Reason::Planning),
            1,
            at(10),
        );
        set_condition(
            &mut all,
            finding(ConditionStatus::False, Reason::Applying),
            2,
            at(20),
        );
        assert_eq!(all.len(), 1);
        assert_eq!(
            (all[0].last_transition_time.0, all[0].reason.as_str()),
            (at(10), "Applying")
        );
        assert_eq!(all[0].observed_generation, Some(2));
        set_condition(
            &mut all,
            finding(ConditionStatus::True, Reason::InSync),
            2,
            at(30),
        );
        assert_eq!(all[0].last_transition_time.0, at(30));
    }

    #[test]
    fn a_long_message_is_cut_between_characters() {
        let mut all = Vec::new();
        let mut long = finding(ConditionStatus::True, Reason::InSync);
        long.message = format!("x{}", "é".repeat(LONGEST_MESSAGE));
        set_condition(&mut all, long, 1, at(1));
        assert_eq!(all[0].message.len(), LONGEST_MESSAGE - 1);
    }

    #[test]
    fn reasons_are_words_the_api_server_accepts() {
        for reason in Reason::ALL {
            let word = reason.as_str();
            assert!(word.starts_with(|c: char| c.is_ascii_uppercase()), "{word}");
            assert!(word.chars().all(|c| c.is_ascii_alphanumeric()), "{word}");
        }
    }
}
