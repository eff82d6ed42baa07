//! Accounts that may not.

use super::{SERVERS, Section, account, database, declare, driftless, folder, heard, said};
use crate::desk::Desk;
use driftless::engine::Engine;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

const TABLE: &str = r#"CREATE TABLE "t" ("id" int NOT NULL PRIMARY KEY);"#;

#[tokio::test]
async fn every_message_about_permissions_is_met() {
    let mut section = Section::of("Permission errors");
    for engine in SERVERS {
        let desk = Desk::new(engine).await;
        declare(&desk, TABLE);
        let (account, url) = account(&desk).await;
        if engine != Engine::Postgres {
            let grant = format!("GRANT SELECT ON `{}`.* TO {account}", database(&desk));
            desk.database.run(&grant).await.unwrap();
        }
        let plan = ["plan", "-f", "schema.sql"];
        let wrong = url.replace("well-kept", "guessed");
        let refused = said(&wrong, &desk, &plan).await;
        section.meets(&refused, "error: connecting to");
        assert!(!refused.contains("guessed"), "{refused}");
        section.meets(&said(&url, &desk, &plan).await, "error: ScratchUnavailable");
        let grant = if engine == Engine::Postgres {
            format!("ALTER ROLE {account} CREATEDB")
        } else {
            format!("GRANT ALL ON `driftless\\_scratch\\_%`.* TO {account}")
        };
        desk.database.run(&grant).await.unwrap();
        let apply = said(&url, &desk, &["apply", "-f", "schema.sql"]).await;
        section.meets(&apply, "error: preparing");
        let validate = said(&url, &desk, &["validate", "-f", "schema.sql"]).await;
        section.meets(&validate, "forbidden stops");
        section.meets(&validate, "                instead: GRANT");
        desk.database.drop().await;
    }

    let desk = Desk::new(Engine::Sqlite).await;
    declare(&desk, TABLE);
    desk.run(r#"CREATE TABLE "u" ("id" int)"#).await;
    let file = desk
        .database
        .url
        .strip_prefix("sqlite:")
        .unwrap()
        .to_owned();
    let above = Path::new(&file).parent().unwrap();
    for (path, mode) in [
        (Path::new(&file), 0o444),
        (above, 0o777),
        (&folder(&desk), 0o755),
    ] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    }
    let as_nobody = |args: &[&str]| {
        let mut command = driftless(&desk.database.url, &desk);
        command.args(args);
        // Whoever runs as root may write everything.
        if is_root() {
            command.uid(65_534).gid(65_534);
        }
        heard(command)
    };
    let apply = as_nobody(&["apply", "-f", "schema.sql"]).await;
    section.meets(&apply, "error: preparing");
    let validate = as_nobody(&["validate", "-f", "schema.sql"]).await;
    section.meets(&validate, "                instead: let");
    section.is_whole();
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").unwrap().uid() == 0
}
