//! What is written for readers holds: links lead somewhere, the quick start runs, the JSON of plans
//! has no field that its page does not name, and the demo's manifests are read strictly.

use driftless::api::strict;
use driftless::engine::Engine;
use driftless::pipeline::RefusalClass;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap()
}

/// The pages in a folder, by their paths from the repository's root.
fn pages(folder: &str) -> Vec<String> {
    std::fs::read_dir(repository(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| Path::new(name).extension().is_some_and(|e| e == "md"))
        .map(|name| Path::new(folder).join(name).to_str().unwrap().to_owned())
        .collect()
}

/// The relative targets of `[text](target)` in a page.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| {
        let target = rest.split(')').next()?.split('#').next()?;
        (!target.is_empty() && !target.contains("://")).then_some(target)
    })
}

#[test]
fn links_lead_somewhere() {
    let mut seen = 0;
    for page in ["", "docs", "docs/decisions", "hack/parts", "tests/cases"]
        .into_iter()
        .flat_map(pages)
    {
        let folder = repository(&page).parent().unwrap().to_owned();
        for target in links(&read(&page)) {
            assert!(
                folder.join(target).exists(),
                "{page}: {target} is not there"
            );
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} links were found");
}

/// The keys of a document at any depth.
fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                found.insert(key.clone());
                keys(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Runs the program on a SQLite file in `folder`.
fn driftless(folder: &Path, args: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_driftless"))
        .args(args)
        .env("DATABASE_URL", "sqlite:notes.db")
        .current_dir(folder)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (output.status.code().unwrap(), text)
}

#[test]
fn every_field_of_the_json_is_documented() {
    let folder = tempfile::tempdir().unwrap();
    let declare = |text: &str| std::fs::write(folder.path().join("notes.sql"), text).unwrap();
    let mut found = BTreeSet::new();
    let mut run = |code: i32, args: &[&str]| {
        let (got, text) = driftless(folder.path(), args);
        assert_eq!(got, code, "{args:?}: {text}");
        keys(&serde_json::from_str(&text).unwrap(), &mut found);
    };
    declare("CREATE TABLE notes (id integer PRIMARY KEY, tag text, UNIQUE (tag));");
    run(0, &["plan", "-f", "notes.sql", "-o", "json"]);
    run(0, &["apply", "-f", "notes.sql", "-o", "json"]);
    declare("CREATE TABLE notes (id integer PRIMARY KEY);");
    run(
        0,
        &[
            "plan",
            "-f",
            "notes.sql",
            "-o",
            "json",
            "--allow",
            "column.drop",
        ],
    );
    run(0, &["validate", "-f", "notes.sql", "-o", "json"]);
    declare("DELETE FROM notes;");
    run(3, &["plan", "-f", "notes.sql", "-o", "json"]);
    run(3, &["validate", "-f", "notes.sql", "-o", "json"]);
    assert!(found.len() > 50, "only {found:?}");
    let page = read("docs/plan-json.md");
    let missing: Vec<_> = found
        .iter()
        .filter(|key| !page.contains(&format!("`{key}`")))
        .collect();
    assert!(
        missing.is_empty(),
        "docs/plan-json.md does not name {missing:?}"
    );
}

#[test]
fn every_class_of_refusal_is_documented() {
    let page = read("docs/plan-json.md");
    for class in RefusalClass::ALL {
        let row = format!("| `{}` |", class.as_str());
        assert!(page.contains(&row), "docs/plan-json.md has no row {row}");
    }
}

/// The declaration and the commands of the quick start, as README has them.
fn quick_start() -> (String, Vec<Vec<String>>) {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("<<'SQL'\n").unwrap();
    let (sql, rest) = rest.split_once("SQL\n").unwrap();
    let (block, _) = rest.split_once("```").unwrap();
    let commands = block.lines().filter_map(|line| {
        let (command, _) = line.split_once('#')?;
        let words = command.strip_prefix("$ driftless")?.split_whitespace();
        Some(words.map(str::to_owned).collect())
    });
    (sql.to_owned(), commands.collect())
}

#[test]
fn the_quick_start_does_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let (sql, commands) = quick_start();
    std::fs::write(folder.path().join("notes.sql"), sql).unwrap();
    let answers: Vec<String> = commands
        .iter()
        .map(|words| {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let (code, text) = driftless(folder.path(), &words);
            assert_eq!(code, 0, "{words:?}: {text}");
            text
        })
        .collect();
    let [planned, applied, again] = answers.as_slice() else {
        panic!("README has other commands: {commands:?}");
    };
    assert!(planned.contains("CREATE TABLE"), "{planned}");
    assert!(applied.contains("Succeeded"), "{applied}");
    assert!(again.contains("nothing to do"), "{again}");
}

/// The blocks of a section of README, as one script.
fn script_of(section: &str) -> String {
    let readme = read("README.md");
    let (_, rest) = readme.split_once(&format!("## {section}\n")).unwrap();
    let section = rest.split("\n## ").next().unwrap();
    let blocks = section.split("```bash\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap())
        .collect()
}

#[test]
fn the_section_over_http_does_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = free.local_addr().unwrap().port().to_string();
    drop(free);
    let script = script_of("Over HTTP").replace("3001", &port).replace(
        "driftless serve",
        &format!("driftless serve --listen 127.0.0.1:{port}"),
    );
    let program = Path::new(env!("CARGO_BIN_EXE_driftless"))
        .parent()
        .unwrap()
        .to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::iter::once(program).chain(std::env::split_paths(&path));
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", &script])
        .env("PATH", std::env::join_paths(path).unwrap())
        .current_dir(folder.path())
        .output()
        .unwrap();
    let (said, errors) = (
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    );
    assert!(output.status.success(), "{said}\n{errors}");
    // The first line says where it listens.
    let told = &said[said.find('{').unwrap()..];
    let mut answers = serde_json::Deserializer::from_str(told).into_iter::<Value>();
    let mut next = || answers.next().unwrap().unwrap();
    let [health, plan, validation, outcome, table, history] = std::array::from_fn(|_| next());
    assert_eq!(health["status"], "up", "{health}");
    assert_eq!(plan["summary"]["tables"]["add"], 1, "{plan}");
    assert!(validation.get("findings").is_some(), "{validation}");
    assert_eq!(outcome["status"], "Succeeded", "{outcome}");
    assert_eq!(table["columns"][1]["name"], "name", "{table}");
    let executed = &history["executions"][0]["executionId"];
    assert_eq!(*executed, outcome["executionId"], "{history}");
    let shown = said.rsplit('}').next().unwrap();
    assert!(shown.contains(executed.as_str().unwrap()), "{shown}");
}

#[test]
fn the_manifests_of_the_demo_are_read_strictly() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        for file in ["1-create", "2-add", "3-drop"] {
            let path = format!("hack/demo/{engine}/{file}.yaml");
            let manifest = strict::read(&read(&path)).unwrap_or_else(|e| panic!("{path}: {e}"));
            assert_eq!(manifest.spec.database.engine.as_str(), engine.as_str());
        }
    }
}

#[test]
fn every_problem_of_the_rest_api_is_documented() {
    let text = read("docs/rest.md");
    for kind in driftless::http::ProblemKind::ALL {
        let row = format!("| `{}` | {} |", kind.slug(), kind.status().as_u16());
        assert!(text.contains(&row), "docs/rest.md has no row {row}");
    }
}
