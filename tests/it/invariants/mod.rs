//! What must hold of every change, whoever thought of it: ten invariants, tried on real servers and
//! judged by the engines' own word.
//!
//! [`check`] takes one [`Situation`] (what a database holds, its rows, what is declared) through all
//! of them. It knows nothing of case files: the cases and generated pairs of schemas enter here
//! alike.
//!
//! | invariant | file |
//! |---|---|
//! | round trip: what is printed makes the same schema elsewhere | `round_trip` |
//! | stability: a schema planned against itself is empty, whatever a session begins with | `stability` |
//! | convergence: applied, nothing is left; and the engine prints what a direct load would | `convergence` |
//! | reverse: undone, the engine prints the first state | `reverse` |
//! | determinism: shuffled catalogs give the same bytes and the same id | `determinism` |
//! | resumability: stopped after every step, planned again, applied: converged | `resumption` |
//! | data kept: rows survive in every column that was not dropped or converted | `data` |
//! | hazard soundness: what the server locks and rewrites was announced | `hazards` |
//! | honest refusal: a typed "no" names an object, and nothing was touched | `refusal` |
//! | nothing foreign touched: planted objects stay as they were | `lab`, in every dump |
//!
//! [`journey`] takes one database with its rows through many declarations in a row and back.

mod convergence;
mod data;
mod determinism;
mod dump;
mod filling;
mod hand;
mod hazards;
mod hostile;
mod journey;
mod lab;
mod refusal;
mod resumption;
mod reverse;
mod round_trip;
mod sqlite_text;
mod stability;
mod tests;
mod unlike;

pub(crate) use determinism::shuffled;
pub(crate) use journey::{Stop, journey, rows_for};
pub(crate) use lab::{Lab, World};
use unlike::At;
pub(crate) use unlike::Unlike;

use driftless::engine::{Catalog, Catalogs, Engine, Scope, Server, Session, Target, decode};
use driftless::execute::Rehearsal;
use driftless::history::State;
use driftless::intake::{self, Surroundings};
use driftless::pipeline::{
    Applied, Intent, Moment, PipelineError, Preview, Refusal, Source, apply, preview,
};
use driftless::plan::{Approval, Plan};
use driftless::schema::{Fold, Prune, Schema};
use dump::Dump;
use hand::Hand;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What is declared, for a database somewhere and a folder for its backups.
pub(crate) type Declare<'a> = &'a (dyn Fn(Target, PathBuf) -> Result<Intent, Refusal> + Sync);

/// A script as a declaration that prunes whatever else there is.
pub(crate) fn of_sql(
    text: &str,
) -> impl Fn(Target, PathBuf) -> Result<Intent, Refusal> + Sync + '_ {
    move |target, backup_directory| {
        let mut intent = intake::from_sql(Surroundings {
            target,
            sources: vec![Source {
                name: "desired".to_owned(),
                text: text.to_owned(),
            }],
            owner: "cli".to_owned(),
            backup_directory,
        });
        intent.prune = Prune::Exact.into();
        Ok(intent)
    }
}

/// What a database holds, and what is declared for it.
pub(crate) struct Situation<'a> {
    /// SQL that makes the first state in an empty database.
    pub(crate) observed: &'a str,
    /// SQL that puts rows into it.
    pub(crate) rows: &'a str,
    /// The declaration.
    pub(crate) declare: Declare<'a>,
    /// Differences that are known and have a reason.
    pub(crate) unlike: &'a [Unlike],
    /// Whether the way of a plan is interrupted after each step, too.
    pub(crate) depth: Depth,
}

/// How much is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Depth {
    /// The way there and back as the program reads it, and the rows: no other databases, and not the
    /// engine's own print.
    Light,
    /// All but the interruptions.
    Straight,
    /// Everything.
    Interrupted,
}

/// What came of it.
pub(crate) struct Checked {
    pub(crate) outcome: Outcome,
    /// Which invariants do not hold, each with what was seen.
    pub(crate) violations: Vec<String>,
}

/// How the planner answered.
pub(crate) enum Outcome {
    Refused(PipelineError),
    Planned(Box<Planned>),
}

/// A plan, and what was read around it.
pub(crate) struct Planned {
    pub(crate) plan: Plan,
    pub(crate) server: Server,
    pub(crate) scope: Scope,
    /// The catalogs before it ran, and after.
    pub(crate) before: Catalogs,
    pub(crate) after: Catalogs,
}

/// The violations found so far.
#[derive(Default)]
struct Report(Vec<String>);

impl Report {
    fn hold(&mut self, invariant: &str, outcome: Result<(), String>) {
        self.0
            .extend(outcome.err().map(|seen| format!("{invariant}: {seen}")));
    }
}

/// What one situation is tried with.
struct Trial<'a> {
    lab: &'a Lab,
    situation: &'a Situation<'a>,
    /// As the situation begins; never touched.
    base: &'a World,
    /// Where the plan runs.
    live: &'a World,
    /// What the engine said of it before.
    first: Dump,
}

/// A moment with a token of its own.
pub(crate) fn moment() -> Moment {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    Moment {
        now: jiff::Timestamp::now(),
        token: format!(
            "i{}x{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        ),
    }
}

/// Takes a situation through all invariants. An error is the situation's own: it does not load.
pub(crate) async fn check(lab: &Lab, situation: &Situation<'_>) -> Result<Checked, String> {
    let base = lab.empty().await?;
    let mut worlds = vec![base];
    let checked = began(lab, situation, &mut worlds).await;
    lab.discard(worlds).await?;
    checked
}

async fn began(
    lab: &Lab,
    situation: &Situation<'_>,
    worlds: &mut Vec<World>,
) -> Result<Checked, String> {
    let base = &worlds[0];
    base.load(situation.observed)
        .await
        .map_err(|error| format!("`observed` does not load: {error}"))?;
    base.load(situation.rows)
        .await
        .map_err(|error| format!("`rows` do not load: {error}"))?;
    let mut first = Dump::default();
    if situation.depth > Depth::Light {
        let scripts = [situation.observed, situation.rows];
        let live = lab.copy(base, &scripts).await?;
        first = Dump::of(&live).await?;
        worlds.push(live);
    }
    let trial = Trial {
        lab,
        situation,
        base: &worlds[0],
        live: &worlds[worlds.len() - 1],
        first,
    };
    let mut report = Report::default();
    let outcome = trial.tried(&mut report).await?;
    Ok(Checked {
        outcome,
        violations: report.0,
    })
}

impl Trial<'_> {
    async fn tried(&self, report: &mut Report) -> Result<Outcome, String> {
        if self.is_deep() {
            report.hold("round trip", round_trip::check(self).await);
        }
        let intent = match self.intent(self.live.target()) {
            Ok(intent) => intent,
            Err(refusal) => return self.refused(refusal.into(), report).await,
        };
        let mut session = World::session(&self.live.target()).await?;
        let looked = preview(&mut session, &intent, &moment()).await;
        let looked = match looked {
            Ok(looked) => looked,
            Err(error) => {
                session.close().await;
                return self.refused(error, report).await;
            }
        };
        let Preview { plan, scope, .. } = looked;
        let before = session
            .catalogs(&scope)
            .await
            .map_err(|error| error.to_string())?;
        let server = session.server().clone();
        let mut planned = Planned {
            plan,
            server,
            scope,
            after: before.clone(),
            before,
        };
        report.hold("determinism", determinism::check(&planned));
        if self.is_deep() {
            report.hold("stability", stability::check(self, &planned).await);
        }
        if planned.plan.is_empty() {
            session.close().await;
            report.hold(
                "convergence",
                convergence::nothing(self, &intent, &planned).await,
            );
            return Ok(Outcome::Planned(Box::new(planned)));
        }
        if self.is_deep() {
            report.hold("hazards", hazards::check(self, &planned).await);
        }
        let executed = self.executed(&mut session, &mut planned, report).await;
        session.close().await;
        executed?;
        if self.situation.depth == Depth::Interrupted {
            report.hold("resumption", resumption::check(self, &planned).await);
        }
        Ok(Outcome::Planned(Box::new(planned)))
    }

    async fn executed(
        &self,
        session: &mut Session,
        planned: &mut Planned,
        report: &mut Report,
    ) -> Result<(), String> {
        let before = data::Watched::of(self, session, planned, data::Side::Before).await?;
        // Planned by one account, run by another whose sessions begin otherwise: the id must hold.
        self.apply(planned).await?;
        planned.after = session
            .catalogs(&planned.scope)
            .await
            .map_err(|error| error.to_string())?;
        let again = self
            .intent(self.live.target())
            .map_err(|error| error.to_string())?;
        report.hold(
            "convergence",
            convergence::check(self, session, &again, planned).await,
        );
        let after = data::Watched::of(self, session, planned, data::Side::After).await?;
        report.hold("data kept", before.same(&after));
        let back = reverse::check(self, session, planned, before).await;
        report.hold("reverse", back);
        Ok(())
    }

    /// Runs the plan by the account with hostile settings.
    async fn apply(&self, planned: &Planned) -> Result<(), String> {
        let plan = &planned.plan;
        let target = self.live.hostile();
        let intent = self
            .intent(target.clone())
            .map_err(|error| error.to_string())?;
        let mut session = World::session(&target).await?;
        let applied = apply(
            &mut session,
            &intent,
            &Approval::All,
            Rehearsal::No,
            &moment(),
        )
        .await;
        session.close().await;
        match applied.map_err(|error| format!("applying: {error}"))? {
            Applied::Executed {
                plan: ran,
                execution,
            } => {
                if ran.id != plan.id {
                    return Err(format!(
                        "two plans of the same thing have two ids:\n{}\nunder hostile settings:\n{}",
                        steps(plan),
                        steps(&ran)
                    ));
                }
                if execution.state == State::Succeeded {
                    return self.written_down(&execution.execution_id).await;
                }
                Err(format!(
                    "applied, but {:?}: {:?}\n{}",
                    execution.state,
                    execution.error,
                    steps(plan)
                ))
            }
            Applied::NothingToDo(_) => Err("planned, but not applied".to_owned()),
            Applied::Held { verdict, .. } => Err(format!("held back: {verdict:?}")),
        }
    }

    /// Another session finds the execution in history as it ended.
    async fn written_down(&self, id: &str) -> Result<(), String> {
        let table = match self.engine() {
            Engine::Postgres => "driftless.migration_executions",
            Engine::Mysql | Engine::Mariadb | Engine::Sqlite => "migration_executions",
        };
        let mut hand = Hand::at(self.engine(), &self.live.url).await?;
        let states = hand
            .list(&format!(
                "SELECT state FROM {table} WHERE execution_id = '{id}'"
            ))
            .await;
        hand.close().await;
        let states = states?;
        if states == [State::Succeeded.as_str()] {
            return Ok(());
        }
        Err(format!("it succeeded, but history says {states:?}"))
    }

    async fn refused(&self, error: PipelineError, report: &mut Report) -> Result<Outcome, String> {
        report.hold("honest refusal", refusal::check(self, &error).await);
        Ok(Outcome::Refused(error))
    }

    /// The declaration for a database.
    fn intent(&self, target: Target) -> Result<Intent, Refusal> {
        let backups = self
            .lab
            .folder()
            .join(format!("{}-backups", self.live.name));
        (self.situation.declare)(target, backups)
    }

    fn engine(&self) -> Engine {
        self.lab.engine
    }

    /// Whether the engine's own print is looked at.
    fn is_deep(&self) -> bool {
        self.situation.depth > Depth::Light
    }
}

impl Planned {
    /// The schema as it was read before.
    fn observed(&self) -> &Schema {
        &self.plan.delta.schemas.observed
    }

    fn folds(&self) -> Result<(Fold, Fold), String> {
        Ok(self.dialect()?.folds(&self.server))
    }

    fn dialect(&self) -> Result<&'static dyn driftless::engine::Dialect, String> {
        driftless::engine::dialect(self.server.engine).map_err(|error| error.to_string())
    }

    fn read(&self, rows: &Catalogs) -> Result<Schema, String> {
        decode(self.dialect()?, &self.server, &self.scope, rows).map_err(|error| error.to_string())
    }
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

/// A plan's statements, for people.
pub(crate) fn steps(plan: &Plan) -> String {
    let statements = plan
        .steps
        .iter()
        .flat_map(|planned| &planned.step.statements);
    let lines: Vec<String> = statements
        .map(|statement| format!("  {};", statement.sql()))
        .collect();
    lines.join("\n")
}
