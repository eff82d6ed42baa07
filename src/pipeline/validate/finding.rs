//! One thing found, and how the plan's findings and a refusal are said as such.

use crate::engine::Object;
use crate::pipeline::refusal::{Refusal, RefusalClass, RefusedItem};
use crate::plan::{Finding, Kind, Plan, Policy, Rule, Severity};
use crate::schema::{Change, ColumnEdit};

/// One thing that validation found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValidationFinding {
    /// What kind of thing, by a stable name such as `fk.orphans`.
    pub id: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Whether the plan cannot run, or may not, while it is so.
    pub blocks: bool,
    /// To which object.
    pub object: String,
    /// What is so, and how much of it.
    pub message: String,
    /// What to do: where a statement helps, that statement.
    pub remedy: String,
}

impl ValidationFinding {
    /// Something that stops the plan.
    pub(super) fn blocking(
        id: &'static str,
        object: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            blocks: true,
            ..Self::passing(id, Severity::Forbidden, object, message, remedy)
        }
    }

    /// Something to know.
    pub(super) fn passing(
        id: &'static str,
        severity: Severity,
        object: impl Into<String>,
        message: impl Into<String>,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            id,
            severity,
            blocks: false,
            object: object.into(),
            message: message.into(),
            remedy: remedy.into(),
        }
    }

    /// The findings of a plan that meet rows, that are high, or that the policy stops.
    pub(super) fn of_plan(plan: &Plan, policy: &Policy) -> Vec<Self> {
        let said = plan.findings.iter().filter_map(|finding| {
            let stopped =
                finding.severity == Severity::Forbidden || finding.severity >= policy.approval_at;
            if !stopped && finding.severity < Severity::High {
                return None;
            }
            let remedy = if finding.severity < Severity::Forbidden && stopped {
                format!("{}; or approve plan {}", finding.remedy, plan.id)
            } else {
                finding.remedy.clone()
            };
            Some(Self {
                id: id_of(finding, plan),
                severity: finding.severity,
                blocks: stopped,
                object: finding.object.to_string(),
                message: finding.message.clone(),
                remedy,
            })
        });
        said.collect()
    }

    /// A refusal, item by item.
    pub(super) fn of_refusal(refusal: &Refusal) -> Vec<Self> {
        let id = match refusal.class {
            RefusalClass::InvalidSchema => "declaration.invalid",
            RefusalClass::Unsupported => "change.unsupported",
            RefusalClass::AmbiguousRename => "rename.ambiguous",
            RefusalClass::ScratchUnavailable => "permission.missing",
            RefusalClass::NonConvergent => "plan.unproven",
            RefusalClass::TargetOwnedByAnother => "target.owned",
            RefusalClass::BackupFailed => "backup.failed",
            RefusalClass::BackupRequired => "backup.required",
            RefusalClass::UnknownExecution
            | RefusalClass::NothingToRollBack
            | RefusalClass::NotRecorded
            | RefusalClass::Diverged => "rollback.refused",
        };
        let items = refusal.items.iter().map(|item| {
            Self::blocking(
                id,
                item.object.as_str(),
                item.reason.as_str(),
                item.instead.as_str(),
            )
        });
        items.collect()
    }

    /// The same as an item of a refusal.
    pub(super) fn refused(&self) -> RefusedItem {
        RefusedItem {
            object: self.object.clone(),
            reason: self.message.clone(),
            instead: self.remedy.clone(),
        }
    }
}

/// The name for what a rule found about rows; the rule's own name otherwise.
fn id_of(finding: &Finding, plan: &Plan) -> &'static str {
    match finding.rule {
        Rule::ColumnNotNull | Rule::ColumnAddRequired => "notnull.nulls",
        Rule::UniqueAdd => "unique.duplicates",
        Rule::ForeignKeyAdd => "fk.orphans",
        Rule::CheckAdd => "check.violations",
        Rule::ColumnNarrow if is_text(&finding.object, plan) => "text.too-long",
        rule if rule.kind() == Kind::DataLoss => "data.loss",
        rule => rule.name(),
    }
}

/// Whether a column becomes a text of bounded length.
fn is_text(object: &Object, plan: &Plan) -> bool {
    plan.delta.changes.iter().any(|change| match change {
        Change::AlterTable(inside) if inside.tables.desired.name == object.name => {
            inside.columns.iter().any(|edit| match edit {
                ColumnEdit::Change(pair) => {
                    let kind = pair.desired.data_type.to_ascii_lowercase();
                    pair.desired.name == object.part && kind.contains("char")
                }
                ColumnEdit::Add { .. } | ColumnEdit::Drop(_) => false,
            })
        }
        Change::AlterTable(_)
        | Change::CreateNamespace(_)
        | Change::DropNamespace(_)
        | Change::CreateTable(_)
        | Change::DropTable(_)
        | Change::Object(_)
        | Change::CreateOpaque(..)
        | Change::DropOpaque(..) => false,
    })
}
