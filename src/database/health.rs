//! How everything is that keeping a database needs.

use super::Database;
use crate::engine::{self, Absent, Catalog, Ledger, Session};
use crate::pipeline::Moment;
use crate::report::{Health, HealthDocument, PartDocument};
use std::path::Path;

impl Database {
    /// Tries each part: the connection, the catalog, the history tables, a scratch database, the
    /// folder for backups. Changes nothing that stays.
    pub async fn health(&self) -> HealthDocument {
        let target = &self.rules.target;
        let mut health = HealthDocument {
            status: Health::Up,
            engine: target.engine().as_str(),
            server_version: None,
            target: target.identity(),
            parts: Vec::new(),
        };
        let absent = Absent::before(target);
        match engine::connect(target, &self.rules.timeouts).await {
            Err(error) => {
                let problem = Some(error.to_string());
                health.parts = vec![PartDocument::new("database", problem, Health::Down)];
            }
            Ok(mut session) => {
                health.server_version = Some(session.server().version_text.clone());
                health.parts = self.parts(&mut session).await;
                session.close().await;
            }
        }
        absent.restore();
        let problem = unwritable(&self.rules.backup.directory);
        let backups = PartDocument::new("backups", problem, Health::Degraded);
        health.parts.push(backups);
        let statuses = health.parts.iter().map(|part| part.status);
        health.status = statuses.max().unwrap_or(Health::Up);
        health
    }

    async fn parts(&self, session: &mut Session) -> Vec<PartDocument> {
        let catalog = session.read(&self.rules.scope).await.err();
        let history = session.has_ledger().await.err();
        let moment = Moment::now();
        let scratch = match session.scratch(&moment.token, moment.now).await {
            Ok(scratch) => session.discard(scratch).await.err(),
            Err(error) => Some(error),
        };
        let text = |error: Option<engine::EngineError>| error.map(|error| error.to_string());
        vec![
            PartDocument::new("database", None, Health::Down),
            PartDocument::new("catalog", text(catalog), Health::Down),
            PartDocument::new("history", text(history), Health::Down),
            PartDocument::new("scratch", text(scratch), Health::Down),
        ]
    }
}

/// Why no file can be made in a folder, or in the nearest one above it that is there.
fn unwritable(folder: &Path) -> Option<String> {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let there = absolute.ancestors().find(|folder| folder.exists())?;
    let probe = there.join(format!(".driftless-{}", std::process::id()));
    let made = std::fs::write(&probe, b"").and_then(|()| std::fs::remove_file(&probe));
    made.err().map(|error| {
        format!(
            "no file can be written in {}: {error}; name another folder for backups",
            there.display()
        )
    })
}
