//! What a rule is about to say, before the facts are in.

use super::rule::{Rule, Severity};
use super::{Facts, Finding, counted};
use crate::engine::{Object, Question};

/// What a rule is about to say, and the question whose answer can calm it.
pub(super) struct Concern {
    pub(super) rule: Rule,
    pub(super) object: Object,
    /// Asked of the observed table; the finding's rows are its answer.
    pub(super) question: Option<Question>,
    /// When the answer is 0 (or there is no question).
    pub(super) calm: Severity,
    /// When it is not, or is not known.
    pub(super) alarmed: Severity,
    /// When it is known and not 0: the step cannot succeed or would destroy what nobody meant.
    pub(super) certain: Severity,
    pub(super) message: &'static str,
    pub(super) counts: &'static str,
    pub(super) remedy: &'static str,
}

impl Concern {
    pub(super) fn judged(self, facts: &Facts) -> Finding {
        let rows = self
            .question
            .as_ref()
            .and_then(|question| facts.get(question));
        let severity = match (&self.question, rows) {
            (Some(_), Some(0)) => self.calm,
            (Some(_), Some(_)) => self.certain,
            (None, _) | (Some(_), None) => self.alarmed,
        };
        let message = if self.question.is_some() {
            format!("{}: {}", self.message, counted(rows, self.counts))
        } else {
            self.message.to_owned()
        };
        Finding {
            rule: self.rule,
            severity,
            object: self.object,
            message,
            remedy: self.remedy.to_owned(),
            rows,
            bytes: None,
            overridden: None,
        }
    }

    /// The same whatever the rows are.
    pub(super) fn plain(
        rule: Rule,
        object: Object,
        severity: Severity,
        message: &'static str,
        remedy: &'static str,
    ) -> Self {
        Self {
            rule,
            object,
            question: None,
            calm: severity,
            alarmed: severity,
            certain: severity,
            message,
            counts: "",
            remedy,
        }
    }

    /// Critical with rows, low without.
    pub(super) fn counted(
        rule: Rule,
        object: Object,
        question: Question,
        message: &'static str,
        remedy: &'static str,
    ) -> Self {
        Self {
            rule,
            object,
            question: Some(question),
            calm: Severity::Low,
            alarmed: Severity::Critical,
            certain: Severity::Critical,
            message,
            counts: "rows",
            remedy,
        }
    }

    /// High while unknown, low when no row is in the way, forbidden when one is: it would fail.
    pub(super) fn violation(
        rule: Rule,
        object: Object,
        question: Question,
        message: &'static str,
        counts: &'static str,
        remedy: &'static str,
    ) -> Self {
        Self {
            rule,
            object,
            question: Some(question),
            calm: Severity::Low,
            alarmed: Severity::High,
            certain: Severity::Forbidden,
            message,
            counts,
            remedy,
        }
    }
}
