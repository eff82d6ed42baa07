//! What somebody wants, checked and complete: the only input of the pipeline.

use crate::backup::{BackupScope, Preference, Tools};
use crate::engine::{Online, Scope, Target, Timeouts};
use crate::execute::{OnFailure, Progress};
use crate::plan::{PlanId, Policy};
use crate::schema::{DeclaredTable, Pruning, Rename};
use rand::Rng;
use rand::distr::Alphanumeric;
use std::path::PathBuf;
use std::time::Duration;

/// What shall be, where, and by which rules.
#[derive(Clone, Debug)]
pub struct Intent {
    /// What the plan is to reach.
    pub aim: Aim,
    /// Where.
    pub target: Target,
    /// How much of it.
    pub scope: Scope,
    /// Declared scripts, in order.
    pub sources: Vec<Source>,
    /// Declared tables.
    pub tables: Vec<DeclaredTable>,
    /// Declared renames.
    pub renames: Vec<Rename>,
    /// What happens to undeclared objects.
    pub prune: Pruning,
    /// What needs an approval.
    pub policy: Policy,
    /// Bounds on waiting.
    pub timeouts: Timeouts,
    /// Whether those who use a table are spared while it changes.
    pub online: Online,
    /// How often a transient failure is tried again.
    pub max_retries: u32,
    /// What happens after a failure.
    pub on_failure: OnFailure,
    /// Safety copies.
    pub backup: BackupPolicy,
    /// Who asks: `cli`, `rest`, or namespace/name of an object.
    pub owner: String,
    /// Whether this is the owner's whole word.
    pub extent: Extent,
    /// What was filled in while reading the declaration, for the reader of the plan.
    pub notes: Vec<String>,
    /// How long another execution of the same database is waited for.
    pub lock_wait: Duration,
    /// Who is told how the execution goes.
    pub progress: Progress,
    /// The only plan that may run; another one is answered as a mismatch.
    pub expected: Option<PlanId>,
}

/// Whether a declaration is all that its owner has to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All. It is remembered: what it leaves out later may be dropped, and a database that differs
    /// from it has drifted.
    #[default]
    Whole,
    /// A word about the tables it names. All others stay, and nothing is remembered.
    Partial,
}

/// What a plan is to reach.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// What is declared.
    #[default]
    Declared,
    /// What the objects that one execution changed were before it; everything else stays as it is.
    /// The declaration is not looked at. The value is the execution's id.
    Undo(String),
}

/// A declared script and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// A file's name, or the field it stood in.
    pub name: String,
    /// The script.
    pub text: String,
}

/// When rows are copied away, and where to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupPolicy {
    /// When.
    pub when: BackupWhen,
    /// The folder that holds one folder per backup.
    pub directory: PathBuf,
    /// How much is copied.
    pub scope: BackupScope,
    /// Which form is wanted.
    pub preference: Preference,
    /// Where the engines' programs are looked for.
    pub tools: Tools,
}

impl BackupPolicy {
    /// Before steps that destroy rows, of the tables they touch, by the best means there are.
    pub fn in_directory(directory: PathBuf) -> Self {
        Self {
            when: BackupWhen::default(),
            directory,
            scope: BackupScope::default(),
            preference: Preference::default(),
            tools: Tools::from_environment(),
        }
    }
}

/// When a backup is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BackupWhen {
    /// Before steps that destroy rows.
    #[default]
    BeforeDestructive,
    /// Before every plan.
    Always,
    /// Never; a plan that destroys rows then runs only with an approval of its own id.
    Never,
}

/// Time and chance, read once at the top and handed down.
#[derive(Clone, Debug)]
pub struct Moment {
    /// Now.
    pub now: jiff::Timestamp,
    /// A few random letters that make names unique.
    pub token: String,
}

impl Moment {
    /// Reads the clock and makes up a token of eight letters and digits.
    pub fn now() -> Self {
        let token = rand::rng().sample_iter(Alphanumeric).take(8);
        let token: String = token.map(char::from).collect();
        Self {
            now: jiff::Timestamp::now(),
            token: token.to_lowercase(),
        }
    }

    /// The id of the execution that begins now.
    pub fn execution_id(&self) -> String {
        format!("{}-{}", self.now.strftime("%Y%m%dT%H%M%SZ"), self.token)
    }
}
