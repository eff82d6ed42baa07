//! Files into an intent.

use super::args::{DatabaseArgs, DeclarationArgs, OutputForm};
use super::exit::CliError;
use crate::api::{DatabaseSchema, strict};
use crate::engine::Target;
use crate::intake::{self, Surroundings};
use crate::pipeline::{Intent, PipelineError, Source};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The owner under which the command line applies.
pub(super) const OWNER: &str = "cli";

/// Reads everything declared and makes the intent.
pub(super) fn intent(
    database: &DatabaseArgs,
    declaration: &DeclarationArgs,
    backup_directory: &Path,
    form: OutputForm,
) -> Result<Intent, CliError> {
    let target = database.target()?;
    let files = collect(&declaration.files)?;
    let mut manifests = Vec::new();
    let mut sources = Vec::new();
    for file in files {
        match file.form {
            Form::Sql => sources.push(Source {
                name: file.name,
                text: file.text,
            }),
            Form::Yaml => {
                let manifest = strict::read(&file.text)
                    .map_err(|error| CliError::Usage(format!("{}: {error}", file.name)))?;
                manifests.push(manifest);
            }
        }
    }
    let around = Surroundings {
        target,
        sources,
        owner: OWNER.to_owned(),
        backup_directory: backup_directory.to_owned(),
    };
    let mut intent = combined(&manifests, around, form)?;
    if let Some(prune) = declaration.prune() {
        intent.prune = prune;
    }
    if let Some(online) = declaration.online() {
        intent.online = online;
    }
    if let Some(advice) = declaration.advice() {
        intent.policy.advice = advice;
    }
    intent.policy.rules.splice(0..0, declaration.overrides()?);
    database.widen(&mut intent.scope);
    Ok(intent)
}

fn combined(
    manifests: &[DatabaseSchema],
    around: Surroundings,
    form: OutputForm,
) -> Result<Intent, CliError> {
    match manifests {
        [] => Ok(intake::from_sql(around)),
        [one] => {
            if one.spec.schema.from.is_some() {
                let text = "spec.schema.from names ConfigMaps of a cluster; give their files with -f instead";
                return Err(CliError::Usage(text.to_owned()));
            }
            intake::from_manifest(&one.spec, around).map_err(|violations| CliError::Pipeline {
                error: PipelineError::Refused(intake::refusal(violations)),
                json: form == OutputForm::Json,
            })
        }
        [_, _, ..] => Err(CliError::Usage(
            "several DatabaseSchema manifests were given; one command brings one of them about"
                .to_owned(),
        )),
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Sql,
    Yaml,
}

struct Declared {
    name: String,
    text: String,
    form: Form,
}

fn form_of(path: &Path) -> Option<Form> {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("sql") => Some(Form::Sql),
        Some("yaml" | "yml" | "json") => Some(Form::Yaml),
        _ => None,
    }
}

fn collect(paths: &[PathBuf]) -> Result<Vec<Declared>, CliError> {
    let failed = |path: &Path, error: &dyn std::fmt::Display| {
        CliError::Usage(format!("reading {}: {error}", path.display()))
    };
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let mut text = String::new();
            std::io::stdin()
                .read_to_string(&mut text)
                .map_err(|error| failed(path, &error))?;
            let form = if text.contains("apiVersion:") {
                Form::Yaml
            } else {
                Form::Sql
            };
            found.push(Declared {
                name: "standard input".to_owned(),
                text,
                form,
            });
            continue;
        }
        let mut files = vec![path.clone()];
        if path.is_dir() {
            let entries = fs::read_dir(path).map_err(|error| failed(path, &error))?;
            files = entries
                .filter_map(|entry| entry.ok().map(|entry| entry.path()))
                .collect();
            files.retain(|file| form_of(file).is_some());
            files.sort();
            if files.is_empty() {
                return Err(failed(path, &"there is no .sql, .yaml or .yml file in it"));
            }
        }
        for file in files {
            let form = form_of(&file).unwrap_or(Form::Sql);
            let text = fs::read_to_string(&file).map_err(|error| failed(&file, &error))?;
            found.push(Declared {
                name: file.display().to_string(),
                text,
                form,
            });
        }
    }
    Ok(found)
}

/// Where backups go unless something else was said: beside the database file, or here.
pub(super) fn backup_directory(given: Option<&PathBuf>, target: &Target) -> PathBuf {
    match (given, target) {
        (Some(directory), _) => directory.clone(),
        (None, Target::File(Some(path))) => path.with_extension("backups"),
        (None, Target::File(None) | Target::Server(_)) => PathBuf::from("driftless-backups"),
    }
}
