//! How a declaration is carried out: scope, approval, backup, execution and drift.
//! Time spans are text here (`90s`, `24h`), read by [`Span::parse`], so that an object with a bad
//! one can still be decoded and told what is wrong.

use std::time::Duration;

use kube::KubeSchema;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// A span of time as the API server reads it: numbers with the units `h`, `m`, `s`, `ms`, such
/// as `1h30m`. Must be longer than zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Span(pub String);

impl JsonSchema for Span {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Span".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "minLength": 2,
            "maxLength": 32,
            "pattern": "^([0-9]+(h|m|s|ms))+$",
            "x-kubernetes-validations": [{
                "rule": "duration(self) > duration('0s')",
                "message": "must be a duration longer than zero"
            }]
        })
    }
}

/// Why a text is not a [`Span`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpanError {
    /// Not numbers with units.
    #[error(
        "duration {0:?} is not of the form 90s, 15m or 1h30m: write a number with h, m, s or ms"
    )]
    Malformed(String),
    /// Zero or too long to count.
    #[error("duration {0:?} must be longer than zero and shorter than 100 years")]
    OutOfRange(String),
}

impl Span {
    /// The span's length.
    ///
    /// # Errors
    /// [`SpanError`] when the text is malformed, zero, or a century and more.
    pub fn parse(&self) -> Result<Duration, SpanError> {
        let malformed = || SpanError::Malformed(self.0.clone());
        let out_of_range = || SpanError::OutOfRange(self.0.clone());
        let mut rest = self.0.as_str();
        let mut total = 0_u64;
        while !rest.is_empty() {
            let digits = rest
                .find(|c: char| !c.is_ascii_digit())
                .ok_or_else(malformed)?;
            let (number, tail) = rest.split_at(digits);
            let end = tail
                .find(|c: char| c.is_ascii_digit())
                .unwrap_or(tail.len());
            let (unit, next) = tail.split_at(end);
            let millis = unit_millis(unit).ok_or_else(malformed)?;
            let number: u64 = if number.is_empty() {
                return Err(malformed());
            } else {
                number.parse().map_err(|_| out_of_range())?
            };
            total = number
                .checked_mul(millis)
                .and_then(|part| part.checked_add(total))
                .ok_or_else(out_of_range)?;
            rest = next;
        }
        match total {
            0 if self.0.is_empty() => Err(malformed()),
            0 => Err(out_of_range()),
            millis if millis < LONGEST_MILLIS => Ok(Duration::from_millis(millis)),
            _ => Err(out_of_range()),
        }
    }
}

/// One hundred years, so that adding a span to a time stamp never overflows.
const LONGEST_MILLIS: u64 = 100 * 365 * 24 * 3_600_000;

fn unit_millis(unit: &str) -> Option<u64> {
    match unit {
        "h" => Some(3_600_000),
        "m" => Some(60_000),
        "s" => Some(1_000),
        "ms" => Some(1),
        _ => None,
    }
}

/// What Driftless does when the live schema differs from the declaration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Mode {
    /// Plan, wait for approval where the policy asks for it, and execute.
    #[default]
    Apply,
    /// Plan, and rehearse each plan once: everything but the change, in a transaction that is rolled
    /// back where the engine has one, in a throw-away database otherwise. Needs no approval; stands
    /// in history.
    DryRun,
    /// Plan, and look for everything that would stop the plan. Nothing runs.
    ValidateOnly,
}

/// Which part of the database the declaration speaks about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Scope {
    /// PostgreSQL: the schemas compared; `public` when empty. Elsewhere the database is the scope.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 64), inner(length(min = 1, max = 63)))]
    pub schemas: Vec<String>,
    /// Names left alone, with `*` for any text: `audit_*`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 256), inner(length(min = 1, max = 256)))]
    pub exclude: Vec<String>,
    /// What it means that an object is not declared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prune: Option<Prune>,
    /// Whether it is compared who may do what.
    #[serde(default)]
    pub grants: Grants,
}

/// Whether it is compared who may do what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Grants {
    /// They are left alone; a declaration may not hold any.
    #[default]
    Ignore,
    /// PostgreSQL: declared as `GRANT` and `REVOKE`, compared and changed like other objects.
    Manage,
}

/// What absence from the declaration means, for each kind of object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Prune {
    /// For kinds not named below.
    #[serde(default)]
    pub default: PruneRule,
    /// For tables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<PruneRule>,
    /// For columns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<PruneRule>,
    /// For indexes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<PruneRule>,
    /// For keys, foreign keys, checks and exclusion constraints.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub constraint: Option<PruneRule>,
    /// For views, materialized ones too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<PruneRule>,
    /// For functions and procedures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub routine: Option<PruneRule>,
    /// For triggers, rules, policies and events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trigger: Option<PruneRule>,
    /// For types: enumerated, composite, range types, domains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#enum: Option<PruneRule>,
    /// For sequences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sequence: Option<PruneRule>,
    /// For grants, where they are managed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<PruneRule>,
}

/// What it means that a live object is not declared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum PruneRule {
    /// Dropped if an earlier applied declaration held it; otherwise left alone and listed.
    #[default]
    Owned,
    /// Dropped.
    Exact,
    /// Never dropped.
    Keep,
    /// Not compared at all.
    Ignore,
}

/// How serious a finding is. `Forbidden` cannot be approved.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Cheap and safe.
    Low,
    /// May be felt by users of the database.
    Medium,
    /// Blocks others or is hard to undo.
    High,
    /// Loses data or cannot be undone.
    Critical,
    /// Not executed at all.
    Forbidden,
}

/// Approval, judgement and time windows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Policy {
    /// When a person must agree.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// Changes the severity of findings; the first rule that matches wins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 128))]
    pub rules: Vec<RuleOverride>,
    /// Whether a plan comes with advice on how things are declared. A rule of style that `rules` names is
    /// a risk of that severity either way.
    #[serde(default)]
    pub advice: Advice,
    /// Times in which plans may run; any time when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 16))]
    pub windows: Vec<Window>,
}

/// Advice on style, beside the risks of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Advice {
    /// Shown with each plan.
    #[default]
    Show,
    /// Left out.
    Hide,
}

/// When a person must agree to a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    /// The lowest severity that needs approval; `Critical` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_at: Option<Severity>,
    /// How long an approval holds; `24h` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ttl: Option<Span>,
}

/// Another severity for one rule, on some objects, with a reason that history keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RuleOverride {
    /// The rule, such as `column.drop`.
    #[schemars(length(min = 1, max = 128))]
    pub id: String,
    /// The severity to use instead.
    pub severity: Severity,
    /// Names it applies to, with `*` for any text; every object when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 64), inner(length(min = 1, max = 256)))]
    pub objects: Vec<String>,
    /// Why.
    #[schemars(length(min = 1, max = 1024))]
    pub reason: String,
}

/// A time window in which plans may run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
#[x_kube(validation = Rule::new("duration(self.duration) <= duration('24h')")
    .message("a window is at most 24h long"))]
pub struct Window {
    /// When the window opens: minute, hour, day of month, month, day of week.
    #[schemars(length(min = 9, max = 128))]
    pub schedule: String,
    /// How long it stays open.
    pub duration: Span,
    /// IANA time zone of the schedule; `UTC` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 64))]
    pub time_zone: Option<String>,
    /// The lowest severity that has to wait for the window; every plan when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_from: Option<Severity>,
}

/// Safety copies before a plan runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Backup {
    /// Which plans are preceded by a copy.
    #[serde(default)]
    pub when: BackupWhen,
    /// What is copied.
    #[serde(default)]
    pub scope: BackupScope,
    /// Where copies go; the operator's own folder when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub destination: Option<Destination>,
    /// How a copy is checked before the plan may run.
    #[serde(default)]
    pub verify: BackupVerify,
    /// Which copies are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retain: Option<Retain>,
}

/// Which plans are preceded by a copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum BackupWhen {
    /// Plans that could lose data.
    #[default]
    BeforeDestructive,
    /// Every plan.
    Always,
    /// None; a plan that could lose data then runs only with an approval of its own id.
    Never,
}

/// What is copied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum BackupScope {
    /// The tables whose data the plan could lose.
    #[default]
    Affected,
    /// The whole database.
    Database,
}

/// Where copies go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
#[x_kube(validation = Rule::new("has(self.directory) != has(self.url)")
    .message("exactly one of directory and url must be set"))]
pub struct Destination {
    /// A folder below the operator's backup folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 1024))]
    pub directory: Option<String>,
    /// An object store, such as `s3://bucket/prefix`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(length(min = 1, max = 1024))]
    pub url: Option<String>,
}

/// How a copy is checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum BackupVerify {
    /// Read back and compared with the checksum taken while writing.
    #[default]
    Checksum,
    /// Restored into a throw-away database and counted.
    Restore,
}

/// Which copies are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Retain {
    /// How many of the newest copies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 1000))]
    pub last: Option<u32>,
}

/// How a plan runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Execution {
    /// How long a statement waits for a lock; `3s` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock_timeout: Option<Span>,
    /// How long a statement may run; `30m` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statement_timeout: Option<Span>,
    /// How often a step is tried again after an error that may pass, such as a lock that was not to
    /// be had in time; 3 when absent. The waits between the tries grow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 0, max = 100))]
    pub max_retries: Option<u32>,
    /// What happens to the steps that ran when a later one fails for good.
    #[serde(default)]
    pub on_failure: OnFailure,
    /// Whether the engine's ways to change a table without blocking it are used.
    #[serde(default)]
    pub online: Online,
    /// How many independent statements run at a time; 1 when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1, max = 16))]
    pub parallelism: Option<u32>,
}

/// What happens to the steps that ran when a later one fails for good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum OnFailure {
    /// They are undone, as long as that loses nothing.
    #[default]
    RollBack,
    /// They stay.
    Stop,
}

/// Use of the engine's online strategies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum Online {
    /// Where they help.
    #[default]
    Auto,
    /// A plan without one for a blocking change is refused.
    Required,
    /// Never.
    Never,
}

/// How often the live schema is compared, and what follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, KubeSchema)]
#[serde(rename_all = "camelCase")]
pub struct Drift {
    /// Time between two checks, at least `1m`; `15m` when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[x_kube(validation = Rule::new("duration(self) >= duration('1m')")
        .message("the drift interval is at least 1m"))]
    pub interval: Option<Span>,
    /// What follows when the schema was changed by somebody else.
    #[serde(default)]
    pub action: DriftAction,
}

/// What follows when the schema was changed by somebody else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum DriftAction {
    /// Said in conditions and events; the object stays ready.
    #[default]
    Report,
    /// As `Report`, and the object is no longer ready.
    Fail,
    /// Planned and, under the same policy as every plan, put right.
    Correct,
}

/// What happens to the declared objects when the DatabaseSchema is deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum OnDelete {
    /// They stay.
    #[default]
    Retain,
    /// They are dropped, after an approval of its own.
    Drop,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Duration, SpanError> {
        Span(text.to_owned()).parse()
    }

    #[test]
    fn spans_add_their_parts() {
        assert_eq!(parse("1h30m"), Ok(Duration::from_mins(90)));
        assert_eq!(parse("1500ms"), Ok(Duration::from_millis(1500)));
        assert_eq!(parse("24h"), Ok(Duration::from_hours(24)));
    }

    #[test]
    fn bad_spans_are_refused() {
        for text in ["", "5", "m", "-5m", "1d", "1.5h", "5 m", "m5"] {
            assert_eq!(
                parse(text),
                Err(SpanError::Malformed(text.to_owned())),
                "{text}"
            );
        }
        for text in [
            "0s",
            "0h0m",
            "99999999999999999999s",
            "900000h",
            "18446744073709551615h",
        ] {
            assert_eq!(
                parse(text),
                Err(SpanError::OutOfRange(text.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn severities_are_ordered_from_harmless_to_forbidden() {
        assert!(Severity::Info < Severity::Critical && Severity::Critical < Severity::Forbidden);
    }
}
