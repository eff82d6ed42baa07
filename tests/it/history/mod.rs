//! What history says of executions, and how one of them is taken back; on every engine.

mod asked;
mod refused;
mod rows;
mod taken_back;

use crate::execution::{Desk, moment};
use driftless::engine::{Catalog, Ledger};
use driftless::execute::{Execution, Rehearsal};
use driftless::pipeline::{Aim, Applied, Intent, PipelineError, Preview, Refusal, preview};
use driftless::schema::{Pair, Schema, diff, undoing};

impl Desk {
    /// An intent that takes one execution back.
    fn back(&self, execution_id: &str) -> Intent {
        let mut intent = self.intent("cli", "");
        intent.aim = Aim::Undo(execution_id.to_owned());
        intent
    }

    /// Takes one back, whatever it loses.
    async fn taken_back(&self, execution_id: &str) -> Execution {
        self.executed(&self.back(execution_id), Rehearsal::No).await
    }

    async fn previewed(&self, intent: &Intent) -> Result<Preview, PipelineError> {
        let mut session = self.session().await;
        let looked = preview(&mut session, intent, &moment()).await;
        session.close().await;
        looked
    }

    /// Why one is not taken back.
    async fn refused(&self, execution_id: &str) -> Refusal {
        match self.apply(&self.back(execution_id), Rehearsal::No).await {
            Err(PipelineError::Refused(refusal)) => refusal,
            Err(other) => panic!("{other}"),
            Ok(Applied::Executed { execution, .. }) => panic!("executed: {execution:?}"),
            Ok(other) => panic!("not refused: {other:?}"),
        }
    }

    async fn schema(&self) -> Schema {
        let mut session = self.session().await;
        let scope = driftless::engine::Scope::default();
        let schema = session.read(&scope).await.unwrap();
        session.close().await;
        schema
    }

    /// What differs between a schema and what is there now, objects that are not modelled included.
    async fn differences(&self, wanted: &Schema) -> String {
        let mut session = self.session().await;
        let scope = driftless::engine::Scope::default();
        let live = session.read(&scope).await.unwrap();
        let (tables, parts) = session.dialect().folds(session.server());
        session.close().await;
        let pair = Pair {
            observed: live,
            desired: wanted.clone(),
        };
        let forward = diff(pair.clone(), Vec::new(), tables, parts);
        let back = undoing(pair, Vec::new(), tables, parts);
        let changes = forward.changes.iter().chain(&back.changes);
        let told: Vec<String> = changes.map(|change| format!("{change:?}")).collect();
        told.join("\n")
    }

    async fn recalled(&self, name: &str) -> Option<String> {
        let mut session = self.session().await;
        let value = session.recall(name).await.unwrap();
        session.close().await;
        value
    }
}
