//! The rest of a manifest's `spec`: scope, policy, backup, execution. Fields that this version does
//! not honour are violations, so that nobody relies on them.

use super::{Surroundings, Violation};
use crate::api::DatabaseSchemaSpec;
use crate::api::policy::{
    self as wire, BackupScope as WireScope, BackupVerify, BackupWhen as WireWhen, OnDelete,
    PruneRule, Span,
};
use crate::backup::BackupScope;
use crate::engine::{Grants, Online, Scope, Timeouts};
use crate::execute::OnFailure;
use crate::pipeline::{BackupPolicy, BackupWhen};
use crate::plan::{Advice, Policy, Rule, RuleOverride, Severity};
use crate::schema::{Family, Prune, Pruning};
use std::path::PathBuf;
use std::time::Duration;

/// How often a transient failure is tried again unless the manifest says otherwise.
pub(super) const MAX_RETRIES: u32 = 3;

/// How long an execution waits for another one of the same database.
pub(super) const LOCK_WAIT: Duration = Duration::from_secs(30);

pub(super) struct Rules {
    pub(super) scope: Scope,
    pub(super) prune: Pruning,
    pub(super) policy: Policy,
    pub(super) timeouts: Timeouts,
    pub(super) online: Online,
    pub(super) max_retries: u32,
    pub(super) on_failure: OnFailure,
    pub(super) backup: BackupPolicy,
}

pub(super) fn read(
    spec: &DatabaseSchemaSpec,
    around: &Surroundings,
    found: &mut Vec<Violation>,
) -> Rules {
    let scope = spec.scope.clone().unwrap_or_default();
    let execution = spec.execution.clone().unwrap_or_default();
    if spec.on_delete == OnDelete::Drop {
        refuse("spec.onDelete", "Drop", found);
    }
    let defaults = Timeouts::default();
    let online = online(execution.online, "spec.execution.online", found);
    if execution.parallelism.is_some_and(|n| n > 1) {
        refuse("spec.execution.parallelism", "a number above 1", found);
    }
    Rules {
        prune: prune(scope.prune.as_ref(), found),
        scope: Scope {
            namespaces: scope.schemas,
            exclude: scope.exclude,
            grants: match scope.grants {
                wire::Grants::Ignore => Grants::Ignored,
                wire::Grants::Manage => Grants::Managed,
            },
        },
        policy: policy(spec.policy.as_ref(), found),
        timeouts: Timeouts {
            lock: span(
                "spec.execution.lockTimeout",
                execution.lock_timeout.as_ref(),
                defaults.lock,
                found,
            ),
            statement: span(
                "spec.execution.statementTimeout",
                execution.statement_timeout.as_ref(),
                defaults.statement,
                found,
            ),
            connect: defaults.connect,
        },
        online,
        max_retries: execution.max_retries.unwrap_or(MAX_RETRIES),
        on_failure: match execution.on_failure {
            wire::OnFailure::RollBack => OnFailure::RollBack,
            wire::OnFailure::Stop => OnFailure::Stop,
        },
        backup: backup(spec.backup.as_ref(), around, found),
    }
}

pub(super) fn online(wire: wire::Online, path: &str, found: &mut Vec<Violation>) -> Online {
    match wire {
        wire::Online::Auto => Online::Auto,
        wire::Online::Never => Online::Never,
        wire::Online::Required => {
            refuse(path, "Required", found);
            Online::Auto
        }
    }
}

fn refuse(path: &str, value: &str, found: &mut Vec<Violation>) {
    found.push(Violation::new(
        path,
        format!("{value} is not supported by this version; leave it out"),
    ));
}

fn span(
    path: &str,
    span: Option<&Span>,
    default: Duration,
    found: &mut Vec<Violation>,
) -> Duration {
    let Some(span) = span else { return default };
    span.parse().unwrap_or_else(|error| {
        found.push(Violation::new(path, error.to_string()));
        default
    })
}

fn prune(prune: Option<&wire::Prune>, found: &mut Vec<Violation>) -> Pruning {
    let Some(prune) = prune else {
        return Pruning::default();
    };
    let mut read = |kind: &str, rule: PruneRule| match rule {
        PruneRule::Owned => Prune::Owned,
        PruneRule::Exact => Prune::Exact,
        PruneRule::Keep => Prune::Keep,
        PruneRule::Ignore => {
            refuse(&format!("spec.scope.prune.{kind}"), "Ignore", found);
            Prune::Keep
        }
    };
    let families = [
        ("table", Family::Table, prune.table),
        ("column", Family::Column, prune.column),
        ("index", Family::Index, prune.index),
        ("constraint", Family::Constraint, prune.constraint),
        ("view", Family::View, prune.view),
        ("routine", Family::Routine, prune.routine),
        ("trigger", Family::Trigger, prune.trigger),
        ("enum", Family::Enum, prune.r#enum),
        ("sequence", Family::Sequence, prune.sequence),
        ("grant", Family::Grant, prune.grant),
    ];
    Pruning {
        default: read("default", prune.default),
        families: families
            .into_iter()
            .filter_map(|(kind, family, rule)| Some((family, read(kind, rule?))))
            .collect(),
    }
}

fn policy(policy: Option<&wire::Policy>, found: &mut Vec<Violation>) -> Policy {
    let Some(policy) = policy else {
        return Policy::default();
    };
    if !policy.windows.is_empty() {
        refuse("spec.policy.windows", "a maintenance window", found);
    }
    let approval = policy.approval.clone().unwrap_or_default();
    let mut rules = Vec::new();
    for (at, rule) in policy.rules.iter().enumerate() {
        match Rule::parse(&rule.id) {
            Some(known) => rules.push(RuleOverride {
                rule: known,
                severity: severity(rule.severity),
                objects: rule.objects.clone(),
                reason: rule.reason.clone(),
            }),
            None => found.push(Violation::new(
                format!("spec.policy.rules[{at}].id"),
                format!(
                    "there is no rule {:?}; rules are named like column.drop",
                    rule.id
                ),
            )),
        }
    }
    Policy {
        approval_at: approval.required_at.map_or(Severity::Critical, severity),
        rules,
        advice: match policy.advice {
            wire::Advice::Show => Advice::Show,
            wire::Advice::Hide => Advice::Hide,
        },
    }
}

const fn severity(wire: wire::Severity) -> Severity {
    match wire {
        wire::Severity::Info => Severity::Info,
        wire::Severity::Low => Severity::Low,
        wire::Severity::Medium => Severity::Medium,
        wire::Severity::High => Severity::High,
        wire::Severity::Critical => Severity::Critical,
        wire::Severity::Forbidden => Severity::Forbidden,
    }
}

fn backup(
    backup: Option<&wire::Backup>,
    around: &Surroundings,
    found: &mut Vec<Violation>,
) -> BackupPolicy {
    let backup = backup.cloned().unwrap_or_default();
    if backup.verify == BackupVerify::Restore {
        refuse("spec.backup.verify", "Restore", found);
    }
    if backup.retain.is_some() {
        refuse("spec.backup.retain", "a retention", found);
    }
    let directory = match backup.destination.unwrap_or(wire::Destination {
        directory: None,
        url: None,
    }) {
        wire::Destination { url: Some(_), .. } => {
            refuse("spec.backup.destination.url", "an object store", found);
            None
        }
        wire::Destination {
            directory,
            url: None,
        } => directory,
    };
    let directory = directory.map(PathBuf::from).map_or_else(
        || around.backup_directory.clone(),
        |relative| {
            // A manifest must not choose a folder outside the one the operator was given.
            let inside = relative
                .components()
                .all(|part| matches!(part, std::path::Component::Normal(_)));
            if !inside {
                found.push(Violation::new(
                    "spec.backup.destination.directory",
                    "must be a relative path without \"..\"",
                ));
            }
            around.backup_directory.join(relative)
        },
    );
    let when = match backup.when {
        WireWhen::BeforeDestructive => BackupWhen::BeforeDestructive,
        WireWhen::Always => BackupWhen::Always,
        WireWhen::Never => BackupWhen::Never,
    };
    let scope = match backup.scope {
        WireScope::Affected => BackupScope::Affected,
        WireScope::Database => BackupScope::Database,
    };
    BackupPolicy {
        when,
        scope,
        ..BackupPolicy::in_directory(directory)
    }
}
