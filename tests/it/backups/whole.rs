//! What comes back is what was there.

use super::{Desk, ENGINES, SERVERS, fingerprint, lines};
use driftless::backup::{BackupScope, Form, Into, Preference, Structure, Tools, list};
use driftless::engine::Engine;

const fn form_of(engine: Engine) -> Form {
    match engine {
        Engine::Postgres => Form::Archive,
        Engine::Mysql | Engine::Mariadb => Form::Script,
        Engine::Sqlite => Form::File,
    }
}

#[tokio::test]
async fn a_whole_database_comes_back_row_by_row() {
    for engine in ENGINES {
        let desk = Desk::full(engine).await;
        let rows = desk.rows(&desk.database.url).await;
        assert_eq!(rows.len(), 6, "{engine}");
        let taken = desk.whole().await;
        let manifest = &taken.manifest;
        assert_eq!(manifest.form, form_of(engine), "{engine}");
        assert_eq!(manifest.scope, BackupScope::Database, "{engine}");
        let counts: Vec<u64> = manifest.tables.iter().map(|counted| counted.rows).collect();
        assert_eq!(counts, [3, 3], "{engine}");
        assert_eq!(manifest.fingerprint, fingerprint(&desk.database.url).await);

        let name = desk.new_name();
        let restored = desk
            .restore(&taken, &Into::New(name.clone()))
            .await
            .unwrap();
        let url = desk.url_of(&name);
        assert_eq!(desk.rows(&url).await, rows, "{engine}");
        assert_eq!(fingerprint(&url).await, manifest.fingerprint, "{engine}");
        assert_eq!(restored.structure, Structure::Same, "{engine}");

        // It goes on from there: the trigger is back, counters are past the rows.
        let insert = "INSERT INTO child (parent, stamp) VALUES (7, 'new')";
        let insert = match engine {
            Engine::Postgres => format!("{insert} RETURNING stamp"),
            _ => insert.to_owned(),
        };
        lines(engine, &url, &insert).await;
        let stamps = lines(
            engine,
            &url,
            "SELECT stamp FROM child WHERE stamp LIKE 'new%'",
        )
        .await;
        assert_eq!(stamps, ["new; touched"], "{engine}");

        let listed = list(&desk.backups()).unwrap();
        assert_eq!(listed.len(), 1, "{engine}");
        assert_eq!(listed[0].manifest, *manifest, "{engine}");
        desk.forget(&name).await;
        desk.database.drop().await;
    }
}

/// Two tables that refer to each other, by the engine's program and without it.
#[tokio::test]
async fn affected_tables_come_back_in_both_forms() {
    for engine in SERVERS {
        for (preference, form) in [
            (Preference::Tool, form_of(engine)),
            (Preference::Rows, Form::Rows),
        ] {
            let desk = Desk::full(engine).await;
            let rows = desk.rows(&desk.database.url).await;
            let tools = Tools::from_environment();
            let tables = ["parent", "child"];
            let taken = desk
                .take(BackupScope::Affected, preference, &tables, &tools)
                .await
                .unwrap();
            assert_eq!(taken.manifest.form, form, "{engine}");
            let name = desk.new_name();
            let restored = desk
                .restore(&taken, &Into::New(name.clone()))
                .await
                .unwrap();
            let url = desk.url_of(&name);
            assert_eq!(desk.rows(&url).await, rows, "{engine} {form:?}");
            assert_eq!(restored.structure, Structure::Partial, "{engine}");
            let orphan = "INSERT INTO child (parent, stamp) VALUES (12345, 'x')";
            let failed = crate::cases::database::execute(engine, &url, orphan).await;
            assert!(
                failed.is_err(),
                "{engine} {form:?}: the foreign key is back"
            );
            desk.forget(&name).await;
            desk.database.drop().await;
        }
    }
}

/// The parent is not copied, so its key is left out and said to be.
#[tokio::test]
async fn a_child_comes_back_without_its_parent() {
    for engine in SERVERS {
        for preference in [Preference::Tool, Preference::Rows] {
            let desk = Desk::full(engine).await;
            let children = desk.children(&desk.database.url).await;
            let tools = Tools::from_environment();
            let taken = desk
                .take(BackupScope::Affected, preference, &["child"], &tools)
                .await
                .unwrap();
            let text = serde_json::to_string(&taken.manifest).unwrap();
            assert!(
                !text.contains("orphan by choice"),
                "no values in a manifest"
            );
            let name = desk.new_name();
            desk.restore(&taken, &Into::New(name.clone()))
                .await
                .unwrap();
            let url = desk.url_of(&name);
            assert_eq!(
                desk.children(&url).await,
                children,
                "{engine} {preference:?}"
            );
            desk.forget(&name).await;
            desk.database.drop().await;
        }
    }
}
