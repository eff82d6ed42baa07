//! Hazard soundness: a plan runs step by step on a copy that holds its rows, and the locks and the
//! work that the server shows must be among what the plan announced.
//!
//! With `DRIFTLESS_EXCESS` set, steps of which more was announced than shown are printed.

use super::{Planned, Trial};
use crate::locks;

pub(super) async fn check(trial: &Trial<'_>, planned: &Planned) -> Result<(), String> {
    let scripts = [trial.situation.observed, trial.situation.rows];
    let world = trial.lab.copy(trial.base, &scripts).await?;
    let outcome = locks::sound(trial.engine(), &world.url, &planned.plan).await;
    trial.lab.discard(vec![world]).await?;
    for line in outcome? {
        if std::env::var_os("DRIFTLESS_EXCESS").is_some() {
            println!("{}: {line}", trial.engine());
        }
    }
    Ok(())
}
