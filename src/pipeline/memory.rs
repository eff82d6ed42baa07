//! What an applied declaration leaves behind in the database.

use super::intent::Intent;
use crate::engine::{EngineError, Ledger, Server};
use crate::plan::Fingerprint;
use crate::schema::{Ownership, Schema};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

const MEMORY: &str = "memory";

/// Remembered after every apply, and after a look that found nothing to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Memory {
    /// Who applied it.
    pub(super) owner: String,
    /// The hash of the declaration and of the server that read it.
    pub(super) declaration: String,
    /// What the database was when nothing was left to do.
    pub(super) settled: Option<Fingerprint>,
    /// What declarations have held.
    pub(super) owned: Ownership,
}

impl Memory {
    pub(super) async fn recall<S: Ledger + ?Sized>(session: &mut S) -> Result<Self, EngineError> {
        let text = session.recall(MEMORY).await?;
        // One that is not understood (an older form) is no memory: nothing is owned.
        Ok(text
            .and_then(|text| serde_json::from_str(&text).ok())
            .unwrap_or_default())
    }

    pub(super) async fn keep<S: Ledger + ?Sized>(
        &self,
        session: &mut S,
    ) -> Result<(), EngineError> {
        let text = serde_json::to_string(self).unwrap_or_default();
        session.remember(MEMORY, &text).await
    }

    /// Adds what a declaration holds.
    pub(super) fn own(&mut self, declared: &Schema) {
        self.owned.0.extend(Ownership::of(declared).0);
    }
}

/// The hash of what is declared, by which rules it is compared, and which server reads it.
pub(super) fn digest(intent: &Intent, server: &Server) -> String {
    let mut hash = Sha256::new();
    let mut add = |text: &str| {
        hash.update(u64::try_from(text.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(text);
    };
    for source in &intent.sources {
        add(&source.text);
    }
    add(&format!("{:?}", intent.tables));
    add(&format!("{:?}", intent.renames));
    add(&format!("{:?}", intent.prune));
    add(&format!("{:?}", intent.scope));
    add(&server.version_text);
    hex::encode(hash.finalize())
}
