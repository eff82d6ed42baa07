//! One case on one engine: taken through the invariants, and compared with what it expects.

use super::case::{Case, Declared, Expect};
use super::recorded::Recorded;
use crate::invariants::{self, Depth, Lab, Outcome, Planned, Situation};
use driftless::engine::{Engine, Online, Statement, Target};
use driftless::intake::{self, Surroundings};
use driftless::pipeline::{Intent, PipelineError, Source};
use driftless::plan::{Plan, Proof};
use std::fmt::Write;
use std::path::PathBuf;

/// What a case that went well has to tell.
pub(super) struct Told {
    /// For the snapshot.
    pub(super) text: String,
    /// For the run without a server; only a plan that ran has one.
    pub(super) recorded: Option<Recorded>,
}

impl Told {
    fn only(text: String) -> Self {
        Self {
            text,
            recorded: None,
        }
    }
}

/// Runs it.
pub(super) async fn run(case: &Case, lab: &Lab, depth: Depth) -> Result<Told, String> {
    let engine = lab.engine;
    let situation = Situation {
        observed: case.observed(engine),
        rows: case.rows(engine),
        declare: &|target, backups| intent(case, engine, target, backups),
        unlike: &case.expect.unlike,
        depth,
    };
    let checked = invariants::check(lab, &situation).await?;
    let told = match checked.outcome {
        Outcome::Refused(error) => refused(&case.expect, &error).map(Told::only),
        Outcome::Planned(planned) => told(case, &planned),
    };
    match (told, checked.violations.is_empty()) {
        (Ok(told), true) => Ok(told),
        (told, _) => {
            let unexpected = told.err().into_iter();
            let all: Vec<String> = unexpected.chain(checked.violations).collect();
            Err(all.join("\n"))
        }
    }
}

fn told(case: &Case, planned: &Planned) -> Result<Told, String> {
    let plan = &planned.plan;
    expected(&case.expect, plan)?;
    if plan.is_empty() {
        return Ok(Told::only("nothing to do\n".to_owned()));
    }
    Ok(Told {
        text: text(plan),
        recorded: Some(Recorded::of(&case.name, planned)?),
    })
}

fn intent(
    case: &Case,
    engine: Engine,
    target: Target,
    backup_directory: PathBuf,
) -> Result<Intent, driftless::pipeline::Refusal> {
    let around = Surroundings {
        target,
        sources: Vec::new(),
        owner: "cli".to_owned(),
        backup_directory,
    };
    let mut intent = match case.declared(engine) {
        Declared::Sql(text) => intake::from_sql(Surroundings {
            sources: vec![Source {
                name: "desired".to_owned(),
                text: text.to_owned(),
            }],
            ..around
        }),
        Declared::Tables(schema) => {
            let database = if engine == Engine::Sqlite {
                serde_json::json!({"engine": "sqlite", "path": "case.db"})
            } else {
                serde_json::json!({"engine": engine.as_str(), "host": {"value": "h"}, "user": {"value": "u"}, "name": {"value": "n"}})
            };
            let spec = serde_json::json!({"database": database, "schema": schema});
            let spec =
                serde_json::from_value(spec).unwrap_or_else(|e| panic!("{}: {e}", case.name));
            intake::from_manifest(&spec, around).map_err(intake::refusal)?
        }
    };
    let rules = rules(case, engine);
    intent.prune = rules.prune;
    intent.scope.grants = rules.scope.grants;
    intent.online = match case.online.as_deref() {
        None | Some("Auto") => Online::Auto,
        Some("Never") => Online::Never,
        Some(other) => panic!("{}: online {other}", case.name),
    };
    Ok(intent)
}

/// The rules of the case, read as those of a manifest are.
fn rules(case: &Case, engine: Engine) -> Intent {
    let spec = serde_json::json!({
        "database": {"engine": "sqlite", "path": "case.db"},
        "schema": {"sql": "CREATE TABLE t (a int)"},
        "scope": {"prune": case.prune(), "grants": case.grants},
    });
    let spec = serde_json::from_value(spec).unwrap_or_else(|e| panic!("{}: {e}", case.name));
    let around = Surroundings {
        target: Target::File(None),
        sources: Vec::new(),
        owner: "cli".to_owned(),
        backup_directory: std::path::PathBuf::new(),
    };
    let intent = intake::from_manifest(&spec, around);
    intent.unwrap_or_else(|e| panic!("{} on {engine}: {e:?}", case.name))
}

fn refused(expect: &Expect, error: &PipelineError) -> Result<String, String> {
    match (error, &expect.refused) {
        (PipelineError::Refused(refusal), Some(class)) if refusal.class.as_str() == class => {
            let mut text = String::new();
            for item in &refusal.items {
                writeln!(text, "refused {class}: {}", item.object).unwrap();
            }
            Ok(text)
        }
        (_, Some(class)) => Err(format!("should be refused as {class}, but: {error}")),
        (_, None) => Err(format!("should be planned, but: {error}")),
    }
}

fn expected(expect: &Expect, plan: &Plan) -> Result<(), String> {
    if let Some(class) = &expect.refused {
        return Err(format!(
            "should be refused as {class}, but planned:\n{}",
            text(plan)
        ));
    }
    match (expect.empty, plan.is_empty()) {
        (true, false) => return Err(format!("should be nothing to do, but:\n{}", text(plan))),
        (false, true) => return Err("should be planned, but there is nothing to do".to_owned()),
        (true, true) | (false, false) => {}
    }
    if let Some(risk) = &expect.risk
        && plan.risk().as_str() != risk
    {
        return Err(format!("should be of risk {risk}, but:\n{}", text(plan)));
    }
    let found = |rule: &str| plan.findings.iter().any(|it| it.rule.name() == rule);
    if let Some(rule) = expect.hazards.iter().find(|rule| !found(rule)) {
        return Err(format!("should find {rule}, but:\n{}", text(plan)));
    }
    let advised = |rule: &str| plan.advice.iter().any(|it| it.rule.name() == rule);
    if let Some(rule) = expect.advice.iter().find(|rule| !advised(rule)) {
        return Err(format!("should advise {rule}, but:\n{}", text(plan)));
    }
    let said = |rule: &&String| found(rule) || advised(rule);
    if let Some(rule) = expect.absent.iter().find(said) {
        return Err(format!("should not find {rule}, but:\n{}", text(plan)));
    }
    let steps = plan.steps.iter();
    let statements = steps.flat_map(|planned| &planned.step.statements);
    let texts: Vec<&str> = statements.map(Statement::sql).collect();
    let said = |text: &&String| texts.iter().any(|sql| sql.contains(text.as_str()));
    if let Some(text) = expect.says.iter().find(|text| !said(text)) {
        return Err(format!("should say {text}, but:\n{}", self::text(plan)));
    }
    if let Some(text) = expect.unsaid.iter().find(said) {
        return Err(format!("should not say {text}, but:\n{}", self::text(plan)));
    }
    Ok(())
}

/// Statements and findings, as the snapshot keeps them.
fn text(plan: &Plan) -> String {
    let mut out = String::new();
    for (number, group) in plan.groups().into_iter().enumerate() {
        if number > 0 && plan.engine == Engine::Postgres {
            out.push_str("-- committed\n");
        }
        let steps = plan.steps[group].iter();
        for statement in steps.flat_map(|planned| &planned.step.statements) {
            writeln!(out, "{};", statement.sql()).unwrap();
        }
    }
    for finding in &plan.findings {
        let (severity, rule) = (finding.severity.as_str(), finding.rule.name());
        writeln!(out, "-- {severity} {rule} {}", finding.object).unwrap();
    }
    for advice in &plan.advice {
        writeln!(out, "-- advice {} {}", advice.rule.name(), advice.object).unwrap();
    }
    writeln!(out, "-- undo {:?}", plan.reversal_class()).unwrap();
    for statement in plan.rollback.iter().flat_map(|step| &step.statements) {
        writeln!(out, "--   {};", statement.sql().replace('\n', "\n--   ")).unwrap();
    }
    if let Proof::ForwardOnly { reason } = &plan.proof {
        writeln!(out, "-- not undone: {reason}").unwrap();
    }
    out
}
