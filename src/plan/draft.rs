//! The plan itself.

use super::care::Care;
use super::estimate::Estimate;
use super::identity::{Fingerprint, PlanId, digest};
use super::reversal::{Reversal, ReversalClass, class_of};
use super::risk::{Facts, Finding, Kind, Scene, Severity, advice, findings};
use crate::engine::{
    Dialect, Engine, Manner, Mode, Object, Online, Server, Step, Unsupported, groups,
};
use crate::schema::{Change, Delta, Name, Schema, Suggestion, Table, Unmanaged};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeSet;
use std::ops::Range;

/// Whether a plan was replayed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase", tag = "result")]
pub enum Proof {
    /// Not yet.
    Pending,
    /// Replayed in scratch: forward it gives the desired schema, back the observed one.
    Replayed,
    /// Forward it gives the desired schema; it cannot be undone, for this reason.
    ForwardOnly {
        /// Why.
        reason: String,
    },
}

/// One step with everything said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedStep {
    /// What runs.
    pub step: Step,
    /// Which of the plan's findings concern it.
    pub hazards: Vec<usize>,
    /// How long it takes.
    pub estimate: Estimate,
    /// How it is undone.
    pub reversal: Reversal,
}

/// An ordered, judged, estimated, reversible plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The hash of what would run.
    pub id: PlanId,
    /// The engine.
    pub engine: Engine,
    /// The server's own version text.
    pub server_version: String,
    /// Which database, without credentials.
    pub target: String,
    /// The state it starts from.
    pub observed: Fingerprint,
    /// The state it leads to.
    pub desired: Fingerprint,
    /// What runs, in order.
    pub steps: Vec<PlannedStep>,
    /// What undoes it, in order; empty when it cannot be undone.
    pub rollback: Vec<Step>,
    /// Why it cannot be undone by statements, if so.
    pub irreversible: Vec<Unsupported>,
    /// What could go wrong.
    pub findings: Vec<Finding>,
    /// What could be declared better: no findings, and not part of the id.
    pub advice: Vec<Finding>,
    /// Tables whose rows are copied away first.
    pub backup: Vec<Table>,
    /// Whether it was replayed.
    pub proof: Proof,
    /// Objects that exist and that no declaration held.
    pub unmanaged: Vec<Unmanaged>,
    /// Kinds and names of objects that are seen but not modelled, each with the reason.
    pub opaque: Vec<(String, Name, String)>,
    /// Drops and adds that look like renames.
    pub suggestions: Vec<Suggestion>,
    /// What was filled in while reading the declaration, and what does not come back when
    /// an execution is taken back. Not part of the id.
    pub notes: Vec<String>,
    /// How its steps were made, and how those of its way back are to be.
    pub manner: Manner,
    /// Tables whose users are not spared because there is no row in them: looked at once more before
    /// anything runs.
    pub presumed_empty: Vec<Name>,
    /// The execution it takes back, by its id. Not part of the plan's id.
    pub rollback_of: Option<String>,
    /// The difference it was made of.
    pub delta: Delta,
}

impl Plan {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The highest severity of its findings.
    pub fn risk(&self) -> Severity {
        self.findings
            .iter()
            .map(|finding| finding.severity)
            .max()
            .unwrap_or(Severity::Info)
    }

    /// The worst class of its steps.
    pub fn reversal_class(&self) -> ReversalClass {
        let worst = self.steps.iter().map(|step| step.reversal.class).max();
        let worst = worst.unwrap_or(ReversalClass::R0);
        if self.irreversible.is_empty() {
            worst
        } else {
            ReversalClass::R3
        }
    }

    /// How long all steps take.
    pub fn estimate(&self) -> Estimate {
        self.steps
            .iter()
            .fold(Estimate::default(), |sum, step| sum.then(step.estimate))
    }

    /// Which steps run together, by their positions.
    pub fn groups(&self) -> Vec<Range<usize>> {
        groups(self.steps.iter().map(|planned| &planned.step))
    }

    /// Whether all steps share one transaction.
    pub fn is_one_transaction(&self) -> bool {
        let joined = |planned: &PlannedStep| planned.step.mode == Mode::Joined;
        self.steps.iter().all(joined)
    }

    /// The same once it is known how its steps run, and so what they cost.
    #[must_use]
    pub fn settled(mut self, dialect: &dyn Dialect, server: &Server, facts: &Facts) -> Self {
        let planned = std::mem::take(&mut self.steps).into_iter();
        let steps: Vec<Step> = planned.map(|planned| planned.step).collect();
        let scene = Scene {
            delta: &self.delta,
            steps: &steps,
            dialect,
            server,
        };
        let findings = findings(&scene, facts, &self.suggestions);
        self.with(steps, findings, dialect, facts)
    }

    fn with(
        mut self,
        steps: Vec<Step>,
        findings: Vec<Finding>,
        dialect: &dyn Dialect,
        facts: &Facts,
    ) -> Self {
        let texts = |steps: &[Step]| -> Vec<(Mode, Vec<String>)> {
            let texts = steps.iter().map(|step| (step.mode, sql_of(step)));
            texts.collect()
        };
        let saved: Vec<&Name> = self.backup.iter().map(|table| &table.name).collect();
        self.id = PlanId(digest(&(
            &self.target,
            self.engine,
            &self.observed,
            &self.desired,
            texts(&steps),
            texts(&self.rollback),
            saved,
        )));
        let planned = steps
            .into_iter()
            .map(|step| planned(step, &self.delta, dialect, facts, &findings, &self.rollback));
        self.steps = planned.collect();
        self.findings = findings;
        self
    }

    /// Takes in further findings, behind those that are there.
    pub(super) fn find(&mut self, more: Vec<Finding>) {
        for finding in more {
            let at = self.findings.len();
            for planned in &mut self.steps {
                if finding.concerns(&planned.step.object) {
                    planned.hazards.push(at);
                }
            }
            self.findings.push(finding);
        }
    }

    /// The schema it leads to.
    pub fn goal(&self) -> &Schema {
        &self.delta.schemas.desired
    }
}

/// What a plan is made of.
pub struct Draft<'a> {
    /// The engine's shelf.
    pub dialect: &'a dyn Dialect,
    /// The server.
    pub server: &'a Server,
    /// Which database, without credentials.
    pub target: String,
    /// What has to change.
    pub delta: Delta,
    /// What is known of the rows.
    pub facts: &'a Facts,
    /// Whether those who use a table are spared.
    pub online: Online,
    /// Objects nobody declared.
    pub unmanaged: Vec<Unmanaged>,
    /// Drops and adds that look like renames.
    pub suggestions: Vec<Suggestion>,
}

/// Makes the plan, not yet proven.
pub fn draft(input: Draft<'_>) -> Result<Plan, Vec<Unsupported>> {
    let Draft {
        dialect,
        server,
        target,
        delta,
        facts,
        online,
        unmanaged,
        suggestions,
    } = input;
    let Care {
        manner,
        presumed_empty,
    } = Care::of(online, &delta, facts, dialect, server);
    let lowered = dialect.lower(server, &delta, &manner);
    if !lowered.unsupported.is_empty() {
        let unique: BTreeSet<Unsupported> = lowered.unsupported.into_iter().collect();
        return Err(unique.into_iter().collect());
    }
    let steps = ordered(lowered.steps);
    let back = dialect.lower(server, &delta.reversed(), &manner);
    let rollback = if back.unsupported.is_empty() {
        ordered(back.steps)
    } else {
        Vec::new()
    };
    let scene = Scene {
        delta: &delta,
        steps: &steps,
        dialect,
        server,
    };
    let findings = findings(&scene, facts, &suggestions);
    let advice = advice(&scene);
    let observed = Fingerprint::of(server.engine, &delta.schemas.observed);
    let desired = Fingerprint::of(server.engine, &delta.schemas.desired);
    let backup = tables_to_save(&delta, &findings);
    let plan = Plan {
        id: PlanId(String::new()),
        engine: server.engine,
        server_version: server.version_text.clone(),
        target,
        observed,
        desired,
        steps: Vec::new(),
        rollback,
        irreversible: back.unsupported,
        findings: Vec::new(),
        advice,
        backup,
        proof: Proof::Pending,
        unmanaged,
        opaque: opaque(&delta.schemas.observed),
        suggestions,
        notes: Vec::new(),
        manner,
        presumed_empty,
        rollback_of: None,
        delta,
    };
    Ok(plan.with(steps, findings, dialect, facts))
}

fn ordered(mut steps: Vec<Step>) -> Vec<Step> {
    steps.sort_by_key(|step| step.phase);
    steps
}

fn sql_of(step: &Step) -> Vec<String> {
    step.statements
        .iter()
        .map(|statement| statement.sql().to_owned())
        .collect()
}

fn opaque(schema: &Schema) -> Vec<(String, Name, String)> {
    let list = schema.opaque.iter();
    list.map(|(key, opaque)| (key.kind.clone(), key.name.clone(), opaque.reason.clone()))
        .collect()
}

fn planned(
    step: Step,
    delta: &Delta,
    dialect: &dyn Dialect,
    facts: &Facts,
    findings: &[Finding],
    rollback: &[Step],
) -> PlannedStep {
    let (class, note) = class_of(&step.object, delta, dialect, facts);
    let same = |object: &Object| *object == step.object;
    let statements = rollback
        .iter()
        .filter(|back| same(&back.object))
        .flat_map(sql_of)
        .collect();
    let hazards = (0..findings.len())
        .filter(|at| findings[*at].concerns(&step.object))
        .collect();
    PlannedStep {
        hazards,
        estimate: Estimate::of(&step, facts),
        reversal: Reversal {
            class,
            statements,
            note,
        },
        step,
    }
}

/// Observed tables in which a finding says that data could be lost.
fn tables_to_save(delta: &Delta, findings: &[Finding]) -> Vec<Table> {
    let losing: BTreeSet<&Name> = findings
        .iter()
        .filter(|finding| finding.rule.kind() == Kind::DataLoss && finding.rows != Some(0))
        .map(|finding| &finding.object.name)
        .collect();
    let tables = delta.changes.iter().filter_map(|change| match change {
        Change::DropTable(table) => Some((table, &table.name)),
        Change::AlterTable(inside) => Some((&inside.tables.observed, &inside.tables.desired.name)),
        Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::CreateTable(_)
        | Change::Object(_)
        | Change::CreateOpaque(..)
        | Change::DropOpaque(..) => None,
    });
    let mut saved: Vec<Table> = tables
        .filter(|(table, name)| losing.contains(name) || losing.contains(&table.name))
        .map(|(table, _)| table.clone())
        .collect();
    // Of a table that holds a type which changes nothing else need change.
    let others = delta.schemas.observed.tables.values();
    let others = others.filter(|table| losing.contains(&table.name));
    for table in others {
        if delta
            .changes
            .iter()
            .all(|change| !names(change, &table.name))
        {
            saved.push(table.clone());
        }
    }
    saved
}

/// Whether a change is of that table, under either of its names.
fn names(change: &Change, table: &Name) -> bool {
    match change {
        Change::CreateTable(other) | Change::DropTable(other) => other.name == *table,
        Change::AlterTable(inside) => {
            inside.tables.observed.name == *table || inside.tables.desired.name == *table
        }
        Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::Object(_)
        | Change::CreateOpaque(..)
        | Change::DropOpaque(..) => false,
    }
}
