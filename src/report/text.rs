//! Plans and executions for people.

use crate::engine::{Engine, Mode, Step};
use crate::execute::Execution;
use crate::plan::{Estimate, Plan, Proof, Rule};
use std::fmt::Write;

/// A plan, as a terminal or a pull request shows it.
pub fn plan_text(plan: &Plan) -> String {
    let mut out = String::new();
    if plan.is_empty() {
        line(
            &mut out,
            &format!("{} is as declared: nothing to do", plan.target),
        );
        seen(&mut out, plan);
        return out;
    }
    line(
        &mut out,
        &format!(
            "Plan for {} ({} {})",
            plan.target, plan.engine, plan.server_version
        ),
    );
    if let Some(execution) = &plan.rollback_of {
        line(&mut out, &format!("takes back execution {execution}"));
    }
    for (at, planned) in plan.steps.iter().enumerate() {
        line(
            &mut out,
            &format!(
                "\n{:>3}. {}   [{}{}]",
                at + 1,
                planned.step.object,
                span(planned.estimate),
                apart(plan, &planned.step)
            ),
        );
        for statement in &planned.step.statements {
            for text in statement.sql().lines() {
                line(&mut out, &format!("       {text}"));
            }
        }
        let note = planned
            .reversal
            .note
            .as_deref()
            .map(|n| format!(": {n}"))
            .unwrap_or_default();
        line(
            &mut out,
            &format!("       undo {:?}{note}", planned.reversal.class),
        );
    }
    for note in &plan.notes {
        line(&mut out, &format!("\nNote: {note}"));
    }
    if !plan.findings.is_empty() {
        line(&mut out, "\nRisks");
    }
    for finding in &plan.findings {
        line(
            &mut out,
            &format!(
                "  {:<9} {} ({}): {}",
                finding.severity.as_str(),
                finding.object,
                finding.rule.name(),
                finding.message
            ),
        );
        line(
            &mut out,
            &format!("            instead: {}", finding.remedy),
        );
        if let Some(reason) = &finding.overridden {
            line(
                &mut out,
                &format!("            counted so by policy: {reason}"),
            );
        }
    }
    advice(&mut out, plan);
    seen(&mut out, plan);
    line(&mut out, "");
    line(&mut out, &format!("Risk      {}", plan.risk().as_str()));
    line(
        &mut out,
        &format!(
            "Rollback  {:?}, {} statements",
            plan.reversal_class(),
            plan.rollback.len()
        ),
    );
    line(&mut out, &format!("Estimate  {}", span(plan.estimate())));
    if !plan.backup.is_empty() {
        let names: Vec<String> = plan
            .backup
            .iter()
            .map(|table| table.name.to_string())
            .collect();
        line(&mut out, &format!("Backup    {}", names.join(", ")));
    }
    let proof = match &plan.proof {
        Proof::Pending => "none".to_owned(),
        Proof::Replayed => "replayed in scratch, forward and back".to_owned(),
        Proof::ForwardOnly { reason } => format!("replayed in scratch, forward only: {reason}"),
    };
    line(&mut out, &format!("Proof     {proof}"));
    line(&mut out, &format!("Plan id   {}", plan.id));
    out
}

/// One line for each rule, so that a first plan stays short: the objects, and what would be better.
fn advice(out: &mut String, plan: &Plan) {
    if !plan.advice.is_empty() {
        line(out, "\nAdvice, which stops nothing (`--advice hide`)");
    }
    let mut rules: Vec<Rule> = plan.advice.iter().map(|it| it.rule).collect();
    rules.sort();
    rules.dedup();
    for rule in rules {
        let mut same = plan.advice.iter().filter(|it| it.rule == rule);
        let Some(first) = same.next() else { continue };
        let others = same.count();
        let others = match others {
            0 => String::new(),
            n => format!(", and {n} more"),
        };
        line(
            out,
            &format!(
                "  {} ({}){others}: {}; {}",
                first.object,
                rule.name(),
                first.message,
                first.remedy
            ),
        );
    }
}

/// What stands alone among steps that share transactions.
fn apart(plan: &Plan, step: &Step) -> &'static str {
    let transactional = matches!(plan.engine, Engine::Postgres | Engine::Sqlite);
    if step.mode == Mode::Alone && transactional {
        ", outside a transaction"
    } else {
        ""
    }
}

fn seen(out: &mut String, plan: &Plan) {
    for suggestion in &plan.suggestions {
        line(
            out,
            &format!(
                "  hint: in {}, {} goes and {} comes: if that is a rename, declare renamedFrom",
                suggestion.table, suggestion.from, suggestion.to
            ),
        );
    }
    for unmanaged in &plan.unmanaged {
        line(
            out,
            &format!(
                "  left alone, never declared: {} {} {}",
                unmanaged.kind, unmanaged.table, unmanaged.part
            ),
        );
    }
    for other in plan.delta.schemas.observed.other_tools.values() {
        line(
            out,
            &format!("  kept by {}, left alone: {}", other.tool, other.table.name),
        );
    }
    for (kind, name, reason) in &plan.opaque {
        line(
            out,
            &format!("  seen, not managed: {kind} {name} ({reason})"),
        );
    }
}

/// An execution.
pub fn execution_text(execution: &Execution) -> String {
    let mut out = String::new();
    for result in &execution.results {
        line(
            &mut out,
            &format!(
                "{:>3}. {:<7} {} ({} ms)",
                result.position + 1,
                result.state,
                result.object,
                result.duration_ms
            ),
        );
    }
    for warning in &execution.warnings {
        line(&mut out, &format!("Warning    {warning}"));
    }
    if let Some(path) = &execution.backup_path {
        line(&mut out, &format!("Backup     {path}"));
    }
    if let Some(error) = &execution.error {
        line(&mut out, &format!("Error      {error}"));
    }
    line(
        &mut out,
        &format!(
            "Execution  {} {:?} in {} ms",
            execution.execution_id, execution.state, execution.duration_ms
        ),
    );
    out
}

fn span(estimate: Estimate) -> String {
    format!("{} to {}", time(estimate.p50_ms), time(estimate.p95_ms))
}

fn time(ms: u64) -> String {
    match ms {
        0..1_000 => format!("{ms} ms"),
        1_000..120_000 => format!("{} s", ms / 1_000),
        _ => format!("{} min", ms / 60_000),
    }
}

pub(super) fn line(out: &mut String, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{}", text.trim_end());
}
