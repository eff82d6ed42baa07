//! Rules about waiting: what a step locks, and how much work it does under that lock.

use super::rule::{Rule, Severity};
use super::{Facts, Finding, counted};
use crate::engine::{
    Dialect, Engine, Lock, Object, Phase, Question, Step, Transaction, Work, groups,
};
use crate::plan::estimate::Estimate;
use crate::schema::{Change, Delta, Name};
use std::collections::BTreeSet;
use std::ops::Range;

/// A table with no more rows than this is small: the wait is not noticed.
pub(super) const SMALL_ROWS: u64 = 10_000;

/// Tables that exist before and after, under their old and new names.
pub(super) fn existing(delta: &Delta) -> Vec<(&Name, &Name)> {
    let tables = delta.changes.iter().filter_map(|change| match change {
        Change::AlterTable(inside) => {
            Some((&inside.tables.observed.name, &inside.tables.desired.name))
        }
        Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::CreateTable(_)
        | Change::DropTable(_)
        | Change::Object(_)
        | Change::CreateOpaque(..)
        | Change::DropOpaque(..) => None,
    });
    tables.collect()
}

pub(super) fn questions(delta: &Delta, steps: &[Step]) -> BTreeSet<Question> {
    let tables = existing(delta);
    let heavy = steps
        .iter()
        .filter(|step| step.work > Work::Metadata || dropping(step));
    heavy
        .filter_map(|step| observed_name(&tables, step))
        .flat_map(|name| [Question::Rows(name.clone()), Question::Bytes(name.clone())])
        .collect()
}

pub(super) fn observed_name<'a>(tables: &[(&'a Name, &'a Name)], step: &Step) -> Option<&'a Name> {
    let name = &step.object.name;
    tables
        .iter()
        .find(|(old, new)| *old == name || *new == name)
        .map(|(old, _)| *old)
}

pub(super) fn findings(
    delta: &Delta,
    steps: &[Step],
    dialect: &dyn Dialect,
    facts: &Facts,
) -> Vec<Finding> {
    let tables = existing(delta);
    let mut found = Vec::new();
    for step in steps {
        let Some(name) = observed_name(&tables, step) else {
            continue;
        };
        // Nobody waits for a rebuild that lets others go on, but replicas fall behind and the disk fills.
        let rebuilt = step.work >= Work::Rewrite && commits_singly(dialect);
        if step.work == Work::Metadata || (step.lock < Lock::BlocksWrites && !rebuilt) {
            continue;
        }
        let rows = facts.get(&Question::Rows(name.clone()));
        let bytes = facts.get(&Question::Bytes(name.clone()));
        let rule = rule_for(step, dialect);
        let severity = severity(rule, rows);
        let waits = match step.lock {
            Lock::None | Lock::Shared => "nobody waits",
            Lock::BlocksWrites => "writers wait",
            Lock::BlocksAll => "readers and writers wait",
        };
        let size = bytes.map(|b| format!(", {b} bytes")).unwrap_or_default();
        found.push(Finding {
            rule,
            severity,
            object: step.object.clone(),
            message: format!(
                "{waits} while {} are {}{size}, for {}",
                counted(rows, "rows"),
                verb(step.work),
                Estimate::of(step, facts)
            ),
            remedy: remedy(rule, &step.object.kind).to_owned(),
            rows,
            bytes,
            overridden: None,
        });
    }
    found.extend(dropped_indexes(&tables, steps, dialect.engine(), facts));
    found.extend(rewritten_texts(&tables, steps, dialect.engine()));
    found.extend(several_locks(&tables, steps));
    found.extend(stepwise(delta, steps, dialect));
    found
}

fn rule_for(step: &Step, dialect: &dyn Dialect) -> Rule {
    match step.work {
        Work::Rewrite | Work::Copy if commits_singly(dialect) && step.lock < Lock::BlocksWrites => {
            Rule::RebuildOnline
        }
        // More than one statement is an UPDATE of every row.
        Work::Rewrite | Work::IndexBuild
            if commits_singly(dialect) && step.statements.len() == 1 =>
        {
            Rule::HeldInPlace
        }
        Work::IndexBuild => Rule::IndexCreateBlocking,
        Work::Scan | Work::Metadata => Rule::ConstraintScan,
        Work::Rewrite => Rule::TableRewrite,
        Work::Copy if dialect.engine() == Engine::Sqlite => Rule::TableRebuild,
        Work::Copy => Rule::TableCopy,
    }
}

fn verb(work: Work) -> &'static str {
    match work {
        Work::Metadata => "left alone",
        Work::Scan => "read",
        Work::IndexBuild => "indexed",
        Work::Rewrite => "written again",
        Work::Copy => "copied",
    }
}

fn severity(rule: Rule, rows: Option<u64>) -> Severity {
    match (rows, rule) {
        (Some(0), _) => Severity::Info,
        (Some(n), Rule::TableRewrite | Rule::TableCopy | Rule::TableRebuild) if n <= SMALL_ROWS => {
            Severity::Medium
        }
        (Some(n), _) if n <= SMALL_ROWS => Severity::Info,
        (_, Rule::TableRewrite | Rule::TableCopy) => Severity::Critical,
        (_, Rule::HeldInPlace | Rule::TableRebuild) => Severity::Medium,
        _ => Severity::High,
    }
}

fn remedy(rule: Rule, kind: &str) -> &'static str {
    match rule {
        // Its type changes, and an index with it.
        Rule::IndexCreateBlocking if kind == "column" => {
            "run it in a quiet hour, or take the index out in a release before, and put it back in one after"
        }
        Rule::IndexCreateBlocking => {
            "run it in a quiet hour, or build the index concurrently by hand first"
        }
        Rule::TableRewrite | Rule::TableCopy => {
            "run it in a quiet hour, or add a new column, fill it in batches and switch"
        }
        Rule::RebuildOnline => {
            "see that the disk has room for the table twice and that replicas may fall behind as long"
        }
        Rule::TableRebuild => "run it while no other program writes to the file",
        _ => "run it in a quiet hour",
    }
}

/// LK002: `DROP INDEX` takes `ACCESS EXCLUSIVE` on the table, and whoever comes after it waits behind it
/// for those who read (`DROP INDEX`, "CONCURRENTLY").
fn dropped_indexes(
    tables: &[(&Name, &Name)],
    steps: &[Step],
    engine: Engine,
    facts: &Facts,
) -> Vec<Finding> {
    let plain = |step: &&Step| match step.statements.as_slice() {
        [one] => one.sql().starts_with("DROP INDEX ") && step.lock == Lock::BlocksAll,
        _ => false,
    };
    if engine != Engine::Postgres {
        return Vec::new();
    }
    let found = steps.iter().filter(plain).filter_map(|step| {
        let rows = facts.get(&Question::Rows(observed_name(tables, step)?.clone()));
        Some(Finding {
            rule: Rule::IndexDropBlocking,
            severity: match rows {
                Some(n) if n <= SMALL_ROWS => Severity::Info,
                Some(_) | None => Severity::Medium,
            },
            object: step.object.clone(),
            message: format!(
                "it waits for those who read or write the table ({}), and all others wait behind it, \
                 up to the lock timeout; then for {}",
                counted(rows, "rows"),
                Estimate::of(step, facts)
            ),
            remedy: "leave `online` at Auto, which drops it concurrently where the server can; of a \
                     partitioned table, a quiet hour"
                .to_owned(),
            rows,
            bytes: None,
            overridden: None,
        })
    });
    found.collect()
}

/// Steps that drop an index want to know how large the table is, though they only change the catalog.
fn dropping(step: &Step) -> bool {
    step.object.kind == "index" && step.lock == Lock::BlocksAll
}

/// DL018: a table that is built anew has the text that is written for it.
fn rewritten_texts(tables: &[(&Name, &Name)], steps: &[Step], engine: Engine) -> Vec<Finding> {
    let rebuilt = steps.iter().filter(|step| {
        let known = observed_name(tables, step).is_some();
        engine == Engine::Sqlite && step.work == Work::Copy && known
    });
    rebuilt
        .map(|step| Finding {
            rule: Rule::RebuildText,
            severity: Severity::Info,
            object: step.object.clone(),
            message: "the table's CREATE statement is written anew: comments in it are lost"
                .to_owned(),
            remedy: "keep what the comments say beside the declaration".to_owned(),
            rows: None,
            bytes: None,
            overridden: None,
        })
        .collect()
}

/// LK012: the deadlock window grows with each further table locked in one transaction.
fn several_locks(tables: &[(&Name, &Name)], steps: &[Step]) -> Option<Finding> {
    let locked = |group: Range<usize>| -> BTreeSet<&Name> {
        steps[group]
            .iter()
            .filter(|step| step.lock == Lock::BlocksAll && step.phase != Phase::CreateTables)
            .filter_map(|step| observed_name(tables, step))
            .collect()
    };
    let locked = groups(steps).into_iter().map(locked);
    let locked = locked.max_by_key(BTreeSet::len)?;
    let first = locked.first()?;
    (locked.len() > 1).then(|| Finding {
        rule: Rule::StrongLocks,
        severity: Severity::Medium,
        object: Object::table(first),
        message: format!(
            "{} tables are locked strongly one after the other",
            locked.len()
        ),
        remedy: "declare the changes of one table at a time".to_owned(),
        rows: None,
        bytes: None,
        overridden: None,
    })
}

/// OP012: what a failure in the middle leaves behind is not taken back by one transaction.
fn stepwise(delta: &Delta, steps: &[Step], dialect: &dyn Dialect) -> Option<Finding> {
    let message = match dialect.transaction() {
        Transaction::PerStatement if delta.changes.len() > 1 => {
            "the engine commits each statement by itself"
        }
        Transaction::Whole { .. } if groups(steps).len() > 1 => {
            "so that nobody has to wait, the steps are committed in several groups"
        }
        Transaction::PerStatement | Transaction::Whole { .. } => return None,
    };
    let table = delta.changes.iter().find_map(Change::table)?;
    Some(Finding {
        rule: Rule::StepwiseCommit,
        severity: Severity::Low,
        object: Object::table(&table.name),
        message: message.to_owned(),
        remedy: "a failed step is followed by the rollback of those before it".to_owned(),
        rows: None,
        bytes: None,
        overridden: None,
    })
}

/// Whether the engine commits each statement by itself.
fn commits_singly(dialect: &dyn Dialect) -> bool {
    match dialect.transaction() {
        Transaction::PerStatement => true,
        Transaction::Whole { .. } => false,
    }
}
