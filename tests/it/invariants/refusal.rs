//! Honest refusal: a typed "no" that names an object, says why and what to do instead; and the
//! database is as it was.

use super::Trial;
use super::dump::{Columns, Dump};
use driftless::pipeline::PipelineError;

pub(super) async fn check(trial: &Trial<'_>, error: &PipelineError) -> Result<(), String> {
    let PipelineError::Refused(refusal) = error else {
        return Err(format!("no typed refusal, but: {error}"));
    };
    if refusal.items.is_empty() {
        return Err("a refusal of nothing".to_owned());
    }
    for item in &refusal.items {
        for (what, text) in [
            ("object", &item.object),
            ("reason", &item.reason),
            ("remedy", &item.instead),
        ] {
            if text.trim().is_empty() {
                return Err(format!("a refusal without its {what}: {item:?}"));
            }
        }
    }
    if !trial.is_deep() {
        return Ok(());
    }
    let found = Dump::of(trial.live).await?;
    let differs = found.differences(&trial.first, Columns::InOrder);
    if differs.is_empty() {
        Ok(())
    } else {
        Err(format!("refused, and yet something changed\n{differs}"))
    }
}
