//! What could go wrong, by rules with stable names.
//!
//! Three inputs: the change, the step's lock and work, and facts about rows. Only a recorded fact
//! lowers a severity; a fact that was not to be had means the worst.

mod altered;
mod bound;
mod change;
mod cluster;
mod column;
mod concern;
mod counter;
mod domain;
mod grant;
mod held;
mod instant;
mod locking;
mod lookalike;
mod misfit;
mod object;
mod parents;
mod part;
mod replica;
mod retype;
mod rule;
#[cfg(test)]
mod sample;
mod security;
mod style;
mod swapped;
mod table;
mod text;
mod version;
mod zero_date;

pub use rule::{Kind, Rule, Severity};
pub(super) use style::advice;

use crate::engine::{COUNT_LIMIT, Dialect, Object, Question, Server, Step};
use crate::schema::{Delta, Suggestion};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Answers to questions about rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<Question, u64>);

impl Facts {
    /// Facts from questions and what was answered.
    pub fn new(answers: impl IntoIterator<Item = (Question, Option<u64>)>) -> Self {
        Self(
            answers
                .into_iter()
                .filter_map(|(q, answer)| answer.map(|a| (q, a)))
                .collect(),
        )
    }

    /// Those questions to which no answer was looked for.
    pub fn lacking(&self, questions: BTreeSet<Question>) -> Vec<Question> {
        let questions = questions.into_iter();
        let lacking = questions.filter(|question| !self.0.contains_key(question));
        lacking.collect()
    }

    /// With more answers.
    #[must_use]
    pub fn and(mut self, more: Self) -> Self {
        self.0.extend(more.0);
        self
    }

    /// The answer, if there is one.
    pub fn get(&self, question: &Question) -> Option<u64> {
        self.0.get(question).copied()
    }
}

/// One thing that could go wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// The rule that found it.
    pub rule: Rule,
    /// How bad it is.
    pub severity: Severity,
    /// To which object.
    pub object: Object,
    /// What happens.
    pub message: String,
    /// What to do instead.
    pub remedy: String,
    /// How many rows are concerned, where that was counted.
    pub rows: Option<u64>,
    /// How many bytes.
    pub bytes: Option<u64>,
    /// Why the policy counts it otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overridden: Option<String>,
}

impl Finding {
    /// Whether it is about that object or about the table it belongs to.
    pub fn concerns(&self, object: &Object) -> bool {
        self.object.name == object.name
            && (self.object.part == object.part
                || self.object.part.is_empty()
                || object.part.is_empty())
    }
}

/// What is judged, and where it is to run.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The difference.
    pub delta: &'a Delta,
    /// The steps it takes.
    pub steps: &'a [Step],
    /// The engine's shelf.
    pub dialect: &'a dyn Dialect,
    /// The server.
    pub server: &'a Server,
}

/// The questions whose answers the rules want, each once.
pub fn questions(scene: &Scene<'_>) -> BTreeSet<Question> {
    let mut all = change::questions(scene.delta, scene.dialect);
    all.extend(
        zero_date::concerns(scene)
            .into_iter()
            .filter_map(|it| it.question),
    );
    all.extend(locking::questions(scene.delta, scene.steps));
    all.extend(domain::questions(scene));
    all.extend(counter::questions(scene));
    all.extend(instant::questions(scene));
    all.extend(cluster::questions(scene));
    all.extend(replica::questions(scene));
    all.extend(super::care::questions(
        scene.delta,
        scene.steps,
        scene.dialect,
    ));
    all
}

/// Everything the rules find, worst first.
pub(super) fn findings(
    scene: &Scene<'_>,
    facts: &Facts,
    suggestions: &[Suggestion],
) -> Vec<Finding> {
    let Scene {
        delta,
        steps,
        dialect,
        ..
    } = *scene;
    let mut all = change::findings(delta, dialect, facts, suggestions);
    let concerns = zero_date::concerns(scene);
    all.extend(concerns.into_iter().map(|concern| concern.judged(facts)));
    all.extend(locking::findings(delta, steps, dialect, facts));
    all.extend(domain::findings(scene, facts));
    all.extend(counter::findings(scene, facts));
    all.extend(instant::findings(scene, facts));
    all.extend(cluster::findings(scene, facts));
    all.extend(replica::findings(scene, facts));
    all.extend(version::findings(scene));
    all.extend(text::findings(scene));
    all.sort_by(|a, b| {
        (b.severity, &a.object, a.rule.name()).cmp(&(a.severity, &b.object, b.rule.name()))
    });
    all.dedup_by(|a, b| a.rule == b.rule && a.object == b.object);
    all
}

/// A count for people: counting stops at a limit.
fn counted(rows: Option<u64>, of: &str) -> String {
    match rows {
        None => format!("an unknown number of {of}"),
        Some(n) if n >= COUNT_LIMIT => format!("{COUNT_LIMIT} or more {of}"),
        Some(n) => format!("{n} {of}"),
    }
}
