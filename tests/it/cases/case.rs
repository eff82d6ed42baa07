//! A case file.

use crate::invariants::Unlike;
use driftless::api::declaration::Declaration;
use driftless::api::policy::{Grants, Prune, PruneRule};
use driftless::engine::Engine;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// One situation.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Case {
    /// Its path below `tests/cases`, without ending.
    #[serde(skip)]
    pub(super) name: String,
    pub(super) title: String,
    /// Ids of the checklists this case touches; for people and for `grep`.
    pub(super) traps: Vec<String>,
    engines: Vec<String>,
    observed: Script,
    rows: Option<Script>,
    desired: Option<Script>,
    schema: Option<Declaration>,
    prune: Option<Absence>,
    /// `Ignore` unless said.
    #[serde(default)]
    pub(super) grants: Grants,
    /// `Auto` unless said.
    pub(super) online: Option<String>,
    pub(super) expect: Expect,
}

/// What has to come of it.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Expect {
    pub(super) empty: bool,
    pub(super) refused: Option<String>,
    pub(super) risk: Option<String>,
    pub(super) hazards: Vec<String>,
    /// Rules of style that give advice.
    pub(super) advice: Vec<String>,
    /// Rules that must keep silent.
    pub(super) absent: Vec<String>,
    /// Texts that each stand in a statement.
    pub(super) says: Vec<String>,
    /// Texts that stand in none.
    pub(super) unsaid: Vec<String>,
    /// What the engine prints otherwise than an invariant asks, and why it must.
    pub(super) unlike: Vec<Unlike>,
}

/// What it means that something is not declared: for everything, or by family as in a manifest.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Absence {
    All(PruneRule),
    Each(Box<Prune>),
}

/// A text for all engines, or one for each.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Script {
    All(String),
    Each(BTreeMap<String, String>),
}

impl Script {
    fn on(&self, engine: Engine) -> Option<&str> {
        match self {
            Self::All(text) => Some(text),
            Self::Each(texts) => texts.get(engine.as_str()).map(String::as_str),
        }
    }
}

/// What a case declares.
pub(super) enum Declared<'a> {
    Sql(&'a str),
    Tables(&'a Declaration),
}

impl Case {
    pub(super) fn runs_on(&self, engine: Engine) -> bool {
        self.engines.iter().any(|name| name == engine.as_str())
    }

    pub(super) fn observed(&self, engine: Engine) -> &str {
        let text = self.observed.on(engine);
        text.unwrap_or_else(|| panic!("{}: `observed` says nothing of {engine}", self.name))
    }

    pub(super) fn rows(&self, engine: Engine) -> &str {
        self.rows
            .as_ref()
            .and_then(|rows| rows.on(engine))
            .unwrap_or_default()
    }

    /// The rules as a manifest's `spec.scope.prune` has them; `Exact` when absent, since the
    /// database of a case has no memory.
    pub(super) fn prune(&self) -> Prune {
        let all = |default| Prune {
            default,
            ..Prune::default()
        };
        match &self.prune {
            None => all(PruneRule::Exact),
            Some(Absence::All(rule)) => all(*rule),
            Some(Absence::Each(rules)) => (**rules).clone(),
        }
    }

    pub(super) fn declared(&self, engine: Engine) -> Declared<'_> {
        match (&self.desired, &self.schema) {
            (Some(sql), None) => {
                let text = sql.on(engine);
                Declared::Sql(
                    text.unwrap_or_else(|| {
                        panic!("{}: `desired` says nothing of {engine}", self.name)
                    }),
                )
            }
            (None, Some(schema)) => Declared::Tables(schema),
            _ => panic!("{}: needs exactly one of desired and schema", self.name),
        }
    }
}

/// `DRIFTLESS_CASE=text,text` runs only the cases whose name contains one of the texts.
pub(super) fn filter() -> Option<String> {
    std::env::var("DRIFTLESS_CASE").ok()
}

/// The cases that are asked for, by name.
pub(super) fn all() -> Vec<Case> {
    let wanted = filter();
    let mut cases = everything();
    cases.retain(|case| {
        wanted
            .as_ref()
            .is_none_or(|texts| texts.split(',').any(|text| case.name.contains(text)))
    });
    cases
}

/// All cases, by name.
pub(super) fn everything() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    files.into_iter().map(|path| read(&root, &path)).collect()
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, into);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            into.push(path);
        }
    }
}

fn read(root: &Path, path: &Path) -> Case {
    let text = std::fs::read_to_string(path).unwrap();
    let mut case: Case =
        serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let name = path.strip_prefix(root).unwrap().with_extension("");
    case.name = name.to_string_lossy().into_owned();
    assert!(!case.title.is_empty(), "{}: needs a title", case.name);
    for unlike in &case.expect.unlike {
        assert!(
            unlike.because.len() > 20,
            "{}: `unlike` needs its reason",
            case.name
        );
    }
    let known = |id: &String| {
        id.chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '-')
    };
    assert!(
        case.traps.iter().all(known),
        "{}: ids look like PG07",
        case.name
    );
    case
}
