//! The files of `tests/schemas`: a base and what each release changes of it. README.md there
//! describes the form.

use crate::invariants::Unlike;
use driftless::engine::Engine;
use std::path::{Path, PathBuf};

/// A schema on one engine, release by release.
pub(super) struct History {
    /// `shop`, `erp`, …
    pub(super) name: String,
    pub(super) releases: Vec<Release>,
    /// Rows for the first release.
    pub(super) rows: String,
}

/// A whole declaration.
pub(super) struct Release {
    /// Two digits.
    pub(super) number: String,
    /// The script as the engine's own client loads it.
    pub(super) script: String,
    /// What an engine prints otherwise around the way to this release, and why it must.
    pub(super) unlike: Vec<Unlike>,
}

/// A part of a declaration: a table with what belongs to it, or a few views.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Part {
    name: String,
    text: String,
}

/// What a release says of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    /// It is there with this text: in its place, before another one, or at the end.
    Is { part: Part, before: Option<String> },
    /// It is there no longer.
    Gone(String),
}

/// A list of names that stand for one another in the parts that mention the word.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Each {
    /// With its braces.
    word: String,
    values: Vec<String>,
}

/// What one file says.
#[derive(Default)]
struct File {
    said: Vec<Said>,
    each: Vec<Each>,
    unlike: Vec<Unlike>,
}

/// Reads a schema's history for an engine. MariaDB's is MySQL's, but for the parts it has itself.
pub(super) fn history(name: &str, engine: Engine) -> History {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas");
    let folders = match engine {
        Engine::Mariadb => vec!["mysql", "mariadb"],
        Engine::Postgres | Engine::Mysql | Engine::Sqlite => vec![engine.as_str()],
    };
    let folders: Vec<PathBuf> = folders
        .into_iter()
        .map(|folder| root.join(name).join(folder))
        .collect();
    let (mut parts, mut each) = (Vec::new(), Vec::new());
    let mut releases = Vec::new();
    for number in 0.. {
        let number = format!("{number:02}");
        let files = of_release(&folders, &number);
        if files.is_empty() {
            break;
        }
        let mut unlike = Vec::new();
        for path in files {
            let at = |error| format!("{}: {error}", path.display());
            let text = std::fs::read_to_string(&path).unwrap();
            let file = read(&text).map_err(at).unwrap();
            each.extend(file.each);
            unlike.extend(file.unlike);
            for said in file.said {
                change(&mut parts, said).map_err(at).unwrap();
            }
        }
        releases.push(Release {
            number,
            script: script(&parts, &each),
            unlike,
        });
    }
    let rows = folders.iter().rev().map(|folder| folder.join("rows.sql"));
    let mut rows = rows.filter_map(|path| std::fs::read_to_string(path).ok());
    History {
        name: name.to_owned(),
        releases,
        rows: rows.next().unwrap_or_default(),
    }
}

/// `03.sql`, or `03-sales.sql` and others, by name.
fn of_release(folders: &[PathBuf], number: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| {
            path.file_name()
                .unwrap()
                .to_string_lossy()
                .starts_with(number)
        });
        files.sort();
        found.extend(files);
    }
    found
}

fn read(text: &str) -> Result<File, String> {
    let mut file = File::default();
    for line in text.lines() {
        let head = line.strip_prefix("-- part ").map(str::trim);
        if let Some(head) = head {
            file.said.push(said(head)?);
        } else if let Some(yaml) = line.strip_prefix("-- unlike ") {
            let unlike = serde_saphyr::from_str(yaml).map_err(|error| error.to_string())?;
            file.unlike.push(unlike);
        } else if let Some(list) = line.strip_prefix("-- each ") {
            let (word, values) = list.split_once(':').ok_or("`each` without a colon")?;
            file.each.push(Each {
                word: format!("{{{}}}", word.trim()),
                values: values.split(',').map(|it| it.trim().to_owned()).collect(),
            });
        } else {
            match file.said.last_mut() {
                Some(Said::Is { part, .. }) => part.text.extend([line, "\n"]),
                Some(Said::Gone(_)) | None if line.is_empty() || line.starts_with("--") => {}
                Some(Said::Gone(name)) => return Err(format!("{name} is gone and has a text")),
                None => return Err(format!("in no part: {line}")),
            }
        }
    }
    Ok(file)
}

fn said(head: &str) -> Result<Said, String> {
    let words: Vec<&str> = head.split(' ').collect();
    let is = |name: &str, before: Option<&str>| Said::Is {
        part: Part {
            name: name.to_owned(),
            text: String::new(),
        },
        before: before.map(str::to_owned),
    };
    match words[..] {
        [name] => Ok(is(name, None)),
        [name, "gone"] => Ok(Said::Gone(name.to_owned())),
        [name, "before", other] => Ok(is(name, Some(other))),
        _ => Err(format!("what is said of a part is not understood: {head}")),
    }
}

fn change(parts: &mut Vec<Part>, said: Said) -> Result<(), String> {
    let place = |parts: &[Part], name: &str| parts.iter().position(|part| part.name == name);
    match said {
        Said::Gone(name) => {
            let at = place(parts, &name).ok_or_else(|| format!("no part {name} to remove"))?;
            parts.remove(at);
        }
        Said::Is { part, before: None } => match place(parts, &part.name) {
            Some(at) => parts[at] = part,
            None => parts.push(part),
        },
        Said::Is {
            part,
            before: Some(other),
        } => {
            parts.retain(|known| known.name != part.name);
            let at = place(parts, &other).ok_or_else(|| format!("no part {other}"))?;
            parts.insert(at, part);
        }
    }
    Ok(())
}

/// All parts; one that mentions a list's word is written once for each of its values.
fn script(parts: &[Part], each: &[Each]) -> String {
    let texts = parts.iter().flat_map(|part| {
        each.iter().fold(vec![part.text.clone()], |texts, each| {
            texts
                .into_iter()
                .flat_map(|text| written_out(text, each))
                .collect()
        })
    });
    texts.collect::<Vec<String>>().join("\n")
}

fn written_out(text: String, each: &Each) -> Vec<String> {
    if !text.contains(&each.word) {
        return vec![text];
    }
    let values = each.values.iter();
    values
        .map(|value| text.replace(&each.word, value))
        .collect()
}

#[test]
fn a_release_changes_parts_and_keeps_the_others() {
    let base =
        "-- why\n-- each company: acme, borealis\n-- part types\nA\n-- part orders\nB {company}\n";
    let later = "-- part orders\nC {company}\n-- part stock before orders\nD\n-- part types gone\n";
    let (mut parts, mut each) = (Vec::new(), Vec::new());
    let mut scripts = Vec::new();
    for text in [base, later] {
        let file = read(text).unwrap();
        each.extend(file.each);
        for said in file.said {
            change(&mut parts, said).unwrap();
        }
        scripts.push(script(&parts, &each));
    }
    assert_eq!(scripts[0], "A\n\nB acme\n\nB borealis\n");
    assert_eq!(scripts[1], "D\n\nC acme\n\nC borealis\n");
    assert!(read("SELECT 1\n").is_err(), "a text in no part");
    assert!(read("-- part a after b\n").is_err(), "an unknown word");
    assert!(change(&mut parts, Said::Gone("types".to_owned())).is_err());
}
