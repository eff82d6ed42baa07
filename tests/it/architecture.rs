//! The rules of the house that the compiler does not check: who may import whom, which rooms may
//! touch a database, a cluster, a socket or the terminal. A failure names file and line.

mod source;

use source::{Path, Token, paths, tokens};
use std::path::Path as File;

/// Which of the crate's rooms may name something from outside.
struct Reserved {
    /// What is reserved, for the message.
    what: &'static str,
    /// Whether a path names it.
    names: fn(&[String]) -> bool,
    /// Whether a file under `src` may.
    allowed: fn(&str) -> bool,
}

const RESERVED: [Reserved; 4] = [
    Reserved {
        what: "sqlx belongs to src/engine/*/link.rs",
        names: |path| path[0] == "sqlx",
        allowed: |file| {
            let parts: Vec<&str> = file.split('/').collect();
            matches!(
                parts[..],
                ["engine", _, "link.rs"] | ["engine", _, "link", ..]
            )
        },
    },
    Reserved {
        what: "the Kubernetes client belongs to controller, http and cli",
        names: is_kube_client,
        allowed: |file| ["controller", "http", "cli"].contains(&room(file)),
    },
    Reserved {
        what: "axum belongs to http",
        names: |path| path[0] == "axum",
        allowed: |file| room(file) == "http",
    },
    Reserved {
        what: "the terminal belongs to cli",
        names: |path| path.ends_with(&["io".to_owned(), "stdout".to_owned()]),
        allowed: |file| room(file) == "cli",
    },
];

/// Macros that write to the terminal.
const PRINTING: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];

/// What reads or writes a cluster, as against the derives and the plain types.
fn is_kube_client(path: &[String]) -> bool {
    const CLIENT: [&str; 7] = [
        "Api", "Client", "Config", "client", "config", "runtime", "*",
    ];
    if path[0] == "kube_runtime" || path[0] == "kube_client" {
        return true;
    }
    let second = path.get(1).map_or("", String::as_str);
    let third = path.get(2).map_or("", String::as_str);
    // `kube::core::…` and the rest of `kube::api::…` are plain types.
    path[0] == "kube" && (CLIENT.contains(&second) || (second == "api" && CLIENT.contains(&third)))
}

/// The room a file under `src` is in: its folder, or its own name at the top.
fn room(file: &str) -> &str {
    let first = file.split('/').next().unwrap_or(file);
    first.strip_suffix(".rs").unwrap_or(first)
}

/// The module path of a file under `src`, without `crate`.
fn module(file: &str) -> Vec<String> {
    let mut parts: Vec<String> = file.split('/').map(str::to_owned).collect();
    let last = parts.pop().unwrap_or_default();
    match last.trim_end_matches(".rs") {
        "mod" | "lib" | "main" => {}
        name => parts.push(name.to_owned()),
    }
    parts
}

/// The rooms in the order of `lib.rs`.
fn order(lib: &str) -> Vec<String> {
    tokens(lib)
        .windows(3)
        .filter(|w| w[0].text == "mod" && w[2].text == ";")
        .map(|w| w[1].text.clone())
        .collect()
}

/// What is wrong with one file under `src`, each with its line.
fn violations(order: &[String], file: &str, text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let paths = paths(&tokens, &module(file));
    let mut found = Vec::new();
    for path in &paths {
        let broken = import(order, file, path).into_iter().chain(
            RESERVED
                .iter()
                .filter(|rule| (rule.names)(&path.segments) && !(rule.allowed)(file))
                .map(|rule| format!("{}: {}", path.segments.join("::"), rule.what)),
        );
        found.extend(broken.map(|what| format!("src/{file}:{}: {what}", path.line)));
    }
    found.extend(printing(file, &tokens));
    found
}

/// The import rule, and that no engine's shelf leans on another's.
fn import(order: &[String], file: &str, path: &Path) -> Option<String> {
    let place = |name: &str| order.iter().position(|room| room == name);
    let [root, to, rest @ ..] = path.segments.as_slice() else {
        return None;
    };
    if root != "crate" && root != "driftless" {
        return None;
    }
    let (from, target) = (room(file), place(to)?);
    if let Some(own) = place(from)
        && target > own
    {
        return Some(format!("{from} imports from {to}, which is below it"));
    }
    let shelves = ["postgres", "mysql", "sqlite"];
    let own = module(file).get(1).cloned().unwrap_or_default();
    let other = rest.first()?;
    let crossed = from == "engine" && to == "engine" && own != *other;
    (crossed && shelves.contains(&own.as_str()) && shelves.contains(&other.as_str()))
        .then(|| format!("the shelf {own} imports from the shelf {other}"))
}

fn printing(file: &str, tokens: &[Token]) -> Vec<String> {
    if room(file) == "cli" {
        return Vec::new();
    }
    tokens
        .windows(2)
        .filter(|w| PRINTING.contains(&w[0].text.as_str()) && w[1].text == "!")
        .map(|w| format!("src/{file}:{}: {}! belongs to cli", w[0].line, w[0].text))
        .collect()
}

/// Every file under `src`, by its path below it.
fn sources() -> Vec<(String, String)> {
    let root = File::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut found) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_str().unwrap();
                found.push((name.to_owned(), std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn house() -> Vec<String> {
    let lib = File::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs");
    order(&std::fs::read_to_string(lib).unwrap())
}

#[test]
fn every_file_keeps_the_rules() {
    let (order, sources) = (house(), sources());
    assert!(sources.len() > 50, "only {} files found", sources.len());
    let found: Vec<String> = sources
        .iter()
        .flat_map(|(file, text)| violations(&order, file, text))
        .collect();
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn every_room_is_in_the_order_and_says_what_it_is() {
    let order = house();
    for (file, text) in sources() {
        let name = room(&file);
        if name == "lib" || name == "main" {
            continue;
        }
        assert!(
            order.iter().any(|room| room == name),
            "src/{file}: {name} is not a module of src/lib.rs"
        );
        if file == format!("{name}/mod.rs") {
            assert!(text.starts_with("//! "), "src/{file}: say what the room is");
            for part in ["Invariant", "May import:"] {
                assert!(
                    text.contains(part),
                    "src/{file}: the head has no \"{part}\""
                );
            }
        }
    }
}

/// What is wrong with a file of an invented house.
fn found(file: &str, text: &str) -> Vec<String> {
    let rooms = order("pub mod schema;\nmod engine; pub mod plan; mod controller; mod cli;");
    violations(&rooms, file, text)
}

#[test]
fn imports_from_below_are_found() {
    let cases = [
        ("schema/a.rs", "use crate::plan::X;", 1),
        ("schema/a.rs", "\nuse crate::{schema::A, plan::{B, C}};", 2),
        ("schema/a.rs", "use super::super::engine;", 1),
        ("schema/mod.rs", "use super::engine::Y;", 1),
        ("schema/mod.rs", "fn f() -> crate::plan::X { todo() }", 1),
        (
            "schema/a.rs",
            "mod t {\n use super::super::super::plan::X; }",
            2,
        ),
        (
            "engine/a.rs",
            "const C: char = '\"';\nuse crate::cli::run;",
            2,
        ),
        ("engine/a.rs", "// \"\nuse crate::cli::run;", 2),
        (
            "engine/a.rs",
            "const S: &str = r#\"\"\n\"#;\nuse crate::cli::run;",
            3,
        ),
        ("schema.rs", "pub(crate) use crate::plan::X;", 1),
        ("engine/mysql/a.rs", "use crate::engine::sqlite::Y;", 1),
        ("engine/mysql/a.rs", "use super::super::sqlite::Y;", 1),
    ];
    for (file, text, line) in cases {
        let found = found(file, text);
        assert!(!found.is_empty(), "not found in {file}: {text}");
        let place = format!("src/{file}:{line}:");
        assert!(found[0].starts_with(&place), "{found:?} names another line");
    }
}

#[test]
fn reserved_things_are_found() {
    let cases = [
        ("engine/session.rs", "use sqlx::Row;"),
        ("plan/link.rs", "use sqlx::{Row};"),
        ("plan/a.rs", "use kube::{CustomResource, Client};"),
        ("plan/a.rs", "fn f(a: kube::Api<X>) {}"),
        ("plan/a.rs", "use kube::api::{Api, ObjectMeta};"),
        ("plan/a.rs", "use kube::runtime::watcher;"),
        ("plan/a.rs", "use kube::*;"),
        ("controller/a.rs", "use axum::Router;"),
        ("controller/a.rs", "fn f() { println!(\"x\"); }"),
        ("plan/a.rs", "fn f() { let x = dbg!(1); }"),
        ("main.rs", "fn main() { eprintln!(\"x\"); }"),
        ("plan/a.rs", "fn f() { std::io::stdout(); }"),
    ];
    for (file, text) in cases {
        assert_eq!(found(file, text).len(), 1, "in {file}: {text}");
    }
}

#[test]
fn what_is_allowed_is_let_through() {
    let cases = [
        ("plan/a.rs", "use crate::{schema::A, engine::B, plan::C};"),
        ("plan/a.rs", "use super::cli;"),
        (
            "schema/a.rs",
            "// use crate::plan::X;\n/* crate::cli /* */ crate::plan */",
        ),
        (
            "schema/a.rs",
            "const S: &str = \"crate::plan \\\" println!()\";",
        ),
        (
            "schema/a.rs",
            "mod t { use super::super::plan::X; } fn f<'a>(x: &'a str) {}",
        ),
        ("engine/mysql/link.rs", "use sqlx::{Row, MySqlConnection};"),
        (
            "engine/mysql/a.rs",
            "use crate::engine::{Dialect, mysql::types};",
        ),
        (
            "schema/a.rs",
            "use kube::{CustomResource, core::ObjectMeta};",
        ),
        ("schema/a.rs", "#[kube(group = \"x\")] struct X;"),
        (
            "controller/a.rs",
            "use kube::{Api, Client, runtime::watcher};",
        ),
        ("cli/a.rs", "fn f() { println!(\"x\"); std::io::stdout(); }"),
        ("main.rs", "use driftless::cli;"),
    ];
    for (file, text) in cases {
        assert_eq!(found(file, text), Vec::<String>::new(), "in {file}: {text}");
    }
}
