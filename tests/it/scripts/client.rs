//! The engine's own programs: what loads a script, and what dumps a database.

use crate::invariants::World;
use driftless::engine::Engine;
use std::path::PathBuf;
use std::process::Stdio;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

/// A program out of the folder that the tests' environment names.
fn program(variable: &str, name: &str) -> PathBuf {
    let folder = std::env::var(variable)
        .unwrap_or_else(|_| panic!("{variable} is not set; run the tests through `make test`"));
    PathBuf::from(folder).join(name)
}

/// A program of the MySQL family, told where the database is.
fn family(world: &World, tool: &str) -> Command {
    let (variable, name) = match (world.engine, tool) {
        (Engine::Mariadb, "dump") => ("DRIFTLESS_TEST_MARIADB_BIN", "mariadb-dump"),
        (Engine::Mariadb, _) => ("DRIFTLESS_TEST_MARIADB_BIN", "mariadb"),
        (_, "dump") => ("DRIFTLESS_TEST_MYSQL_BIN", "mysqldump"),
        _ => ("DRIFTLESS_TEST_MYSQL_BIN", "mysql"),
    };
    let url = url::Url::parse(&world.url).unwrap();
    let mut command = Command::new(program(variable, name));
    command
        .args([
            "--no-defaults",
            "--protocol=TCP",
            "--default-character-set=utf8mb4",
        ])
        .args(["--host", url.host_str().unwrap_or_default()])
        .args(["--port", &url.port().unwrap_or(3306).to_string()])
        .args(["--user", url.username()])
        .env("MYSQL_PWD", url.password().unwrap_or_default());
    command
}

/// Loads a script as a person would, with the engine's own client; the error is what it said first.
pub(super) async fn load(world: &World, script: &str) -> Result<(), String> {
    let mut command = match world.engine {
        Engine::Postgres => {
            let mut psql = Command::new(program("DRIFTLESS_TEST_POSTGRES_BIN", "psql"));
            psql.args([
                "-qXAt",
                "-v",
                "ON_ERROR_STOP=1",
                "-f",
                "-",
                "--dbname",
                &world.url,
            ]);
            psql
        }
        Engine::Mysql | Engine::Mariadb => {
            let mut client = family(world, "client");
            // MariaDB's strips comments out of bodies otherwise.
            client.arg("--comments").arg(&world.name);
            client
        }
        // The library is the program.
        Engine::Sqlite => return world.load(script).await,
    };
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| error.to_string())?;
    let mut input = child.stdin.take().ok_or("the client has no input")?;
    // A client that has stopped at an error reads no further.
    let _ = input.write_all(script.as_bytes()).await;
    drop(input);
    let output = child
        .wait_with_output()
        .await
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    Err(String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The structure of a database, as the engine's own tool writes it to be loaded elsewhere.
pub(super) async fn dump(world: &World) -> Result<String, String> {
    let mut command = match world.engine {
        Engine::Postgres => {
            let mut tool = Command::new(program("DRIFTLESS_TEST_POSTGRES_BIN", "pg_dump"));
            // What the tests plant is no part of what is declared.
            tool.args([
                "--schema-only",
                "--exclude-schema",
                "elsewhere",
                "--dbname",
                &world.url,
            ]);
            tool
        }
        Engine::Mysql | Engine::Mariadb => {
            let mut tool = family(world, "dump");
            tool.args([
                "--no-data",
                "--routines",
                "--events",
                "--triggers",
                "--skip-add-drop-table",
            ]);
            if world.engine == Engine::Mysql {
                tool.args([
                    "--set-gtid-purged=OFF",
                    "--no-tablespaces",
                    "--skip-column-statistics",
                ]);
            }
            tool.arg(&world.name);
            tool
        }
        Engine::Sqlite => return world.script().await,
    };
    let output = command.output().await.map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}
