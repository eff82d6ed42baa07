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
    /// For the engines named here, the only versions it is about.
    #[serde(default)]
    versions: BTreeMap<String, Versions>,
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

/// Versions of an engine: `>=18`, `<15`.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
struct Versions {
    since: Option<(u32, u32)>,
    before: Option<(u32, u32)>,
}

impl Versions {
    fn hold(&self, version: (u32, u32)) -> bool {
        self.since.is_none_or(|since| version >= since)
            && self.before.is_none_or(|before| version < before)
    }
}

impl TryFrom<String> for Versions {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let number = |text: &str| {
            let (major, minor) = text.split_once('.').unwrap_or((text, "0"));
            match (major.parse(), minor.parse()) {
                (Ok(major), Ok(minor)) => Ok(Some((major, minor))),
                _ => Err(format!("{text} is no version; say >=18 or <15")),
            }
        };
        let (mut since, mut before) = (None, None);
        if let Some(text) = text.strip_prefix(">=") {
            since = number(text)?;
        } else if let Some(text) = text.strip_prefix('<') {
            before = number(text)?;
        } else {
            return Err(format!("{text}: say >=18 or <15"));
        }
        Ok(Self { since, before })
    }
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
    /// Whether it is about an engine in a version.
    pub(super) fn runs_on(&self, engine: Engine, version: (u32, u32)) -> bool {
        let versions = self.versions.get(engine.as_str());
        self.names(engine) && versions.is_none_or(|versions| versions.hold(version))
    }

    /// Whether it names an engine.
    pub(super) fn names(&self, engine: Engine) -> bool {
        self.engines.iter().any(|name| name == engine.as_str())
    }

    /// The same for the same name: what chooses among cases.
    pub(super) fn number(&self) -> usize {
        self.name.bytes().fold(0, |sum: usize, byte| {
            sum.wrapping_mul(31).wrapping_add(byte.into())
        })
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

/// `DRIFTLESS_SLICE=15` runs one case in fifteen, none of them all the way: another ones when there
/// are more cases.
pub(super) fn slice() -> Option<usize> {
    let slice = std::env::var("DRIFTLESS_SLICE").ok()?;
    Some(slice.parse().unwrap_or_else(|_| {
        panic!("DRIFTLESS_SLICE={slice}: say a number, as 15 for one case in fifteen")
    }))
}

/// Whether only some of the cases are run.
pub(super) fn is_partial() -> bool {
    filter().is_some() || slice().is_some()
}

/// The cases that are asked for, by name.
pub(super) fn all() -> Vec<Case> {
    let wanted = filter();
    let mut cases = everything();
    let all = cases.len();
    if let Some(slice) = slice() {
        cases.retain(|case| case.number() % slice == all % slice);
    }
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
    for engine in case.versions.keys() {
        let named = case.engines.contains(engine);
        assert!(
            named,
            "{}: `versions` of {engine}, which it does not name",
            case.name
        );
    }
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
