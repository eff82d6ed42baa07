//! One case on one engine.

use super::case::{Case, Declared, Expect};
use super::database::{Database, Place};
use super::recorded::Recorded;
use super::sound;
use driftless::engine::{self, Catalog, Engine, Online, Scope, Session, Statement, Target, groups};
use driftless::execute::Rehearsal;
use driftless::history::State;
use driftless::intake::{self, Surroundings};
use driftless::pipeline::{Applied, Intent, Moment, PipelineError, Source, apply, preview};
use driftless::plan::{Approval, Fingerprint, Plan, Proof, ReversalClass};
use driftless::schema::{Pruning, Schema};
use std::fmt::Write;
use std::ops::Range;

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
pub(super) async fn run(
    case: &Case,
    engine: Engine,
    place: &Place,
    number: usize,
) -> Result<Told, String> {
    let database = Database::make(place, engine, number).await;
    let outcome = inside(case, engine, place, &database, number).await;
    database.drop().await;
    outcome
}

async fn inside(
    case: &Case,
    engine: Engine,
    place: &Place,
    database: &Database,
    number: usize,
) -> Result<Told, String> {
    database
        .run(case.observed(engine))
        .await
        .map_err(|e| format!("`observed` does not load: {e}"))?;
    database
        .run(case.rows(engine))
        .await
        .map_err(|e| format!("`rows` do not load: {e}"))?;
    let backups = tempfile::tempdir().unwrap();
    let intent = match intent(case, engine, database, backups.path().to_owned()) {
        Ok(intent) => intent,
        Err(refusal) => return refused(&case.expect, &refusal.into()).map(Told::only),
    };
    let target = database.target();
    let mut session = engine::connect(&target, &intent.timeouts)
        .await
        .map_err(|e| e.to_string())?;
    let outcome = story(case, &mut session, &intent, place, database, number).await;
    session.close().await;
    outcome
}

fn moment(number: usize, look: char) -> Moment {
    Moment {
        now: jiff::Timestamp::now(),
        token: format!("c{number}{look}"),
    }
}

async fn story(
    case: &Case,
    session: &mut Session,
    intent: &Intent,
    place: &Place,
    database: &Database,
    number: usize,
) -> Result<Told, String> {
    let looked = match preview(session, intent, &moment(number, 'a')).await {
        Ok(preview) => preview,
        Err(error) => return refused(&case.expect, &error).map(Told::only),
    };
    let (plan, scope) = (looked.plan, looked.scope);
    expected(&case.expect, &plan)?;
    let before = session.read(&scope).await.map_err(|e| e.to_string())?;
    let rows = session.catalogs(&scope).await.map_err(|e| e.to_string())?;
    if Fingerprint::of(plan.engine, &before) != plan.observed {
        return Err("planning changed the database".to_owned());
    }
    if plan.is_empty() {
        return Ok(Told::only("nothing to do\n".to_owned()));
    }
    sound::hold(case, plan.engine, place, number, &plan).await?;
    let applied = apply(
        session,
        intent,
        &Approval::All,
        Rehearsal::No,
        &moment(number, 'b'),
    )
    .await
    .map_err(|error| format!("applying: {error}"))?;
    match applied {
        Applied::Executed {
            plan: ran,
            execution,
        } => {
            if ran.id != plan.id {
                return Err("two plans of the same thing have two ids".to_owned());
            }
            if execution.state != State::Succeeded {
                return Err(format!(
                    "applied, but {:?}: {:?}\n{}",
                    execution.state,
                    execution.error,
                    text(&plan)
                ));
            }
        }
        Applied::NothingToDo(_) => return Err("planned, but not applied".to_owned()),
        Applied::Held { verdict, .. } => return Err(format!("held back: {verdict:?}")),
    }
    let again = preview(session, &reworded(intent), &moment(number, 'c'))
        .await
        .map_err(|error| format!("planning again: {error}"))?;
    if !again.plan.is_empty() {
        return Err(format!(
            "does not converge:\n{}then\n{}",
            text(&plan),
            text(&again.plan)
        ));
    }
    let renames = plan.delta.renames();
    let recorded = Recorded::of(&case.name, session, &scope, renames, rows).await?;
    undone(session, &plan, &scope, &before, database).await?;
    Ok(Told {
        text: text(&plan),
        recorded: Some(recorded),
    })
}

/// The same declaration in other words, so that nothing is answered from memory.
fn reworded(intent: &Intent) -> Intent {
    let mut again = intent.clone();
    again.sources.push(Source {
        name: "again".to_owned(),
        text: "\n".to_owned(),
    });
    again
}

/// Runs the rollback plan and compares with the first state.
async fn undone(
    session: &mut Session,
    plan: &Plan,
    scope: &Scope,
    before: &Schema,
    database: &Database,
) -> Result<(), String> {
    if matches!(plan.proof, Proof::ForwardOnly { .. }) {
        return Ok(());
    }
    if plan.reversal_class() == ReversalClass::R1 {
        // Only the structure returns; rows would stand in the way of it.
        for name in plan.goal().tables.keys() {
            let name = session.dialect().name(name);
            database.empty(&name).await;
        }
    }
    let mut script = String::new();
    for part in scripts(plan) {
        script.push_str(&part);
        database
            .run(&part)
            .await
            .map_err(|e| format!("rolling back: {e}\n{script}"))?;
    }
    let after = session.read(scope).await.map_err(|e| e.to_string())?;
    let mut desired = before.clone();
    desired.namespaces.clone_from(&after.namespaces);
    let left = plan.delta.left(&after, &desired);
    if left.is_empty() {
        Ok(())
    } else {
        Err(format!("rolled back, but differs:\n{script}\n{left:#?}"))
    }
}

/// The rollback plan as scripts, each one transaction where the engine has transactions.
fn scripts(plan: &Plan) -> Vec<String> {
    let groups = match plan.engine {
        Engine::Postgres => groups(&plan.rollback),
        Engine::Mysql | Engine::Mariadb | Engine::Sqlite => {
            std::iter::once(0..plan.rollback.len()).collect()
        }
    };
    let script = |group: Range<usize>| {
        let statements = plan.rollback[group]
            .iter()
            .flat_map(|step| &step.statements);
        let mut script = String::new();
        for statement in statements {
            script.push_str(statement.sql());
            script.push_str(";\n");
        }
        script
    };
    groups.into_iter().map(script).collect()
}

fn intent(
    case: &Case,
    engine: Engine,
    database: &Database,
    backup_directory: std::path::PathBuf,
) -> Result<Intent, driftless::pipeline::Refusal> {
    let around = Surroundings {
        target: database.target(),
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
    intent.prune = pruning(case, engine);
    intent.online = match case.online.as_deref() {
        None | Some("Auto") => Online::Auto,
        Some("Never") => Online::Never,
        Some(other) => panic!("{}: online {other}", case.name),
    };
    Ok(intent)
}

/// The rules of the case, read as those of a manifest are.
fn pruning(case: &Case, engine: Engine) -> Pruning {
    let spec = serde_json::json!({
        "database": {"engine": "sqlite", "path": "case.db"},
        "schema": {"sql": "CREATE TABLE t (a int)"},
        "scope": {"prune": case.prune()},
    });
    let spec = serde_json::from_value(spec).unwrap_or_else(|e| panic!("{}: {e}", case.name));
    let around = Surroundings {
        target: Target::File(None),
        sources: Vec::new(),
        owner: "cli".to_owned(),
        backup_directory: std::path::PathBuf::new(),
    };
    let intent = intake::from_manifest(&spec, around);
    intent
        .unwrap_or_else(|e| panic!("{} on {engine}: {e:?}", case.name))
        .prune
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
    if let Some(rule) = expect.absent.iter().find(|rule| found(rule)) {
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
    writeln!(out, "-- undo {:?}", plan.reversal_class()).unwrap();
    for statement in plan.rollback.iter().flat_map(|step| &step.statements) {
        writeln!(out, "--   {};", statement.sql().replace('\n', "\n--   ")).unwrap();
    }
    if let Proof::ForwardOnly { reason } = &plan.proof {
        writeln!(out, "-- not undone: {reason}").unwrap();
    }
    out
}
