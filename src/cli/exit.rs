//! Exit codes, and the words that go with them.

use super::output;
use crate::backup::BackupError;
use crate::pipeline::PipelineError;
use crate::report::RefusalDocument;
use std::process::ExitCode;

/// How a command ended well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Nothing to do, or done.
    Done,
    /// Changes are pending, and the caller asked to be told.
    Pending,
    /// The gate did not open.
    Held,
    /// It ran and failed; what happened was printed.
    Failed,
}

/// Why a command ended badly.
#[derive(Debug, thiserror::Error)]
pub(super) enum CliError {
    /// Wrong arguments or files.
    #[error("{0}")]
    Usage(String),
    /// There is no backup, or it was not put back; printed in the form that was asked for.
    #[error("{error}")]
    Backup {
        /// Why.
        error: BackupError,
        /// Whether JSON was asked for.
        json: bool,
    },
    /// The pipeline stopped; printed in the form that was asked for.
    #[error("{error}")]
    Pipeline {
        /// Why.
        error: PipelineError,
        /// Whether JSON was asked for.
        json: bool,
    },
}

/// Prints an error and answers the exit code.
pub(super) fn code(outcome: Result<Outcome, CliError>) -> ExitCode {
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::from(1),
        Ok(Outcome::Pending) => ExitCode::from(2),
        Ok(Outcome::Held) => ExitCode::from(3),
        Err(CliError::Usage(text)) => {
            output::error(&text);
            ExitCode::from(1)
        }
        Err(CliError::Backup { error, json }) => {
            if json {
                output::json(&serde_json::json!({"error": error.to_string()}));
            }
            output::error(&error.to_string());
            ExitCode::from(if error.is_refusal() { 3 } else { 1 })
        }
        Err(CliError::Pipeline {
            error: PipelineError::Refused(refusal),
            json,
        }) => {
            if json {
                output::json(&RefusalDocument::from(&refusal));
            }
            for item in &refusal.items {
                output::error(&format!("{}: {item}", refusal.class.as_str()));
            }
            ExitCode::from(3)
        }
        Err(CliError::Pipeline {
            error: error @ (PipelineError::Engine(_) | PipelineError::Busy { .. }),
            json,
        }) => {
            if json {
                output::json(&serde_json::json!({"error": error.to_string()}));
            }
            output::error(&error.to_string());
            ExitCode::from(1)
        }
    }
}
