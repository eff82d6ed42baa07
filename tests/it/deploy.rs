//! What people install: the copies of the definitions, the samples, and the rights.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use driftless::api::connection::EngineName;
use driftless::api::{crds, strict};

/// A path of the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn text(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

#[test]
fn copies_of_the_crds_are_up_to_date() {
    for file in crds::files().unwrap() {
        for folder in ["config/crd", "charts/driftless/files"] {
            let copy = text(&format!("{folder}/{}", file.name));
            assert!(
                copy == file.text,
                "{folder}/{} is old: run `make generate`",
                file.name
            );
        }
    }
}

/// Names of the YAML files in a folder, without the kustomization.
fn manifests(folder: &str) -> BTreeSet<String> {
    std::fs::read_dir(repository(folder))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "kustomization.yaml")
        .collect()
}

#[test]
fn samples_are_read_strictly_and_show_every_engine() {
    let mut engines = Vec::new();
    for name in manifests("config/samples") {
        let whole = text(&format!("config/samples/{name}"));
        for document in whole
            .split("\n---\n")
            .filter(|part| part.contains("kind: DatabaseSchema"))
        {
            let read = strict::read(document).unwrap_or_else(|error| panic!("{name}: {error}"));
            engines.push(read.spec.database.engine);
        }
    }
    for engine in [
        EngineName::Postgres,
        EngineName::Mysql,
        EngineName::Mariadb,
        EngineName::Sqlite,
    ] {
        assert!(
            engines.contains(&engine),
            "no sample for {}",
            engine.as_str()
        );
    }
}

#[test]
fn kustomizations_name_every_file_of_their_folder() {
    for folder in [
        "config/crd",
        "config/rbac",
        "config/manager",
        "config/samples",
    ] {
        let listed = text(&format!("{folder}/kustomization.yaml"));
        for name in manifests(folder) {
            assert!(
                listed.contains(&format!("  - {name}\n")),
                "{folder} does not list {name}"
            );
        }
    }
}

/// The rules of a role from its first one on, without what lies around them.
fn rules(text: &str) -> Vec<&str> {
    text.lines()
        .map(str::trim)
        .skip_while(|line| !line.starts_with("- apiGroups:"))
        .take_while(|line| !line.starts_with("{{"))
        .collect()
}

#[test]
fn chart_and_kustomize_grant_the_same_rights() {
    let helpers = text("charts/driftless/templates/_helpers.tpl");
    let chart = helpers.split("define \"driftless.rules\"").nth(1).unwrap();
    let kustomize = text("config/rbac/role.yaml");
    assert!(!rules(chart).is_empty());
    assert_eq!(rules(chart), rules(&kustomize));
}

#[test]
fn the_operator_asks_for_no_more_than_it_needs() {
    let role = text("config/rbac/role.yaml");
    assert!(
        !role.contains('*'),
        "a wildcard grants what nobody reviewed"
    );
    let secrets = role.split("secrets").nth(1).unwrap();
    assert!(
        secrets
            .lines()
            .nth(1)
            .unwrap()
            .contains("verbs: [get, list, watch]")
    );
}
