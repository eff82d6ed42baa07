//! What people said through annotations: which plan may run, which may not. Pure.

use std::time::Duration;

use jiff::Timestamp;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::{ManagedFieldsEntry, ObjectMeta};
use kube::ResourceExt;

use crate::api::condition::Reason;
use crate::api::{DatabaseSchema, SchemaPlan, annotation};
use crate::engine::ExecutionRecord;
use crate::history::State;
use crate::plan::{Approval, PlanId};

/// One annotation that names a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The plan's id.
    pub(super) plan: String,
    /// Who signed; the API server does not say, so this is `driftless.dev/approved-by`, which the
    /// admission policy holds to the user that was logged in.
    pub(super) by: String,
    /// When it was written, as far as the API server keeps that.
    pub(super) at: Option<Timestamp>,
}

/// Everything said about the plans of one DatabaseSchema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    approvals: Vec<Word>,
    rejections: Vec<String>,
    skip_backup: Vec<String>,
    /// The value of `driftless.dev/check-at`.
    pub(super) check_at: Option<String>,
    rollback: Option<String>,
}

/// Who signs when nobody did.
const UNSIGNED: &str = "unsigned";

impl Words {
    /// Reads the annotations of an object and of its plans. A plan's own approval counts only for
    /// that plan.
    pub(super) fn read(object: &DatabaseSchema, plans: &[SchemaPlan]) -> Self {
        let mut words = Self {
            check_at: text(&object.metadata, annotation::CHECK_AT),
            rollback: text(&object.metadata, annotation::ROLLBACK),
            ..Self::default()
        };
        words.add(&object.metadata, None);
        for plan in plans {
            words.add(&plan.metadata, Some(&plan.spec.plan_id));
        }
        words
    }

    fn add(&mut self, meta: &ObjectMeta, only: Option<&str>) {
        let said = |key: &str| text(meta, key).filter(|plan| only.is_none_or(|id| id == plan));
        self.approvals
            .extend(said(annotation::APPROVE).map(|plan| Word {
                plan,
                by: text(meta, annotation::APPROVED_BY).unwrap_or_else(|| UNSIGNED.to_owned()),
                at: written_at(meta, annotation::APPROVE),
            }));
        self.rejections.extend(said(annotation::REJECT));
        self.skip_backup.extend(said(annotation::SKIP_BACKUP));
    }

    /// The execution to take back, unless that was done already.
    pub(super) fn takes_back(&self, history: &[ExecutionRecord]) -> Option<&str> {
        let done = |record: &ExecutionRecord| {
            record.rollback_of == self.rollback && record.state == State::Succeeded.as_str()
        };
        let id = self.rollback.as_deref()?;
        (!history.iter().any(done)).then_some(id)
    }

    /// Whether any plan was refused.
    pub(super) fn rejects_something(&self) -> bool {
        !self.rejections.is_empty()
    }

    /// Whether this plan was refused.
    pub(super) fn rejects(&self, plan: &PlanId) -> bool {
        self.rejections.contains(&plan.0)
    }

    /// Whether this plan may run without its safety copy.
    pub(super) fn skips_backup(&self, plan: &PlanId) -> bool {
        self.skip_backup.contains(&plan.0)
    }

    /// The approval that counts, and why one that was given does not. An approval is used once and
    /// holds for `ttl`; among several the one for `live`, the plan shown last, comes first.
    pub(super) fn approval(
        &self,
        live: Option<&str>,
        history: &[ExecutionRecord],
        ttl: Duration,
        now: Timestamp,
    ) -> (Approval, Option<Stale>) {
        let mut stale = None;
        let mut valid = Vec::new();
        for word in &self.approvals {
            let shown = live == Some(word.plan.as_str());
            if history.iter().any(|record| spends(record, word, shown)) {
                stale = stale.or(Some(Stale::Used));
            } else if word.at.is_some_and(|at| is_over(at, ttl, now)) {
                stale = stale.or(Some(Stale::Expired));
            } else {
                valid.push(word);
            }
        }
        let chosen = valid
            .iter()
            .find(|word| Some(word.plan.as_str()) == live)
            .or(valid.first());
        match chosen {
            Some(word) => {
                let id = PlanId(word.plan.clone());
                (
                    Approval::Plan {
                        id,
                        by: word.by.clone(),
                    },
                    None,
                )
            }
            None => (Approval::None, stale),
        }
    }
}

/// Why an approval no longer counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stale {
    /// It is older than the policy allows.
    Expired,
    /// An execution used it.
    Used,
}

impl Stale {
    /// What the condition says.
    pub(super) const fn reason(self) -> Reason {
        match self {
            Self::Expired | Self::Used => Reason::Expired,
        }
    }

    /// Why, for people.
    pub(super) const fn message(self) -> &'static str {
        match self {
            Self::Expired => "the approval is too old",
            Self::Used => "the approval was used by an earlier execution",
        }
    }
}

/// Whether an execution used the approval. When it was written is known only as the time at which
/// the same client last wrote any annotation, so a later time counts as "approved again" only for
/// the plan that is shown: nobody can have meant to approve another one.
fn spends(record: &ExecutionRecord, word: &Word, shown: bool) -> bool {
    let after = match (word.at, record.created_at.parse::<Timestamp>()) {
        // The API server keeps whole seconds, so an execution of the same second came after.
        (Some(at), Ok(began)) => began.as_second() >= at.as_second(),
        (None, Ok(_)) | (Some(_) | None, Err(_)) => true,
    };
    record.plan_id == word.plan && !record.dry_run && (after || !shown)
}

fn is_over(at: Timestamp, ttl: Duration, now: Timestamp) -> bool {
    let age = now.duration_since(at);
    age.as_secs() > i64::try_from(ttl.as_secs()).unwrap_or(i64::MAX)
}

fn text(meta: &ObjectMeta, key: &str) -> Option<String> {
    let value = meta.annotations.as_ref()?.get(key)?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

/// When an annotation was last written, from the bookkeeping of server-side apply, which every
/// write passes through.
fn written_at(meta: &ObjectMeta, key: &str) -> Option<Timestamp> {
    let field = format!("f:{key}");
    let owns = |entry: &&ManagedFieldsEntry| {
        entry.fields_v1.as_ref().is_some_and(|fields| {
            let annotations = &fields.0["f:metadata"]["f:annotations"];
            annotations.get(&field).is_some()
        })
    };
    let entries = meta.managed_fields.iter().flatten().filter(owns);
    entries
        .filter_map(|entry| entry.time.as_ref().map(|time| time.0))
        .max()
}

/// The name under which an object's plans and executions are filed: `namespace/name`.
pub(super) fn owner(object: &DatabaseSchema) -> String {
    format!(
        "{}/{}",
        object.namespace().unwrap_or_default(),
        object.name_any()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    const TTL: Duration = Duration::from_hours(1);

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn said(pairs: &[(&str, &str)], second: i64) -> ObjectMeta {
        let fields: serde_json::Map<_, _> = pairs
            .iter()
            .map(|(key, _)| (format!("f:{key}"), serde_json::json!({})))
            .collect();
        let annotations = pairs
            .iter()
            .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        let entry = ManagedFieldsEntry {
            time: Some(k8s_openapi::apimachinery::pkg::apis::meta::v1::Time(at(
                second,
            ))),
            fields_v1: Some(k8s_openapi::apimachinery::pkg::apis::meta::v1::FieldsV1(
                serde_json::json!({ "f:metadata": { "f:annotations": fields } }),
            )),
            ..ManagedFieldsEntry::default()
        };
        ObjectMeta {
            annotations: Some(annotations.collect::<BTreeMap<_, _>>()),
            managed_fields: Some(vec![entry]),
            ..ObjectMeta::default()
        }
    }

    fn words(meta: &ObjectMeta) -> Words {
        let mut words = Words::default();
        words.add(meta, None);
        words
    }

    #[test]
    fn an_execution_is_taken_back_once() {
        let words = Words {
            rollback: Some("e1".to_owned()),
            ..Words::default()
        };
        let tried = |state: &str, of: &str| ExecutionRecord {
            rollback_of: Some(of.to_owned()),
            state: state.to_owned(),
            ..ExecutionRecord::default()
        };
        assert_eq!(words.takes_back(&[]), Some("e1"));
        let others = [
            tried("Succeeded", "e0"),
            tried("RolledBack", "e1"),
            tried("DryRun", "e1"),
        ];
        assert_eq!(words.takes_back(&others), Some("e1"));
        assert_eq!(words.takes_back(&[tried("Succeeded", "e1")]), None);
        assert_eq!(Words::default().takes_back(&others), None);
    }

    fn record(plan: &str, second: i64) -> ExecutionRecord {
        ExecutionRecord {
            plan_id: plan.to_owned(),
            created_at: at(second).to_string(),
            ..ExecutionRecord::default()
        }
    }

    #[test]
    fn an_approval_names_a_plan_and_its_author() {
        let meta = said(
            &[(annotation::APPROVE, "p"), (annotation::APPROVED_BY, "ann")],
            100,
        );
        let (approval, stale) = words(&meta).approval(None, &[], TTL, at(200));
        assert_eq!(stale, None);
        let expected = Approval::Plan {
            id: PlanId("p".to_owned()),
            by: "ann".to_owned(),
        };
        assert_eq!(approval, expected);
    }

    #[test]
    fn an_approval_is_used_once_and_ends() {
        let words = words(&said(&[(annotation::APPROVE, "p")], 100));
        let spent = words.approval(None, &[record("p", 150)], TTL, at(200));
        assert_eq!(spent, (Approval::None, Some(Stale::Used)));
        let over = words.approval(None, &[], TTL, at(100 + 3601));
        assert_eq!(over, (Approval::None, Some(Stale::Expired)));
        let (earlier, _) = words.approval(Some("p"), &[record("p", 50)], TTL, at(200));
        assert!(
            matches!(earlier, Approval::Plan { .. }),
            "approved again after that execution"
        );
    }

    #[test]
    fn another_annotation_does_not_renew_a_used_approval() {
        let pairs = [(annotation::APPROVE, "p"), (annotation::CHECK_AT, "now")];
        let words = words(&said(&pairs, 300));
        for live in [None, Some("next")] {
            let (approval, stale) = words.approval(live, &[record("p", 150)], TTL, at(301));
            assert_eq!((approval, stale), (Approval::None, Some(Stale::Used)));
        }
    }

    #[test]
    fn a_plan_approves_only_itself() {
        let mut words = Words::default();
        words.add(
            &said(
                &[(annotation::APPROVE, "other"), (annotation::REJECT, "p")],
                1,
            ),
            Some("p"),
        );
        assert!(words.approvals.is_empty());
        assert!(words.rejects(&PlanId("p".to_owned())));
        assert!(!words.rejects(&PlanId("other".to_owned())));
    }

    #[test]
    fn among_several_the_plan_shown_last_counts() {
        let mut words = words(&said(&[(annotation::APPROVE, "old")], 1));
        words.add(&said(&[(annotation::APPROVE, "new")], 1), Some("new"));
        let (approval, _) = words.approval(Some("new"), &[], TTL, at(2));
        assert!(matches!(approval, Approval::Plan { id, .. } if id.0 == "new"));
    }
}
