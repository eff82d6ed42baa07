//! Writes to the API server: status, plans, events. The only place that does, save for the lease.

use k8s_openapi::api::core::v1::ObjectReference;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::{OwnerReference, Time};
use kube::api::{DeleteParams, ListParams, ObjectMeta, Patch, PatchParams, PostParams};
use kube::runtime::events::{Event, EventType, Recorder};
use kube::{Api, Client, Resource, ResourceExt};
use serde_json::json;

use super::view::{Course, PlanShown, View, cut};
use crate::api::plan_resource::{SchemaPlanPhase, SchemaPlanStatus};
use crate::api::{DatabaseSchema, DatabaseSchemaStatus, SchemaPlan};

/// The field manager of everything written here.
pub(super) const MANAGER: &str = "driftless";
/// The label that ties a plan to its DatabaseSchema; the value may be cut, the spec has the whole.
const SCHEMA_LABEL: &str = "driftless.dev/schema";
const LONGEST_LABEL: usize = 63;
/// How many plans of one DatabaseSchema are kept.
const PLANS_KEPT: usize = 20;
/// The API server's bound for an event's note, in bytes.
const LONGEST_NOTE: usize = 1000;

/// Writes the status of one DatabaseSchema.
pub(super) async fn status(
    client: &Client,
    object: &DatabaseSchema,
    status: &DatabaseSchemaStatus,
) -> kube::Result<()> {
    let api: Api<DatabaseSchema> = namespaced(client, object);
    let patch = json!({
        "apiVersion": DatabaseSchema::api_version(&()),
        "kind": DatabaseSchema::kind(&()),
        // The uid keeps a deleted and recreated object from getting its predecessor's status.
        "metadata": { "name": object.name_any(), "uid": object.uid() },
        "status": status,
    });
    let how = PatchParams::apply(MANAGER).force();
    api.patch_status(&object.name_any(), &how, &Patch::Apply(&patch))
        .await?;
    Ok(())
}

fn namespaced<K>(client: &Client, object: &DatabaseSchema) -> Api<K>
where
    K: Resource<Scope = kube::core::NamespaceResourceScope>,
    K::DynamicType: Default,
{
    Api::namespaced(client.clone(), &object.namespace().unwrap_or_default())
}

fn label(object: &DatabaseSchema) -> String {
    let name = object.name_any();
    let cut: String = name.chars().take(LONGEST_LABEL).collect();
    cut.trim_end_matches(['-', '.', '_']).to_owned()
}

/// The plans of one DatabaseSchema, newest first.
pub(super) async fn plans(
    client: &Client,
    object: &DatabaseSchema,
) -> kube::Result<Vec<SchemaPlan>> {
    let api: Api<SchemaPlan> = namespaced(client, object);
    let selector = format!("{SCHEMA_LABEL}={}", label(object));
    let mut plans = api
        .list(&ListParams::default().labels(&selector))
        .await?
        .items;
    let uid = object.uid();
    plans.retain(|plan| {
        plan.owner_references()
            .iter()
            .any(|owner| Some(&owner.uid) == uid.as_ref())
    });
    plans.sort_by_key(|plan| std::cmp::Reverse(plan.creation_timestamp().map(|time| time.0)));
    Ok(plans)
}

/// What became of the plan just looked at.
#[derive(Clone, Debug)]
pub(super) struct Fate {
    pub(super) phase: SchemaPlanPhase,
    pub(super) decided_by: Option<String>,
    pub(super) execution: Option<String>,
}

/// Shows the plan as an object of its own, says what became of it, and that it took the place of
/// the earlier ones.
pub(super) async fn plan(
    client: &Client,
    object: &DatabaseSchema,
    known: &[SchemaPlan],
    live: Option<(&PlanShown, &Fate)>,
    now: jiff::Timestamp,
) -> kube::Result<()> {
    let api: Api<SchemaPlan> = namespaced(client, object);
    if let Some((shown, fate)) = live {
        create(&api, object, shown).await?;
        let name = shown.status.r#ref.as_deref().unwrap_or_default();
        let before = known.iter().find(|plan| plan.name_any() == name);
        let before = before
            .and_then(|plan| plan.status.clone())
            .unwrap_or_default();
        let after = SchemaPlanStatus {
            phase: Some(fate.phase),
            decided_by: fate
                .decided_by
                .clone()
                .or_else(|| before.decided_by.clone()),
            decided_at: match fate.decided_by {
                Some(_) => before.decided_at.clone().or(Some(Time(now))),
                None => before.decided_at.clone(),
            },
            execution: fate.execution.clone().or_else(|| before.execution.clone()),
            conditions: before.conditions.clone(),
        };
        if after != before {
            plan_status(&api, name, &after).await?;
        }
    }
    let live = live.and_then(|(shown, _)| shown.status.r#ref.clone());
    supersede(&api, known, live.as_deref()).await
}

async fn create(
    api: &Api<SchemaPlan>,
    object: &DatabaseSchema,
    shown: &PlanShown,
) -> kube::Result<()> {
    let name = shown.status.r#ref.clone().unwrap_or_default();
    if api.get_opt(&name).await?.is_some() {
        return Ok(());
    }
    let mut plan = SchemaPlan::new(&name, shown.spec.clone());
    plan.metadata = ObjectMeta {
        name: Some(name),
        labels: Some([(SCHEMA_LABEL.to_owned(), label(object))].into()),
        owner_references: object
            .controller_owner_ref(&())
            .map(|owner: OwnerReference| {
                // Blocking would need a right on finalizers, and nothing depends on the order.
                vec![OwnerReference {
                    block_owner_deletion: None,
                    ..owner
                }]
            }),
        ..ObjectMeta::default()
    };
    match api
        .create(
            &PostParams {
                field_manager: Some(MANAGER.to_owned()),
                ..PostParams::default()
            },
            &plan,
        )
        .await
    {
        Ok(_) => Ok(()),
        Err(kube::Error::Api(answer)) if answer.code == 409 => Ok(()),
        Err(error) => Err(error),
    }
}

async fn plan_status(
    api: &Api<SchemaPlan>,
    name: &str,
    status: &SchemaPlanStatus,
) -> kube::Result<()> {
    let patch = json!({
        "apiVersion": SchemaPlan::api_version(&()),
        "kind": SchemaPlan::kind(&()),
        "metadata": { "name": name },
        "status": status,
    });
    let how = PatchParams::apply(MANAGER).force();
    match api.patch_status(name, &how, &Patch::Apply(&patch)).await {
        Ok(_) => Ok(()),
        // Deleted meanwhile: there is nobody to tell.
        Err(kube::Error::Api(answer)) if answer.code == 404 => Ok(()),
        Err(error) => Err(error),
    }
}

async fn supersede(
    api: &Api<SchemaPlan>,
    known: &[SchemaPlan],
    live: Option<&str>,
) -> kube::Result<()> {
    let earlier = known
        .iter()
        .filter(|plan| Some(plan.name_any().as_str()) != live);
    for (number, plan) in earlier.enumerate() {
        let name = plan.name_any();
        if number >= PLANS_KEPT {
            api.delete(&name, &DeleteParams::default())
                .await
                .map(drop)
                .or_else(gone)?;
            continue;
        }
        let before = plan.status.clone().unwrap_or_default();
        match before.phase {
            None | Some(SchemaPlanPhase::Pending | SchemaPlanPhase::Approved) => {
                let phase = Some(SchemaPlanPhase::Superseded);
                plan_status(api, &name, &SchemaPlanStatus { phase, ..before }).await?;
            }
            Some(
                SchemaPlanPhase::Rejected
                | SchemaPlanPhase::Applied
                | SchemaPlanPhase::Failed
                | SchemaPlanPhase::Superseded,
            ) => {}
        }
    }
    Ok(())
}

fn gone(error: kube::Error) -> kube::Result<()> {
    match error {
        kube::Error::Api(answer) if answer.code == 404 => Ok(()),
        error => Err(error),
    }
}

/// Tells people of a transition. An event that cannot be written is lost, and nothing else with it.
pub(super) async fn event(recorder: &Recorder, object: &DatabaseSchema, view: &View) {
    let plan = view
        .plan
        .as_ref()
        .and_then(|plan| plan.status.r#ref.clone());
    let event = Event {
        type_: match view.course() {
            Course::Settled | Course::Waiting => EventType::Normal,
            Course::Retrying | Course::Stalled => EventType::Warning,
        },
        reason: view.state.as_str().to_owned(),
        note: Some(cut(&view.message, LONGEST_NOTE)),
        action: "Reconcile".to_owned(),
        // The plan keeps two executions from being counted as one event that happened twice.
        secondary: plan.map(|name| ObjectReference {
            api_version: Some(SchemaPlan::api_version(&()).into_owned()),
            kind: Some(SchemaPlan::kind(&()).into_owned()),
            name: Some(name),
            namespace: object.namespace(),
            ..ObjectReference::default()
        }),
    };
    if let Err(error) = recorder.publish(&event, &object.object_ref(&())).await {
        tracing::warn!(%error, reason = event.reason, "writing an event failed");
    }
}
