//! A plan → what status and SchemaPlan show of it. Pure, and bounded whatever the plan's size.

use super::view::{Drift, PlanShown, Seen, cut};
use crate::api::SchemaPlanSpec;
use crate::api::connection::EngineName;
use crate::api::plan_resource::{Hazard, PlannedStatement, Proof, Rollback};
use crate::api::policy::Severity;
use crate::api::status::{
    Estimate, Objects, PlanStatus, RollbackClass, ServerStatus, SeverityCounts,
};
use crate::engine::{Engine, Lock, Server};
use crate::plan::{self, Finding, Plan, PlannedStep, ReversalClass};

/// How many statements and findings a SchemaPlan holds; the CRD allows as many.
const MOST_LISTED: usize = 200;
/// The longest statement a SchemaPlan holds, in bytes.
const LONGEST_SQL: usize = 8_000;
/// All statements of a SchemaPlan together, in bytes: etcd refuses objects above 1.5 MiB.
const MOST_SQL: usize = 400_000;
const LONGEST_LINE: usize = 500;
const LONGEST_TEXT: usize = 2_000;
const SUMMARY_LINES: usize = 10;
const MOST_NAMES: usize = 50;

/// What is seen of a database when a plan is made.
pub(super) fn seen(plan: &Plan, server: &Server) -> Seen {
    Seen {
        server: server_status(server, &plan.target),
        drift: None,
        desired: Some(plan.desired.0.clone()),
        live: Some(plan.observed.0.clone()),
        unmanaged: objects(plan.unmanaged.iter().map(|object| {
            if object.part.is_empty() {
                format!("{} {}", object.kind, object.table)
            } else {
                format!("{} {}.{}", object.kind, object.table, object.part)
            }
        })),
        opaque: objects(
            plan.opaque
                .iter()
                .map(|(kind, name, _)| format!("{kind} {name}")),
        ),
    }
}

fn server_status(server: &Server, target: &str) -> ServerStatus {
    ServerStatus {
        flavour: server.engine.as_str().to_owned(),
        version: cut(&server.version_text, 128),
        database: cut(target, 1024),
    }
}

/// What a plan would put right, as drift.
pub(super) fn drift(plan: &Plan) -> Drift {
    let mut names: Vec<String> = Vec::new();
    for step in &plan.steps {
        let name = step.step.object.to_string();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let statements = plan.steps.iter().map(|step| step.step.statements.len());
    Drift {
        objects: objects(names.into_iter()),
        statements: count(statements.sum()),
    }
}

fn objects(names: impl Iterator<Item = String>) -> Objects {
    let all: Vec<String> = names.collect();
    Objects {
        count: count(all.len()),
        names: all
            .iter()
            .take(MOST_NAMES)
            .map(|name| cut(name, LONGEST_LINE))
            .collect(),
    }
}

/// A plan as it is shown for review.
pub(super) fn shown(plan: &Plan, schema: &str) -> PlanShown {
    let spec = spec(plan, schema);
    let status = PlanStatus {
        id: plan.id.0.clone(),
        r#ref: Some(object_name(schema, &plan.id.0)),
        risk: spec.risk,
        statements: spec.statement_count,
        findings: spec.findings,
        summary: summary(plan, SUMMARY_LINES),
        estimate: spec.estimate,
        rollback: Some(rollback_class(plan.reversal_class())),
        approval: None,
    };
    PlanShown { status, spec }
}

/// The name of a plan's object: the DatabaseSchema's, and enough of the id to tell plans apart.
pub(super) fn object_name(schema: &str, id: &str) -> String {
    let digits: String = id
        .rsplit(':')
        .next()
        .unwrap_or(id)
        .chars()
        .take(12)
        .collect::<String>()
        .to_lowercase();
    // 253 bytes are allowed; the schema's own name may have as many.
    let head: String = schema.chars().take(240).collect();
    format!("{head}-{digits}")
}

fn spec(plan: &Plan, schema: &str) -> SchemaPlanSpec {
    let (statements, cut_statements) = statements(plan);
    let mut findings = SeverityCounts::default();
    plan.findings
        .iter()
        .for_each(|finding| findings.add(severity(finding.severity)));
    SchemaPlanSpec {
        plan_id: plan.id.0.clone(),
        database_schema: schema.to_owned(),
        engine: engine(plan.engine),
        server_version: cut(&plan.server_version, 128),
        source_fingerprint: plan.observed.0.clone(),
        desired_fingerprint: plan.desired.0.clone(),
        risk: Some(severity(plan.risk())),
        findings,
        summary: summary(plan, MOST_LISTED),
        statement_count: count(
            plan.steps
                .iter()
                .map(|step| step.step.statements.len())
                .sum(),
        ),
        truncated: cut_statements || plan.findings.len() > MOST_LISTED,
        statements,
        hazards: hazards(plan),
        estimate: Some(estimate(plan.estimate())),
        rollback: Some(rollback(plan)),
        proof: Some(proof(&plan.proof)),
    }
}

fn summary(plan: &Plan, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for step in &plan.steps {
        let line = cut(
            &format!("{:?} {}", step.step.phase, step.step.object),
            LONGEST_LINE,
        );
        if lines.last() != Some(&line) {
            lines.push(line);
        }
    }
    let all = lines.len();
    if all > most {
        lines.truncate(most.saturating_sub(1));
        lines.push(format!("… and {} more", all - lines.len()));
    }
    lines
}

/// The statements that fit, and whether some or some of their text do not.
fn statements(plan: &Plan) -> (Vec<PlannedStatement>, bool) {
    let mut listed = Vec::new();
    let (mut bytes, mut cut_short, mut number) = (0, false, 0);
    for step in &plan.steps {
        for statement in &step.step.statements {
            number += 1;
            let sql = cut(statement.sql(), LONGEST_SQL);
            cut_short |= sql.len() != statement.sql().len();
            bytes += sql.len();
            if listed.len() == MOST_LISTED || bytes > MOST_SQL {
                return (listed, true);
            }
            listed.push(planned(step, number, sql));
        }
    }
    (listed, cut_short)
}

fn planned(step: &PlannedStep, number: u32, sql: String) -> PlannedStatement {
    PlannedStatement {
        number,
        sql,
        object: Some(cut(&step.step.object.to_string(), LONGEST_LINE)),
        lock: Some(lock(step.step.lock).to_owned()),
        estimate: Some(estimate(step.estimate)),
        rollback: Some(rollback_class(step.reversal.class)),
    }
}

const fn lock(lock: Lock) -> &'static str {
    match lock {
        Lock::None => "none",
        Lock::Shared => "readers and writers go on",
        Lock::BlocksWrites => "writers wait",
        Lock::BlocksAll => "readers and writers wait",
    }
}

fn hazards(plan: &Plan) -> Vec<Hazard> {
    let listed = plan.findings.iter().enumerate().take(MOST_LISTED);
    listed
        .map(|(at, finding)| hazard(plan, at, finding))
        .collect()
}

fn hazard(plan: &Plan, at: usize, finding: &Finding) -> Hazard {
    let mut number = 0;
    let mut statement = None;
    for step in &plan.steps {
        if step.hazards.contains(&at) {
            statement = Some(number + 1);
            break;
        }
        number += count(step.step.statements.len());
    }
    let message = match &finding.overridden {
        Some(reason) => format!("{} (severity set by policy: {reason})", finding.message),
        None => finding.message.clone(),
    };
    Hazard {
        id: finding.rule.name().to_owned(),
        severity: severity(finding.severity),
        object: Some(cut(&finding.object.to_string(), LONGEST_LINE)),
        statement,
        message: cut(&message, LONGEST_TEXT),
        instead: Some(cut(&finding.remedy, LONGEST_TEXT)).filter(|text| !text.is_empty()),
    }
}

fn rollback(plan: &Plan) -> Rollback {
    let statements = plan.rollback.iter().flat_map(|step| &step.statements);
    let mut bytes = 0;
    let fits = |sql: &String| {
        bytes += sql.len();
        bytes <= MOST_SQL
    };
    let statements = statements.map(|statement| cut(statement.sql(), LONGEST_SQL));
    let notes = plan.steps.iter().filter_map(|step| {
        let note = step.reversal.note.as_ref()?;
        Some(cut(&format!("{}: {note}", step.step.object), LONGEST_LINE))
    });
    let impossible = plan
        .irreversible
        .iter()
        .map(|why| cut(&why.to_string(), LONGEST_LINE));
    Rollback {
        class: rollback_class(plan.reversal_class()),
        statements: statements.take(MOST_LISTED).take_while(fits).collect(),
        losses: notes.chain(impossible).take(100).collect(),
    }
}

fn proof(proof: &plan::Proof) -> Proof {
    match proof {
        plan::Proof::Pending => Proof {
            forward: false,
            backward: None,
            note: Some("not replayed".to_owned()),
        },
        plan::Proof::Replayed => Proof {
            forward: true,
            backward: Some(true),
            note: None,
        },
        plan::Proof::ForwardOnly { reason } => Proof {
            forward: true,
            backward: Some(false),
            note: Some(cut(reason, 1000)),
        },
    }
}

const fn estimate(estimate: plan::Estimate) -> Estimate {
    Estimate {
        p50_millis: estimate.p50_ms,
        p95_millis: estimate.p95_ms,
    }
}

const fn rollback_class(class: ReversalClass) -> RollbackClass {
    match class {
        ReversalClass::R0 => RollbackClass::Reversible,
        ReversalClass::R2 => RollbackClass::Conditional,
        ReversalClass::R1 => RollbackClass::StructureOnly,
        ReversalClass::R3 => RollbackClass::Impossible,
    }
}

const fn severity(severity: plan::Severity) -> Severity {
    match severity {
        plan::Severity::Info => Severity::Info,
        plan::Severity::Low => Severity::Low,
        plan::Severity::Medium => Severity::Medium,
        plan::Severity::High => Severity::High,
        plan::Severity::Critical => Severity::Critical,
        plan::Severity::Forbidden => Severity::Forbidden,
    }
}

const fn engine(engine: Engine) -> EngineName {
    match engine {
        Engine::Postgres => EngineName::Postgres,
        Engine::Mysql => EngineName::Mysql,
        Engine::Mariadb => EngineName::Mariadb,
        Engine::Sqlite => EngineName::Sqlite,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_plans_are_names_of_objects() {
        let id = format!("sha256:{}", "AB".repeat(32));
        assert_eq!(object_name("shop", &id), "shop-abababababab");
        assert!(object_name(&"x".repeat(253), &id).len() <= 253);
    }
}
