//! From the wire to the domain: a manifest, a script or a URL becomes an [`Intent`].
//!
//! Invariant: pure; all violations are answered at once, each with its field path; what the wire
//! can say and this version does not do is a violation that names the field, never ignored.
//!
//! May import: `schema`, `api`, `engine` (values), `plan` (values), `execute` (values), `pipeline`.

mod declaration;
mod location;
mod rules;

pub use location::{LocationError, target_from_url};

use crate::api::DatabaseSchemaSpec;
use crate::api::request::{Inside, PlanRequest};
use crate::engine::Target;
use crate::execute::Progress;
use crate::pipeline::{
    Aim, BackupPolicy, Extent, Intent, Refusal, RefusalClass, RefusedItem, Source,
};
use crate::plan::Policy;
use crate::schema::{Prune, Pruning};
use std::path::PathBuf;

/// Something wrong with a declaration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {problem}")]
pub struct Violation {
    /// Where, as `spec.schema.tables[users].columns[id]`.
    pub path: String,
    /// What is wrong and what to do.
    pub problem: String,
}

impl Violation {
    pub(crate) fn new(path: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            problem: problem.into(),
        }
    }
}

/// The refusal that violations amount to.
pub fn refusal(violations: Vec<Violation>) -> Refusal {
    let items = violations.into_iter().map(|violation| RefusedItem {
        object: violation.path,
        reason: violation.problem,
        instead: "correct the declaration".to_owned(),
    });
    Refusal {
        class: RefusalClass::InvalidSchema,
        items: items.collect(),
    }
}

/// What a manifest needs and does not hold itself.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// The database, found from `spec.database` or given on the command line.
    pub target: Target,
    /// Scripts that `spec.schema.from` points to, read.
    pub sources: Vec<Source>,
    /// Who asks: `cli`, or namespace/name.
    pub owner: String,
    /// Where backups go unless the manifest says otherwise.
    pub backup_directory: PathBuf,
}

/// The intent of a manifest.
pub fn from_manifest(
    spec: &DatabaseSchemaSpec,
    around: Surroundings,
) -> Result<Intent, Vec<Violation>> {
    let mut found = Vec::new();
    let engine = spec.database.engine.as_str();
    let expected = around.target.engine();
    if engine != expected.as_str() {
        found.push(Violation::new(
            "spec.database.engine",
            format!("it says {engine}, but the database given is {expected}"),
        ));
    }
    let declared = declaration::read(&spec.schema, "spec.schema", &mut found);
    let rules = rules::read(spec, &around, &mut found);
    if !found.is_empty() {
        return Err(found);
    }
    let mut sources = declared.sources;
    sources.extend(around.sources);
    Ok(Intent {
        aim: Aim::Declared,
        target: around.target,
        scope: rules.scope,
        sources,
        tables: declared.tables,
        renames: declared.renames,
        prune: rules.prune,
        policy: rules.policy,
        timeouts: rules.timeouts,
        online: rules.online,
        max_retries: rules.max_retries,
        on_failure: rules.on_failure,
        backup: rules.backup,
        owner: around.owner,
        extent: Extent::Whole,
        notes: declared.notes,
        lock_wait: rules::LOCK_WAIT,
        progress: Progress::default(),
        expected: None,
    })
}

/// The intent of a request, by the rules of an intent that is there already. A request that names
/// nothing means what that one declares.
pub fn from_request(request: &PlanRequest, rules: &Intent) -> Result<Intent, Vec<Violation>> {
    let mut intent = rules.clone();
    if let Some(execution) = &request.rollback_of {
        intent.aim = Aim::Undo(execution.clone());
    }
    let mut found = Vec::new();
    if let Some(asked) = request.online {
        intent.online = rules::online(asked, "online", &mut found);
    }
    let Some(desired) = &request.desired_schema else {
        return if found.is_empty() {
            Ok(intent)
        } else {
            Err(found)
        };
    };
    if desired.from.is_some() {
        found.push(Violation::new(
            "desiredSchema.from",
            "names objects of a cluster; write their text into sql",
        ));
    }
    let declared = declaration::read(desired, "desiredSchema", &mut found);
    if !found.is_empty() {
        return Err(found);
    }
    intent.tables = declared.tables;
    intent.renames = declared.renames;
    intent.sources = declared.sources;
    intent.notes = declared.notes;
    intent.extent = Extent::Partial;
    intent.prune = match request.inside_tables {
        Inside::Keep => Pruning::from(Prune::Keep),
        Inside::Drop => Pruning::inside(),
    };
    Ok(intent)
}

/// The intent of plain scripts.
pub fn from_sql(around: Surroundings) -> Intent {
    Intent {
        aim: Aim::Declared,
        target: around.target,
        scope: crate::engine::Scope::default(),
        sources: around.sources,
        tables: Vec::new(),
        renames: Vec::new(),
        prune: Pruning::default(),
        policy: Policy::default(),
        timeouts: crate::engine::Timeouts::default(),
        online: crate::engine::Online::default(),
        max_retries: rules::MAX_RETRIES,
        on_failure: crate::execute::OnFailure::default(),
        backup: BackupPolicy::in_directory(around.backup_directory),
        owner: around.owner,
        extent: Extent::Whole,
        notes: Vec::new(),
        lock_wait: rules::LOCK_WAIT,
        progress: Progress::default(),
        expected: None,
    }
}
