//! Whether a plan may run.

use super::draft::Plan;
use super::identity::PlanId;
use super::risk::{Finding, Rule, Severity};
use crate::engine::glob;

/// What the owner of a schema allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Plans of this severity and above need an approval.
    pub approval_at: Severity,
    /// Severities changed by hand, each with a reason that history keeps.
    pub rules: Vec<RuleOverride>,
    /// Whether a plan comes with advice.
    pub advice: Advice,
}

/// Whether a plan comes with advice on style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Advice {
    /// It does.
    #[default]
    Show,
    /// It does not; rules that the policy gives a severity are findings all the same.
    Hide,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            approval_at: Severity::Critical,
            rules: Vec::new(),
            advice: Advice::Show,
        }
    }
}

/// One severity changed by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleOverride {
    /// The rule.
    pub rule: Rule,
    /// What its findings count from now on.
    pub severity: Severity,
    /// Objects it holds for, as patterns (`*` is any text) on the object's name, with or without
    /// its table; empty means all.
    pub objects: Vec<String>,
    /// Why.
    pub reason: String,
}

impl RuleOverride {
    fn fits(&self, finding: &Finding) -> bool {
        let object = &finding.object;
        let full = format!("{}.{}", object.name, object.part);
        let spellings = [
            object.name.to_string(),
            object.name.name.clone(),
            object.part.clone(),
            full,
        ];
        let named = self.objects.is_empty()
            || self
                .objects
                .iter()
                .any(|pattern| spellings.iter().any(|text| glob(pattern, text)));
        self.rule == finding.rule && named
    }
}

/// What somebody said of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Approval {
    /// Nothing.
    None,
    /// Exactly this plan may run.
    Plan {
        /// The plan's id.
        id: PlanId,
        /// Who said so.
        by: String,
    },
    /// Whatever is planned may run (command line only).
    All,
}

/// What the gate says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It may run.
    Approved(Box<ApprovedPlan>),
    /// Somebody has to approve it first.
    Pending,
    /// Another plan than this one was approved.
    Mismatch {
        /// What was approved.
        given: PlanId,
    },
    /// No approval helps: these findings have to be changed by policy or by another declaration.
    Forbidden(Vec<Finding>),
}

/// A plan that may run. Only [`judge`] and [`judge_rehearsal`] make one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApprovedPlan {
    plan: Plan,
    by: Option<String>,
    worth: Worth,
}

/// What a plan was let through for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// It may run.
    Execution,
    /// It may be rehearsed, and nothing of it may stay.
    Rehearsal,
}

impl ApprovedPlan {
    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// Who approved it; `None` when nobody had to.
    pub fn approved_by(&self) -> Option<&str> {
        self.by.as_deref()
    }

    /// What it was let through for.
    pub fn worth(&self) -> Worth {
        self.worth
    }
}

/// Applies the policy's overrides and decides. The answered plan carries the severities it was
/// judged by.
pub fn judge(plan: &Plan, policy: &Policy, approval: &Approval) -> Verdict {
    let plan = judged(plan, policy);
    let forbidden: Vec<Finding> = plan
        .findings
        .iter()
        .filter(|f| f.severity == Severity::Forbidden)
        .cloned()
        .collect();
    if !forbidden.is_empty() {
        return Verdict::Forbidden(forbidden);
    }
    let needed = plan.risk() >= policy.approval_at;
    match approval {
        Approval::Plan { id, .. } if *id != plan.id => Verdict::Mismatch { given: id.clone() },
        Approval::Plan { by, .. } => approved(plan, Some(by.clone())),
        Approval::All if needed => approved(plan, Some("all plans".to_owned())),
        Approval::None if needed => Verdict::Pending,
        Approval::All | Approval::None => approved(plan, None),
    }
}

/// As [`judge`], of a run that leaves nothing behind: nobody has to approve what is not done. What
/// is answered for a plan that nobody approved is worth a rehearsal and no execution.
pub fn judge_rehearsal(plan: &Plan, policy: &Policy, approval: &Approval) -> Verdict {
    match judge(plan, policy, approval) {
        Verdict::Pending => Verdict::Approved(Box::new(ApprovedPlan {
            plan: judged(plan, policy),
            by: None,
            worth: Worth::Rehearsal,
        })),
        verdict @ (Verdict::Approved(_) | Verdict::Mismatch { .. } | Verdict::Forbidden(_)) => {
            verdict
        }
    }
}

/// The plan with severities as the policy counts them: advice that the policy gives one is a finding
/// from then on. Its id does not depend on them.
pub fn judged(plan: &Plan, policy: &Policy) -> Plan {
    let mut plan = plan.clone();
    let overrides = |finding: &Finding| policy.rules.iter().find(|rule| rule.fits(finding));
    let advice = std::mem::take(&mut plan.advice).into_iter();
    let (raised, advice) = advice.partition(|it| overrides(it).is_some());
    plan.find(raised);
    for finding in &mut plan.findings {
        if let Some(rule) = overrides(finding) {
            finding.severity = rule.severity;
            finding.overridden = Some(rule.reason.clone());
        }
    }
    plan.advice = match policy.advice {
        Advice::Show => advice,
        Advice::Hide => Vec::new(),
    };
    plan
}

fn approved(plan: Plan, by: Option<String>) -> Verdict {
    Verdict::Approved(Box::new(ApprovedPlan {
        plan,
        by,
        worth: Worth::Execution,
    }))
}
