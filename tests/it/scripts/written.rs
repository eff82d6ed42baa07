//! Scripts in `tests/scripts/<engine>`, one way of writing a schema each.
//!
//! What the engine's own client loads into an empty database is taken, and leaves nothing to do there;
//! or it is refused, and a first line `-- refused: TEXT` says with which words.

use super::{Answer, client, declared, has_place};
use crate::invariants::Lab;
use driftless::engine::{Engine, Grants};
use std::path::Path;

/// Fewer would mean that the folder is not found.
const FEWEST: usize = 5;

/// The scripts of an engine's folder, and those for the whole MySQL family.
fn scripts(engine: Engine) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scripts");
    let folders: &[&str] = match engine {
        Engine::Postgres => &["postgres"],
        Engine::Mysql => &["family", "mysql"],
        Engine::Mariadb => &["family", "mariadb"],
        Engine::Sqlite => &["sqlite"],
    };
    let mut scripts = Vec::new();
    for folder in folders {
        let Ok(files) = std::fs::read_dir(root.join(folder)) else {
            continue;
        };
        for file in files {
            let path = file.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            scripts.push((
                format!("{folder}/{name}"),
                std::fs::read_to_string(&path).unwrap(),
            ));
        }
    }
    scripts.sort();
    scripts
}

async fn one(lab: &Lab, script: &str) -> Result<(), String> {
    let expected = script
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("-- refused: "));
    let world = lab.empty().await?;
    let answer = async {
        client::load(&world, script)
            .await
            .map_err(|error| format!("the client: {error}"))?;
        let grants = if script.contains("\nGRANT ") {
            Grants::Managed
        } else {
            Grants::Ignored
        };
        declared(&world, script, grants).await
    };
    let answer = answer.await;
    lab.discard(vec![world]).await?;
    match (answer?, expected) {
        (Answer::Empty, None) => Ok(()),
        (Answer::Refused(text), Some(words)) if text.contains(words) && has_place(&text) => Ok(()),
        (answer, _) => Err(format!("answered {answer:?}")),
    }
}

async fn all_on(engine: Engine) {
    let lab = Lab::open(engine).await.unwrap();
    let scripts = scripts(engine);
    assert!(
        scripts.len() >= FEWEST,
        "{engine}: only {} scripts",
        scripts.len()
    );
    let mut failed = Vec::new();
    for (name, script) in &scripts {
        failed.extend(
            one(&lab, script)
                .await
                .err()
                .map(|error| format!("{name}: {error}")),
        );
    }
    lab.close().await.unwrap();
    assert!(failed.is_empty(), "on {engine}:\n\n{}", failed.join("\n\n"));
}

crate::sweep::on_each_engine!(all_on);
