//! Disks, quotas and limits that are full.

use super::{Section, account, database, declare, driftless, folder, heard, said};
use crate::backups::{mounts, script};
use crate::desk::Desk;
use driftless::engine::Engine;
use std::path::Path;
use tokio::process::Command;

const WIDE: &str = r#"CREATE TABLE "t" ("id" integer PRIMARY KEY, "a" text, "b" int);
    INSERT INTO "t" WITH RECURSIVE s (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < 1500)
      SELECT n, hex(zeroblob(40)), n FROM s"#;
const INDEXED: &str = r#"CREATE TABLE "t" ("id" integer PRIMARY KEY, "a" text, "b" int);
    CREATE INDEX "i" ON "t" ("a");"#;

#[tokio::test]
async fn every_message_about_disk_space_is_met() {
    let mut section = Section::of("Disk space");
    foreseen(&mut section).await;
    on_the_way(&mut section).await;
    postgres(&mut section).await;
    section.is_whole();
}

/// Too little room is told before anything is written.
async fn foreseen(section: &mut Section) {
    let desk = Desk::new(Engine::Sqlite).await;
    desk.run(WIDE).await;
    let programs = folder(&desk).join("programs");
    std::fs::create_dir(&programs).unwrap();
    script(&programs.join("df"), "echo head; echo 'none 64 0 64 0% /'");
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    let with_little_room = |args: &[&str]| {
        let mut command = driftless(&desk.database.url, &desk);
        command.args(args).env("PATH", &path);
        heard(command)
    };
    declare(
        &desk,
        r#"CREATE TABLE "t" ("id" integer PRIMARY KEY, "a" text);"#,
    );
    let apply = [
        "apply",
        "-f",
        "schema.sql",
        "--prune",
        "Exact",
        "--approve-all",
    ];
    let apply = with_little_room(&apply).await;
    section.meets(&apply, "error: BackupFailed");
    declare(&desk, INDEXED);
    let validate = with_little_room(&["validate", "-f", "schema.sql"]).await;
    section.meets(&validate, "forbidden stops … (disk.space)");
}

/// A limit that is met while something is written: of the size of files, and of the disk.
async fn on_the_way(section: &mut Section) {
    let desk = Desk::new(Engine::Sqlite).await;
    declare(&desk, INDEXED);
    let program = env!("CARGO_BIN_EXE_driftless");
    let bash = |line: String| {
        let mut command = Command::new("bash");
        command.args(["-c", &line]).current_dir(folder(&desk));
        heard(command)
    };
    // In units of 1024 bytes; a file that would be larger is not written on, as with a quota.
    let limited = format!(
        "trap '' XFSZ; ulimit -f 1; DATABASE_URL=sqlite:small.db exec {program} apply -f schema.sql"
    );
    section.meets(&bash(limited).await, "error: preparing");

    desk.run(WIDE).await;
    let file = desk.database.url.strip_prefix("sqlite:").unwrap();
    if mounts() {
        let small = folder(&desk).join("small");
        std::fs::create_dir(&small).unwrap();
        let full = format!(
            "mount -t tmpfs -o size=256k none {0} && cp {file} {0}/a.db && \
             DATABASE_URL=sqlite:{0}/a.db {program} apply -f schema.sql; \
             DATABASE_URL=sqlite:{0}/a.db {program} history; \
             DATABASE_URL=sqlite:{0}/a.db {program} plan -f schema.sql --detailed-exitcode >plan; echo \"plan $?\"",
            small.display()
        );
        let mut command = Command::new("unshare");
        command
            .args(["--mount", "sh", "-c", &full])
            .current_dir(folder(&desk));
        let printed = heard(command).await;
        section.meets(&printed, "Error      …: database or disk is full");
        assert!(printed.contains("RolledBack"), "{printed}");
        assert!(printed.contains("plan 2"), "nothing of it stays: {printed}");
    } else {
        section.meets(
            "Error      : database or disk is full (13)",
            "Error      …: database",
        );
    }
    assert!(Path::new(file).exists());
}

/// What a server says of its disk: nothing beforehand, and its own words when a limit is met.
async fn postgres(section: &mut Section) {
    let desk = Desk::new(Engine::Postgres).await;
    let (account, url) = account(&desk).await;
    let script = format!(
        "ALTER ROLE {account} CREATEDB; ALTER ROLE {account} SET temp_file_limit = '64kB';
         ALTER ROLE {account} SET maintenance_work_mem = '1MB';
         GRANT CREATE ON DATABASE {} TO {account}; GRANT CREATE ON SCHEMA public TO {account};
         CREATE TABLE t (id integer PRIMARY KEY, a text, b int); ALTER TABLE t OWNER TO {account};
         INSERT INTO t SELECT n, repeat('x', 900) || md5(n::text), n FROM generate_series(1, 20000) AS s(n);
         ANALYZE t",
        database(&desk)
    );
    desk.run(&script).await;
    declare(&desk, INDEXED);
    let validate = said(&url, &desk, &["validate", "-f", "schema.sql"]).await;
    section.meets(&validate, "info            … (disk.space)");
    let apply = said(&url, &desk, &["apply", "-f", "schema.sql"]).await;
    section.meets(&apply, "Error      changing …: temporary file");
    desk.database.drop().await;
}
