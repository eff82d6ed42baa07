//! What is no good is refused, and nothing is changed by it.

use super::desk::{script, which};
use super::{Desk, ENGINES, SERVERS, fingerprint};
use driftless::backup::{BackupError, BackupScope, Form, Into, Preference, Taken, Tools, list};
use driftless::engine::{Catalog as _, Engine, Ledger};

/// The largest file of a backup that is no manifest.
fn largest(taken: &Taken) -> std::path::PathBuf {
    let files = taken.manifest.files.iter();
    taken
        .folder
        .join(&files.max_by_key(|file| file.bytes).unwrap().file)
}

/// Restores it where nothing is and expects a "no" that leaves nothing there.
async fn refused(desk: &Desk, taken: &Taken) -> BackupError {
    let name = desk.new_name();
    let error = desk
        .restore(taken, &Into::New(name.clone()))
        .await
        .unwrap_err();
    assert!(!desk.has(&name).await, "{}: {error}", desk.engine);
    error
}

#[tokio::test]
async fn a_damaged_backup_is_not_restored() {
    for engine in ENGINES {
        let desk = Desk::full(engine).await;
        let taken = desk.whole().await;
        let path = largest(&taken);
        let sound = std::fs::read(&path).unwrap();
        let mut flipped = sound.clone();
        let middle = flipped.len() / 2;
        flipped[middle] ^= 1;
        for damaged in [flipped, sound[..sound.len() - 1].to_vec()] {
            std::fs::write(&path, damaged).unwrap();
            let error = refused(&desk, &taken).await;
            assert!(
                matches!(error, BackupError::Unverified { .. }),
                "{engine}: {error}"
            );
        }
        std::fs::remove_file(&path).unwrap();
        let error = refused(&desk, &taken).await;
        assert!(
            matches!(error, BackupError::Unverified { .. }),
            "{engine}: {error}"
        );
        assert!(list(&desk.backups()).unwrap().is_empty(), "{engine}");
        std::fs::write(&path, sound).unwrap();

        let manifest = taken.folder.join("manifest.json");
        let text = std::fs::read_to_string(&manifest).unwrap();
        for wrong in [
            text.replacen("\"version\": 2", "\"version\": 99", 1),
            text.replacen("\"file\": \"", "\"file\": \"../", 1),
            text[..text.len() / 2].to_owned(),
        ] {
            assert_ne!(wrong, text);
            std::fs::write(&manifest, wrong).unwrap();
            let error = refused(&desk, &taken).await;
            assert!(
                matches!(error, BackupError::NoBackup { .. }),
                "{engine}: {error}"
            );
        }
        std::fs::remove_file(&manifest).unwrap();
        let error = refused(&desk, &taken).await;
        assert!(
            matches!(error, BackupError::NoBackup { .. }),
            "{engine}: {error}"
        );
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn what_exists_is_not_restored_into() {
    for engine in ENGINES {
        let desk = Desk::full(engine).await;
        let taken = desk.whole().await;
        let rows = desk.rows(&desk.database.url).await;
        let name = match &desk.database.target() {
            driftless::engine::Target::Server(server) => server.database.clone(),
            driftless::engine::Target::File(path) => {
                path.as_ref().unwrap().to_string_lossy().into_owned()
            }
        };
        let error = desk.restore(&taken, &Into::New(name)).await.unwrap_err();
        assert!(matches!(error, BackupError::Exists(_)), "{engine}: {error}");
        let confirmed = "another".to_owned();
        let error = desk
            .restore(&taken, &Into::Place { confirmed })
            .await
            .unwrap_err();
        assert!(
            matches!(error, BackupError::Refused(_)),
            "{engine}: {error}"
        );
        assert_eq!(desk.rows(&desk.database.url).await, rows, "{engine}");
        assert_eq!(list(&desk.backups()).unwrap().len(), 1, "{engine}");
        desk.database.drop().await;
    }
}

/// Without its program a whole database is refused by its name; tables are copied all the same.
#[tokio::test]
async fn a_missing_program_is_named() {
    for engine in SERVERS {
        let desk = Desk::full(engine).await;
        let none = Tools::in_folder(desk.folder.path());
        let error = desk
            .take(BackupScope::Database, Preference::Best, &[], &none)
            .await
            .unwrap_err();
        let BackupError::ToolMissing { tool, package, .. } = &error else {
            panic!("{engine}: {error}");
        };
        let expected = match engine {
            Engine::Mariadb => "mariadb-dump",
            Engine::Mysql => "mysqldump",
            Engine::Postgres | Engine::Sqlite => "pg_restore",
        };
        assert_eq!(tool, expected);
        assert!(package.contains("client"), "{error}");
        assert!(list(&desk.backups()).unwrap().is_empty());
        let error = desk
            .take(BackupScope::Affected, Preference::Tool, &["child"], &none)
            .await
            .unwrap_err();
        assert!(matches!(error, BackupError::ToolMissing { .. }), "{engine}");
        let taken = desk
            .take(BackupScope::Affected, Preference::Best, &["child"], &none)
            .await
            .unwrap();
        assert_eq!(taken.manifest.form, Form::Rows, "{engine}");
        desk.database.drop().await;
    }
}

/// A program that fails: tables are copied without it, a whole database is not, and what it had
/// written is gone.
#[tokio::test]
async fn a_failing_program_leaves_nothing_behind() {
    for engine in SERVERS {
        let desk = Desk::full(engine).await;
        let tools = desk.folder.path().join("tools");
        std::fs::create_dir(&tools).unwrap();
        let (major, minor, _) = desk.session().await.server().version;
        let (names, version): (&[&str], String) = match engine {
            Engine::Postgres => (
                &["pg_dump", "pg_restore"],
                format!("pg_dump (PostgreSQL) {major}.{minor}"),
            ),
            Engine::Mysql => (&["mysqldump"], "mysqldump  Ver 99.0.0 for Linux".into()),
            _ => (
                &["mariadb-dump"],
                "mariadb-dump from 99.0.0-MariaDB, client 10.19".into(),
            ),
        };
        for name in names {
            script(
                &tools.join(name),
                &format!(
                    "[ \"$1\" = --version ] && echo '{version}' && exit\necho half\necho 'it broke' >&2\nexit 3"
                ),
            );
        }
        let tools = Tools::in_folder(tools);
        let error = desk
            .take(BackupScope::Database, Preference::Best, &[], &tools)
            .await
            .unwrap_err();
        let BackupError::ToolFailed { said, .. } = &error else {
            panic!("{engine}: {error}");
        };
        assert_eq!(said, "it broke");
        assert_eq!(std::fs::read_dir(desk.backups()).unwrap().count(), 0);
        let taken = desk
            .take(BackupScope::Affected, Preference::Best, &["child"], &tools)
            .await
            .unwrap();
        assert_eq!(taken.manifest.form, Form::Rows, "{engine}");
        desk.database.drop().await;
    }
}

/// Passwords go neither through arguments nor through the environment.
#[tokio::test]
async fn programs_are_given_passwords_in_a_file_of_their_own() {
    for engine in SERVERS {
        let desk = Desk::full(engine).await;
        let tools = desk.folder.path().join("tools");
        std::fs::create_dir(&tools).unwrap();
        let seen = desk.folder.path().join("seen");
        let names: &[&str] = match engine {
            Engine::Postgres => &["pg_dump", "pg_restore"],
            Engine::Mysql => &["mysqldump"],
            _ => &["mariadb-dump"],
        };
        for name in names {
            let real = which(name);
            script(
                &tools.join(name),
                &format!(
                    "{{ echo \"$@\"; env; }} >> {}\nexec {} \"$@\"",
                    seen.display(),
                    real.display()
                ),
            );
        }
        let tools = Tools::in_folder(tools);
        desk.take(BackupScope::Database, Preference::Best, &[], &tools)
            .await
            .unwrap();
        let seen = std::fs::read_to_string(seen).unwrap();
        let url = url::Url::parse(&desk.database.url).unwrap();
        assert!(seen.contains("--version"), "{engine}: {seen}");
        assert!(!seen.contains(url.password().unwrap()), "{engine}");
        desk.database.drop().await;
    }
}

#[tokio::test]
async fn a_table_that_is_not_there_is_named() {
    for engine in ENGINES {
        let desk = Desk::full(engine).await;
        let tools = Tools::from_environment();
        let error = desk
            .take(BackupScope::Affected, Preference::Best, &["chidl"], &tools)
            .await
            .unwrap_err();
        assert!(error.to_string().contains("chidl"), "{engine}: {error}");
        assert!(!desk.backups().exists(), "{engine}");
        desk.database.drop().await;
    }
}

/// Into place: rows of now make way for those of then, and can be had back; history stays.
#[tokio::test]
async fn into_place_keeps_history_and_a_copy() {
    for engine in ENGINES {
        let desk = Desk::full(engine).await;
        let record = |id: &str| driftless::engine::ExecutionRecord {
            execution_id: id.to_owned(),
            plan_summary: "{}".to_owned(),
            state: "Succeeded".to_owned(),
            created_at: "2026-01-02T03:04:05Z".to_owned(),
            ..driftless::engine::ExecutionRecord::default()
        };
        let mut session = desk.session().await;
        session.ensure_ledger().await.unwrap();
        session.open_execution(&record("before")).await.unwrap();
        session.close().await;
        let rows = desk.rows(&desk.database.url).await;
        let print = fingerprint(&desk.database.url).await;
        let taken = desk.whole().await;

        let mut session = desk.session().await;
        session.open_execution(&record("after")).await.unwrap();
        session.close().await;
        desk.database.run("DELETE FROM child").await.unwrap();
        desk.database.run("DROP VIEW both_of_them").await.unwrap();
        desk.database
            .run("ALTER TABLE parent DROP COLUMN nought")
            .await
            .unwrap();
        let confirmed = match &desk.database.target() {
            driftless::engine::Target::Server(server) => server.database.clone(),
            driftless::engine::Target::File(path) => {
                let name = path.as_ref().unwrap().file_name().unwrap();
                name.to_string_lossy().into_owned()
            }
        };
        let restored = desk
            .restore(&taken, &Into::Place { confirmed })
            .await
            .unwrap();
        assert_eq!(desk.rows(&desk.database.url).await, rows, "{engine}");
        assert_eq!(fingerprint(&desk.database.url).await, print, "{engine}");
        let saved = restored.saved.unwrap();
        assert!(
            list(&desk.backups())
                .unwrap()
                .iter()
                .any(|l| l.folder == saved),
            "{engine}"
        );
        let mut session = desk.session().await;
        let history = session.executions(10, None).await.unwrap();
        session.close().await;
        let ids: Vec<&str> = history.iter().map(|r| r.execution_id.as_str()).collect();
        assert_eq!(ids, ["after", "before"], "{engine}");
        desk.database.drop().await;
    }
}
