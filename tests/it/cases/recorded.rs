//! Every case without its server: what the catalogs answered before and after was recorded when the
//! snapshots were written, and decoding, comparing and lowering it again must give the same steps.

use crate::invariants::{Planned, shuffled};
use driftless::engine::{self, Catalogs, Engine, Grants, Manner, Scope, Server};
use driftless::schema::{Pair, Rename, diff};
use flate2::Compression;
use flate2::bufread::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::{BufReader, Read, Write};
use std::path::PathBuf;

/// One case as the catalogs of its engine told it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Recorded {
    pub(super) name: String,
    server: Server,
    namespaces: Vec<String>,
    /// Whether grants were looked at.
    #[serde(default)]
    grants: bool,
    renames: Vec<Rename>,
    before: Catalogs,
    after: Catalogs,
    steps: Vec<String>,
}

impl Recorded {
    /// Takes down a case whose plan was applied.
    pub(super) fn of(name: &str, planned: &Planned) -> Result<Self, String> {
        let mut recorded = Self {
            name: name.to_owned(),
            server: planned.server.clone(),
            namespaces: planned.scope.namespaces.clone(),
            grants: planned.scope.grants == Grants::Managed,
            renames: planned.plan.delta.renames().to_vec(),
            before: planned.before.clone(),
            after: planned.after.clone(),
            steps: Vec::new(),
        };
        recorded.steps = recorded.planned()?;
        Ok(recorded)
    }

    /// Decodes, compares and lowers; nothing here talks to a server.
    fn planned(&self) -> Result<Vec<String>, String> {
        let dialect = engine::dialect(self.server.engine).map_err(|error| error.to_string())?;
        let grants = if self.grants {
            Grants::Managed
        } else {
            Grants::Ignored
        };
        let scope = Scope {
            namespaces: self.namespaces.clone(),
            exclude: Vec::new(),
            grants,
        };
        let read = |rows: &Catalogs| {
            engine::decode(dialect, &self.server, &scope, rows).map_err(|error| error.to_string())
        };
        let (observed, desired) = (read(&self.before)?, read(&self.after)?);
        let (tables, parts) = dialect.folds(&self.server);
        let itself = Pair {
            observed: desired.clone(),
            desired: desired.clone(),
        };
        if !diff(itself, Vec::new(), tables, parts).is_empty() {
            return Err("a schema differs from itself".to_owned());
        }
        let delta = diff(
            Pair { observed, desired },
            self.renames.clone(),
            tables,
            parts,
        );
        let lowered = dialect.lower(&self.server, &delta, &Manner::plain());
        if let Some(first) = lowered.unsupported.first() {
            return Err(format!(
                "{} is not supported: {}",
                first.object, first.reason
            ));
        }
        let mut steps = lowered.steps;
        steps.sort_by_key(|step| step.phase);
        let statements = steps.iter().flat_map(|step| &step.statements);
        Ok(statements
            .map(|statement| statement.sql().to_owned())
            .collect())
    }
}

fn path(engine: Engine) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/recorded");
    root.join(format!("{engine}.jsonl.gz"))
}

/// Writes the records of one engine, in the order of their names: these alone where they are all there
/// are, else in the place of those that were written before. The same bytes for the same records.
pub(super) fn write(engine: Engine, mut records: Vec<Recorded>, are_all: bool) {
    if !are_all {
        let new: BTreeSet<String> = records.iter().map(|record| record.name.clone()).collect();
        let kept = read(engine).into_iter();
        records.extend(kept.filter(|record| !new.contains(&record.name)));
    }
    records.sort_by(|a, b| a.name.cmp(&b.name));
    let path = path(engine);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    let mut packed = GzEncoder::new(std::fs::File::create(path).unwrap(), Compression::best());
    for record in &records {
        serde_json::to_writer(&mut packed, record).unwrap();
        packed.write_all(b"\n").unwrap();
    }
    packed.finish().unwrap();
}

fn read(engine: Engine) -> Vec<Recorded> {
    let path = path(engine);
    let file = std::fs::File::open(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; write it with `make bless`", path.display()));
    let mut text = String::new();
    GzDecoder::new(BufReader::new(file))
        .read_to_string(&mut text)
        .unwrap();
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn recorded_catalogs_give_the_same_steps() {
    for engine in [
        Engine::Sqlite,
        Engine::Postgres,
        Engine::Mysql,
        Engine::Mariadb,
    ] {
        let records = read(engine);
        assert!(
            records.len() > 80,
            "{engine}: only {} records",
            records.len()
        );
        for mut record in records {
            assert_eq!(
                record.planned().as_ref(),
                Ok(&record.steps),
                "{engine} {}",
                record.name
            );
            // In whatever order a catalog answers, it says the same.
            record.before = shuffled(&record.before, 1);
            record.after = shuffled(&record.after, 2);
            assert_eq!(
                record.planned().as_ref(),
                Ok(&record.steps),
                "{engine} {} with its rows shuffled",
                record.name
            );
        }
    }
}
