//! Declarations as other programs and other people write them.
//!
//! * `dumped`: what each case and each whole schema holds, as the engine's own tool dumps it: declared
//!   to the database it was taken of, it leaves nothing to do.
//! * `written`: scripts in `tests/scripts`, which the engine's own client loads.
//!
//! Whatever of it is not taken is refused with the line and the column, or by the object's name.
//! `make test` takes a part of the dumps, `make campaign` all.

mod client;
mod dumped;
mod written;

use crate::invariants::{World, moment, steps};
use driftless::engine::Grants;
use driftless::intake::{self, Surroundings};
use driftless::pipeline::{Intent, PipelineError, Source, preview};
use driftless::schema::{Prune, Pruning};

/// How a script was answered that the database it describes holds already.
#[derive(Debug, PartialEq, Eq)]
enum Answer {
    /// Taken, and there is nothing to do.
    Empty,
    /// Refused as it has to be.
    Refused(String),
}

/// What is said of a place in a script: `line 3, column 7`.
fn has_place(text: &str) -> bool {
    text.contains("line ") && text.contains("column ")
}

/// Declares a script to a database that holds what it says, and nothing else.
async fn declared(world: &World, script: &str, grants: Grants) -> Result<Answer, String> {
    let intent = intent(world, script, grants);
    let mut session = World::session(&world.target()).await?;
    let looked = preview(&mut session, &intent, &moment()).await;
    session.close().await;
    match looked {
        Ok(looked) if looked.plan.is_empty() => Ok(Answer::Empty),
        Ok(looked) => Err(format!(
            "there is something to do:\n{}",
            steps(&looked.plan)
        )),
        Err(PipelineError::Refused(refusal)) => {
            let text = refusal.to_string();
            let named = refusal.items.iter().all(|item| {
                has_place(&item.reason) || !item.object.is_empty() && item.object != SCRIPT
            });
            if named && !refusal.items.is_empty() {
                Ok(Answer::Refused(text))
            } else {
                Err(format!("refused without a place and a name: {text}"))
            }
        }
        Err(error) => Err(format!("no typed refusal: {error}")),
    }
}

/// What the script is called in a refusal.
const SCRIPT: &str = "script";

fn intent(world: &World, script: &str, grants: Grants) -> Intent {
    let mut intent = intake::from_sql(Surroundings {
        target: world.target(),
        sources: vec![Source {
            name: SCRIPT.to_owned(),
            text: script.to_owned(),
        }],
        owner: "cli".to_owned(),
        backup_directory: std::path::PathBuf::new(),
    });
    intent.prune = Pruning::from(Prune::Exact);
    intent.scope.grants = grants;
    intent
}
