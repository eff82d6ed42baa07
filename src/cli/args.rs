//! Arguments that several commands share.

use super::exit::CliError;
use crate::api::policy::{Span, SpanError};
use crate::engine::{Grants, Online, Scope, Target, Timeouts};
use crate::intake::target_from_url;
use crate::plan::{Advice, Rule, RuleOverride, Severity};
use crate::schema::{Prune, Pruning};
use clap::{Args, ValueEnum};
use std::path::PathBuf;
use std::time::Duration;

/// Where the database is.
#[derive(Debug, Args)]
pub(super) struct AddressArgs {
    /// The database: `<postgres://user@host/name>`, `<mysql://…>`, `<mariadb://…>` or `sqlite:path`.
    #[arg(
        long,
        env = "DATABASE_URL",
        hide_env_values = true,
        conflicts_with = "url_file"
    )]
    url: Option<String>,
    /// A file that holds the URL, so that a password stands in no argument list.
    #[arg(long, value_name = "FILE")]
    url_file: Option<PathBuf>,
}

/// Which database, and how much of it.
#[derive(Debug, Args)]
pub(super) struct DatabaseArgs {
    #[command(flatten)]
    pub(super) address: AddressArgs,
    /// A `PostgreSQL` schema in scope; repeatable. Default: those the declaration names, and public.
    #[arg(long = "schema", value_name = "NAME")]
    schemas: Vec<String>,
    /// Looks at who may do what, too (`PostgreSQL`); a manifest's `spec.scope.grants: Manage`.
    #[arg(long)]
    grants: bool,
}

impl DatabaseArgs {
    /// Adds what is looked at to what a manifest says of it.
    pub(super) fn widen(&self, scope: &mut Scope) {
        scope.namespaces.extend(self.schemas.iter().cloned());
        if self.grants {
            scope.grants = Grants::Managed;
        }
    }

    /// Whether nothing was said of what is looked at.
    pub(super) fn is_whole(&self) -> bool {
        self.schemas.is_empty() && !self.grants
    }

    /// Reads the address.
    pub(super) fn target(&self) -> Result<Target, CliError> {
        self.address.target()
    }
}

impl AddressArgs {
    /// Reads the address.
    pub(super) fn target(&self) -> Result<Target, CliError> {
        let text = match (&self.url, &self.url_file) {
            (_, Some(file)) => std::fs::read_to_string(file)
                .map_err(|error| CliError::Usage(format!("reading {}: {error}", file.display())))?,
            (Some(url), None) => url.clone(),
            (None, None) => {
                let text = "no database was named; give --url, --url-file or DATABASE_URL";
                return Err(CliError::Usage(text.to_owned()));
            }
        };
        target_from_url(text.trim()).map_err(|error| CliError::Usage(error.to_string()))
    }
}

/// How long statements may take. What is not said here stays as the manifest has it, or by default.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct TimeoutArgs {
    /// How long a statement waits for a lock, such as `30s`. Default: 3s.
    #[arg(long, value_name = "TIME", value_parser = span)]
    lock_timeout: Option<Duration>,
    /// How long a statement may run, such as `2h`. Default: 30m.
    #[arg(long, value_name = "TIME", value_parser = span)]
    statement_timeout: Option<Duration>,
}

impl TimeoutArgs {
    pub(super) fn set(self, timeouts: &mut Timeouts) {
        timeouts.lock = self.lock_timeout.unwrap_or(timeouts.lock);
        timeouts.statement = self.statement_timeout.unwrap_or(timeouts.statement);
    }
}

fn span(text: &str) -> Result<Duration, SpanError> {
    Span(text.to_owned()).parse()
}

/// What is declared, and by which rules it is compared.
#[derive(Debug, Args)]
pub(super) struct DeclarationArgs {
    /// A DatabaseSchema manifest, an SQL file, or a folder of them; `-` for standard input
    /// (repeatable).
    #[arg(short = 'f', long = "file", required = true, value_name = "PATH")]
    pub(super) files: Vec<PathBuf>,
    /// What happens to objects that exist and are not declared.
    #[arg(long, value_enum, ignore_case = true)]
    prune: Option<PruneArg>,
    /// Whether the engine's ways to change a table without keeping others waiting are used.
    #[arg(long, value_enum, ignore_case = true)]
    online: Option<OnlineArg>,
    /// Counts a rule's findings as harmless: RULE, or RULE=OBJECT for one object (`*` is any text);
    /// repeatable.
    #[arg(long = "allow", value_name = "RULE[=OBJECT]")]
    allow: Vec<String>,
    /// Whether the plan comes with advice on how things are declared.
    #[arg(long, value_enum, ignore_case = true)]
    advice: Option<AdviceArg>,
}

impl DeclarationArgs {
    pub(super) fn prune(&self) -> Option<Pruning> {
        self.prune.map(|prune| {
            Pruning::from(match prune {
                PruneArg::Owned => Prune::Owned,
                PruneArg::Exact => Prune::Exact,
                PruneArg::Keep => Prune::Keep,
            })
        })
    }

    pub(super) fn online(&self) -> Option<Online> {
        self.online.map(|online| match online {
            OnlineArg::Auto => Online::Auto,
            OnlineArg::Never => Online::Never,
        })
    }

    pub(super) fn advice(&self) -> Option<Advice> {
        self.advice.map(|advice| match advice {
            AdviceArg::Show => Advice::Show,
            AdviceArg::Hide => Advice::Hide,
        })
    }

    pub(super) fn overrides(&self) -> Result<Vec<RuleOverride>, CliError> {
        let read = |text: &String| {
            let (rule, object) = text.split_once('=').unwrap_or((text, ""));
            let known = Rule::parse(rule).ok_or_else(|| {
                CliError::Usage(format!(
                    "--allow: there is no rule {rule:?}; rules are named like column.drop"
                ))
            })?;
            Ok(RuleOverride {
                rule: known,
                severity: Severity::Low,
                objects: if object.is_empty() {
                    Vec::new()
                } else {
                    vec![object.to_owned()]
                },
                reason: "allowed on the command line".to_owned(),
            })
        };
        self.allow.iter().map(read).collect()
    }
}

/// [`Prune`], spelled on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "PascalCase")]
enum PruneArg {
    /// Dropped if an earlier applied declaration held them (the default).
    Owned,
    /// Dropped.
    Exact,
    /// Left alone.
    Keep,
}

/// [`Online`], spelled on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "PascalCase")]
enum OnlineArg {
    /// On tables that were there before and hold rows (the default).
    Auto,
    /// Nowhere: one transaction, where the engine has one.
    Never,
}

/// [`Advice`], spelled on the command line.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "PascalCase")]
enum AdviceArg {
    /// It does (the default).
    Show,
    /// It does not.
    Hide,
}

/// The form of the answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputForm {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}
