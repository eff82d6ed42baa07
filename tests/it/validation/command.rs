//! `driftless validate` as a pipeline uses it.

use super::desk::{Desk, ENGINES};
use std::process::{Command, Output};

fn driftless(desk: &Desk, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_driftless"))
        .args(args)
        .env("DATABASE_URL", &desk.database.url)
        .current_dir(desk.path())
        .output()
        .unwrap()
}

#[tokio::test]
async fn the_exit_code_says_whether_the_plan_may_run() {
    for engine in ENGINES {
        let desk = Desk::new(engine).await;
        desk.run(
            "CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int); INSERT INTO t VALUES (1, 1)",
        )
        .await;
        let write = |text: &str| std::fs::write(desk.path().join("t.sql"), text).unwrap();
        write("CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int, b int);");
        for command in [
            &["validate", "-f", "t.sql"][..],
            &["apply", "--validate-only", "-f", "t.sql"],
        ] {
            let output = driftless(&desk, command);
            let text = String::from_utf8_lossy(&output.stdout);
            assert_eq!(output.status.code(), Some(0), "{engine}: {text}");
            assert!(text.starts_with("valid: plan sha256:"), "{engine}: {text}");
        }
        write("CREATE TABLE t (id int NOT NULL PRIMARY KEY, a int NOT NULL, b int NOT NULL);");
        let output = driftless(&desk, &["validate", "-f", "t.sql"]);
        let text = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(3), "{engine}: {text}");
        assert!(
            text.contains("stops") && text.contains("notnull.nulls"),
            "{text}"
        );
        assert!(text.contains("instead: "), "{text}");
        desk.database.drop().await;
    }
}
