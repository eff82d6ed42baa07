//! One turn of the loop for one DatabaseSchema: read, look, write.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use kube::runtime::controller::Action;
use kube::runtime::events::Recorder;
use kube::{Api, Client, Resource, ResourceExt};

use super::look::{OnDrift, Purpose, Task, look};
use super::publish;
use super::resolve::{ResolveError, Resolver};
use super::status::{self, Around};
use super::view::{Tolerance, View, history_entry};
use super::words::{Words, owner};
use crate::api::condition::Reason;
use crate::api::policy::{DriftAction, Mode};
use crate::api::resource::DEFAULT_HISTORY_LIMIT;
use crate::api::{DatabaseSchema, DatabaseSchemaStatus};
use crate::engine::connect;
use crate::intake::{self, Surroundings};
use crate::pipeline::{Intent, Moment};

/// What every turn is given.
pub(super) struct Context {
    pub(super) client: Client,
    pub(super) recorder: Recorder,
    pub(super) backup_dir: PathBuf,
    pub(super) sqlite_dir: Option<PathBuf>,
}

/// The API server did not take what was written, or did not answer.
#[derive(Debug, thiserror::Error)]
#[error("{doing} of DatabaseSchema {object}")]
pub(super) struct TurnError {
    doing: &'static str,
    object: String,
    #[source]
    source: Box<kube::Error>,
}

const DRIFT_INTERVAL: Duration = Duration::from_mins(15);
const APPROVAL_TTL: Duration = Duration::from_hours(24);
/// The pause after the API server failed.
const API_PAUSE: Duration = Duration::from_secs(10);

/// One turn. What goes wrong with the database or the declaration is a status, not an error.
pub(super) async fn reconcile(
    cached: Arc<DatabaseSchema>,
    context: Arc<Context>,
) -> Result<Action, TurnError> {
    let name = owner(&cached);
    let failed = |doing| {
        let object = name.clone();
        move |source| TurnError {
            doing,
            object,
            source: Box::new(source),
        }
    };
    // The cache may be behind; what decides over a database is read where it is kept.
    let api: Api<DatabaseSchema> = Api::namespaced(
        context.client.clone(),
        &cached.namespace().unwrap_or_default(),
    );
    let found = api
        .get_opt(&cached.name_any())
        .await
        .map_err(failed("reading the object"))?;
    let Some(object) = found.filter(|object| object.meta().deletion_timestamp.is_none()) else {
        return Ok(Action::await_change());
    };
    let plans = publish::plans(&context.client, &object).await;
    let plans = plans.map_err(failed("reading the plans"))?;
    let words = Words::read(&object, &plans);
    let moment = Moment::now();
    announce(&context, &object, moment.now)
        .await
        .map_err(failed("writing the status"))?;
    let view = view(&context, &object, &words, &moment).await;
    let view = view.map_err(failed("reading what is referred to"))?;
    let before = object.status.clone().unwrap_or_default();
    let around = around(&object, &before, &view, &words, moment.now);
    let (after, wait) = status::next(&view, around);
    let live = view.plan.as_ref().zip(view.fate.as_ref());
    if view.seen.is_some() {
        let written = publish::plan(&context.client, &object, &plans, live, moment.now).await;
        written.map_err(failed("writing the plan"))?;
    }
    if before != after {
        let written = publish::status(&context.client, &object, &after).await;
        written.map_err(failed("writing the status"))?;
    }
    if status::is_transition(&before, &after) || view.execution.is_some() {
        let reason = view.state.as_str();
        publish::event(&context.recorder, &object, &view).await;
        tracing::info!(object = %name, reason, message = %view.message, "looked");
    }
    Ok(Action::requeue(wait))
}

/// What follows when the API server failed: another turn, after a pause.
#[allow(
    clippy::needless_pass_by_value,
    reason = "the controller hands its arguments over"
)]
pub(super) fn after_error(
    object: Arc<DatabaseSchema>,
    error: &TurnError,
    _: Arc<Context>,
) -> Action {
    let source = error.source.to_string();
    tracing::warn!(object = %owner(&object), %error, source, "a turn failed");
    Action::requeue(API_PAUSE)
}

/// Says at once that a new generation is being looked at: what was true of the old one is not said
/// of it, and a tool that waits does not take the old `Ready` for the new one's.
async fn announce(
    context: &Context,
    object: &DatabaseSchema,
    now: jiff::Timestamp,
) -> kube::Result<()> {
    let before = object.status.clone().unwrap_or_default();
    if before.observed_generation == object.meta().generation || object.spec.suspend {
        return Ok(());
    }
    let view = View::new(
        Reason::Planning,
        "the declaration is being compared with the database",
    );
    let words = Words::default();
    let (mut status, _) = status::next(&view, around(object, &before, &view, &words, now));
    status.execution = None;
    status
        .last_handled_check_at
        .clone_from(&before.last_handled_check_at);
    publish::status(&context.client, object, &status).await
}

fn around<'a>(
    object: &DatabaseSchema,
    before: &'a DatabaseSchemaStatus,
    view: &View,
    words: &Words,
    now: jiff::Timestamp,
) -> Around<'a> {
    let drift = object.spec.drift.clone().unwrap_or_default();
    let limit = usize::try_from(history_limit(object)).unwrap_or(usize::MAX);
    let entries =
        |records: &super::view::History| records.0.iter().take(limit).map(history_entry).collect();
    Around {
        before,
        generation: object.meta().generation.unwrap_or(0),
        now,
        interval: drift
            .interval
            .and_then(|span| span.parse().ok())
            .unwrap_or(DRIFT_INTERVAL),
        tolerance: match drift.action {
            DriftAction::Report => Tolerance::Report,
            DriftAction::Fail | DriftAction::Correct => Tolerance::Fail,
        },
        history: view.history.as_ref().map(entries),
        check_at: words.check_at.clone(),
        dice: rand::random_range(0..=100),
    }
}

fn history_limit(object: &DatabaseSchema) -> u32 {
    object.spec.history_limit.unwrap_or(DEFAULT_HISTORY_LIMIT)
}

async fn view(
    context: &Context,
    object: &DatabaseSchema,
    words: &Words,
    moment: &Moment,
) -> kube::Result<View> {
    if object.spec.suspend {
        return Ok(View::new(
            Reason::Suspended,
            "spec.suspend is set; nothing is looked at",
        ));
    }
    let around = match surroundings(context, object).await {
        Ok(around) => around,
        Err(ResolveError::Kube { source, .. }) => return Err(*source),
        Err(error @ ResolveError::Missing { .. }) => return Ok(missing(&error)),
        Err(error @ ResolveError::Invalid { .. }) => {
            return Ok(View::invalid(Reason::ParseError, error.to_string()));
        }
    };
    match intake::from_manifest(&object.spec, around) {
        // On the heap: the look holds whole schemas across its waits.
        Ok(intent) => Ok(Box::pin(looked(object, intent, words, moment)).await),
        Err(violations) => {
            let message = intake::refusal(violations).to_string();
            Ok(View::invalid(Reason::ParseError, message))
        }
    }
}

/// A missing credential is a database that cannot be reached; missing DDL is a declaration with a
/// hole. Either way the turn comes again when the object appears.
fn missing(error: &ResolveError) -> View {
    let message = error.to_string();
    if message.starts_with("spec.schema") {
        View::invalid(Reason::UnknownReference, message)
    } else {
        View::not_found(message)
    }
}

pub(super) async fn surroundings(
    context: &Context,
    object: &DatabaseSchema,
) -> Result<Surroundings, ResolveError> {
    let namespace = object.namespace().unwrap_or_default();
    let resolver = Resolver {
        client: &context.client,
        namespace: &namespace,
        sqlite_dir: context.sqlite_dir.as_deref(),
    };
    Ok(Surroundings {
        target: resolver.target(&object.spec.database).await?,
        sources: resolver.sources(&object.spec).await?,
        owner: owner(object),
        // One folder per object, so that tenants neither see nor overwrite each other's copies.
        backup_directory: context.backup_dir.join(&namespace).join(object.name_any()),
    })
}

async fn looked(object: &DatabaseSchema, intent: Intent, words: &Words, moment: &Moment) -> View {
    let mut session = match connect(&intent.target, &intent.timeouts).await {
        Ok(session) => session,
        Err(error) => return View::failed(&error),
    };
    let status = object.status.clone().unwrap_or_default();
    let name = object.name_any();
    let approval = object
        .spec
        .policy
        .as_ref()
        .and_then(|policy| policy.approval.as_ref());
    let ttl = approval.and_then(|approval| approval.ttl.as_ref());
    let task = Task {
        name: &name,
        purpose: purpose(object, &status),
        on_drift: on_drift(object),
        words,
        live_plan: status.plan.as_ref().map(|plan| plan.id.as_str()),
        approval_ttl: ttl
            .and_then(|span| span.parse().ok())
            .unwrap_or(APPROVAL_TTL),
        history_limit: history_limit(object),
    };
    let view = look(&mut session, intent, &task, moment).await;
    session.close().await;
    view
}

/// How far a look goes. What was in sync is only watched, also after a restart; what failed half
/// way goes on only with a word from a person.
fn purpose(object: &DatabaseSchema, status: &DatabaseSchemaStatus) -> Purpose {
    match object.spec.mode {
        Mode::ValidateOnly => return Purpose::Validate,
        Mode::DryRun => return Purpose::DryRun,
        Mode::Apply => {}
    }
    let reason = status::ready_reason(status);
    let is = |reasons: &[Reason]| reasons.iter().any(|known| Some(known.as_str()) == reason);
    let same_generation = status.observed_generation == object.meta().generation;
    if same_generation && is(&[Reason::PartiallyApplied, Reason::RollbackBlocked]) {
        return Purpose::ApplyIfApproved;
    }
    if same_generation && is(&[Reason::InSync, Reason::DriftDetected]) {
        return Purpose::Watch(on_drift(object));
    }
    Purpose::Apply
}

fn on_drift(object: &DatabaseSchema) -> OnDrift {
    let drift = object.spec.drift.as_ref();
    match drift.map(|drift| drift.action).unwrap_or_default() {
        DriftAction::Report | DriftAction::Fail => OnDrift::Tell,
        DriftAction::Correct => OnDrift::Correct,
    }
}
