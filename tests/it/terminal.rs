//! What the program writes to a terminal and to what is none: readers that leave early, colours,
//! log lines.

use std::path::Path;
use std::process::{Command, Output};

/// Runs a line of bash in a folder, with the program on `PATH`.
fn bash(folder: &Path, line: &str) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_driftless"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(program.parent().unwrap().to_owned());
    let path = std::env::join_paths(folders.chain(std::env::split_paths(&path))).unwrap();
    Command::new("bash")
        .args(["-c", line])
        .env("PATH", path)
        .env("DATABASE_URL", "sqlite:notes.db")
        .env_remove("RUST_LOG")
        .env_remove("MIGRATION_DEBUG")
        .current_dir(folder)
        .output()
        .unwrap()
}

fn errors(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A folder with a declaration whose plan is longer than a pipe holds.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let tables: Vec<String> = (0..400)
        .map(|n| format!("CREATE TABLE notes_{n} (id integer PRIMARY KEY, text text NOT NULL);\n"))
        .collect();
    std::fs::write(folder.path().join("many.sql"), tables.concat()).unwrap();
    std::fs::write(
        folder.path().join("one.sql"),
        "CREATE TABLE notes (id integer PRIMARY KEY);",
    )
    .unwrap();
    folder
}

#[test]
fn a_reader_may_leave_early() {
    let folder = folder();
    for command in [
        "plan -f many.sql",
        "plan -f many.sql -o json",
        "apply -f many.sql --dry-run",
        "crd",
        "openapi",
        "--help",
    ] {
        let line = format!("driftless {command} | head -n 1; exit ${{PIPESTATUS[0]}}");
        let output = bash(folder.path(), &line);
        let said = errors(&output);
        assert_eq!(output.status.code(), Some(0), "{command}: {said}");
        assert!(!said.contains("panicked"), "{command}: {said}");
        assert!(!output.stdout.is_empty(), "{command}");
    }
    // Nobody reads at all, not even what went wrong.
    for command in [
        "plan -f many.sql",
        "plan -f nowhere.sql",
        "plan -f /dev/null --url oracle:x",
    ] {
        let line = format!("driftless {command} 2>&1 | true; exit ${{PIPESTATUS[0]}}");
        let code = bash(folder.path(), &line).status.code();
        assert!(matches!(code, Some(0 | 1)), "{command}: {code:?}");
        let line = format!("driftless {command} >&- 2>&-");
        let code = bash(folder.path(), &line).status.code();
        assert!(matches!(code, Some(0 | 1)), "{command}: {code:?}");
    }
}

/// The lines of the log without their times and numbers, which differ from run to run.
fn shape(log: &str) -> Vec<String> {
    let words = |line: &str| -> String {
        line.split_whitespace()
            .skip(1)
            .filter(|word| !word.starts_with("ms=") && !word.starts_with("duration"))
            .collect::<Vec<_>>()
            .join(" ")
    };
    log.lines().map(words).collect()
}

#[test]
fn migration_debug_is_short_for_a_filter() {
    let folder = folder();
    let said = |environment: &str| {
        let line = format!("{environment} driftless plan -f one.sql");
        let output = bash(folder.path(), &line);
        assert_eq!(output.status.code(), Some(0), "{}", errors(&output));
        errors(&output)
    };
    assert_eq!(said(""), "", "without it nothing is said");
    let short = said("MIGRATION_DEBUG=true");
    let long = said("RUST_LOG=driftless=debug");
    assert_eq!(shape(&short), shape(&long));
    assert!(short.lines().count() >= 5, "{short}");
    for line in short.lines() {
        assert!(line.contains(" DEBUG driftless::"), "{line}");
    }
    for step in [
        "connected",
        "catalog was read",
        "loaded into scratch",
        "replayed in scratch",
    ] {
        assert!(short.contains(step), "{step}: {short}");
    }
    // Whatever else is set, and nothing else than this word.
    assert_eq!(
        shape(&said("RUST_LOG=error MIGRATION_DEBUG=true")),
        shape(&long)
    );
    assert_eq!(said("MIGRATION_DEBUG=false"), "");
}

#[test]
fn log_lines_are_coloured_on_a_terminal_alone() {
    let folder = folder();
    let plain = bash(
        folder.path(),
        "MIGRATION_DEBUG=true driftless plan -f one.sql",
    );
    assert!(!errors(&plain).is_empty());
    assert!(!errors(&plain).contains('\u{1b}'), "{}", errors(&plain));
    // `script` gives its command a terminal.
    let on_terminal = |environment: &str| {
        let line = format!(
            "{environment} MIGRATION_DEBUG=true script -qec 'driftless plan -f one.sql' /dev/null"
        );
        let output = bash(folder.path(), &line);
        assert!(output.status.success(), "{}", errors(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let coloured = on_terminal("env -u NO_COLOR");
    assert!(coloured.contains("\u{1b}["), "{coloured}");
    let asked = on_terminal("NO_COLOR=1");
    assert!(
        asked.contains("DEBUG") && !asked.contains("\u{1b}["),
        "{asked}"
    );
}
