//! The statements of every case, one file per engine, committed. `make bless` writes them anew; the
//! change of a plan is then read in review.

use driftless::engine::Engine;
use driftless::plan::Severity;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

const HEAD: &str = "=== ";

/// The snapshots of one engine.
pub(super) struct Snapshots {
    path: PathBuf,
    kept: BTreeMap<String, String>,
    fresh: BTreeMap<String, String>,
    bless: bool,
}

impl Snapshots {
    pub(super) fn read(engine: Engine) -> Self {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/snapshots");
        let path = root.join(format!("{engine}.sql"));
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let mut kept = BTreeMap::new();
        for part in text.split(HEAD).skip(1) {
            let (name, body) = part.split_once('\n').unwrap_or((part, ""));
            kept.insert(name.to_owned(), body.to_owned());
        }
        let bless = std::env::var("DRIFTLESS_BLESS").is_ok();
        Self {
            path,
            kept,
            fresh: BTreeMap::new(),
            bless,
        }
    }

    /// The rules that speak in them, by name.
    pub(super) fn rules(&self) -> BTreeSet<&str> {
        let lines = self.kept.values().flat_map(|text| text.lines());
        let findings = lines.filter_map(|line| {
            let mut words = line.strip_prefix("-- ")?.split(' ');
            let first = words.next()?;
            let tells = first == "advice" || Severity::parse(first).is_some();
            words.next().filter(|_| tells)
        });
        findings.collect()
    }

    pub(super) fn compare(&mut self, name: &str, text: &str) -> Result<(), String> {
        self.fresh.insert(name.to_owned(), text.to_owned());
        match self.kept.get(name) {
            _ if self.bless => Ok(()),
            Some(kept) if kept == text => Ok(()),
            Some(kept) => {
                let changes = similar::TextDiff::from_lines(kept.as_str(), text);
                Err(format!(
                    "differs from its snapshot (`make bless` if that is meant)\n{}",
                    changes.unified_diff()
                ))
            }
            None => Err("has no snapshot; write it with `make bless`".to_owned()),
        }
    }

    /// Writes what is new when blessing; otherwise names snapshots whose case is gone.
    /// Answers whether they were written.
    pub(super) fn finish(&mut self, failed: &mut Vec<String>) -> bool {
        let filtered = super::case::is_partial();
        if self.bless {
            let mut all = if filtered {
                self.kept.clone()
            } else {
                BTreeMap::new()
            };
            all.append(&mut self.fresh.clone());
            let mut text = String::new();
            for (name, body) in &all {
                text.extend([HEAD, name, "\n", body]);
            }
            std::fs::create_dir_all(self.path.parent().unwrap()).unwrap();
            std::fs::write(&self.path, text).unwrap();
        } else if !filtered && failed.is_empty() {
            let gone = self
                .kept
                .keys()
                .filter(|name| !self.fresh.contains_key(*name));
            failed.extend(gone.map(|name| format!("{name}: a snapshot without a case")));
        }
        self.bless
    }
}
